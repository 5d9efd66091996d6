//! What all readers make of a file: paragraphs and tables in order, not yet one text.

use crate::document::{BlockKind, Origin};
use std::ops::Range;

/// A paragraph or a table.
#[derive(Debug)]
pub(crate) enum Item {
    Paragraph(Paragraph),
    Table(TableItem),
}

/// A paragraph on one line.
#[derive(Debug)]
pub(crate) struct Paragraph {
    pub kind: BlockKind,
    pub text: String,
    /// Bytes of the text, and where they lead.
    pub links: Vec<(Range<usize>, String)>,
    pub origin: Origin,
    /// Bytes of the text where further pages begin, and their numbers.
    pub turns: Vec<(usize, u32)>,
}

/// A table, cells as the file lists them.
#[derive(Debug, Default)]
pub(crate) struct TableItem {
    pub rows: Vec<Vec<CellItem>>,
    pub origin: Origin,
}

/// A cell with what it holds.
#[derive(Debug)]
pub(crate) struct CellItem {
    pub items: Vec<Item>,
    /// 0: to the last row.
    pub row_span: u32,
    pub column_span: u32,
}

/// A line under work: white space runs shrink to one blank, none stands at the ends.
#[derive(Debug, Default)]
pub(crate) struct Line {
    text: String,
    blank: bool,
    links: Vec<(Range<usize>, String)>,
    /// Where the open link's words begin, and where it leads.
    open: Option<(usize, String)>,
}

impl Line {
    pub(crate) fn push(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() || c == '\u{feff}' {
                self.blank = true;
            } else if !is_invisible(c) {
                if self.blank && !self.text.is_empty() {
                    self.text.push(' ');
                }
                self.blank = false;
                self.text.push(c);
            }
        }
    }

    /// Words behind which a blank is never lost or gained: the label of a list.
    #[cfg(any(feature = "html", feature = "docx"))]
    pub(crate) fn push_label(&mut self, label: &str) {
        self.push(label);
        self.blank = false;
    }

    #[cfg(feature = "html")]
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(crate) fn open_link(&mut self, url: String) {
        self.close_link();
        self.open = Some((self.text.len(), url));
    }

    pub(crate) fn close_link(&mut self) {
        if let Some((start, url)) = self.open.take() {
            self.add_link(start, url);
        }
    }

    fn add_link(&mut self, start: usize, url: String) {
        let words = &self.text[start..];
        let start = start + (words.len() - words.trim_start().len());
        if start < self.text.len() {
            self.links.push((start..self.text.len(), url));
        }
    }

    /// The line so far; a link that is still open goes on in the next.
    pub(crate) fn take(&mut self, kind: BlockKind, origin: impl FnOnce() -> Origin) -> Option<Item> {
        let open = self.open.take();
        if let Some((start, url)) = &open {
            self.add_link(*start, url.clone());
        }
        let text = std::mem::take(&mut self.text);
        let links = std::mem::take(&mut self.links);
        self.blank = false;
        self.open = open.map(|(_, url)| (0, url));
        (!text.is_empty())
            .then(|| Item::Paragraph(Paragraph { kind, text, links, origin: origin(), turns: Vec::new() }))
    }
}

/// Characters without width that would stand inside words: soft hyphen, zero-width space and joiners, controls.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\0'..='\u{1f}' | '\u{7f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_links() {
        let mut line = Line::default();
        line.push(" \u{3000}见 ");
        line.open_link("u".to_owned());
        line.push(" 学校\n 网站 ");
        line.close_link();
        line.push("\u{200b}。 ");
        let Some(Item::Paragraph(p)) = line.take(BlockKind::Paragraph, Origin::default) else { panic!() };
        assert_eq!(p.text, "见 学校 网站 。");
        assert_eq!(&p.text[p.links[0].0.clone()], "学校 网站");
        assert!(line.take(BlockKind::Paragraph, Origin::default).is_none());
    }
}
