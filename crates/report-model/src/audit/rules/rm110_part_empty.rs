use super::rm106_number_repeated::is_clause;
use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::Role;

rule! {
    /// ## What it does
    ///
    /// Finds headings with nothing under them: no text, no table, no sub-part.
    ///
    /// ## Why it matters
    ///
    /// The part was left for later, or its text was lost on the way to the page. A part that has nothing to report says 无.
    ///
    /// ## Example
    ///
    /// > 五、受到举报情况 六、存在问题
    ///
    /// The checklist (清单), which often stands in an attachment, and the last heading of a text that breaks off are not
    /// looked at.
    ///
    /// ## How to mend
    ///
    /// Write the part, or 无.
    ///
    /// ## Source
    ///
    /// 《教育部办公厅关于做好高校信息公开年度报告工作的通知》 of each year.
    "RM110" "part-empty" Warning
    "标题下没有内容" "a heading has nothing under it"
    "补充内容；没有的写“无”。"
    "Write the part, or 无 where there is nothing."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let last = case.parts.len().saturating_sub(1);
    for (i, part) in case.parts.iter().enumerate() {
        let section = part.section;
        let body = case.words(part.title.end..part.range.end.max(part.title.end));
        let bare = section.children.is_empty()
            && section.tables.is_empty()
            && !body.chars().any(char::is_alphanumeric);
        if !bare {
            notes.holds();
            continue;
        }
        let attached = section.role == Role::Checklist || section.title.value.contains('表');
        // A sub-heading that is a whole sentence says what it has to say.
        let sentence = section.title.value.chars().count() > 16 && part.parent.is_some() || is_clause(case, i);
        let list = part.parent.is_some() && siblings_bare(case, i);
        if attached || sentence || list || (i == last && case.report.truncated) {
            notes.uncertain();
            continue;
        }
        notes.fails(Finding::new(
            part.range.start..part.title.end,
            format!("标题“{}”下没有内容", section.title.value),
            format!("there is nothing under the heading “{}”", section.title.value),
        ));
    }
}

/// All headings beside it are bare too: a list, not parts.
fn siblings_bare(case: &Case<'_>, i: usize) -> bool {
    let parent = case.parts[i].parent;
    let Some(above) = parent.map(|p| case.parts[p].section) else { return false };
    let bare = |s: &&crate::model::Section| s.children.is_empty() && s.paragraphs.is_empty();
    // The first ones tell what kind of list it is.
    const LOOKED_AT: usize = 20;
    let children = &above.children[..above.children.len().min(LOOKED_AT)];
    children.len() > 1 && children.iter().filter(bare).count() * 2 >= children.len()
}
