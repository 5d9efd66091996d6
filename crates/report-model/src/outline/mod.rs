//! The outline: which lines are headings, what level and role each has, where each part ends.
//!
//! Knows labels, titles and the order of parts; knows nothing of facts. Numbered clauses without a title, tables of
//! contents and serial numbers of tables are not headings.

mod contents;
mod headings;
mod hints;
mod roles;

use crate::lexis::label::Label;
use crate::model::Role;
use crate::reading::{Blocks, View};
use crate::roles::Roles;
use crate::structure::HeadingHint;
use crate::tables::Hits;
use hints::Hints;
use std::ops::Range;

/// A heading of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Index of its line in the view.
    pub line: usize,
    /// `None` for a heading without number.
    pub label: Option<Label>,
    pub level: u8,
    /// The label's range in the view; empty without label.
    pub label_range: Range<usize>,
    /// The title's range in the view, without final 。 or ：.
    pub title: Range<usize>,
    /// Where the text of the part begins: behind a run-in title, or on the next line.
    pub body: usize,
    /// The title is followed by text on the same line.
    pub run_in: bool,
    pub role: Role,
    /// Index of the heading it stands under.
    pub parent: Option<usize>,
    /// Behind the last byte of the part, children included.
    pub end: usize,
}

/// The headings of a text, in order.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub headings: Vec<Heading>,
    blocks: Blocks,
    /// First line behind a table of contents, 0 without one.
    pub after_contents: usize,
}

impl Outline {
    /// Finds the headings. Linear in the number of lines.
    ///
    /// `marked` are the lines that the file itself marks as headings.
    pub(crate) fn find(view: &View<'_>, hits: &Hits, marked: &[HeadingHint]) -> Self {
        let candidates = headings::candidates(view, &Hints::new(view, marked));
        let (mut headings, after_contents) = contents::without_contents(view, candidates);
        nest(view, &mut headings);
        roles::assign(view, hits, &mut headings);
        let blocks = Blocks::new(view.text.len(), headings.iter().map(|h| h.label_range.start));
        Self { headings, blocks, after_contents }
    }

    /// Index of the last heading that starts at or before a view offset.
    pub(crate) fn heading_before(&self, at: usize) -> Option<usize> {
        let part = self.blocks.around(at + 1);
        let behind = part.start + self.headings[part].partition_point(|h| h.label_range.start <= at);
        behind.checked_sub(1)
    }

    /// Index of the innermost heading whose part holds a view offset.
    pub(crate) fn part_at(&self, at: usize) -> Option<usize> {
        let mut i = self.heading_before(at)?;
        while at >= self.headings[i].end {
            i = self.headings[i].parent?;
        }
        Some(i)
    }

    /// Role of the part that holds a view offset.
    pub(crate) fn role_at(&self, at: usize) -> Option<Role> {
        self.part_at(at).map(|i| self.headings[i].role)
    }

    /// The part and those it stands under, innermost first.
    pub(crate) fn path(&self, part: Option<usize>) -> impl Iterator<Item = &Heading> {
        std::iter::successors(part.map(|i| &self.headings[i]), |h| h.parent.map(|i| &self.headings[i]))
    }

    /// The parts prescribed for these reports that headings name.
    pub(crate) fn roles(&self) -> Roles {
        let roles = self.headings.iter().map(|heading| heading.role);
        roles.filter(|role| !matches!(role, Role::Other | Role::OtherMatters)).collect()
    }

    /// Line of the first heading.
    pub(crate) fn first_line(&self) -> Option<usize> {
        self.headings.first().map(|h| h.line)
    }
}

pub(crate) use roles::{names_a_part, title_role, title_roles};

fn nest(view: &View<'_>, headings: &mut [Heading]) {
    let mut open: Vec<usize> = Vec::new();
    for i in 0..headings.len() {
        let (level, start) = (headings[i].level, headings[i].label_range.start);
        while open.last().is_some_and(|&o| headings[o].level >= level) {
            if let Some(o) = open.pop() {
                headings[o].end = start;
            }
        }
        headings[i].parent = open.last().copied();
        open.push(i);
    }
    for o in open {
        headings[o].end = view.text.len();
    }
}
