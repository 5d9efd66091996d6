//! The tables of the domain that users want to see as they are.

use crate::tables;
use once_cell::sync::Lazy;

/// An item of the checklist of 教办函〔2014〕23号.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChecklistItem {
    /// 1–50.
    pub number: u8,
    /// 1–10.
    pub category_number: u8,
    /// 类别
    pub category: &'static str,
    /// 公开事项
    pub text: &'static str,
}

static ITEMS: Lazy<Vec<ChecklistItem>> = Lazy::new(|| {
    tables::rows(include_str!("../data/checklist.csv"))
        .filter_map(|row| {
            let (number, category_number) = (row[0].parse().ok()?, row[1].parse().ok()?);
            Some(ChecklistItem { number, category_number, category: row[2], text: row[3] })
        })
        .collect()
});

/// The 50 items of the checklist, by number (《高等学校信息公开事项清单》, 教办函〔2014〕23号).
///
/// ```
/// let items = report_model::checklist_items();
/// assert_eq!((items.len(), items[49].number, items[49].category_number), (50, 50, 10));
/// ```
pub fn checklist_items() -> &'static [ChecklistItem] {
    &ITEMS
}
