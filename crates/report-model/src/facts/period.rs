//! The statistical period: two dates that the text joins, with or without the word 统计.

use super::times::Times;
use crate::frame::Frame;
use crate::lexis::date::{self, Temporal, What, Year};
use crate::lexis::signs::is_dash;
use crate::lexis::words::{Words, words};
use crate::model::{Date, Period};
use crate::reading::View;
use std::ops::Range;

/// Words that announce the period.
const CUES: &Words = words![
    "统计",
    "期限",
    "时限",
    "起止",
    "数据",
    "报告期",
    "时段",
    "周期",
    "区间",
    "所列",
    "截止",
    "年限",
    "数字",
    "时间范围",
    "所录",
    "采集",
    "时间为",
    "时间是",
    "范围",
    "涉及时间",
    "学年(",
    "年度(",
];
/// What may stand between the two dates, beside dashes and blanks.
const JOINERS: [&str; 55] = [
    "起至",
    "开始",
    "到",
    "至",
    "起",
    "止",
    "始",
    "讫于",
    "终",
    "从",
    "为止",
    "截至",
    "截止",
    "算起",
    "起算",
    "结束",
    "(",
    ")",
    "(含)",
    "日",
    ",",
    "、",
    "开学",
    "算到",
    "一直",
    "直到",
    "直至",
    "于",
    "期间",
    "的",
    "统计",
    "零时",
    "0时",
    "24时",
    "二十四时",
    "日期",
    "年",
    "截止时间为",
    "截止时间是",
    "截至时间为",
    "终止时间为",
    "结束时间为",
    "截止日期为",
    "以来",
    "终止",
    "为起点",
    "为终点",
    "那天",
    "数到",
    "当天",
    "一日",
    "迄",
    "之",
    "入学",
    ":",
];

/// A period and the view range of its words.
pub(crate) struct Found {
    pub period: Period,
    pub range: Range<usize>,
}

/// Finds the period in the preamble, else anywhere the text announces one.
pub(crate) fn find(view: &View<'_>, frame: &Frame, times: &Times) -> Option<Found> {
    let head = 0..frame.preamble.end.max(frame.body.start);
    let in_head = best(view, times.dates_in(head), false);
    in_head.or_else(|| {
        let body = frame.preamble.end..frame.body.end;
        best(view, times.dates_in(body), true)
    })
}

fn best(view: &View<'_>, dates: &[Temporal], cue_needed: bool) -> Option<Found> {
    let mut choice: Option<(bool, Found)> = None;
    let mut context: Option<u16> = None;
    for pair in dates.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let what = date::resolve(a.what, context);
        if let What::Date { year: Year::Named(y), .. } = what {
            context = Some(y);
        }
        let Some((start, end)) = joined(view, a, b, what) else { continue };
        let cued = cued(view, a.start, b.end);
        if (cue_needed || end < start) && !cued {
            continue;
        }
        if choice.as_ref().is_none_or(|(c, _)| cued && !c) {
            let range = a.start..b.end;
            choice =
                Some((cued, Found { period: Period { start, end, span: view.span(range.clone()) }, range }));
        }
    }
    choice.map(|(_, found)| found)
}

/// Start and end, where the words between the dates join them and the span of time makes sense.
fn joined(view: &View<'_>, a: Temporal, b: Temporal, what: What) -> Option<(Date, Date)> {
    let between = view.words(a.end..b.start);
    if between.chars().count() > 16 || !joins(between) {
        return None;
    }
    let What::Date { year: Year::Named(first), month: Some(_), .. } = what else { return None };
    let mut end = date::resolve(b.what, Some(first));
    let What::Date { month: Some(_), .. } = end else { return None };
    let start = what.first_day()?;
    // 2021年9月1日至8月31日: without a year the end lies in the next.
    if let (What::Date { year: Year::Same, month, day }, Some(last)) = (b.what, end.last_day()) {
        let relative = view
            .words(b.start..b.end)
            .starts_with(|c: char| !c.is_ascii_digit() && !crate::lexis::numeral::starts_han(c));
        if last < start && !relative {
            end = What::Date { year: Year::Named(first + 1), month, day };
        }
    }
    let last = end.last_day()?;
    let days = last.day_number() - start.day_number();
    // A period that ends before it starts is a wrong year: stated all the same, and told by the audit.
    let printed = matches!(b.what, What::Date { year: Year::Named(_), .. });
    let makes_sense = (120..=1000).contains(&days) || printed && (-1000..0).contains(&days);
    makes_sense.then_some((start, last))
}

/// Only joining words and signs between two dates.
fn joins(between: &str) -> bool {
    let mut rest = between;
    let mut any = false;
    while !rest.is_empty() {
        if let Some(word) =
            JOINERS.iter().filter(|word| rest.starts_with(**word)).max_by_key(|word| word.len())
        {
            rest = &rest[word.len()..];
        } else {
            let c = rest.chars().next().unwrap_or(' ');
            if !is_dash(c) && c != ' ' && c != '\n' {
                return false;
            }
            rest = &rest[c.len_utf8()..];
        }
        any = true;
    }
    any && between.trim() != "," && between.trim() != "、" && !between.is_empty()
}

/// A cue in the same sentence, or a bracket behind a year label.
fn cued(view: &View<'_>, start: usize, end: usize) -> bool {
    let text = &*view.text;
    let mut from = start.saturating_sub(150);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let before = &text[from..start];
    let before = before.rfind(['。', '\n', ';']).map_or(before, |i| &before[i..]);
    let mut to = (end + 60).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let behind = &text[end..to];
    let behind = behind.find(['。', '\n', ';']).map_or(behind, |i| &behind[..i]);
    CUES.any(before) || words!["统计", "数据"].any(behind)
}
