//! Documents cited in 《…》, each once, with the number printed right behind or right before.

use super::claims::Claims;
use super::{document_number, instruments};
use crate::lexis::fold::Fold;
use crate::model::{Citation, DocumentNumber};
use crate::reading::View;
use std::collections::HashMap;
use std::ops::Range;

/// A mention of a document in 《…》, in view offsets.
#[derive(Debug)]
pub(crate) struct Mention {
    /// The title's words, without 《》.
    pub title: Range<usize>,
    /// The number printed beside it.
    pub number: Option<DocumentNumber>,
    /// Introduced as a short form: 以下简称《办法》.
    pub short_form: bool,
    /// The words of a number before the title; empty without one.
    lead: Range<usize>,
    /// Marks and title, and the number behind.
    whole: Range<usize>,
}

/// Longest title looked for, in bytes; an unclosed 《 must not swallow the text.
const LONGEST: usize = 360;

/// Every mention of a document, repeated ones too.
pub(crate) fn mentions(view: &View<'_>) -> Vec<Mention> {
    let text = &*view.text;
    let (mut list, mut from) = (Vec::new(), 0);
    while let Some(open) = text[from..].find('《').map(|i| i + from) {
        from = open + '《'.len_utf8();
        if let Some(mention) = mention(view, open) {
            from = mention.title.end;
            list.push(mention);
        }
    }
    list
}

/// The documents mentioned, each once; claims the words of all mentions.
pub(crate) fn cited(view: &View<'_>, mentions: &[Mention], claims: &mut Claims) -> Vec<Citation> {
    let mut list: Vec<Citation> = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut short_forms: Vec<String> = Vec::new();
    for mention in mentions {
        claims.add(mention.lead.clone());
        claims.add(mention.whole.clone());
        let key = fold_title(view.words(mention.title.clone()));
        if mention.short_form {
            short_forms.push(key);
            continue;
        }
        // 《办法》 alone is a short form, introduced or not.
        let generic = matches!(
            key.as_str(),
            "办法" | "条例" | "清单" | "通知" | "规定" | "意见" | "细则" | "实施办法" | "方案"
        );
        if key.is_empty() || generic || short_forms.contains(&key) {
            continue;
        }
        if let Some(&i) = seen.get(&key) {
            if list[i].document_number.is_none() {
                list[i].document_number.clone_from(&mention.number);
            }
            continue;
        }
        seen.insert(key, list.len());
        list.push(Citation {
            title: view.printed(mention.title.clone()),
            document_number: mention.number.clone(),
            span: view.span(mention.title.clone()),
            instrument: None,
        });
    }
    for citation in &mut list {
        let title = Fold::new().text(&citation.title);
        citation.instrument =
            instruments::resolve(&title, citation.document_number.as_ref()).map(str::to_owned);
    }
    list
}

/// Titles compare by their words, not by brackets and quotes.
fn fold_title(title: &str) -> String {
    title.chars().filter(|c| !matches!(c, '<' | '>' | '《' | '》' | '“' | '”' | ' ' | '\n')).collect()
}

fn mention(view: &View<'_>, open: usize) -> Option<Mention> {
    let text = &*view.text;
    let start = open + '《'.len_utf8();
    let (end, closed) = title_end(text, start)?;
    let behind = if closed { end + '》'.len_utf8() } else { end };
    let before = &text[..open];
    let quoted_short = ["以下简称", "下称", "简称", "以下统称"]
        .iter()
        .any(|word| before.ends_with(word) || before.trim_end_matches(['“', '"', ':']).ends_with(word));
    let mut number = None;
    let (mut stop, mut lead) = (behind, open..open);
    let rest = &text[behind..];
    if rest.starts_with('(') {
        let inner = bracket(text, behind);
        number = document_number::opening(view, inner.clone());
        if number.is_some() {
            stop = inner.end;
        }
    } else if closed {
        // 条例》国务院令第711号: printed without brackets.
        let window = behind..floor(text, behind + 96);
        if let Some(found) = document_number::at_start(view, window)
            && !found.text.starts_with(['和', '及', '与', '、'])
            && found.agency.is_some()
        {
            number = Some(found);
            stop = behind + 1;
        }
    }
    if number.is_none() {
        let line_start = text[..open].rfind('\n').map_or(0, |i| i + 1);
        let window = floor(text, open.saturating_sub(120).max(line_start))..open;
        number = document_number::at_end(view, window.clone());
        if let Some(number) = &number {
            lead = open - number.text.len().min(window.len())..open;
        }
    }
    Some(Mention { title: start..end, number, short_form: quoted_short, lead, whole: open..stop })
}

/// The nearest character boundary at or before an offset.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where the title that starts at `start` ends, and whether a 》 closes it.
fn title_end(text: &str, start: usize) -> Option<(usize, bool)> {
    let mut depth = 1;
    let mut first_close = None;
    let mut bracket = None;
    for (i, c) in text[start..].char_indices() {
        let at = start + i;
        match c {
            '《' => depth += 1,
            '》' => {
                depth -= 1;
                first_close.get_or_insert(at);
                if depth == 0 {
                    return (i > 0).then_some((at, true));
                }
            }
            '(' if bracket.is_none() => bracket = Some(at),
            '\n' | '。' => break,
            _ => {}
        }
        if i > LONGEST {
            break;
        }
    }
    // Nested 《《 closed once, or never closed at all.
    first_close.map(|at| (at, true)).or_else(|| bracket.filter(|&at| at > start).map(|at| (at, false)))
}

/// The inside of the bracket that opens at `open`; ends at the line's end where none closes.
fn bracket(text: &str, open: usize) -> Range<usize> {
    let start = open + 1;
    let mut depth = 1;
    for (i, c) in text[start..].char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return start..start + i;
                }
            }
            '\n' | '。' | '《' => return start..start + i,
            _ => {}
        }
        if i > 240 {
            return start..start + i;
        }
    }
    start..text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[(&str, Option<&str>)]) {
        let view = View::new(text);
        let list = cited(&view, &mentions(&view), &mut Claims::default());
        let got: Vec<_> = list
            .iter()
            .map(|c| (c.title.as_str(), c.document_number.as_ref().map(|n| n.text.as_str())))
            .collect();
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn forms() {
        check(
            "依据《高等学校信息公开办法》(教育部令第29号,以下简称《办法》)和《办法》",
            &[("高等学校信息公开办法", Some("教育部令第29号"))],
        );
        check(
            "根据教办函〔2014〕23号《高等学校信息公开事项清单》",
            &[("高等学校信息公开事项清单", Some("教办函〔2014〕23号"))],
        );
        check(
            "国务院令第711号《中华人民共和国政府信息公开条例》、教育部令第29号《高等学校信息公开办法》",
            &[
                ("中华人民共和国政府信息公开条例", Some("国务院令第711号")),
                ("高等学校信息公开办法", Some("教育部令第29号")),
            ],
        );
        check(
            "《教育部关于公布《高等学校信息公开事项清单》的通知》(教办函[2014]23号 )",
            &[("教育部关于公布《高等学校信息公开事项清单》的通知", Some("教办函[2014]23号"))],
        );
        check(
            "《高等院校信息公开办法》(教育部令第29号、《学生手册》",
            &[("高等院校信息公开办法", Some("教育部令第29号")), ("学生手册", None)],
        );
        check("《信访工作条例》国务院令第711号,,对《条例》", &[("信访工作条例", Some("国务院令第711号"))]);
        check(
            "及教育部教办函〔2014〕23号《关于公布清单的通知》",
            &[("关于公布清单的通知", Some("教办函〔2014〕23号"))],
        );
    }
}
