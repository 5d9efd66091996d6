use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::words::ahead;
use crate::order;

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

/// Paragraphs that are alike in what is compared first, and yet differ: more are not looked through.
const ALIKE: usize = 20;

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let words = |i: usize| case.view.line(case.view.lines[i]);
    // Short ones by their bytes first: three for a Han character.
    let long = |words: &str| words.len() >= SHORTEST * 2 && words.chars().nth(SHORTEST - 1).is_some();
    let mut keys: Vec<(u64, usize)> =
        (0..case.view.lines.len()).filter(|&i| long(words(i))).map(|i| (key(words(i)), i)).collect();
    order::by_number(&mut keys, |key| key.0);
    for alike in keys.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        let mut firsts: Vec<usize> = Vec::new();
        for &(_, i) in alike {
            let Some(&first) = firsts.iter().find(|&&first| words(first) == words(i)) else {
                if firsts.len() < ALIKE {
                    firsts.push(i);
                }
                continue;
            };
            notes.fails(
                Finding::new(case.view.lines[i].range(), "该段与前文重复", "the paragraph stands in the text twice")
                    .related(case.view.lines[first].range(), "第一次出现", "the first time"),
            );
        }
    }
}

/// The length of a paragraph and its last bytes: few are alike in these and not the same.
fn key(words: &str) -> u64 {
    let bytes = words.as_bytes();
    let last = bytes.last_chunk::<32>().map_or([0; 4], |last| std::array::from_fn(|n| ahead(last, 8 * n)));
    last.iter().fold(bytes.len() as u64, |key, eight| (key ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23))
}
