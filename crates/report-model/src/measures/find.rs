//! Which numbers are measures.

use super::units::{Family, Unit, unit_at};
use super::{Context, Draft, RISES, hedge};
use crate::facts::times::Times;
use crate::lexis::numeral::Numeral;
use crate::lexis::signs::{closes_quote, opens_quote};
use crate::lexis::words::{Endings, endings, words};
use crate::model::{Bound, MeasureKind, RefersTo};
use std::ops::Range;

/// Verbs before a small Chinese numeral that make it a count: 新增三项, 制定两个.
const COUNTING: &Endings = endings![
    "新增", "出台", "制定", "修订", "印发", "收到", "受理", "发布", "公开", "公布", "公示", "新建", "开设",
    "录取", "发放", "完成", "共", "计", "达", "有", "为", "增加", "减少", "组织", "召开", "举办", "开展",
    "设立", "设置", "新设", "增设", "配备", "接到", "办理", "答复", "废止", "通过", "培训", "编印", "编发",
    "下发", "接待", "聘用", "招聘", "引进", "推送",
];
/// Classifiers of events: a Chinese numeral before them counts without a verb (两次听取, 三期培训).
const EVENTS: [&str; 12] = ["次", "场", "期", "轮", "批", "件", "场次", "批次", "人次", "起", "份", "篇"];

/// Finds the measures of the body; also gives the numbers that nothing explains.
pub(super) fn find(ctx: Context<'_>, times: &Times, body: Range<usize>) -> (Vec<Draft>, Vec<Range<usize>>) {
    let mut unclaimed = Vec::new();
    let mut sentence = 0;
    let first = times.numeral_from(body.start);
    let last = times.numeral_from(body.end);
    let mut drafts: Vec<Draft> = Vec::with_capacity(last.saturating_sub(first));
    for number in &times.numerals[first..last.max(first)] {
        while sentence + 1 < ctx.sentences.len() && ctx.sentences[sentence + 1].start <= number.start {
            sentence += 1;
        }
        let Some(range) = ctx.sentences.get(sentence).filter(|s| s.contains(&number.start)).cloned() else {
            continue;
        };
        // The 百 of 百分点 is no number of its own.
        if drafts.last().is_some_and(|d| number.start < d.range.end) || in_heading(ctx, number) {
            continue;
        }
        match judge(ctx, number, &range) {
            Verdict::Measure { unit, family, bound, range: at } => {
                let lead_from =
                    drafts.last().filter(|d| d.sentence == sentence).map_or(range.start, |d| d.range.end);
                let part = ctx.outline.part_at(number.start);
                drafts.push(Draft {
                    lead: lead_from.min(at.start)..at.start,
                    range: at,
                    value: number.value,
                    unit,
                    family,
                    bound,
                    sentence,
                    part,
                    role: part.map(|p| ctx.outline.headings[p].role),
                    part_of: None,
                    share_of: None,
                    kind: MeasureKind::Other,
                    channel: None,
                    refers_to: RefersTo::Current,
                });
            }
            Verdict::Explained => {}
            Verdict::Unknown => unclaimed.push(number.start..number.end),
        }
    }
    (drafts, unclaimed)
}

/// Numbers in the titles of headings are names; run-in text behind them is not.
fn in_heading(ctx: Context<'_>, number: &Numeral) -> bool {
    ctx.outline.heading_before(number.start).is_some_and(|i| {
        let h = &ctx.outline.headings[i];
        number.start < h.title.end || number.start < h.label_range.end
    })
}

enum Verdict {
    Measure {
        unit: Option<Range<usize>>,
        family: Family,
        bound: Bound,
        range: Range<usize>,
    },
    /// A time, a name, an ordinal: understood, but no measure.
    Explained,
    Unknown,
}

fn judge(ctx: Context<'_>, number: &Numeral, sentence: &Range<usize>) -> Verdict {
    let text = &*ctx.view.text;
    let before = &text[sentence.start..number.start];
    let behind = &text[number.end..sentence.end.max(number.end)];
    let next = behind.chars().next();
    let last = before.chars().next_back();
    // 第3次, A4, 3+2, 1.0, 12-3: parts of names and ordinals.
    if last.is_some_and(|c| {
        matches!(c, '第' | '+' | '#' | '/' | '_' | '@' | '=' | '×')
            || c.is_ascii_alphabetic() && !acronym(before)
    }) || matches!(next, Some('+' | '#' | '@' | '_'))
    {
        return Verdict::Explained;
    }
    if next.is_some_and(|c| c.is_ascii_alphabetic()) && !number.han {
        return Verdict::Explained;
    }
    if in_quotes(before, behind) || frequency(before) || serial(ctx, number, sentence) {
        return Verdict::Explained;
    }
    if number.percent {
        return measure(number, None, Family::Rate, before, behind);
    }
    let spaced = behind.strip_prefix(' ').unwrap_or(behind);
    let gap = behind.len() - spaced.len();
    let (unit, skipped) = match unit_at(spaced) {
        // 10余个, where 余 stands behind a Chinese or grouped number already; 200(余)条.
        Unit::None => {
            let skip = spaced.strip_prefix(['余', '多', '来']).map_or(0, |rest| spaced.len() - rest.len());
            (unit_at(&spaced[skip..]), gap + skip)
        }
        found => (found, gap),
    };
    match unit {
        // 1,386种: too many for a figure of speech.
        Unit::Excluded if vague(number, spaced) => measure(
            number,
            Some((gap, spaced.chars().next().map_or(0, char::len_utf8))),
            Family::Piece,
            before,
            behind,
        ),
        Unit::Excluded => Verdict::Explained,
        Unit::Counted(family, len) => {
            let printed = &behind[skipped..skipped + len];
            let tail = &behind[skipped + len..];
            if ordinal_year(number, printed) || policy_figure(ctx, number, printed, before, tail) {
                return Verdict::Explained;
            }
            if number.han && !counts(number, printed, family, before, tail) {
                return Verdict::Explained;
            }
            measure(number, Some((skipped, len)), family, before, behind)
        }
        Unit::None => bare(number, before, behind),
    }
}

fn measure(
    number: &Numeral,
    unit: Option<(usize, usize)>,
    family: Family,
    before: &str,
    behind: &str,
) -> Verdict {
    let mut end = number.end + unit.map_or(0, |(skip, len)| skip + len);
    let mut bound = if number.more || unit.is_some_and(|(skip, _)| behind[..skip].contains(['余', '多'])) {
        Bound::AtLeast
    } else if unit.is_some_and(|(skip, _)| behind[..skip].contains('来')) {
        Bound::About
    } else {
        Bound::Exact
    };
    if let Some((b, _)) = hedge::before(before)
        && bound == Bound::Exact
    {
        bound = b;
    }
    let rest = &behind[end - number.end..];
    if let Some((b, len)) = hedge::behind(rest) {
        if bound == Bound::Exact {
            bound = b;
        }
        end += len;
    }
    let unit = unit.map(|(skip, len)| number.end + skip..number.end + skip + len);
    Verdict::Measure { unit, family, bound, range: number.start..end }
}

/// APP500条, OA371条: a word of capitals is no part of the number; A4 and H5 are.
fn acronym(before: &str) -> bool {
    let letters = before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    letters >= 2 && before.bytes().rev().take(letters).any(|b| b.is_ascii_uppercase())
}

/// 4 人事师资信息…: the serial number of a table's row, between rows 3 and 5.
fn serial(ctx: Context<'_>, number: &Numeral, sentence: &Range<usize>) -> bool {
    let Some(value) = number.value.as_integer().filter(|v| (1..=120).contains(v)) else { return false };
    if number.han || number.start != sentence.start {
        return false;
    }
    let lines = &ctx.view.lines;
    let here = lines.partition_point(|line| line.start <= number.start).saturating_sub(1);
    let shows = |i: usize, wanted: i64| {
        lines.get(i).is_some_and(|line| {
            let text = ctx.view.line(*line);
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            text[..digits].parse() == Ok(wanted)
        })
    };
    lines[here].start == number.start
        && (shows(here + 1, value + 1) || here > 0 && shows(here - 1, value - 1))
}

/// A count of kinds that is large and printed in digits.
fn vague(number: &Numeral, behind: &str) -> bool {
    !number.han && behind.starts_with(['种', '类']) && number.value >= crate::model::Decimal::from(20)
}

/// “三张清单”, “3+2”, “12345”: short quoted names.
fn in_quotes(before: &str, behind: &str) -> bool {
    let window = || before.chars().rev().take(8);
    let Some(open) = window().position(opens_quote) else { return false };
    if window().take(open).any(closes_quote) {
        return false;
    }
    let ahead = || behind.chars().take(10);
    ahead()
        .position(closes_quote)
        .is_some_and(|close| close + open <= 10 && !ahead().take(close).any(|c| matches!(c, ',' | '。')))
}

/// 每月两期, 每年至少一次: how often, not how many.
fn frequency(before: &str) -> bool {
    let mut window = before.char_indices().rev().take(6);
    let Some((each, _)) = window.find(|(_, c)| *c == '每') else { return false };
    let between = &before[each + '每'.len_utf8()..];
    let core = between.strip_suffix("至少").or_else(|| between.strip_suffix("不少于")).unwrap_or(between);
    matches!(
        core,
        "" | "月"
            | "年"
            | "周"
            | "季"
            | "季度"
            | "学期"
            | "天"
            | "日"
            | "半年"
            | "学年"
            | "次"
            | "班"
            | "人"
            | "校"
            | "位"
            | "两周"
            | "半月"
            | "个月"
            | "逢"
    )
}

/// 2021级, 2017版: a year, not a count.
fn ordinal_year(number: &Numeral, unit: &str) -> bool {
    let year = number.value.as_integer().is_some_and(|v| (1949..2100).contains(&v));
    year && !number.myriad
        && (matches!(unit, "版" | "级" | "届")
            || number.han && number.end - number.start == 12 && unit.is_empty())
}

/// 10大类50条: the checklist's own figures.
fn policy_figure(ctx: Context<'_>, number: &Numeral, unit: &str, before: &str, tail: &str) -> bool {
    let value = number.value.as_integer().unwrap_or(0);
    let items = matches!(unit, "条" | "项" | "个" | "款");
    let bracketed = before.ends_with('(') && tail.starts_with(')');
    if !items || !matches!(value, 10 | 50) && !bracketed {
        return false;
    }

    let near: String = before.chars().rev().take(16).collect::<Vec<_>>().into_iter().rev().collect();
    let ahead: String = tail.chars().take(12).collect();
    let listed = ctx.outline.role_at(number.start) == Some(crate::model::Role::Checklist)
        && before.ends_with('(')
        && tail.starts_with(')');
    if listed {
        return true;
    }
    let category =
        near.contains("大类") || near.contains("类别") || near.contains("10类") || near.contains("十类");
    category
        || value == 50
            && (near.contains("清单")
                || ahead.contains("清单")
                || ahead.starts_with("公开事项")
                || near.contains("对照")
                || near.contains("》"))
}

/// Does a Chinese numeral count something, or is it an article, a name, a figure of speech?
fn counts(number: &Numeral, unit: &str, family: Family, before: &str, tail: &str) -> bool {
    if matches!(family, Family::Money | Family::Rate) {
        return true;
    }
    let value = number.value.as_integer().unwrap_or(100);
    // 十分关切: very.
    if family == Family::Score && value == 10 {
        return words!["得", "评", "打", "满分", "平均"].any(before);
    }
    let next = tail.chars().next();
    let closes = next.is_none_or(|c| matches!(c, ',' | '。' | ';' | '、' | '(' | ')' | ':' | '!' | '\n'));
    if value == 1 {
        let barred = before.ends_with([
            '每', '逐', '同', '另', '任', '这', '某', '统', '唯', '单', '万', '首', '上', '下', '前', '后',
            '其',
        ]);
        return closes && EVENTS.contains(&unit) && !barred;
    }
    if value > 10 || number.value.is_zero() {
        return true;
    }
    if before.ends_with(['这', '那', '上', '前', '后', '以', '其', '各', '末'])
        || matches!(unit, "处" | "位" | "门" | "块" | "张" | "路" | "支" | "条") && closes
    {
        return false;
    }
    // 《…办法》《…规定》两项制度: the titles are what is counted.
    let titled = before.ends_with(['》', ')']) || before.ends_with("》等") || before.ends_with(")等");
    let named = || words!["制度", "文件", "办法", "规定", "细则", "规章", "方案"].open(tail);
    if EVENTS.contains(&unit) || titled && named() {
        return true;
    }
    closes || COUNTING.close(before)
}

/// A number without classifier counts where it ends in 万 or 亿, or stands behind a word that asks for a number.
fn bare(number: &Numeral, before: &str, behind: &str) -> Verdict {
    let closes =
        behind.chars().next().is_none_or(|c| matches!(c, ',' | '。' | ';' | '、' | ')' | '!' | '\n'));
    let hedged = hedge::behind(behind).is_some();
    if number.han {
        let myriad = number.myriad && (closes || hedged);
        return if myriad { measure(number, None, Family::Bare, before, behind) } else { Verdict::Explained };
    }
    let year = number.value.as_integer().is_some_and(|v| (1949..2100).contains(&v))
        && !number.myriad
        && number.end - number.start == 4;
    if year {
        return Verdict::Explained;
    }
    // (1) and 2. inside a paragraph number its items.
    let value = number.value.as_integer().unwrap_or(0);
    let behind_mark = behind.chars().next();
    let item = before.is_empty() || before.ends_with(['(', ',', '。', ';', ':', '.', '、']);
    if item && (1..=30).contains(&value) && (matches!(behind_mark, Some(')' | '.' | '、'))) {
        return Verdict::Explained;
    }
    let asked = endings![
        "量", "数", "累计", "达", "达到", "共计", "合计", "用户", "粉丝", "人数", "总计", "数为", "量为",
        "量达", "数达", "次数", "超过", "突破", "近", "约", "有", "总数",
    ]
    .close(before.trim_end_matches([':', ' ']));
    // 由上年的4.1万增加到5.3万
    let rises = || words!(in &RISES).open(behind);
    if number.myriad && (closes || hedged || rises()) || closes && asked && number.end - number.start >= 2 {
        return measure(number, None, Family::Bare, before, behind);
    }
    if number.myriad && asked {
        return measure(number, None, Family::Bare, before, behind);
    }
    Verdict::Unknown
}
