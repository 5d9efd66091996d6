//! A line of text with styles. All words of a report reach the terminal through [`Line::with`], which makes them safe.

use super::width::{cut, elide, sanitise, width};
use anstyle::{AnsiColor, Style};
use std::fmt::Write;

/// As the terminal has it.
pub(crate) const PLAIN: Style = Style::new();
/// The title.
pub(crate) const TITLE: Style = Style::new().bold();
/// Labels and asides.
pub(crate) const DIM: Style = Style::new().dimmed();
/// Figures.
pub(crate) const FIGURE: Style = AnsiColor::Cyan.on_default();
/// Found, in order.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// A finding to look at.
pub(crate) const WARN: Style = AnsiColor::Yellow.on_default();
/// A finding that is wrong as it stands.
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();

/// A line, built from left to right.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    parts: Vec<(Style, String)>,
    width: usize,
}

impl Line {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds words in a style.
    pub(crate) fn with(mut self, style: Style, text: &str) -> Self {
        let text = sanitise(text);
        self.width += width(&text);
        if !text.is_empty() {
            self.parts.push((style, text.into_owned()));
        }
        self
    }

    pub(crate) fn plain(self, text: &str) -> Self {
        self.with(PLAIN, text)
    }

    pub(crate) fn dim(self, text: &str) -> Self {
        self.with(DIM, text)
    }

    /// Adds words and fills up to `columns`; longer words are cut.
    pub(crate) fn cell(self, style: Style, text: &str, columns: usize) -> Self {
        let text = elide(&sanitise(text), columns).into_owned();
        let blank = columns - width(&text).min(columns);
        self.with(style, &text).blank(blank)
    }

    /// The same, filled from the left.
    pub(crate) fn cell_right(self, style: Style, text: &str, columns: usize) -> Self {
        let blank = columns.saturating_sub(width(&sanitise(text)));
        self.blank(blank).with(style, text)
    }

    pub(crate) fn blank(self, columns: usize) -> Self {
        if columns == 0 { self } else { self.plain(&" ".repeat(columns)) }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.width == 0
    }

    /// Columns of the whole.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Puts several in a row.
    pub(crate) fn join(lines: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut out = Self::new();
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            if !out.is_empty() {
                out = out.dim(between);
            }
            out.width += line.width;
            out.parts.extend(line.parts);
        }
        out
    }

    /// Puts several in rows of at most `max` columns, broken between them.
    pub(crate) fn flow(lines: impl IntoIterator<Item = Self>, between: &str, max: usize) -> Vec<Self> {
        let mut out: Vec<Self> = Vec::new();
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            match out.last_mut() {
                Some(row) if row.width + width(between) + line.width <= max => {
                    *row = Self::join([std::mem::take(row), line], between);
                }
                _ => out.push(line),
            }
        }
        out
    }

    /// Appends to `out`, cut to `max` columns, without blanks at the end.
    pub(crate) fn render(&self, out: &mut String, max: usize, colour: bool) {
        let start = out.len();
        // Where something is cut, one column is kept for the sign that says so.
        let too_long = self.width > max;
        let mut left = if too_long { max.saturating_sub(1) } else { max };
        for (style, text) in &self.parts {
            let shown = cut(text, left);
            if colour && *style != PLAIN {
                let _ = write!(out, "{style}{shown}{style:#}");
            } else {
                out.push_str(shown);
            }
            if shown.len() < text.len() {
                break;
            }
            left -= width(text);
        }
        out.truncate(start + out[start..].trim_end().len());
        if too_long {
            out.push('…');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &Line, max: usize, colour: bool) -> String {
        let mut out = String::new();
        line.render(&mut out, max, colour);
        out
    }

    #[test]
    fn cells_align() {
        let line = Line::new().cell(PLAIN, "网站", 6).cell_right(PLAIN, "1,206", 7).dim(" 条");
        assert_eq!(shown(&line, 80, false), "网站    1,206 条");
        assert_eq!(shown(&line, 12, false), "网站    1,2…");
        assert_eq!(line.width(), 16);
    }

    #[test]
    fn rows_break_between_items() {
        let items = ["网站 8", "微信 2", "短视频 12"].map(|item| Line::new().plain(item));
        let rows = Line::flow(items, " · ", 16);
        assert_eq!(
            rows.iter().map(|row| shown(row, 16, false)).collect::<Vec<_>>(),
            ["网站 8 · 微信 2", "短视频 12"]
        );
    }

    #[test]
    fn words_cannot_command_the_terminal() {
        let line = Line::new().with(GOOD, "a\u{1b}[0m");
        assert_eq!(shown(&line, 80, false), "a␛[0m");
        assert_eq!(shown(&line, 80, true), "\u{1b}[32ma␛[0m\u{1b}[0m");
    }
}
