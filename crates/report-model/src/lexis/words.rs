//! Small fixed sets of words, looked for in one pass.
//!
//! Searching a short text for each of twenty words sets up twenty searches; this passes over the text once and compares
//! only where a first character could begin a word. For the large vocabulary see `tables::vocabulary`.

/// A set of words known at compile time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    list: &'static [&'static str],
    /// A bit for each class of first characters.
    mask: [u64; 4],
}

/// Class of the character that starts at `at`, below 256.
const fn class(bytes: &[u8], at: usize) -> usize {
    let first = bytes[at];
    if first >= 0xe0 && at + 2 < bytes.len() {
        (bytes[at + 2] ^ (bytes[at + 1] << 6) ^ (bytes[at + 1] << 1)) as usize
    } else {
        first as usize
    }
}

impl Words {
    /// The set of `list`; no word may be empty.
    pub(crate) const fn new(list: &'static [&'static str]) -> Self {
        let mut mask = [0; 4];
        let mut i = 0;
        while i < list.len() {
            let class = class(list[i].as_bytes(), 0);
            mask[class >> 6] |= 1 << (class & 63);
            i += 1;
        }
        Self { list, mask }
    }

    /// The words themselves.
    pub(crate) fn iter(&self) -> std::slice::Iter<'static, &'static str> {
        self.list.iter()
    }

    /// The words that start at a place.
    fn at(&self, bytes: &[u8], at: usize) -> Option<&'static str> {
        let class = class(bytes, at);
        if self.mask[class >> 6] & (1 << (class & 63)) == 0 {
            return None;
        }
        self.list
            .iter()
            .copied()
            .filter(|word| bytes[at..].starts_with(word.as_bytes()))
            .max_by_key(|word| word.len())
    }

    /// All places where a word starts, with the longest word that does.
    pub(crate) fn places<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, &'static str)> + use<'t> {
        let set = *self;
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                let here = at;
                at += step(bytes[at]);
                if let Some(word) = set.at(bytes, here) {
                    return Some((here, word));
                }
            }
            None
        })
    }

    /// True where a word stands in the text.
    pub(crate) fn any(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }

    /// The first place of any word.
    pub(crate) fn first(&self, text: &str) -> Option<(usize, &'static str)> {
        self.places(text).next()
    }

    /// True where the text starts with one of the words.
    pub(crate) fn open(&self, text: &str) -> bool {
        !text.is_empty() && self.at(text.as_bytes(), 0).is_some()
    }
}

/// Length of the character that a byte starts.
const fn step(first: u8) -> usize {
    match first {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

/// A set of words written out in place.
macro_rules! words {
    ($($word:expr),+ $(,)?) => {{
        const SET: crate::lexis::words::Words = crate::lexis::words::Words::new(&[$($word),+]);
        SET
    }};
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    #[test]
    fn finds() {
        let set = words!["公开", "公开信息", "ab"];
        let found: Vec<_> = set.places("全年公开信息ab条,公开").collect();
        assert_eq!(found, [(6, "公开信息"), (18, "ab"), (24, "公开")]);
        assert!(!set.any("公告"));
        assert!(set.open("abc") && !set.open("xab"));
    }
}
