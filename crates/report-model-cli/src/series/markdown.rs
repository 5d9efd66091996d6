//! Series as Markdown: a table a school, years as columns.

use super::grid;
use crate::lang::Lang;
use report_compare::render::escape_markdown as escape;
use report_compare::series::Series;
use std::fmt::Write as _;

pub(super) fn render(found: &[Series], lang: Lang) -> String {
    let mut out = String::new();
    for series in found {
        let _ = writeln!(out, "## {}\n", escape(&grid::title(series, lang)));
        if let Some(gaps) = grid::gaps(series, lang) {
            let _ = writeln!(out, "{gaps}\n");
        }
        let head = grid::head(series);
        let _ = writeln!(out, "| | {} | |", head.join(" | "));
        let _ = writeln!(out, "|---|{}---|", "---:|".repeat(head.len()));
        for row in grid::rows(series, lang) {
            let cells: Vec<String> = row.cells.iter().map(|cell| escape(cell)).collect();
            let _ = writeln!(out, "| {} | {} | {} |", escape(&row.name), cells.join(" | "), row.bars);
        }
        out.push('\n');
        for note in &series.notes {
            let _ = writeln!(out, "- {}", escape(&grid::note(series, note, lang)));
        }
        if !series.notes.is_empty() {
            out.push('\n');
        }
    }
    out
}
