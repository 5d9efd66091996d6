//! The table `points`: problems and improvements.

use super::{rows, variables};
use crate::entry::Entry;
use crate::schema::OFFSETS;
use report_model::Point;

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    kind: &'static str,
    index: usize,
    point: &'e Point,
}

variables! {
    row: Row<'e>;
    kind Plain Text ""
        "problem 问题，improvement 改进措施" "problem or improvement" "the Ministry's yearly notices"
        = row.kind;
    point Plain Int ""
        "同类中的序号，从 0 起" "index among those of its kind, from 0" ""
        = row.index;
    text Plain Text ""
        "内容，不含“一是”" "the words, without 一是 and final punctuation" ""
        = &row.point.value;
    section_role Plain Text ""
        "所在部分" "role of the part it stands in" ""
        = row.entry.places.role(row.point.span.start).map(report_model::Role::as_str);
    start Plain Int OFFSETS
        "原文起点" "start of the words" ""
        = row.entry.offsets.at(row.point.span.start);
    end Plain Int OFFSETS
        "原文终点" "end of the words (exclusive)" ""
        = row.entry.offsets.at(row.point.span.end);
}

rows!(entry => entry.report().into_iter().flat_map(move |report| {
    [("problem", &report.problems), ("improvement", &report.improvements)].into_iter().flat_map(move |(kind, points)| {
        points.iter().enumerate().map(move |(index, point)| Row { entry, kind, index, point })
    })
}));
