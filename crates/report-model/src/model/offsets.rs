//! Offsets in three units. The parser knows bytes only; this turns a whole report at the edge, in one pass.

use super::{Report, Span};
use crate::order;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Unit in which spans are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum OffsetEncoding {
    /// Bytes of UTF-8: Rust, and the command line's JSON.
    #[default]
    Utf8,
    /// UTF-16 code units: JavaScript, Java, C#.
    Utf16,
    /// Code points: Python.
    Utf32,
}

impl OffsetEncoding {
    /// The name used in JSON and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Utf16 => "utf16",
            Self::Utf32 => "utf32",
        }
    }

    const fn width(self, c: char) -> u32 {
        match self {
            Self::Utf8 => c.len_utf8() as u32,
            Self::Utf16 => c.len_utf16() as u32,
            Self::Utf32 => 1,
        }
    }
}

impl fmt::Display for OffsetEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for OffsetEncoding {
    type Err = super::UnknownName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "utf8" => Ok(Self::Utf8),
            "utf16" => Ok(Self::Utf16),
            "utf32" => Ok(Self::Utf32),
            _ => Err(super::UnknownName { vocabulary: "offset encoding", name: name.to_owned() }),
        }
    }
}

impl Report {
    /// Counts all spans in `to`, from whatever unit they are in. One pass over the text, whatever the number of spans.
    ///
    /// The text must be the one that was parsed: nothing else tells how long its characters are.
    ///
    /// ```
    /// use report_model::{parse, OffsetEncoding};
    /// let text = "𠮷林学院2020年信息公开年度报告\n一、概述\n公开信息12条。";
    /// let mut report = parse(text, &Default::default()).report;
    /// report.reencode(text, OffsetEncoding::Utf32);
    /// let span = report.measures[0].span;
    /// let words: String = text.chars().skip(span.start as usize).take(span.len() as usize).collect();
    /// assert_eq!(words, "12条");
    /// ```
    pub fn reencode(&mut self, source_text: &str, to: OffsetEncoding) {
        if self.unit == to {
            return;
        }
        let mut wanted = Vec::new();
        self.for_each_span(&mut |span| wanted.extend([span.start, span.end]));
        let turned = Reencoding::new(source_text, wanted, self.unit, to);
        self.for_each_span(&mut |span| *span = turned.span(*span));
        self.unit = to;
    }
}

/// Counts spans of a text in another unit: for spans that stand outside of a report. One pass over the text.
///
/// ```
/// use report_model::{OffsetEncoding, Span, reencode_spans};
/// let mut spans = [Span::new(4, 7), Span::new(0, 4)];
/// reencode_spans("𠮷学院", spans.iter_mut().collect(), OffsetEncoding::Utf8, OffsetEncoding::Utf32);
/// assert_eq!(spans, [Span::new(1, 2), Span::new(0, 1)]);
/// ```
pub fn reencode_spans(text: &str, spans: Vec<&mut Span>, from: OffsetEncoding, to: OffsetEncoding) {
    let wanted = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    let turned = Reencoding::new(text, wanted, from, to);
    for span in spans {
        *span = turned.span(*span);
    }
}

/// Offsets into a text and what they are in another unit, for those who keep spans where no list of `&mut` can be had.
///
/// ```
/// use report_model::{OffsetEncoding, Reencoding, Span};
/// let turned = Reencoding::new("𠮷学院", vec![0, 4, 7], OffsetEncoding::Utf8, OffsetEncoding::Utf16);
/// assert_eq!(turned.span(Span::new(4, 7)), Span::new(2, 3));
/// ```
#[derive(Debug, Clone)]
pub struct Reencoding {
    /// Ascending.
    from: Vec<u32>,
    to: Vec<u32>,
}

impl Reencoding {
    /// Turns offsets, in any order, in one pass over the text.
    pub fn new(text: &str, mut offsets: Vec<u32>, from: OffsetEncoding, to: OffsetEncoding) -> Self {
        order::by_number(&mut offsets, |at| u64::from(*at));
        offsets.dedup();
        let turned = convert(text, &offsets, from, to);
        Self { from: offsets, to: turned }
    }

    /// The span in the other unit; one whose ends were not asked for stays as it is.
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.one(span.start), self.one(span.end))
    }

    fn one(&self, at: u32) -> u32 {
        self.from.binary_search(&at).ok().and_then(|i| self.to.get(i)).copied().unwrap_or(at)
    }
}

/// Ascending offsets into a text, in another unit.
fn convert(text: &str, offsets: &[u32], from: OffsetEncoding, to: OffsetEncoding) -> Vec<u32> {
    let mut out = Vec::with_capacity(offsets.len());
    let (mut at, mut units) = (0u32, 0u32);
    let mut chars = text.chars();
    for &wanted in offsets {
        while at < wanted {
            let Some(c) = chars.next() else { break };
            at += from.width(c);
            units += to.width(c);
        }
        out.push(units);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units() {
        let text = "a学𠮷🎓\r\n1";
        let bytes = [0, 1, 4, 8, 12, 14, 15];
        let utf16 = [0, 1, 2, 4, 6, 8, 9];
        assert_eq!(convert(text, &bytes, OffsetEncoding::Utf8, OffsetEncoding::Utf16), utf16);
        assert_eq!(convert(text, &utf16, OffsetEncoding::Utf16, OffsetEncoding::Utf8), bytes);
        assert_eq!(convert(text, &bytes, OffsetEncoding::Utf8, OffsetEncoding::Utf32), [0, 1, 2, 3, 4, 6, 7]);
    }
}
