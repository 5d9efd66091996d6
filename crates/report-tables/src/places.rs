//! Where things stand in a report: offsets in the wanted unit, the section and the sentence round a place.

use report_model::{OffsetEncoding, Report, Role, Section, Span};

/// Offsets of a text in another unit than bytes, looked up fast.
#[derive(Debug)]
pub(crate) struct Offsets<'a> {
    text: &'a str,
    unit: OffsetEncoding,
    /// Units before each multiple of [`STEP`] bytes, rounded down to a character.
    marks: Vec<u32>,
}

/// Bytes between two marks.
const STEP: usize = 256;

impl<'a> Offsets<'a> {
    pub(crate) fn new(text: &'a str, unit: OffsetEncoding) -> Self {
        let mut marks = Vec::new();
        if unit != OffsetEncoding::Utf8 {
            let mut units = 0;
            for (at, c) in text.char_indices() {
                while marks.len() * STEP <= at {
                    marks.push(units);
                }
                units += width(unit, c);
            }
        }
        Self { text, unit, marks }
    }

    pub(crate) const fn unit(&self) -> OffsetEncoding {
        self.unit
    }

    /// A byte offset in the unit.
    pub(crate) fn at(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        if self.unit == OffsetEncoding::Utf8 {
            return byte as u32;
        }
        let mark = (byte / STEP).min(self.marks.len().saturating_sub(1));
        let before = self.marks.get(mark).copied().unwrap_or(0);
        // A mark counts the characters that start before it.
        let mut from = (mark * STEP).min(self.text.len());
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let between = self.text.get(from..byte).unwrap_or_default();
        before + between.chars().map(|c| width(self.unit, c)).sum::<u32>()
    }
}

fn width(unit: OffsetEncoding, c: char) -> u32 {
    match unit {
        OffsetEncoding::Utf8 => c.len_utf8() as u32,
        OffsetEncoding::Utf16 => c.len_utf16() as u32,
        _ => 1,
    }
}

/// A section in the order of the text.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    pub(crate) section: &'a Section,
    /// Index of the section it stands in.
    pub(crate) parent: Option<usize>,
    /// 0 for parts of the top level.
    pub(crate) depth: u32,
    /// The nearest role that says something: its own, or that of the part it stands in.
    pub(crate) role: Role,
}

/// All sections, each before those in it.
#[derive(Debug)]
pub(crate) struct Places<'a>(pub(crate) Vec<Place<'a>>);

impl<'a> Places<'a> {
    pub(crate) fn new(report: &'a Report) -> Self {
        let mut list = Vec::new();
        for section in &report.sections {
            add(&mut list, section, None, 0);
        }
        Self(list)
    }

    /// The innermost section that holds a place.
    pub(crate) fn at(&self, byte: u32) -> Option<usize> {
        self.near(&mut 0, byte)
    }

    /// The same, looked for from where the last one was found.
    pub(crate) fn near(&self, last: &mut usize, byte: u32) -> Option<usize> {
        *last = count(&self.0, *last, |place| place.section.span.start <= byte);
        let mut i = last.checked_sub(1)?;
        while byte >= self.0[i].section.span.end {
            i = self.0[i].parent?;
        }
        Some(i)
    }

    /// The role of the part that holds a place.
    pub(crate) fn role(&self, byte: u32) -> Option<Role> {
        self.at(byte).map(|i| self.0[i].role)
    }
}

fn add<'a>(list: &mut Vec<Place<'a>>, section: &'a Section, parent: Option<usize>, depth: u32) {
    let inherited = parent.map(|i| list[i].role);
    let role = if section.role == Role::Other { inherited.unwrap_or(Role::Other) } else { section.role };
    let index = list.len();
    list.push(Place { section, parent, depth, role });
    for child in &section.children {
        add(list, child, Some(index), depth + 1);
    }
}

/// Longest stretch to a side that is taken for the sentence round a place, in bytes.
const REACH: usize = 300;

/// Bytes between two counts of characters: what lies behind the last one is counted anew for every span.
const BLOCK: usize = 64;

/// What a text is made of, found in one pass: characters, and where sentences end.
#[derive(Debug)]
pub(crate) struct Signs {
    /// Characters other than blanks before each multiple of [`BLOCK`] bytes.
    marks: Vec<u32>,
    /// Where 。！？； and line ends begin.
    ends: Vec<u32>,
}

impl Signs {
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(bytes.len() / BLOCK + 1);
        let (mut ends, mut before) = (Vec::new(), 0);
        for (block, chunk) in bytes.chunks(BLOCK).enumerate() {
            marks.push(before);
            before += chunk.iter().filter(|byte| begins_character(**byte)).count() as u32;
            for (i, eight) in chunk.chunks(8).enumerate() {
                let mut telling = telling(eight);
                while telling != 0 {
                    let at = block * BLOCK + 8 * i + telling.trailing_zeros() as usize / 8;
                    telling &= telling - 1;
                    before -= u32::from(blank(&bytes[at..]));
                    if ends_sentence(&bytes[at..]).is_some() {
                        ends.push(at as u32);
                    }
                }
            }
        }
        marks.push(before);
        Self { marks, ends }
    }

    /// Characters of a span without blanks (those of ASCII and the ideographic one).
    pub(crate) fn characters(&self, text: &str, span: Span) -> usize {
        let before = |at: u32| {
            let at = (at as usize).min(text.len());
            let mark = self.marks[at / BLOCK];
            mark as usize + characters(text.as_bytes(), at / BLOCK * BLOCK..at)
        };
        before(span.end).saturating_sub(before(span.start))
    }

    /// The sentence round a span: from behind the last 。！？； or line break to the next, at most some hundred characters.
    /// It is looked for from where the last one was found.
    pub(crate) fn sentence<'t>(&self, last: &mut usize, text: &'t str, span: Span) -> &'t str {
        let (start, end) = ((span.start as usize).min(text.len()), (span.end as usize).min(text.len()));
        let from = ceil(text, start.saturating_sub(REACH));
        let to = floor(text, (end + REACH).min(text.len()));
        let len = |at: usize| ends_sentence(&text.as_bytes()[at..]).unwrap_or(1);
        let next = count(&self.ends, *last, |&at| (at as usize) < start);
        *last = next;
        let before = next.checked_sub(1).map_or(0, |i| self.ends[i] as usize);
        let begin = if next > 0 && before >= from { before + len(before) } else { from };
        let behind = count(&self.ends, next, |&at| (at as usize) < end);
        let stop = match self.ends.get(behind).map(|&at| at as usize).filter(|&at| at < to) {
            // The full stop belongs to its sentence, the line end does not.
            Some(at) if len(at) > 1 => at + len(at),
            Some(at) => at,
            None => to,
        };
        text.get(begin..stop).unwrap_or_default().trim()
    }
}

/// How many items at the front of a sorted list pass; quick where it is not many more than last time.
fn count<T>(list: &[T], last: usize, pass: impl Fn(&T) -> bool) -> usize {
    let Some(ahead) = list.get(last..).filter(|_| last == 0 || pass(&list[last - 1])) else {
        return list.partition_point(pass);
    };
    match ahead.iter().take(8).position(|item| !pass(item)) {
        Some(steps) => last + steps,
        None => last + ahead.partition_point(pass),
    }
}

/// Length of the sign that ends a sentence, where bytes begin with one.
fn ends_sentence(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'\n' | b'\r', ..] => Some(1),
        // 。！？；
        [0xe3, 0x80, 0x82, ..] | [0xef, 0xbc, 0x81 | 0x9f | 0x9b, ..] => Some(3),
        _ => None,
    }
}

/// The high bits of those of eight bytes that may begin a blank or the end of a sentence: ASCII up to the blank, and what
/// begins 。！？； and the ideographic blank. Bytes above one of these may be among them wrongly.
fn telling(bytes: &[u8]) -> u64 {
    const LOW: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = LOW << 7;
    let word = bytes.first_chunk().map_or_else(
        || bytes.iter().rev().fold(!0, |word, &byte| word << 8 | u64::from(byte)),
        |&eight| u64::from_le_bytes(eight),
    );
    let below = |word: u64, least: u64| word.wrapping_sub(LOW * least) & !word & HIGH;
    below(word, 0x21) | below(word ^ (LOW * 0xe3), 1) | below(word ^ (LOW * 0xef), 1)
}

const fn begins_character(byte: u8) -> bool {
    byte as i8 >= -0x40
}

/// A blank of ASCII, or the ideographic one, U+3000.
fn blank(bytes: &[u8]) -> bool {
    match bytes {
        [first, ..] if first.is_ascii_whitespace() => true,
        [0xe3, 0x80, 0x80, ..] => true,
        _ => false,
    }
}

/// Characters that begin in a range of bytes, without blanks.
fn characters(bytes: &[u8], range: std::ops::Range<usize>) -> usize {
    range.filter(|&at| begins_character(bytes[at]) && !blank(&bytes[at..])).count()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_in_all_units() {
        let text = "a学𠮷🎓\r\n".repeat(200);
        for unit in [OffsetEncoding::Utf16, OffsetEncoding::Utf32] {
            let offsets = Offsets::new(&text, unit);
            let mut units = 0;
            for (at, c) in text.char_indices() {
                assert_eq!(offsets.at(at as u32), units, "{unit} {at}");
                units += width(unit, c);
            }
            assert_eq!(offsets.at(text.len() as u32), units);
        }
    }

    #[test]
    fn blanks_are_no_characters() {
        let text = "一、 概述\r\n　学校\t𠮷a".repeat(30);
        let signs = Signs::of(&text);
        let count = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        for (at, _) in text.char_indices() {
            assert_eq!(signs.characters(&text, Span::new(0, at as u32)), count(&text[..at]));
            assert_eq!(signs.characters(&text, Span::new(at as u32, text.len() as u32)), count(&text[at..]));
        }
    }

    #[test]
    fn what_passes_is_counted_from_anywhere() {
        let list: Vec<usize> = (0..100).collect();
        for most in 0..=100 {
            for last in 0..=100 {
                assert_eq!(count(&list, last, |&item| item < most), most, "from {last}");
            }
        }
    }

    #[test]
    fn sentences_end_at_their_full_stop() {
        let text = "一、概述\n学校重视。公开信息12条，其中网站3条！其他。";
        let at = text.find("12条").unwrap() as u32;
        let sentence =
            |text: &str, at, to| Signs::of(text).sentence(&mut 0, text, Span::new(at, to)).to_owned();
        assert_eq!(sentence(text, at, at + 5), "公开信息12条，其中网站3条！");
        assert_eq!(sentence(text, 0, 3), "一、概述");
        assert_eq!(sentence(text, text.len() as u32 - 6, text.len() as u32 - 3), "其他。");
        let long = "长".repeat(5_000);
        assert!(sentence(&long, 7_500, 7_503).len() < 700);
    }
}
