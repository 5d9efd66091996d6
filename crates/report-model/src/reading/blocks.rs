//! A short cut into a sorted list of places: where the places of each stretch of text begin.
//!
//! Spans and hits are asked for all over a text; halving the whole list for each question would cost more than most of
//! the answers.

use std::ops::Range;

/// Bytes of a stretch, as a power of two.
const SHIFT: usize = 6;

/// For each stretch of text, how many places lie before it.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    before: Vec<u32>,
}

impl Blocks {
    /// The short cut into `places`, which ascend, of a text of so many bytes.
    pub(crate) fn new(len: usize, places: impl ExactSizeIterator<Item = usize>) -> Self {
        let count = places.len() as u32;
        let mut before: Vec<u32> = Vec::with_capacity((len >> SHIFT) + 2);
        for (i, place) in places.enumerate() {
            while before.len() <= place >> SHIFT {
                before.push(i as u32);
            }
        }
        before.push(count);
        Self { before }
    }

    /// The part of the list in which the first place at or behind `at` is to be sought; it may also lie right behind it.
    pub(crate) fn around(&self, at: usize) -> Range<usize> {
        let last = self.before.last().map_or(0, |&count| count as usize);
        let stretch = |i: usize| self.before.get(i).map_or(last, |&count| count as usize);
        stretch(at >> SHIFT)..stretch((at >> SHIFT) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_halving_finds() {
        let places = [0, 0, 3, 63, 64, 65, 300, 300, 511];
        let blocks = Blocks::new(512, places.iter().copied());
        for at in 0..700 {
            let part = blocks.around(at);
            let sought = part.start + places[part].partition_point(|&place| place < at);
            assert_eq!(sought, places.partition_point(|&place| place < at), "{at}");
        }
    }
}
