use super::Share;
use report_model::{Role, Span, Text};
use serde::{Deserialize, Serialize};

/// Whether both reports have a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionState {
    /// In both.
    Kept,
    /// In the right one only.
    Added,
    /// In the left one only.
    Gone,
}

/// A part of one report or of both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SectionPair {
    /// Who has it.
    pub state: SectionState,
    /// True where it stands below another part or in another order than before.
    pub moved: bool,
    /// True where the words of its heading differ.
    pub renamed: bool,
    /// True where its number differs; numbers play no part in the matching.
    pub renumbered: bool,
    /// What it is about, by the right report where both have it.
    pub role: Role,
    /// Index in the list of the pair that it stands below: the right report's where both have the part.
    pub parent: Option<u32>,
    /// In the left report.
    pub left: Option<SectionSide>,
    /// In the right report.
    pub right: Option<SectionSide>,
}

/// A part as one of the reports has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SectionSide {
    /// Labels from the top to the part itself, as printed; an unnumbered heading gives an empty label.
    pub path: Vec<String>,
    /// The heading's words.
    pub title: Text,
    /// From the label to the end, parts below included.
    pub span: Span,
    /// How much of its text the other report has word for word, parts below included.
    pub share: Share,
}
