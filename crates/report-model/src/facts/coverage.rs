//! The year the report says it is for: the title's, else the first statement in the preamble, else in the first part.

use super::times::Times;
use crate::frame::Frame;
use crate::lexis::date::{Temporal, What, Year, temporal_at};
use crate::lexis::words::words;
use crate::model::{Coverage, CoverageBasis};
use crate::outline::Outline;
use crate::reading::View;
use std::ops::Range;

/// Finds the year. `Times` must not hold dates inside citations.
pub(crate) fn find(
    view: &View<'_>,
    frame: &Frame,
    outline: &Outline,
    times: &Times,
    period: Option<&Range<usize>>,
) -> Option<Coverage> {
    if let Some(title) = &frame.title
        && let Some(found) = in_title(view, title.clone())
    {
        return Some(found);
    }
    let in_period = |t: &Temporal| period.is_some_and(|p| p.start <= t.start && t.end <= p.end);
    let speaks = |t: &&Temporal| {
        if in_period(t) {
            return false;
        }
        match t.what {
            What::Years { .. } => true,
            What::Date { year: Year::Named(_), month: None, day: None } => whole_year(view, t),
            What::Date { .. } => false,
        }
    };
    let preamble = times.dates_in(frame.preamble.clone()).iter().find(speaks);
    let found = preamble.or_else(|| {
        // A letter without preamble, or a first part that names the year.
        let first = outline.headings.first().map_or(frame.body.clone(), |h| h.body..h.end);
        times
            .dates_in(first)
            .iter()
            .find(|t| !in_period(t) && matches!(t.what, What::Years { academic: true, .. }))
    })?;
    made(view, found.what, found.start..found.end)
}

fn in_title(view: &View<'_>, title: Range<usize>) -> Option<Coverage> {
    let words = view.words(title.clone());
    let mut best: Option<Coverage> = None;
    let mut skip = 0;
    for (i, c) in words.char_indices() {
        if i < skip || !(c.is_ascii_digit() || c == '二') {
            continue;
        }
        if let Some(t) = temporal_at(words, i) {
            skip = t.end;
            if let Some(found) = made(view, t.what, title.start + t.start..title.start + t.end) {
                let academic = found.basis == CoverageBasis::Academic;
                if best.is_none() || academic {
                    best = Some(found);
                }
            }
        }
    }
    best
}

/// 2022年度, 2022年信息公开…, 二〇二二年度我校…: a year as such, not the year of an event.
fn whole_year(view: &View<'_>, t: &Temporal) -> bool {
    let printed = view.words(t.start..t.end);
    let behind = &view.text[t.end..];
    printed.ends_with('度')
        || words![
            "信息公开",
            "学校信息公开",
            "我校",
            "我院",
            "度",
            "工作",
            "校务公开",
            "院务公开",
            "以来",
            "全年",
            "年报",
            "年度"
        ]
        .open(behind)
}

fn made(view: &View<'_>, what: What, range: Range<usize>) -> Option<Coverage> {
    let (basis, first, last) = match what {
        What::Years { first, last, academic: true } => (CoverageBasis::Academic, first, last),
        What::Years { first, last, academic: false } => (CoverageBasis::Calendar, first, last),
        What::Date { year: Year::Named(y), month: None, day: None } => (CoverageBasis::Calendar, y, y),
        What::Date { .. } => return None,
    };
    Some(Coverage { basis, first, last, span: view.span(range) })
}
