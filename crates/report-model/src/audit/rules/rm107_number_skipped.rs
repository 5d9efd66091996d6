use super::rm106_number_repeated::siblings;
use super::rm108_number_missing::{Unnumbered, unnumbered};
use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::label::label_at;

rule! {
    /// ## What it does
    ///
    /// Finds gaps in the numbers of headings of one level, and lists of headings that do not begin at one. Numbered
    /// paragraphs that are no headings fill a gap, and so does a heading that has lost its number (RM108).
    ///
    /// ## Why it matters
    ///
    /// A part was taken out, or a heading lost.
    ///
    /// ## Example
    ///
    /// > 三、依申请公开情况 五、受到举报情况
    ///
    /// ## How to mend
    ///
    /// Number the parts anew, or put back the part that is missing.
    ///
    /// ## Source
    ///
    /// GB/T 9704-2012, 7.3.3: numbers of the levels of headings.
    "RM107" "number-skipped" Warning
    "标题序号不连续" "a heading number is skipped"
    "重新编排标题序号，或补上缺少的部分。"
    "Number the headings anew, or put back what is missing."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let mut without: Option<Vec<Unnumbered>> = None;
    for (i, part) in case.parts.iter().enumerate() {
        let Some(ordinal) = part.ordinal else { continue };
        let before = siblings(case, i);
        let (expected, from) = match before.last() {
            Some(&last) => (case.parts[last].ordinal.unwrap_or(0) + 1, case.parts[last].range.start),
            None => (1, part.parent.map_or(case.body.start, |p| case.parts[p].range.start)),
        };
        // A smaller number is a repetition or a swap, which is told there.
        if ordinal <= expected || filled(case, i, expected, from) {
            notes.holds();
            continue;
        }
        let without = without.get_or_insert_with(|| unnumbered(case));
        let before_it = |at: usize| without.partition_point(|line| line.title.start < at);
        let lost = before_it(part.range.start).saturating_sub(before_it(from)) as u32;
        if ordinal - expected <= lost {
            notes.holds();
            continue;
        }
        // Below the top a list may begin in a table or picture that the text has lost.
        if before.is_empty() && part.parent.is_some() {
            notes.uncertain();
            continue;
        }
        let label = part.section.label.as_deref().unwrap_or_default();
        let mut finding = Finding::new(
            part.range.start..part.title.end,
            format!("标题序号不连续：“{label}”之前应为第{expected}项"),
            format!("a heading number is skipped: “{label}” where {expected} was due"),
        );
        if let Some(&last) = before.last() {
            let last = &case.parts[last];
            finding = finding.related(last.range.start..last.title.end, "前一标题", "the heading before");
        }
        notes.fails(finding);
    }
}

/// All missing numbers stand before paragraphs that are no headings.
fn filled(case: &Case<'_>, i: usize, expected: u32, from: usize) -> bool {
    let part = &case.parts[i];
    let (level, ordinal) = (part.section.level, part.ordinal.unwrap_or(0));
    let lines = &case.view.lines;
    let first = lines.partition_point(|line| line.end < from);
    let mut next = expected;
    for line in lines[first..].iter().take_while(|line| line.start < part.range.start) {
        if label_at(case.view.line(*line)).is_some_and(|label| label.level == level && label.ordinal == next) {
            next += 1;
        }
    }
    next >= ordinal
}
