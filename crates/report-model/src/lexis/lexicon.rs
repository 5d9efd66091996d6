//! Large sets of words, looked for all together in one pass over a text.
//!
//! A word is found by a hash of its first two Han characters, a short one by its first character alone: at nearly every
//! place of a text two looks into small tables tell that no word starts there.

use super::words::{PAIR, WIDE, ahead, step};
use crate::order;

/// A set of words, each with a number.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Words of two Han characters and more, by the hash of these.
    long: Shelf,
    /// Shorter ones, by the hash of the first character.
    short: Shelf,
}

/// Words in the order of the first bits of a hash.
#[derive(Debug)]
struct Shelf {
    terms: Vec<Term>,
    /// Where the words of each value begin; one more for the end.
    starts: Vec<u16>,
    /// A bit for each value of more bits of the hash: does any word have it?
    sieve: Vec<u64>,
}

#[derive(Debug, Clone)]
struct Term {
    /// The first eight bytes, and those of them that the word has.
    key: u64,
    care: u64,
    /// The bytes behind.
    rest: Box<[u8]>,
    len: usize,
    id: u32,
}

/// Bits of a hash by which words are ordered, and by which places without a word are sorted out.
const COARSE: u32 = 11;
const FINE: u32 = 15;

/// `FINE` bits of a hash.
const fn hash(window: u64) -> usize {
    (window.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - FINE)) as usize
}

/// The lowest bytes of a window.
const fn low(bytes: usize) -> u64 {
    u64::MAX >> (8 * (WIDE - bytes))
}

impl Lexicon {
    /// The set of `words`, none of them empty; each is known by its place.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let (mut long, mut short) = (Vec::new(), Vec::new());
        for (id, word) in words.into_iter().enumerate() {
            let bytes = word.as_bytes();
            let used = bytes.len().min(WIDE);
            let (key, care) = (ahead(bytes, 0), low(used));
            let term = Term { key, care, rest: bytes[used..].into(), len: bytes.len(), id: id as u32 };
            if bytes.len() < PAIR {
                short.push((hash(key & low(step(bytes[0]))), term));
            } else {
                long.push((hash(key & low(PAIR)), term));
            }
        }
        Self { long: Shelf::new(long), short: Shelf::new(short) }
    }

    /// Tells `found` the start, end and number of each word that stands in the text, also of overlapping ones: by start,
    /// of those that start together the shortest first.
    pub(crate) fn each(&self, text: &str, mut found: impl FnMut(usize, usize, usize)) {
        self.until(text, |start, end, word| {
            found(start, end, word);
            false
        });
    }

    /// Tells `found` the end and number of each word that the text starts with, the shortest first.
    pub(crate) fn opening(&self, text: &str, mut found: impl FnMut(usize, usize)) {
        if !text.is_empty() {
            self.at(text.as_bytes(), 0, ahead(text.as_bytes(), 0), |term| {
                found(term.len, term.id as usize);
                false
            });
        }
    }

    /// Shows `enough` the words that stand at a place, where `window` is what begins there; true where it was.
    fn at(&self, bytes: &[u8], at: usize, window: u64, mut enough: impl FnMut(&Term) -> bool) -> bool {
        let (short, long) = (hash(window & low(step(window as u8))), hash(window & low(PAIR)));
        let mut fits =
            |term: &Term| window & term.care == term.key && term.goes_on(bytes, at) && enough(term);
        self.short.may_hold(short) && self.short.of(short).iter().any(&mut fits)
            || self.long.may_hold(long) && self.long.of(long).iter().any(&mut fits)
    }

    /// True where a word stands in the text.
    pub(crate) fn any(&self, text: &str) -> bool {
        self.until(text, |_, _, _| true)
    }

    /// Tells the words in order until `enough`; true where it was.
    fn until(&self, text: &str, mut enough: impl FnMut(usize, usize, usize) -> bool) -> bool {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let window = ahead(bytes, at);
            if self.at(bytes, at, window, |term| enough(at, at + term.len, term.id as usize)) {
                return true;
            }
            at += step(window as u8);
        }
        false
    }
}

impl Term {
    /// Does the word stand at a place that holds its first bytes?
    fn goes_on(&self, bytes: &[u8], at: usize) -> bool {
        self.rest.is_empty() || bytes.get(at + WIDE..).is_some_and(|behind| behind.starts_with(&self.rest))
    }
}

impl Shelf {
    /// The words by their hashes.
    fn new(mut terms: Vec<(usize, Term)>) -> Self {
        let coarse = |hash: usize| hash >> (FINE - COARSE);
        order::by_number(&mut terms, |(hash, term)| order::pair(coarse(*hash), term.len));
        let before = |value| terms.partition_point(|(hash, _)| coarse(*hash) < value) as u16;
        let starts = (0..=1 << COARSE).map(before).collect();
        let mut sieve = vec![0; 1 << (FINE - 6)];
        for (hash, _) in &terms {
            sieve[hash >> 6] |= 1 << (hash & 63);
        }
        Self { terms: terms.into_iter().map(|(_, term)| term).collect(), starts, sieve }
    }

    fn may_hold(&self, hash: usize) -> bool {
        self.sieve[hash >> 6] >> (hash & 63) & 1 == 1
    }

    fn of(&self, hash: usize) -> &[Term] {
        let value = hash >> (FINE - COARSE);
        &self.terms[usize::from(self.starts[value])..usize::from(self.starts[value + 1])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_overlapping_words() {
        let lexicon = Lexicon::new(["公开", "信息公开", "信息公开年度报告", "开", "QQ", "A"]);
        let mut found = Vec::new();
        lexicon.each("信息公开年度报告QQA", |start, end, id| found.push((start, end, id)));
        let expect = [(0, 12, 1), (0, 24, 2), (6, 12, 0), (9, 12, 3), (24, 26, 4), (26, 27, 5)];
        assert_eq!(found, expect);
    }
}
