use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::Applicability;

rule! {
    /// ## What it does
    ///
    /// Finds doubled commas, full stops and the like, and pairs that exclude each other (，。).
    ///
    /// ## Why it matters
    ///
    /// A slip, easily mended.
    ///
    /// ## Example
    ///
    /// > 学校重视信息公开工作，，成立了领导小组。。
    ///
    /// ## How to mend
    ///
    /// Keep one; `--diff` shows how.
    ///
    /// ## Source
    ///
    /// GB/T 15834-2011.
    "RM506" "punctuation-doubled" Info
    "标点重复" "punctuation is doubled"
    "只保留一个标点。"
    "Keep one."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let sign = |c: &char| matches!(c, ',' | '。' | '、' | ';' | ':');
    for &start in case.signs.doubled.iter().filter(|at| case.body.contains(at)) {
        // Points drawn as a line (。。。。) are a filler, not a slip.
        let run: Vec<char> = case.view.text[start..case.body.end].chars().take_while(sign).take(3).collect();
        if let [first, second] = run[..] {
            report(case, start..start + first.len_utf8() + second.len_utf8(), first, second, notes);
        }
    }
}

fn report(case: &Case<'_>, range: std::ops::Range<usize>, first: char, second: char, notes: &mut Notes<'_>) {
    let words = case.words(range.clone());
    // 一、、 and 1、: belong to labels; a colon before another sign is no slip everywhere.
    if first != second && (first == ':' || second == ':') {
        return;
    }
    let keep = if first == second { case.view.span(range.start..range.start + first.len_utf8()) } else {
        case.view.span(range.end - second.len_utf8()..range.end)
    };
    let how = if first == second { Applicability::Safe } else { Applicability::Unsafe };
    let kept = keep.slice(case.view.source).unwrap_or_default().to_owned();
    notes.fails(
        Finding::new(range.clone(), format!("标点重复：“{words}”"), format!("punctuation is doubled: “{words}”"))
            .fix(range, kept, how),
    );
}
