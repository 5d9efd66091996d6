//! Signs that several rules look for, found in one pass over the bytes of the text.
//!
//! Han text has none of them: its bytes fall into one class and are passed over.

use crate::lexis::words::ahead;
use std::ops::Range;

/// Where the signs stand, in view offsets.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    /// Runs of ASCII digits.
    pub digits: Vec<Range<usize>>,
    /// Starts of runs of small Latin letters.
    pub small: Vec<usize>,
    /// 《, 》 and line ends.
    pub marks: Vec<(usize, Mark)>,
    /// Starts of runs of two and more of `,` `;` `:` `。` `、`.
    pub doubled: Vec<usize>,
    /// Where sentences end: 。！？ and line ends, with their bytes.
    pub sentence_ends: Vec<(usize, usize)>,
    /// Where clauses end: the same, ； and ，.
    pub clause_ends: Vec<(usize, usize)>,
}

/// A sign that opens or closes a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Open,
    Close,
    LineEnd,
}

/// What a byte can begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Nothing,
    Digit,
    /// A small Latin letter.
    Small,
    /// `,` `;` `:`
    Point,
    /// `!` `?`
    Stop,
    /// A line feed.
    Line,
    /// The first byte of 《》。、 among others.
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Nothing; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' => Class::Digit,
            b'a'..=b'z' => Class::Small,
            b',' | b';' | b':' => Class::Point,
            b'!' | b'?' => Class::Stop,
            b'\n' => Class::Line,
            0xe3 => Class::Wide,
            _ => Class::Nothing,
        };
        byte += 1;
    }
    classes
};

impl Signs {
    /// All signs of a text.
    pub(crate) fn find(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut signs = Self::default();
        // What a sign before has taken up already.
        let mut done = 0;
        for (i, eight) in bytes.chunks(8).enumerate() {
            let mut telling = telling(eight);
            while telling != 0 {
                let at = 8 * i + telling.trailing_zeros() as usize / 8;
                telling &= telling - 1;
                if at >= done && at < bytes.len() {
                    done = signs.take(bytes, at);
                }
            }
        }
        signs
    }

    /// Notes the sign at a place; gives where to go on.
    fn take(&mut self, bytes: &[u8], at: usize) -> usize {
        match CLASSES[usize::from(bytes[at])] {
            Class::Nothing => at + 1,
            Class::Digit => {
                let end = at + bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
                self.digits.push(at..end);
                end
            }
            Class::Small => {
                self.small.push(at);
                at + bytes[at..].iter().take_while(|b| b.is_ascii_lowercase()).count()
            }
            Class::Line => {
                self.marks.push((at, Mark::LineEnd));
                self.ends(at, 1, true);
                at + 1
            }
            Class::Stop => {
                self.ends(at, 1, true);
                at + 1
            }
            Class::Point | Class::Wide => self.punctuation(bytes, at),
        }
    }

    fn ends(&mut self, at: usize, len: usize, sentence: bool) {
        self.clause_ends.push((at, len));
        if sentence {
            self.sentence_ends.push((at, len));
        }
    }

    /// Notes what stands at a punctuation mark; gives where to go on.
    fn punctuation(&mut self, bytes: &[u8], at: usize) -> usize {
        match &bytes[at..] {
            [0xe3, 0x80, 0x8a, ..] => self.marks.push((at, Mark::Open)),
            [0xe3, 0x80, 0x8b, ..] => self.marks.push((at, Mark::Close)),
            _ => {
                let mut end = at;
                let mut count = 0;
                while let Some(len) = point(&bytes[end..]) {
                    match bytes[end + len - 1] {
                        b',' | b';' => self.ends(end, len, false),
                        0x82 => self.ends(end, len, true),
                        _ => {}
                    }
                    end += len;
                    count += 1;
                }
                if count >= 2 {
                    self.doubled.push(at);
                }
                return end.max(at + 1);
            }
        }
        at + 3
    }

    /// Runs of digits of at least so many, with no letter or sign of an address before them.
    pub(crate) fn numbers<'s>(
        &'s self,
        text: &'s str,
        least: usize,
    ) -> impl Iterator<Item = Range<usize>> + 's {
        let bytes = text.as_bytes();
        let glued = |from: usize| {
            from > 0 && matches!(bytes[from - 1], b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'=' | b'.' | b'_')
        };
        self.digits.iter().filter(move |run| run.len() >= least && !glued(run.start)).cloned()
    }
}

/// The high bits of those of eight bytes that are ASCII or begin 《》。、 among others.
fn telling(bytes: &[u8]) -> u64 {
    const LOW: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = LOW << 7;
    let word = bytes.first_chunk().map_or_else(|| ahead(bytes, 0), |&eight| u64::from_le_bytes(eight));
    let wide = word ^ (LOW * 0xe3);
    (!word | wide.wrapping_sub(LOW) & !wide) & HIGH
}

/// Length of the point that bytes begin with.
const fn point(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b',' | b';' | b':', ..] => Some(1),
        [0xe3, 0x80, 0x81 | 0x82, ..] => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_signs_of_a_text() {
        let signs = Signs::find("公开12条,,《办法》。、\n第3章,;无×处");
        assert_eq!(signs.digits, [6..8, 35..36]);
        assert_eq!(
            signs.marks.iter().map(|m| m.1).collect::<Vec<_>>(),
            [Mark::Open, Mark::Close, Mark::LineEnd]
        );
        assert_eq!(signs.doubled, [11, 25, 39]);
        assert_eq!(signs.sentence_ends, [(25, 3), (31, 1)]);
        assert_eq!(signs.clause_ends, [(11, 1), (12, 1), (25, 3), (31, 1), (39, 1), (40, 1)]);
    }
}
