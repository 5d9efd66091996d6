use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::tables::Name;

rule! {
    /// ## What it does
    ///
    /// Finds words of web pages and reprint notices inside the report's text: 上一篇, 打印本页, 如若转载请注明出处.
    ///
    /// ## Why it matters
    ///
    /// The text was copied from a page, perhaps of another site.
    ///
    /// ## Example
    ///
    /// > ……接受社会监督。如若转载，请注明出处。二、主动公开情况
    ///
    /// ## How to mend
    ///
    /// Take them out.
    ///
    /// ## Source
    ///
    /// A report holds its own words only.
    "RM505" "site-words" Warning
    "正文中夹杂网页文字" "words of a web page inside the report"
    "删去网页文字。"
    "Take them out."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    // Behind the last sentence of the last part a page has its own words.
    let Some(last) = case.parts.last() else { return };
    let text = case.words(case.body.start..last.range.end);
    let body_end = text.trim_end().rfind(['。', ';', '!']).unwrap_or(0);
    let mut told = 0;
    for hit in case.hits.words(case.body.start..last.range.end, Name::SiteWord) {
        let (start, word) = (hit.start, case.words(hit.start..hit.end));
        let inside = start - case.body.start < body_end && case.part_at(start).is_some();
        let line = case.sentence(start);
        if !inside || start < told {
            continue;
        }
        told = line.end;
        notes.fails(Finding::new(
            line.start..line.end.max(start + word.len()),
            format!("正文中夹杂网页文字“{word}”"),
            format!("“{word}” belongs to a web page, not to the report"),
        ));
    }
}
