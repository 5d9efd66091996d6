use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Finds headings two or more levels below the one they stand under: (1) directly under 一、.
    ///
    /// ## Why it matters
    ///
    /// A level may be skipped, but from 一、 to (1) the reader looks for the levels between.
    ///
    /// ## Example
    ///
    /// > 二、主动公开情况 (1)网站 (2)微信
    ///
    /// ## How to mend
    ///
    /// Use （一） or 1. for the level below 一、.
    ///
    /// ## Source
    ///
    /// GB/T 9704-2012, 7.3.3: 一、 → （一） → 1. → （1）.
    "RM109" "level-jump" Info
    "标题层级跳跃" "a level of headings is skipped"
    "“一、”之下依次使用“（一）”“1.”“（1）”。"
    "Below 一、 use （一）, 1. and （1） in turn."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for part in &case.parts {
        let Some(above) = part.parent.map(|parent| &case.parts[parent]) else { continue };
        if part.ordinal != Some(1) {
            continue;
        }
        if part.section.level <= above.section.level + 2 {
            notes.holds();
            continue;
        }
        notes.fails(
            Finding::new(
                part.range.start..part.title.end,
                "标题层级跳跃：从“一、”直接到“（1）”",
                "levels are skipped: from 一、 straight to (1)",
            )
            .related(above.range.start..above.title.end, "上级标题", "the heading above"),
        );
    }
}
