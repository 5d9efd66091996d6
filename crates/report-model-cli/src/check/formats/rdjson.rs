//! Reviewdog's diagnostic format: columns are bytes of UTF-8 from 1, the end is exclusive.

use super::super::Checked;
use super::super::place::Lines;
use super::{Look, Out, Sink, Tally, slashes};
use crate::error::{Unreadable, Worded as _};
use report_model::{Severity, Span};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Prints one rdjson document.
pub(crate) struct Rdjson {
    out: Out,
    look: Look,
    list: Vec<Value>,
}

impl Rdjson {
    pub(crate) fn new(out: Out, look: Look) -> Self {
        Self { out, look, list: Vec::new() }
    }
}

fn range(lines: &Lines<'_>, span: Span) -> Value {
    let at = |offset| {
        let place = lines.place(offset);
        json!({ "line": place.line, "column": place.byte_column })
    };
    json!({ "start": at(span.start), "end": at(span.end) })
}

impl Sink for Rdjson {
    fn item(&mut self, checked: &Checked) -> io::Result<()> {
        let lines = Lines::new(&checked.text);
        let path = slashes(&checked.path);
        for finding in checked.fresh() {
            let severity = match finding.severity {
                Severity::Error => "ERROR",
                Severity::Warning => "WARNING",
                _ => "INFO",
            };
            let mut value = json!({
                "message": self.look.message(finding),
                "location": { "path": path, "range": range(&lines, finding.span) },
                "severity": severity,
                "code": { "value": finding.code },
                "relatedLocations": finding.related.iter().map(|related| json!({
                    "message": self.look.label(related),
                    "location": { "path": path, "range": range(&lines, related.span) },
                })).collect::<Vec<_>>(),
            });
            if let Some(fix) = &finding.fix {
                value["suggestions"] = json!([{ "range": range(&lines, fix.span), "text": fix.replacement }]);
            }
            self.list.push(value);
        }
        Ok(())
    }

    fn unreadable(&mut self, path: &str, error: &Unreadable) -> io::Result<()> {
        self.list.push(json!({
            "message": error.message(self.look.lang),
            "location": { "path": slashes(path) },
            "severity": "ERROR",
        }));
        Ok(())
    }

    fn end(&mut self, _: &Tally) -> io::Result<()> {
        let document =
            json!({ "source": { "name": "report-model" }, "diagnostics": std::mem::take(&mut self.list) });
        writeln!(self.out, "{document}")?;
        self.out.flush()
    }
}
