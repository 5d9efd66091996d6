use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::{Role, Severity, Span};

rule! {
    /// ## What it does
    ///
    /// Where a part goes through the fifty items of the checklist (more than half of them are named), tells which are not.
    /// Five and fewer missing ones are a warning; more may not apply to the school and are a note.
    ///
    /// ## Why it matters
    ///
    /// Each item needs a statement: published where, or not applicable.
    ///
    /// ## Example
    ///
    /// A table with forty-eight rows.
    ///
    /// ## How to mend
    ///
    /// Add the items; where one does not apply, say so (不适用).
    ///
    /// ## Source
    ///
    /// 《高等学校信息公开事项清单》 (教办函〔2014〕23号): ten categories, fifty items.
    "RM701" "checklist-item-missing" Info
    "清单事项有遗漏" "items of the checklist are missing"
    "补上遗漏的事项；不适用的写明“不适用”。"
    "Add the items, or say that they do not apply."
    check
}

/// Items of the checklist.
const ITEMS: u8 = 50;

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for (i, part) in case.parts.iter().enumerate() {
        if part.section.role != Role::Checklist || part.parent.is_some() {
            continue;
        }
        let inside = |span: &Span| part.range.contains(&case.view.range(*span).start);
        let entries = case.report.checklist.iter().filter(|entry| entry.spans.iter().any(inside));
        // A bit an item.
        let named = entries.fold(0u64, |named, entry| named | 1 << (entry.item & 63));
        if named.count_ones() <= u32::from(ITEMS / 2) {
            notes.not_assessable();
            continue;
        }
        let missing: Vec<String> = (1..=ITEMS).filter(|item| named >> item & 1 == 0).map(|n| n.to_string()).collect();
        if missing.is_empty() {
            notes.holds();
            continue;
        }
        let severity = if missing.len() <= 5 { Severity::Warning } else { Severity::Info };
        notes.fails(
            Finding::new(
                case.parts[i].title.clone(),
                format!("清单50项中未见第{}项", missing.join("、")),
                format!("items {} of the fifty are not named", missing.join(", ")),
            )
            .severity(severity),
        );
    }
}
