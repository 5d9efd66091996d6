use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::date::{Temporal, What, Year, temporal_at};
use crate::lexis::words::words;
use crate::model::{CoverageBasis, RefersTo};
use crate::order;
use std::ops::Range;

rule! {
    /// ## What it does
    ///
    /// Finds sentences that speak of the year's work under another year's name: an earlier academic year, or in a report on a
    /// calendar year an earlier year, at the head of a clause that tells what was done, in a heading, or where the report
    /// closes (以上即为…信息公开工作情况).
    ///
    /// ## Why it matters
    ///
    /// Such a sentence was copied from an earlier report; its figures are probably that report's too.
    ///
    /// ## Example
    ///
    /// > 2019-2020学年信息公开年度报告 …… 2018-2019学年，学院通过网站公开信息688条。
    ///
    /// Comparisons (与2018-2019学年相比), history (自2018年以来) and titles of other documents are left alone.
    ///
    /// ## How to mend
    ///
    /// Write this year, and check the figures of the sentence.
    ///
    /// ## Source
    ///
    /// The report's own year.
    "RM210" "year-left-over" Error
    "出现其他年度" "another year is left over"
    "改为本年度，并核对该句中的数据。"
    "Write this year, and check the figures of the sentence."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let Some(coverage) = case.report.coverage else { return notes.not_assessable() };
    let text = &*case.view.text;
    let own = case.view.range(coverage.span);
    let mut from = case.body.start.max(own.end);
    for at in years(case, from..case.body.end) {
        let Some(date) = year_at(text, at).filter(|_| at >= from) else { continue };
        from = date.end.max(at + 1);
        let left = match (date.what, coverage.basis) {
            (What::Years { first, last, academic: true }, CoverageBasis::Academic) => {
                last == first + 1 && last <= coverage.first
            }
            (What::Years { first, last, academic: true }, CoverageBasis::Calendar) => {
                last == first + 1 && last < coverage.first
            }
            (What::Date { year: Year::Named(year), month: None, day: None }, CoverageBasis::Calendar) => {
                let within = case.report.period.is_some_and(|p| (p.start.year()..=p.end.year()).contains(&year));
                // Longer ago the label must name the work itself: 2018年学院信息公开工作….
                let behind = case.words(date.end..case.floor(date.end + 45));
                let recent = year + 1 == coverage.first;
                let named = (2008..coverage.first).contains(&year) && behind.contains("信息公开工作");
                (recent || named) && !within
            }
            _ => false,
        };
        if !left {
            continue;
        }
        if !tells_of_work(case, date.start..date.end) {
            notes.uncertain();
            continue;
        }
        let printed = case.words(date.start..date.end);
        notes.fails(
            Finding::new(
                date.start..date.end,
                format!("“{printed}”不是本报告的年度“{}”", case.words(own.clone())),
                format!("“{printed}” is not the year of this report, “{}”", case.words(own.clone())),
            )
            .related(own.clone(), "本报告的年度", "the year of this report"),
        );
    }
}

/// Places where a year may be written, in order: four digits that begin with 1 or 2, and 二〇.
fn years(case: &Case<'_>, within: Range<usize>) -> impl Iterator<Item = usize> {
    let text = &case.view.text;
    let from = case.signs.digits.partition_point(|run| run.start < within.start);
    let digits = case.signs.digits[from..].iter().take_while(|run| run.start < within.end);
    let year = |run: &&Range<usize>| run.len() == 4 && text[run.start..].starts_with(['1', '2']);
    let mut places: Vec<usize> = digits.filter(year).map(|run| run.start).collect();
    let words = text.get(within.clone()).unwrap_or_default();
    let count = places.len();
    let naught = |at: &usize| words[at + "二".len()..].starts_with(['〇', '○', '零', 'O', '0']);
    places.extend(words.match_indices('二').map(|(at, _)| at).filter(naught).map(|at| within.start + at));
    if places.len() > count {
        order::by_number(&mut places, |at| *at as u64);
    }
    places.into_iter()
}

/// The year label that starts at a place.
fn year_at(text: &str, at: usize) -> Option<Temporal> {
    let before = text[..at].chars().next_back();
    let fresh = !before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '〔' | '[' | '/' | '.' | '(' | '-'));
    temporal_at(text, at).filter(|_| fresh)
}

/// The label opens a clause that tells, without comparison, what was done or counted.
fn tells_of_work(case: &Case<'_>, label: Range<usize>) -> bool {
    let clause = case.clause(label.start);
    // 一、2019-2020学年工作概述: the number of a heading says nothing.
    let titled = case.part_at(label.start).is_some_and(|part| {
        let title = case.parts[part].title.clone();
        title.start == label.start && !words!["整改", "存在", "问题", "遗留", "落实", "回顾", "反馈"].any(case.words(title))
    });
    let lead = if titled { "" } else { case.words(clause.start..label.start) };
    let opens = matches!(lead, "" | "在" | "本" | "即" | "截至" | "(" | "纵观" | "回顾" | "综观");
    let sentence = case.sentence(label.start);
    let behind = case.words(label.end..sentence.end.max(label.end));
    let whole = case.words(sentence);
    let near: String = behind.chars().take(8).collect();
    let history = words![
        "起", "以来", "累计", "评为", "获", "年报", "报告", "出台", "制定", "印发", "建成", "成立", "开通", "启用", "开始", "届", "级", "部署",
        "预算", "决算", "计划", "招生", "录取"
    ]
    .any(&near);
    let compares = words![
        "相比", "同比", "较上", "比上", "较前", "同期", "上年", "上一年", "上学年", "去年", "以来", "历年", "至今", "《"
    ]
    .any(whole)
        || words!["本学年多", "本学年少", "本学年增", "本学年减", "本年多", "本年少", "本年度增", "本年度减"].any(behind);
    // 与本年并提: both years are named, the sentence compares.
    let own = case.year().is_some_and(|year| whole.contains(&format!("{year}年")));
    // 以上即为我院2010-2011学年信息公开工作的全部情况
    let closes = words!["以上即为", "以上就是", "以上是", "以上为"].open(lead);
    let own_work = words!["信息公开工作的全部", "信息公开工作情况", "信息公开情况", "信息公开年度报告", "信息公开工作年度报告", "信息公开工作报告"];
    if closes && own_work.open(behind) {
        return true;
    }
    // 现将我校2021年度信息公开工作情况报告如下: the report names its own year.
    let announced = lead.starts_with("现将") || lead.starts_with("现就");
    if announced && behind.contains("信息公开") && words!["报告", "公布", "公开如下", "汇报"].any(behind) {
        return true;
    }
    let work = words!["学校", "学院", "我校", "我院", "公开", "师生", "通过", "召开", "共", "累计", "全校", "全院"].any(behind);
    let label_end = behind.chars().next();
    let adverbial = label_end.is_some_and(|c| matches!(c, ',' | '、') || crate::lexis::signs::is_han(c));
    let next = case.figures.partition_point(|f| f.range.start < label.end);
    let previous = case.figures[next..]
        .iter()
        .take(12)
        .any(|f| f.range.start >= label.end && f.range.start < label.end + 200 && f.measure.refers_to == RefersTo::Previous);
    opens && work && adverbial && !compares && !own && !history && !previous
}
