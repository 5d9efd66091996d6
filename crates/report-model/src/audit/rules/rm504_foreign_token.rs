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
    let text = &*case.view.text;
    let from = case.signs.small.partition_point(|&at| at < case.body.start);
    for &at in case.signs.small[from..].iter().take_while(|&&at| at < case.body.end) {
        let token = &text[at..];
        let token = &token[..token.bytes().take_while(u8::is_ascii_alphanumeric).count()];
        if !TOKENS.contains(&token) {
            continue;
        }
        // A word inside an address or an English phrase has letters beside it.
        let before = text[case.body.start..at].trim_end_matches([' ', '&']).chars().next_back();
        let end = at + token.len();
        let behind = text[end..].trim_start_matches([' ', ';']).chars().next();
        if !before.is_some_and(is_han) || !behind.is_some_and(is_han) {
            continue;
        }
        notes.fails(Finding::new(
            at..end,
            format!("中文句子中夹杂“{token}”"),
            format!("“{token}” stands in a Chinese sentence"),
        ));
    }
}
