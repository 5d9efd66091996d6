//! Printed lines: where each starts and ends, how wide it is, whether it is a page number.

use crate::lexis::fold::Fold;
use crate::lexis::signs::{is_blank, is_dash_sign};

/// A printed line, white space at both ends cut off.
#[derive(Debug, Clone, Copy)]
pub(super) struct Physical {
    pub start: usize,
    pub end: usize,
    /// Columns: two for a wide character, one for others; inner blanks count.
    pub width: u32,
    /// Characters, doubled, so that both measures of a full line compare with the same limits.
    pub signs: u32,
    /// White space before the first character, in columns.
    pub indent: u32,
    /// A lone page number: 3, - 3 -, —3—, 第3页.
    pub page_number: bool,
}

impl Physical {
    pub(super) const fn is_blank(&self) -> bool {
        self.start >= self.end
    }
}

/// Splits at `\n`, `\r\n`, lone `\r`, form feeds and the Unicode line separators.
pub(super) fn split(source: &str) -> Vec<Physical> {
    let mut lines = Vec::with_capacity(source.len() / 120 + 1);
    let mut at = 0;
    let bytes = source.as_bytes();
    let mut start = 0;
    while at < bytes.len() {
        let (stop, next) = match bytes[at] {
            b'\n' | 0x0c | 0x0b => (at, at + 1),
            b'\r' => (at, at + 1 + usize::from(bytes.get(at + 1) == Some(&b'\n'))),
            0xe2 if source[at..].starts_with(['\u{2028}', '\u{2029}']) => (at, at + 3),
            _ => {
                at += 1;
                continue;
            }
        };
        lines.push(measure(source, start, stop));
        at = next;
        start = next;
    }
    lines.push(measure(source, start, bytes.len()));
    lines
}

fn measure(source: &str, start: usize, end: usize) -> Physical {
    let raw = &source[start..end];
    let trimmed = raw.trim_start_matches(is_blank);
    let indent = raw[..raw.len() - trimmed.len()].chars().map(columns).sum();
    let start = start + (raw.len() - trimmed.len());
    let trimmed = trimmed.trim_end_matches(is_blank);
    let (width, count) = trimmed.chars().fold((0, 0), |(width, count), c| (width + columns(c), count + 1));
    let signs = 2 * count;
    Physical {
        start,
        end: start + trimmed.len(),
        width,
        signs,
        indent,
        page_number: width <= 16 && is_page_number(trimmed),
    }
}

const fn columns(c: char) -> u32 {
    if (c as u32) < 0x1100 { 1 } else { 2 }
}

fn is_page_number(line: &str) -> bool {
    let fold = Fold::new();
    let core: String = line
        .chars()
        .map(|c| fold.char(c))
        .filter(|&c| !is_blank(c) && !is_dash_sign(c) && c != '·' && c != '/')
        .collect();
    let core = core.strip_prefix('第').and_then(|rest| rest.strip_suffix('页')).unwrap_or(&core);
    (1..=3).contains(&core.len()) && core.bytes().all(|b| b.is_ascii_digit())
}
