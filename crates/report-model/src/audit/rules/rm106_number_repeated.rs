use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Finds a heading whose number a heading of the same level under the same part has had already. A list that begins
    /// again at one is another list.
    ///
    /// ## Why it matters
    ///
    /// A part was inserted or removed and the numbers behind it were not mended; references to 第四部分 are ambiguous.
    ///
    /// ## Example
    ///
    /// > 四、社会评议 四、举报与监督
    ///
    /// ## How to mend
    ///
    /// Number the parts anew.
    ///
    /// ## Source
    ///
    /// GB/T 9704-2012, 7.3.3: numbers of the levels of headings.
    "RM106" "number-repeated" Warning
    "标题序号重复" "a heading number is repeated"
    "重新编排标题序号。"
    "Number the headings anew."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for (i, part) in case.parts.iter().enumerate() {
        let Some(ordinal) = part.ordinal.filter(|_| !is_clause(case, i)) else { continue };
        let before = siblings(case, i);
        let Some(last) = before.last().copied() else { continue };
        let twin = before.iter().rev().copied().find(|&b| case.parts[b].ordinal == Some(ordinal));
        let Some(twin) = twin.filter(|_| ordinal > 1 || case.parts[last].ordinal == Some(1) || !begins_a_list(case, i)) else {
            notes.holds();
            continue;
        };
        let label = part.section.label.as_deref().unwrap_or_default();
        notes.fails(
            Finding::new(
                part.range.start..part.title.end,
                format!("标题序号“{label}”重复"),
                format!("the heading number “{label}” is used twice"),
            )
            .related(
                case.parts[twin].range.start..case.parts[twin].title.end,
                "同一序号",
                "the same number",
            ),
        );
    }
}

/// A heading numbered one begins another list, if a second one follows; below the top a list may have one point.
fn begins_a_list(case: &Case<'_>, i: usize) -> bool {
    if case.parts[i].parent.is_some() {
        return true;
    }
    // Far behind it nothing goes on with its numbers.
    const NEAR: usize = 500;
    let mut behind = case.parts[i + 1..].iter().take(NEAR);
    behind.find(|next| next.parent.is_none() && next.ordinal.is_some()).is_some_and(|next| next.ordinal == Some(2))
}

/// A numbered sentence with nothing below it: a rule quoted in the text, not a part.
pub(super) fn is_clause(case: &Case<'_>, i: usize) -> bool {
    let section = case.parts[i].section;
    section.paragraphs.is_empty() && section.children.is_empty() && case.title(i).contains([',', ';'])
}

/// Headings of the same level before a heading, under the same part and of the same list.
pub(super) fn siblings(case: &Case<'_>, i: usize) -> Vec<usize> {
    let part = &case.parts[i];
    let same = |&b: &usize| {
        let other = &case.parts[b];
        other.parent == part.parent && other.section.level == part.section.level && other.ordinal.is_some()
    };
    let from = part.parent.map_or(0, |parent| parent + 1);
    // A list that begins again at one is another list; the one that begins here, too.
    const LONGEST: usize = 200;
    let mut list: Vec<usize> = Vec::new();
    for b in (from.max(i.saturating_sub(LONGEST))..i).filter(same) {
        let one = case.parts[b].ordinal == Some(1);
        if one && list.last().is_some_and(|&last| case.parts[last].ordinal != Some(1)) {
            list.clear();
        }
        list.push(b);
    }
    let first = part.ordinal == Some(1) && begins_a_list(case, i);
    if first && list.last().is_some_and(|&last| case.parts[last].ordinal != Some(1)) {
        list.clear();
    }
    list
}
