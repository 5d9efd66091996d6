//! The signature block: a name line and a date line at the end, or right under the title.

use super::LineKind;
use super::lines::whole_date;
use super::names;
use crate::lexis::date::temporal_at;
use crate::model::{DateValue, Signed, Text};
use crate::outline::Outline;
use crate::reading::View;
use std::ops::Range;

#[derive(Default)]
pub(super) struct Signature {
    pub signed: Signed,
    pub name: Option<Range<usize>>,
}

/// Finds the signature at the end of the report; else under the title; else that of the letter.
pub(super) fn find(
    view: &View<'_>,
    kinds: &mut [LineKind],
    outline: &Outline,
    after_title: usize,
    first_heading: usize,
) -> Signature {
    let last_heading = outline.headings.last().map_or(0, |h| h.line);
    let n = kinds.len();
    // At the end: the last name or date line behind the last heading, chrome and contact lines skipped.
    let from = if outline.headings.is_empty() { after_title } else { last_heading + 1 };
    let mut at_end = Signature::default();
    for i in (from..n).rev() {
        if !take(view, kinds, i, &mut at_end)
            && (at_end.signed.by.is_some() || at_end.signed.date.is_some())
            && kinds[i] != LineKind::Short
        {
            break;
        }
        if at_end.signed.by.is_some() && at_end.signed.date.is_some() {
            break;
        }
    }
    // Under the title: only lines before the preamble's text.
    let mut under = Signature::default();
    for i in after_title..first_heading.min(n) {
        match kinds[i] {
            LineKind::Date | LineKind::Name => {
                take(view, kinds, i, &mut under);
            }
            LineKind::Metadata | LineKind::Chrome | LineKind::Letter | LineKind::Title => {}
            LineKind::Short
                if whole_date(view.line(view.lines[i])).is_some()
                    || glued(view.line(view.lines[i])).is_some() =>
            {
                take(view, kinds, i, &mut under);
            }
            _ => break,
        }
    }
    // In the letter: above the report's title.
    let mut letter = Signature::default();
    let lettered = kinds[..after_title.min(n)].contains(&LineKind::Letter);
    if lettered {
        for i in (0..after_title.min(n)).rev() {
            if matches!(kinds[i], LineKind::Date | LineKind::Name | LineKind::Short)
                && letter_place(view, kinds, i)
            {
                take(view, kinds, i, &mut letter);
            }
        }
    }
    let mut best = at_end;
    for other in [under, letter] {
        let empty = best.signed.by.is_none() && best.signed.date.is_none();
        if empty {
            best = other;
        } else {
            if best.signed.by.is_none() {
                best.name = other.name;
                best.signed.by = other.signed.by;
            }
            if best.signed.date.is_none() {
                best.signed.date = other.signed.date;
            }
        }
    }
    best
}

/// A letter is signed behind its text, not above it.
fn letter_place(view: &View<'_>, kinds: &[LineKind], i: usize) -> bool {
    let above = kinds[..i].contains(&LineKind::Prose);
    above && view.line(view.lines[i]) != "附件"
}

/// Takes a name or date line into the signature; false where the line is neither.
fn take(view: &View<'_>, kinds: &mut [LineKind], i: usize, into: &mut Signature) -> bool {
    let line = view.lines[i];
    let text = view.line(line);
    if matches!(
        kinds[i],
        LineKind::Metadata | LineKind::Chrome | LineKind::Heading | LineKind::Letter | LineKind::Title
    ) {
        return false;
    }
    if let Some((date, range)) = whole_date(text) {
        if into.signed.date.is_none()
            && let Some(day) = date.what.exact()
        {
            let range = line.start + range.start..line.start + range.end;
            into.signed.date = Some(DateValue { value: day, span: view.span(range) });
            kinds[i] = LineKind::Signature;
            return true;
        }
        return false;
    }
    if let Some((name, date)) = glued(text)
        && into.signed.date.is_none()
        && into.signed.by.is_none()
    {
        set_name(view, line.start + name.start, &text[name], into);
        let parsed = temporal_at(text, date).and_then(|d| Some((d.what.exact()?, d)));
        if let Some((day, d)) = parsed {
            into.signed.date =
                Some(DateValue { value: day, span: view.span(line.start + d.start..line.start + d.end) });
        }
        kinds[i] = LineKind::Signature;
        return true;
    }
    if names::signature_line(text).is_some() || names::office_line(text) {
        if into.signed.by.is_none() {
            set_name(view, line.start, text, into);
            kinds[i] = LineKind::Signature;
            return true;
        }
        return false;
    }
    false
}

fn set_name(view: &View<'_>, start: usize, text: &str, into: &mut Signature) {
    let core = names::strip_seal(text);
    let range = start..start + core.len();
    into.signed.by = Some(Text { value: view.printed(range.clone()), span: view.span(range) });
    into.name = names::signature_line(text).map(|(name, _)| start..start + name);
}

/// Name and date on one line, perhaps in brackets: where the name stands, and where the date starts.
fn glued(text: &str) -> Option<(Range<usize>, usize)> {
    if text.chars().count() > 50 || text.contains(['。', ',', ';', ':', '《']) {
        return None;
    }
    let at = text.find(|c: char| c.is_ascii_digit() || c == '二')?;
    let begin = text.len() - text.trim_start_matches(['(', ' ']).len();
    let name = text.get(begin..at)?.trim_end_matches([' ', '(']);
    if names::signature_line(name).is_none() && !names::office_line(name) {
        return None;
    }
    let date = temporal_at(text, at)?;
    (date.what.exact().is_some() && text[date.end..].trim_matches([')', ' ', '。']).is_empty())
        .then_some((begin..begin + name.len(), at))
}
