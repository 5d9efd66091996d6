//! Printed labels of headings: 一、 (一) 1. (1) ① 第一部分.

use super::fold::Fold;
use super::numeral;
use super::signs::{is_blank, is_han};

/// A label at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    /// Bytes from the line's start to the end of the label, without white space behind.
    pub len: usize,
    /// 1 for 一、 2 for (一) 3 for 1. 4 for (1), 1) and ①.
    pub level: u8,
    /// The number it shows.
    pub ordinal: u32,
    /// The sign that closes it: `、`, `.`, `)`; a space for ① and 第一部分.
    pub mark: char,
}

/// The label at the start of `line` (white space before it already trimmed), in any printed form.
///
/// Numbers that only look like labels are refused: 2.35亿元, 12月, (2022年度), 一、二等奖.
pub(crate) fn label_at(line: &str) -> Option<Label> {
    let fold = Fold::new();
    // Most lines open with a word.
    let opening = fold.char(line.chars().next()?);
    if is_han(opening) && !numeral::is_label_numeral(opening) && opening != '第' {
        return None;
    }
    let mut chars = line
        .char_indices()
        .map(|(i, c)| (i, fold.char(c), c.len_utf8()))
        .filter(|&(_, c, _)| !is_blank(c))
        .peekable();
    let &(_, first, width) = chars.peek()?;
    if let Some((level, ordinal)) = enclosed(first) {
        let mut len = width;
        chars.next();
        if let Some(&(i, '.' | '、', w)) = chars.peek() {
            len = i + w;
        }
        return Some(Label { len, level, ordinal, mark: ' ' });
    }
    if first == '第' {
        return part_label(line, fold);
    }
    let bracket = first == '(';
    if bracket {
        chars.next();
    }
    let (mut digits, mut han) = (String::new(), false);
    while let Some(&(_, c, _)) = chars.peek() {
        let fits = if digits.is_empty() {
            c.is_ascii_digit() || numeral::is_label_numeral(c)
        } else if han {
            numeral::is_label_numeral(c)
        } else {
            c.is_ascii_digit()
        };
        if !fits || digits.chars().count() > 3 {
            break;
        }
        han = !c.is_ascii_digit();
        digits.push(c);
        chars.next();
    }
    let ordinal = if han { numeral::small_han(&digits)? } else { digits.parse().ok()? };
    if ordinal == 0 || ordinal > 60 {
        return None;
    }
    let (i, mark, width) = chars.next()?;
    let mut len = i + width;
    let next = chars.peek().map(|&(_, c, _)| c);
    let level = match (bracket, mark, han) {
        (true | false, ')', true) => 2,
        (true | false, ')', false) => 4,
        (false, '、' | '.' | ',' | '·', true) => 1,
        (false, '、' | '.', false) => 3,
        _ => return None,
    };
    match next {
        // 1.5万 and 一、二等奖 are numbers, not labels.
        Some(c) if level == 3 && c.is_ascii_digit() && mark == '.' => return None,
        Some(c)
            if level == 3
                && mark == '、'
                && c.is_ascii_digit()
                && chars.clone().nth(1).is_some_and(|(_, c, _)| c == '、') =>
        {
            return None;
        }
        Some(c) if level == 1 && numeral::is_label_numeral(c) && second_is_list(&mut chars.clone()) => {
            return None;
        }
        _ => {}
    }
    // (一)、 and 1).: a second mark belongs to the label.
    if matches!(level, 2 | 4)
        && let Some(&(i, '、' | '.', w)) = chars.peek()
    {
        len = i + w;
    }
    Some(Label { len, level, ordinal, mark })
}

fn second_is_list(chars: &mut impl Iterator<Item = (usize, char, usize)>) -> bool {
    chars.next();
    match chars.next().map(|(_, c, _)| c) {
        Some('、' | '等' | '级' | '类' | '期' | '批') => true,
        // 一、二年级 and 一、二学期 are lists; 一、一年来 is a heading.
        Some('年') => matches!(chars.next(), Some((_, '级', _))),
        Some('学') => matches!(chars.next(), Some((_, '期', _))),
        _ => false,
    }
}

/// ① ㈠ ⑴ ⒈ as (level, number).
fn enclosed(c: char) -> Option<(u8, u32)> {
    let code = c as u32;
    match c {
        '①'..='⑳' => Some((4, code - 0x2460 + 1)),
        '⑴'..='⒇' => Some((4, code - 0x2474 + 1)),
        '⒈'..='⒛' => Some((3, code - 0x2488 + 1)),
        '㈠'..='㈩' => Some((2, code - 0x3220 + 1)),
        _ => None,
    }
}

/// 第一部分, 第二章: parts without 、.
fn part_label(line: &str, fold: Fold) -> Option<Label> {
    let mut digits = String::new();
    let mut rest = line
        .char_indices()
        .map(|(i, c)| (i + c.len_utf8(), fold.char(c)))
        .filter(|&(_, c)| !is_blank(c))
        .skip(1);
    let (mut end, mut c) = rest.next()?;
    while numeral::is_label_numeral(c) || c.is_ascii_digit() {
        digits.push(c);
        (end, c) = rest.next()?;
        if digits.len() > 9 {
            return None;
        }
    }
    let ordinal = numeral::small_han(&digits).or_else(|| digits.parse().ok())?;
    let level = match c {
        '部' => {
            (end, c) = rest.next()?;
            if c != '分' {
                return None;
            }
            1
        }
        '章' => 1,
        '节' => 2,
        _ => return None,
    };
    if let Some((after, ':' | '、' | '.')) = rest.next() {
        end = after;
    }
    (ordinal > 0).then_some(Label { len: end, level, ordinal, mark: ' ' })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: Option<(&str, u8, u32)>) {
        assert_eq!(label_at(line).map(|l| (&line[..l.len], l.level, l.ordinal)), expect, "{line}");
    }

    #[test]
    fn forms() {
        check("一、概述", Some(("一、", 1, 1)));
        check("一 、概述", Some(("一 、", 1, 1)));
        check("十二．其他", Some(("十二．", 1, 12)));
        check("（三）评议", Some(("（三）", 2, 3)));
        check("三）评议", Some(("三）", 2, 3)));
        check("(一)、机制", Some(("(一)、", 2, 1)));
        check("1.招生", Some(("1.", 3, 1)));
        check("2、人事", Some(("2、", 3, 2)));
        check("(1)机构", Some(("(1)", 4, 1)));
        check("1)招生", Some(("1)", 4, 1)));
        check("①本科", Some(("①", 4, 1)));
        check("㈠机制", Some(("㈠", 2, 1)));
        check("第一部分 概述", Some(("第一部分", 1, 1)));
        check("第三章：其他", Some(("第三章：", 1, 3)));
    }

    #[test]
    fn no_labels() {
        for line in [
            "2.35亿元",
            "12月",
            "(2022年度)",
            "一是加强",
            "一、二等奖学金",
            "一、二年级学生",
            "1,234条",
            "2022.11.1",
            "第六届教代会",
            "第3次",
            "100.其他",
        ] {
            check(line, None);
        }
    }
}
