//! The table `parts`.

use super::{rows, variables};
use crate::entry::Entry;
use crate::schema::OFFSETS;
use report_model::{PartState, PrescribedPart};

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    index: usize,
    part: &'e PrescribedPart,
    /// Place among the headings that name parts, by where they stand.
    position: Option<usize>,
}

variables! {
    row: Row<'e>;
    part Plain Int ""
        "规定的次序，从 1 起" "place in the prescribed form, from 1" "the Ministry's yearly notices"
        = row.index + 1;
    role Plain Text ""
        "部分" "which part" ""
        = row.part.role.as_str();
    title Plain Text ""
        "规定的标题" "its prescribed title" "the Ministry's yearly notices"
        = &row.part.title;
    state Plain Text ""
        "有无：present 单列，merged 并入他部分，missing 缺少，not_prescribed 当年无此要求，unknown 无法判断" "present, merged (in another part's heading), missing, not_prescribed (in that year), unknown (the text breaks off or is divided otherwise)" "the headings"
        = row.part.state.as_str();
    required Plain Bool ""
        "是否必备（其余常作附件）" "true where a part of its own is asked for; others are often attachments" "the Ministry's yearly notices"
        = row.part.required;
    position Plain Int ""
        "在报告中的次序，从 1 起" "its place in the report, from 1" ""
        = row.position;
    heading Plain Text ""
        "标题（原文）" "the heading that names it, as printed" ""
        = row.part.span.map(|span| row.entry.words(span));
    start Plain Int OFFSETS
        "标题起点" "start of the heading" ""
        = row.part.span.map(|span| row.entry.offsets.at(span.start));
    end Plain Int OFFSETS
        "标题终点" "end of the heading (exclusive)" ""
        = row.part.span.map(|span| row.entry.offsets.at(span.end));
    section Plain Int ""
        "章节的序号（sections 表）" "its section (table sections)" ""
        = row.part.span.and_then(|span| row.entry.places.at(span.start));
}

rows!(entry => entry.report().into_iter().flat_map(move |report| {
    let own = |part: &PrescribedPart| part.span.filter(|_| part.state == PartState::Present);
    let mut starts: Vec<u32> = report.parts.iter().filter_map(own).map(|span| span.start).collect();
    starts.sort_unstable();
    report.parts.iter().enumerate().map(move |(index, part)| {
        let position = own(part).and_then(|span| starts.binary_search(&span.start).ok()).map(|i| i + 1);
        Row { entry, index, part, position }
    })
}));
