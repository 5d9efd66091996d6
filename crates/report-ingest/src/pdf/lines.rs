//! Printed lines: characters that stand on one base line, from left to right.

use super::glyphs::{Drawn, Glyph};
use super::tables::Ruled;
use crate::items::TableItem;
use hayro_interpret::kurbo::Rect;
use std::ops::Range;

/// A printed line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub y: f64,
    pub left: f64,
    pub right: f64,
    pub size: f64,
    pub text: String,
    /// Bytes of the text that lead somewhere.
    pub links: Vec<(Range<usize>, String)>,
    /// Width of what cannot be parted at its start: a word, a number, a character with its closing sign.
    pub first: f64,
}

/// A line or a table, by its place on the page.
#[derive(Debug)]
pub(super) enum Piece {
    Line(Line),
    Table { y: f64, bottom: f64, columns: Vec<f64>, table: TableItem },
}

/// A page set in lines.
#[derive(Debug)]
pub(super) struct PageLines {
    pub number: u32,
    pub height: f64,
    pub pieces: Vec<Piece>,
}

/// Sets a page; characters inside ruled tables belong to their cells.
pub(super) fn set(drawn: Drawn, ruled: Vec<Ruled>) -> PageLines {
    let mut free: Vec<Glyph> = Vec::with_capacity(drawn.glyphs.len());
    let mut cells: Vec<Vec<Vec<Glyph>>> =
        ruled.iter().map(|table| vec![Vec::new(); table.cells.len()]).collect();
    for glyph in drawn.glyphs {
        let place =
            ruled.iter().enumerate().find_map(|(i, table)| table.cell_at(&glyph).map(|cell| (i, cell)));
        match place {
            Some((table, cell)) => cells[table][cell].push(glyph),
            None => free.push(glyph),
        }
    }
    let links = drawn.links;
    let mut pieces: Vec<Piece> = lines(free, &links).into_iter().map(Piece::Line).collect();
    for (table, cells) in ruled.into_iter().zip(cells) {
        let (y, bottom, columns) = (table.top(), table.bottom(), table.columns.clone());
        let table = table.fill(cells.into_iter().map(|glyphs| words(glyphs, &links)).collect(), drawn.number);
        pieces.push(Piece::Table { y, bottom, columns, table });
    }
    pieces.sort_by(|a, b| a.y().total_cmp(&b.y()));
    PageLines { number: drawn.number, height: drawn.height, pieces }
}

impl Piece {
    pub(super) const fn y(&self) -> f64 {
        match self {
            Self::Line(line) => line.y,
            Self::Table { y, .. } => *y,
        }
    }
}

/// Words and what of them leads somewhere.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub text: String,
    pub links: Vec<(Range<usize>, String)>,
}

impl Words {
    /// Joins a line to the words before: Han characters without a blank, two words with one. A link that goes on is one.
    pub(super) fn append(&mut self, line: Line) {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let address = self.text.rsplit(' ').next().is_some_and(|word| word.contains("://"));
        if !address && letter(self.text.chars().next_back()) && letter(line.text.chars().next()) {
            self.text.push(' ');
        }
        let at = self.text.len();
        self.text.push_str(&line.text);
        for (range, url) in line.links {
            let range = at + range.start..at + range.end;
            match self.links.last_mut() {
                Some((last, known)) if *known == url && last.end + 1 >= range.start => last.end = range.end,
                _ => self.links.push((range, url)),
            }
        }
    }
}

/// The words of a cell, its lines joined.
fn words(glyphs: Vec<Glyph>, links: &[(Rect, String)]) -> Words {
    let mut words = Words::default();
    for line in lines(glyphs, links) {
        words.append(line);
    }
    words
}

/// All lines, from the top.
fn lines(mut glyphs: Vec<Glyph>, links: &[(Rect, String)]) -> Vec<Line> {
    glyphs.retain(|glyph| glyph.size > 0.5);
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        // Marks set a little higher or lower belong to the line.
        let same = rows
            .last()
            .and_then(|row| row.last())
            .is_some_and(|last| (glyph.y - last.y).abs() <= 0.4 * last.size.max(glyph.size).min(40.0));
        match rows.last_mut().filter(|_| same) {
            Some(row) => row.push(glyph),
            None => rows.push(vec![glyph]),
        }
    }
    rows.into_iter().filter_map(|row| line(row, links)).collect()
}

fn line(mut glyphs: Vec<Glyph>, links: &[(Rect, String)]) -> Option<Line> {
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut text = String::new();
    let mut marked: Vec<(Range<usize>, usize)> = Vec::new();
    let mut before: Option<&Glyph> = None;
    let mut sizes: Vec<f64> = Vec::with_capacity(glyphs.len());
    for glyph in &glyphs {
        if let Some(last) = before {
            // Bold faked by drawing twice.
            if last.text == glyph.text && (glyph.x - last.x).abs() < 0.15 * glyph.size {
                continue;
            }
            let gap = glyph.x - (last.x + last.width);
            let em = glyph.size.max(last.size);
            let latin = |glyph: &Glyph| glyph.text.is_ascii();
            let apart = if latin(last) && latin(glyph) { gap > 0.17 * em } else { gap > 0.6 * em };
            if apart && !text.ends_with(' ') {
                text.push(' ');
            }
        }
        // White space at the start would shift the places of links.
        if !(text.is_empty() && glyph.text.trim().is_empty()) {
            let from = text.len();
            text.push_str(&glyph.text);
            mark(&mut marked, from..text.len(), glyph.link, before.and_then(|last| last.link));
        }
        sizes.push(glyph.size);
        before = Some(glyph);
    }
    let inked = |glyph: &&Glyph| !glyph.text.trim().is_empty();
    let (first, last) = (glyphs.iter().find(inked)?, glyphs.iter().rfind(inked)?);
    sizes.sort_by(f64::total_cmp);
    let size = sizes[sizes.len() / 2];
    Some(Line {
        y: last.y,
        left: first.x,
        right: last.x + last.width,
        size,
        links: marked
            .into_iter()
            .filter_map(|(range, link)| {
                Some((range.start..range.end.min(text.trim_end().len()), links.get(link)?.1.clone()))
            })
            .filter(|(range, _)| range.start < range.end)
            .collect(),
        text: text.trim().to_owned(),
        first: first_word(&glyphs, first.x),
    })
}

/// Notes that words lead somewhere; those of one link belong together.
fn mark(
    marked: &mut Vec<(Range<usize>, usize)>,
    range: Range<usize>,
    link: Option<usize>,
    before: Option<usize>,
) {
    let Some(link) = link else { return };
    match marked.last_mut() {
        Some((last, known)) if *known == link && before == Some(link) => last.end = range.end,
        _ => marked.push((range, link)),
    }
}

/// Width of the first word, or of the first character with the signs that must not open a line.
fn first_word(glyphs: &[Glyph], left: f64) -> f64 {
    let mut end = left;
    let (mut word, mut open) = (false, true);
    for glyph in glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()) {
        let c = glyph.text.chars().next().unwrap_or(' ');
        let latin = c.is_ascii_alphanumeric() || word && matches!(c, '.' | ',' | '%' | '-' | '/' | ':' | '@');
        let closes = "，。、；：）》”！？,.)%".contains(c);
        if !(open || closes || word && latin) {
            break;
        }
        open = matches!(c, '（' | '《' | '“' | '(' | '〔');
        word = latin;
        end = glyph.x + glyph.width;
    }
    end - left
}
