//! What a comparison says: typed, with the places in both texts, ready for JSON.

mod comparison;
mod section;
mod share;
mod value;

pub use comparison::{CarriedSpan, Comparison, Document};
pub use section::{SectionPair, SectionSide, SectionState};
pub use share::Share;
pub use value::{Change, Difference, Direction, Evidence, MeasureKey, Tally, ValueChange};
