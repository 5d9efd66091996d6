//! Text on a terminal: safe to print, measured in columns (a Han character is two), cut and wrapped.

use std::borrow::Cow;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns where there is no terminal to ask.
const DEFAULT: usize = 100;

/// Columns to fill. Lines longer than some 110 columns are hard to read, however wide the window.
pub(crate) fn columns(to_terminal: bool) -> usize {
    let asked = if to_terminal { terminal_size::terminal_size() } else { None };
    asked.map_or(DEFAULT, |(width, _)| usize::from(width.0).clamp(40, 110))
}

/// Columns of a text.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

fn char_width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Whether a character of an untrusted text may command a terminal or reorder a line: control characters (ESC, C1)
/// and the marks that turn the direction of writing.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with every such character made visible or blank.
pub(crate) fn sanitise(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| is_unsafe(c) || is_invisible(c)) {
        return Cow::Borrowed(text);
    }
    let clean = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if is_invisible(c) => None,
        // The pictures of control characters stand in their order: ␛ for ESC.
        c if c < ' ' => char::from_u32(0x2400 + u32::from(c)),
        c if is_unsafe(c) => Some('\u{fffd}'),
        c => Some(c),
    };
    Cow::Owned(text.chars().filter_map(clean).collect())
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{ad}')
}

/// The longest beginning of at most `max` columns.
pub(crate) fn cut(text: &str, max: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|&(_, c)| {
        used += char_width(c);
        used > max
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// Cuts to at most `max` columns, with … where something is left out.
pub(crate) fn elide(text: &str, max: usize) -> Cow<'_, str> {
    if width(text) <= max {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("{}…", cut(text, max.saturating_sub(1)).trim_end()))
}

/// Breaks into lines of at most `max` columns and at most `lines` of them; what does not fit ends in ….
///
/// Han text breaks between any two characters, but no line begins with a closing sign; Latin text at blanks.
pub(crate) fn wrap(text: &str, max: usize, lines: usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if out.len() + 1 >= lines || width(rest) <= max {
            out.push(elide(rest, max).into_owned());
            break;
        }
        let (line, tail) = rest.split_at(break_at(rest, max));
        out.push(line.trim_end().to_owned());
        rest = tail.trim_start();
    }
    out
}

/// Byte position of the best break at or before `max` columns; never 0.
fn break_at(text: &str, max: usize) -> usize {
    let (mut used, mut best) = (0, 0);
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|b| may_break(b, c)) {
            best = at;
        }
        used += char_width(c);
        if used > max && at > 0 {
            // A word longer than the line is cut where the line ends; a blank may hang over it.
            return if best == 0 || c == ' ' { at } else { best };
        }
        before = Some(c);
    }
    text.len()
}

fn may_break(before: char, after: char) -> bool {
    const NEVER_FIRST: &str = "，。、；：！？）》〉」』】〕”’…,.;:!?)]}%";
    const NEVER_LAST: &str = "（《〈「『【〔“‘([{";
    if NEVER_FIRST.contains(after) || NEVER_LAST.contains(before) || after == ' ' {
        return false;
    }
    before == ' ' || char_width(before) == 2 || char_width(after) == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unsafe_passes() {
        assert_eq!(sanitise("清远\u{1b}[31m大学\u{9b}2J\u{7f}\u{202e}\r\n\u{feff}"), "清远␛[31m大学�2J��  ");
        let all: String = (0..0x11_0000u32).filter_map(char::from_u32).collect();
        assert!(!sanitise(&all).contains(is_unsafe));
    }

    #[test]
    fn cuts_at_columns() {
        assert_eq!(elide("清远大学", 8), "清远大学");
        assert_eq!(elide("清远大学", 7), "清远大…");
        assert_eq!(elide("清远大学", 6), "清远…");
        assert_eq!(elide("a𠮷b🎓", 4), "a𠮷…");
        assert_eq!(elide("abc", 0), "…");
    }

    #[test]
    fn wraps_han_and_latin() {
        assert_eq!(wrap("公开信息，共12条。", 8, 9), ["公开信", "息，共12", "条。"]);
        assert_eq!(wrap("the parts do not add up", 10, 9), ["the parts", "do not add", "up"]);
        assert_eq!(wrap("依据《办法》公开信息若干条目", 12, 2), ["依据《办法》", "公开信息若…"]);
        assert_eq!(wrap("abcdefghij", 4, 9), ["abcd", "efgh", "ij"]);
        assert!(wrap(" ", 10, 2).is_empty());
    }
}
