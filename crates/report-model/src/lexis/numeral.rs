//! Numerals: Arabic with grouping and decimals, Chinese, with 万/亿 and the hedges printed inside (3000余, 两万多).
//!
//! Not supported: fractions (三分之二), vague numbers (几十, 两三次), which state no value.

use super::signs;
use crate::model::Decimal;
use std::borrow::Cow;

/// A number as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// First byte, 百分之 included.
    pub start: usize,
    /// Behind the last character, 万/亿 and an inner 余/多 included.
    pub end: usize,
    /// Its value.
    pub value: Decimal,
    /// Written in Chinese numerals.
    pub han: bool,
    /// 余 or 多 stands inside or right behind.
    pub more: bool,
    /// 百分之…
    pub percent: bool,
    /// Ends in 万 or 亿, so that it counts even without a classifier.
    pub myriad: bool,
}

/// Value of a Chinese digit or multiplier.
const fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' | 'O' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

const fn han_power(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        '万' => 4,
        '亿' => 8,
        _ => return None,
    })
}

/// Characters that a Chinese numeral in running text may start with (百余 and 千余 included).
pub(crate) const HAN_STARTS: [char; 26] = [
    '〇', '零', '一', '壹', '二', '两', '贰', '三', '叁', '四', '肆', '五', '伍', '六', '陆', '七', '柒',
    '八', '捌', '九', '玖', '十', '百', '千', '廿', '卅',
];

/// A character that a Chinese numeral may start with.
pub(crate) const fn starts_han(c: char) -> bool {
    han_digit(c).is_some() || matches!(c, '十' | '百' | '千' | '廿' | '卅')
}

/// A character of a heading's Chinese numeral.
pub(crate) const fn is_label_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '廿')
}

/// A whole Chinese numeral below one hundred, as headings use: 十二 is 12.
pub(crate) fn small_han(text: &str) -> Option<u32> {
    let value = han_value(text)?.as_integer()?;
    (0..100).contains(&value).then_some(value as u32)
}

/// The year that two or four digits in a row name: 二〇二二, 2022, 二0二二.
pub(crate) fn digit_run(text: &str) -> Option<u32> {
    let mut value = 0u32;
    for c in text.chars() {
        let digit = c.to_digit(10).or_else(|| han_digit(c))?;
        value = value.checked_mul(10)?.checked_add(digit)?;
    }
    Some(value)
}

/// Value of a Chinese numeral with multipliers, decimals after 点 included: 一万两千四百, 六十三点七.
pub(crate) fn han_value(text: &str) -> Option<Decimal> {
    if let Some((whole, fraction)) = text.split_once('点') {
        let whole = han_value(whole)?.as_integer()?;
        let count = fraction.chars().count() as u8;
        let value = i64::from(digit_run(fraction)?);
        return Decimal::new(
            whole.checked_mul(10i64.checked_pow(u32::from(count))?)?.checked_add(value)?,
            count,
        );
    }
    let (mut total, mut section, mut digit, mut last_power) = (0u64, 0u64, None::<u64>, 0u32);
    let mut seen = false;
    for c in text.chars() {
        if let Some(d) = han_digit(c) {
            if digit.is_some_and(|d| d > 0) {
                return None;
            }
            digit = Some(u64::from(d));
            if d == 0 {
                last_power = 0;
            }
        } else if matches!(c, '廿' | '卅') {
            section += if c == '廿' { 20 } else { 30 };
            last_power = 1;
        } else {
            match han_power(c)? {
                power @ 1..=3 => {
                    section = section.checked_add(
                        digit.take().filter(|&d| d > 0).unwrap_or(1).checked_mul(10u64.pow(power))?,
                    )?;
                    last_power = power;
                }
                power => {
                    let upper = section.checked_add(digit.take().unwrap_or(0))?;
                    let upper = if upper == 0 && total > 0 { std::mem::take(&mut total) } else { upper };
                    total = total.checked_add(upper.checked_mul(10u64.checked_pow(power)?)?)?;
                    section = 0;
                    last_power = power;
                }
            }
        }
        seen = true;
    }
    // 三千五 is 3,500: a last digit without multiplier counts one power below.
    let rest = match digit {
        Some(d) if last_power >= 2 && d > 0 => d.checked_mul(10u64.checked_pow(last_power - 1)?)?,
        Some(d) => d,
        None => 0,
    };
    seen.then(|| total.checked_add(section)?.checked_add(rest))
        .flatten()
        .and_then(|v| Decimal::new(i64::try_from(v).ok()?, 0))
}

/// The number that starts at byte `at` of folded text, if one does.
pub(crate) fn numeral_at(text: &str, at: usize) -> Option<Numeral> {
    if text.as_bytes().get(at)?.is_ascii_digit() { arabic_at(text, at) } else { han_at(text, at) }
}

fn arabic_at(text: &str, at: usize) -> Option<Numeral> {
    let bytes = text.as_bytes();
    let digits_from = |mut i: usize| {
        let start = i;
        while bytes.get(i).is_some_and(u8::is_ascii_digit) && i - start < 40 {
            i += 1;
        }
        i
    };
    let mut end = digits_from(at);
    let mut digits = Cow::Borrowed(&text[at..end]);
    // 1,234 and 1 532: groups of exactly three digits behind one to three.
    if end - at <= 3 {
        let separator = bytes.get(end).copied();
        if matches!(separator, Some(b',' | b' ')) {
            while bytes.get(end).copied() == separator && digits_from(end + 1) == end + 4 && digits.len() < 15
            {
                digits.to_mut().push_str(&text[end + 1..end + 4]);
                end += 4;
            }
        }
    }
    if bytes.get(end) == Some(&b'.') {
        let stop = digits_from(end + 1);
        // 3.5 is a decimal; 2021.9.1 and 1.2.3 are not.
        if stop > end + 1 && bytes.get(stop) != Some(&b'.') {
            digits = if digits.len() == end - at {
                Cow::Borrowed(&text[at..stop])
            } else {
                digits + &text[end..stop]
            };
            end = stop;
        } else if stop > end + 1 {
            return None;
        }
    }
    let mut value: Decimal = digits.parse().ok()?;
    let (mut more, mut myriad) = (false, false);
    loop {
        match signs::at(text, end) {
            Some(c @ ('余' | '多')) if !more => {
                more = true;
                end += c.len_utf8();
            }
            Some(c @ ('百' | '千' | '万' | '亿')) => {
                value = value.scaled(han_power(c)?)?;
                myriad |= matches!(c, '万' | '亿');
                end += c.len_utf8();
            }
            _ => break,
        }
    }
    Some(Numeral { start: at, end, value, han: false, more, percent: false, myriad })
}

fn han_at(text: &str, at: usize) -> Option<Numeral> {
    let rest = &text[at..];
    let percent = rest.starts_with("百分之");
    let from = if percent { at + "百分之".len() } else { at };
    if percent && text.as_bytes().get(from).is_some_and(u8::is_ascii_digit) {
        let number = arabic_at(text, from)?;
        return Some(Numeral { start: at, percent: true, ..number });
    }
    let mut end = from;
    let mut more = false;
    let mut core = String::new();
    let mut has_power = false;
    for c in text[from..].chars() {
        if han_digit(c).is_some() || matches!(c, '廿' | '卅') || c == '0' && !core.is_empty() {
            if more {
                break;
            }
        } else if han_power(c).is_some() {
            if core.is_empty() && matches!(c, '万' | '亿') {
                return None;
            }
            has_power = true;
        } else if c == '点'
            && !core.is_empty()
            && !core.contains('点')
            && text[end + c.len_utf8()..].chars().next().is_some_and(|d| han_digit(d).is_some())
            && (percent || has_power)
        {
        } else if matches!(c, '余' | '多') && has_power && !more {
            more = true;
            end += c.len_utf8();
            continue;
        } else {
            break;
        }
        core.push(c);
        end += c.len_utf8();
        if core.len() > 60 {
            return None;
        }
    }
    if core.is_empty() {
        return None;
    }
    let positional =
        !has_power && !core.contains(['廿', '卅']) && core.chars().count() > 1 && !core.contains('点');
    let value = if positional {
        // 两三次, 七八十: vague, no value. Zero-filled runs are years or numbers read digit by digit.
        let count = core.chars().count();
        if count < 4 {
            return None;
        }
        Decimal::from(digit_run(&core)?)
    } else {
        han_value(&core)?
    };
    let myriad = core.ends_with(['万', '亿']);
    Some(Numeral { start: at, end, value, han: true, more, percent, myriad })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: &str, printed: &str) {
        let n = numeral_at(text, 0).unwrap_or_else(|| panic!("no number in {text}"));
        assert_eq!((n.value.to_string().as_str(), &text[n.start..n.end]), (value, printed), "{text}");
    }

    #[test]
    fn arabic() {
        check("1326条", "1326", "1326");
        check("11,248条", "11248", "11,248");
        check("1 532条", "1532", "1 532");
        check("36.5万次", "365000", "36.5万");
        check("1200余万元", "12000000", "1200余万");
        check("2.8万人", "28000", "2.8万");
        check("3,12条", "3", "3");
        check("84.31%", "84.31", "84.31");
        check("3千余人", "3000", "3千余");
        assert!(numeral_at("2021.9.1", 0).is_none());
    }

    #[test]
    fn han() {
        check("一万零十二条", "10012", "一万零十二");
        check("三千九百四十八条", "3948", "三千九百四十八");
        check("一万两千四百余人", "12400", "一万两千四百余");
        check("三百二十万元", "3200000", "三百二十万");
        check("十二次", "12", "十二");
        check("廿三人", "23", "廿三");
        check("百分之六十三点七,", "63.7", "百分之六十三点七");
        check("百分之95", "95", "百分之95");
        check("两次", "2", "两");
        check("二〇二二年", "2022", "二〇二二");
        check("三千五", "3500", "三千五");
        check("一亿两千万", "120000000", "一亿两千万");
        assert!(numeral_at("两三次", 0).is_none());
        assert!(numeral_at("万元", 0).is_none());
    }
}
