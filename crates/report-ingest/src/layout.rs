//! From paragraphs and tables to one text with spans: resolves merged cells, tells tables of data from tables that only
//! place things on a page, and writes a row a line.

use crate::document::{Block, BlockKind, Document, Origin, Page};
use crate::error::IngestError;
use crate::items::{CellItem, Item, Paragraph, TableItem};
use crate::limits::Limits;
use report_model::{CellLayout, Link, Span, TableLayout};

/// Most columns a table can have; wider ones are cut off there.
const COLUMNS: u32 = 1024;
/// A cell with more text than this, in bytes, holds a text, not a value.
const CELL: usize = 3000;
/// The same for tables of one row, which usually place things side by side.
const CELL_ALONE: usize = 300;

/// Writes the items into the document.
pub(crate) fn write(document: &mut Document, items: Vec<Item>, limits: &Limits) -> Result<(), IngestError> {
    let mut cells = 0;
    // Items still to write, last first: tables that only place things put their contents here.
    let mut stack: Vec<Item> = items.into_iter().rev().collect();
    while let Some(item) = stack.pop() {
        match item {
            Item::Paragraph(paragraph) => write_paragraph(document, paragraph),
            Item::Table(table) => {
                cells += table.rows.iter().map(Vec::len).sum::<usize>();
                if cells > limits.cells {
                    return Err(IngestError::TooLarge { what: "cells", limit: limits.cells as u64 });
                }
                if is_data(&table) {
                    write_table(document, table);
                } else {
                    let parts = table.rows.into_iter().flatten().flat_map(|cell| cell.items);
                    let at = stack.len();
                    stack.extend(parts);
                    stack[at..].reverse();
                }
            }
        }
        if document.text.len() as u64 > limits.text {
            return Err(IngestError::TooLarge { what: "text", limit: limits.text });
        }
    }
    if let Some(last) = document.pages.last_mut() {
        last.span.end = document.text.len() as u32;
    }
    Ok(())
}

fn write_paragraph(document: &mut Document, paragraph: Paragraph) {
    let start = document.text.len();
    let first = paragraph.origin.page.map(|page| (0, page));
    for (at, page) in first.into_iter().chain(paragraph.turns) {
        turn_page(document, start + at, page);
    }
    document.text.push_str(&paragraph.text);
    let span = span(start, document.text.len());
    document.text.push('\n');
    add_links(document, start, paragraph.links);
    document.blocks.push(Block { kind: paragraph.kind, span, origin: paragraph.origin });
}

/// From here on the text stands on another page.
fn turn_page(document: &mut Document, at: usize, number: u32) {
    if let Some(last) = document.pages.last_mut() {
        if last.number >= number {
            return;
        }
        last.span.end = at as u32;
    }
    document.pages.push(Page { number, span: span(at, at) });
}

fn add_links(document: &mut Document, start: usize, links: Vec<(std::ops::Range<usize>, String)>) {
    document.links.extend(
        links
            .into_iter()
            .map(|(range, url)| Link { url, span: span(start + range.start, start + range.end) }),
    );
}

fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}

/// Does the table hold data, or does it only place things on the page?
fn is_data(table: &TableItem) -> bool {
    let columns =
        table.rows.iter().map(|row| row.iter().map(|c| c.column_span.max(1)).sum::<u32>()).max().unwrap_or(0);
    let filled = table.rows.iter().flatten().filter(|cell| words(cell) > 0).count();
    let rows = table.rows.iter().filter(|row| row.iter().any(|cell| words(cell) > 0)).count();
    let limit = if rows < 2 { CELL_ALONE } else { CELL };
    columns >= 2
        && filled >= 2
        && table.rows.iter().flatten().all(|cell| words(cell) <= limit && !has_structure(cell))
        // One filled column beside blank ones is a list with margins.
        && table.rows.iter().any(|row| row.iter().filter(|cell| words(cell) > 0).count() >= 2)
}

/// Bytes of text in a cell.
fn words(cell: &CellItem) -> usize {
    let mut count = 0;
    let mut stack: Vec<&Item> = cell.items.iter().collect();
    while let Some(item) = stack.pop() {
        match item {
            Item::Paragraph(p) => count += p.text.len(),
            Item::Table(table) => stack.extend(table.rows.iter().flatten().flat_map(|c| &c.items)),
        }
    }
    count
}

/// A table of its own or a heading: nothing that a cell of data holds.
fn has_structure(cell: &CellItem) -> bool {
    cell.items.iter().any(|item| match item {
        Item::Table(table) => table.rows.iter().map(Vec::len).sum::<usize>() >= 4,
        Item::Paragraph(p) => matches!(p.kind, BlockKind::Heading { .. }),
    })
}

fn write_table(document: &mut Document, table: TableItem) {
    let start = document.text.len();
    if let Some(page) = table.origin.page {
        turn_page(document, start, page);
    }
    let index = document.tables.len() as u32;
    let at = document.blocks.len();
    let mut layout = TableLayout::default();
    // For each column, the first row that is free again.
    let mut free: Vec<u32> = Vec::new();
    let rows = table.rows.len() as u32;
    for (row, cells) in table.rows.into_iter().enumerate() {
        let row = row as u32;
        let mut column = 0;
        let line = document.text.len();
        for cell in cells {
            while free.get(column as usize).is_some_and(|&until| until > row) {
                column += 1;
                document.text.push('\t');
            }
            if column >= COLUMNS {
                break;
            }
            let columns = cell.column_span.clamp(1, COLUMNS - column);
            let covered = if cell.row_span == 0 { rows - row } else { cell.row_span.min(rows - row) };
            let behind = (column + columns) as usize;
            if free.len() < behind {
                free.resize(behind, 0);
            }
            free[column as usize..behind].fill(row + covered);
            let from = document.text.len();
            write_cell(document, cell);
            let place = span(from, document.text.len());
            layout.cells.push(CellLayout {
                span: place,
                row,
                column,
                row_span: covered,
                column_span: columns,
            });
            if !place.is_empty() {
                let origin = Origin { table: Some(index), cell: Some([row, column]), ..Origin::default() };
                document.blocks.push(Block { kind: BlockKind::Cell, span: place, origin });
            }
            column += columns;
            document.text.push('\t');
        }
        // The tab behind the last cell becomes the line end; a row without cells of its own leaves no line.
        if document.text.len() > line {
            document.text.pop();
            document.text.push('\n');
        }
    }
    let end = layout.cells.last().map_or(start, |cell| cell.span.end as usize);
    layout.span = span(start, end);
    let origin = Origin { table: Some(index), ..table.origin };
    document.blocks.insert(at, Block { kind: BlockKind::Table, span: layout.span, origin });
    document.tables.push(layout);
}

/// The paragraphs of a cell on one line.
fn write_cell(document: &mut Document, cell: CellItem) {
    let start = document.text.len();
    let mut stack: Vec<Item> = cell.items.into_iter().rev().collect();
    while let Some(item) = stack.pop() {
        match item {
            Item::Paragraph(paragraph) => {
                if document.text.len() > start {
                    document.text.push(' ');
                }
                let from = document.text.len();
                document.text.push_str(&paragraph.text);
                add_links(document, from, paragraph.links);
            }
            Item::Table(table) => {
                let at = stack.len();
                stack.extend(table.rows.into_iter().flatten().flat_map(|cell| cell.items));
                stack[at..].reverse();
            }
        }
    }
}
