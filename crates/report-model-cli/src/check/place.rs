//! Lines and columns of byte offsets, in the units that the formats want.

use report_model::Span;
use std::ops::Range;

/// Where the lines of a text begin.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

/// A place: line and column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    /// In characters (code points).
    pub(crate) column: usize,
    /// In bytes of UTF-8.
    pub(crate) byte_column: usize,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The place of a byte offset.
    pub(crate) fn place(&self, at: u32) -> Place {
        let at = (at as usize).min(self.text.len());
        let line = self.starts.partition_point(|&start| start <= at).max(1);
        let start = self.starts[line - 1];
        let before = self.text.get(start..at).unwrap_or_default();
        Place { line, column: before.chars().count() + 1, byte_column: before.len() + 1 }
    }

    /// Bytes of a line (from 1), without its end.
    pub(crate) fn range(&self, line: usize) -> Range<usize> {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        let end = end.max(start);
        start..start + self.text[start..end].trim_end_matches('\r').len()
    }

    /// The words of a span, in one line and at most so many characters.
    pub(crate) fn words(&self, span: Span, most: usize) -> String {
        let words = span.slice(self.text).unwrap_or_default();
        let mut out: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((at, _)) = out.char_indices().nth(most) {
            out.truncate(at);
            out.push('…');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        let text = "甲\r\n𠮷12条\n";
        let lines = Lines::new(text);
        let at = text.find("12").unwrap() as u32;
        assert_eq!(lines.place(at), Place { line: 2, column: 2, byte_column: 5 });
        assert_eq!(&text[lines.range(1)], "甲");
        assert_eq!(lines.place(text.len() as u32).line, 3);
        assert_eq!(lines.place(0), Place { line: 1, column: 1, byte_column: 1 });
    }
}
