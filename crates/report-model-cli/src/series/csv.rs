//! Series as one table for spreadsheets: a row a report, three columns a figure (number, hedge, unit), notes in words.

use super::grid;
use crate::check::formats::csv::guard;
use report_compare::series::{FIELDS, Series, Year};
use report_model::{Bound, Role};
use std::io;

pub(super) fn render(found: &[Series], bom: bool) -> io::Result<String> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(header())?;
    for series in found {
        for (at, year) in (0u32..).zip(&series.years) {
            let cells = record(series, year, at);
            out.write_record(cells.iter().map(|cell| guard(cell).into_owned()))?;
        }
    }
    let bytes = out.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(io::Error::other)?;
    Ok(if bom { format!("\u{feff}{text}") } else { text })
}

/// The prescribed parts, in the order of the notices.
const PARTS: [Role; 8] = [
    Role::Overview,
    Role::Proactive,
    Role::OnRequest,
    Role::Appraisal,
    Role::Complaints,
    Role::Improvement,
    Role::Checklist,
    Role::OtherMatters,
];

fn header() -> Vec<String> {
    let mut out: Vec<String> = ["key", "institution", "year", "basis", "source"].map(str::to_owned).into();
    for field in FIELDS {
        out.extend([field.to_owned(), format!("{field}.bound"), format!("{field}.unit")]);
    }
    out.extend(PARTS.map(|role| format!("part.{role}")));
    out.extend(["errors", "warnings", "infos", "reused", "missing_before", "notes"].map(str::to_owned));
    out
}

fn record(series: &Series, year: &Year, at: u32) -> Vec<String> {
    let or_empty = |text: Option<String>| text.unwrap_or_default();
    let mut out = vec![
        or_empty(series.key.clone()),
        or_empty(year.institution.clone()),
        or_empty(year.year.map(|year| year.to_string())),
        or_empty(year.coverage.map(|coverage| coverage.basis.to_string())),
        year.source.clone(),
    ];
    for field in FIELDS {
        let figure = grid::of(year, field);
        out.push(or_empty(figure.and_then(|figure| figure.evidence.number).map(|number| number.to_string())));
        out.push(or_empty(
            figure.and_then(|figure| figure.evidence.bound).map(|bound: Bound| bound.to_string()),
        ));
        out.push(or_empty(figure.and_then(|figure| figure.unit.clone())));
    }
    for role in PARTS {
        let part = year.parts.iter().find(|part| part.role == role);
        out.push(or_empty(part.map(|part| part.state.to_string())));
    }
    let found = year.diagnostics;
    out.extend([found.errors, found.warnings, found.infos].map(|count| count.to_string()));
    out.push(or_empty(year.reused.and_then(|share| share.ratio).map(|ratio| ratio.to_string())));
    out.push(or_empty(missing_before(series, at)));
    // Codes for programs: the words are those of the other formats.
    let notes = series.notes.iter().filter(|note| note.to == at);
    let notes: Vec<String> =
        notes.map(|note| [note.kind.as_str(), note.field.as_deref().unwrap_or_default()].join(":")).collect();
    out.push(notes.join(" "));
    out
}

/// How many years are missing between this report and the one before.
fn missing_before(series: &Series, at: u32) -> Option<String> {
    let before = series.years.get(at.checked_sub(1)? as usize)?.year?;
    let this = series.years.get(at as usize)?.year?;
    Some(this.saturating_sub(before).saturating_sub(1).to_string())
}
