//! What goes from the modules that read files to the parser, through JavaScript: a document as plain data.

use report_model::{Diagnostic, Link, OffsetEncoding, Span};
use serde::{Deserialize, Serialize};

/// A text with what its file says of it. In JavaScript's hands all spans count UTF-16 code units.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
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

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Heading {
    pub(crate) span: Span,
    pub(crate) level: u8,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Table {
    pub(crate) span: Span,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Cell {
    pub(crate) span: Span,
    pub(crate) row: u32,
    pub(crate) column: u32,
    pub(crate) row_span: u32,
    pub(crate) column_span: u32,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Page {
    pub(crate) number: u32,
    pub(crate) span: Span,
}

impl Document {
    /// Counts all spans in another unit.
    pub(crate) fn turn(&mut self, from: OffsetEncoding, to: OffsetEncoding) {
        let text = std::mem::take(&mut self.text);
        from.turn(&text, to, &mut self.spans_mut());
        self.text = text;
    }

    /// Every span but those of the diagnostics, which are about the file and stand at its start.
    pub(crate) fn spans_mut(&mut self) -> Vec<&mut Span> {
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
