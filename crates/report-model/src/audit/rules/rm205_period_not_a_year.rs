use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Tells that the statistical period is plainly shorter or longer than a year (by more than three days; for less see
    /// RM207).
    ///
    /// ## Why it matters
    ///
    /// Figures of fourteen months cannot stand beside those of twelve.
    ///
    /// ## Example
    ///
    /// > 统计期限为2021年9月1日至2022年10月31日。
    ///
    /// ## How to mend
    ///
    /// Correct the date that is wrong; where the period was chosen on purpose, say why.
    ///
    /// ## Source
    ///
    /// 《教育部办公厅关于做好高校信息公开年度报告工作的通知》 of each year: 1 September to 31 August.
    "RM205" "period-not-a-year" Warning
    "统计期限不是一年" "the period is not a year"
    "核对统计期限的起止日期。"
    "Check the first and last day of the period."
    check
}

/// Days from the first to the last, both included.
pub(super) fn days(case: &Case<'_>) -> Option<i32> {
    let period = case.report.period?;
    Some(period.end.day_number() - period.start.day_number() + 1)
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let (Some(days), Some(period)) = (days(case), case.report.period) else { return notes.not_assessable() };
    if days <= 0 {
        return;
    }
    if (362..=369).contains(&days) {
        return notes.holds();
    }
    let at = case.view.range(period.span);
    notes.fails(Finding::new(
        at,
        format!("统计期限为{days}天，不是一年"),
        format!("the period has {days} days, not a year"),
    ));
}
