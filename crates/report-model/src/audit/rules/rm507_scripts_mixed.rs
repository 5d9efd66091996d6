use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::fold::Fold;
use crate::model::Script;
use std::borrow::Cow;

rule! {
    /// ## What it does
    ///
    /// Finds traditional characters in a text that is otherwise simplified.
    ///
    /// ## Why it matters
    ///
    /// They come from machine conversion or optical recognition, and full-text search does not find the words.
    ///
    /// ## Example
    ///
    /// > 学校重視信息公开工作。
    ///
    /// ## How to mend
    ///
    /// Use the simplified character.
    ///
    /// ## Source
    ///
    /// 《中华人民共和国国家通用语言文字法》, article 2.
    "RM507" "scripts-mixed" Info
    "夹杂繁体字" "traditional characters in a simplified text"
    "改为简体字。"
    "Use the simplified character."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    // A text read as it is printed has none.
    if case.report.script != Script::Hans || matches!(case.view.text, Cow::Borrowed(_)) {
        return;
    }
    let fold = Fold::new();
    let source = case.view.source;
    for (at, c) in source.char_indices().filter(|(_, c)| !c.is_ascii() && fold.is_traditional(*c)) {
        let from = case.view.range(crate::model::Span::new(at as u32, (at + c.len_utf8()) as u32));
        notes.fails(Finding::new(
            from,
            format!("夹杂繁体字“{c}”（{}）", fold.char(c)),
            format!("“{c}” is traditional for “{}”", fold.char(c)),
        ));
    }
}
