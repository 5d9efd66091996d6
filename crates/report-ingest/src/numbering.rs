//! Numbers as lists print them: 一, 1, ①, a, I.

/// A kind of numerals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "docx"), allow(dead_code, reason = "pages know fewer"))]
pub(crate) enum Numerals {
    /// Nothing is printed: bullets and their like.
    Nothing,
    /// 1, 2, 3
    Decimal,
    /// 01, 02
    DecimalZero,
    /// １, ２
    DecimalFullWidth,
    /// 一, 十一, 一百零二
    Chinese,
    /// 壹, 拾壹
    ChineseLegal,
    /// 一, 一一: digit by digit
    ChineseDigits,
    /// 甲, 乙
    Stems,
    /// 子, 丑
    Branches,
    /// ①, ②
    Circled,
    /// (一), (二) as one sign: ㈠
    ChineseBracketed,
    /// a, b
    LowerLetter,
    /// A, B
    UpperLetter,
    /// i, ii
    LowerRoman,
    /// I, II
    UpperRoman,
}

/// Prints a number.
pub(crate) fn print(number: u32, numerals: Numerals) -> String {
    let among = |signs: &str| {
        let count = signs.chars().count() as u32;
        let sign = (1..=count).contains(&number).then(|| signs.chars().nth(number as usize - 1)).flatten();
        sign.map_or_else(|| number.to_string(), String::from)
    };
    match numerals {
        Numerals::Nothing => String::new(),
        Numerals::Decimal => number.to_string(),
        Numerals::DecimalZero => format!("{number:02}"),
        Numerals::DecimalFullWidth => number.to_string().chars().map(full_width).collect(),
        Numerals::Chinese => chinese(number, "零一二三四五六七八九", ["", "十", "百", "千"], true),
        Numerals::ChineseLegal => chinese(number, "零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟"], false),
        Numerals::ChineseDigits => {
            number.to_string().chars().filter_map(|c| digit("〇一二三四五六七八九", c)).collect()
        }
        Numerals::Stems => among("甲乙丙丁戊己庚辛壬癸"),
        Numerals::Branches => among("子丑寅卯辰巳午未申酉戌亥"),
        Numerals::Circled => among("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        Numerals::ChineseBracketed => among("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"),
        Numerals::LowerLetter => letters(number, b'a'),
        Numerals::UpperLetter => letters(number, b'A'),
        Numerals::LowerRoman => roman(number).to_lowercase(),
        Numerals::UpperRoman => roman(number),
    }
}

fn full_width(c: char) -> char {
    char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c)
}

fn digit(digits: &str, c: char) -> Option<char> {
    digits.chars().nth(c.to_digit(10)? as usize)
}

/// Up to 9999; larger ones in digits, as no report has so many items.
fn chinese(number: u32, digits: &str, units: [&str; 4], drop_one: bool) -> String {
    if number == 0 || number > 9999 {
        return number.to_string();
    }
    let mut out = String::new();
    let mut gap = false;
    for place in (0..4u32).rev() {
        let value = number / 10u32.pow(place) % 10;
        if value == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.extend(digits.chars().next());
        }
        gap = false;
        // 十一, not 一十一, at the start.
        if !(drop_one && value == 1 && place == 1 && out.is_empty()) {
            out.extend(digits.chars().nth(value as usize));
        }
        out.push_str(units[place as usize]);
    }
    out
}

/// a … z, aa, bb …, as Word has it.
fn letters(number: u32, first: u8) -> String {
    if number == 0 {
        return String::new();
    }
    let (round, letter) = ((number - 1) / 26, (number - 1) % 26);
    let letter = char::from(first + letter as u8);
    std::iter::repeat_n(letter, (round as usize + 1).min(32)).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(numerals: Numerals, expect: &[(u32, &str)]) {
        for (number, printed) in expect {
            assert_eq!(print(*number, numerals), *printed);
        }
    }

    #[test]
    fn numerals() {
        check(
            Numerals::Chinese,
            &[(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (102, "一百零二"), (110, "一百一十")],
        );
        check(Numerals::ChineseLegal, &[(11, "壹拾壹")]);
        check(Numerals::ChineseDigits, &[(11, "一一"), (20, "二〇")]);
        check(Numerals::DecimalFullWidth, &[(12, "１２")]);
        check(Numerals::Circled, &[(1, "①"), (20, "⑳"), (21, "21")]);
        check(Numerals::Stems, &[(2, "乙")]);
        check(Numerals::LowerLetter, &[(1, "a"), (27, "aa")]);
        check(Numerals::UpperRoman, &[(4, "IV"), (19, "XIX")]);
    }
}
