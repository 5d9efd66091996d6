//! The table `checklist`: report × item.

use super::{rows, variables};
use crate::entry::Entry;
use crate::schema::OFFSETS;
use report_model::{ChecklistEntry, ChecklistItem, DocumentKind, checklist_items};

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    item: &'static ChecklistItem,
    touched: Option<&'e ChecklistEntry>,
}

impl Row<'_> {
    fn first(&self) -> Option<report_model::Span> {
        self.touched.and_then(|touched| touched.spans.first().copied())
    }
}

variables! {
    row: Row<'e>;
    item Plain Int ""
        "清单事项序号，1–50" "number of the item, 1-50" "教办函〔2014〕23号"
        = row.item.number;
    category Plain Text ""
        "类别" "category of the item" "教办函〔2014〕23号"
        = row.item.category;
    text Plain Text ""
        "公开事项" "the item's words in the checklist" "教办函〔2014〕23号"
        = row.item.text;
    status Plain Text ""
        "disclosed 已公开，not_applicable 不适用，nothing_this_year 本年无，not_stated 提到而未说明，not_mentioned 未提及" "disclosed, not_applicable, nothing_this_year, not_stated (named without saying), not_mentioned" ""
        = row.touched.map_or("not_mentioned", |touched| touched.status.as_str());
    url Plain Text ""
        "链接；多个以空格分隔" "addresses given for it, separated by a blank" ""
        = row.touched.filter(|touched| !touched.urls.is_empty()).map(|touched| touched.urls.join(" "));
    department Plain Text ""
        "责任部门" "who is responsible, where a table says so" ""
        = row.touched.and_then(|touched| touched.department.as_ref()).map(|text| &text.value);
    mentions Plain Int ""
        "提及次数" "places where the report touches it" ""
        = row.touched.map_or(0, |touched| touched.spans.len());
    quote Plain Text ""
        "首处原文" "the words of the first place" ""
        = row.first().map(|span| row.entry.words(span));
    start Plain Int OFFSETS
        "首处起点" "start of the words" ""
        = row.first().map(|span| row.entry.offsets.at(span.start));
    end Plain Int OFFSETS
        "首处终点" "end of the words (exclusive)" ""
        = row.first().map(|span| row.entry.offsets.at(span.end));
}

rows!(entry => {
    let report = entry.report().filter(|report| report.kind == DocumentKind::AnnualReport);
    report.into_iter().flat_map(move |report| {
        checklist_items().iter().map(move |item| {
            let touched = report.checklist.iter().find(|touched| touched.item == item.number);
            Row { entry, item, touched }
        })
    })
});
