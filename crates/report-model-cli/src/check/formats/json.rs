//! Findings as JSON: one document, or a line a finding.

use super::super::place::Lines;
use super::super::{Checked, Finding};
use super::{Look, Out, Sink, Tally, slashes};
use crate::error::{Unreadable, Worded as _};
use report_model::Span;
use serde_json::{Value, json};
use std::io::{self, Write};

/// Prints JSON.
pub(crate) struct Json {
    out: Out,
    look: Look,
    lines: bool,
    findings: Vec<Value>,
    unreadable: Vec<Value>,
}

impl Json {
    pub(crate) fn new(out: Out, look: Look, lines: bool) -> Self {
        Self { out, look, lines, findings: Vec::new(), unreadable: Vec::new() }
    }

    fn finding(&self, checked: &Checked, lines: &Lines<'_>, finding: &Finding) -> Value {
        let d = &finding.diagnostic;
        json!({
            "path": slashes(&checked.path),
            "code": d.code,
            "severity": d.severity.as_str(),
            "message": self.look.message(d),
            "span": [d.span.start, d.span.end],
            "start": place(lines, d.span.start),
            "end": place(lines, d.span.end),
            "words": lines.words(d.span, 80),
            "related": d.related.iter().map(|r| json!({
                "message": self.look.label(r),
                "span": [r.span.start, r.span.end],
                "start": place(lines, r.span.start),
                "words": words(lines, r.span),
            })).collect::<Vec<_>>(),
            "fix": d.fix,
            "fingerprint": d.fingerprint,
            "known": finding.known.as_ref().map(|known| json!({ "reason": known.reason })),
        })
    }
}

fn place(lines: &Lines<'_>, at: u32) -> Value {
    let place = lines.place(at);
    json!({ "line": place.line, "column": place.column })
}

fn words(lines: &Lines<'_>, span: Span) -> String {
    lines.words(span, 80)
}

impl Sink for Json {
    fn item(&mut self, checked: &Checked) -> io::Result<()> {
        let lines = Lines::new(&checked.text);
        for finding in &checked.findings {
            let value = self.finding(checked, &lines, finding);
            if self.lines {
                writeln!(self.out, "{value}")?;
            } else {
                self.findings.push(value);
            }
        }
        self.out.flush()
    }

    fn unreadable(&mut self, path: &str, error: &Unreadable) -> io::Result<()> {
        let record = serde_json::to_value(error.record(path)).map_err(io::Error::other)?;
        if self.lines {
            writeln!(self.out, "{record}")
        } else {
            self.unreadable.push(record);
            Ok(())
        }
    }

    fn end(&mut self, tally: &Tally) -> io::Result<()> {
        if !self.lines {
            let document = json!({
                "tool": { "name": "report-model", "version": env!("CARGO_PKG_VERSION") },
                "findings": std::mem::take(&mut self.findings),
                "unreadable": std::mem::take(&mut self.unreadable),
                "summary": {
                    "reports": tally.reports,
                    "others": tally.others,
                    "unreadable": tally.unreadable,
                    "errors": tally.errors,
                    "warnings": tally.warnings,
                    "infos": tally.infos,
                    "known": tally.known,
                    "holds": tally.holds,
                    "uncertain": tally.uncertain,
                    "not_assessable": tally.not_assessable,
                },
            });
            writeln!(self.out, "{}", serde_json::to_string_pretty(&document).map_err(io::Error::other)?)?;
        }
        self.out.flush()
    }
}
