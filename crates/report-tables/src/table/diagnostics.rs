//! The table `diagnostics`.

use super::{rows, variables};
use crate::entry::Entry;
use crate::schema::OFFSETS;
use report_model::{Diagnostic, Rule};

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    index: usize,
    finding: &'e Diagnostic,
    rule: Option<&'static Rule>,
}

variables! {
    row: Row<'e>;
    diagnostic Plain Int ""
        "报告内的序号，从 0 起" "index in the report, from 0" ""
        = row.index;
    code Plain Text ""
        "规则编号" "code of the rule" "docs/rules"
        = &row.finding.code;
    name Plain Text ""
        "规则名" "name of the rule; empty for findings of the reading (RM9xx)" "docs/rules"
        = row.rule.map(|rule| rule.name);
    severity Plain Text ""
        "严重程度" "error, warning or info" "docs/rules"
        = row.finding.severity.as_str();
    message Plain Text ""
        "说明" "what is wrong, in Chinese" ""
        = &row.finding.message;
    message_en Plain Text ""
        "说明（英文）" "what is wrong, in English" ""
        = &row.finding.message_en;
    section_role Plain Text ""
        "所在部分" "role of the part it stands in" ""
        = row.entry.places.role(row.finding.span.start).map(report_model::Role::as_str);
    fixable Plain Bool ""
        "是否附有改法" "true where a correction comes with it" ""
        = row.finding.fix.is_some();
    fingerprint Plain Text ""
        "指纹，用于忽略已知的发现" "by which a known finding can be dismissed; stable over unrelated edits" ""
        = &row.finding.fingerprint;
    quote Plain Text ""
        "原文" "the words; empty where something is missing" ""
        = row.entry.words(row.finding.span);
    start Plain Int OFFSETS
        "原文起点" "start of the words" ""
        = row.entry.offsets.at(row.finding.span.start);
    end Plain Int OFFSETS
        "原文终点" "end of the words (exclusive)" ""
        = row.entry.offsets.at(row.finding.span.end);
}

rows!(entry => entry.report().into_iter().flat_map(move |report| {
    report.diagnostics.iter().enumerate().map(move |(index, finding)| {
        let known = report_model::rules().binary_search_by(|rule| rule.code.cmp(finding.code.as_str()));
        Row { entry, index, finding, rule: known.ok().map(|i| report_model::rules()[i]) }
    })
}));
