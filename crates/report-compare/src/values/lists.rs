//! Lists of things named: citations, links, channels, items of the checklist.

use super::{Values, evidence};
use crate::compare::Side;
use crate::model::Evidence;
use crate::normal::folded;
use report_model::{Report, Span};
use std::collections::BTreeMap;

pub(super) fn compare(values: &mut Values, left: &Side<'_>, right: &Side<'_>) {
    for (field, list) in LISTS {
        named(values, field, list(left), list(right));
    }
}

/// What is named, by which it is found again, with what is said of it.
struct Named {
    /// Completes the field: the number of an item.
    suffix: String,
    key: String,
    said: String,
    evidence: Evidence,
}

type List = fn(&Side<'_>) -> Vec<Named>;

const LISTS: [(&str, List); 4] =
    [("checklist", checklist), ("channels", channels), ("citations", citations), ("links", links)];

/// Things named by both are compared by what is said of them, the others were added or are gone.
fn named(values: &mut Values, field: &str, left: Vec<Named>, right: Vec<Named>) {
    let mut waiting: BTreeMap<String, Vec<Named>> = BTreeMap::new();
    for item in left.into_iter().rev() {
        waiting.entry(item.key.clone()).or_default().push(item);
    }
    for item in right {
        let before = waiting.get_mut(&item.key).and_then(Vec::pop);
        let same = before.as_ref().is_some_and(|before| before.said == item.said);
        values.note(
            &format!("{field}{}", item.suffix),
            before.map(|before| before.evidence),
            Some(item.evidence),
            same,
        );
    }
    let mut gone: Vec<Named> = waiting.into_values().flatten().collect();
    gone.sort_by_key(|item| item.evidence.span);
    for item in gone {
        values.note(&format!("{field}{}", item.suffix), Some(item.evidence), None, false);
    }
}

fn checklist(side: &Side<'_>) -> Vec<Named> {
    let entries = side.report.checklist.iter();
    entries
        .map(|entry| {
            let status = entry.status.as_str().to_owned();
            let span = entry.spans.first().copied().unwrap_or_default();
            let evidence = evidence(side.text, status.clone(), span);
            Named { suffix: format!(".{}", entry.item), key: entry.item.to_string(), said: status, evidence }
        })
        .collect()
}

fn channels(side: &Side<'_>) -> Vec<Named> {
    let channels = side.report.channels.iter();
    channels
        .map(|named| {
            plain(side, named.channel.as_str().to_owned(), String::new(), named.channel.as_str(), named.span)
        })
        .collect()
}

fn citations(side: &Side<'_>) -> Vec<Named> {
    let citations = side.report.citations.iter();
    citations
        .map(|cited| {
            let number = cited.document_number.as_ref();
            let said = number.map(|number| folded(&number.text)).unwrap_or_default();
            let value = number
                .map_or_else(|| cited.title.clone(), |number| format!("{} {}", cited.title, number.text));
            // Where the number tells the difference, its words are part of the evidence.
            let span = number.map_or(cited.span, |number| around(cited.span, number.span));
            plain(side, folded(&cited.title), said, &value, span)
        })
        .collect()
}

/// Both spans where they are neighbours, the first else.
fn around(a: Span, b: Span) -> Span {
    let both = Span::new(a.start.min(b.start), a.end.max(b.end));
    if both.len() <= a.len() + b.len() + NEIGHBOURS { both } else { a }
}

/// Bytes of brackets between a title and its number.
const NEIGHBOURS: u32 = 24;

fn links(side: &Side<'_>) -> Vec<Named> {
    let report: &Report = side.report;
    report
        .links
        .iter()
        .map(|link| plain(side, link.url.clone(), String::new(), &link.url, link.span))
        .collect()
}

fn plain(side: &Side<'_>, key: String, said: String, value: &str, span: Span) -> Named {
    Named { suffix: String::new(), key, said, evidence: evidence(side.text, value.to_owned(), span) }
}
