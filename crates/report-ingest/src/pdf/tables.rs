//! Tables ruled with lines across and down.
//!
//! Lines that touch make a frame; their places are the edges of rows and columns. Two places of the grid without a line
//! between them are one cell.

use super::glyphs::{Drawn, Glyph, Rule};
use super::lines::Words;
use crate::document::{BlockKind, Origin};
use crate::items::{CellItem, Item, Paragraph, TableItem};

/// Lines nearer than this, in points, are one.
const NEAR: f64 = 2.5;
/// How far lines must reach beyond the last edge to hold a row or column there.
const OPEN: f64 = 8.0;
/// Most rows and columns of a table on one page.
const MOST: usize = 300;

/// A ruled table, cells still empty.
#[derive(Debug)]
pub(super) struct Ruled {
    /// Edges of the columns and rows.
    pub columns: Vec<f64>,
    rows: Vec<f64>,
    pub cells: Vec<Place>,
    /// For each place, row by row, its cell.
    places: Vec<usize>,
}

/// A cell's first row, and the rows and columns that it covers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    row: usize,
    rows: usize,
    columns: usize,
}

/// All tables of a page with at least two rows and columns.
pub(super) fn find(drawn: &Drawn) -> Vec<Ruled> {
    if drawn.across.len() < 3 || drawn.down.len() < 3 {
        return Vec::new();
    }
    let (across, down) = (joined(&drawn.across), joined(&drawn.down));
    groups(&across, &down).into_iter().filter_map(|(across, down)| ruled(&across, &down)).collect()
}

/// Pieces of one line put together: programs draw the border of each cell by itself.
fn joined(rules: &[Rule]) -> Vec<Rule> {
    let mut rules = rules.to_vec();
    rules.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    // Lines at nearly the same place get the place of the first.
    let mut at = f64::NEG_INFINITY;
    for rule in &mut rules {
        if rule.at - at > NEAR {
            at = rule.at;
        }
        rule.at = at;
    }
    rules.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut list: Vec<Rule> = Vec::new();
    for rule in rules {
        match list
            .last_mut()
            .filter(|last| (last.at - rule.at).abs() < f64::EPSILON && rule.from <= last.to + NEAR)
        {
            Some(last) => last.to = last.to.max(rule.to),
            None => list.push(rule),
        }
    }
    list
}

/// Lines that touch one another.
fn groups(across: &[Rule], down: &[Rule]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let count = across.len() + down.len();
    if across.len() > 4 * MOST || down.len() > 4 * MOST {
        return Vec::new();
    }
    let mut parent: Vec<usize> = (0..count).collect();
    for (i, a) in across.iter().enumerate() {
        for (k, d) in down.iter().enumerate() {
            let touches =
                a.from - NEAR <= d.at && d.at <= a.to + NEAR && d.from - NEAR <= a.at && a.at <= d.to + NEAR;
            if touches {
                let (x, y) = (root(&mut parent, i), root(&mut parent, across.len() + k));
                parent[x] = y;
            }
        }
    }
    let mut list: Vec<(usize, Vec<Rule>, Vec<Rule>)> = Vec::new();
    for i in 0..count {
        let root = root(&mut parent, i);
        let at = list.iter().position(|(known, ..)| *known == root).unwrap_or_else(|| {
            list.push((root, Vec::new(), Vec::new()));
            list.len() - 1
        });
        match i.checked_sub(across.len()) {
            None => list[at].1.push(across[i]),
            Some(k) => list[at].2.push(down[k]),
        }
    }
    list.into_iter().map(|(_, across, down)| (across, down)).collect()
}

fn root(parent: &mut [usize], mut i: usize) -> usize {
    while parent[i] != i {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    i
}

fn edges(rules: &[Rule]) -> Vec<f64> {
    let mut list: Vec<f64> = rules.iter().map(|rule| rule.at).collect();
    list.sort_by(f64::total_cmp);
    list.dedup_by(|a, b| (*a - *b).abs() <= NEAR);
    list
}

/// Adds the ends of the lines across the edges, where they reach beyond the last edge.
fn open_ends(edges: &mut Vec<f64>, rules: &[Rule]) {
    let (Some(&first), Some(&last)) = (edges.first(), edges.last()) else { return };
    let beyond = |ends: Vec<f64>| {
        // Two at least end there together.
        ends.iter().copied().find(|end| ends.iter().filter(|other| (*other - end).abs() <= NEAR).count() >= 2)
    };
    let before = rules.iter().map(|rule| rule.from).filter(|from| first - from > OPEN).collect();
    let behind = rules.iter().map(|rule| rule.to).filter(|to| to - last > OPEN).collect();
    if let Some(end) = beyond(before) {
        edges.insert(0, end);
    }
    if let Some(end) = beyond(behind) {
        edges.push(end);
    }
}

fn ruled(across: &[Rule], down: &[Rule]) -> Option<Ruled> {
    let (mut rows, mut columns) = (edges(across), edges(down));
    // A table that goes on over a page has no line there; some have none at their sides.
    open_ends(&mut rows, down);
    open_ends(&mut columns, across);
    if rows.len() < 3 || columns.len() < 3 || rows.len() > MOST || columns.len() > MOST {
        return None;
    }
    let (height, width) = (rows.len() - 1, columns.len() - 1);
    let parted = |rules: &[Rule], at: f64, middle: f64| {
        rules.iter().any(|rule| (rule.at - at).abs() <= NEAR && rule.from <= middle && middle <= rule.to)
    };
    let middle = |edges: &[f64], i: usize| f64::midpoint(edges[i], edges[i + 1]);
    let mut places = vec![usize::MAX; height * width];
    let mut cells: Vec<Place> = Vec::new();
    for row in 0..height {
        for column in 0..width {
            if places[row * width + column] != usize::MAX {
                continue;
            }
            let mut place = Place { row, rows: 1, columns: 1 };
            while column + place.columns < width
                && places[row * width + column + place.columns] == usize::MAX
                && !parted(down, columns[column + place.columns], middle(&rows, row))
            {
                place.columns += 1;
            }
            while row + place.rows < height
                && !parted(across, rows[row + place.rows], middle(&columns, column))
            {
                place.rows += 1;
            }
            for r in row..row + place.rows {
                places[r * width + column..r * width + column + place.columns].fill(cells.len());
            }
            cells.push(place);
        }
    }
    (cells.len() >= 4).then_some(Ruled { columns, rows, cells, places })
}

impl Ruled {
    pub(super) fn top(&self) -> f64 {
        self.rows.first().copied().unwrap_or(0.0)
    }

    pub(super) fn bottom(&self) -> f64 {
        self.rows.last().copied().unwrap_or(0.0)
    }

    /// The cell that a character stands in.
    pub(super) fn cell_at(&self, glyph: &Glyph) -> Option<usize> {
        let (x, y) = (glyph.x + glyph.width / 2.0, glyph.y - glyph.size * 0.3);
        let find = |edges: &[f64], at: f64| edges.partition_point(|edge| *edge <= at).checked_sub(1);
        let (row, column) = (find(&self.rows, y)?, find(&self.columns, x)?);
        let inside = row + 1 < self.rows.len() && column + 1 < self.columns.len();
        inside.then(|| self.places[row * (self.columns.len() - 1) + column])
    }

    /// The table with the words of its cells.
    pub(super) fn fill(self, words: Vec<Words>, page: u32) -> TableItem {
        let mut rows: Vec<Vec<CellItem>> = Vec::new();
        rows.resize_with(self.rows.len() - 1, Vec::new);
        for (place, Words { text, links }) in self.cells.iter().zip(words) {
            let mut items = Vec::new();
            if !text.is_empty() {
                let (kind, origin) = (BlockKind::Paragraph, Origin::default());
                items.push(Item::Paragraph(Paragraph { kind, text, links, origin, turns: Vec::new() }));
            }
            rows[place.row].push(CellItem {
                items,
                row_span: place.rows as u32,
                column_span: place.columns as u32,
            });
        }
        TableItem { rows, origin: Origin { page: Some(page), ..Origin::default() } }
    }
}
