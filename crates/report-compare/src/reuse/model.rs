use report_model::{Date, Span};
use serde::{Deserialize, Serialize};

/// What reports of a corpus share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reuse {
    /// `report-model-reuse/1`.
    pub schema: String,
    /// The reports, in the order in which they were added. Spans count in bytes of their texts.
    pub documents: Vec<DocumentInfo>,
    /// Passages that some reports share, those of the most characters first.
    pub clusters: Vec<Cluster>,
    /// Wording that many schools have: shared, but copied from nobody in particular.
    pub common: Vec<Cluster>,
    /// How much was looked at and how much was set apart as prescribed.
    pub looked_at: SetApart,
}

/// A report of the corpus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentInfo {
    /// Label or path.
    pub source: String,
    /// Key of the institution, as it was given.
    pub key: Option<String>,
    /// The year in which the reported year ends.
    pub year: Option<u16>,
    /// The day it was signed, else published.
    pub date: Option<Date>,
    /// What the date is of.
    pub date_basis: Option<DateBasis>,
}

/// What told the day of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateBasis {
    /// The signature.
    Signed,
    /// The web page.
    Published,
}

/// Passages that say nearly the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cluster {
    /// Whether one school or several have it.
    pub reach: Reach,
    /// Number of institutions; reports without a key count as one each.
    pub institutions: u32,
    /// Where it stands, by report and place.
    pub members: Vec<Member>,
    /// Index in `members` of the most likely original: the earliest report. `None` where dates do not tell.
    pub original: Option<u32>,
    /// Characters of the longest member, blanks and signs aside.
    pub characters: u32,
}

/// How far a passage went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Between years of one school.
    Within,
    /// Between schools.
    Between,
}

/// One place of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Member {
    /// Index in `documents`.
    pub document: u32,
    /// Where in its text.
    pub span: Span,
}

/// How many passages there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SetApart {
    /// Passages compared: long enough, and none of those below.
    pub passages: u64,
    /// Passages of prescribed wording.
    pub prescribed: u64,
    /// Passages that are little more than figures, whose few words between are everybody's.
    pub figures: u64,
}

impl Reuse {
    /// Name and version of the wire format.
    pub const SCHEMA: &'static str = "report-model-reuse/1";
}
