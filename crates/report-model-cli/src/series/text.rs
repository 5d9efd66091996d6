//! Series on a terminal: a row a figure, as many of the latest years as fit, bars, notes.

use super::grid::{self, Row};
use crate::output::paint::{BAD, DIM, FIGURE, Line, PLAIN, TITLE, WARN};
use crate::output::width::width;
use crate::sources::Screen;
use report_compare::series::{NoteKind, Series};

/// Widest name of a figure, in columns.
const NAME: usize = 24;

pub(super) fn render(found: &[Series], screen: Screen) -> String {
    let mut out = String::new();
    for series in found {
        if !out.is_empty() {
            out.push('\n');
        }
        one(&mut out, series, screen);
    }
    out
}

fn one(out: &mut String, series: &Series, screen: Screen) {
    let lang = screen.lang;
    let mut put = |line: Line| {
        line.render(out, screen.width, screen.colour);
        out.push('\n');
    };
    let count = series.years.len();
    let reports = lang.pick(
        format!("{count} 份报告"),
        format!("{count} {}", if count == 1 { "report" } else { "reports" }),
    );
    let line = Line::new().with(TITLE, &grid::title(series, lang)).dim("  ").dim(&reports);
    put(match grid::gaps(series, lang) {
        Some(gaps) => line.dim("  ").with(WARN, &gaps),
        None => line,
    });
    let (head, rows) = (grid::head(series), grid::rows(series, lang));
    let names = rows.iter().map(|row| width(&row.name)).max().unwrap_or(0).min(NAME) + 1;
    let column = |at: usize| {
        rows.iter().map(|row| width(&row.cells[at])).chain([width(&head[at])]).max().unwrap_or(0) + 2
    };
    let bars = rows.iter().map(|row| row.bars.chars().count()).max().unwrap_or(0) + 2;
    // The latest years are what is asked for; older ones give way.
    let mut room = screen.width.saturating_sub(names + bars);
    let first = (0..count).rev().take_while(|&at| {
        let fits = column(at) <= room;
        room = room.saturating_sub(column(at));
        fits
    });
    let first = first.last().unwrap_or(count.saturating_sub(1));
    let mut line = Line::new().blank(names);
    for (at, year) in head.iter().enumerate().skip(first) {
        line = line.cell_right(DIM, year, column(at));
    }
    put(line);
    for Row { name, cells, bars } in &rows {
        let mut line = Line::new().cell(PLAIN, name, names);
        for (at, cell) in cells.iter().enumerate().skip(first) {
            let (style, cell) = if cell.is_empty() { (DIM, "–") } else { (FIGURE, cell.as_str()) };
            line = line.cell_right(style, cell, column(at));
        }
        put(if bars.is_empty() { line } else { line.blank(2).plain(bars) });
    }
    if first > 0 {
        put(Line::new().dim(&lang.pick(
            format!("另有较早的 {first} 年未显示；--format csv 给出全部"),
            format!("{first} earlier years are not shown; --format csv has them all"),
        )));
    }
    for note in &series.notes {
        let style = if note.kind == NoteKind::PartGone { BAD } else { WARN };
        put(Line::new().with(style, "! ").plain(&grid::note(series, note, lang)));
    }
}
