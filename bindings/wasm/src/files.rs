//! Files of any format, taken apart for the parser.

use crate::document::{Cell, Document, Heading, Page, Table};
use crate::{error, json};
use report_ingest::{BlockKind, Options};
use wasm_bindgen::prelude::*;

/// The JSON of a document, positions in UTF-16 code units of its `text`. `charset` as a server named it, `url` where a
/// page comes from.
///
/// Throws an `Error` with a member `kind` where the file can't be read.
#[wasm_bindgen]
pub fn read(bytes: &[u8], charset: Option<String>, url: Option<String>) -> Result<String, JsValue> {
    let options = Options {
        content_type: charset.map(|name| format!("text/plain; charset={name}")),
        url,
        ..Options::default()
    };
    let read =
        report_ingest::read(bytes, &options).map_err(|e| error(e.kind(), &e.message_en(), &e.message()))?;
    let mut document = plain(read);
    document.in_utf16();
    json(&document)
}

/// The same as plain data.
fn plain(read: report_ingest::Document) -> Document {
    let diagnostics = read.diagnostics();
    let headings = read.blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Heading { level } => Some(Heading { span: block.span, level }),
        _ => None,
    });
    let headings = headings.collect();
    let tables = read.tables.into_iter().map(|table| {
        let cells = table.cells.into_iter().map(|cell| Cell {
            span: cell.span,
            row: cell.row,
            column: cell.column,
            row_span: cell.row_span,
            column_span: cell.column_span,
        });
        Table { span: table.span, cells: cells.collect() }
    });
    Document {
        tables: tables.collect(),
        headings,
        links: read.links,
        pages: read.pages.into_iter().map(|page| Page { number: page.number, span: page.span }).collect(),
        margins: read.margins,
        diagnostics,
        format: read.format.to_string(),
        encoding: read.encoding.map(str::to_owned),
        text: read.text,
    }
}
