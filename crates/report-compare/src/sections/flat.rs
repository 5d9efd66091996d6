//! The tree of parts as a list, each before those below it.

use crate::normal::{folded, without_numbers};
use report_model::{Report, Section};

/// A part with its place in the tree.
#[derive(Debug)]
pub(crate) struct Flat<'r> {
    pub(crate) section: &'r Section,
    /// Index in the list of the part above.
    pub(crate) parent: Option<usize>,
    /// Labels from the top.
    pub(crate) path: Vec<String>,
    /// The heading folded.
    pub(crate) title: String,
    /// The heading without its numbers: another year makes no other part.
    pub(crate) wording: String,
}

impl Flat<'_> {
    pub(crate) fn label(&self) -> Option<String> {
        self.section.label.as_deref().map(folded)
    }
}

/// Deepest path kept; the parser's levels are fewer, but a report can come from anywhere.
const DEEPEST: usize = 16;

/// All parts of a report.
pub(crate) fn flatten(report: &Report) -> Vec<Flat<'_>> {
    let mut out: Vec<Flat<'_>> = Vec::new();
    let mut stack: Vec<(&Section, Option<usize>)> = report.sections.iter().rev().map(|s| (s, None)).collect();
    while let Some((section, parent)) = stack.pop() {
        let above = parent.and_then(|parent: usize| out.get(parent)).map(|flat| flat.path.as_slice());
        let mut path = above.unwrap_or_default().to_vec();
        path.truncate(DEEPEST);
        path.push(section.label.clone().unwrap_or_default());
        let index = out.len();
        let title = folded(&section.title.value);
        let wording = without_numbers(&title);
        out.push(Flat { section, parent, path, title, wording });
        stack.extend(section.children.iter().rev().map(|child| (child, Some(index))));
    }
    out
}
