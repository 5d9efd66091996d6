//! The years of an institution side by side.

mod figures;
mod model;
mod notes;

use crate::carried;
use crate::compare::Side;
use crate::model::Share;
use crate::normal::Normal;
pub use figures::FIELDS;
pub use model::{Figure, Note, NoteKind, Part, Series, Severities, Year};
use report_model::{Report, Severity};
use std::collections::BTreeMap;

/// A report in a series, with the key of its institution. Who belongs together is the caller's to say: reports of one key
/// become one series, a report without a key stands alone.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Tells institutions apart; `None` where it is not known.
    pub key: Option<&'a str>,
    /// The report with its text.
    pub side: Side<'a>,
    /// Label or path, for the reader.
    pub source: &'a str,
}

/// Puts the years of each institution in a row, institutions in the order of their first report.
///
/// ```
/// use report_compare::{Side, series};
/// use report_model::parse;
/// let text = |year: u16, number: u16| {
///     format!("清远湖学院{year}年信息公开年度报告\n一、概述\n学校重视。\n二、主动公开情况\n主动公开信息{number}条。")
/// };
/// let texts = [text(2020, 310), text(2021, 1240), text(2023, 1300)];
/// let reports: Vec<_> = texts.iter().map(|text| parse(text, &Default::default()).report).collect();
/// let entries: Vec<_> = texts.iter().zip(&reports)
///     .map(|(text, report)| series::Entry { key: Some("清远湖学院"), side: Side { report, text }, source: "" })
///     .collect();
/// let found = &series::series(&entries)[0];
/// assert_eq!(found.gaps, [2022]);
/// assert_eq!(found.notes[0].kind, series::NoteKind::Rise); // four times as much from 2020 to 2021
/// assert_eq!((found.notes[0].from, found.notes[0].to), (0, 1));
/// ```
pub fn series(entries: &[Entry<'_>]) -> Vec<Series> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&Entry<'_>>> = Vec::new();
    for entry in entries {
        let place = match entry.key {
            Some(key) => *places.entry(key).or_insert(groups.len()),
            None => groups.len(),
        };
        if place == groups.len() {
            groups.push(Vec::new());
        }
        if let Some(group) = groups.get_mut(place) {
            group.push(entry);
        }
    }
    groups.into_iter().map(|group| one(&group)).collect()
}

fn one(entries: &[&Entry<'_>]) -> Series {
    let mut rows: Vec<(Year, Normal)> = entries.iter().map(|entry| year(entry)).collect();
    // A report without a year stands at the end, where it disturbs no pair of years.
    rows.sort_by(|(a, _), (b, _)| {
        (a.year.is_none(), a.year, &a.source).cmp(&(b.year.is_none(), b.year, &b.source))
    });
    for at in 1..rows.len() {
        let (before, rest) = rows.split_at_mut(at);
        if let (Some((last, old)), Some((this, new))) = (before.last(), rest.first_mut())
            && last.year.zip(this.year).is_some_and(|(last, this)| this == last + 1)
        {
            let shared = carried::shared(old, new);
            let count = |list: &[bool]| list.iter().filter(|&&covered| covered).count() as u32;
            this.reused = Some(Share::new(count(&shared.right), shared.right.len() as u32));
        }
    }
    let years: Vec<Year> = rows.into_iter().map(|(year, _)| year).collect();
    let institution = years.iter().rev().find_map(|year| year.institution.clone());
    let key = entries.first().and_then(|entry| entry.key).map(str::to_owned);
    Series { key, institution, gaps: gaps(&years), notes: notes::notes(&years), years }
}

/// Years between the first and the last that no report is for.
fn gaps(years: &[Year]) -> Vec<u16> {
    let known: Vec<u16> = years.iter().filter_map(|year| year.year).collect();
    let (Some(&first), Some(&last)) = (known.first(), known.last()) else { return Vec::new() };
    (first..=last).filter(|year| known.binary_search(year).is_err()).collect()
}

fn year(entry: &Entry<'_>) -> (Year, Normal) {
    let report = entry.side.in_bytes();
    let side = Side { report: &report, text: entry.side.text };
    let year = Year {
        source: entry.source.to_owned(),
        institution: report.institution.as_ref().map(|institution| institution.name.clone()),
        year: report
            .coverage
            .map(|coverage| coverage.last)
            .or_else(|| report.period.map(|period| period.end.year())),
        coverage: report.coverage,
        figures: figures::figures(&side),
        parts: report.parts.iter().map(|part| Part { role: part.role, state: part.state }).collect(),
        diagnostics: severities(&report),
        reused: None,
    };
    (year, Normal::new(side.text))
}

fn severities(report: &Report) -> Severities {
    let count = |severity: Severity| {
        report.diagnostics.iter().filter(|found| found.severity == severity).count() as u32
    };
    Severities {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        infos: count(Severity::Info),
    }
}
