use crate::audit::case::Case;
use crate::audit::form;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::Role;

rule! {
    /// ## What it does
    ///
    /// Compares the order of the parts with the prescribed one. The checklist, key areas and other matters stand in many
    /// places and are not looked at.
    ///
    /// ## Why it matters
    ///
    /// Readers who compare many reports look for a part where it always stands.
    ///
    /// ## Example
    ///
    /// > 三、评议情况 四、依申请公开情况
    ///
    /// ## How to mend
    ///
    /// Put the parts into the order of the notice.
    ///
    /// ## Source
    ///
    /// 《教育部办公厅关于做好高校信息公开年度报告工作的通知》 of each year.
    "RM103" "parts-out-of-order" Info
    "各部分顺序与规定不同" "the parts are out of the prescribed order"
    "按通知规定的顺序排列各部分。"
    "Put the parts into the order of the notice."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    if !form::comparable(case) {
        return notes.not_assessable();
    }
    let mut highest: Option<(usize, usize)> = None;
    for i in case.top() {
        let role = case.parts[i].section.role;
        let Some(place) = form::place(role).filter(|_| !matches!(role, Role::Checklist | Role::OtherMatters)) else {
            continue;
        };
        match highest {
            Some((top, before)) if place < top => {
                let title = case.parts[i].title.clone();
                notes.fails(
                    Finding::new(
                        title.clone(),
                        format!("“{}”应在前面", case.words(title.clone())),
                        format!("“{}” should stand earlier", case.words(title)),
                    )
                    .related(case.parts[before].title.clone(), "应在其后", "should stand behind it"),
                );
            }
            _ => {
                notes.holds();
                highest = Some((place, i));
            }
        }
    }
}
