use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

rule! {
    /// ## What it does
    ///
    /// Finds paragraphs of forty and more characters that stand in the text twice, word for word.
    ///
    /// ## Why it matters
    ///
    /// Pasted twice; whoever counts figures counts them twice.
    ///
    /// ## Example
    ///
    /// A preamble above and below the title; a paragraph on admissions under two headings.
    ///
    /// ## How to mend
    ///
    /// Take out one of the two.
    ///
    /// ## Source
    ///
    /// Comparison of the paragraphs.
    "RM503" "paragraph-repeated" Warning
    "段落重复" "a paragraph stands twice"
    "删去重复的段落。"
    "Take out one of the two."
    check
}

/// Shortest paragraph looked at, in characters.
const SHORTEST: usize = 40;

/// A paragraph, hashed by its length and its last bytes only: few are alike in these and not the same.
#[derive(PartialEq, Eq)]
struct Key<'t>(&'t str);

impl Hash for Key<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let bytes = self.0.as_bytes();
        bytes.len().hash(state);
        bytes[bytes.len().saturating_sub(32)..].hash(state);
    }
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let mut seen: HashMap<Key<'_>, usize> = HashMap::new();
    let lines = &case.view.lines;
    for (i, line) in lines.iter().enumerate() {
        let words = case.view.line(*line);
        // Short ones by their bytes first: three for a Han character.
        if words.len() < SHORTEST * 2 || words.chars().nth(SHORTEST - 1).is_none() {
            continue;
        }
        let Some(&first) = seen.get(&Key(words)) else {
            seen.insert(Key(words), i);
            continue;
        };
        notes.fails(
            Finding::new(line.range(), "该段与前文重复", "the paragraph stands in the text twice")
                .related(lines[first].range(), "第一次出现", "the first time"),
        );
    }
}
