//! Tables of contents: their lines look like headings but structure nothing.

use super::Heading;
use crate::reading::View;

/// Drops the lines of a table of contents; also gives the first line behind it.
pub(super) fn without_contents(view: &View<'_>, mut list: Vec<Heading>) -> (Vec<Heading>, usize) {
    let announced =
        view.lines.iter().position(|line| matches!(view.line(*line), "目录" | "目次" | "目录:" | "【目录】"));
    let first = match announced {
        Some(line) => list.iter().position(|h| h.line > line),
        None => Some(0).filter(|_| !list.is_empty()),
    };
    let Some(first) = first else { return (list, 0) };
    // The contents end where the first title comes again.
    let opening = bare(view, &list[first]);
    let again = list
        .iter()
        .skip(first + 1)
        .position(|h| h.level == list[first].level && !opening.is_empty() && bare(view, h) == opening);
    let Some(again) = again.map(|i| i + first + 1) else {
        if announced.is_none() {
            return (list, 0);
        }
        // Announced, but the titles differ from those of the body: drop the run of lines that follow one another.
        let mut end = first;
        while end + 1 < list.len() && list[end + 1].line <= list[end].line + 1 {
            end += 1;
        }
        if end == first {
            return (list, 0);
        }
        let after = list[end].line + 1;
        list.drain(first..=end);
        return (list, after);
    };
    // Without 目录, only an unbroken run of bare lines counts as contents.
    let unbroken = (first + 1..again).all(|i| list[i].line == list[i - 1].line + 1 && !list[i].run_in);
    if announced.is_none() && (!unbroken || again - first < 3) {
        return (list, 0);
    }
    let after = list[again - 1].line + 1;
    list.drain(first..again);
    (list, after)
}

/// The title without leaders and page number: 概述……1.
fn bare<'v>(view: &'v View<'_>, heading: &Heading) -> &'v str {
    view.words(heading.title.clone())
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '…' | '·' | '-' | '—' | ' '))
}
