use super::{Bound, Channel, Decimal, MeasureKind, RefersTo, Span};
use serde::{Deserialize, Serialize};

/// A quantity that the institution states of its activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measure {
    /// The number, exact: 36.5万 is 365000, 84.31% is 84.31.
    pub value: Decimal,
    /// The printed classifier without 万/亿; `None` where none is printed.
    pub unit: Option<String>,
    /// How exact the number claims to be.
    pub bound: Bound,
    /// What it counts.
    pub kind: MeasureKind,
    /// Through which channel; `None` where none or several are named.
    pub channel: Option<Channel>,
    /// The words that say what is counted.
    pub subject: Option<String>,
    /// Path of labels of the section it stands in, for example `["二、", "(一)"]`.
    pub section: Vec<String>,
    /// What time it speaks of.
    pub refers_to: RefersTo,
    /// Index (in the report's list) of the measure it is stated to be a part of.
    pub part_of: Option<u32>,
    /// For a percentage: index of the count whose share it is.
    pub share_of: Option<u32>,
    /// From the first digit to the end of unit and hedge.
    pub span: Span,
}
