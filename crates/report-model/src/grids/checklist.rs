//! The table that goes through the 50 items of 教办函〔2014〕23号 one by one.

use super::cells::{Cell, Grid};
use super::items::{ITEMS, Scores, category, compare};
use super::parts::parts;
use super::{sections, told};
use crate::lexis::words::words;
use crate::model::{ChecklistEntry, ChecklistStatus, Link, Span, Text};
use crate::order;
use crate::reading::View;

/// Rows of a table that must name items before it is taken for a checklist.
const ROWS: usize = 4;
/// Share of the filled rows that must, in percent.
const SHARE: usize = 60;
/// A fit from which a cell names an item.
const FITS: f32 = 0.42;
/// Fits this near to the best are equal; the order of the list then decides.
const NEAR: f32 = 0.12;

/// Entries of a table that is a checklist; empty for any other.
pub(super) fn read(view: &View<'_>, grid: &Grid, links: &[Link]) -> Vec<ChecklistEntry> {
    let columns = item_columns(view, grid);
    let mut entries: Vec<ChecklistEntry> = Vec::new();
    for (i, &column) in columns.iter().enumerate() {
        let first = if i == 0 { 0 } else { column };
        let end = columns.get(i + 1).map_or(grid.columns, |&next| before(view, grid, next));
        Pass { view, grid, links, item: column, first, end, department: department(view, grid, column, end) }
            .run(&mut entries);
    }
    order::by_number(&mut entries, |entry| u64::from(entry.item));
    entries
}

/// Columns whose cells name items. More than one where the list is printed in two halves side by side.
fn item_columns(view: &View<'_>, grid: &Grid) -> Vec<u32> {
    let mut counts: Vec<(usize, u32)> = Vec::new();
    let mut filled = vec![0usize; grid.columns as usize];
    let mut named = vec![0usize; grid.columns as usize];
    let mut distinct = vec![0u64; grid.columns as usize];
    for cell in grid.cells.iter().filter(|cell| !cell.range.is_empty() && cell.layout.row > 0) {
        let column = cell.layout.column as usize;
        let text = view.words(cell.range.clone());
        filled[column] += 1;
        let items: Vec<u8> = parts(text)
            .into_iter()
            .map(|part| &text[part])
            .filter(|part| part.chars().count() >= 4)
            .filter_map(|part| best(&compare(part, None), None))
            .collect();
        named[column] += usize::from(!items.is_empty());
        distinct[column] |= items.iter().fold(0, |seen, item| seen | 1 << (item - 1));
    }
    for column in 0..grid.columns as usize {
        let enough =
            distinct[column].count_ones() as usize >= ROWS && named[column] * 100 >= filled[column] * SHARE;
        if enough {
            counts.push((named[column], column as u32));
        }
    }
    let most = counts.iter().map(|(count, _)| *count).max().unwrap_or(0);
    // A column of remarks or of split parts names fewer; halves of a list name about as many.
    let halves: Vec<u32> =
        counts.iter().filter(|(count, _)| *count * 3 >= most * 2).map(|(_, column)| *column).collect();
    if halves.len() > 1 && shared(&distinct, &halves) {
        // The same items twice (the name and its parts): the fuller column speaks.
        return counts
            .iter()
            .max_by_key(|(count, _)| *count)
            .map(|(_, column)| *column)
            .into_iter()
            .collect();
    }
    halves
}

/// Two columns that name the same items are no halves of one list.
fn shared(distinct: &[u64], columns: &[u32]) -> bool {
    columns.windows(2).any(|pair| {
        let (a, b) = (distinct[pair[0] as usize], distinct[pair[1] as usize]);
        (a & b).count_ones() * 3 > a.count_ones().min(b.count_ones())
    })
}

/// The first column of the half that holds an item column: serial number and category stand before it.
fn before(view: &View<'_>, grid: &Grid, item: u32) -> u32 {
    let mut first = item;
    while let Some(left) = first.checked_sub(1) {
        let head = grid.words(view, 0, left);
        if !words!["序号", "类别", "编号", "一级", "分类"].any(head) {
            break;
        }
        first = left;
    }
    first
}

fn department(view: &View<'_>, grid: &Grid, item: u32, end: u32) -> Option<u32> {
    (0..end).filter(|&column| column != item).find(|&column| {
        (0..2).any(|row| {
            words!["责任部门", "责任单位", "牵头部门", "公开部门", "部门", "单位"]
                .any(grid.words(view, row, column))
        })
    })
}

/// The best item for the scores, near `after` where several are as good.
fn best(scores: &Scores, after: Option<u8>) -> Option<u8> {
    let top = scores.iter().copied().fold(0f32, f32::max);
    if top < FITS {
        return None;
    }
    let close = (1..=ITEMS as u8).filter(|&item| scores[usize::from(item) - 1] >= top - NEAR.min(top / 4.0));
    match after {
        // The list is gone through in order: the same item again, or the next behind it.
        Some(last) => close.clone().find(|&item| item >= last).or_else(|| plain(scores)),
        None => plain(scores),
    }
}

fn plain(scores: &Scores) -> Option<u8> {
    (1..=ITEMS as u8).rev().max_by(|&a, &b| scores[usize::from(a) - 1].total_cmp(&scores[usize::from(b) - 1]))
}

/// One walk down a column of items.
struct Pass<'a> {
    view: &'a View<'a>,
    grid: &'a Grid,
    links: &'a [Link],
    item: u32,
    /// Columns of this half of the table.
    first: u32,
    end: u32,
    department: Option<u32>,
}

impl Pass<'_> {
    fn run(&self, entries: &mut Vec<ChecklistEntry>) {
        let mut last: Option<u8> = None;
        let from = u32::from(last_head(self.view, self.grid, self.item));
        for row in from..self.grid.rows {
            let Some(cell) = self.grid.at(row, self.item) else { continue };
            let text = self.view.words(cell.range.clone());
            let category =
                (self.first..self.item).find_map(|column| category(self.grid.words(self.view, row, column)));
            if cell.layout.row == row && self.several(entries, row, cell, category, &mut last) {
                continue;
            }
            let own = best(&compare(text, category), last);
            // A row without an item of its own (a part with no words of the list) goes on with the one above.
            let merged = cell.layout.row < row;
            let Some(item) = own.or(if merged || text.is_empty() { last } else { None }) else { continue };
            last = Some(item);
            self.enter(entries, item, row, cell);
        }
    }

    /// Enters the numbered items of one cell, each with the links in its words, else with those of the row in order.
    fn several(
        &self,
        entries: &mut Vec<ChecklistEntry>,
        row: u32,
        cell: &Cell,
        category: Option<u8>,
        last: &mut Option<u8>,
    ) -> bool {
        let text = self.view.words(cell.range.clone());
        let parts = parts(text);
        if parts.len() < 2 {
            return false;
        }
        let mut after = *last;
        let mut found: Vec<(u8, Span)> = Vec::new();
        for part in parts {
            if let Some(item) = best(&compare(&text[part.clone()], category), after) {
                after = Some(item);
                found
                    .push((item, self.view.span(cell.range.start + part.start..cell.range.start + part.end)));
            }
        }
        // (1) and (2) inside the words of one item do not part it.
        if found.iter().all(|(item, _)| Some(*item) == found.first().map(|(first, _)| *first)) {
            return false;
        }
        *last = after;
        let cells: Vec<&Cell> =
            self.grid.row(row).filter(|c| (self.first..self.end).contains(&c.layout.column)).collect();
        let beside: Vec<String> = cells
            .iter()
            .filter(|c| c.layout.column != cell.layout.column)
            .flat_map(|c| sections::links(c.layout.span, self.links, &[]))
            .map(|link| link.url)
            .collect();
        let said = status(self.view, &cells, cell, false);
        let department = self.department.and_then(|column| self.text(row, column));
        for (i, (item, span)) in found.iter().enumerate() {
            let mut urls: Vec<String> =
                sections::links(*span, self.links, &[]).into_iter().map(|link| link.url).collect();
            if urls.is_empty() && beside.len() == found.len() {
                urls.push(beside[i].clone());
            }
            let linked = !urls.is_empty() && said == ChecklistStatus::NotStated;
            let status = if linked { ChecklistStatus::Disclosed } else { said };
            add(
                entries,
                ChecklistEntry {
                    item: *item,
                    spans: vec![*span],
                    urls,
                    status,
                    department: department.clone(),
                },
            );
        }
        true
    }

    fn enter(&self, entries: &mut Vec<ChecklistEntry>, item: u8, row: u32, cell: &Cell) {
        let cells: Vec<&Cell> = self
            .grid
            .row(row)
            .filter(|c| (self.first..self.end).contains(&c.layout.column) && c.layout.row == row)
            .collect();
        let mut urls: Vec<String> = Vec::new();
        for other in self.grid.row(row).filter(|c| (self.first..self.end).contains(&c.layout.column)) {
            for link in sections::links(other.layout.span, self.links, &[]) {
                if !urls.contains(&link.url) {
                    urls.push(link.url);
                }
            }
        }
        let status = status(self.view, &cells, cell, !urls.is_empty());
        let department = self.department.and_then(|column| self.text(row, column));
        let Some(span) = self.span(&cells, cell) else { return };
        add(entries, ChecklistEntry { item, spans: vec![span], urls, status, department });
    }

    /// The item's words; for a row that goes on with a merged cell, its own first words.
    fn span(&self, cells: &[&Cell], cell: &Cell) -> Option<Span> {
        let own = cells.iter().any(|c| c.layout.column == cell.layout.column);
        let words =
            if own { cell } else { cells.iter().find(|c| !c.range.is_empty()).copied().unwrap_or(cell) };
        told(self.view, words.range.clone())
    }

    fn text(&self, row: u32, column: u32) -> Option<Text> {
        let cell = self.grid.at(row, column)?;
        let span = told(self.view, cell.range.clone())?;
        let value = self.view.printed(cell.range.clone());
        let plain = !matches!(value.as_str(), "/" | "-" | "—" | "无");
        plain.then_some(Text { value, span })
    }
}

/// Number of rows of headings: those before the first that names an item.
fn last_head(view: &View<'_>, grid: &Grid, column: u32) -> u8 {
    (0..3u8)
        .find(|&row| {
            let text = grid.words(view, u32::from(row), column);
            let head = words!["公开事项", "事项", "清单", "内容", "名称", "项目"].any(text)
                && text.chars().count() <= 10;
            !head && best(&compare(text, None), None).is_some()
        })
        .unwrap_or(1)
}

/// Adds what a further row says of an item to what is known of it.
fn add(entries: &mut Vec<ChecklistEntry>, new: ChecklistEntry) {
    let Some(entry) = entries.iter_mut().find(|entry| entry.item == new.item) else {
        entries.push(new);
        return;
    };
    for span in new.spans {
        if !entry.spans.contains(&span) {
            entry.spans.push(span);
        }
    }
    for url in new.urls {
        if !entry.urls.contains(&url) {
            entry.urls.push(url);
        }
    }
    // One part disclosed makes the item disclosed.
    if entry.status == ChecklistStatus::NotStated || new.status == ChecklistStatus::Disclosed {
        entry.status = new.status;
    }
    entry.department = entry.department.take().or(new.department);
}

/// What the row says of the item, apart from the item's own words.
fn status(view: &View<'_>, cells: &[&Cell], item: &Cell, linked: bool) -> ChecklistStatus {
    let mut status = ChecklistStatus::NotStated;
    for cell in cells.iter().filter(|cell| cell.layout.column > item.layout.column) {
        let text = view.words(cell.range.clone());
        if words!["不适用", "不涉及", "无此项", "无该项", "无此类"].any(text) {
            return ChecklistStatus::NotApplicable;
        }
        let none = matches!(text, "无" | "暂无" | "无。" | "没有");
        if none
            || words!["本年度无", "本学年无", "年内无", "未发生", "本年度未", "本学年未", "暂无"].any(text)
        {
            status = ChecklistStatus::NothingThisYear;
        } else if status == ChecklistStatus::NotStated
            && words!["公开", "公布", "公示", "发布", "上网", "公告", "http", "www."].any(text)
            && !words!["未公开", "不公开", "不予公开"].any(text)
        {
            status = ChecklistStatus::Disclosed;
        }
    }
    if linked && status == ChecklistStatus::NotStated { ChecklistStatus::Disclosed } else { status }
}
