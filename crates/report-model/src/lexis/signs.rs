//! Classes of signs. All functions expect folded text (full-width signs already read as ASCII).

use std::ops::Range;

/// Ends a sentence.
pub(crate) const fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | '…')
}

/// Where the signs stand that end sentences.
pub(crate) fn sentence_ends(text: &str) -> impl Iterator<Item = Range<usize>> {
    // The first bytes of these signs.
    let may = |byte: u8| matches!(byte, b'!' | b'?' | 0xe2 | 0xe3);
    text.bytes().enumerate().filter(move |&(_, byte)| may(byte)).filter_map(|(i, _)| {
        let c = at(text, i).filter(|&c| ends_sentence(c))?;
        Some(i..i + c.len_utf8())
    })
}

/// Dashes and the like that stand between two dates or years.
pub(crate) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '―' | '−' | '‐' | '‑' | '~' | '─' | '至' | '一')
}

/// Pure dash signs, without the words that may stand for one.
pub(crate) const fn is_dash_sign(c: char) -> bool {
    is_dash(c) && !matches!(c, '至' | '一')
}

/// Opening quotation marks.
pub(crate) const fn opens_quote(c: char) -> bool {
    matches!(c, '“' | '「' | '‘' | '『')
}

/// Closing quotation marks.
pub(crate) const fn closes_quote(c: char) -> bool {
    matches!(c, '”' | '」' | '’' | '』')
}

/// A Han character.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}

/// White space of any width, also the invisible kinds that web pages leave behind.
pub(crate) fn is_blank(c: char) -> bool {
    !matches!(c, '\u{4e00}'..='\u{9fff}' | '!'..='~')
        && (c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'))
}

/// The character at a byte offset.
pub(crate) fn at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}
