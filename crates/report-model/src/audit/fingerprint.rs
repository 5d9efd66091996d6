//! Fingerprints of findings: the same after another run, and after edits elsewhere in the text.
//!
//! Made of the rule, the words as read, sixteen characters to either side and the titles of the parts round them; not of
//! positions, heading numbers or counts. Sixteen hexadecimal digits (FNV-1a, 64 bits): short enough for a list of
//! dismissals, and no text can be read back from them.

use super::case::Case;
use crate::model::Span;
use crate::reading::View;
use std::ops::Range;

/// Characters of context to either side.
const CONTEXT: usize = 16;

/// The fingerprint of a rule's finding about `words` at a place.
pub(crate) fn of(case: &Case<'_>, code: &str, words: &str, range: Range<usize>) -> String {
    let mut hash = quoted(case.view, code, words, &range);
    if !range.is_empty() {
        for part in case.path(range.start) {
            hash.field(case.title(part));
        }
    }
    hash.finish()
}

/// The fingerprint of a finding of the reading, which knows no parts.
pub(crate) fn of_reading(view: &View<'_>, code: &str, span: Span) -> String {
    let range = view.range(span);
    quoted(view, code, view.words(range.clone()), &range).finish()
}

/// The rule, the words, and what stands round them.
fn quoted(view: &View<'_>, code: &str, words: &str, range: &Range<usize>) -> Fnv {
    let text = &*view.text;
    let mut hash = Fnv::new();
    hash.field(code);
    hash.field(words);
    if !range.is_empty() {
        let before = text[..range.start].char_indices().rev().take(CONTEXT).last();
        hash.field(&text[before.map_or(range.start, |(at, _)| at)..range.start]);
        let behind = text[range.end..].char_indices().nth(CONTEXT);
        hash.field(&text[range.end..behind.map_or(text.len(), |(at, _)| range.end + at)]);
    }
    hash
}

/// A number for some words, blanks aside: the same words, the same number.
pub(super) fn digest(words: &[&str]) -> u64 {
    let mut hash = Fnv::new();
    for word in words {
        hash.field(word);
    }
    hash.0
}

struct Fnv(u64);

impl Fnv {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn finish(&self) -> String {
        format!("{:016x}", self.0)
    }

    /// Adds words, blanks and line breaks aside, and an end mark.
    fn field(&mut self, words: &str) {
        for byte in words.bytes().filter(|b| !b.is_ascii_whitespace()).chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
