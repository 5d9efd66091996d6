//! The table `citations`.

use super::{rows, variables};
use crate::entry::Entry;
use crate::schema::OFFSETS;
use report_model::Citation;

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    index: usize,
    citation: &'e Citation,
}

variables! {
    row: Row<'e>;
    citation Plain Int ""
        "报告内的序号，从 0 起" "index in the report, from 0" ""
        = row.index;
    title Plain Text ""
        "文件名称" "title, without the marks 《》" ""
        = &row.citation.title;
    document_number Plain Text ""
        "发文字号（原文）" "document number, as printed" ""
        = row.citation.document_number.as_ref().map(|number| &number.text);
    agency Plain Text ""
        "发文机关代字" "agency code of the number" "GB/T 9704-2012"
        = row.citation.document_number.as_ref().and_then(|number| number.agency.as_deref());
    number_year Plain Int "year"
        "发文年份" "year of the number" "GB/T 9704-2012"
        = row.citation.document_number.as_ref().and_then(|number| number.year);
    serial Plain Int ""
        "发文顺序号" "serial of the number" "GB/T 9704-2012"
        = row.citation.document_number.as_ref().and_then(|number| number.serial);
    instrument Plain Text ""
        "所指的已知法规" "identifier of the known regulation that it names; empty where none is known" "data/instruments.csv"
        = row.citation.instrument.as_deref();
    quote Plain Text ""
        "原文" "the words" ""
        = row.entry.words(row.citation.span);
    start Plain Int OFFSETS
        "原文起点" "start of the words" ""
        = row.entry.offsets.at(row.citation.span.start);
    end Plain Int OFFSETS
        "原文终点" "end of the words (exclusive)" ""
        = row.entry.offsets.at(row.citation.span.end);
}

rows!(entry => entry.report().into_iter().flat_map(move |report| {
    report.citations.iter().enumerate().map(move |(index, citation)| Row { entry, index, citation })
}));
