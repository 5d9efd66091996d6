//! Small fixed sets of words, looked for in one pass.
//!
//! Searching a short text for each of twenty words sets up twenty searches; this passes over the text once. Eight bytes
//! are looked at together: they select, by one bit of a mask, the few places that are compared with the words at all.
//! For large sets see `lexicon`.

/// A word, with the eight bytes by which it is recognised.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// Its first (or last) bytes, at most eight.
    key: u64,
    /// The bytes of a text that `key` speaks of.
    care: u64,
    word: &'static str,
}

/// Bytes that are looked at together.
pub(super) const WIDE: usize = 8;

impl Entry {
    const NONE: Self = Self { key: 0, care: 0, word: "" };

    /// The entries of a list by their first bytes or, `from_end`, by their last; longest words first.
    pub(crate) const fn all<const N: usize>(list: &[&'static str], from_end: bool) -> [Self; N] {
        let mut entries = [Self::NONE; N];
        let mut count = 0;
        while count < N {
            let entry = Self::new(list[count], from_end);
            let mut place = count;
            while place > 0 && entries[place - 1].word.len() < entry.word.len() {
                entries[place] = entries[place - 1];
                place -= 1;
            }
            entries[place] = entry;
            count += 1;
        }
        entries
    }

    const fn new(word: &'static str, from_end: bool) -> Self {
        let bytes = word.as_bytes();
        let used = if bytes.len() < WIDE { bytes.len() } else { WIDE };
        let (mut key, mut care, mut i) = (0, 0, 0);
        while i < used {
            let (byte, place) =
                if from_end { (bytes[bytes.len() - 1 - i], WIDE - 1 - i) } else { (bytes[i], i) };
            key |= (byte as u64) << (8 * place);
            care |= 0xff << (8 * place);
            i += 1;
        }
        Self { key, care, word }
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
            if (entries[i].word.len() >= PAIR) == long {
                care &= entries[i].care;
            }
            i += 1;
        }
        let mut sieve = Self { mask: [0; 8], care, is_empty: true };
        i = 0;
        while i < entries.len() {
            if (entries[i].word.len() >= PAIR) == long {
                let bit = sieve.bit(entries[i].key);
                sieve.mask[bit >> 6] |= 1 << (bit & 63);
                sieve.is_empty = false;
            }
            i += 1;
        }
        sieve
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

/// Bytes of two Han characters.
pub(super) const PAIR: usize = 6;

/// A set of words known at compile time.
#[derive(Debug)]
pub(crate) struct Words {
    entries: &'static [Entry],
    long: Sieve,
    short: Sieve,
}

impl Words {
    /// The set of the words of `entries`; no word may be empty.
    pub(crate) const fn new(entries: &'static [Entry]) -> Self {
        let (long, short) = (Sieve::new(entries, false, true), Sieve::new(entries, false, false));
        Self { entries, long, short }
    }

    /// The words themselves, longest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.entries.iter().map(|entry| entry.word)
    }

    #[allow(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    const fn passes(&self, window: u64) -> bool {
        self.long.passes(window) || !self.short.is_empty && self.short.passes(window)
    }

    /// The longest word that starts at a place, where `window` is what stands there.
    #[inline(never)]
    fn at(&self, window: u64, bytes: &[u8], at: usize) -> Option<&'static str> {
        let fits = |entry: &&Entry| {
            window & entry.care == entry.key
                && (entry.word.len() <= WIDE
                    || bytes[at + WIDE..].starts_with(&entry.word.as_bytes()[WIDE..]))
        };
        self.entries.iter().find(fits).map(|entry| entry.word)
    }

    /// The first place from `at` on where a word starts, and the longest word that does.
    fn seek(&self, bytes: &[u8], mut at: usize) -> Option<(usize, &'static str)> {
        // All but the last few places have eight bytes ahead.
        while let Some(&chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
            let window = u64::from_le_bytes(chunk);
            if self.passes(window)
                && let Some(word) = self.at(window, bytes, at)
            {
                return Some((at, word));
            }
            at += step(window as u8);
        }
        while at < bytes.len() {
            let window = ahead(bytes, at);
            if self.passes(window)
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
        if self.passes(window) { self.at(window, bytes, 0) } else { None }
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
    long: Sieve,
    short: Sieve,
}

impl Endings {
    /// The set of the words of `entries`; no word may be empty.
    pub(crate) const fn new(entries: &'static [Entry]) -> Self {
        let (long, short) = (Sieve::new(entries, true, true), Sieve::new(entries, true, false));
        Self { entries, long, short }
    }

    /// The longest word that the text ends with.
    pub(crate) fn closing(&self, text: &str) -> Option<&'static str> {
        let bytes = text.as_bytes();
        let window = behind(bytes);
        if !self.long.passes(window) && !self.short.passes(window) {
            return None;
        }
        let fits = |entry: &&Entry| {
            window & entry.care == entry.key
                && (entry.word.len() <= WIDE || bytes.ends_with(entry.word.as_bytes()))
        };
        self.entries.iter().find(fits).map(|entry| entry.word)
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
        const ENTRIES: [Entry; LIST.len()] = Entry::all(LIST, false);
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
        const ENTRIES: [Entry; LIST.len()] = Entry::all(LIST, true);
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
