//! The reading view: the text as a careful reader sees it, with an exact map back to the source.
//!
//! Width and traditional characters are folded, white space between Han characters goes, lines that a page layout broke
//! inside a sentence are joined, page numbers and blank lines drop out. Everything later reads the view and reports spans
//! of the source. Where a text needs none of this, the view borrows it.
//!
//! Not done here: any judgement about what a line is for.

mod cells;
mod joins;
mod map;
mod physical;

use crate::lexis::fold::Fold;
use crate::lexis::signs::{self, is_blank};
use crate::model::{Script, Span};
use map::{Builder, Map};
use std::borrow::Cow;
use std::ops::Range;

/// A logical line (a paragraph or heading) of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// First byte in the view.
    pub start: usize,
    /// Behind the last byte in the view, without the line break.
    pub end: usize,
    /// A blank line (or a page break) stood before it.
    pub gap: bool,
}

impl Line {
    pub(crate) const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// The text to read, its lines, and the way back to the source.
#[derive(Debug)]
pub(crate) struct View<'s> {
    pub source: &'s str,
    pub text: Cow<'s, str>,
    pub lines: Vec<Line>,
    pub script: Script,
    /// Tables, as ranges of the source; in order and apart.
    tables: Vec<Range<usize>>,
    map: Map,
}

impl<'s> View<'s> {
    /// Reads a source text. Linear in its length.
    pub(crate) fn new(source: &'s str) -> Self {
        Self::with_tables(source, Vec::new())
    }

    /// The same where tables are known; each of their cells stands on a line of its own.
    pub(crate) fn with_tables(source: &'s str, tables: Vec<Range<usize>>) -> Self {
        let mut lines = physical::split(source);
        cells::set_apart(&mut lines, &tables);
        let wrap = joins::wrap_width(source, &lines);
        let mut joins = joins::decide(source, &lines, wrap);
        cells::part(&lines, &mut joins, &tables);
        let fold = Fold::new();
        let mut out = Builder::new(source);
        let mut view_lines: Vec<Line> = Vec::new();
        let (mut traditional, mut han) = (0usize, 0usize);
        let mut gap = false;
        for (line, join) in lines.iter().zip(&joins) {
            if line.is_blank() || line.page_number {
                gap = true;
                continue;
            }
            if !*join || view_lines.is_empty() {
                if let Some(last) = view_lines.last_mut() {
                    last.end = out.len();
                    out.line_break(line.start);
                }
                view_lines.push(Line { start: out.len(), end: out.len(), gap });
            }
            gap = false;
            let mut previous = if *join { out.last_char() } else { None };
            let mut pending = false;
            // Characters read as printed go over in runs; only the others are looked at singly.
            let mut run = line.start;
            let words = &source[line.start..line.end];
            for (i, c) in words.char_indices() {
                let at = line.start + i;
                if is_blank(c) {
                    out.push_run(run, at);
                    pending = previous.is_some();
                    run = at + c.len_utf8();
                    continue;
                }
                let folded = if c == '.' && full_stop(words, i, previous) { '。' } else { fold.char(c) };
                han += usize::from(!c.is_ascii());
                if pending || (*join && i == 0) {
                    let apart =
                        previous.is_some_and(|p| p.is_ascii_alphanumeric()) && folded.is_ascii_alphanumeric();
                    // A printed line may break inside a number, never inside the blank between two English words.
                    let digits = previous.is_some_and(|p| p.is_ascii_digit()) && folded.is_ascii_digit();
                    if apart && (pending || !digits) {
                        out.insert_space();
                    }
                    pending = false;
                }
                previous = Some(folded);
                if folded != c {
                    traditional += usize::from(fold.is_traditional(c));
                    out.push_run(run, at);
                    out.push(at, c, folded);
                    run = at + c.len_utf8();
                }
            }
            out.push_run(run, line.end);
        }
        let end = out.len();
        if let Some(last) = view_lines.last_mut() {
            last.end = end;
        }
        let script = if traditional >= 3 && traditional * 250 > han { Script::Hant } else { Script::Hans };
        let (text, map) = out.finish();
        Self { source, text, lines: view_lines, script, tables, map }
    }

    /// The span of the source behind a range of the view.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        if range.is_empty() {
            let at = self.map.start(range.start.min(self.text.len()), self.source.len());
            return Span::new(at as u32, at as u32);
        }
        let start = self.map.start(range.start, self.source.len());
        let end = self.map.end(range.end);
        Span::new(start as u32, end.max(start) as u32)
    }

    /// The line belongs to a table.
    pub(crate) fn in_table(&self, line: Line) -> bool {
        !self.tables.is_empty() && cells::inside(&self.tables, self.map.start(line.start, self.source.len()))
    }

    /// The words as printed, inner white space removed.
    pub(crate) fn printed(&self, range: Range<usize>) -> String {
        let span = self.span(range);
        self.source.get(span.range()).unwrap_or_default().chars().filter(|&c| !is_blank(c)).collect()
    }

    /// The words as read.
    pub(crate) fn words(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// The words of a line as read.
    pub(crate) fn line(&self, line: Line) -> &str {
        self.words(line.range())
    }
}

/// A half-width dot that ends a Chinese sentence: between Han words, behind a closing bracket or %, or at the line's end.
/// The dot of a heading's label (一. 概述) is none.
fn full_stop(line: &str, at: usize, before: Option<char>) -> bool {
    let behind = line[at + 1..].chars().find(|&c| !is_blank(c));
    let before_ok = before.is_some_and(|c| signs::is_han(c) || matches!(c, ')' | '”' | '%' | '》'));
    let behind_ok =
        behind.is_none_or(|c| signs::is_han(c) || signs::opens_quote(c) || c == '《' || c.is_ascii_digit());
    let label = line[..at]
        .chars()
        .filter(|&c| !is_blank(c))
        .all(|c| crate::lexis::numeral::is_label_numeral(c) || c.is_ascii_digit() || matches!(c, '(' | ')'));
    before_ok && behind_ok && !label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_and_maps_back() {
        let source = "\u{feff}  淮皋 学院１２條，\r\n\r\n  公开 信息 ２ ６７９ 条。";
        let view = View::new(source);
        assert_eq!(view.text, "淮皋学院12条,\n公开信息2 679条。");
        let at = view.text.find("12条").unwrap();
        let span = view.span(at..at + "12条".len());
        assert_eq!(span.slice(source), Some("１２條"));
        let at = view.text.find("2 679").unwrap();
        assert_eq!(view.span(at..at + 5).slice(source), Some("２ ６７９"));
        assert_eq!(view.printed(0.."淮皋学院".len()), "淮皋学院");
        assert_eq!(view.lines.len(), 2);
        assert!(view.lines[1].gap);
    }

    #[test]
    fn borrows_clean_text() {
        let source = "一、概述\n学校重视。";
        assert!(matches!(View::new(source).text, Cow::Borrowed(_)));
    }

    #[test]
    fn every_position_maps_onto_a_boundary() {
        let source = "１ ２\n\n𠮷 林，🎓\r\nab cd　條条\u{200b}x";
        let view = View::new(source);
        for (i, c) in view.text.char_indices() {
            let span = view.span(i..i + c.len_utf8());
            assert!(span.slice(source).is_some(), "{i} {c} {span:?}");
        }
    }
}
