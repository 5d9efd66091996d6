use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::Date;
use std::ops::Range;

rule! {
    /// ## What it does
    ///
    /// Finds resident identity numbers: eighteen signs, a birth date that exists, and the right check digit.
    ///
    /// ## Why it matters
    ///
    /// It is personal information that a public report must not carry.
    ///
    /// ## Example
    ///
    /// A list of aid recipients with names and identity numbers.
    ///
    /// ## How to mend
    ///
    /// Take the number out, or mask all but the last digits; remove copies already published.
    ///
    /// ## Source
    ///
    /// 《中华人民共和国个人信息保护法》, article 4; 《高等学校信息公开办法》, article 10 (personal privacy); GB 11643-1999 for the
    /// check digit.
    "RM601" "identity-number" Error
    "出现身份证号码" "a resident identity number"
    "删去或遮盖号码，并处理已发布的版本。"
    "Take the number out or mask it; mind copies already published."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for run in case.signs.numbers(&case.view.text, 17) {
        let text = &case.view.text;
        let end = run.end + usize::from(text[run.end..].starts_with(['X', 'x']));
        if !is_identity(&text[run.start..end]) {
            continue;
        }
        notes.fails(Finding::new(
            run.start..end,
            "出现身份证号码",
            "a resident identity number is published",
        ));
    }
}

/// Eighteen signs with a birth date and the right check digit.
pub(super) fn is_identity(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let signs = number.as_bytes();
    if signs.len() != 18 {
        return false;
    }
    let part = |range: Range<usize>| number.get(range).and_then(|digits| digits.parse::<u16>().ok());
    let born = part(6..10).zip(part(10..12)).zip(part(12..14)).is_some_and(|((year, month), day)| {
        (1900..2100).contains(&year) && Date::new(year, month as u8, day as u8).is_some()
    });
    let sum: u32 = signs.iter().zip(WEIGHTS).map(|(sign, weight)| u32::from(sign - b'0') * weight).sum();
    born && signs[17].eq_ignore_ascii_case(&b"10X98765432"[sum as usize % 11])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum() {
        assert!(is_identity("11010519491231002X"));
        assert!(!is_identity("110105194912310021"));
        assert!(!is_identity("11010519491331002X"));
    }
}
