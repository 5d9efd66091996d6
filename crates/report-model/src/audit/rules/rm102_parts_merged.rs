use crate::audit::case::Case;
use crate::audit::form;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::Role;

rule! {
    /// ## What it does
    ///
    /// Names headings that put two or more prescribed parts into one.
    ///
    /// ## Why it matters
    ///
    /// Merged parts are tolerated by many provinces, but whoever compares reports part by part needs to know.
    ///
    /// ## Example
    ///
    /// > 四、评议情况和受到举报情况
    ///
    /// ## How to mend
    ///
    /// Give each prescribed part its heading, also where it is one sentence long.
    ///
    /// ## Source
    ///
    /// 《教育部办公厅关于做好高校信息公开年度报告工作的通知》 of each year.
    "RM102" "parts-merged" Info
    "规定的部分被合并" "prescribed parts are merged"
    "每个规定的部分单列标题。"
    "Give each prescribed part its own heading."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    if !form::comparable(case) {
        return notes.not_assessable();
    }
    let own = |role: Role, not: usize| case.top().any(|i| i != not && case.parts[i].section.role == role);
    for i in case.top() {
        let told = [Role::Proactive, Role::OnRequest, Role::Appraisal, Role::Complaints, Role::Improvement];
        let roles = form::named(case, i).and(told.into_iter().collect());
        if roles.len() < 2 || roles.iter().all(|role| own(role, i)) {
            notes.holds();
            continue;
        }
        let title = case.parts[i].title.clone();
        notes.fails(Finding::new(
            title.clone(),
            format!("一个标题包含{}个规定的部分：“{}”", roles.len(), case.words(title.clone())),
            format!("one heading for {} prescribed parts: “{}”", roles.len(), case.words(title)),
        ));
    }
}
