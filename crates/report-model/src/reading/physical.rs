//! Printed lines: where each starts and ends, how wide it is, whether it is a page number; and the few characters that
//! are not read as they are printed.

use crate::lexis::fold::Fold;
use crate::lexis::signs::{self, ends_sentence, is_blank, is_dash_sign};

/// A printed line, white space at both ends cut off.
#[derive(Debug, Clone, Copy)]
pub(super) struct Physical {
    pub start: usize,
    pub end: usize,
    /// Columns: two for a wide character, one for others; inner blanks count.
    pub width: u32,
    /// Characters, doubled, so that both measures of a full line compare with the same limits.
    pub signs: u32,
    /// Characters beyond ASCII.
    pub wide: u32,
    /// White space before the first character, in columns.
    pub indent: u32,
    /// A lone page number: 3, - 3 -, —3—, 第3页.
    pub page_number: bool,
    /// Ends as a sentence, a clause of a list or a heading with a closing sign would.
    pub closed: bool,
}

impl Physical {
    pub(super) const fn is_blank(&self) -> bool {
        self.start >= self.end
    }
}

/// A source text as it is printed.
#[derive(Debug)]
pub(super) struct Print {
    pub lines: Vec<Physical>,
    /// Offsets of the characters that may be read otherwise than printed: blanks, full-width and traditional ones, dots.
    pub odd: Vec<u32>,
}

/// What a stretch of characters adds up to.
#[derive(Debug, Default)]
struct Tally {
    /// Characters of one byte.
    ascii: u32,
    /// Others of one column, and of two.
    narrow: u32,
    wide: u32,
    bytes: usize,
    /// The leaders of a table of contents stand in it.
    leaders: bool,
}

impl Tally {
    fn add(&mut self, c: char) {
        match c as u32 {
            0..0x80 => self.ascii += 1,
            0x80..0x1100 => self.narrow += 1,
            _ => self.wide += 1,
        }
    }

    fn of(text: &str) -> Self {
        let mut tally = Self { bytes: text.len(), ..Self::default() };
        text.chars().for_each(|c| tally.add(c));
        tally
    }

    const fn columns(&self) -> u32 {
        self.ascii + self.narrow + 2 * self.wide
    }

    const fn beyond_ascii(&self) -> u32 {
        self.narrow + self.wide
    }
}

/// Splits at `\n`, `\r\n`, lone `\r`, form feeds and the Unicode line separators. One pass over the characters.
pub(super) fn split(source: &str) -> Print {
    let mut print = Print {
        lines: Vec::with_capacity(source.len() / 120 + 2),
        odd: Vec::with_capacity(source.len() / 12),
    };
    let fold = Fold::new();
    let bytes = source.as_bytes();
    let mut tally = Tally::default();
    // Where the line starts, and how many odd characters lie before it.
    let (mut start, mut at, mut odd) = (0, 0, 0);
    while let Some(&first) = bytes.get(at) {
        // Han characters and full-width signs, the bulk of every text.
        if first.wrapping_sub(0xe3) < 0xf0 - 0xe3
            && let Some(&[_, second, third]) = bytes[at..].first_chunk()
        {
            if fold.may_change(first, second, third) {
                print.odd.push(at as u32);
            }
            tally.wide += 1;
            at += 3;
            continue;
        }
        let next = match (first, bytes.get(at + 1), bytes.get(at + 2)) {
            (b'/'..=b'~' | b'!'..=b'-', _, _) => {
                tally.ascii += 1;
                at += 1;
                continue;
            }
            (b'\n' | 0x0b | 0x0c, _, _) => at + 1,
            (b'\r', second, _) => at + 1 + usize::from(second == Some(&b'\n')),
            (0xe2, Some(0x80), Some(0xa8 | 0xa9)) => at + 3,
            _ => {
                let c = signs::at(source, at).unwrap_or(' ');
                tally.leaders |= c == '…' && source[at + 3..].starts_with('…');
                print.odd.push(at as u32);
                tally.add(c);
                at += c.len_utf8();
                continue;
            }
        };
        let any_odd = print.odd.len() > odd;
        print.lines.push(measure(source, start, at, std::mem::take(&mut tally), any_odd));
        (start, at, odd) = (next, next, print.odd.len());
    }
    let any_odd = print.odd.len() > odd;
    print.lines.push(measure(source, start, bytes.len(), tally, any_odd));
    print
}

/// The line between two line ends, whose characters add up to `tally`; where none of them is `odd`, none is blank.
fn measure(source: &str, start: usize, end: usize, tally: Tally, odd: bool) -> Physical {
    let raw = &source[start..end];
    let (mut line, mut before, mut behind) = (raw, Tally::default(), Tally::default());
    if odd {
        line = raw.trim_start_matches(is_blank);
        before = Tally::of(&raw[..raw.len() - line.len()]);
        let trimmed = line.trim_end_matches(is_blank);
        behind = Tally::of(&line[trimmed.len()..]);
        line = trimmed;
    }
    let width = tally.columns() - before.columns() - behind.columns();
    let wide = tally.beyond_ascii() - before.beyond_ascii() - behind.beyond_ascii();
    let start = start + before.bytes;
    Physical {
        start,
        end: start + line.len(),
        width,
        signs: 2 * (tally.ascii - before.ascii - behind.ascii + wide),
        wide,
        indent: before.columns(),
        page_number: width <= 16 && is_page_number(line),
        closed: tally.leaders || closes(line),
    }
}

fn closes(line: &str) -> bool {
    let last = line.chars().next_back().map(|c| Fold::new().char(c));
    last.is_some_and(|c| ends_sentence(c) || matches!(c, ';' | ':'))
}

fn is_page_number(line: &str) -> bool {
    let fold = Fold::new();
    let mut core = line
        .chars()
        .map(|c| fold.char(c))
        .filter(|&c| !is_blank(c) && !is_dash_sign(c) && c != '·' && c != '/')
        .peekable();
    let named = core.next_if_eq(&'第').is_some();
    let mut digits = 0;
    while core.next_if(char::is_ascii_digit).is_some() {
        digits += 1;
    }
    let ended = if named { core.next() == Some('页') } else { true };
    ended && core.next().is_none() && (1..=3).contains(&digits)
}
