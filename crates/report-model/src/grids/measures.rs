//! Quantities in cells: the words of row and column are read with the number as one sentence, by the same rules as any
//! other.

use super::cells::{Cell, Grid, number};
use super::heads;
use crate::facts::claims::Claims;
use crate::facts::times::Times;
use crate::measures::{self, Context};
use crate::model::{Measure, MeasureKind, Report, Span};
use crate::order;
use crate::outline::Outline;
use crate::reading::View;
use crate::tables::vocabulary;

/// Most cells of a table read as quantities; no report has more.
const MOST: usize = 4000;
/// Longest cell read with its headings, in bytes; longer ones hold sentences and were read as such.
const LONGEST: usize = 60;
/// Longest run of words before a number, in characters.
const LEAD: usize = 60;

/// Quantities of a table and the numbers that stay unexplained.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub list: Vec<Counted>,
    pub unclaimed: Vec<Span>,
}

/// A quantity with its place in the table.
#[derive(Debug)]
pub(super) struct Counted {
    pub measure: Measure,
    pub row: u32,
    pub column: u32,
    /// Words to the left and above, from the outer to the inner.
    pub left: Vec<String>,
    pub above: Vec<String>,
}

/// Reads all cells with numbers.
pub(super) fn read(view: &View<'_>, outline: &Outline, grid: &Grid) -> Found {
    let rows = heads::rows(view, grid);
    let part = outline.part_at(grid.range.start);
    let title = part.map_or("", |p| view.words(outline.headings[p].title.clone()));
    let section = part.map(|p| path(view, outline, p)).unwrap_or_default();
    let caption = (0..rows).find_map(|row| heads::unit(grid.words(view, row, 0)).map(str::to_owned));
    let mut found = Found::default();
    for (count, cell) in grid.cells.iter().filter(|cell| cell.layout.row >= rows).enumerate() {
        let words = view.words(cell.range.clone());
        if count >= MOST {
            if number(words).is_some() {
                found.unclaimed.push(view.span(cell.range.clone()));
            }
            continue;
        }
        if words.len() > LONGEST || !words.bytes().any(|b| b.is_ascii_digit()) || words.contains("://") {
            continue;
        }
        let (left, above) = (heads::left(view, grid, cell), heads::above(view, grid, rows, cell));
        if above.iter().any(|head| heads::names_no_count(head)) || left.is_empty() && above.is_empty() {
            continue;
        }
        if number(words).is_some() && serial(view, grid, cell) {
            continue;
        }
        let unit = above
            .iter()
            .rev()
            .chain(left.iter().rev())
            .find_map(|head| heads::unit(head))
            .or(caption.as_deref());
        let sentence = Sentence { title, left: &left, above: &above, words, unit };
        let Some(measure) = sentence.read(view, cell) else {
            if number(words).is_some_and(|(n, _)| !is_year(&n)) {
                found.unclaimed.push(view.span(cell.range.clone()));
            }
            continue;
        };
        let measure = Measure { section: section.clone(), ..measure };
        found.list.push(Counted { measure, row: cell.layout.row, column: cell.layout.column, left, above });
    }
    relate(&mut found.list);
    found
}

fn is_year(number: &crate::lexis::numeral::Numeral) -> bool {
    number.value.as_integer().is_some_and(|v| (1949..2100).contains(&v)) && number.end == 4
}

/// 1, 2, 3 … below one another at the row's start.
fn serial(view: &View<'_>, grid: &Grid, cell: &Cell) -> bool {
    let value = |row: Option<u32>| {
        let text = grid.words(view, row?, cell.layout.column);
        number(text).filter(|(_, behind)| behind.is_empty()).and_then(|(n, _)| n.value.as_integer())
    };
    let row = cell.layout.row;
    let Some(here) = value(Some(row)) else { return false };
    let steps = value(row.checked_add(cell.layout.row_span)) == Some(here + 1)
        || value(row.checked_sub(1)) == Some(here - 1);
    cell.layout.column == 0 && steps
}

fn path(view: &View<'_>, outline: &Outline, part: usize) -> Vec<String> {
    let mut list: Vec<String> = outline
        .path(Some(part))
        .map(|h| view.printed(if h.label.is_some() { h.label_range.clone() } else { h.title.clone() }))
        .collect();
    list.reverse();
    list
}

/// What is read as one sentence.
struct Sentence<'a> {
    /// Title of the part, which says what its numbers are about.
    title: &'a str,
    left: &'a [String],
    above: &'a [String],
    words: &'a str,
    unit: Option<&'a str>,
}

impl Sentence<'_> {
    /// The quantity of the cell, its span in the source.
    fn read(&self, view: &View<'_>, cell: &Cell) -> Option<Measure> {
        let alone = number(self.words);
        let missing = alone.is_some_and(|(n, behind)| behind.is_empty() && !n.percent);
        let unit = if missing { self.unit.unwrap_or("条") } else { "" };
        let lead = self.lead();
        let text = format!("一、{}\n{lead}{}{unit}。", self.title, self.words);
        let small = View::new(&text);
        let hits = vocabulary().find(&small.text);
        let outline = Outline::find(&small, &hits, &[]);
        let end = small.text.len();
        // Where folding changed the length, places could not be told.
        let here = end.checked_sub("。".len() + unit.len() + self.words.len())?;
        if small.text.get(here..here + self.words.len()) != Some(self.words) {
            return None;
        }
        let line = small.text.find('\n')? + 1;
        let sentence = line..end - "。".len();
        let sentences = std::slice::from_ref(&sentence);
        let ctx = Context { view: &small, hits: &hits, outline: &outline, sentences };
        let times = Times::find(&small.text, &Claims::default());
        let (drafts, _) = measures::read(ctx, &times, line..end);
        let i = drafts.iter().position(|draft| draft.range.start >= here)?;
        let mut measure = measures::finish(ctx, &drafts).into_iter().nth(i)?;
        if missing && self.unit.is_none() {
            measure.unit = None;
        }
        let back = |at: usize| cell.range.start + at.saturating_sub(here).min(self.words.len());
        measure.span = view.span(back(drafts[i].range.start)..back(drafts[i].range.end));
        measure.subject = self.subject().or(measure.subject);
        (measure.part_of, measure.share_of) = (None, None);
        Some(measure)
    }

    /// Words before the number: the row's, then the column's, nearest kept.
    fn lead(&self) -> String {
        let mut heads: Vec<&str> = self.left.iter().map(|head| heads::without_unit(head)).collect();
        heads.extend(self.above.iter().map(|head| heads::without_unit(head)));
        let all: String = heads.concat();
        let skip = all.chars().count().saturating_sub(LEAD);
        all.chars().skip(skip).filter(|&c| !matches!(c, '\n' | '。' | ';')).collect()
    }

    /// The row's own words and the column's, without what only says that something is counted.
    fn subject(&self) -> Option<String> {
        let row = self.left.last().map(|head| heads::without_unit(head));
        let column = self
            .above
            .last()
            .map(|head| heads::without_unit(head))
            .filter(|head| !heads::is_plain_count(head));
        match (row, column) {
            (Some(row), Some(column)) => Some(format!("{row} {column}")),
            (row, column) => row.or(column).map(str::to_owned),
        }
    }
}

/// 合计 sums up its column; a percentage is the share of the count to its left.
fn relate(list: &mut [Counted]) {
    // Index of the total of each column: the row that says so.
    let totals: Vec<(u32, usize)> = list
        .iter()
        .enumerate()
        .filter(|(_, c)| c.left.last().is_some_and(|head| heads::sums_up(head)))
        .map(|(i, c)| (c.column, i))
        .collect();
    for i in 0..list.len() {
        let rate = list[i].measure.kind == MeasureKind::Rate;
        if rate {
            let count =
                list[..i].iter().rposition(|c| c.row == list[i].row && c.measure.kind != MeasureKind::Rate);
            let share = list[i].above.iter().any(|head| head.contains('占') || head.contains('比'));
            list[i].measure.share_of = count.filter(|_| share).map(|c| c as u32);
        } else if let [(_, total)] =
            totals.iter().filter(|(column, _)| *column == list[i].column).collect::<Vec<_>>()[..]
            && *total != i
            && list[*total].measure.unit == list[i].measure.unit
        {
            list[i].measure.part_of = Some(*total as u32);
            list[*total].measure.kind = if list[*total].measure.kind == MeasureKind::Other {
                list[i].measure.kind
            } else {
                list[*total].measure.kind
            };
        }
    }
}

/// Puts the quantities of a table in their place among those of the text; indices move along.
pub(super) fn splice(report: &mut Report, found: Found) {
    report.unclaimed.extend(found.unclaimed);
    order::by_span(&mut report.unclaimed, |span| *span);
    report.unclaimed.dedup();
    // A cell with a sentence was read as one.
    let taken = |span: Span| {
        let i = report.measures.partition_point(|m| m.span.end <= span.start);
        report.measures.get(i).is_some_and(|m| m.span.overlaps(span))
    };
    let first = found.list.first().map_or(Span::new(0, 0), |c| c.measure.span);
    if found.list.iter().any(|c| taken(c.measure.span)) || found.list.is_empty() {
        return;
    }
    let at = report.measures.partition_point(|m| m.span.end <= first.start);
    let count = found.list.len() as u32;
    // The numbers of sentences inside the table could stand between those of its cells.
    let last = found.list.last().map_or(first, |c| c.measure.span);
    let mixed = report.measures.get(at).is_some_and(|m| m.span.start < last.start);
    let moved = |index: u32| if index as usize >= at { index + count } else { index };
    for measure in &mut report.measures {
        measure.part_of = measure.part_of.map(moved);
        measure.share_of = measure.share_of.map(moved);
    }
    let new = found.list.into_iter().map(|counted| {
        let mut measure = counted.measure;
        measure.part_of = measure.part_of.map(|index| index + at as u32);
        measure.share_of = measure.share_of.map(|index| index + at as u32);
        measure
    });
    report.measures.splice(at..at, new);
    if mixed {
        sort(&mut report.measures);
    }
}

/// Sorts by place and lets the indices follow.
fn sort(list: &mut [Measure]) {
    let mut order: Vec<usize> = (0..list.len()).collect();
    order::by_span(&mut order, |&i| list[i].span);
    let mut place = vec![0u32; list.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new as u32;
    }
    let moved = |index: Option<u32>| index.and_then(|i| place.get(i as usize).copied());
    for measure in list.iter_mut() {
        measure.part_of = moved(measure.part_of);
        measure.share_of = moved(measure.share_of);
    }
    order::by_span(list, |measure| measure.span);
}
