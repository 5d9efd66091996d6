use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::tables::Name;
use once_cell::sync::Lazy;
use regex::Regex;

rule! {
    /// ## What it does
    ///
    /// Finds places left to be filled in: XX, ××, ***, 某某, 待补充, (此处填写…), blanks drawn with underscores. In a report
    /// whose school is itself printed with such signs the text was made anonymous on purpose.
    ///
    /// ## Why it matters
    ///
    /// A template was published.
    ///
    /// ## Example
    ///
    /// > 全年公开信息XX条，受理申请**件。
    ///
    /// ## How to mend
    ///
    /// Fill in the place.
    ///
    /// ## Source
    ///
    /// A finished text has no gaps.
    "RM502" "placeholder" Warning
    "留有占位符" "a placeholder is left"
    "补上实际内容。"
    "Fill in the place."
    check
}

static GAP: Lazy<Regex> = Lazy::new(|| {
    Regex::new(r"[XＸ]{2,}|[×✕]{2,}|\*{2,}|某某|[○□]{2,}|_{3,}|待补充|待填|此处填|（?请填写|##+|TODO")
        .unwrap_or_else(|_| unreachable!("the pattern is constant; a test compiles it"))
});

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let anonymous = case
        .report
        .institution
        .as_ref()
        .is_some_and(|i| GAP.is_match(&i.name) || i.name.contains(['X', '×', '*', '某', '○']));
    let text = &*case.view.text;
    let found = case.lines_with(Name::Gap).flat_map(|(start, line)| GAP.find_iter(line).map(move |found| (start, found)));
    for (start, found) in found {
        let at = start + found.start()..start + found.end();
        if !case.body.contains(&at.start) {
            continue;
        }
        // Masked addresses and numbers: abc***@…, 138****1234, http://xxgk.XX.edu.cn.
        let neighbour = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '/' | '-' | '_'));
        let masked = neighbour(text[..at.start].chars().next_back()) || neighbour(text[at.end..].chars().next());
        if anonymous || masked {
            notes.uncertain();
            continue;
        }
        let words = found.as_str();
        notes.fails(Finding::new(at, format!("留有占位符“{words}”"), format!("the placeholder “{words}” is left")));
    }
}
