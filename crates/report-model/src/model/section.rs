use super::{CellState, Channel, ChecklistStatus, Link, PartState, Role, Span, Text};
use serde::{Deserialize, Serialize};

/// A part of the report under its heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// As printed ("一、", "(三)", "1."); `None` for a heading without number.
    pub label: Option<String>,
    /// By the form of the numeral: 一、=1, (一)=2, 1.=3, (1) or ①=4, also where a level is skipped.
    pub level: u8,
    /// The heading's words, without label and final 。
    pub title: Text,
    /// What the part is about.
    pub role: Role,
    /// From the label to the end of the part, children included.
    pub span: Span,
    /// Paragraphs that stand directly in this part.
    pub paragraphs: Vec<Span>,
    /// Tables that stand directly in this part.
    pub tables: Vec<Table>,
    /// Parts below.
    pub children: Vec<Section>,
}

/// One of the parts that the Ministry's yearly notices prescribe (`data/parts.csv`), in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrescribedPart {
    /// Which part.
    pub role: Role,
    /// Its prescribed title.
    pub title: String,
    /// How it is there.
    pub state: PartState,
    /// True where the notices ask for a part of its own; many reports put the others into an attachment.
    pub required: bool,
    /// The words of the heading that names it.
    pub span: Option<Span>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// The whole table.
    pub span: Span,
    /// Rows of cells.
    pub rows: Vec<Vec<TableCell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TableCell {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// Rows covered.
    pub row_span: u32,
    /// Columns covered.
    pub col_span: u32,
    /// Nothing, slash, dash, zero or a value.
    pub state: CellState,
    /// Links in the cell.
    pub links: Vec<Link>,
}

/// A channel that the report says it publishes through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChannelMention {
    /// The channel.
    pub channel: Channel,
    /// The words of its first mention.
    pub value: String,
    /// Where it is mentioned first.
    pub span: Span,
    /// Number of mentions in the body.
    pub mentions: u32,
}

/// One of the 50 items of 教办函〔2014〕23号 that the report touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChecklistEntry {
    /// Item number, 1–50.
    pub item: u8,
    /// Where the item is touched.
    pub spans: Vec<Span>,
    /// Addresses given for it.
    pub urls: Vec<String>,
    /// What is said about it.
    pub status: ChecklistStatus,
    /// Who is responsible, where a table of the items says so; absent from the JSON otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Text>,
}

/// A stated problem or a planned measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Point {
    /// The words, without 一是 and final punctuation.
    pub value: String,
    /// Where they stand.
    pub span: Span,
}
