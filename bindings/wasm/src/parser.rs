//! The parser: texts and documents in, reports out.
//!
//! What goes in crosses as strings and numbers, not as JSON: a reader of JSON would be a tenth of the module.

use crate::{ascii, error};
use report_model::OffsetEncoding::{Utf8, Utf16};
use report_model::{
    AuditOptions, CellLayout, HeadingHint, Link, Options, Report, Severity, Span, Structure, TableLayout,
    parse_structured, reencode_spans, try_parse,
};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The JSON of a report, spans in UTF-16 code units, so that `text.slice(start, end)` gives the words.
///
/// `select` and `ignore` are codes of rules, or beginnings of codes, with commas between.
/// Throws an `Error` with a member `kind` where the text can't be read at all.
#[wasm_bindgen]
pub fn parse(text: &str, source: Option<String>, select: &str, ignore: &str) -> Result<String, JsValue> {
    let parsed = try_parse(text, &options(source, select, ignore))
        .map_err(|e| error(e.kind(), &e.to_string(), "文本超过长度上限，未读取"))?;
    finish(parsed.report, text)
}

/// The same for a text of which its file says more: `layout` as [`structure`] reads it, `urls` a line each.
#[wasm_bindgen]
pub fn parse_document(
    text: &str,
    layout: &[u32],
    urls: &str,
    source: Option<String>,
    select: &str,
    ignore: &str,
) -> Result<String, JsValue> {
    let structure = structure(text, layout, urls)
        .ok_or_else(|| error("bad_options", "the document's layout is broken", "文档结构数据有误"))?;
    let options = options(source, select, ignore).max_bytes(u32::MAX);
    finish(parse_structured(text, &structure, &options).report, text)
}

fn finish(mut report: Report, text: &str) -> Result<String, JsValue> {
    report.reencode(text, Utf16);
    ascii::json(&report)
}

fn options(source: Option<String>, select: &str, ignore: &str) -> Options {
    let codes = |list: &str| -> Vec<String> {
        list.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect()
    };
    let audit = AuditOptions::select(codes(select)).ignore(codes(ignore));
    let mut options = Options::default().audit(Some(audit));
    options.source = source;
    options
}

/// Number of headings and for each its span and level; number of tables and for each its span, number of cells and
/// for each cell its span, row, column and how many of each it covers; number of links and for each its span. Spans
/// count UTF-16 code units. `None` where the numbers are not as agreed.
fn structure(text: &str, layout: &[u32], urls: &str) -> Option<Structure> {
    let mut numbers = layout.iter().copied();
    let mut next = || numbers.next();
    let mut structure = Structure::default();
    for _ in 0..next()? {
        let span = Span::new(next()?, next()?);
        structure.headings.push(HeadingHint { span, level: u8::try_from(next()?).ok()? });
    }
    for _ in 0..next()? {
        let mut table = TableLayout { span: Span::new(next()?, next()?), cells: Vec::new() };
        for _ in 0..next()? {
            let span = Span::new(next()?, next()?);
            let (row, column, row_span, column_span) = (next()?, next()?, next()?, next()?);
            table.cells.push(CellLayout { span, row, column, row_span, column_span });
        }
        structure.tables.push(table);
    }
    let mut urls = urls.split('\n');
    for _ in 0..next()? {
        structure.links.push(Link { span: Span::new(next()?, next()?), url: urls.next()?.to_owned() });
    }
    let headings = structure.headings.iter_mut().map(|heading| &mut heading.span);
    let mut spans: Vec<&mut Span> =
        headings.chain(structure.links.iter_mut().map(|link| &mut link.span)).collect();
    for table in &mut structure.tables {
        spans.push(&mut table.span);
        spans.extend(table.cells.iter_mut().map(|cell| &mut cell.span));
    }
    reencode_spans(text, spans, Utf16, Utf8);
    next().is_none().then_some(structure)
}

/// A rule, as JavaScript gets it. No `json!`: values of any shape bring more code than all of this file.
#[derive(Serialize)]
struct Entry {
    code: &'static str,
    name: &'static str,
    group: &'static str,
    group_en: &'static str,
    severity: Severity,
    title: &'static str,
    title_en: &'static str,
    help: &'static str,
    help_en: &'static str,
}

/// The rules of the audit as a JSON array: code, name, group, severity, title and help in both languages.
#[wasm_bindgen]
pub fn rules() -> Result<String, JsValue> {
    let rules = report_model::rules().iter().map(|rule| Entry {
        code: rule.code,
        name: rule.name,
        group: rule.group().title(),
        group_en: rule.group().title_en(),
        severity: rule.severity,
        title: rule.title,
        title_en: rule.title_en,
        help: rule.help,
        help_en: rule.help_en,
    });
    ascii::json(&rules.collect::<Vec<_>>())
}

/// The version of the parser and its rules.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
