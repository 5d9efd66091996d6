//! The web page's metadata lines: day of publication, view counter, source, author.

use super::LineKind;
use crate::lexis::date::temporal_at;
use crate::lexis::numeral::numeral_at;
use crate::lexis::words::words;
use crate::model::{DateValue, Page, Text, Views};
use crate::reading::View;
use std::ops::Range;

const DATE_LABELS: [&str; 12] = [
    "发布日期",
    "发布时间",
    "发表时间",
    "发表日期",
    "更新时间",
    "创建时间",
    "录入时间",
    "上传时间",
    "公开日期",
    "时间",
    "日期",
    "发布于",
];
const VIEW_LABELS: [&str; 16] = [
    "浏览次数",
    "浏览量",
    "浏览数",
    "点击次数",
    "点击数",
    "点击量",
    "点击率",
    "阅读次数",
    "阅读量",
    "阅读数",
    "访问量",
    "访问次数",
    "浏览",
    "点击",
    "阅读",
    "访问",
];
const SOURCE_LABELS: [&str; 3] = ["信息来源:", "文章来源:", "来源:"];
const AUTHOR_LABELS: [&str; 6] = ["作者:", "发布者:", "发布人:", "编辑:", "供稿:", "发布单位:"];

/// Reads the metadata lines.
pub(super) fn find(view: &View<'_>, kinds: &[LineKind]) -> Page {
    let mut page = Page::default();
    for (i, kind) in kinds.iter().enumerate() {
        let line = view.lines[i];
        match kind {
            LineKind::Metadata => metadata(view, line.range(), &mut page),
            LineKind::Short | LineKind::Chrome => loose(view, i, &mut page),
            LineKind::Prose if i < 3 => counter_above(view, i, &mut page),
            _ => {}
        }
    }
    page
}

fn metadata(view: &View<'_>, line: Range<usize>, page: &mut Page) {
    let text = view.words(line.clone());
    if page.published.is_none() {
        page.published = labelled_date(view, line.clone()).or_else(|| any_date(view, line.clone()));
    }
    if page.views.is_none() {
        page.views = labelled_views(view, line.clone());
    }
    if page.source.is_none() {
        page.source = labelled(view, line.start, text, &SOURCE_LABELS);
    }
    if page.author.is_none() {
        page.author = labelled(view, line.start, text, &AUTHOR_LABELS);
    }
}

fn labelled_date(view: &View<'_>, line: Range<usize>) -> Option<DateValue> {
    let text = view.words(line.clone());
    for label in DATE_LABELS {
        for (at, _) in text.match_indices(label) {
            let rest = &text[at + label.len()..];
            let value = rest.trim_start_matches([':', ' ', '[', '(', ']', ',']);
            let from = at + label.len() + (rest.len() - value.len());
            if let Some(date) = temporal_at(text, from).filter(|_| from < text.len())
                && let Some(day) = date.what.exact()
            {
                let range = line.start + date.start..line.start + date.end;
                return Some(DateValue { value: day, span: view.span(range) });
            }
        }
    }
    None
}

/// A full date anywhere in a metadata line, where no label stands before it.
fn any_date(view: &View<'_>, line: Range<usize>) -> Option<DateValue> {
    let text = view.words(line.clone());
    let mut before = ' ';
    for (i, c) in text.char_indices() {
        if c.is_ascii_digit()
            && !before.is_ascii_digit()
            && !matches!(before, '-' | '/' | '.')
            && let Some(date) = temporal_at(text, i)
            && let Some(day) = date.what.exact()
        {
            let range = line.start + date.start..line.start + date.end;
            return Some(DateValue { value: day, span: view.span(range) });
        }
        before = c;
    }
    None
}

fn labelled_views(view: &View<'_>, line: Range<usize>) -> Option<Views> {
    let text = view.words(line.clone());
    for label in VIEW_LABELS {
        for (at, _) in text.match_indices(label) {
            let rest = &text[at + label.len()..];
            let value = rest.trim_start_matches([':', ' ', '[', '(', ']', ')', '了', '次', '数', '量']);
            let from = at + label.len() + (rest.len() - value.len());
            if let Some(views) = views_at(view, line.start, text, from) {
                return Some(views);
            }
        }
    }
    None
}

fn views_at(view: &View<'_>, base: usize, text: &str, from: usize) -> Option<Views> {
    if !text.as_bytes().get(from).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let number = numeral_at(text, from)?;
    let value = u32::try_from(number.value.as_integer()?).ok()?;
    // 2023-10-26 or 10:30 behind the label is no count.
    let behind = text[number.end..].chars().next();
    if matches!(behind, Some('-' | ':' | '/' | '.' | '年')) {
        return None;
    }
    Some(Views { value, span: view.span(base + number.start..base + number.end) })
}

fn labelled(view: &View<'_>, base: usize, text: &str, labels: &[&str]) -> Option<Text> {
    labels.iter().find_map(|label| {
        let start = text.find(label)? + label.len();
        let rest = &text[start..];
        let next = [
            "发布", "时间", "日期", "浏览", "点击", "阅读", "编辑", "作者", "来源", "|", "]", "[", "【", " ",
            "字体", "访问",
        ];
        let end = next.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
        (end > 0 && end < 90).then(|| {
            let range = base + start..base + start + end;
            Text { value: view.printed(range.clone()), span: view.span(range) }
        })
    })
}

/// A bare counter on a line of its own, next to the word 浏览.
fn loose(view: &View<'_>, i: usize, page: &mut Page) {
    if page.views.is_some() || i > 12 {
        return;
    }
    let line = view.lines[i];
    let text = view.line(line);
    if !text.is_empty() && text.len() <= 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let next = view.lines.get(i + 1).map_or("", |l| view.line(*l));
        if words!["浏览", "点击", "阅读", "访问"].open(next) {
            page.views = views_at(view, line.start, text, 0);
        }
    }
}

/// "3896" above "浏览本年度…": the counter glued to the first sentence.
fn counter_above(view: &View<'_>, i: usize, page: &mut Page) {
    let Some(above) = i.checked_sub(1).map(|k| view.lines[k]) else { return };
    let text = view.line(above);
    let counter = !text.is_empty() && text.len() <= 8 && text.bytes().all(|b| b.is_ascii_digit());
    if page.views.is_none() && counter && words!["浏览", "点击", "阅读"].open(view.line(view.lines[i]))
    {
        page.views = views_at(view, above.start, text, 0);
    }
}
