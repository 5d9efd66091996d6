//! The table `measures`.

use super::{rows, variables};
use crate::entry::Entry;
use crate::schema::OFFSETS;
use report_model::Measure;

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    index: usize,
    measure: &'e Measure,
    section: Option<usize>,
    sentence: &'e str,
}

variables! {
    row: Row<'e>;
    measure Plain Int ""
        "报告内的序号，从 0 起" "index in the report, from 0" ""
        = row.index;
    value Plain Number "see unit"
        "数值，万、亿已折算" "the number, 万 and 亿 multiplied out" ""
        = row.measure.value;
    unit Plain Text ""
        "量词（原文）" "classifier as printed, without 万 or 亿; empty where none is" ""
        = row.measure.unit.as_deref();
    bound Plain Text ""
        "精确程度" "exact, at_least (余, 多, 以上), about (约, 近), at_most" ""
        = row.measure.bound.as_str();
    kind Plain Text ""
        "数的是什么" "what is counted: disclosed, audience, requests, complaints, training, rules, people, money, rate, other" ""
        = row.measure.kind.as_str();
    channel Plain Text ""
        "公开渠道" "through which channel; empty where none or several are named" "Order 29, art. 12"
        = row.measure.channel.map(report_model::Channel::as_str);
    subject Plain Text ""
        "计数对象（原文）" "the words that say what is counted" ""
        = row.measure.subject.as_deref();
    refers_to Plain Text ""
        "所指时间" "current, previous (year before), change (since then), planned, profile (size of the school)" ""
        = row.measure.refers_to.as_str();
    part_of Plain Int ""
        "所属合计的序号" "measure that it is stated to be a part of" "其中, 包括, lists behind a total"
        = row.measure.part_of;
    share_of Plain Int ""
        "百分比所对应数量的序号" "for a percentage: measure that it is the share of" ""
        = row.measure.share_of;
    section Plain Int ""
        "所在章节的序号（sections 表）" "section it stands in (table sections)" ""
        = row.section;
    section_role Plain Text ""
        "所在部分" "role of the part it stands in" ""
        = row.section.map(|i| row.entry.places.0[i].role.as_str());
    section_title Plain Text ""
        "所在章节标题" "title of the section it stands in" ""
        = row.section.map(|i| &row.entry.places.0[i].section.title.value);
    quote Plain Text ""
        "原文" "the words" ""
        = row.entry.words(row.measure.span);
    start Plain Int OFFSETS
        "原文起点" "start of the words" ""
        = row.entry.offsets.at(row.measure.span.start);
    end Plain Int OFFSETS
        "原文终点" "end of the words (exclusive)" ""
        = row.entry.offsets.at(row.measure.span.end);
    sentence Plain Text ""
        "所在句子" "the sentence round it, at most some 100 characters to a side" ""
        = row.sentence;
}

rows!(entry => entry.report().into_iter().flat_map(|report| {
    let (mut place, mut end) = (0, 0);
    report.measures.iter().enumerate().map(move |(index, measure)| {
        let section = entry.places.near(&mut place, measure.span.start);
        Row { entry, index, measure, section, sentence: entry.sentence_near(&mut end, measure.span) }
    })
}));
