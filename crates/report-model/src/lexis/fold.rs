//! Folding of single characters: width and traditional → simplified.

use super::signs::is_blank;
use crate::order;
use crate::tables;
use once_cell::sync::Lazy;

/// Two-level table over the basic plane: `pages[high byte]` is an index into `cells`, 0 for an unchanged page.
struct Folding {
    pages: [u16; 256],
    cells: Vec<[u16; 256]>,
    /// A bit for each character of the basic plane that is blank or changes, by the bytes of UTF-8: a word for the first
    /// two of three, a bit for the third.
    changes: [u64; 1024],
}

/// Set on a cell whose character also belongs to simplified text, so that it is no evidence of a traditional one.
/// Stored apart, because cells hold whole code units.
static AMBIGUOUS: Lazy<Vec<char>> = Lazy::new(|| {
    let rows = tables::rows(include_str!("../../data/both_scripts.csv"));
    let mut list: Vec<char> =
        rows.flat_map(|row| tables::alternatives(row[0])).flat_map(str::chars).collect();
    order::by_number(&mut list, |c| u64::from(*c));
    list
});

static FOLDING: Lazy<Folding> = Lazy::new(|| {
    let mut folding = Folding { pages: [0; 256], cells: vec![[0; 256]], changes: [0; 1024] };
    for code in (0..=0xffff).filter(|&code| char::from_u32(code).is_some_and(is_blank)) {
        folding.changes[(code >> 6) as usize] |= 1 << (code & 63);
    }
    for row in tables::rows(include_str!("../../data/traditional.csv")) {
        let Some(simplified) = row[0].chars().next() else { continue };
        for traditional in row[1].chars() {
            folding.set(traditional, simplified);
        }
    }
    for code in 0xff01..=0xff5eu32 {
        folding.set(char::from_u32(code).unwrap_or(' '), char::from_u32(code - 0xfee0).unwrap_or(' '));
    }
    for (from, to) in [
        ('﹝', '〔'),
        ('﹞', '〕'),
        ('﹙', '('),
        ('﹚', ')'),
        ('﹪', '%'),
        ('︰', ':'),
        ('〈', '<'),
        ('〉', '>'),
    ] {
        folding.set(from, to);
    }
    folding
});

impl Folding {
    fn set(&mut self, from: char, to: char) {
        let (from, to) = (from as u32, to as u32);
        if from > 0xffff || to > 0xffff {
            return;
        }
        let page = &mut self.pages[(from >> 8) as usize];
        if *page == 0 {
            *page = self.cells.len() as u16;
            self.cells.push([0; 256]);
        }
        self.cells[usize::from(*page)][(from & 0xff) as usize] = to as u16;
        self.changes[(from >> 6) as usize] |= 1 << (from & 63);
    }
}

/// Folds single characters; borrowed once by the loops that run over whole texts.
#[derive(Clone, Copy)]
pub(crate) struct Fold(&'static Folding);

impl Fold {
    pub(crate) fn new() -> Self {
        Self(&FOLDING)
    }

    /// The character to read for a printed one: half width, simplified.
    pub(crate) fn char(self, c: char) -> char {
        let code = c as u32;
        if !(0x80..=0xffff).contains(&code) {
            return c;
        }
        let page = self.0.pages[(code >> 8) as usize];
        if page == 0 {
            return c;
        }
        match self.0.cells[usize::from(page)][(code & 0xff) as usize] {
            0 => c,
            folded => char::from_u32(u32::from(folded)).unwrap_or(c),
        }
    }

    /// A text read by characters.
    pub(crate) fn text(self, text: &str) -> String {
        text.chars().map(|c| self.char(c)).collect()
    }

    /// May the character of these three bytes of UTF-8 be read otherwise than printed: is it blank or does it change?
    pub(crate) const fn may_change(self, first: u8, second: u8, third: u8) -> bool {
        let word = self.0.changes[((first as usize & 15) << 6) | (second as usize & 63)];
        word >> (third & 63) & 1 == 1
    }

    /// True where a character belongs to traditional text only.
    pub(crate) fn is_traditional(self, c: char) -> bool {
        let folded = self.char(c);
        folded != c && super::signs::is_han(c) && AMBIGUOUS.binary_search(&c).is_err()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds() {
        let fold = Fold::new();
        let read = |s: &str| s.chars().map(|c| fold.char(c)).collect::<String>();
        assert_eq!(read("１２（條）：報告Ａ𠮷"), "12(条):报告A𠮷");
        assert!(fold.is_traditional('條') && !fold.is_traditional('条') && !fold.is_traditional('，'));
        assert_eq!(read("於"), "于");
        assert!(!fold.is_traditional('於'));
    }
}
