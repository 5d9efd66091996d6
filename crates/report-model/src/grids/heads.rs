//! Headings of rows and columns: the words that say what a cell counts.

use super::cells::{Cell, Grid, number};
use crate::lexis::words::words;
use crate::reading::View;

/// Most rows of column headings.
const ROWS: u32 = 4;
/// Longest heading, in characters; longer cells hold text.
const LONGEST: usize = 40;

/// Number of rows above the values.
pub(super) fn rows(view: &View<'_>, grid: &Grid) -> u32 {
    let valued = |row: u32| grid.row(row).any(|cell| number(view.words(cell.range.clone())).is_some());
    let first = (0..grid.rows.min(ROWS + 1)).find(|&row| valued(row));
    match first {
        Some(row) => row.min(ROWS),
        None => 1.min(grid.rows),
    }
}

/// The words above a cell, from the top, without those of a line over the whole table.
pub(super) fn above(view: &View<'_>, grid: &Grid, rows: u32, cell: &Cell) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for row in 0..rows.min(cell.layout.row) {
        let Some(head) = grid.at(row, cell.layout.column) else { continue };
        if head.layout.column_span >= grid.columns {
            continue;
        }
        push(&mut list, view.words(head.range.clone()));
    }
    list
}

/// The words to the left of a cell in its row, from the left: back over numbers to the nearest words, and on to the next
/// number.
pub(super) fn left(view: &View<'_>, grid: &Grid, cell: &Cell) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    let mut column = cell.layout.column;
    while let Some(before) = column.checked_sub(1) {
        let Some(head) = grid.at(cell.layout.row, before) else { break };
        let text = view.words(head.range.clone());
        if number(text).is_some() {
            if !list.is_empty() {
                break;
            }
        } else {
            push(&mut list, text);
        }
        column = head.layout.column;
    }
    list.reverse();
    list
}

fn push(list: &mut Vec<String>, words: &str) {
    let plain = !words.is_empty() && words.chars().count() <= LONGEST && !matches!(words, "/" | "-" | "—");
    if plain && list.last().is_none_or(|last| last != words) {
        list.push(words.to_owned());
    }
}

/// The classifier in brackets: 数量(条), 金额(单位:万元).
pub(super) fn unit(head: &str) -> Option<&str> {
    let inside = |text: &'_ str| -> Option<(usize, usize)> {
        let open = text.rfind('(')?;
        let close = text[open..].find(')')? + open;
        Some((open + 1, close))
    };
    let text = match inside(head) {
        Some((open, close)) => &head[open..close],
        None => head.split_once("单位:").map(|(_, unit)| unit)?,
    };
    let text = text.trim_start_matches("单位").trim_start_matches(':').trim();
    // 条/篇: the first of several.
    let text = text.split(['/', '、']).next().unwrap_or(text);
    (!text.is_empty() && text.chars().count() <= 3).then_some(text)
}

/// A heading without the classifier in brackets.
pub(super) fn without_unit(head: &str) -> &str {
    match head.rfind('(') {
        Some(open) if unit(head).is_some() => head[..open].trim(),
        _ => head,
    }
}

/// Columns whose numbers count nothing: serial numbers, years, telephone numbers, codes.
pub(super) fn names_no_count(head: &str) -> bool {
    words!["序号", "编号", "年份", "时间", "日期", "电话", "邮编", "代码", "文号", "页码", "网址", "链接"]
        .any(head)
        || matches!(head, "年度" | "学年" | "年" | "号" | "NO" | "No." | "序")
}

/// Words of a heading that say only that something is counted.
pub(super) fn is_plain_count(head: &str) -> bool {
    matches!(
        head,
        "数量"
            | "数"
            | "条数"
            | "件数"
            | "合计"
            | "总计"
            | "数值"
            | "总数"
            | "小计"
            | "次数"
            | "金额"
            | "内容"
            | "情况"
    )
}

/// A row or column that sums up.
pub(super) fn sums_up(head: &str) -> bool {
    matches!(head, "合计" | "总计" | "总数" | "共计" | "总量" | "合计数")
}
