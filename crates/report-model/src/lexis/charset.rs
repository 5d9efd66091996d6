//! Sets of characters that UTF-8 writes in three bytes: all Han characters and full-width signs.

/// A bit for each character: a word for its first two bytes, a bit for the third.
pub(crate) struct CharSet([u64; 1024]);

impl CharSet {
    /// The set of `list`, all of three bytes.
    pub(crate) const fn new(list: &[char]) -> Self {
        Self([0; 1024]).with(list)
    }

    /// The same with more characters.
    pub(crate) const fn with(mut self, list: &[char]) -> Self {
        let mut i = 0;
        while i < list.len() {
            let code = list[i] as usize;
            self.0[code >> 6] |= 1 << (code & 63);
            i += 1;
        }
        self
    }

    /// Is the character of these three bytes in the set?
    pub(crate) const fn holds(&self, first: u8, second: u8, third: u8) -> bool {
        self.0[((first as usize & 15) << 6) | (second as usize & 63)] >> (third & 63) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_its_own() {
        let set = CharSet::new(&['一', '鿿', '，']);
        let holds = |c: &str| matches!(c.as_bytes(), &[a, b, c] if set.holds(a, b, c));
        assert!(holds("一") && holds("鿿") && holds("，"));
        assert!(!holds("丁") && !holds("。"));
    }
}
