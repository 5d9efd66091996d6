//! The tree of sections, from the outline.

use crate::frame::{Frame, LineKind};
use crate::lexis::signs::is_blank;
use crate::model::{Section, Span, Text};
use crate::outline::Outline;
use crate::reading::View;

/// Builds the tree: each part with its paragraphs and the parts below it.
pub(crate) fn build(view: &View<'_>, outline: &Outline, frame: &Frame) -> Vec<Section> {
    let mut roots: Vec<Section> = Vec::new();
    // Open sections, outermost first, with the index of their heading.
    let mut open: Vec<(usize, Section)> = Vec::new();
    for (i, heading) in outline.headings.iter().enumerate() {
        while open.last().is_some_and(|(o, _)| heading.parent != Some(*o)) {
            close(&mut open, &mut roots);
        }
        let label = heading.label.map(|_| view.printed(heading.label_range.clone()));
        let start =
            view.span(heading.label_range.start..heading.title.end.max(heading.label_range.end)).start;
        let end = heading.end.min(frame.body.end).max(heading.title.end);
        let next = outline.headings.get(i + 1).map_or(view.lines.len(), |h| h.line);
        let section = Section {
            label,
            level: heading.level,
            title: Text {
                value: view.printed(heading.title.clone()),
                span: view.span(heading.title.clone()),
            },
            role: heading.role,
            span: Span::new(start, view.span(heading.title.start..end).end),
            paragraphs: paragraphs(view, frame, heading.line, next, heading.run_in.then_some(heading.body)),
            tables: Vec::new(),
            children: Vec::new(),
        };
        open.push((i, section));
    }
    while !open.is_empty() {
        close(&mut open, &mut roots);
    }
    roots
}

fn close(open: &mut Vec<(usize, Section)>, roots: &mut Vec<Section>) {
    if let Some((_, section)) = open.pop() {
        match open.last_mut() {
            Some((_, parent)) => parent.children.push(section),
            None => roots.push(section),
        }
    }
}

/// The lines between a heading and the next, and the text behind a run-in title.
fn paragraphs(view: &View<'_>, frame: &Frame, line: usize, next: usize, run_in: Option<usize>) -> Vec<Span> {
    let mut list = Vec::new();
    if let Some(body) = run_in {
        let end = view.lines[line].end;
        let words = view.words(body..end);
        let start = body + (words.len() - words.trim_start_matches(is_blank).len());
        if end > start {
            list.push(view.span(start..end));
        }
    }
    for i in line + 1..next {
        let range = view.lines[i].range();
        if matches!(frame.kinds[i], LineKind::Prose | LineKind::Short)
            && range.start < frame.body.end
            && !view.in_table(view.lines[i])
        {
            list.push(view.span(range));
        }
    }
    list
}
