//! Signs of damage: control characters, replacement characters, digits that lost the characters beside them.

use super::finding;
use crate::lexis::date::temporal_at;
use crate::lexis::words::words;
use crate::model::{Applicability, Diagnostic, Fix, Severity, Span};
use crate::reading::View;
use once_cell::sync::Lazy;
use regex::Regex;

/// Most findings of one kind; the last says how many there are.
const MOST: usize = 20;

/// 202091日至2021831日: a date without 年 and 月.
static LOST_DATE: Lazy<Regex> =
    Lazy::new(|| compile(r"(?P<y>20[0-9]{2})(?P<m>1[0-2]|[1-9])(?P<d>3[01]|[12][0-9]|[1-9])日"));
/// 教办函〔201423号: a document number without its closing bracket.
static LOST_BRACKET: Lazy<Regex> = Lazy::new(|| compile(r"[〔\[【](?P<y>20[0-9]{2})(?P<n>[0-9]{1,4})号"));

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|_| unreachable!("the patterns are constants; tests compile them"))
}

/// Looks for damage in the source and the view.
pub(crate) fn find(view: &View<'_>) -> Vec<Diagnostic> {
    let mut list = Vec::new();
    characters(view.source, &mut list);
    digits(view, &mut list);
    list
}

fn characters(source: &str, list: &mut Vec<Diagnostic>) {
    let (mut controls, mut lost) = (Vec::new(), Vec::new());
    // A text without any such byte, the usual case, is not looked at by characters.
    let odd = |b: &u8| (*b < 0x20 && !matches!(*b, b'\n' | b'\r' | b'\t')) || matches!(*b, 0x7f | 0xc2);
    let odd = source.as_bytes().iter().fold(false, |any, b| any | odd(b)) || source.contains('\u{fffd}');
    for (at, c) in source.char_indices().take_while(|_| odd) {
        if c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}') {
            controls.push(Span::new(at as u32, (at + c.len_utf8()) as u32));
        } else if c == '\u{fffd}' {
            lost.push(Span::new(at as u32, (at + c.len_utf8()) as u32));
        }
    }
    if let Some(first) = controls.first() {
        list.push(finding(
            "RM904",
            Severity::Warning,
            format!("文本含有{}个控制字符", controls.len()),
            format!("the text holds {} control characters", controls.len()),
            *first,
        ));
    }
    if let Some(first) = lost.first() {
        list.push(finding(
            "RM905",
            Severity::Warning,
            format!("有{}个字符未能解码（�）", lost.len()),
            format!("{} characters could not be decoded (U+FFFD)", lost.len()),
            *first,
        ));
    }
}

fn digits(view: &View<'_>, list: &mut Vec<Diagnostic>) {
    let text = &*view.text;
    let found =
        dates(text).flat_map(|(start, run)| LOST_DATE.captures_iter(run).map(move |caps| (start, caps)));
    for (start, caps) in found.take(MOST) {
        let Some(whole) = caps.get(0).map(|whole| start + whole.start()..start + whole.end()) else {
            continue;
        };
        if text[..whole.start].ends_with(|c: char| c.is_ascii_digit())
            || temporal_at(text, whole.start).is_some()
        {
            continue;
        }
        let candidate = format!("{}年{}月{}日", &caps["y"], &caps["m"], &caps["d"]);
        list.push(damaged(view, whole, &candidate));
    }
    let lines = words!["〔20", "[20", "【20"].lines(text);
    let found =
        lines.flat_map(|(start, line)| LOST_BRACKET.captures_iter(line).map(move |caps| (start, caps)));
    for (start, caps) in found.take(MOST) {
        let Some(whole) = caps.get(0).map(|whole| start + whole.start()..start + whole.end()) else {
            continue;
        };
        let candidate = format!("〔{}〕{}号", &caps["y"], &caps["n"]);
        list.push(damaged(view, whole, &candidate));
    }
}

/// Where a 日 stands behind digits enough for a whole date, with these: dates are in every line, such runs in hardly any,
/// and the pattern is slow.
fn dates(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const FEWEST: usize = "202091".len();
    text.match_indices('日').filter_map(|(at, sign)| {
        let digits = text.as_bytes()[..at].iter().rev().take_while(|b| b.is_ascii_digit()).count();
        (digits >= FEWEST).then(|| (at - digits, &text[at - digits..at + sign.len()]))
    })
}

/// The likely reading is a candidate, never a fact.
fn damaged(view: &View<'_>, range: std::ops::Range<usize>, candidate: &str) -> Diagnostic {
    let span = view.span(range);
    let mut diagnostic = finding(
        "RM903",
        Severity::Warning,
        format!("数字旁的文字可能已丢失，疑为“{candidate}”"),
        format!("characters beside the digits may be lost; probably {candidate}"),
        span,
    );
    diagnostic.fix =
        Some(Fix { span, replacement: candidate.to_owned(), applicability: Applicability::DisplayOnly });
    diagnostic
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_characters() {
        let view = View::new("统计期限自202091日至2021831日,依据教办函〔201423号。");
        let fixes: Vec<_> = find(&view).into_iter().filter_map(|d| d.fix).map(|f| f.replacement).collect();
        assert_eq!(fixes, ["2020年9月1日", "2021年8月31日", "〔2014〕23号"]);
    }
}
