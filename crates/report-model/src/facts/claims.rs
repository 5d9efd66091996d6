//! Which words of the view are explained already.

use crate::order;
use std::ops::Range;

/// Ranges of the view, sorted and merged by [`Claims::settle`].
#[derive(Debug, Default)]
pub(crate) struct Claims {
    ranges: Vec<Range<usize>>,
}

impl Claims {
    pub(crate) fn add(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.ranges.push(range);
        }
    }

    /// Sorts and merges; must be called before [`Claims::at`].
    pub(crate) fn settle(&mut self) {
        order::by_number(&mut self.ranges, |r| order::pair(r.start, r.end));
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(self.ranges.len());
        for range in self.ranges.drain(..) {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        self.ranges = merged;
    }

    /// The claimed range that holds an offset.
    pub(crate) fn at(&self, offset: usize) -> Option<&Range<usize>> {
        let i = self.ranges.partition_point(|r| r.end <= offset);
        self.ranges.get(i).filter(|r| r.start <= offset)
    }
}
