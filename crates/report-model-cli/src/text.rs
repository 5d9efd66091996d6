//! `report-model text`: what a document holds before it is read as a report. Positions of all results count in this text.

use crate::args::parse_size;
use crate::error::{Unreadable, Worded as _, say};
use crate::inputs::Inputs;
use crate::lang::Lang;
use crate::output::width::{sanitise, width};
use clap::{Args, ValueEnum};
use report_ingest::{Block, BlockKind, Document};
use report_model::TableLayout;
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

/// Arguments of `text`.
#[derive(Debug, Args)]
pub(crate) struct TextArgs {
    /// A document: HTML, DOCX, PDF, text in any encoding; or - for standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// What to print.
    #[arg(long, short, value_enum, default_value_t = View::Blocks)]
    pub(crate) format: View,

    /// Language of messages [default: from the environment, else zh].
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,

    /// Longest text read, in bytes; K, M, G are understood [default: 16M].
    #[arg(long, value_name = "N", default_value = "16M", hide_default_value = true, value_parser = parse_size)]
    pub(crate) max_bytes: u32,
}

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum View {
    /// Each block with what it is; tables drawn.
    Blocks,
    /// The text alone, byte for byte as positions count in it.
    Plain,
    /// The document as JSON: text, blocks, tables, links, pages.
    Json,
}

/// Runs `report-model text`. True where the document could be read.
pub(crate) fn run(args: &TextArgs) -> io::Result<bool> {
    let lang = args.lang.unwrap_or_else(Lang::from_env);
    let label = args.file.to_string_lossy().into_owned();
    let complain = |error: &Unreadable| {
        say(&format!("report-model: {}: {}", sanitise(&label), sanitise(&error.message(lang))));
        Ok(false)
    };
    let inputs = match Inputs::of(std::slice::from_ref(&args.file), None, "-") {
        Ok(inputs) => inputs,
        Err((_, error)) => return complain(&error),
    };
    let Some(input) = inputs.list.into_iter().next() else { return complain(&Unreadable::NoTexts) };
    let document = match input.read(args.max_bytes) {
        Ok(document) => document,
        Err(error) => return complain(&error),
    };
    for warning in &document.warnings {
        say(&format!(
            "report-model: {}: {}",
            sanitise(&label),
            lang.pick(&warning.message, &warning.message_en)
        ));
    }
    let mut out = io::stdout().lock();
    let text = match args.format {
        View::Blocks => blocks(&document),
        View::Plain => document.text,
        View::Json => {
            serde_json::to_string_pretty(&document).map(|json| json + "\n").map_err(io::Error::other)?
        }
    };
    if args.format == View::Plain && !io::stdout().is_terminal() {
        out.write_all(text.as_bytes())?;
    } else {
        for line in text.lines() {
            writeln!(out, "{}", sanitise(line))?;
        }
    }
    out.flush()?;
    Ok(true)
}

/// A block a line, with what it is before it.
fn blocks(document: &Document) -> String {
    let mut out = String::new();
    let mut page = None;
    for block in &document.blocks {
        if block.origin.page.is_some() && block.origin.page != page {
            page = block.origin.page;
            let _ = writeln!(out, "---- {}", page.unwrap_or(0));
        }
        let words = block.span.slice(&document.text).unwrap_or_default();
        match block.kind {
            BlockKind::Heading { level } => put(&mut out, &format!("h{level}"), words),
            BlockKind::ListItem => put(&mut out, "li", words),
            BlockKind::Note => put(&mut out, "note", words),
            BlockKind::Table => table(&mut out, document, block),
            BlockKind::Cell => {}
            _ => put(&mut out, "p", words),
        }
    }
    out
}

fn put(out: &mut String, kind: &str, words: &str) {
    let _ = writeln!(out, "{kind:<5}{}", words.replace(['\n', '\r'], " "));
}

/// Widest column, in columns of the terminal.
const WIDE: usize = 40;

fn table(out: &mut String, document: &Document, block: &Block) {
    let Some(table) = block.origin.table.and_then(|index| document.tables.get(index as usize)) else {
        return;
    };
    let (rows, columns) = size(table);
    put(out, "table", &format!(" {rows} × {columns}"));
    let mut widths = vec![0usize; columns.min(200)];
    let words = |cell: &report_model::CellLayout| cell.span.slice(&document.text).unwrap_or_default();
    for cell in table.cells.iter().filter(|cell| cell.column_span == 1) {
        if let Some(place) = widths.get_mut(cell.column as usize) {
            *place = (*place).max(width(words(cell)).min(WIDE));
        }
    }
    let mut row = None;
    let mut at = 0;
    for cell in &table.cells {
        if row != Some(cell.row) {
            out.push_str(if row.is_some() { "\n     " } else { "     " });
            (row, at) = (Some(cell.row), 0);
        }
        // Places that a cell from above covers stay blank.
        while at < cell.column as usize {
            let _ = write!(out, "| {} ", " ".repeat(widths.get(at).copied().unwrap_or(0)));
            at += 1;
        }
        let text = words(cell);
        let wide = widths.get(at).copied().unwrap_or(0);
        let _ = write!(out, "| {text}{} ", " ".repeat(wide.saturating_sub(width(text))));
        at += cell.column_span as usize;
    }
    out.push('\n');
    for link in document.links.iter().filter(|link| table.span.contains(link.span)) {
        let _ = writeln!(out, "     {} → {}", link.span.slice(&document.text).unwrap_or_default(), link.url);
    }
}

fn size(table: &TableLayout) -> (usize, usize) {
    let rows = table.cells.iter().map(|cell| cell.row + cell.row_span).max().unwrap_or(0);
    let columns = table.cells.iter().map(|cell| cell.column + cell.column_span).max().unwrap_or(0);
    (rows as usize, columns as usize)
}
