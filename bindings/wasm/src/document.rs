//! A document as plain data, as JavaScript gets it and hands it on to the parser.

use report_model::OffsetEncoding::{Utf8, Utf16};
use report_model::{Diagnostic, Link, Span, reencode_spans};
use serde::Serialize;

/// A text with what its file says of it.
#[derive(Debug, Serialize)]
pub(crate) struct Document {
    pub(crate) text: String,
    pub(crate) format: String,
    pub(crate) encoding: Option<String>,
    pub(crate) headings: Vec<Heading>,
    pub(crate) tables: Vec<Table>,
    pub(crate) links: Vec<Link>,
    pub(crate) pages: Vec<Page>,
    pub(crate) margins: Vec<String>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Heading {
    pub(crate) span: Span,
    pub(crate) level: u8,
}

#[derive(Debug, Serialize)]
pub(crate) struct Table {
    pub(crate) span: Span,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Cell {
    pub(crate) span: Span,
    pub(crate) row: u32,
    pub(crate) column: u32,
    pub(crate) row_span: u32,
    pub(crate) column_span: u32,
}

#[derive(Debug, Serialize)]
pub(crate) struct Page {
    pub(crate) number: u32,
    pub(crate) span: Span,
}

impl Document {
    /// Counts all spans in UTF-16 code units instead of bytes.
    pub(crate) fn in_utf16(&mut self) {
        let text = std::mem::take(&mut self.text);
        reencode_spans(&text, self.spans_mut(), Utf8, Utf16);
        self.text = text;
    }

    /// Every span but those of the diagnostics, which are about the file and stand at its start.
    fn spans_mut(&mut self) -> Vec<&mut Span> {
        let headings = self.headings.iter_mut().map(|heading| &mut heading.span);
        let links = self.links.iter_mut().map(|link| &mut link.span);
        let pages = self.pages.iter_mut().map(|page| &mut page.span);
        let mut all: Vec<&mut Span> = headings.chain(links).chain(pages).collect();
        for table in &mut self.tables {
            all.push(&mut table.span);
            all.extend(table.cells.iter_mut().map(|cell| &mut cell.span));
        }
        all
    }
}
