//! SARIF 2.1.0 (OASIS), for code scanning and editors. Columns are code points; nothing of the report's text is embedded
//! but the words that messages quote.

use super::super::place::Lines;
use super::super::{Checked, Finding, rules};
use super::{Look, Out, Sink, Tally, slashes};
use crate::error::{Unreadable, Worded as _};
use crate::lang::Lang;
use report_model::{Rule, Section, Severity, Span};
use serde_json::{Value, json};
use std::io::{self, Write};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes one run.
pub(crate) struct Sarif {
    out: Out,
    look: Look,
    results: Vec<Value>,
    artifacts: Vec<Value>,
    faults: Vec<Value>,
}

impl Sarif {
    pub(crate) fn new(out: Out, look: Look) -> Self {
        Self { out, look, results: Vec::new(), artifacts: Vec::new(), faults: Vec::new() }
    }

    fn result(&self, checked: &Checked, lines: &Lines<'_>, finding: &Finding) -> Value {
        let d = &finding.diagnostic;
        let uri = uri(&checked.path);
        let mut location = json!({ "physicalLocation": physical(lines, &uri, d.span) });
        let path = headings(&checked.report.sections, d.span);
        if !path.is_empty() {
            location["logicalLocations"] =
                json!([{ "fullyQualifiedName": path.join(" / "), "name": path.last(), "kind": "element" }]);
        }
        let mut result = json!({
            "ruleId": d.code,
            "level": level(d.severity),
            "message": { "text": self.look.message(d) },
            "locations": [location],
            "relatedLocations": d.related.iter().enumerate().map(|(i, related)| json!({
                "id": i,
                "message": { "text": self.look.label(related) },
                "physicalLocation": physical(lines, &uri, related.span),
            })).collect::<Vec<_>>(),
            "partialFingerprints": { "reportModel/v1": d.fingerprint },
        });
        if let Some(index) = report_model::rules().iter().position(|rule| rule.code == d.code) {
            result["ruleIndex"] = json!(index);
        }
        if let Some(fix) = &d.fix {
            result["fixes"] = json!([{
                "description": { "text": rules::of(&d.code).map_or("", |rule| self.look.lang.pick(rule.help, rule.help_en)) },
                "artifactChanges": [{
                    "artifactLocation": { "uri": uri },
                    "replacements": [{
                        "deletedRegion": region(lines, fix.span),
                        "insertedContent": { "text": fix.replacement },
                    }],
                }],
            }]);
        }
        if let Some(known) = &finding.known {
            let mut suppression = json!({ "kind": "external" });
            if let Some(reason) = &known.reason {
                suppression["justification"] = json!(reason);
            }
            result["suppressions"] = json!([suppression]);
        }
        result
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        _ => "note",
    }
}

/// A relative reference: reserved and non-ASCII signs are percent-encoded.
fn uri(path: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for byte in slashes(path).bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn physical(lines: &Lines<'_>, uri: &str, span: Span) -> Value {
    json!({ "artifactLocation": { "uri": uri }, "region": region(lines, span) })
}

fn region(lines: &Lines<'_>, span: Span) -> Value {
    let (start, end) = (lines.place(span.start), lines.place(span.end));
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}

/// Titles of the parts that hold a span, outermost first.
fn headings(sections: &[Section], span: Span) -> Vec<&str> {
    let mut path = Vec::new();
    let mut level = sections;
    while let Some(section) = level.iter().find(|s| s.span.start <= span.start && span.end <= s.span.end) {
        path.push(section.title.value.as_str());
        level = &section.children;
    }
    path
}

fn descriptor(rule: &Rule, lang: Lang) -> Value {
    let page: Vec<&str> = rule.page.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let (title, help) = (lang.pick(rule.title, rule.title_en), lang.pick(rule.help, rule.help_en));
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": title },
        "fullDescription": { "text": format!("{title}. {help}") },
        "help": { "text": help, "markdown": page.join("\n") },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.group().title_en()] },
    })
}

impl Sink for Sarif {
    fn item(&mut self, checked: &Checked) -> io::Result<()> {
        let lines = Lines::new(&checked.text);
        let results = checked.findings.iter().map(|finding| self.result(checked, &lines, finding));
        let results: Vec<Value> = results.collect();
        self.results.extend(results);
        self.artifacts.push(json!({ "location": { "uri": uri(&checked.path) }, "encoding": "UTF-8" }));
        Ok(())
    }

    fn unreadable(&mut self, path: &str, error: &Unreadable) -> io::Result<()> {
        self.faults.push(json!({
            "level": "error",
            "message": { "text": format!("{path}: {}", error.message(self.look.lang)) },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(path) } } }],
        }));
        Ok(())
    }

    fn end(&mut self, tally: &Tally) -> io::Result<()> {
        let rules: Vec<Value> =
            report_model::rules().iter().map(|rule| descriptor(rule, self.look.lang)).collect();
        let log = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "report-model",
                    "version": env!("CARGO_PKG_VERSION"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                }},
                "columnKind": "unicodeCodePoints",
                "invocations": [{
                    "executionSuccessful": tally.unreadable == 0,
                    "toolExecutionNotifications": std::mem::take(&mut self.faults),
                }],
                "artifacts": std::mem::take(&mut self.artifacts),
                "results": std::mem::take(&mut self.results),
            }],
        });
        writeln!(self.out, "{}", serde_json::to_string_pretty(&log).map_err(io::Error::other)?)?;
        self.out.flush()
    }
}
