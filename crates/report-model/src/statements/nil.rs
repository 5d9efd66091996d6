//! Clauses that say "none".

use crate::tables::{Hits, Name};
use std::ops::Range;

/// Clauses of a sentence: cut at , ; : and sentence ends; 、 stays inside.
pub(super) fn clauses(text: &str, sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let base = sentence.start;
    let words = &text[sentence];
    let mut start = 0;
    let mut cuts = words
        .char_indices()
        .filter(|(_, c)| matches!(c, ',' | ';' | ':' | '?' | '!' | '—'))
        .map(|(i, c)| (i, i + c.len_utf8()))
        .chain([(words.len(), words.len())]);
    std::iter::from_fn(move || {
        let (end, next) = cuts.next()?;
        let clause = base + start..base + end;
        start = next;
        Some(clause)
    })
    .filter(|clause| !clause.is_empty())
}

/// Negations that do not say "none": 未按时, 无偿, 不断.
const NOT_NIL: [&str; 12] = [
    "无偿",
    "未按",
    "未及时",
    "无记名",
    "没有说明",
    "无障碍",
    "未说明",
    "未来",
    "无论",
    "无法",
    "未能",
    "未予",
];

/// The negation in a clause, if it has one that can mean "none".
pub(super) fn negation<'h>(
    text: &str,
    hits: &'h Hits,
    clause: Range<usize>,
) -> Option<&'h crate::tables::Hit> {
    hits.words(clause, Name::Negation)
        .find(|hit| !NOT_NIL.iter().any(|word| text[hit.start..].starts_with(word)))
}

/// A clause that ends in none: …受理数为零, …均为0.
pub(super) fn ends_in_none(clause: &str) -> bool {
    let core = clause.trim_end_matches([' ', '。', '件', '起', '次', '例', '宗']);
    ["为零", "为0", "为 0", "是零", "均零"].iter().any(|word| core.ends_with(word))
}

/// A clause that only says none: 皆无, 均为零, 没有发生, 0件, 无.
pub(super) fn says_none(clause: &str) -> bool {
    let core = clause.trim_matches([' ', '。', ',', ')', '(', '“', '”']);
    let core = core
        .strip_prefix("本学年")
        .or_else(|| core.strip_prefix("学年内"))
        .or_else(|| core.strip_prefix("年内"))
        .or_else(|| core.strip_prefix("全年"))
        .unwrap_or(core);
    let core = core.strip_prefix(['均', '皆', '都', '也', '亦']).unwrap_or(core);
    let whole = [
        "无",
        "没有",
        "未发生",
        "为零",
        "为0",
        "为无",
        "没有发生",
        "未有发生",
        "未出现",
        "无发生",
        "是零",
        "空白",
        "没有出现",
        "不曾发生",
        "未曾发生",
        "零",
    ];
    if whole.contains(&core) {
        return true;
    }
    let zero = core.strip_prefix('为').or_else(|| core.strip_prefix('是')).unwrap_or(core).trim_start();
    if zero.starts_with(['0', '零']) {
        let rest = zero.trim_start_matches(['0', '零']);
        return rest.chars().count() <= 2 && !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    }
    // …,本学年一概没有发生; …,都未曾有过
    let ends = [
        "没有发生",
        "未发生",
        "未曾有过",
        "没有过",
        "未曾发生",
        "不曾发生",
        "从未发生",
        "从未涉及",
        "阙如",
        "没有出现",
        "未出现",
        "均没有",
        "都没有",
        "一概没有",
        "没有的事",
        "没有的事儿",
        "均为零",
        "均为0",
        "不曾有",
        "未有",
    ];
    if core.chars().count() <= 22 && !core.contains("公开") && ends.iter().any(|word| core.ends_with(word))
    {
        return true;
    }
    let opens = [
        "无此类",
        "没有此类",
        "未发生此类",
        "没有发生此类",
        "无上述",
        "未发生上述",
        "没有发生上述",
        "无相关",
        "未发生相关",
        "没有相关",
        "无该类",
        "未发生类似",
        "没有类似",
        "未发生以上",
        "没有出现此类",
        "未出现此类",
        "没有出现上述",
        "未有此类",
        "没有以上",
    ];
    opens.iter().any(|word| core.starts_with(word)) && core.chars().count() <= 24
}
