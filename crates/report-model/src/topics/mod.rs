//! What the report touches: channels, items of the checklist, problems and planned measures.

pub(crate) mod channels;
pub(crate) mod checklist;
pub(crate) mod points;
