//! Tables that the caller knows of: their cells in the view, and what cells say that sentences do not.
//!
//! Reads [`Structure`]; the stages before have kept the cells apart from sentences and headings. Without tables nothing
//! here runs.

mod cells;
mod checklist;
mod heads;
mod items;
mod measures;
mod parts;
mod requests;
mod sections;

use crate::model::{ChecklistEntry, ChecklistStatus, Link, Report, Span};
use crate::order;
use crate::outline::Outline;
use crate::reading::View;
use crate::structure::Structure;
use once_cell::sync::Lazy;
use std::collections::HashSet;

/// Adds to the report what its tables say.
pub(crate) fn read(view: &View<'_>, outline: &Outline, structure: &Structure, report: &mut Report) {
    links(structure, &mut report.links);
    if structure.tables.is_empty() {
        return;
    }
    let grids = cells::find(view, structure);
    for grid in &grids {
        let part = outline.part_at(grid.range.start);
        let read = checklist::read(view, grid, &report.links);
        if read.is_empty() {
            let found = measures::read(view, outline, grid);
            requests::read(view, outline, part, grid, &found, &mut report.requests);
            measures::splice(report, found);
        } else {
            merge(&mut report.checklist, read);
        }
    }
    sections::attach(view, outline, &grids, structure, report);
}

/// Addresses behind words join those that are printed.
fn links(structure: &Structure, list: &mut Vec<Link>) {
    if structure.links.is_empty() {
        return;
    }
    let key = |url: &str| url.trim_end_matches('/').to_owned();
    let mut seen: HashSet<String> = list.iter().map(|link| key(&link.url)).collect();
    list.extend(structure.links.iter().filter(|link| seen.insert(key(&link.url))).cloned());
    order::by_span(list, |link| link.span);
}

/// Rows of the table go before what running text says of an item.
fn merge(list: &mut Vec<ChecklistEntry>, rows: Vec<ChecklistEntry>) {
    for row in rows {
        match list.iter_mut().find(|entry| entry.item == row.item) {
            Some(entry) => {
                let told = std::mem::replace(entry, row);
                entry.spans.extend(told.spans);
                for url in told.urls {
                    if !entry.urls.contains(&url) {
                        entry.urls.push(url);
                    }
                }
                if entry.status == ChecklistStatus::NotStated {
                    entry.status = told.status;
                }
            }
            None => list.push(row),
        }
    }
    order::by_number(list, |entry| u64::from(entry.item));
}

/// Nothing lies in a table: what a caller without tables passes.
pub(crate) fn none() -> &'static Structure {
    static NONE: Lazy<Structure> = Lazy::new(Structure::default);
    &NONE
}

/// Spans in source order without those of zero length.
fn told(view: &View<'_>, range: std::ops::Range<usize>) -> Option<Span> {
    (!range.is_empty()).then(|| view.span(range))
}
