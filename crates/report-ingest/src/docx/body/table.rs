//! Tables of Word files: cells merged downwards are told row by row, so they are put together at the table's end.

use crate::document::Origin;
use crate::items::{CellItem, Item, TableItem};
use crate::xml::Element;

/// Most columns of a table; what goes beyond is cut off later anyway.
const COLUMNS: u32 = 4096;

/// A cell and its place.
#[derive(Debug, Default)]
struct Draft {
    items: Vec<Item>,
    column: u32,
    columns: u32,
    merge: Merge,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Merge {
    #[default]
    None,
    Begins,
    GoesOn,
}

/// A table under work.
#[derive(Debug)]
pub(super) struct OpenTable {
    /// Paragraphs open round the table.
    pub paragraphs: usize,
    rows: Vec<Vec<Draft>>,
    cell: Option<Draft>,
    column: u32,
    deleted: bool,
}

impl OpenTable {
    pub(super) const fn new(paragraphs: usize) -> Self {
        Self { paragraphs, rows: Vec::new(), cell: None, column: 0, deleted: false }
    }

    pub(super) fn open(&mut self, element: &Element<'_>) {
        let number = || element.value().and_then(|value| value.parse::<u32>().ok());
        match (element.name.as_str(), &mut self.cell) {
            ("tr", _) => {
                self.rows.push(Vec::new());
                (self.column, self.deleted) = (0, false);
            }
            ("gridBefore", _) => self.column = number().unwrap_or(0).min(COLUMNS),
            ("tc", _) => self.cell = Some(Draft { column: self.column, columns: 1, ..Draft::default() }),
            ("gridSpan", Some(cell)) => cell.columns = number().unwrap_or(1).clamp(1, COLUMNS),
            ("vMerge", Some(cell)) => {
                let begins = element.value().is_some_and(|value| value == "restart");
                cell.merge = if begins { Merge::Begins } else { Merge::GoesOn };
            }
            _ => {}
        }
    }

    /// The row is deleted by a tracked change.
    pub(super) const fn delete_row(&mut self) {
        self.deleted = true;
    }

    pub(super) fn close(&mut self, name: &str) {
        if name == "tr" {
            if self.deleted {
                self.rows.pop();
            }
            return;
        }
        if let (Some(cell), Some(row)) = (self.cell.take(), self.rows.last_mut()) {
            self.column = cell.column.saturating_add(cell.columns).min(COLUMNS);
            row.push(cell);
        }
    }

    /// What the open cell holds.
    pub(super) fn cell(&mut self) -> Option<&mut Vec<Item>> {
        self.cell.as_mut().map(|cell| &mut cell.items)
    }

    /// The table as all readers give it.
    pub(super) fn finish(self, origin: Origin) -> TableItem {
        let mut rows: Vec<Vec<CellItem>> = Vec::with_capacity(self.rows.len());
        // For each column the place of the cell that a merged one goes on with.
        let mut above: Vec<Option<(usize, usize)>> = Vec::new();
        for (index, row) in self.rows.into_iter().enumerate() {
            let mut cells: Vec<CellItem> = Vec::with_capacity(row.len());
            for draft in row {
                let column = draft.column as usize;
                if above.len() <= column {
                    above.resize(column + 1, None);
                }
                if draft.merge == Merge::GoesOn
                    && let Some((row, cell)) = above[column]
                    && let Some(upper) = rows.get_mut(row).and_then(|row| row.get_mut(cell))
                {
                    upper.row_span = (index - row + 1) as u32;
                    upper.items.extend(draft.items);
                    continue;
                }
                above[column] = (draft.merge == Merge::Begins).then_some((index, cells.len()));
                cells.push(CellItem { items: draft.items, row_span: 1, column_span: draft.columns });
            }
            rows.push(cells);
        }
        TableItem { rows, origin }
    }
}
