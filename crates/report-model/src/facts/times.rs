//! All dates and numerals of the text, outside what is claimed. One pass.

use super::claims::Claims;
use crate::lexis::charset::CharSet;
use crate::lexis::date::{self, Temporal};
use crate::lexis::numeral::{self, Numeral};
use crate::lexis::words::step;
use std::ops::Range;

/// Characters that words for a year start with: 同年, 第二年, 上一年.
const RELATIVE: [char; 11] = ['同', '当', '本', '今', '次', '翌', '第', '来', '下', '上', '去'];
/// Characters beyond ASCII that a date or number may start with.
static STARTS: CharSet = CharSet::new(RELATIVE.as_slice()).with(&numeral::HAN_STARTS);

/// The dates and numbers of a text, in order, not overlapping.
#[derive(Debug, Default)]
pub(crate) struct Times {
    pub dates: Vec<Temporal>,
    pub numerals: Vec<Numeral>,
}

impl Times {
    /// Reads the view once. Dates win over numbers; nothing is read inside a claim.
    pub(crate) fn find(text: &str, claims: &Claims) -> Self {
        let room = text.len() / 64;
        let mut times = Self { dates: Vec::with_capacity(room / 4), numerals: Vec::with_capacity(room) };
        let bytes = text.as_bytes();
        let mut i = 0;
        while let Some(&byte) = bytes.get(i) {
            let ascii = byte.is_ascii_digit();
            if !ascii {
                let starts = match bytes.get(i + 1..i + 3) {
                    Some(&[second, third]) if (0xe3..0xf0).contains(&byte) => {
                        STARTS.holds(byte, second, third)
                    }
                    _ => false,
                };
                if !starts {
                    i += step(byte);
                    continue;
                }
            }
            if let Some(claim) = claims.at(i) {
                i = claim.end;
                continue;
            }
            let c = text[i..].chars().next().unwrap_or(' ');
            if !ascii && RELATIVE.contains(&c) {
                let relative = text[i + c.len_utf8()..].starts_with(['年', '一', '二']);
                i = if relative { times.relative(text, i, c) } else { i + c.len_utf8() };
            } else {
                i = times.read(text, i, ascii);
            }
        }
        times
    }

    fn read(&mut self, text: &str, at: usize, ascii: bool) -> usize {
        if let Some(date) = date::temporal_at(text, at) {
            self.dates.push(date);
            return date.end;
        }
        if let Some(number) = numeral::numeral_at(text, at) {
            self.numerals.push(number);
            return number.end;
        }
        if ascii {
            // Too long or too strange for a number: skip the run, or a row of digits would be tried at every place.
            at + text.as_bytes()[at..].iter().take_while(|b| b.is_ascii_digit() || **b == b'.').count()
        } else {
            let run: usize =
                text[at..].chars().take_while(|&c| numeral::starts_han(c)).map(char::len_utf8).sum();
            at + run.max(1)
        }
    }

    fn relative(&mut self, text: &str, at: usize, c: char) -> usize {
        match date::temporal_at(text, at) {
            Some(date) => {
                self.dates.push(date);
                date.end
            }
            None => at + c.len_utf8(),
        }
    }

    /// Dates that start inside a range.
    pub(crate) fn dates_in(&self, range: Range<usize>) -> &[Temporal] {
        let from = self.dates.partition_point(|d| d.start < range.start);
        let to = self.dates.partition_point(|d| d.start < range.end);
        &self.dates[from..to.max(from)]
    }

    /// The index of the first numeral that starts at or behind an offset.
    pub(crate) fn numeral_from(&self, at: usize) -> usize {
        self.numerals.partition_point(|n| n.start < at)
    }
}
