//! A line of the report as it is shown: long paragraphs shortened to the words that matter, marks moved along.

use super::place::Lines;
use crate::output::width::sanitise;
use report_model::Span;
use std::ops::Range;

/// Characters kept to either side of a mark.
const AROUND: usize = 22;
/// Longest mark shown, in characters.
const LONGEST: usize = 40;
/// What stands for words left out.
const GAP: &str = "……";

/// A shortened line with its marks.
#[derive(Debug)]
pub(crate) struct Excerpt {
    pub(crate) line: usize,
    pub(crate) text: String,
    /// For each span asked for that lies in this line: its index, and the bytes of `text`.
    pub(crate) marks: Vec<(usize, Range<usize>)>,
}

/// The lines that hold the spans, in order.
pub(crate) fn excerpts(text: &str, lines: &Lines<'_>, spans: &[Span]) -> Vec<Excerpt> {
    let mut by_line: std::collections::BTreeMap<usize, Vec<(usize, Range<usize>)>> =
        std::collections::BTreeMap::new();
    for (i, span) in spans.iter().enumerate().filter(|(_, span)| span.end > span.start) {
        let line = lines.place(span.start).line;
        let within = lines.range(line);
        // A mark over several lines, or a very long one, shows where it begins.
        let end = (span.end as usize).min(within.end);
        let words = text.get(span.start as usize..end).unwrap_or_default();
        let len = words.char_indices().nth(LONGEST).map_or(words.len(), |(at, _)| at);
        by_line.entry(line).or_default().push((i, span.start as usize..span.start as usize + len));
    }
    by_line.into_iter().map(|(line, marks)| excerpt(text, line, lines.range(line), marks)).collect()
}

fn excerpt(text: &str, line: usize, within: Range<usize>, mut marks: Vec<(usize, Range<usize>)>) -> Excerpt {
    marks.sort_by_key(|(_, range)| range.start);
    // Windows round the marks, those that touch made one.
    let mut windows: Vec<Range<usize>> = Vec::new();
    for (_, mark) in &marks {
        let from = text[within.start..mark.start].char_indices().rev().nth(AROUND - 1);
        let from = from.map_or(within.start, |(at, _)| within.start + at);
        let to =
            text[mark.end..within.end].char_indices().nth(AROUND).map_or(within.end, |(at, _)| mark.end + at);
        match windows.last_mut() {
            Some(last) if from <= last.end + GAP.len() * 2 => last.end = last.end.max(to),
            _ => windows.push(from..to),
        }
    }
    let mut out = String::new();
    let mut moved = Vec::new();
    for window in &windows {
        if window.start > within.start || !out.is_empty() {
            out.push_str(GAP);
        }
        for (i, mark) in marks.iter().filter(|(_, mark)| window.contains(&mark.start)) {
            let start = out.len() + sanitise(&text[window.start..mark.start]).len();
            let end = start + sanitise(&text[mark.clone()]).len();
            moved.push((*i, start..end));
        }
        out.push_str(&sanitise(&text[window.clone()]));
    }
    if windows.last().is_some_and(|last| last.end < within.end) {
        out.push_str(GAP);
    }
    Excerpt { line, text: out, marks: moved }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortens_and_moves_marks() {
        let filler = "信息公开".repeat(50);
        let text = format!("甲\n{filler}共12件{filler}其中9件\u{1b}。");
        let span = |words: &str| {
            let at = text.find(words).unwrap();
            Span::new(at as u32, (at + words.len()) as u32)
        };
        let lines = Lines::new(&text);
        let found = excerpts(&text, &lines, &[span("12件"), span("9件")]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 2);
        let words: Vec<&str> =
            found[0].marks.iter().map(|(_, range)| &found[0].text[range.clone()]).collect();
        assert_eq!(words, ["12件", "9件"]);
        assert!(found[0].text.chars().count() < 120);
        assert!(!found[0].text.contains('\u{1b}'));
    }
}
