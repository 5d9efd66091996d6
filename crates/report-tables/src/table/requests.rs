//! The table `requests`: applications for disclosure, one row a kind of answer.

use super::{rows, variables};
use crate::entry::Entry;
use crate::schema::OFFSETS;
use crate::value::{Status, Value};
use report_model::{Decimal, Span, Stated, StatedCount};

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    item: &'static str,
    ground: Option<&'static str>,
    value: Option<Decimal>,
    status: Status,
    span: Option<Span>,
}

variables! {
    row: Row<'e>;
    item Plain Text ""
        "项目：received 收到，granted 同意公开，partly_granted 部分公开，refused 不予公开，not_held 不存在或非本校职责，other 其他，pending 办理中，fees 收费；refused_ground 为不予公开的理由" "received, granted, partly_granted, refused, not_held, other, pending, fees; refused_ground for a ground of refusal" "Order 29, art. 17-19"
        = row.item;
    ground Plain Text ""
        "不予公开的理由" "ground of refusal, in rows of refused_ground: state_secret, trade_secret, privacy, other_rule" "Order 29, art. 10"
        = row.ground;
    value Plain Number "applications; fees in yuan"
        "件数；收费为元" "number of applications; for fees, yuan" ""
        = row.value;
    status Plain Text ""
        "说明方式" "stated, nil (stated to be none), not_mentioned" ""
        = row.status.as_str();
    quote Plain Text ""
        "原文" "the words" ""
        = row.span.map(|span| row.entry.words(span));
    start Plain Int OFFSETS
        "原文起点" "start of the words" ""
        = row.span.map(|span| row.entry.offsets.at(span.start));
    end Plain Int OFFSETS
        "原文终点" "end of the words (exclusive)" ""
        = row.span.map(|span| row.entry.offsets.at(span.end));
    sentence Plain Text ""
        "所在句子" "the sentence round it" ""
        = row.span.map_or(Value::Null, |span| row.entry.sentence(span).into());
}

/// How a count is stated.
pub(super) const fn status(count: &StatedCount) -> Status {
    match count.stated {
        Stated::Nil => Status::Nil,
        _ => Status::Stated,
    }
}

rows!(entry => {
    let report = entry.report().filter(|report| report.kind == report_model::DocumentKind::AnnualReport);
    report.into_iter().flat_map(move |report| {
        let r = &report.requests;
        let items = [
            ("received", r.received),
            ("granted", r.granted),
            ("partly_granted", r.partly_granted),
            ("refused", r.refused),
            ("not_held", r.not_held),
            ("other", r.other),
            ("pending", r.pending),
            ("fees", r.fees),
        ];
        let answers = items.into_iter().map(move |(item, count)| Row {
            entry,
            item,
            ground: None,
            value: count.map(|count| count.value),
            status: count.as_ref().map_or(Status::NotMentioned, status),
            span: count.map(|count| count.span),
        });
        let grounds = report.refusals.iter().map(move |refusal| Row {
            entry,
            item: "refused_ground",
            ground: Some(refusal.ground.as_str()),
            value: refusal.count,
            status: Status::Stated,
            span: Some(refusal.span),
        });
        answers.chain(grounds)
    })
});
