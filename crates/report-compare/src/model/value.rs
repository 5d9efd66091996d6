use report_model::{Bound, Channel, Decimal, MeasureKind, RefersTo, Span, Stated};
use serde::{Deserialize, Serialize};

/// What became of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Stated by both, differently.
    Changed,
    /// Stated by the right report only.
    Added,
    /// Stated by the left report only.
    Gone,
}

/// How many values came out how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Stated alike by both.
    pub same: u32,
    /// Stated by both, differently.
    pub changed: u32,
    /// Stated by the right report only.
    pub added: u32,
    /// Stated by the left report only.
    pub gone: u32,
}

/// A value that differs between two reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValueChange {
    /// Where a report keeps it: `requests.received`, `period`, `contact.phones`, `checklist.12`, `measures`.
    pub field: String,
    /// What became of it.
    pub change: Change,
    /// For `measures`: what is counted.
    pub measure: Option<MeasureKey>,
    /// Index in the comparison's `sections` of the part it stands in, the right report's first; `None` outside all.
    pub section: Option<u32>,
    /// As the left report states it.
    pub left: Option<Evidence>,
    /// As the right report states it.
    pub right: Option<Evidence>,
    /// For numbers stated by both.
    pub difference: Option<Difference>,
    /// True for a sum that changed because one of its summands did, which is listed on its own.
    pub derived: bool,
}

/// What a quantity counts, by which it was matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureKey {
    /// What it counts.
    pub kind: MeasureKind,
    /// Through which channel.
    pub channel: Option<Channel>,
    /// The printed classifier.
    pub unit: Option<String>,
    /// The words that say what is counted, the right report's first.
    pub subject: Option<String>,
    /// What time it speaks of.
    pub refers_to: RefersTo,
}

/// A value as one report states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The value: a plain number, an ISO date, two dates with a slash between, or words.
    pub value: String,
    /// The number, where it is one.
    pub number: Option<Decimal>,
    /// How exact the number claims to be.
    pub bound: Option<Bound>,
    /// For counts of applications and the like: as a number or as "none".
    pub stated: Option<Stated>,
    /// The words as printed, line breaks as blanks.
    pub words: String,
    /// Where they stand.
    pub span: Span,
}

/// Which way a number went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Certainly more.
    Rise,
    /// Certainly less.
    Fall,
    /// Their printed digits and hedges allow both to be the same.
    Open,
}

/// Right minus left, as far as the printed digits and hedges allow: 3000余 to 3200 is no exact change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Which way.
    pub direction: Direction,
    /// The difference, where both numbers are exact.
    pub exact: Option<Decimal>,
    /// The difference of the printed numbers, where rounding or 约 keeps it from being exact.
    pub about: Option<Decimal>,
    /// The least difference possible; `None` where open.
    pub least: Option<Decimal>,
    /// The greatest difference possible; `None` where open.
    pub most: Option<Decimal>,
}
