use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

use super::rm108_number_missing::unnumbered;

rule! {
    /// ## What it does
    ///
    /// Compares the number of parts that the preamble announces (本报告由八个部分组成) with the parts that follow, and with
    /// the titles that it lists.
    ///
    /// ## Why it matters
    ///
    /// The sentence is copied from year to year while parts come and go; it is the first thing a reader can check.
    ///
    /// ## Example
    ///
    /// > 本报告由概述、主动公开情况、依申请公开情况等七个部分组成。
    ///
    /// … and six parts follow.
    ///
    /// ## How to mend
    ///
    /// Correct the number, or add the part that is missing.
    ///
    /// ## Source
    ///
    /// The report's own words.
    "RM104" "declared-count-differs" Warning
    "声明的部分数与实际不符" "the announced number of parts differs from the parts"
    "改正部分数，或补上缺少的部分。"
    "Correct the number, or add the part that is missing."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let Some(declared) = &case.report.declared_parts else { return };
    let Some(count) = declared.count else { return };
    let numbered = case.top().filter(|&i| case.parts[i].ordinal.is_some()).count();
    if case.report.truncated || numbered < 2 {
        return notes.not_assessable();
    }
    let parts = numbered + unnumbered(case).iter().filter(|line| line.top).count();
    let listed = declared.parts.len();
    if parts == count as usize {
        return notes.holds();
    }
    // The table of the checklist may stand in an attachment that the text does not hold.
    let attached = parts + 1 == count as usize
        && declared.parts.last().is_some_and(|part| part.value.contains('表') || part.value.contains("附"));
    let behind = case.words(case.view.range(declared.span).end..case.view.text.len());
    if attached && (behind.contains("附件") || behind.contains("附表") || case.report.signed.by.is_none()) {
        return notes.uncertain();
    }
    let mut zh = format!("声明有{count}个部分，实际为{parts}个");
    let mut en = format!("{count} parts are announced, {parts} follow");
    if listed > 1 && listed != parts && listed != count as usize {
        zh = format!("{zh}（列出{listed}个）");
        en = format!("{en} ({listed} are listed)");
    }
    let mut finding = Finding::new(case.view.range(declared.span), zh, en);
    if let Some(last) = case.top().filter(|&i| case.parts[i].ordinal.is_some()).last() {
        let last = &case.parts[last];
        finding = finding.related(last.range.start..last.title.end, "最后一个部分", "the last part");
    }
    notes.fails(finding);
}
