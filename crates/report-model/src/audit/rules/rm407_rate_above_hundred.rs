use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::words::words;

rule! {
    /// ## What it does
    ///
    /// Finds rates and shares above 100 %. Growth (增长120%) and plans fulfilled (完成率105%) may be above it.
    ///
    /// ## Why it matters
    ///
    /// A satisfaction of 987 % lost its decimal point.
    ///
    /// ## Example
    ///
    /// > 师生满意率为987%。
    ///
    /// ## How to mend
    ///
    /// Correct the percentage.
    ///
    /// ## Source
    ///
    /// Arithmetic.
    "RM407" "rate-above-hundred" Error
    "比率超过100%" "a rate above 100 %"
    "改正百分比，注意小数点。"
    "Correct the percentage; look at its decimal point."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for rate in case.figures.iter().filter(|f| f.is_rate()) {
        if rate.value <= 100_000_000 {
            notes.holds();
            continue;
        }
        let clause = case.clause(rate.range.start);
        let words = case.words(clause.start..rate.range.end);
        let grows = words!["增", "涨", "升", "提高", "完成", "达标", "超", "倍", "同比", "执行", "扩大", "报考", "签约"].any(words);
        let share = words!["率", "占", "满意", "比例", "比重", "认可"].any(words);
        if grows || !share || !rate.is_current() {
            notes.uncertain();
            continue;
        }
        let printed = case.words(rate.range.clone());
        notes.fails(Finding::new(
            rate.range.clone(),
            format!("比率超过100%：{printed}"),
            format!("a rate above 100 %: {printed}"),
        ));
    }
}
