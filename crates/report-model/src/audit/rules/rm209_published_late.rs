use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::{CoverageBasis, Date};

rule! {
    /// ## What it does
    ///
    /// Tells that the page was published after 31 October of the year in which the academic year ended, and how many days.
    ///
    /// ## Why it matters
    ///
    /// Publishing in time is one of the points that provinces check. The date of a page can also be that of a later move to
    /// another site, so this is a note.
    ///
    /// ## Example
    ///
    /// > 2021-2022学年信息公开工作年度报告 发布时间：2022-11-15
    ///
    /// ## How to mend
    ///
    /// Publish in time; where the page was moved, keep the first date.
    ///
    /// ## Source
    ///
    /// 《教育部办公厅关于做好高校信息公开年度报告工作的通知》 of each year: on the school's website by 31 October.
    "RM209" "published-late" Info
    "发布晚于10月31日" "published after 31 October"
    "应在10月31日前发布。"
    "Publish by 31 October."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let academic = case.report.coverage.filter(|c| c.basis == CoverageBasis::Academic).map(|c| c.last);
    let autumn = case.report.period.filter(|p| p.end.month() == 8).map(|p| p.end.year());
    let (Some(published), Some(year)) = (case.report.page.published, academic.or(autumn)) else {
        return notes.not_assessable();
    };
    let Some(due) = Date::new(year, 10, 31) else { return };
    let late = published.value.day_number() - due.day_number();
    if late <= 0 {
        return notes.holds();
    }
    notes.fails(Finding::new(
        case.view.range(published.span),
        format!("发布日期 {} 晚于规定的 {due}，迟{late}天", published.value),
        format!("published on {}, {late} days after {due}", published.value),
    ));
}
