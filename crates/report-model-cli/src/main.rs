//! The command `report-model`.
fn main() {}
