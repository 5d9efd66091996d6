//! Flags of a report: which law it rests on, what its year and dates say about one another, what the audit found.

use report_model::{CoverageBasis, Date, Report, Severity};

/// True where an instrument is cited, by its identifier in the table of regulations.
pub(crate) fn cites(report: &Report, instrument: &str) -> bool {
    report.citations.iter().any(|citation| citation.instrument.as_deref() == Some(instrument))
}

/// Which version of the State Council's regulation is cited: `492`, `711`, both, or none.
pub(crate) fn regulation(report: &Report) -> Option<&'static str> {
    match (cites(report, "sc-order-492"), cites(report, "sc-order-711")) {
        (true, true) => Some("492 711"),
        (true, false) => Some("492"),
        (false, true) => Some("711"),
        (false, false) => None,
    }
}

/// When the report came out: the page's date, else that of the signature.
pub(crate) fn out_on(report: &Report) -> Option<Date> {
    report.page.published.map(|date| date.value).or_else(|| report.signed.date.map(|date| date.value))
}

/// Days from 31 October of the year that the report's year ends in to the day it came out; negative before.
pub(crate) fn days_after_due(report: &Report) -> Option<i32> {
    let last = report.coverage?.last;
    // The report on a calendar year falls due in the autumn after it as well as in the one within it: not told.
    let academic = report.coverage?.basis == CoverageBasis::Academic;
    let due = Date::new(last, 10, 31).filter(|_| academic)?;
    Some(out_on(report)?.day_number() - due.day_number())
}

/// Days of the statistical period, both ends included.
pub(crate) fn period_days(report: &Report) -> Option<i32> {
    report.period.map(|period| period.end.day_number() - period.start.day_number() + 1)
}

/// Findings of one of these rules; `None` where no audit was made.
pub(crate) fn found(report: &Report, codes: &[&str]) -> Option<usize> {
    let of = |code: &str| codes.contains(&code);
    (!report.checks.is_empty()).then(|| report.diagnostics.iter().filter(|d| of(&d.code)).count())
}

/// Findings of a severity.
pub(crate) fn of_severity(report: &Report, severity: Severity) -> usize {
    report.diagnostics.iter().filter(|finding| finding.severity == severity).count()
}
