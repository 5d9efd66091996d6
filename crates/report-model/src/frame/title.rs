//! The report's own title line.
//!
//! A title names the report (…报告, …年报, …白皮书), speaks of disclosure, and stands alone above the preamble. It may run
//! over several lines, carry its year in brackets below, or be printed twice; the one right above the preamble counts.

use super::LineKind;
use super::names;
use crate::lexis::date::temporal_at;
use crate::lexis::label::label_at;
use crate::lexis::words::{Words, words};
use crate::reading::View;
use std::ops::Range;

pub(super) struct Title {
    pub range: Range<usize>,
    pub end_line: usize,
    pub name: Option<Range<usize>>,
}

const NOUNS: [&str; 14] = [
    "报告",
    "年报",
    "白皮书",
    "总结",
    "综报",
    "汇报",
    "公报",
    "报告书",
    "情况说明",
    "年度报告表",
    "自查报告",
    "工作情况",
    "公告",
    "简报",
];
const SUBJECTS: &Words = words!["公开", "年度报告", "年报", "阳光", "透明", "政务"];

/// Finds the title among the lines above the first heading and marks its lines.
pub(super) fn find(view: &View<'_>, kinds: &mut [LineKind], first_heading: usize) -> Option<Title> {
    let until = first_heading.min(view.lines.len()).min(60);
    let mut best: Option<(usize, usize, u32)> = None;
    let mut i = 0;
    while i < until {
        match candidate(view, kinds, i, until) {
            Some((end, score)) => {
                // The later one wins, unless it says less: a column name below the title.
                if best.is_none_or(|(_, _, s)| score + 1 >= s) {
                    best = Some((i, end, score));
                }
                i = end + 1;
            }
            None => i += 1,
        }
        // Behind the preamble's first long line no title is expected, unless a letter comes before its attachment.
        let prose = kinds.get(i.saturating_sub(1)) == Some(&LineKind::Prose);
        let letter_ahead = (i..until).any(|k| is_attachment_mark(view.line(view.lines[k])));
        if prose && best.is_some() && !letter_ahead {
            break;
        }
    }
    let (start, end, _) = best?;
    Some(taken(view, kinds, start, end))
}

/// A letter that holds the report itself, not in an attachment: 关于报送…信息公开年度报告的函.
pub(super) fn of_letter(view: &View<'_>, kinds: &mut [LineKind], first_heading: usize) -> Option<Title> {
    const LINES: usize = 3;
    let until = first_heading.min(view.lines.len()).min(60);
    let free = |line: usize| matches!(kinds[line], LineKind::Short | LineKind::Prose | LineKind::Name);
    let found = (0..until).find_map(|end| {
        let mut words = String::new();
        let lines = (0..=end).rev().take(LINES).take_while(|&line| free(line));
        let start = lines.into_iter().find(|&start| {
            words.insert_str(0, view.line(view.lines[start]));
            let kinds = ["的函", "的公函", "的请示", "的通知"];
            let report = kinds.iter().find_map(|kind| words.strip_suffix(kind));
            report.is_some_and(|report| {
                report.contains("关于") && names_a_school(report) && says(report).is_some()
            })
        });
        start.map(|start| (start, end))
    });
    found.map(|(start, end)| taken(view, kinds, start, end))
}

/// The title in these lines, which are marked as such.
fn taken(view: &View<'_>, kinds: &mut [LineKind], start: usize, end: usize) -> Title {
    for kind in &mut kinds[start..=end] {
        *kind = LineKind::Title;
    }
    let first = view.lines[start];
    let text = view.line(first);
    let skipped = label_at(text).map_or(0, |label| label.len);
    let named = text.strip_prefix("名称:").map_or(0, |_| "名称:".len());
    let from = first.start + skipped.max(named);
    let range = from..title_end(view, view.lines[end].end, from);
    let name = name_in(view, range.clone()).or_else(|| name_above(view, kinds, start));
    Title { range, end_line: end, name }
}

fn title_end(view: &View<'_>, end: usize, from: usize) -> usize {
    let words = view.words(from..end);
    from + words.trim_end_matches(ornament).len()
}

/// 附件 or 附件: alone on its line: the report follows.
fn is_attachment_mark(line: &str) -> bool {
    let core = line.trim_end_matches([':', '1', '一']);
    matches!(core, "附件" | "附") || line == "附件1:" || line == "附:"
}

/// A title that starts at line `i`: its last line and how much it says.
fn candidate(view: &View<'_>, kinds: &[LineKind], i: usize, until: usize) -> Option<(usize, u32)> {
    let blocked = |k: usize| {
        matches!(
            kinds[k],
            LineKind::Chrome
                | LineKind::Metadata
                | LineKind::Heading
                | LineKind::Contents
                | LineKind::Addressee
                | LineKind::Date
        )
    };
    if blocked(i) {
        return None;
    }
    let mut words = String::new();
    for end in i..until.min(i + 4) {
        let text = view.line(view.lines[end]);
        if end > i && (blocked(end) || year_bracket(text).is_none() && label_at(text).is_some()) {
            break;
        }
        if text.chars().count() > 70 || text.contains(['。', ';']) || text.ends_with([':', ',']) {
            break;
        }
        words.push_str(text);
        if let Some(mut score) = says(&words) {
            // Words above that add nothing are no part of the title: menus, counters.
            let without: String = (i + 1..=end).map(|k| view.line(view.lines[k])).collect();
            if end > i && says(&without).is_some_and(|s| s >= score) {
                return None;
            }
            // The year in brackets below belongs to the title; so does the rest of a title broken in two.
            let mut end = end;
            if let Some(next) = view.lines.get(end + 1).filter(|_| end + 1 < until)
                && year_bracket(view.line(*next)).is_some()
            {
                end += 1;
                score += 2;
            }
            return Some((end, score));
        }
    }
    None
}

/// (2022年度), (2016-2017学年): a year and nothing else, in brackets.
fn year_bracket(text: &str) -> Option<()> {
    let inner = text.strip_prefix(['(', '〔', '[', '【'])?.strip_suffix([')', '〕', ']', '】'])?;
    let date = temporal_at(inner, 0)?;
    (date.end == inner.len() && date.what.exact().is_none()).then_some(())
}

/// Signs behind a title that do not belong to it: a full stop, an emoji.
fn ornament(c: char) -> bool {
    matches!(c, '。' | ' ')
        || !c.is_alphanumeric()
            && !crate::lexis::signs::is_han(c)
            && !matches!(c, ')' | '〕' | '】' | ']' | '”' | '》')
}

/// How much the words say as a report's title: institution, year and subject count; `None` where they are none.
fn says(words: &str) -> Option<u32> {
    let core = words.trim_end_matches(ornament);
    let core = core.strip_prefix("名称:").unwrap_or(core);
    // Most lines are settled before their years are read.
    if !SUBJECTS.any(core) || !words!(in &NOUNS).any(core) {
        return None;
    }
    let bare = strip_bracket(strip_edition(core));
    let noun = NOUNS.iter().any(|noun| bare.ends_with(noun));
    let subject = SUBJECTS.any(bare);
    if !noun || !subject || bare.ends_with("的公告") && !bare.contains("报告") {
        return None;
    }
    if bare.contains(['|', '>', '@']) || bare.matches(':').count() > 0 || bare.contains("附件") {
        return None;
    }
    let after_label = label_at(core).map_or(core, |label| &core[label.len..]);
    let institution = names_a_school(after_label);
    let year = has_year(core);
    // 信息公开年报 alone is the column's name.
    if !institution && !year && bare.chars().count() < 10 {
        return None;
    }
    if !institution && !year {
        return Some(1);
    }
    Some(2 + u32::from(institution) + u32::from(year))
}

fn names_a_school(core: &str) -> bool {
    let mut rest = core;
    while let Some(date) = temporal_at(rest, 0) {
        rest = &rest[date.end..];
    }
    names::leading(rest).is_some() || words!["大学", "学院", "学校", "党校"].any(core)
}

fn has_year(core: &str) -> bool {
    core.char_indices().any(|(i, c)| (c.is_ascii_digit() || c == '二') && temporal_at(core, i).is_some())
}

/// Without a closing remark in brackets: (2016-2017学年), (摘要).
fn strip_bracket(core: &str) -> &str {
    let core = strip_year(core);
    if core.ends_with([')', '〕', '】', ']']) {
        core.rfind(['(', '〔', '【', '[']).map_or(core, |i| &core[..i])
    } else {
        core
    }
}

/// Without the edition behind a sign: …信息公开年报 · 问答版.
fn strip_edition(core: &str) -> &str {
    let Some(rest) = core.strip_suffix('版') else { return core };
    let sign = rest.rfind(['·', '•', '—']).filter(|&at| rest[at..].chars().count() <= 7);
    sign.map_or(core, |at| core[..at].trim_end())
}

/// Without a year behind the noun: …信息公开年报2024-2025学年.
fn strip_year(core: &str) -> &str {
    // Most titles end with their noun, not as years and dates do.
    const ENDS: &str = "年度日号月份底末旦〇○O零一二三四五六七八九十廿";
    if !core.ends_with(|c: char| c.is_ascii_digit() || ENDS.contains(c)) {
        return core;
    }
    let start = core
        .char_indices()
        .find(|&(i, c)| c.is_ascii_digit() && temporal_at(core, i).is_some_and(|t| t.end == core.len()));
    start.map_or(core, |(i, _)| &core[..i])
}

/// The school's name inside the title.
fn name_in(view: &View<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let words = view.words(range.clone());
    let mut from = 0;
    loop {
        let rest = &words[from..];
        if let Some(date) = temporal_at(rest, 0) {
            from += date.end;
        } else if let Some(sign) =
            rest.chars().next().filter(|c| matches!(c, ' ' | '\n' | '(' | ')' | '“' | '”' | '度' | '-'))
        {
            from += sign.len_utf8();
        } else if rest.starts_with("关于") {
            from += "关于".len();
        } else {
            break;
        }
    }
    if let Some(len) = names::leading(&words[from..]) {
        return Some(range.start + from..range.start + from + len);
    }
    names::inside(&words[from..]).first().map(|r| range.start + from + r.start..range.start + from + r.end)
}

/// The school's name on the line above a title that names none.
fn name_above(view: &View<'_>, kinds: &[LineKind], start: usize) -> Option<Range<usize>> {
    let above = start.checked_sub(1)?;
    (kinds[above] == LineKind::Name).then(|| {
        let line = view.lines[above];
        let len = names::leading(view.line(line)).unwrap_or(line.end - line.start);
        line.start..line.start + len
    })
}
