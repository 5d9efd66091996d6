//! Offsets in other units than bytes, at the edge only.

use report_model::{OffsetEncoding, Report, Span};
use std::borrow::Cow;

/// Offsets of one unit and what they are in another.
pub(crate) struct Offsets {
    from: Vec<u32>,
    to: Vec<u32>,
}

impl Offsets {
    /// Sorts the offsets and turns them, all in one pass of `turn`.
    pub(crate) fn new(mut from: Vec<u32>, turn: impl FnOnce(&[u32]) -> Vec<u32>) -> Self {
        from.sort_unstable();
        from.dedup();
        let to = turn(&from);
        Self { from, to }
    }

    pub(crate) fn span(&self, span: Span) -> Span {
        Span::new(self.one(span.start), self.one(span.end))
    }

    fn one(&self, at: u32) -> u32 {
        self.from.binary_search(&at).ok().and_then(|i| self.to.get(i)).copied().unwrap_or(at)
    }
}

const fn width(unit: OffsetEncoding, c: char) -> u32 {
    match unit {
        OffsetEncoding::Utf16 => c.len_utf16() as u32,
        OffsetEncoding::Utf32 => 1,
        _ => c.len_utf8() as u32,
    }
}

/// For each byte offset (ascending), the number of units before it.
pub(crate) fn units_at(text: &str, bytes: &[u32], unit: OffsetEncoding) -> Vec<u32> {
    walk(text, bytes, OffsetEncoding::Utf8, unit)
}

fn walk(text: &str, offsets: &[u32], from: OffsetEncoding, to: OffsetEncoding) -> Vec<u32> {
    let mut out = Vec::with_capacity(offsets.len());
    let (mut at, mut turned) = (0u32, 0u32);
    let mut chars = text.chars();
    for &wanted in offsets {
        while at < wanted {
            let Some(c) = chars.next() else { break };
            at += width(from, c);
            turned += width(to, c);
        }
        out.push(turned);
    }
    out
}

/// The report with spans in bytes, whatever unit it came in.
pub(crate) fn in_bytes<'r>(report: &'r Report, text: &str) -> Cow<'r, Report> {
    if report.unit == OffsetEncoding::Utf8 {
        return Cow::Borrowed(report);
    }
    let mut report = report.clone();
    let unit = report.unit;
    let mut wanted = Vec::new();
    report.for_each_span(&mut |span| wanted.extend([span.start, span.end]));
    let offsets = Offsets::new(wanted, |wanted| walk(text, wanted, unit, OffsetEncoding::Utf8));
    report.for_each_span(&mut |span| *span = offsets.span(*span));
    report.unit = OffsetEncoding::Utf8;
    Cow::Owned(report)
}

#[cfg(test)]
mod tests {
    use super::*;
    use report_model::parse;

    #[test]
    fn there_and_back() {
        let text = "𠮷林学院2020年信息公开年度报告\r\n一、概述\r\n公开信息１２条🎓，网站８条。";
        let report = parse(text, &report_model::Options::default()).report;
        for unit in [OffsetEncoding::Utf16, OffsetEncoding::Utf32] {
            let mut turned = report.clone();
            turned.reencode(text, unit);
            assert_ne!(turned, report);
            assert_eq!(*in_bytes(&turned, text), report);
        }
    }
}
