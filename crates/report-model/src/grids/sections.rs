//! Tables in the tree of sections.

use super::cells::{Grid, state};
use crate::model::{Link, Report, Section, Span, Table, TableCell};
use crate::outline::Outline;
use crate::reading::View;
use crate::structure::Structure;

/// Puts each table into the innermost section that holds it.
pub(super) fn attach(
    view: &View<'_>,
    outline: &Outline,
    grids: &[Grid],
    structure: &Structure,
    report: &mut Report,
) {
    for grid in grids {
        if outline.part_at(grid.range.start).is_none() {
            continue;
        }
        let table = table(view, grid, structure, &report.links);
        insert(&mut report.sections, table);
    }
}

fn insert(sections: &mut [Section], table: Table) {
    let behind = sections.partition_point(|section| section.span.start <= table.span.start);
    let Some(section) = behind.checked_sub(1).and_then(|i| sections.get_mut(i)) else { return };
    let inner = section.children.first().is_some_and(|child| child.span.start <= table.span.start);
    if inner {
        insert(&mut section.children, table);
    } else {
        section.tables.push(table);
    }
}

fn table(view: &View<'_>, grid: &Grid, structure: &Structure, printed: &[Link]) -> Table {
    let mut rows: Vec<Vec<TableCell>> = Vec::new();
    for cell in &grid.cells {
        let row = cell.layout.row as usize;
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        let span = cell.layout.span;
        let text = span.slice(view.source).unwrap_or_default().trim().to_owned();
        rows[row].push(TableCell {
            state: state(&text),
            text,
            span,
            row_span: cell.layout.row_span,
            col_span: cell.layout.column_span,
            links: links(span, &structure.links, printed),
        });
    }
    let span =
        structure.tables.get(grid.index).map_or_else(|| view.span(grid.range.clone()), |table| table.span);
    Table { span, rows }
}

/// Links carried by words of a span, and addresses printed in it.
pub(super) fn links(span: Span, carried: &[Link], printed: &[Link]) -> Vec<Link> {
    let mut list: Vec<Link> = Vec::new();
    for source in [carried, printed] {
        let from = source.partition_point(|link| link.span.start < span.start);
        for link in source[from..].iter().take_while(|link| link.span.start < span.end) {
            if span.contains(link.span) && list.iter().all(|known| known.url != link.url) {
                list.push(link.clone());
            }
        }
    }
    list
}
