//! Two reports in, a comparison out.

use crate::carried::{self, Shared};
use crate::model::{CarriedSpan, Comparison, Document, Share};
use crate::normal::Normal;
use crate::sections::{self, Flat, Matched};
use crate::values;
use report_model::{OffsetEncoding, Report, Span, Text};
use std::borrow::Cow;

/// A report with the text it was read from. The report's spans may count in any unit.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// What the parser made of the text.
    pub report: &'a Report,
    /// The text.
    pub text: &'a str,
}

impl<'a> Side<'a> {
    /// The report with spans in bytes, whatever unit it came in.
    pub(crate) fn in_bytes(&self) -> Cow<'a, Report> {
        if self.report.unit == OffsetEncoding::Utf8 {
            return Cow::Borrowed(self.report);
        }
        let mut report = self.report.clone();
        report.reencode(self.text, OffsetEncoding::Utf8);
        Cow::Owned(report)
    }
}

/// Puts two reports beside each other; the left one is usually the earlier. Spans of the result are bytes, see
/// [`Comparison::reencode`]. A report that does not belong to its text gives a comparison without words, never a panic.
pub fn compare(left: &Side<'_>, right: &Side<'_>) -> Comparison {
    let (a, b) = (left.in_bytes(), right.in_bytes());
    let (left, right) = (Side { report: &a, text: left.text }, Side { report: &b, text: right.text });
    let (flat_a, flat_b) = (sections::flatten(&a), sections::flatten(&b));
    let mut matched = sections::matched(&flat_a, &flat_b);

    let (text_a, text_b) = (Normal::new(left.text), Normal::new(right.text));
    let shared = carried::shared(&text_a, &text_b);
    let own_a = owners(&text_a, &flat_a, &matched.of_left);
    let own_b = owners(&text_b, &flat_b, &matched.of_right);
    let carried = pieces(&shared, (&text_a, &own_a), (&text_b, &own_b));
    let whole = |covered: &[bool]| share(covered, &vec![false; covered.len()], 0..covered.len());
    let (share_a, share_b) = (whole(&shared.left), whole(&shared.right));
    set_shares(&mut matched, (&text_a, &shared.left, &flat_a), (&text_b, &shared.right, &flat_b));

    let values = values::changes((&left, &flat_a, &own_a, &text_a), (&right, &flat_b, &own_b, &text_b));
    Comparison {
        schema: Comparison::SCHEMA.to_owned(),
        unit: OffsetEncoding::Utf8,
        left: document(&a, share_a),
        right: document(&b, share_b),
        sections: matched.list,
        values: values.list,
        tally: values.tally,
        carried,
    }
}

fn document(report: &Report, share: Share) -> Document {
    let name = |institution: &report_model::Institution| Text {
        value: institution.name.clone(),
        span: institution.span,
    };
    Document {
        source: report.source.clone(),
        title: report.title.clone(),
        institution: report.institution.as_ref().map(name),
        coverage: report.coverage,
        share,
    }
}

/// For each character, the index in the comparison's list of the innermost part that holds it.
fn owners(text: &Normal, flat: &[Flat<'_>], index: &[u32]) -> Vec<Option<u32>> {
    let mut own = vec![None; text.len()];
    for (flat, &index) in flat.iter().zip(index) {
        // Parts below come later and take over what is theirs.
        if let Some(range) = own.get_mut(range(text, flat.section.span)) {
            range.fill(Some(index));
        }
    }
    own
}

fn range(text: &Normal, span: Span) -> std::ops::Range<usize> {
    let start = text.index(span.start);
    start..text.index(span.end).max(start)
}

/// The runs, cut where a part ends on either side.
fn pieces(
    shared: &Shared,
    (a, own_a): (&Normal, &[Option<u32>]),
    (b, own_b): (&Normal, &[Option<u32>]),
) -> Vec<CarriedSpan> {
    let mut out = Vec::new();
    for run in &shared.runs {
        let owners = |at: usize| {
            (own_a.get(run.left + at).copied().flatten(), own_b.get(run.right + at).copied().flatten())
        };
        let mut start = 0;
        for at in 1..=run.len {
            if at == run.len || owners(at) != owners(start) {
                let (left_section, right_section) = owners(start);
                out.push(CarriedSpan {
                    left: a.span(run.left + start, run.left + at),
                    right: b.span(run.right + start, run.right + at),
                    left_section,
                    right_section,
                });
                start = at;
            }
        }
    }
    out
}

type Covered<'c, 'r> = (&'c Normal, &'c [bool], &'c [Flat<'r>]);

fn set_shares(matched: &mut Matched, left: Covered<'_, '_>, right: Covered<'_, '_>) {
    for (share, &index) in shares(left).into_iter().zip(&matched.of_left) {
        if let Some(side) = matched.list.get_mut(index as usize).and_then(|pair| pair.left.as_mut()) {
            side.share = share;
        }
    }
    for (share, &index) in shares(right).into_iter().zip(&matched.of_right) {
        if let Some(side) = matched.list.get_mut(index as usize).and_then(|pair| pair.right.as_mut()) {
            side.share = share;
        }
    }
}

/// The share of each part, headings left out: those are prescribed.
fn shares((text, covered, flat): Covered<'_, '_>) -> Vec<Share> {
    let mut heading = vec![false; text.len()];
    for flat in flat {
        let words = Span::new(flat.section.span.start, flat.section.title.span.end);
        if let Some(words) = heading.get_mut(range(text, words)) {
            words.fill(true);
        }
    }
    flat.iter().map(|flat| share(covered, &heading, range(text, flat.section.span))).collect()
}

fn share(covered: &[bool], left_out: &[bool], range: std::ops::Range<usize>) -> Share {
    let (mut carried, mut of) = (0, 0);
    let covered = covered.get(range.clone()).unwrap_or_default();
    for (&covered, _) in covered.iter().zip(left_out.get(range).unwrap_or_default()).filter(|(_, out)| !**out)
    {
        of += 1;
        carried += u32::from(covered);
    }
    Share::new(carried, of)
}
