//! All dates and numerals of the text, outside what is claimed. One pass.

use super::claims::Claims;
use crate::lexis::date::{self, Temporal};
use crate::lexis::numeral::{self, Numeral};
use std::ops::Range;

/// The dates and numbers of a text, in order, not overlapping.
#[derive(Debug, Default)]
pub(crate) struct Times {
    pub dates: Vec<Temporal>,
    pub numerals: Vec<Numeral>,
}

impl Times {
    /// Reads the view once. Dates win over numbers; nothing is read inside a claim.
    pub(crate) fn find(text: &str, claims: &Claims) -> Self {
        let mut times = Self::default();
        let bytes = text.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            let byte = bytes[i];
            if byte.is_ascii_digit() {
                if let Some(claim) = claims.at(i) {
                    i = claim.end;
                    continue;
                }
                i = times.read(text, i, true);
            } else if byte < 0xe3 {
                i += 1;
            } else {
                let c = text[i..].chars().next().unwrap_or(' ');
                let relative = text[i + c.len_utf8()..].starts_with(['年', '一', '二'])
                    && matches!(
                        c,
                        '同' | '当' | '本' | '今' | '次' | '翌' | '第' | '来' | '下' | '上' | '去'
                    );
                if !relative && !numeral::starts_han(c) {
                    i += c.len_utf8();
                    continue;
                }
                if let Some(claim) = claims.at(i) {
                    i = claim.end;
                    continue;
                }
                i = if relative { times.relative(text, i, c) } else { times.read(text, i, false) };
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
