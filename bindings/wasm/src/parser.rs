//! The parser: texts and documents in, reports out.

use crate::document::Document;
use crate::{bad_options, error, json};
use report_model::OffsetEncoding::{Utf8, Utf16};
use report_model::{
    AuditOptions, CellLayout, HeadingHint, Options, Report, Span, Structure, TableLayout, try_parse,
};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// Options of a call; all may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Given {
    /// Label or path, copied to the report.
    source: Option<String>,
    /// Which rules to apply; `null` for all, `false` for none.
    audit: Option<Audit>,
    /// Changes to a document's text, one after the other, each in UTF-16 code units of the text before it.
    edits: Vec<Edit>,
}

/// A switch, or the codes wanted and not wanted.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audit {
    Whether(bool),
    Which {
        #[serde(default)]
        select: Vec<String>,
        #[serde(default)]
        ignore: Vec<String>,
    },
}

/// Other words in the place of a span.
#[derive(Debug, Deserialize)]
struct Edit {
    span: Span,
    replacement: String,
}

impl Given {
    fn read(json: &str) -> Result<Self, JsValue> {
        serde_json::from_str(json).map_err(bad_options)
    }

    fn options(&self) -> Options {
        let mut options = Options::default();
        options = match &self.audit {
            None | Some(Audit::Whether(true)) => options,
            Some(Audit::Whether(false)) => options.audit(None),
            Some(Audit::Which { select, ignore }) => {
                options.audit(Some(AuditOptions::select(select).ignore(ignore.clone())))
            }
        };
        options.source.clone_from(&self.source);
        options
    }
}

/// The JSON of a report, spans in UTF-16 code units, so that `text.slice(start, end)` gives the words.
///
/// Throws an `Error` with a member `kind` where the text can't be read at all.
#[wasm_bindgen]
pub fn parse(text: &str, options: &str) -> Result<String, JsValue> {
    json(&read(text, &Structure::default(), &Given::read(options)?.options())?)
}

/// The JSON of `{report, document}` for a document, after the edits that the options name.
///
/// Throws an `Error` with a member `kind` where the text can't be read or an edit is not in it.
#[wasm_bindgen]
pub fn parse_document(document: &str, options: &str) -> Result<String, JsValue> {
    #[derive(Serialize)]
    struct Parsed<'a> {
        report: Report,
        document: &'a Document,
    }
    let given = Given::read(options)?;
    let mut document: Document = serde_json::from_str(document).map_err(bad_options)?;
    document.turn(Utf16, Utf8);
    for edit in &given.edits {
        apply(&mut document, edit)?;
    }
    let mut report = read(&document.text, &structure(&document), &given.options())?;
    report.diagnostics.splice(0..0, document.diagnostics.iter().cloned());
    document.turn(Utf8, Utf16);
    json(&Parsed { report, document: &document })
}

fn read(text: &str, structure: &Structure, options: &Options) -> Result<Report, JsValue> {
    let parsed = if structure.is_empty() || text.len() > options.max_bytes as usize {
        try_parse(text, options)
            .map_err(|e| error(e.kind(), &e.to_string(), "文本超过长度上限，未读取"))?
    } else {
        report_model::parse_structured(text, structure, options)
    };
    let mut report = parsed.report;
    report.reencode(text, Utf16);
    Ok(report)
}

/// Puts an edit's words in their place; all else moves along.
fn apply(document: &mut Document, edit: &Edit) -> Result<(), JsValue> {
    let mut span = edit.span;
    Utf16.turn(&document.text, Utf8, &mut [&mut span]);
    let mut again = span;
    Utf8.turn(&document.text, Utf16, &mut [&mut again]);
    if again != edit.span || document.text.get(span.range()).is_none() {
        return Err(error("bad_options", "an edit is not in the text", "要修改的位置不在文本中"));
    }
    document.text.replace_range(span.range(), &edit.replacement);
    for other in document.spans_mut() {
        *other = other.after(span, edit.replacement.len() as u32);
    }
    Ok(())
}

fn structure(document: &Document) -> Structure {
    let tables = document.tables.iter().map(|table| TableLayout {
        span: table.span,
        cells: table
            .cells
            .iter()
            .map(|cell| CellLayout {
                span: cell.span,
                row: cell.row,
                column: cell.column,
                row_span: cell.row_span,
                column_span: cell.column_span,
            })
            .collect(),
    });
    Structure {
        headings: document.headings.iter().map(|h| HeadingHint { span: h.span, level: h.level }).collect(),
        tables: tables.collect(),
        links: document.links.clone(),
    }
}

/// The rules of the audit as a JSON array: code, name, group, severity, title and help in both languages.
#[wasm_bindgen]
pub fn rules() -> Result<String, JsValue> {
    let rules = report_model::rules().iter().map(|rule| {
        serde_json::json!({
            "code": rule.code,
            "name": rule.name,
            "group": rule.group().title(),
            "group_en": rule.group().title_en(),
            "severity": rule.severity,
            "title": rule.title,
            "title_en": rule.title_en,
            "help": rule.help,
            "help_en": rule.help_en,
        })
    });
    json(&rules.collect::<Vec<_>>())
}

/// The version of the parser and its rules.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
