//! A table in the view: its cells by row and column.

use crate::lexis::numeral::{Numeral, numeral_at};
use crate::lexis::signs::is_blank;
use crate::model::CellState;
use crate::reading::View;
use crate::structure::{CellLayout, Structure, TableLayout};
use std::ops::Range;

/// A table of the view.
#[derive(Debug)]
pub(super) struct Grid {
    /// Index into [`Structure::tables`].
    pub index: usize,
    /// All its words.
    pub range: Range<usize>,
    pub cells: Vec<Cell>,
    pub rows: u32,
    pub columns: u32,
    /// For each place, row by row, the cell that covers it.
    places: Vec<u32>,
}

/// A cell of the view.
#[derive(Debug)]
pub(super) struct Cell {
    pub layout: CellLayout,
    /// Its words; empty for a blank cell.
    pub range: Range<usize>,
}

const NOBODY: u32 = u32::MAX;

/// All tables that fit: a table with far more places than cells is none that anybody wrote.
pub(super) fn find(view: &View<'_>, structure: &Structure) -> Vec<Grid> {
    let mut line = 0;
    structure
        .tables
        .iter()
        .enumerate()
        .filter_map(|(index, table)| grid(view, index, table, &mut line))
        .collect()
}

fn grid(view: &View<'_>, index: usize, table: &TableLayout, line: &mut usize) -> Option<Grid> {
    let rows = table.cells.iter().map(|c| c.row.saturating_add(c.row_span)).max()?;
    let columns = table.cells.iter().map(|c| c.column.saturating_add(c.column_span)).max()?;
    let places = u64::from(rows) * u64::from(columns);
    // Cells that lie over one another would be written out again and again.
    let covered = table.cells.iter().map(|c| u64::from(c.row_span) * u64::from(c.column_span));
    let covered = covered.fold(0u64, u64::saturating_add);
    let most = 16 * table.cells.len() as u64 + 4096;
    if places > most || covered > most {
        return None;
    }
    let mut places = vec![NOBODY; places as usize];
    let mut cells = Vec::with_capacity(table.cells.len());
    for (i, layout) in table.cells.iter().enumerate() {
        for row in layout.row..layout.row.saturating_add(layout.row_span) {
            let start = (row * columns + layout.column) as usize;
            if let Some(part) = places.get_mut(start..start + layout.column_span as usize) {
                part.fill(i as u32);
            }
        }
        cells.push(Cell { layout: *layout, range: lines(view, *layout, line) });
    }
    let mut filled = cells.iter().filter(|cell| !cell.range.is_empty());
    let first = filled.next()?.range.clone();
    let end = filled.next_back().map_or(first.end, |cell| cell.range.end);
    Some(Grid { index, range: first.start..end, cells, rows, columns, places })
}

/// The lines of the view that hold a cell. Cells come in order, so `at` only moves on.
fn lines(view: &View<'_>, cell: CellLayout, at: &mut usize) -> Range<usize> {
    let start_of = |i: usize| view.lines.get(i).map(|line| view.span(line.range()).start);
    while start_of(*at).is_some_and(|start| start < cell.span.start) {
        *at += 1;
    }
    let first = *at;
    while start_of(*at).is_some_and(|start| start < cell.span.end) {
        *at += 1;
    }
    match (view.lines.get(first), at.checked_sub(1).and_then(|last| view.lines.get(last))) {
        (Some(first), Some(last)) if last.end > first.start => first.start..last.end,
        _ => 0..0,
    }
}

impl Grid {
    /// The cell that covers a place.
    pub(super) fn at(&self, row: u32, column: u32) -> Option<&Cell> {
        if row >= self.rows || column >= self.columns {
            return None;
        }
        let i = *self.places.get((row * self.columns + column) as usize)?;
        self.cells.get(i as usize)
    }

    /// The words of the cell that covers a place; empty where none does.
    pub(super) fn words<'v>(&self, view: &'v View<'_>, row: u32, column: u32) -> &'v str {
        self.at(row, column).map_or("", |cell| view.words(cell.range.clone()))
    }

    /// The cells of a row, each once, in order.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = &Cell> {
        let mut last = NOBODY;
        (0..self.columns).filter_map(move |column| {
            let i = *self.places.get((row * self.columns + column) as usize)?;
            let new = i != last && i != NOBODY;
            last = i;
            if new { self.cells.get(i as usize) } else { None }
        })
    }
}

/// What a cell says, blank, slash, dash and zero kept apart.
pub(super) fn state(text: &str) -> CellState {
    let core: String = text.chars().filter(|&c| !is_blank(c)).collect();
    match core.as_str() {
        "" => CellState::Blank,
        "/" | "／" | "\\" | "//" => CellState::Slash,
        "0" | "０" | "零" => CellState::Zero,
        core if core.chars().all(|c| matches!(c, '-' | '—' | '–' | '―' | '－' | '─' | '−' | '一'))
            && core != "一" =>
        {
            CellState::Dash
        }
        _ => CellState::Value,
    }
}

/// The number that a cell's words consist of, and what stands behind it: 812, 812条, 84.3%, 3.2万.
pub(super) fn number(words: &str) -> Option<(Numeral, &str)> {
    let numeral = words.starts_with(|c: char| c.is_ascii_digit()).then(|| numeral_at(words, 0)).flatten()?;
    let behind = words.get(numeral.end..)?.trim();
    let plain = behind.chars().count() <= 4
        && !behind.contains(|c: char| c.is_ascii_digit() || ".-/、:年月日".contains(c));
    plain.then_some((numeral, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states() {
        for (text, expect) in [
            (" ", CellState::Blank),
            ("／", CellState::Slash),
            ("——", CellState::Dash),
            ("0", CellState::Zero),
            ("一", CellState::Value),
            ("0条", CellState::Value),
        ] {
            assert_eq!(state(text), expect, "{text}");
        }
    }

    #[test]
    fn numbers() {
        for (text, expect) in [
            ("812", Some("")),
            ("812条", Some("条")),
            ("84.3%", Some("%")),
            ("2021年", None),
            ("1、概况", None),
        ] {
            assert_eq!(number(text).map(|(_, behind)| behind), expect, "{text}");
        }
    }
}
