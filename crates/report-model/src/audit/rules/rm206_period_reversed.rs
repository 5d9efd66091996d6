use super::rm205_period_not_a_year::days;
use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Tells that the period ends before it starts.
    ///
    /// ## Why it matters
    ///
    /// One of the two years is wrong.
    ///
    /// ## Example
    ///
    /// > 统计期限为2022年9月1日至2022年8月31日。
    ///
    /// ## How to mend
    ///
    /// Correct the year that is wrong.
    ///
    /// ## Source
    ///
    /// The calendar.
    "RM206" "period-reversed" Error
    "统计期限终止早于起始" "the period ends before it starts"
    "改正起止日期的年份。"
    "Correct the year of the first or last day."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let (Some(days), Some(period)) = (days(case), case.report.period) else { return notes.not_assessable() };
    if days > 0 {
        return notes.holds();
    }
    notes.fails(Finding::new(
        case.view.range(period.span),
        format!("统计期限的终止日 {} 早于起始日 {}", period.end, period.start),
        format!("the period ends on {}, before it starts on {}", period.end, period.start),
    ));
}
