use crate::audit::case::{Case, Figure};
use crate::audit::interval::{Interval, show, show_percent};
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::words::words;
use crate::model::RefersTo;

rule! {
    /// ## What it does
    ///
    /// Where a sentence gives this year's number, last year's and the difference or growth between them, computes the
    /// third from the two others.
    ///
    /// ## Why it matters
    ///
    /// Comparisons are rewritten every year, and one of the three numbers is easily left from the year before.
    ///
    /// ## Example
    ///
    /// > 本年公开信息1,508条，上年1,377条，增加151条，增长9.5%。
    ///
    /// 1,508 − 1,377 = 131.
    ///
    /// ## How to mend
    ///
    /// Recompute the difference; check last year's number against last year's report.
    ///
    /// ## Source
    ///
    /// Arithmetic.
    "RM408" "change-does-not-fit" Error
    "与上年比较的数据不符" "the change since last year does not fit"
    "重新计算增减数或增幅，并与上年报告核对。"
    "Recompute the difference; check last year's number against last year's report."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for (i, change) in case.figures.iter().enumerate() {
        if change.measure.refers_to == RefersTo::Change {
            judge(case, i, change, notes);
        }
    }
}

fn judge(case: &Case<'_>, at: usize, change: &Figure<'_>, notes: &mut Notes<'_>) {
    let near = &case.figures[at.saturating_sub(16)..at];
    let within = |figure: &&Figure<'_>| {
        let between = case.words(figure.range.end..change.range.start);
        between.len() < 700 && between.chars().filter(|c| matches!(c, '。' | '\n')).count() <= 3
    };
    let previous = near.iter().rev().filter(within).find(|f| f.measure.refers_to == RefersTo::Previous);
    let Some(previous) = previous else { return notes.not_assessable() };
    let comparable = |f: &&Figure<'_>| f.is_current() && !f.is_rate() && f.measure.unit == previous.measure.unit;
    let candidates: Vec<&Figure<'_>> = near.iter().rev().filter(within).filter(comparable).collect();
    // The total that is compared, not one of its parts.
    let current = candidates.iter().find(|f| f.measure.part_of.is_none()).or(candidates.first());
    let Some(current) = current.copied() else { return notes.not_assessable() };
    // Behind a long division only parts are near: 公开6,318条,其中…。与上年的5,874条相比,增加444条.
    let current = whole(case, current).filter(comparable).unwrap_or(current);
    let beside = case.words(current.range.end..change.range.start);
    let beside = beside.chars().filter(|c| matches!(c, '。' | '\n')).count() <= 1;
    if !change.is_rate() && change.measure.unit != current.measure.unit {
        return notes.not_assessable();
    }
    let clause = case.clause(change.range.start);
    let lead = case.words(clause.start..change.range.start);
    let falls = words!["减", "降", "下滑", "少"].any(lead);
    let computed = |new: &Figure<'_>| difference(previous, new, falls, change.is_rate());
    if candidates.iter().chain([&current]).any(|new| computed(new).is_some_and(|computed| computed.meets(change.interval))) {
        return notes.holds();
    }
    // 其中…微信3,318条,比上年的2,900条增加400条: perhaps the part is compared, perhaps the whole.
    let sentence = case.sentence(previous.range.start);
    let part = |f: &&&Figure<'_>| f.measure.part_of.is_some() && sentence.contains(&f.range.start);
    if candidates.iter().find(part).is_some_and(|f| f.range.start < previous.range.start) {
        return notes.uncertain();
    }
    let sure = beside && previous.exact().is_some()
        && current.exact().is_some()
        && words!["增", "减", "多", "少", "升", "降", "长"].any(lead);
    // 增至, 降到: the new level, not the difference; 个百分点: between two rates.
    let level = words!["至", "到", "为原", "百分点"].any(lead);
    let Some(shown) = computed(current).and_then(|i| i.lo).filter(|_| sure && !level) else {
        return notes.uncertain();
    };
    let (a, b) = if falls { (previous, current) } else { (current, previous) };
    let how = if change.is_rate() {
        format!("({} − {}) ÷ {} = {}", show(a.value), show(b.value), show(previous.value), show_percent(shown))
    } else {
        format!("{} − {} = {}", show(a.value), show(b.value), show(shown))
    };
    let words = case.words(change.range.clone());
    notes.fails(
        Finding::new(
            change.range.clone(),
            format!("与上年比较的数据不符：{how}，文中为 {words}"),
            format!("the change since last year does not fit: {how}, the text says {words}"),
        )
        .related(current.range.clone(), "本年", "this year")
        .related(previous.range.clone(), "上年", "last year"),
    );
}

/// The total at the top of what a figure is a part of.
fn whole<'c, 'a>(case: &'c Case<'a>, part: &Figure<'a>) -> Option<&'c Figure<'a>> {
    let above = |figure: &Figure<'_>| case.figures.get(figure.measure.part_of? as usize);
    std::iter::successors(above(part), |figure| above(figure)).take(8).last()
}

/// What the change should be: a difference, or a share of last year's number.
fn difference(previous: &Figure<'_>, new: &Figure<'_>, falls: bool, rate: bool) -> Option<Interval> {
    let (old, new) = (previous.interval, new.interval);
    let difference = if falls { old.minus(new) } else { new.minus(old) };
    if rate { difference.percent_of(old) } else { Some(difference) }
}
