//! Several items in one cell, numbered: (1)学校章程…(2)发展规划….

use std::ops::Range;

/// Longest cell taken apart, in bytes.
const LONGEST: usize = 6000;

/// The numbered parts of a cell, in order; the whole where it has none or one.
pub(super) fn parts(words: &str) -> Vec<Range<usize>> {
    let whole = 0..words.len();
    let Some((first, _)) = label_at(words).filter(|_| words.len() <= LONGEST) else { return vec![whole] };
    let mut list: Vec<Range<usize>> = Vec::new();
    let (mut start, mut next) = (0, first + 1);
    for (at, c) in words.char_indices().skip(1) {
        let opens = c == '(' || c.is_ascii_digit() || matches!(c, '①'..='⑳');
        // 2021.9 is no label behind 1.; a label stands behind a word or a closing sign.
        let inside =
            words[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '(' | '/' | ':'));
        if opens && !inside && label_at(&words[at..]).is_some_and(|(number, _)| number == next) {
            list.push(start..at);
            (start, next) = (at, next + 1);
        }
    }
    list.push(start..words.len());
    list
}

/// The number of a label and its length: (3), 3. 3、 ③.
fn label_at(words: &str) -> Option<(u32, usize)> {
    let first = words.chars().next()?;
    if matches!(first, '①'..='⑳') {
        return Some((first as u32 - '①' as u32 + 1, first.len_utf8()));
    }
    let inner = words.strip_prefix('(').unwrap_or(words);
    let digits = inner.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let number = inner.get(..digits)?.parse().ok().filter(|number| (1..=60).contains(number))?;
    let behind = &inner[digits..];
    let closed = if inner.len() < words.len() {
        behind.starts_with(')')
    } else {
        behind.starts_with(['.', '、', ')'])
    };
    let follows = behind.chars().nth(1).is_some_and(|c| !c.is_ascii_digit());
    (closed && follows).then_some((number, words.len() - behind.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[track_caller]
    fn check(words: &str, expect: &[&str]) {
        let found: Vec<&str> = parts(words).into_iter().map(|range| &words[range]).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn numbered_parts() {
        check("(1)学校章程(2)发展规划(3)年度报告", &["(1)学校章程", "(2)发展规划", "(3)年度报告"]);
        check("7.招生章程8.招生计划", &["7.招生章程", "8.招生计划"]);
        check("①学籍管理②奖惩", &["①学籍管理", "②奖惩"]);
        check("(1)办学规模", &["(1)办学规模"]);
        check("学校章程(2)", &["学校章程(2)"]);
        check("1.收费2.5万元", &["1.收费2.5万元"]);
    }
}
