//! Headings that the file marks by element or style, where the words alone do not show them.

use super::headings::is_document_title;
use crate::lexis::label::label_at;
use crate::order;
use crate::reading::View;
use crate::structure::HeadingHint;

/// Longest line taken for a heading because it is marked as one, in characters.
const LONGEST: usize = 40;

/// Marked lines, by index of the line, and the levels that the marks stand for.
#[derive(Debug, Default)]
pub(super) struct Hints {
    /// Line and mark, in order.
    lines: Vec<(usize, u8)>,
    /// For each mark in use the level of the labelled headings that carry it (一、 = 1).
    levels: Vec<(u8, u8)>,
}

impl Hints {
    /// Finds the marked lines.
    pub(super) fn new(view: &View<'_>, marked: &[HeadingHint]) -> Self {
        let mut hints = Self::default();
        let mut marked = marked.iter().peekable();
        for (index, line) in view.lines.iter().enumerate() {
            if marked.peek().is_none() {
                break;
            }
            let here = view.span(line.range());
            while marked.peek().is_some_and(|hint| hint.span.end <= here.start) {
                marked.next();
            }
            let Some(hint) = marked.peek().filter(|hint| hint.span.start < here.end) else { continue };
            if view.in_table(*line) {
                continue;
            }
            hints.lines.push((index, hint.level));
            if let Some(label) = label_at(view.line(*line))
                && !hints.levels.iter().any(|(mark, _)| *mark == hint.level)
            {
                hints.levels.push((hint.level, label.level));
            }
        }
        order::by_number(&mut hints.levels, |(mark, level)| order::pair((*mark).into(), (*level).into()));
        hints
    }

    /// The level of an unlabelled line that is marked as a heading and can be one: `inside` tells that a heading stands
    /// before it, else only a title of a prescribed part opens the body.
    pub(super) fn level(&self, view: &View<'_>, index: usize, inside: bool) -> Option<u8> {
        let at = self.lines.binary_search_by_key(&index, |(line, _)| *line).ok()?;
        let text = view.line(view.lines[index]);
        let count = text.chars().count();
        let own = (2..=LONGEST).contains(&count) && !text.contains(['。', '>', '|', '@']);
        if !own || is_document_title(text) || !inside && super::title_role(text).is_none() {
            return None;
        }
        Some(self.stands_for(self.lines[at].1))
    }

    /// Marks without labelled headings count up or down from the nearest that has them, else from the highest in use.
    fn stands_for(&self, mark: u8) -> u8 {
        let above = self.levels.iter().rev().find(|(known, _)| *known <= mark);
        let level = match (above, self.levels.first()) {
            (Some((known, level)), _) => level.saturating_add(mark - known),
            (None, Some((known, level))) => level.saturating_sub(known - mark),
            (None, None) => {
                let mut marks: Vec<u8> = self.lines.iter().map(|(_, mark)| *mark).collect();
                order::by_number(&mut marks, |mark| (*mark).into());
                marks.dedup();
                // The highest mark of a page is usually that of its title alone.
                let alone = marks.len() > 1
                    && self.lines.iter().filter(|(_, m)| Some(m) == marks.first()).count() == 1;
                let rank = marks.iter().position(|known| *known == mark).unwrap_or(0);
                (rank + 1).saturating_sub(usize::from(alone)) as u8
            }
        };
        level.clamp(1, 4)
    }
}
