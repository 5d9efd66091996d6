use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Tells that the text has no title line of the report.
    ///
    /// ## Why it matters
    ///
    /// Copies of the text circulate without the page round them; school and year must stand in it.
    ///
    /// ## Example
    ///
    /// > 根据《高等学校信息公开办法》，编制本报告。 一、概述 ……
    ///
    /// ## How to mend
    ///
    /// Begin with the title: school, year, 信息公开工作年度报告.
    ///
    /// ## Source
    ///
    /// GB/T 9704-2012, 7.3.1: the title names who, on what, and what kind of document.
    "RM201" "title-missing" Warning
    "没有标题" "no title"
    "加上标题：校名、年度、信息公开工作年度报告。"
    "Begin with the title: school, year, kind of report."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    if case.report.title.is_some() {
        return notes.holds();
    }
    notes.fails(Finding::new(0..0, "没有找到报告标题", "no title line was found"));
}
