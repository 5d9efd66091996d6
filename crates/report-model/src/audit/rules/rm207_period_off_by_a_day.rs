use super::rm205_period_not_a_year::days;
use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::Date;

rule! {
    /// ## What it does
    ///
    /// Tells that the period misses a full year by one to three days.
    ///
    /// ## Why it matters
    ///
    /// From 1 September to 1 September counts one day twice; the year before ends on it too.
    ///
    /// ## Example
    ///
    /// > 统计期限为2021年8月31日至2022年9月1日。
    ///
    /// ## How to mend
    ///
    /// From 1 September to 31 August.
    ///
    /// ## Source
    ///
    /// 《教育部办公厅关于做好高校信息公开年度报告工作的通知》 of each year: 1 September to 31 August.
    "RM207" "period-off-by-a-day" Warning
    "统计期限差一两天" "the period misses a year by a day"
    "一般为9月1日至次年8月31日。"
    "Usually from 1 September to 31 August."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let (Some(days), Some(period)) = (days(case), case.report.period) else { return notes.not_assessable() };
    if !(362..=369).contains(&days) {
        return;
    }
    // A year ends on the day before the one it began on.
    let again = Date::new(period.start.year() + 1, period.start.month(), period.start.day());
    let Some(again) = again else { return notes.not_assessable() };
    let off = period.end.day_number() + 1 - again.day_number();
    if off == 0 {
        return notes.holds();
    }
    notes.fails(Finding::new(
        case.view.range(period.span),
        format!("统计期限为{days}天，比一年{}{}天", if off > 0 { "多" } else { "少" }, off.abs()),
        format!("the period has {days} days, {} {} than a year", off.abs(), if off > 0 { "more" } else { "less" }),
    ));
}
