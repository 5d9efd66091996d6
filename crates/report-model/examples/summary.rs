//! What a report states, in a dozen lines.
//!
//! `cargo run --example summary -- report.txt`; without a file it reads one of the golden reports.

use report_model::{DocumentKind, Options, Stated, StatedCount, parse};
use std::io::{self, Write};

const DEFAULT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/requests-with-outcomes/input.txt");

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| DEFAULT.to_owned());
    let text = std::fs::read_to_string(&path)?;
    let report = parse(&text, &Options::with_source(path)).report;
    let out = &mut io::stdout().lock();

    if report.kind != DocumentKind::AnnualReport {
        return writeln!(out, "not an annual report on information disclosure");
    }
    if let Some(institution) = &report.institution {
        let province =
            institution.province.as_ref().map_or("province not told", |province| &province.short_name);
        writeln!(out, "{}  ({province})", institution.name)?;
    }
    if let Some(coverage) = report.coverage {
        writeln!(out, "for        {}–{} ({} year)", coverage.first, coverage.last, coverage.basis)?;
    }
    if let Some(period) = report.period {
        writeln!(out, "period     {} to {}", period.start, period.end)?;
    }
    for section in &report.sections {
        let label = section.label.as_deref().unwrap_or("–");
        writeln!(out, "part       {label}{}  [{}]", section.title.value, section.role)?;
    }
    let requests = &report.requests;
    writeln!(out, "requests   received {}, granted {}", said(requests.received), said(requests.granted))?;
    writeln!(out, "           refused {}, fees {}", said(requests.refused), said(requests.fees))?;
    for refusal in &report.refusals {
        writeln!(
            out,
            "           ground {}: {:?}",
            refusal.ground,
            report.text(&text, refusal.span).unwrap_or_default()
        )?;
    }
    writeln!(out, "complaints {}", said(report.oversight.complaints))?;
    for problem in &report.problems {
        writeln!(out, "problem    {}", problem.value)?;
    }
    for found in &report.diagnostics {
        writeln!(out, "{}      {} {}", found.code, found.severity, found.message_en)?;
    }
    Ok(())
}

/// "None" and "not mentioned" are different answers.
fn said(count: Option<StatedCount>) -> String {
    match count {
        None => "not mentioned".to_owned(),
        Some(StatedCount { stated: Stated::Nil, .. }) => "none".to_owned(),
        Some(count) => count.value.to_string(),
    }
}
