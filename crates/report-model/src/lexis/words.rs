//! Small fixed sets of words, looked for in one pass.
//!
//! Searching a short text for each of twenty words sets up twenty searches; this passes over the text once. Eight bytes
//! are looked at together: they select, by one bit of a mask, the few places that are compared with the words at all.
//! For large sets see `lexicon`.

use std::sync::OnceLock;

/// A word. The bytes by which it is recognised are read from it: stored beside it, they would be a hundredth of the module
/// that browsers load.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry(&'static str);

/// Bytes that are looked at together.
pub(super) const WIDE: usize = 8;

impl Entry {
    /// The entries of a list; longest words first.
    pub(crate) const fn all<const N: usize>(list: &[&'static str]) -> [Self; N] {
        let mut entries = [Self(""); N];
        let mut count = 0;
        while count < N {
            let entry = Self(list[count]);
            let mut place = count;
            while place > 0 && entries[place - 1].0.len() < entry.0.len() {
                entries[place] = entries[place - 1];
                place -= 1;
            }
            entries[place] = entry;
            count += 1;
        }
        entries
    }

    /// Its first (or, `from_end`, its last) bytes, at most eight, and the bytes of a text that these speak of.
    const fn key(self, from_end: bool) -> (u64, u64) {
        let bytes = self.0.as_bytes();
        let used = if bytes.len() < WIDE { bytes.len() } else { WIDE };
        let (mut key, mut care, mut i) = (0, 0, 0);
        while i < used {
            let (byte, place) =
                if from_end { (bytes[bytes.len() - 1 - i], WIDE - 1 - i) } else { (bytes[i], i) };
            key |= (byte as u64) << (8 * place);
            care |= 0xff << (8 * place);
            i += 1;
        }
        (key, care)
    }
}

/// The bytes of a word of less than eight as a number, the first lowest.
#[allow(clippy::inline_always, reason = "as below")]
#[inline(always)]
fn number(word: &[u8]) -> u64 {
    match (word.first_chunk(), word.last_chunk()) {
        // Both halves, which may overlap.
        (Some(&first), Some(&last)) => {
            let (first, last) = (u32::from_le_bytes(first), u32::from_le_bytes(last));
            u64::from(first) | u64::from(last) << (8 * (word.len() - size_of::<u32>()))
        }
        _ => word.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte)),
    }
}

/// Which places of a text are worth comparing: a bit for each value of a hash.
#[derive(Debug, Clone, Copy)]
struct Sieve {
    mask: [u64; 8],
    /// The bytes that all its words have.
    care: u64,
    is_empty: bool,
}

impl Sieve {
    /// The sieve of the words that have at least two Han characters, or of those that have not.
    const fn new(entries: &[Entry], from_end: bool, long: bool) -> Self {
        let pair = if from_end { !0 << (8 * (WIDE - PAIR)) } else { !0 >> (8 * (WIDE - PAIR)) };
        let (mut care, mut i) = (pair, 0);
        while i < entries.len() {
            if (entries[i].0.len() >= PAIR) == long {
                care &= entries[i].key(from_end).1;
            }
            i += 1;
        }
        let mut sieve = Self { mask: [0; 8], care, is_empty: true };
        i = 0;
        while i < entries.len() {
            if (entries[i].0.len() >= PAIR) == long {
                let bit = sieve.bit(entries[i].key(from_end).0);
                sieve.mask[bit >> 6] |= 1 << (bit & 63);
                sieve.is_empty = false;
            }
            i += 1;
        }
        sieve
    }

    #[cold]
    #[inline(never)]
    fn both(entries: &[Entry], from_end: bool) -> [Self; 2] {
        [true, false].map(|long| Self::new(entries, from_end, long))
    }

    const fn bit(&self, window: u64) -> usize {
        ((window & self.care).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 55) as usize
    }

    #[allow(
        clippy::inline_always,
        reason = "a handful of instructions a character, also where the build is for size"
    )]
    #[inline(always)]
    const fn passes(&self, window: u64) -> bool {
        let bit = self.bit(window);
        self.mask[bit >> 6] >> (bit & 63) & 1 == 1
    }
}

/// The sieves of longer and of short words, made at first use: ready-made ones would be a hundredth of the module that
/// browsers load.
type Sieves = OnceLock<[Sieve; 2]>;

/// A word may stand where a window begins.
#[allow(clippy::inline_always, reason = "as above")]
#[inline(always)]
const fn passes([long, short]: &[Sieve; 2], window: u64) -> bool {
    long.passes(window) || !short.is_empty && short.passes(window)
}

/// Bytes of two Han characters.
pub(super) const PAIR: usize = 6;

/// A set of words known at compile time.
#[derive(Debug)]
pub(crate) struct Words {
    entries: &'static [Entry],
    sieves: Sieves,
}

impl Words {
    /// The set of the words of `entries`; no word may be empty.
    pub(crate) const fn new(entries: &'static [Entry]) -> Self {
        Self { entries, sieves: Sieves::new() }
    }

    /// The words themselves, longest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.entries.iter().map(|entry| entry.0)
    }

    fn sieves(&self) -> &[Sieve; 2] {
        self.sieves.get_or_init(|| Sieve::both(self.entries, false))
    }

    /// The longest word that starts at a place, where `window` is what stands there.
    #[inline(never)]
    fn at(&self, window: u64, bytes: &[u8], at: usize) -> Option<&'static str> {
        let fits = |entry: &&Entry| {
            let word = entry.0.as_bytes();
            match word.first_chunk() {
                Some(&first) => {
                    window == u64::from_le_bytes(first) && bytes[at + WIDE..].starts_with(&word[WIDE..])
                }
                None => (window ^ number(word)) << (8 * (WIDE - word.len())) == 0,
            }
        };
        self.entries.iter().find(fits).map(|entry| entry.0)
    }

    /// The first place from `at` on where a word starts, and the longest word that does.
    fn seek(&self, bytes: &[u8], mut at: usize) -> Option<(usize, &'static str)> {
        let sieves = self.sieves();
        // All but the last few places have eight bytes ahead.
        while let Some(&chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
            let window = u64::from_le_bytes(chunk);
            if passes(sieves, window)
                && let Some(word) = self.at(window, bytes, at)
            {
                return Some((at, word));
            }
            at += step(window as u8);
        }
        while at < bytes.len() {
            let window = ahead(bytes, at);
            if passes(sieves, window)
                && let Some(word) = self.at(window, bytes, at)
            {
                return Some((at, word));
            }
            at += step(window as u8);
        }
        None
    }

    /// All places where a word starts, with the longest word that does.
    pub(crate) fn places<'t>(
        &'static self,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, &'static str)> + use<'t> {
        let bytes = text.as_bytes();
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.seek(bytes, from);
            from = found.map_or(bytes.len(), |(at, _)| at + step(bytes[at]));
            found
        })
    }

    /// True where a word stands in the text.
    pub(crate) fn any(&self, text: &str) -> bool {
        self.first(text).is_some()
    }

    /// The first place of any word.
    pub(crate) fn first(&self, text: &str) -> Option<(usize, &'static str)> {
        self.seek(text.as_bytes(), 0)
    }

    /// The lines of a text in which a word stands, with the place where each starts. For patterns that find nothing without
    /// one of the words: they are far slower than this.
    pub(crate) fn lines<'t>(&'static self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        let bytes = text.as_bytes();
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, _) = self.seek(bytes, from)?;
            let start = text[..at].rfind('\n').map_or(0, |stop| stop + 1);
            let end = text[at..].find('\n').map_or(text.len(), |stop| at + stop);
            from = end;
            Some((start, &text[start..end]))
        })
    }

    /// The longest word that the text starts with.
    pub(crate) fn opening(&self, text: &str) -> Option<&'static str> {
        let bytes = text.as_bytes();
        let window = ahead(bytes, 0);
        if passes(self.sieves(), window) { self.at(window, bytes, 0) } else { None }
    }

    /// True where the text starts with one of the words.
    pub(crate) fn open(&self, text: &str) -> bool {
        self.opening(text).is_some()
    }
}

/// A set of words, known at compile time, that texts may end with.
#[derive(Debug)]
pub(crate) struct Endings {
    entries: &'static [Entry],
    sieves: Sieves,
}

impl Endings {
    /// The set of the words of `entries`; no word may be empty.
    pub(crate) const fn new(entries: &'static [Entry]) -> Self {
        Self { entries, sieves: Sieves::new() }
    }

    /// The longest word that the text ends with.
    pub(crate) fn closing(&self, text: &str) -> Option<&'static str> {
        let bytes = text.as_bytes();
        let window = behind(bytes);
        if !passes(self.sieves.get_or_init(|| Sieve::both(self.entries, true)), window) {
            return None;
        }
        let fits = |entry: &&Entry| {
            let word = entry.0.as_bytes();
            if word.len() >= WIDE {
                bytes.ends_with(word)
            } else {
                window >> (8 * (WIDE - word.len())) == number(word)
            }
        };
        self.entries.iter().find(fits).map(|entry| entry.0)
    }

    /// True where the text ends with one of the words.
    pub(crate) fn close(&self, text: &str) -> bool {
        self.closing(text).is_some()
    }
}

/// The eight bytes from a place on, the first lowest; zeros behind the end.
pub(crate) fn ahead(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    if let Some(&chunk) = rest.first_chunk() {
        return u64::from_le_bytes(chunk);
    }
    match bytes.last_chunk() {
        Some(&last) if !rest.is_empty() => u64::from_le_bytes(last) >> (8 * (WIDE - rest.len())),
        _ => rest.iter().rev().fold(0, |window, &byte| window << 8 | u64::from(byte)),
    }
}

/// The last eight bytes, the last highest; zeros before the start.
fn behind(bytes: &[u8]) -> u64 {
    match bytes.last_chunk() {
        Some(&last) => u64::from_le_bytes(last),
        None => bytes.iter().fold(0, |window, &byte| window >> 8 | u64::from(byte) << 56),
    }
}

/// Length of the character that a byte starts.
pub(crate) const fn step(first: u8) -> usize {
    match first {
        0xe0..0xf0 => 3,
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        _ => 4,
    }
}

/// The words of a table with a meaning for each.
pub(crate) const fn firsts<T: Copy, const N: usize>(table: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut list = [""; N];
    let mut i = 0;
    while i < N {
        list[i] = table[i].0;
        i += 1;
    }
    list
}

/// A set of words written out in place, or those `in` a constant list.
macro_rules! words {
    ($($word:expr),+ $(,)?) => {
        crate::lexis::words::words!(in &[$($word),+])
    };
    (in $list:expr) => {{
        use crate::lexis::words::{Entry, Words};
        const LIST: &[&str] = $list;
        const ENTRIES: [Entry; LIST.len()] = Entry::all(LIST);
        static SET: Words = Words::new(&ENTRIES);
        &SET
    }};
}

/// Several lists in one, for a set that shares words with others.
pub(crate) const fn joined<const N: usize>(lists: &[&[&'static str]]) -> [&'static str; N] {
    let mut all = [""; N];
    let (mut list, mut at) = (0, 0);
    while list < lists.len() {
        let mut i = 0;
        while i < lists[list].len() {
            all[at] = lists[list][i];
            at += 1;
            i += 1;
        }
        list += 1;
    }
    assert!(at == N, "as many words as announced");
    all
}

/// A set of endings, likewise.
macro_rules! endings {
    ($($word:expr),+ $(,)?) => {
        crate::lexis::words::endings!(in &[$($word),+])
    };
    (in $list:expr) => {{
        use crate::lexis::words::{Endings, Entry};
        const LIST: &[&str] = $list;
        const ENTRIES: [Entry; LIST.len()] = Entry::all(LIST);
        static SET: Endings = Endings::new(&ENTRIES);
        &SET
    }};
}
pub(crate) use {endings, words};

#[cfg(test)]
mod tests {
    #[test]
    fn finds() {
        let set = words!["公开", "公开信息", "ab"];
        let found: Vec<_> = set.places("全年公开信息ab条,公开").collect();
        assert_eq!(found, [(6, "公开信息"), (18, "ab"), (24, "公开")]);
        assert!(!set.any("公告"));
        assert!(set.open("abc") && !set.open("xab") && !set.open(""));
    }

    #[test]
    fn finds_at_every_length() {
        let set = words!["x", "信息公开年度报告"];
        for before in 0..12 {
            for behind in 0..12 {
                let text = format!("{}信息公开年度报告{}", "a".repeat(before), "b".repeat(behind));
                assert_eq!(set.first(&text), Some((before, "信息公开年度报告")));
                let text = format!("{}x{}", "a".repeat(before), "b".repeat(behind));
                assert_eq!(set.first(&text), Some((before, "x")));
            }
        }
    }

    #[test]
    fn closes() {
        let set = endings!["公开", "信息公开", "度"];
        assert_eq!(set.closing("主动信息公开"), Some("信息公开"));
        assert_eq!(set.closing("息公开"), Some("公开"));
        assert!(set.close("度") && !set.close("公") && !set.close(""));
    }
}
