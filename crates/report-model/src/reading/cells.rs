//! Cells of tables stand on lines of their own: none is the rest of another, none is a page number.

use super::physical::Physical;
use std::ops::Range;

/// True where a position lies in one of the ranges, which are in order and apart.
pub(super) fn inside(ranges: &[Range<usize>], at: usize) -> bool {
    let behind = ranges.partition_point(|range| range.start <= at);
    behind.checked_sub(1).is_some_and(|i| at < ranges[i].end)
}

/// Lines of tables say nothing about the width of the page, and a number alone on one is a value.
pub(super) fn set_apart(lines: &mut [Physical], tables: &[Range<usize>]) {
    if tables.is_empty() {
        return;
    }
    for line in lines.iter_mut().filter(|line| inside(tables, line.start)) {
        line.page_number = false;
        (line.width, line.signs) = (0, 0);
    }
}

/// Neither a cell nor the line behind a table goes on with the line before.
pub(super) fn part(lines: &[Physical], joins: &mut [bool], tables: &[Range<usize>]) {
    if tables.is_empty() {
        return;
    }
    let mut before = false;
    for (line, join) in lines.iter().zip(joins).filter(|(line, _)| !line.is_blank()) {
        let here = inside(tables, line.start);
        *join &= !here && !before;
        before = here;
    }
}
