use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::words::words;
use crate::tables::Name;
use crate::model::{MeasureKind, Role, Stated, StatedCount};
use std::ops::Range;

rule! {
    /// ## What it does
    ///
    /// Compares a statement that there was none (未收到信息公开申请, 未受到举报) with counts above zero of the same thing
    /// elsewhere in the report.
    ///
    /// ## Why it matters
    ///
    /// A sentence kept from last year's report says "none" while this year's numbers say otherwise: one of them is false.
    ///
    /// ## Example
    ///
    /// > 一、概述 …… 受理信息公开申请3件。…… 三、依申请公开 本学年未收到信息公开申请。
    ///
    /// ## How to mend
    ///
    /// Keep the statement that is true and correct the other one.
    ///
    /// ## Source
    ///
    /// Two statements of one fact cannot differ.
    "RM406" "nil-contradicted" Error
    "“没有”与数量相矛盾" "a statement of none contradicts a count"
    "核实情况，保留正确的表述。"
    "Keep the statement that is true."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let oversight = &case.report.oversight;
    denied(case, notes);
    nil(case, case.report.requests.received, MeasureKind::Requests, &["申请"], notes);
    nil(case, oversight.complaints, MeasureKind::Complaints, &["举报", "投诉"], notes);
    nil(case, oversight.reconsiderations, MeasureKind::Complaints, &["复议"], notes);
    nil(case, oversight.lawsuits, MeasureKind::Complaints, &["诉讼"], notes);
}

/// Applications were counted, and a part on them says that there were none.
fn denied(case: &Case<'_>, notes: &mut Notes<'_>) {
    let Some(count) = case.report.requests.received.filter(|c| c.stated == Stated::Number && !c.value.is_zero()) else {
        return;
    };
    let at = case.view.range(count.span);
    let zero = case.figures.iter().find(|f| {
        f.measure.kind == MeasureKind::Requests
            && f.value == 0
            && f.is_current()
            && f.measure.part_of.is_none()
            && f.range != at
            && case.path(f.range.start).any(|i| case.parts[i].section.role == Role::OnRequest)
            && words!["收到", "受理", "接到"].any(case.words(case.clause(f.range.start)))
    });
    if let Some(zero) = zero {
        return tell(case, zero.range.clone(), at, notes);
    }
    for part in case.parts.iter().filter(|part| part.parent.is_none()) {
        let none = words!["未收到", "没有收到", "未接到", "没有接到", "未受理", "没有受理", "无人提出", "没有人提出", "无人申请", "零申请"];
        // All of them begin with a word of negation, or lie across one: 从未收到.
        for hit in case.hits.words(part.range.clone(), Name::Negation) {
            let Some((from, _)) = none.first(case.words(hit.start..case.floor(hit.end + "收到".len() * 2))) else { continue };
            let clause = case.clause(hit.start + from);
            let said = case.words(clause.clone());
            // In the part on applications nothing else is applied for.
            let meant = said.contains("公开") || part.section.role == Role::OnRequest;
            let all = meant && said.contains("申请") && !said.contains(|c: char| c.is_ascii_digit());
            let some = words!["其他申请", "另", "再", "逾期", "补正", "复议", "不予", "费", "减免", "投诉", "举报", "异议", "上年", "上学年"].any(said);
            if !all || some || (clause.start..clause.end).contains(&at.start) {
                continue;
            }
            return tell(case, clause, at, notes);
        }
    }
}

fn tell(case: &Case<'_>, none: Range<usize>, count: Range<usize>, notes: &mut Notes<'_>) {
    let words = case.words(count.clone());
    notes.fails(
        Finding::new(
            none,
            format!("文中另有申请件数：{words}"),
            format!("elsewhere the text counts applications: {words}"),
        )
        .related(count, "件数", "the count"),
    );
}

fn nil(
    case: &Case<'_>,
    stated: Option<StatedCount>,
    kind: MeasureKind,
    things: &[&str],
    notes: &mut Notes<'_>,
) {
    let Some(nil) = stated.filter(|count| count.stated == Stated::Nil) else { return };
    let at = case.view.range(nil.span);
    let against = case.figures.iter().find(|figure| {
        if figure.measure.kind != kind || !figure.is_current() || figure.is_rate() || figure.value <= 0 {
            return false;
        }
        // The clause itself must speak of disclosure: pupils' appeals and suppliers' objections are other matters.
        let clause = case.clause(figure.range.start);
        let words = case.words(clause);
        things.iter().any(|thing| words.contains(thing))
            && words.contains("公开")
            && !words!["累计", "历年", "以来", "其中", "上年", "上学年", "去年"].any(words)
            && !(at.start <= figure.range.start && figure.range.end <= at.end)
    });
    match against {
        None => notes.holds(),
        Some(figure) => notes.fails(
            Finding::new(
                figure.range.clone(),
                format!("文中另称没有：“{}”", case.words(at.clone())),
                format!("elsewhere the text says there was none: “{}”", case.words(at.clone())),
            )
            .related(at, "称没有", "says none"),
        ),
    }
}
