//! What each line is for, by its form alone.

use super::names;
use crate::lexis::date::temporal_at;
use crate::lexis::words::{Words, words};
use crate::outline::Outline;
use crate::reading::View;

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

const NAVIGATION: Words = words![
    "当前位置",
    "您的位置",
    "您现在的位置",
    "所在位置",
    "您所在的位置",
    "首页>",
    "首页»",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "打印",
    "关闭",
    "加入收藏",
    "设为首页",
    "站内搜索",
    "今天是:",
    "版权所有",
    "Copyright",
    "©",
    "ICP备",
    "公网安备",
    "技术支持",
    "友情链接",
    "分享到",
    "转载",
    "扫码",
    "责任编辑",
    "返回顶部",
    "无障碍",
];
const METADATA: Words = words![
    "发布日期",
    "发布时间",
    "发布者",
    "发布人",
    "发布单位",
    "发布机构",
    "浏览次数",
    "浏览量",
    "点击数",
    "点击量",
    "点击率",
    "点击:",
    "浏览:",
    "阅读:",
    "阅读量",
    "访问量",
    "来源:",
    "作者:",
    "编辑:",
    "索引号",
    "文号:",
    "日期:",
    "时间:",
    "信息来源",
    "阅读次数",
    "访问次数",
];

/// Longest line, in bytes, that may be chrome, metadata or a signature.
const LONG: usize = 500;

/// Classifies every line.
pub(super) fn classify(view: &View<'_>, outline: &Outline) -> Vec<LineKind> {
    // Lines between the first and the last heading are the report's own text; only short ones could be anything else.
    let inner = outline.headings.first().map_or(0, |h| h.line)..outline.headings.last().map_or(0, |h| h.line);
    let mut kinds: Vec<LineKind> = Vec::with_capacity(view.lines.len());
    for (i, line) in view.lines.iter().enumerate() {
        let long = line.end - line.start > LONG;
        let text = view.line(*line);
        kinds.push(if long {
            LineKind::Prose
        } else if inner.contains(&i) {
            if text.len() <= 120 && NAVIGATION.any(text) { LineKind::Chrome } else { LineKind::Prose }
        } else {
            by_form(text)
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

fn by_form(text: &str) -> LineKind {
    let count = text.chars().count();
    let navigation = NAVIGATION.any(text);
    if navigation
        && (count <= 80 || text.contains("版权所有") || text.contains("Copyright"))
        && !text.contains('。')
    {
        let dated = METADATA.any(text) && text.chars().any(|c| c.is_ascii_digit());
        return if dated { LineKind::Metadata } else { LineKind::Chrome };
    }
    if count <= 160 && METADATA.any(text) && !text.contains('。') {
        return LineKind::Metadata;
    }
    if text.matches('>').count() >= 1 && count <= 80 && !text.contains(['。', '<', '《']) {
        return LineKind::Chrome;
    }
    if whole_date(text).is_some() {
        return LineKind::Date;
    }
    if names::signature_line(text).is_some() || names::office_line(text) {
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
    let date = temporal_at(text, start)?;
    date.what.exact()?;
    let rest = text[date.end..].trim_matches([')', ']', ' ', '。']);
    (rest.is_empty()).then_some((date, date.start..date.end))
}
