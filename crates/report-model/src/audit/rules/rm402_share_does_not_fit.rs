use crate::audit::case::{Case, Figure};
use crate::audit::interval::{Interval, show, show_percent};
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Recomputes a percentage from the count it belongs to and the whole that the text states, and compares the result with
    /// what is printed. Rounding and cutting off to the printed places are both allowed, and a last
    /// figure that makes all shares of a whole a hundred.
    ///
    /// ## Why it matters
    ///
    /// Satisfaction, employment and admission rates are the figures that readers quote. A rate that its own counts refute
    /// is worse than none.
    ///
    /// ## Example
    ///
    /// > 毕业生共3,405名，其中3,218名落实去向，去向落实率93.5%。
    ///
    /// 3,218 ÷ 3,405 = 94.51%. Where another number of the same sentence would explain the percentage, it counts as right.
    ///
    /// ## How to mend
    ///
    /// Recompute the rate, or correct the count that is wrong; say what the rate is a share of.
    ///
    /// ## Source
    ///
    /// Arithmetic.
    "RM402" "share-does-not-fit" Error
    "百分比与数量不符" "the percentage does not fit its counts"
    "按文中数量重新计算百分比，或改正有误的数量。"
    "Recompute the percentage, or correct the count that is wrong."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for (i, rate) in case.figures.iter().enumerate().filter(|(_, f)| f.is_rate()) {
        let Some(count) = rate.measure.share_of.and_then(|count| case.figures.get(count as usize)) else {
            continue;
        };
        judge(case, i, count, notes);
    }
}

fn judge(case: &Case<'_>, rate: usize, count: &Figure<'_>, notes: &mut Notes<'_>) {
    let printed = &case.figures[rate];
    let (share, part) = (printed.interval, count.interval);
    let parent = count.measure.part_of.and_then(|whole| case.figures.get(whole as usize));
    let fits = |whole: &Figure<'_>| {
        part.percent_of(whole.interval).is_some_and(|computed| computed.meets(share))
    };
    if parent.is_some_and(fits) || others(case, rate, count).any(fits) {
        return notes.holds();
    }
    if !at_once(case, count, printed) && explained_by_another(case, rate, count, share) {
        return notes.uncertain();
    }
    let whole = match parent {
        Some(parent) => Some(parent),
        None => only_whole(case, rate, count),
    };
    let Some(whole) = whole else { return notes.not_assessable() };
    let computed = part.percent_of(whole.interval);
    let (Some(computed), Some(n), Some(of)) = (computed, count.exact(), whole.exact()) else {
        return notes.uncertain();
    };
    // 未落实253人，落实率92.6%: the rate of the others.
    let others = whole.interval.minus(part).percent_of(whole.interval);
    if others.is_some_and(|others| others.meets(share)) {
        return notes.holds();
    }
    // 前两项合计占96.4%: the share of a sum.
    let clause = case.words(case.clause(printed.range.start));
    if ["合计", "两项", "三项", "之和", "总计", "上述", "以上", "累计", "加起来"].iter().any(|w| clause.contains(w)) {
        return notes.uncertain();
    }
    // 为上年的143%: a ratio, no share.
    if printed.value > 100_000_000 {
        return notes.uncertain();
    }
    // 占全国…, 占计划…: a share of something that the text does not count.
    let between = case.words(count.range.end.min(printed.range.start)..printed.range.start);
    if ["全国", "全省", "全市", "全区", "计划", "同比", "增长", "上年", "上学年"].iter().any(|w| between.contains(w)) {
        return notes.uncertain();
    }
    let Some(value) = computed.lo else { return notes.uncertain() };
    if rounded_to_the_hundred(case, printed, count, value) {
        return notes.holds();
    }
    let arithmetic = format!("{} ÷ {} = {}", show(n), show(of), show_percent(value));
    let words = case.words(printed.range.clone());
    notes.fails(
        Finding::new(
            printed.range.clone(),
            format!("百分比与数量不符：{arithmetic}，文中为 {words}"),
            format!("the percentage does not fit its counts: {arithmetic}, the text says {words}"),
        )
        .related(count.range.clone(), "数量", "count")
        .related(whole.range.clone(), "总数", "whole"),
    );
}

/// 62.3%, 13.5% and 24.2% of a whole: the last figure of one was raised so that all make a hundred.
fn rounded_to_the_hundred(case: &Case<'_>, printed: &Figure<'_>, count: &Figure<'_>, computed: i128) -> bool {
    let Some(lo) = printed.interval.lo else { return false };
    let step = 2 * (printed.value - lo);
    if (printed.value - computed).abs() >= step || count.measure.part_of.is_none() {
        return false;
    }
    let of_the_whole = |rate: &&Figure<'_>| {
        let counted = rate.measure.share_of.and_then(|i| case.figures.get(i as usize));
        rate.is_rate() && counted.is_some_and(|other| other.measure.part_of == count.measure.part_of)
    };
    case.figures.iter().filter(of_the_whole).map(|rate| rate.value).sum::<i128>() == 100_000_000
}

/// Counts that could be the whole: those above the parent, and those of the same unit before the percentage in the
/// paragraph or right behind it.
fn others<'c>(case: &'c Case<'_>, rate: usize, count: &'c Figure<'_>) -> impl Iterator<Item = &'c Figure<'c>> {
    let at = case.figures[rate].range.start;
    let from = rate.saturating_sub(12);
    let to = (rate + 3).min(case.figures.len());
    case.figures[from..to].iter().filter(move |figure| {
        (figure.measure.unit == count.measure.unit || answered_on(figure, count))
            && !figure.is_rate()
            && figure.range != count.range
            && !sister(case, figure, count)
            && figure.range.start.abs_diff(at) < 900
    })
}

/// 有效回收962份。…认为及时的811人: each sheet is a person's.
fn answered_on(sheets: &Figure<'_>, persons: &Figure<'_>) -> bool {
    matches!(sheets.measure.unit.as_deref(), Some("份" | "张" | "票"))
        && matches!(persons.measure.unit.as_deref(), Some("人" | "名" | "位"))
}

/// Another part of the same whole, beside the count: the whole of neither.
fn sister(case: &Case<'_>, figure: &Figure<'_>, count: &Figure<'_>) -> bool {
    let Some(total) = figure.measure.part_of.filter(|total| count.measure.part_of == Some(*total)) else {
        return false;
    };
    // Parts that exceed the whole together lie within one another: 收回1,864份, 满意1,702份 of 2,000.
    let whole = case.figures.get(total as usize).map_or(0, |whole| whole.value);
    figure.value + count.value <= whole
}

/// 972条，占15.5%: nothing but a joining word between them.
fn at_once(case: &Case<'_>, count: &Figure<'_>, rate: &Figure<'_>) -> bool {
    let between = case.words(count.range.end.min(rate.range.start)..rate.range.start);
    between.trim_start_matches([',', '、', '(', ';']).chars().count() <= 2
}

/// Another count of the sentence whose share it could be: 公开招标318条、其他55条，公开招标占59.3%.
fn explained_by_another(case: &Case<'_>, rate: usize, count: &Figure<'_>, share: Interval) -> bool {
    let sentence = case.sentence(case.figures[rate].range.start);
    let near = &case.figures[rate.saturating_sub(12)..rate];
    let alike = |f: &&Figure<'_>| sentence.contains(&f.range.start) && f.measure.unit == count.measure.unit;
    let same = |f: &&Figure<'_>| f.measure.unit == count.measure.unit && !f.is_rate();
    near.iter().filter(alike).any(|part| {
        near.iter().filter(same).any(|whole| {
            whole.value > part.value
                && part.range != count.range
                && part.interval.percent_of(whole.interval).is_some_and(|s| s.meets(share))
        })
    })
}

/// The one count before it in the sentence that is greater, where there is just one.
fn only_whole<'c>(case: &'c Case<'_>, rate: usize, count: &'c Figure<'_>) -> Option<&'c Figure<'c>> {
    let sentence = case.sentence(count.range.start);
    let mut before = case.figures[rate.saturating_sub(12)..rate].iter().filter(|figure| {
        sentence.contains(&figure.range.start)
            && figure.measure.unit == count.measure.unit
            && figure.range.start < count.range.start
            && figure.exact() > count.exact()
    });
    before.next().filter(|_| before.next().is_none())
}
