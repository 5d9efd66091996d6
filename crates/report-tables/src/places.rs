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
        let mut i = self.0.partition_point(|place| place.section.span.start <= byte).checked_sub(1)?;
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

/// The sentence round a span: from behind the last 。！？； or line break to the next, at most some hundred characters.
pub(crate) fn sentence(text: &str, span: Span) -> &str {
    const ENDS: [char; 6] = ['。', '！', '？', '；', '\n', '\r'];
    let (start, end) = (span.start as usize, span.end as usize);
    let from = ceil(text, start.saturating_sub(REACH));
    let to = floor(text, (end + REACH).min(text.len()));
    let before = text.get(from..start).unwrap_or_default();
    let begin = before.char_indices().rev().find(|(_, c)| ENDS.contains(c));
    let begin = begin.map_or(from, |(i, c)| from + i + c.len_utf8());
    let behind = text.get(end..to).unwrap_or_default();
    let stop = behind.char_indices().find(|(_, c)| ENDS.contains(c));
    let stop = stop.map_or(to, |(i, c)| end + i + if c == '\n' || c == '\r' { 0 } else { c.len_utf8() });
    text.get(begin..stop).unwrap_or_default().trim()
}

/// Characters of a text without blanks (those of ASCII and the ideographic one).
pub(crate) fn characters(text: &str) -> usize {
    // Bytes that begin a character and are no ASCII blank.
    let signs = text.bytes().filter(|b| (*b as i8) >= -0x40 && !b.is_ascii_whitespace()).count();
    let wide = text.as_bytes().windows(3).filter(|bytes| bytes == b"\xe3\x80\x80").count();
    signs - wide
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
        assert_eq!(characters("一、 概述\r\n　学校\t𠮷a"), 8);
    }

    #[test]
    fn sentences_end_at_their_full_stop() {
        let text = "一、概述\n学校重视。公开信息12条，其中网站3条！其他。";
        let at = text.find("12条").unwrap() as u32;
        assert_eq!(sentence(text, Span::new(at, at + 5)), "公开信息12条，其中网站3条！");
        let long = "长".repeat(5_000);
        assert!(sentence(&long, Span::new(7_500, 7_503)).len() < 700);
    }
}
