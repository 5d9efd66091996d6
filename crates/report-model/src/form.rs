//! The prescribed form of a report (`data/parts.csv`): which parts the Ministry's notices ask for, since when, and how a
//! report has them.

use crate::model::{PartState, PrescribedPart, Report, Role, Section, Span};
use crate::outline;
use crate::reading::View;
use crate::roles::Roles;
use crate::tables;
use once_cell::sync::Lazy;

/// A prescribed part.
#[derive(Debug)]
pub(crate) struct Prescribed {
    pub role: Role,
    pub title: &'static str,
    /// First year of a report that must have it.
    pub since: u16,
    /// Its absence is of note, not only mentioned.
    pub required: bool,
}

/// The prescribed parts, in their order.
pub(crate) static PARTS: Lazy<Vec<Prescribed>> = Lazy::new(|| {
    tables::rows(include_str!("../data/parts.csv"))
        .filter_map(|row| {
            let (role, since) = (row[0].parse().ok()?, row[2].parse().ok()?);
            Some(Prescribed { role, title: row[1], since, required: row[3] == "required" })
        })
        .collect()
});

/// The place of a role in the prescribed order.
pub(crate) fn place(role: Role) -> Option<usize> {
    PARTS.iter().position(|part| part.role == role)
}

/// The year of the oldest form.
const FIRST: u16 = 2010;
/// Fewer prescribed parts than these at the top level are another kind of division.
const COMPARABLE: usize = 3;

/// The prescribed parts, as the finished tree of sections has them.
pub(crate) fn read(view: &View<'_>, report: &Report) -> Vec<PrescribedPart> {
    let year = report.coverage.map(|c| c.last).or_else(|| report.period.map(|p| p.end.year()));
    let top = report.sections.iter().map(|section| section.role);
    let top: Roles = top.filter(|role| place(*role).is_some()).collect();
    let comparable = top.len() >= COMPARABLE && !report.truncated;
    PARTS
        .iter()
        .map(|part| {
            let (state, span) = match heading(view, report, part.role) {
                Some((section, true)) => (PartState::Present, Some(section.title.span)),
                Some((section, false)) => (PartState::Merged, Some(section.title.span)),
                None if !comparable => (PartState::Unknown, None),
                None => (absent(part, year), None),
            };
            PrescribedPart {
                role: part.role,
                title: part.title.to_owned(),
                state,
                required: part.required,
                span,
            }
        })
        .collect()
}

/// What it means that no heading names a part. Without a year only the oldest form is certain.
fn absent(part: &Prescribed, year: Option<u16>) -> PartState {
    match year {
        Some(year) if year.max(FIRST) < part.since => PartState::NotPrescribed,
        None if part.since > FIRST => PartState::Unknown,
        _ => PartState::Missing,
    }
}

/// The heading that names a part; true where the heading is of this part before all.
fn heading<'r>(view: &View<'_>, report: &'r Report, role: Role) -> Option<(&'r Section, bool)> {
    if let Some(own) = report.section(role) {
        return Some((own, true));
    }
    let names = |span: Span| outline::title_roles(view.words(view.range(span))).any(|named| named == role);
    report.all_sections().find(|section| names(section.title.span)).map(|section| (section, false))
}

#[cfg(test)]
mod tests {
    use crate::model::{PartState, Role};

    #[test]
    fn a_shared_heading_is_merged_and_older_forms_ask_for_less() {
        let text = "棠溪大学2014-2015学年信息公开年度报告\n一、概述\n学校重视信息公开。\n二、主动公开情况\n公开信息12条。\n\
                    三、依申请公开情况和评议情况\n未收到申请。\n四、存在的问题和改进措施\n渠道不够多。\n";
        let report = crate::parse(text, &crate::Options::default()).report;
        let state = |role| report.parts.iter().find(|part| part.role == role).map(|part| part.state);
        assert_eq!(state(Role::OnRequest), Some(PartState::Present));
        assert_eq!(state(Role::Appraisal), Some(PartState::Merged));
        assert_eq!(state(Role::Complaints), Some(PartState::Missing));
        assert_eq!(state(Role::OtherMatters), Some(PartState::NotPrescribed));
    }
}
