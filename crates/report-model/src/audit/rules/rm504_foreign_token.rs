use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::signs::is_han;

rule! {
    /// ## What it does
    ///
    /// Finds English function words and pieces of markup between Chinese words: and, or, the, nbsp, undefined.
    ///
    /// ## Why it matters
    ///
    /// They come from machine translation, from a mirror site or from a broken page, and show that nobody read the text.
    ///
    /// ## Example
    ///
    /// > 学校通过网站and微信公开信息。
    ///
    /// Names and abbreviations (OA, PDF, WeChat) are left alone.
    ///
    /// ## How to mend
    ///
    /// Replace the word.
    ///
    /// ## Source
    ///
    /// The text is Chinese.
    "RM504" "foreign-token" Warning
    "夹杂外文词或代码" "a foreign word or markup in a Chinese sentence"
    "改为中文或删去。"
    "Replace the word or take it out."
    check
}

/// English function words and markup, in lower case.
const TOKENS: [&str; 22] = [
    "and", "or", "the", "of", "in", "to", "for", "with", "by", "is", "as", "nbsp", "null", "undefined", "nan", "br", "div", "span", "href",
    "amp", "quot", "ldquo",
];

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let text = case.text();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(from) = bytes[at..].iter().position(u8::is_ascii_lowercase).map(|i| at + i) {
        let len = bytes[from..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        at = from + len;
        let token = &text[from..at];
        if !TOKENS.contains(&token) {
            continue;
        }
        // A word inside an address or an English phrase has letters beside it.
        let before = text[..from].trim_end_matches([' ', '&']).chars().next_back();
        let behind = text[at..].trim_start_matches([' ', ';']).chars().next();
        if !before.is_some_and(is_han) || !behind.is_some_and(is_han) {
            continue;
        }
        let range = case.body.start + from..case.body.start + at;
        notes.fails(Finding::new(
            range,
            format!("中文句子中夹杂“{token}”"),
            format!("“{token}” stands in a Chinese sentence"),
        ));
    }
}
