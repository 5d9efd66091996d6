use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Tells that neither title, preamble, letterhead nor signature names the school.
    ///
    /// ## Why it matters
    ///
    /// 我校 means nothing to a reader who has the text alone.
    ///
    /// ## Example
    ///
    /// > 信息公开工作年度报告 …… 我校高度重视……
    ///
    /// ## How to mend
    ///
    /// Put the school's full name into the title or the signature.
    ///
    /// ## Source
    ///
    /// GB/T 9704-2012, 7.3.1 and 7.3.5: title and signature name the author.
    "RM202" "institution-missing" Warning
    "没有学校全称" "the school is not named"
    "在标题或落款中写明学校全称。"
    "Put the school's full name into the title or the signature."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    if case.report.institution.is_some() {
        return notes.holds();
    }
    let at = case.report.title.as_ref().map_or(0..0, |title| case.view.range(title.span));
    notes.fails(Finding::new(at, "全文没有出现学校全称", "the school's full name stands nowhere"));
}
