use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A half-open range `[start, end)` of the source text.
///
/// In Rust and in the command line's JSON the unit is UTF-8 bytes, always on character boundaries. After
/// [`Report::reencode`](super::Report::reencode) it is the unit asked for. Written to JSON as `[start, end]`.
///
/// ```
/// use report_model::Span;
/// let span = Span::new(3, 9);
/// assert_eq!(span.slice("一二三四"), Some("二三"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "[u32; 2]", into = "[u32; 2]")]
pub struct Span {
    /// First position inside.
    pub start: u32,
    /// First position behind.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Length in the span's unit.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// True where nothing lies inside.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The same as a range of `usize`, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of a byte span; `None` where the span does not fit the text.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// True where both share at least one position.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True where `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl From<[u32; 2]> for Span {
    fn from([start, end]: [u32; 2]) -> Self {
        Self { start, end }
    }
}

impl From<Span> for [u32; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}
