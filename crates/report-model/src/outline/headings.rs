//! Which lines are headings, and where their titles end.

use super::Heading;
use super::hints::Hints;
use crate::lexis::label::{Label, label_at};
use crate::lexis::signs::{closes_quote, opens_quote};
use crate::lexis::words::words;
use crate::model::Role;
use crate::reading::View;

/// Longest title of a run-in heading (annotation guide).
const RUN_IN: usize = 30;
/// Longest title on a line of its own.
const OWN_LINE: usize = 60;

/// All lines that look like headings, tables of contents included, not yet nested.
pub(super) fn candidates(view: &View<'_>, hints: &Hints) -> Vec<Heading> {
    let mut list: Vec<Heading> = Vec::new();
    // Where no part is numbered 一、, the parts may stand under bare titles.
    let labels: Vec<Option<Label>> = view.lines.iter().map(|line| label_at(view.line(*line))).collect();
    let bare_parts = !labels.iter().flatten().any(|label| label.level == 1);
    for (index, line) in view.lines.iter().enumerate() {
        let text = view.line(*line);
        if view.in_table(*line) {
            continue;
        }
        if let Some(label) = labels[index] {
            let rest = &text[label.len..];
            let rest_start = line.start + label.len + (rest.len() - rest.trim_start().len());
            let Some((len, run_in)) =
                title(rest.trim_start(), label.level, has_sibling(&labels, index, label.level))
            else {
                continue;
            };
            let title = rest_start..rest_start + len;
            if is_document_title(view.words(title.clone())) && list.is_empty() || in_attachments(view, index)
            {
                continue;
            }
            list.push(Heading {
                line: index,
                label: Some(label),
                level: label.level,
                label_range: line.start..line.start + label.len,
                body: if run_in { behind_mark(view, title.end) } else { line.end },
                title,
                run_in,
                role: Role::Other,
                parent: None,
                end: 0,
            });
        } else if let Some(level) = unnumbered(view, index, list.last())
            .or_else(|| (bare_parts && names_a_part(view, index)).then_some(1))
            .or_else(|| hints.level(view, index, !list.is_empty()))
        {
            let len = text.trim_end_matches(['。', ':']).len();
            list.push(Heading {
                line: index,
                label: None,
                level,
                label_range: line.start..line.start,
                title: line.start..line.start + len,
                body: line.end,
                run_in: false,
                role: Role::Other,
                parent: None,
                end: 0,
            });
        }
    }
    list
}

fn behind_mark(view: &View<'_>, at: usize) -> usize {
    at + view.text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The line before or after opens with a label of the same level: the items of a list.
fn has_sibling(labels: &[Option<Label>], index: usize, level: u8) -> bool {
    let sibling =
        |i: usize| labels.get(i).is_some_and(|label| label.is_some_and(|label| label.level == level));
    sibling(index + 1) || index > 0 && sibling(index - 1)
}

/// Length of the title in what follows a label, and whether text runs on behind it; `None` where the line is a
/// numbered clause.
fn title(rest: &str, level: u8, sibling_next: bool) -> Option<(usize, bool)> {
    if rest.is_empty() {
        return None;
    }
    let Some((at, mark)) = first_stop(rest) else {
        let count = rest.chars().count();
        let open_end = rest.ends_with([',', '、']);
        let clause = level >= 3 && count > 40 && rest.contains(',');
        return (count <= OWN_LINE && !open_end && !clause && !rest.contains("http"))
            .then_some((rest.len(), false));
    };
    let count = rest[..at].chars().count();
    let behind = rest[at + mark.len_utf8()..].trim_start();
    if behind.is_empty() {
        return match mark {
            ';' => None,
            ':' => (count <= OWN_LINE).then_some((at, false)),
            _ if level <= 2 => (count <= OWN_LINE && !states_number(&rest[..at])).then_some((at, false)),
            // 2.学校领导的信息。 as an item of a list is no heading; over a paragraph it is.
            _ => (count <= RUN_IN && !sibling_next && !states_number(&rest[..at])).then_some((at, false)),
        };
    }
    // 画框之内:学年概貌 is a title as a whole.
    if mark == ':'
        && behind.chars().count() <= 18
        && !behind.contains(['。', ',', ';', '、', ':'])
        && !states_number(behind)
        && level <= 2
    {
        return Some((rest.len(), false));
    }
    let fits = count <= RUN_IN && count > 0;
    match mark {
        // …1,234条,其中:… goes on with a list.
        ':' => (fits && !rest[..at].ends_with("其中") && !rest[..at].ends_with("如下")).then_some((at, true)),
        '。' => (fits && !states_number(&rest[..at])).then_some((at, true)),
        _ => None,
    }
}

/// A digit with something behind it: a sentence that reports, not a title. Years may stand in titles.
fn states_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i].is_ascii_digit() {
            let from = i;
            while i < bytes.len() && bytes[i].is_ascii_digit() {
                i += 1;
            }
            if i - from != 4 {
                return true;
            }
        } else {
            i += 1;
        }
    }
    false
}

/// The first 。 ; or : outside quotes and brackets.
fn first_stop(rest: &str) -> Option<(usize, char)> {
    let mut depth = 0i32;
    let mut before = ' ';
    for (i, c) in rest.char_indices() {
        match c {
            '(' | '《' | '[' | '【' | '〔' => depth += 1,
            ')' | '》' | ']' | '】' | '〕' => depth -= 1,
            c if opens_quote(c) => depth += 1,
            c if closes_quote(c) => depth -= 1,
            ':' if before.is_ascii_digit() && rest[i + 1..].starts_with(|c: char| c.is_ascii_digit()) => {}
            ':' if rest[i..].starts_with("://") => {}
            '。' | ';' | ':' | '!' if depth <= 0 => return Some((i, c)),
            _ => {}
        }
        before = c;
        // An unclosed bracket must not hide the end of the title.
        if depth > 0 && i > 240 {
            depth = 0;
        }
    }
    None
}

/// 7.某大学2014-2015学年信息公开年度报告: a list number before the document's own title.
pub(super) fn is_document_title(title: &str) -> bool {
    title.contains("公开")
        && (title.ends_with("报告") || title.ends_with("年报"))
        && title.chars().any(|c| c.is_ascii_digit())
}

/// 附件:1.… and the lines that continue its list.
fn in_attachments(view: &View<'_>, index: usize) -> bool {
    (1..=3).take_while(|&back| back <= index).map(|back| view.line(view.lines[index - back])).any(|line| {
        let named = line.starts_with("附件:") || line.starts_with("附:");
        named && line.chars().count() > 3
    })
}

/// 主动公开 on a line of its own above its text: the title of a part without number.
fn names_a_part(view: &View<'_>, index: usize) -> bool {
    let text = view.line(view.lines[index]);
    let short = (2..=24).contains(&text.chars().count())
        && !text.contains([',', ';', '。', ':', '>', '|', '《', '@', '?', '.']);
    if !short {
        return false;
    }
    let report = words!["报告", "年报", "白皮书", "大学", "学院", "学校", "办公室", "附件"].any(text)
        || states_number(text);
    let below = view.lines.get(index + 1).map_or("", |line| view.line(*line));
    let leads = below.chars().count() > 24 && below.contains(['。', ',']) || label_at(below).is_some();
    !report && leads && super::title_role(text).is_some()
}

/// A short line without number between paragraphs of a numbered body: the level it stands on.
fn unnumbered(view: &View<'_>, index: usize, last: Option<&Heading>) -> Option<u8> {
    let last = last?;
    let text = view.line(view.lines[index]);
    let count = text.chars().count();
    let own = text.len() <= 120
        && (3..=30).contains(&count)
        && !text.ends_with([',', ';', '、', ')', '!', '”'])
        && text.matches(',').count() <= 1;
    if !own
        || states_number(text)
        || text.contains(['《', '|', '>', '@'])
        || text.ends_with('。') && count > 24
    {
        return None;
    }
    // It must stand between two paragraphs of prose.
    let prose = |line: &str| line.chars().count() > 40 && line.contains('。');
    let above = view.line(view.lines[index.checked_sub(1)?]);
    let below = view.line(*view.lines.get(index + 1)?);
    let topical = words!["情况", "公开", "信息", "措施", "机制", "做法", "工作", "建设", "责任"].any(text);
    let date = text.contains('年') && text.contains('日');
    (prose(above) && prose(below) && label_at(below).is_none() && topical && !date).then_some(last.level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rest: &str, level: u8, expect: Option<(&str, bool)>) {
        assert_eq!(title(rest, level, false).map(|(len, run_in)| (&rest[..len], run_in)), expect, "{rest}");
    }

    #[test]
    fn titles() {
        check("概述", 1, Some(("概述", false)));
        check("信息公开工作总体情况。", 1, Some(("信息公开工作总体情况", false)));
        check("招生信息:包括计划和录取结果。", 3, Some(("招生信息", true)));
        check("班次课程全程公开。全年举办16期。", 2, Some(("班次课程全程公开", true)));
        check("画框之内:学年概貌", 1, Some(("画框之内:学年概貌", false)));
        check("我院利用学院网站向社会公布信息,年内更新总数516条次,首页访问累计203455。", 3, None);
        check("学费标准及退费办法,按注册季公示;", 3, None);
        check("总量:1,847条,上学年1,512条。", 4, Some(("总量", true)));
    }
}
