//! What each line is for, by its form alone.

use super::names;
use crate::lexis::date::temporal_at;
use crate::lexis::numeral::starts_han;
use crate::lexis::words::words;
use crate::outline::Outline;
use crate::reading::{Line, View};
use crate::tables::{Hits, Name};

/// The use of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// A numbered heading, or a line of the body.
    Heading,
    /// Running text.
    Prose,
    /// Navigation, footer, buttons of the page.
    Chrome,
    /// Publication date, view counter, source, index block.
    Metadata,
    /// A date and nothing else.
    Date,
    /// A school's or office's name and nothing else.
    Name,
    /// 主送机关:
    Addressee,
    /// A table of contents.
    Contents,
    /// Part of the title (set by the title finder).
    Title,
    /// Part of the letter (set by the letter finder).
    Letter,
    /// Part of the signature (set by the signature finder).
    Signature,
    /// A cell of a table.
    Table,
    /// Anything short that none of these explains.
    Short,
}

/// Longest line, in bytes, that may be chrome, metadata or a signature.
const LONG: usize = 500;

/// Classifies every line.
pub(super) fn classify(view: &View<'_>, hits: &Hits, outline: &Outline) -> Vec<LineKind> {
    // Lines between the first and the last heading are the report's own text; only short ones could be anything else.
    let inner = outline.headings.first().map_or(0, |h| h.line)..outline.headings.last().map_or(0, |h| h.line);
    let mut kinds: Vec<LineKind> = Vec::with_capacity(view.lines.len());
    for (i, line) in view.lines.iter().enumerate() {
        let long = line.end - line.start > LONG;
        let text = view.line(*line);
        kinds.push(if long {
            LineKind::Prose
        } else if inner.contains(&i) {
            if text.len() <= 120 && speaks(hits, *line, Name::Navigation) {
                LineKind::Chrome
            } else {
                LineKind::Prose
            }
        } else {
            by_form(text, hits, *line)
        });
    }
    for heading in &outline.headings {
        kinds[heading.line] = LineKind::Heading;
    }
    if outline.after_contents > 0 {
        let until = outline.after_contents.min(kinds.len());
        let from = (0..until).find(|&i| view.line(view.lines[i]).starts_with('目')).unwrap_or(0);
        for (i, kind) in kinds.iter_mut().enumerate().take(until).skip(from) {
            if !outline.headings.iter().any(|h| h.line == i)
                && crate::lexis::label::label_at(view.line(view.lines[i])).is_some()
                || i == from
            {
                *kind = LineKind::Contents;
            }
        }
    }
    tables(view, outline, &mut kinds);
    let first = outline.first_line().unwrap_or(0);
    // Short lines inside the body belong to it (list items, rows of a table printed as text).
    let last = outline.headings.last().map_or(0, |h| h.line);
    for kind in kinds.iter_mut().take(last).skip(first) {
        if matches!(
            kind,
            LineKind::Short | LineKind::Date | LineKind::Name | LineKind::Addressee | LineKind::Metadata
        ) {
            *kind = LineKind::Prose;
        }
    }
    kinds
}

/// A cue word stands in the line.
fn speaks(hits: &Hits, line: Line, name: Name) -> bool {
    hits.has(line.range(), name)
}

/// Cells below the first heading. Those that hold sentences are read as sentences; a table above (the index block of a
/// page) is read as lines.
fn tables(view: &View<'_>, outline: &Outline, kinds: &mut [LineKind]) {
    let Some(first) = outline.first_line() else { return };
    for (line, kind) in view.lines.iter().zip(kinds).skip(first) {
        if view.in_table(*line) {
            let text = view.line(*line);
            *kind = if text.contains('。') && text.len() > 60 { LineKind::Prose } else { LineKind::Table };
        }
    }
}

fn by_form(text: &str, hits: &Hits, line: Line) -> LineKind {
    let count = text.chars().count();
    if !text.contains('。')
        && let Some(kind) = of_page(text, count, hits, line)
    {
        return kind;
    }
    if whole_date(text).is_some() {
        return LineKind::Date;
    }
    // Longer lines are neither, unless a remark in brackets hides it.
    let brief = count <= 45 || text.ends_with(')');
    if brief && (names::signature_line(text).is_some() || names::office_line(text)) {
        return LineKind::Name;
    }
    if text.ends_with(':') && (3..=40).contains(&count) && is_addressee(text) {
        return LineKind::Addressee;
    }
    if text.contains(['。', ',']) || count > 48 || text.ends_with([',', ';', '!', '?']) {
        return LineKind::Prose;
    }
    LineKind::Short
}

/// Chrome or metadata of the page, for a line without a full stop.
fn of_page(text: &str, count: usize, hits: &Hits, line: Line) -> Option<LineKind> {
    let metadata = speaks(hits, line, Name::Metadata);
    if speaks(hits, line, Name::Navigation)
        && (count <= 80 || text.contains("版权所有") || text.contains("Copyright"))
    {
        let dated = metadata && text.bytes().any(|b| b.is_ascii_digit());
        return Some(if dated { LineKind::Metadata } else { LineKind::Chrome });
    }
    if count <= 160 && metadata {
        return Some(LineKind::Metadata);
    }
    (count <= 80 && text.contains('>') && !text.contains(['<', '《'])).then_some(LineKind::Chrome)
}

fn is_addressee(text: &str) -> bool {
    let body = text.trim_end_matches(':');
    let authority = words![
        "厅",
        "教育部",
        "委员会",
        "教委",
        "教育局",
        "组织部",
        "省委",
        "市委",
        "工委",
        "部门",
        "领导",
        "公安",
        "主管"
    ]
    .any(body);
    authority
        && !body.contains(['《', '。', ';', '('])
        && !["如下", "情况", "包括", "方面", "通过"].iter().any(|word| body.ends_with(word))
}

/// A line that is a date, also in brackets: its range in the line.
pub(crate) fn whole_date(text: &str) -> Option<(crate::lexis::date::Temporal, std::ops::Range<usize>)> {
    let start = text.len() - text.trim_start_matches(['(', '[', ' ']).len();
    if start >= text.len() || text.len() > 80 {
        return None;
    }
    // A full date starts with the year.
    let first = text[start..].chars().next()?;
    if !first.is_ascii_digit() && !starts_han(first) {
        return None;
    }
    let date = temporal_at(text, start)?;
    date.what.exact()?;
    let rest = text[date.end..].trim_matches([')', ']', ' ', '。']);
    (rest.is_empty()).then_some((date, date.start..date.end))
}
