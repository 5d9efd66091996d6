use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Tells that the text does not state the period that its figures count.
    ///
    /// ## Why it matters
    ///
    /// About one report in six leaves it out; its numbers can then not be compared with those of other schools.
    ///
    /// ## Example
    ///
    /// > 2021-2022学年信息公开工作年度报告 …… 全年公开信息1,326条。
    ///
    /// ## How to mend
    ///
    /// Add: 统计期限为2021年9月1日至2022年8月31日。
    ///
    /// ## Source
    ///
    /// 《教育部办公厅关于做好高校信息公开年度报告工作的通知》 of each year: figures from 1 September to 31 August.
    "RM203" "period-missing" Info
    "没有说明统计期限" "the statistical period is not stated"
    "写明统计期限的起止日期。"
    "State the first and last day of the period."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    if case.report.period.is_some() {
        return notes.holds();
    }
    let at = case.report.title.as_ref().map_or(0..0, |title| case.view.range(title.span));
    notes.fails(Finding::new(at, "没有说明统计期限", "the statistical period is not stated"));
}
