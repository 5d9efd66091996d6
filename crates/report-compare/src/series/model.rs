use crate::model::{Difference, Evidence, Share};
use report_model::{Coverage, PartState, Role};
use serde::{Deserialize, Serialize};

/// The reports of one institution, by year. Spans count in bytes of the respective text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// The key given for the institution.
    pub key: Option<String>,
    /// Its name as the latest report prints it.
    pub institution: Option<String>,
    /// One row a report, by year; those without a year at the end.
    pub years: Vec<Year>,
    /// Years between the first and the last that no report is for.
    pub gaps: Vec<u16>,
    /// What a reader should look at.
    pub notes: Vec<Note>,
}

/// One report in the row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Year {
    /// Label or path.
    pub source: String,
    /// Who reports, as printed.
    pub institution: Option<String>,
    /// The year in which the reported year ends: from the title or preamble, else from the period.
    pub year: Option<u16>,
    /// The year as the report says it.
    pub coverage: Option<Coverage>,
    /// The key figures that are stated, in the order of [`FIELDS`](super::FIELDS).
    pub figures: Vec<Figure>,
    /// How the prescribed parts are there.
    pub parts: Vec<Part>,
    /// Findings of the audit.
    pub diagnostics: Severities,
    /// How much of the text stands word for word in the report of the year before; `None` without such a report.
    pub reused: Option<Share>,
}

/// A key figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Which one, for example `disclosed.website` or `requests.received`.
    pub field: String,
    /// The printed classifier; `None` for counts of applications and the like.
    pub unit: Option<String>,
    /// The number with its words and place.
    pub evidence: Evidence,
}

/// A prescribed part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which one.
    pub role: Role,
    /// How it is there.
    pub state: PartState,
}

/// Findings by gravity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Severities {
    /// Wrong as it stands.
    pub errors: u32,
    /// Probably wrong.
    pub warnings: u32,
    /// Worth knowing.
    pub infos: u32,
}

/// What is odd between two reports of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// What kind.
    pub kind: NoteKind,
    /// Index in `years` of the earlier report.
    pub from: u32,
    /// Index in `years` of the later report.
    pub to: u32,
    /// The figure or part (`part.appraisal`); `None` where the note is about the reports.
    pub field: Option<String>,
    /// For rises and falls, as far as digits and hedges allow.
    pub difference: Option<Difference>,
}

/// Kinds of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoteKind {
    /// At least twice as much, whatever the hedges allow.
    Rise,
    /// At most half as much.
    Fall,
    /// A large figure that is the same to the digit.
    Repeated,
    /// Counted in another unit, so not compared.
    UnitChanged,
    /// A prescribed part that was there and is missing.
    PartGone,
    /// Two reports for the same year.
    SameYear,
}

impl NoteKind {
    /// The name used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rise => "rise",
            Self::Fall => "fall",
            Self::Repeated => "repeated",
            Self::UnitChanged => "unit_changed",
            Self::PartGone => "part_gone",
            Self::SameYear => "same_year",
        }
    }
}
