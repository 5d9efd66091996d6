//! The reading view: the text as a careful reader sees it, with an exact map back to the source.
//!
//! Width and traditional characters are folded, white space between Han characters goes, lines that a page layout broke
//! inside a sentence are joined, page numbers and blank lines drop out. Everything later reads the view and reports spans
//! of the source. Where a text needs none of this, the view borrows it.
//!
//! Not done here: any judgement about what a line is for.

mod blocks;
mod cells;
mod joins;
mod map;
mod physical;

pub(crate) use blocks::Blocks;

use crate::lexis::fold::Fold;
use crate::lexis::signs::{self, is_blank};
use crate::model::{Script, Span};
use map::{Builder, Map};
use physical::{Physical, Print};
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
        let Print { mut lines, odd } = physical::split(source);
        cells::set_apart(&mut lines, &tables);
        let wrap = joins::wrap_width(&lines);
        let mut joins = joins::decide(source, &lines, wrap);
        cells::part(&lines, &mut joins, &tables);
        let mut writer = Writer::new(source, &odd, lines.len());
        let mut view_lines: Vec<Line> = Vec::with_capacity(lines.len());
        let mut gap = false;
        for (line, join) in lines.iter().zip(&joins) {
            if line.is_blank() || line.page_number {
                gap = true;
                continue;
            }
            let joined = *join && !view_lines.is_empty();
            if !joined {
                if let Some(last) = view_lines.last_mut() {
                    last.end = writer.out.len();
                    writer.out.line_break(line.start);
                }
                view_lines.push(Line { start: writer.out.len(), end: writer.out.len(), gap });
            }
            gap = false;
            writer.line(line, joined);
        }
        let end = writer.out.len();
        if let Some(last) = view_lines.last_mut() {
            last.end = end;
        }
        let script = writer.script();
        let (text, map) = writer.out.finish();
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

    /// The range of the view behind a span of the source: the inverse of [`View::span`].
    pub(crate) fn range(&self, span: Span) -> Range<usize> {
        self.place(span.start as usize)..self.place(span.end as usize)
    }

    /// The first place of the view that comes from a source offset or behind it.
    fn place(&self, source: usize) -> usize {
        if matches!(self.text, Cow::Borrowed(_)) {
            return source.min(self.text.len());
        }
        let mut from = self.map.view(source, self.text.len());
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        from
    }

    /// The line belongs to a table.
    pub(crate) fn in_table(&self, line: Line) -> bool {
        !self.tables.is_empty() && cells::inside(&self.tables, self.map.start(line.start, self.source.len()))
    }

    /// The words as printed, inner white space removed.
    pub(crate) fn printed(&self, range: Range<usize>) -> String {
        let words = self.source.get(self.span(range).range()).unwrap_or_default();
        // Only white space and what is encoded like it needs a second look.
        let maybe_blank = |b: u8| b <= b' ' || matches!(b, 0xc2 | 0xe1..=0xe3 | 0xef);
        if words.bytes().fold(false, |any, b| any | maybe_blank(b)) && words.chars().any(is_blank) {
            words.chars().filter(|&c| !is_blank(c)).collect()
        } else {
            words.to_owned()
        }
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

/// Writes printed lines into the view.
struct Writer<'s, 'o> {
    source: &'s str,
    /// Places of the source still ahead that need a look.
    odd: &'o [u32],
    fold: Fold,
    out: Builder<'s>,
    /// Characters that belong to traditional text only, and all beyond ASCII.
    traditional: usize,
    han: usize,
}

impl<'s, 'o> Writer<'s, 'o> {
    fn new(source: &'s str, odd: &'o [u32], lines: usize) -> Self {
        // A line and a sign begin a stretch each, and what is behind them another; runs of blanks begin none.
        let out = Builder::new(source, (2 * (odd.len() + lines)).min(source.len() / 8));
        Self { source, odd, fold: Fold::new(), out, traditional: 0, han: 0 }
    }

    /// Writes a line; one that is `joined` goes on with the one before. Characters read as printed go over in runs.
    fn line(&mut self, line: &Physical, joined: bool) {
        let source = self.source;
        let before = self.odd.iter().take_while(|&&at| (at as usize) < line.start).count();
        self.odd = &self.odd[before..];
        self.han += line.wide as usize;
        let mut run = line.start;
        if joined && self.apart(self.out.last_char(), line.start, false) {
            self.out.insert_space();
        }
        while let Some((&at, behind)) = self.odd.split_first()
            && (at as usize) < line.end
        {
            self.odd = behind;
            let at = at as usize;
            let Some(c) = signs::at(source, at) else { continue };
            if is_blank(c) {
                self.han -= usize::from(!c.is_ascii());
                self.out.push_run(run, at);
                run = at + c.len_utf8();
                if self.apart(self.out.last_char(), run, true) {
                    self.out.insert_space();
                }
                continue;
            }
            let words = &source[line.start..line.end];
            let stop = c == '.' && full_stop(words, at - line.start, self.before(run, at));
            let folded = if stop { '。' } else { self.fold.char(c) };
            if folded != c {
                self.traditional += usize::from(self.fold.is_traditional(c));
                self.out.push_run(run, at);
                self.out.push(at, c, folded);
                run = at + c.len_utf8();
            }
        }
        self.out.push_run(run, line.end);
    }

    /// The character read before a place, where a run goes up to it.
    fn before(&self, run: usize, at: usize) -> Option<char> {
        self.source[run..at].chars().next_back().or_else(|| self.out.last_char())
    }

    /// Must a blank stand between what is written and what is printed at a place: a `blank`, or the joint of two lines?
    /// A printed line may break inside a number, never inside the blank between two English words.
    fn apart(&self, previous: Option<char>, at: usize, blank: bool) -> bool {
        let Some(previous) = previous.filter(char::is_ascii_alphanumeric) else { return false };
        let next = signs::at(self.source, at).map_or(' ', |c| self.fold.char(c));
        next.is_ascii_alphanumeric() && (blank || !(previous.is_ascii_digit() && next.is_ascii_digit()))
    }

    fn script(&self) -> Script {
        if self.traditional >= 3 && self.traditional * 250 > self.han { Script::Hant } else { Script::Hans }
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
    fn spans_lead_back_to_their_ranges() {
        let source = "\u{feff}  淮皋 学院１２條.\r\n\r\n  公开 信息 ２ ６７９ 条。\n- 3 -\nab\ncd，甲";
        let view = View::new(source);
        for (at, c) in view.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let range = at..at + c.len_utf8();
            assert_eq!(view.range(view.span(range.clone())), range, "{c}");
        }
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
