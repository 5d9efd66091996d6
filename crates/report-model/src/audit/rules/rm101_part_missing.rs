use crate::audit::case::Case;
use crate::audit::form;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::{Role, Severity};
use crate::outline::title_role;
use crate::roles::Roles;

rule! {
    /// ## What it does
    ///
    /// Holds the parts of the report against the form of its year (three parts in 2010–2012, six since 2013, eight since
    /// 2018; `data/parts.csv`) and names those that no heading names. Parts that the Ministry's notices treat as an
    /// attachment are only mentioned.
    ///
    /// ## Why it matters
    ///
    /// The yearly notice of the Ministry's general office prescribes what the report must contain; checks by the province go
    /// by that list.
    ///
    /// ## Example
    ///
    /// > 一、概述 二、主动公开情况 三、依申请公开情况 四、存在问题和改进措施
    ///
    /// No part on appraisal (评议) and none on complaints (举报、复议、诉讼). Where the text states the facts in another part
    /// (因信息公开未受到举报 under 三), the finding is a note only.
    ///
    /// ## How to mend
    ///
    /// Add the part; where there was nothing to report, say so (无).
    ///
    /// ## Source
    ///
    /// 《教育部办公厅关于做好高校信息公开年度报告工作的通知》 of each year.
    "RM101" "part-missing" Warning
    "缺少规定的部分" "a prescribed part is missing"
    "补上该部分；没有相关情况的，写明“无”。"
    "Add the part; where there was nothing to report, say so."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    if case.report.truncated || !form::comparable(case) {
        return notes.not_assessable();
    }
    // Headings without numbers are not read as parts: what seems missing may stand under one of them.
    let loose = bare_headings(case);
    let present: Roles = (0..case.parts.len()).flat_map(|i| form::named(case, i).iter()).collect();
    for part in form::of(case) {
        if present.contains(part.role) {
            notes.holds();
            continue;
        }
        if !present.contains_all(loose) {
            notes.uncertain();
            continue;
        }
        let elsewhere = stated(case, part.role);
        let severity = if part.required && !elsewhere { Severity::Warning } else { Severity::Info };
        let (at, behind) = expected_at(case, part.role);
        let (zh, en) = if elsewhere {
            (format!("没有单列“{}”部分", part.title), format!("no part of its own for {}", part.role))
        } else {
            (format!("缺少“{}”部分", part.title), format!("no part for {} ({})", part.role, part.title))
        };
        let mut finding = Finding::new(at..at, zh, en).severity(severity).about(part.role.as_str());
        if let Some(before) = behind {
            let title = case.parts[before].title.clone();
            finding = finding.related(title, "应在此部分之后", "expected behind this part");
        }
        notes.fails(finding);
    }
}

/// Roles named by short lines that stand alone.
fn bare_headings(case: &Case<'_>) -> Roles {
    let lines = case.view.lines.iter().map(|line| case.view.line(*line));
    let alone = |words: &&str| words.len() <= 60 && !words.contains(['。', ',', ';', ':', '!', '、', '《']);
    lines.filter(alone).filter_map(title_role).filter(|role| form::place(*role).is_some()).collect()
}

/// The facts of the part are told elsewhere.
fn stated(case: &Case<'_>, role: Role) -> bool {
    let report = case.report;
    match role {
        Role::OnRequest => report.requests.received.is_some(),
        Role::Complaints => {
            let o = &report.oversight;
            o.complaints.is_some() || o.reconsiderations.is_some() || o.lawsuits.is_some()
        }
        Role::Improvement => !report.problems.is_empty() || !report.improvements.is_empty(),
        Role::Appraisal => case.text().contains("评议"),
        _ => false,
    }
}

/// Behind the last part that the form has before this one.
fn expected_at(case: &Case<'_>, role: Role) -> (usize, Option<usize>) {
    let place = form::place(role);
    let before = case.top().filter(|&i| form::place(case.parts[i].section.role) < place).last();
    match before {
        Some(i) => (case.parts[i].range.end, Some(i)),
        None => (case.body.start, None),
    }
}
