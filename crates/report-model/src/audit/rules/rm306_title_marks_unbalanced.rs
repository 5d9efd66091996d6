use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::audit::signs::Mark;
use crate::lexis::words::{endings, words};

rule! {
    /// ## What it does
    ///
    /// Finds 《 without 》 and 》 without 《 in a paragraph. Nested marks may be closed by one.
    ///
    /// ## Why it matters
    ///
    /// Where a title has no end, the reader has to guess it.
    ///
    /// ## Example
    ///
    /// > 根据《高等学校信息公开办法（教育部令第29号）的要求
    ///
    /// ## How to mend
    ///
    /// Add the mark.
    ///
    /// ## Source
    ///
    /// GB/T 15834-2011, 4.15: title marks come in pairs.
    "RM306" "title-marks-unbalanced" Warning
    "书名号不成对" "title marks are not in pairs"
    "补上缺少的书名号。"
    "Add the mark that is missing."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let text = &*case.view.text;
    let mut open: Option<usize> = None;
    let mut depth = 0u32;
    let mark = '《'.len_utf8();
    for &(at, found) in &case.signs.marks {
        match found {
            Mark::Open if open.is_some() && depth > 0 && at - open.unwrap_or(at) > 240 => {
                unclosed(case, open, notes);
                (open, depth) = (Some(at), 1);
            }
            // A new title begins where another is still open: 《办法（教育部令第29号）、《条例》.
            Mark::Open if open.is_some_and(|from| starts_anew(&text[from..at])) => {
                unclosed(case, open, notes);
                (open, depth) = (Some(at), 1);
            }
            Mark::Open => {
                open.get_or_insert(at);
                depth += 1;
            }
            Mark::Close if open.is_some() => {
                depth = depth.saturating_sub(1);
                // One mark often closes two: 《…〈…〉》 printed as 《…《…》.
                let more = text[at + mark..].chars().next().is_some_and(|c| c == '》');
                if depth == 0 || !inner_goes_on(text, at + mark) && !more {
                    notes.holds();
                    (open, depth) = (None, 0);
                }
            }
            // Closes a mark that another one has closed already: 《…《…》》 was read above.
            Mark::Close if text[..at].ends_with('》') => {}
            Mark::Close => notes.fails(Finding::new(at..at + mark, "书名号“》”没有对应的“《”", "》 without 《")),
            Mark::LineEnd => {
                unclosed(case, open, notes);
                (open, depth) = (None, 0);
            }
        }
    }
    unclosed(case, open, notes);
}

/// The words behind an open 《 show that its title is over: a list goes on, or a bracket or clause stood behind it.
fn starts_anew(words: &str) -> bool {
    words.ends_with(['、', ',', ';', ')', ' ', '和', '及', '与'])
        || words.contains([',', '。', ';'])
        || words.contains("简称")
        || is_whole(words)
}

/// A title that is complete as it stands, 《…信息公开办法, and not the beginning of one that names another, 《关于印发….
fn is_whole(words: &str) -> bool {
    endings!["办法", "条例", "规定", "细则", "规范", "章程"].close(words)
        && !words!["关于", "印发", "公布", "转发", "贯彻", "执行", "实施", "修订", "修改", "废止"].any(words)
}

/// Another 》 follows before the next 《 or the sentence's end.
fn inner_goes_on(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    let stop = rest.find(['《', '。', '\n']).unwrap_or(rest.len());
    rest[..stop].contains('》')
}

fn unclosed(case: &Case<'_>, open: Option<usize>, notes: &mut Notes<'_>) {
    let Some(at) = open else { return };
    // A text that breaks off leaves marks open.
    if case.report.truncated && case.view.text[at..].len() < 240 {
        return;
    }
    notes.fails(Finding::new(at..at + '《'.len_utf8(), "书名号“《”没有对应的“》”", "《 without 》"));
}
