//! Hedges round a number: 约, 近, 余, 多, 以上, 超过, 不超过, 以内.

use crate::lexis::words::{endings, firsts, words};
use crate::model::Bound;

/// Words right before a number, longest first.
const BEFORE: [(&str, Bound); 36] = [
    ("不少于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("不足", Bound::AtMost),
    ("不到", Bound::AtMost),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("低于", Bound::AtMost),
    ("少于", Bound::AtMost),
    ("累计超过", Bound::AtLeast),
    ("超过了", Bound::AtLeast),
    ("超过", Bound::AtLeast),
    ("突破", Bound::AtLeast),
    ("超出", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("最少", Bound::AtLeast),
    ("高于", Bound::AtLeast),
    ("多于", Bound::AtLeast),
    ("大于", Bound::AtLeast),
    ("已逾", Bound::AtLeast),
    ("大约", Bound::About),
    ("将近", Bound::About),
    ("接近", Bound::About),
    ("约为", Bound::About),
    ("约有", Bound::About),
    ("大概", Bound::About),
    ("差不多", Bound::About),
    ("约占", Bound::About),
    ("大约占", Bound::About),
    ("逾", Bound::AtLeast),
    ("超", Bound::AtLeast),
    ("约", Bound::About),
    ("近", Bound::About),
];

/// Words right behind the unit (or the number where no unit stands).
const BEHIND: [(&str, Bound); 13] = [
    ("以上", Bound::AtLeast),
    ("及以上", Bound::AtLeast),
    ("有余", Bound::AtLeast),
    ("多", Bound::AtLeast),
    ("余", Bound::AtLeast),
    ("出头", Bound::AtLeast),
    ("左右", Bound::About),
    ("上下", Bound::About),
    ("许", Bound::About),
    ("以内", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("之多", Bound::Exact),
];

/// The hedge before a number, and its length.
pub(super) fn before(text: &str) -> Option<(Bound, usize)> {
    let closing = endings!(in &firsts(&BEFORE)).closing(text)?;
    let (word, bound) = BEFORE.iter().find(|(word, _)| *word == closing)?;
    // 节约, 附近: the sign belongs to another word.
    let head = text[..text.len() - word.len()].chars().next_back();
    let part = match *word {
        "约" => head.is_some_and(|c| "节合契条预公集简隐誓".contains(c)),
        "近" => head.is_some_and(|c| "最附邻新靠临".contains(c)),
        "超" => head.is_some_and(|c| "赶反".contains(c)),
        _ => false,
    };
    (!part).then_some((*bound, word.len()))
}

/// The hedge behind a unit, and its length.
pub(super) fn behind(text: &str) -> Option<(Bound, usize)> {
    let opening = words!(in &firsts(&BEHIND)).opening(text)?;
    let found = BEHIND.iter().find(|(word, _)| *word == opening)?;
    // 多 and 余 begin other words: 多次, 余下, 多媒体.
    let single = matches!(found.0, "多" | "余" | "许");
    let next = text[found.0.len()..].chars().next();
    let alone = next.is_none_or(|c| matches!(c, ',' | '。' | ';' | '、' | ')' | '\n' | '的'));
    (!single || alone).then_some((found.1, found.0.len()))
}
