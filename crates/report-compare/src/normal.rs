//! Text as it is compared: blanks dropped, full-width signs folded, each character with its place in the source.

use report_model::Span;

/// Characters that count, and where they stand.
#[derive(Debug, Default)]
pub(crate) struct Normal {
    pub(crate) chars: Vec<char>,
    /// Byte offset of each character.
    starts: Vec<u32>,
    /// Bytes of each character.
    lengths: Vec<u8>,
}

impl Normal {
    pub(crate) fn new(text: &str) -> Self {
        let mut out = Self::default();
        for (at, c) in text.char_indices() {
            if !is_blank(c) {
                out.chars.push(fold(c));
                out.starts.push(at as u32);
                out.lengths.push(c.len_utf8() as u8);
            }
        }
        out
    }

    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// Index of the first character at or behind a byte offset.
    pub(crate) fn index(&self, byte: u32) -> usize {
        self.starts.partition_point(|&start| start < byte)
    }

    /// The source's bytes from one character to before another.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.starts.get(from).copied().unwrap_or_default();
        let last = to.checked_sub(1).filter(|&last| last >= from);
        let end = last.and_then(|last| Some(self.starts.get(last)? + u32::from(*self.lengths.get(last)?)));
        Span::new(start, end.unwrap_or(start))
    }
}

/// White space, and signs that print nothing.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Full-width Latin letters, digits and signs as their usual forms.
pub(crate) fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// A short text as it is compared.
pub(crate) fn folded(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).map(fold).collect()
}

/// The same with every number as one `#`, so that last year's wording meets this year's.
pub(crate) fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| !is_blank(c)).map(fold) {
        if !c.is_ascii_digit() {
            // Separators inside a number belong to it.
            if !(matches!(c, ',' | '.') && out.ends_with('#')) {
                out.push(c);
            }
        } else if !out.ends_with('#') {
            out.push('#');
        }
    }
    out
}

/// Letters and numbers only: what two wordings must share to be called alike.
pub(crate) fn bare(text: &str) -> Vec<char> {
    without_numbers(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Share of pairs of neighbouring characters that two wordings have in common, 0 to 1 (Dice). Long ones are compared by
/// their beginnings, which bounds the work.
pub(crate) fn likeness(a: &[char], b: &[char]) -> f64 {
    const LONGEST: usize = 60;
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    if a == b {
        return 1.0;
    }
    let pairs = |chars: &[char]| {
        let mut list: Vec<(char, char)> = chars.windows(2).map(|w| (w[0], w[1])).collect();
        list.sort_unstable();
        list
    };
    let (left, right) = (pairs(a), pairs(b));
    if left.is_empty() || right.is_empty() {
        return 0.0;
    }
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while i < left.len() && j < right.len() {
        match left[i].cmp(&right[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    2.0 * common as f64 / (left.len() + right.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_the_sources() {
        let text = "公 开１２条\r\n。";
        let normal = Normal::new(text);
        assert_eq!(normal.chars.iter().collect::<String>(), "公开12条。");
        assert_eq!(normal.span(2, 5).slice(text), Some("１２条"));
        assert_eq!(normal.span(0, 2).slice(text), Some("公 开"));
        assert!(normal.span(6, 6).is_empty());
        assert_eq!(normal.index(3), 1);
    }

    #[test]
    fn wordings() {
        assert_eq!(without_numbers("公开 1,326条，占84.3%"), "公开#条,占#%");
        let like = |a, b| likeness(&bare(a), &bare(b));
        assert!((like("概述", "概述") - 1.0).abs() < 1e-9);
        assert!(like("对信息公开的评议情况", "信息公开评议情况") > 0.6);
        assert!(like("主动公开情况", "存在的问题") < 0.2);
    }
}
