//! Dates and years as printed, in any of their forms, without saying what they are for.

use super::numeral::{digit_run, han_value};
use super::signs::{self, is_dash, is_dash_sign};
use super::words::{firsts, words};
use crate::model::Date;

/// Words in place of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// Printed: 2022, 二〇二二.
    Named(u16),
    /// 同年, 当年, 本年, or nothing: the year spoken of before.
    Same,
    /// 次年, 翌年, 下年.
    Next,
    /// 上年, 去年.
    Previous,
}

/// A date or a year label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Temporal {
    pub start: usize,
    pub end: usize,
    pub what: What,
}

/// What was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A year alone (2022年, 2022年度) or a day or month.
    Date { year: Year, month: Option<u8>, day: Option<u8> },
    /// 2021-2022学年, 2020—2021年度, 2016/2017.
    Years { first: u16, last: u16, academic: bool },
}

impl What {
    /// The first day that the date covers.
    pub(crate) fn first_day(self) -> Option<Date> {
        match self {
            Self::Date { year: Year::Named(y), month, day } => {
                Date::new(y, month.unwrap_or(1), day.unwrap_or(1))
            }
            _ => None,
        }
    }

    /// The last day that the date covers.
    pub(crate) fn last_day(self) -> Option<Date> {
        match self {
            Self::Date { year: Year::Named(y), month, day: Some(d) } => Date::new(y, month?, d),
            Self::Date { year: Year::Named(y), month, day: None } => Date::month_end(y, month.unwrap_or(12)),
            _ => None,
        }
    }

    /// The exact day, where year, month and day are printed.
    pub(crate) fn exact(self) -> Option<Date> {
        match self {
            Self::Date { year: Year::Named(y), month: Some(m), day: Some(d) } => Date::new(y, m, d),
            _ => None,
        }
    }
}

/// Relative words that may stand in place of the year, before a month.
const RELATIVE: [(&str, Year); 12] = [
    ("同年", Year::Same),
    ("当年", Year::Same),
    ("本年", Year::Same),
    ("今年", Year::Same),
    ("次年", Year::Next),
    ("翌年", Year::Next),
    ("第二年", Year::Next),
    ("来年", Year::Next),
    ("下年", Year::Next),
    ("上年", Year::Previous),
    ("去年", Year::Previous),
    ("上一年", Year::Previous),
];

/// A run of digits (Arabic or Chinese) and where it ends.
fn run(text: &str, at: usize, most: usize) -> Option<(&str, usize)> {
    let rest = text.get(at..)?;
    let ascii = rest.bytes().take_while(u8::is_ascii_digit).take(most + 1).count();
    if ascii > 0 && !matches!(rest[ascii..].chars().next(), Some('〇' | '○' | '零')) {
        return (ascii <= most).then(|| (&rest[..ascii], at + ascii));
    }
    let len: usize = rest
        .chars()
        .take_while(|&c| {
            matches!(
                c,
                '〇' | '○'
                    | 'O'
                    | '零'
                    | '一'
                    | '二'
                    | '三'
                    | '四'
                    | '五'
                    | '六'
                    | '七'
                    | '八'
                    | '九'
                    | '十'
                    | '廿'
                    | '0'
            )
        })
        .take(most + 1)
        .map(char::len_utf8)
        .sum();
    let printed = &rest[..len];
    (len > 0 && printed.chars().count() <= most).then_some((printed, at + len))
}

fn number(printed: &str) -> Option<u32> {
    if printed.contains(['十', '廿']) {
        han_value(printed)?.as_integer()?.try_into().ok()
    } else {
        digit_run(printed)
    }
}

fn year(printed: &str) -> Option<u16> {
    let value = digit_run(printed)?;
    (printed.chars().count() == 4 && (1949..2100).contains(&value)).then_some(value as u16)
}

/// What follows the year that folded text starts with: 2018年….
pub(crate) fn after_year(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    year(&text[..text.len() - rest.len()])?;
    rest.strip_prefix('年')
}

/// The date or year label that starts at byte `at` of folded text.
pub(crate) fn temporal_at(text: &str, at: usize) -> Option<Temporal> {
    let make = |end, what| Some(Temporal { start: at, end, what });
    let digit = text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    if !digit
        && let Some(word) = words!(in &firsts(&RELATIVE)).opening(&text[at..])
        && let Some((_, year)) = RELATIVE.iter().find(|(relative, _)| *relative == word)
    {
        let (end, month, day) = month_day(text, at + word.len())?;
        return make(end, What::Date { year: *year, month: Some(month), day });
    }
    let (printed, behind) = run(text, at, 8)?;
    if printed.len() == 8 && printed.bytes().all(|b| b.is_ascii_digit()) {
        return compact(printed).and_then(|what| make(behind, what));
    }
    if let Some(y) = year(printed) {
        if let Some((end, what)) = year_range(text, y, behind) {
            return make(end, what);
        }
        if let Some((end, month, day)) = separated(text, behind) {
            return make(end, What::Date { year: Year::Named(y), month: Some(month), day });
        }
        let suffix = skip_space(text, behind);
        if signs::at(text, suffix) == Some('年') {
            let from = suffix + '年'.len_utf8();
            if text[from..].starts_with("元旦") {
                return make(
                    from + "元旦".len(),
                    What::Date { year: Year::Named(y), month: Some(1), day: Some(1) },
                );
            }
            if let Some((end, month, day)) = month_day(text, from) {
                return make(end, What::Date { year: Year::Named(y), month: Some(month), day });
            }
            let end = if signs::at(text, from) == Some('度') { from + '度'.len_utf8() } else { from };
            return make(end, What::Date { year: Year::Named(y), month: None, day: None });
        }
        if text[suffix..].starts_with("学年") {
            let end = suffix + "学年".len();
            let end = if signs::at(text, end) == Some('度') { end + '度'.len_utf8() } else { end };
            return make(end, What::Years { first: y, last: y + 1, academic: true });
        }
        return None;
    }
    let (end, month, day) = month_day(text, at)?;
    make(end, What::Date { year: Year::Same, month: Some(month), day })
}

fn skip_space(text: &str, at: usize) -> usize {
    if text.as_bytes().get(at) == Some(&b' ') { at + 1 } else { at }
}

/// 9月1日, 九月, 8月底, 9月1号; from the month on.
fn month_day(text: &str, at: usize) -> Option<(usize, u8, Option<u8>)> {
    let (printed, behind) = run(text, skip_space(text, at), 3)?;
    let month = number(printed).filter(|m| (1..=12).contains(m))? as u8;
    let behind = skip_space(text, behind);
    let rest = text.get(behind..)?;
    // 3月 is a month, 3个月 a duration; 月份 is a month too.
    let mut end = behind
        + rest
            .strip_prefix("月份")
            .map(|_| "月份".len())
            .or_else(|| rest.strip_prefix('月').map(|_| '月'.len_utf8()))?;
    if let Some((day, after)) = run(text, skip_space(text, end), 3) {
        let after = skip_space(text, after);
        if let (Some(d), Some('日' | '号')) =
            (number(day).filter(|d| (1..=31).contains(d)), signs::at(text, after))
        {
            return Some((after + '日'.len_utf8(), month, Some(d as u8)));
        }
        // The text breaks off behind the day.
        if let (Some(d), true) = (
            number(day).filter(|d| (1..=31).contains(d)),
            text[after..].chars().next().is_none_or(|c| c == '\n' || c == ')'),
        ) {
            return Some((after, month, Some(d as u8)));
        }
    }
    if let Some(c @ ('底' | '末')) = signs::at(text, end) {
        end += c.len_utf8();
    }
    Some((end, month, None))
}

/// -09-01, .9.1, /9/1 behind a year; a month alone only with a dot or dash and two digits.
fn separated(text: &str, at: usize) -> Option<(usize, u8, Option<u8>)> {
    let mark = signs::at(text, at).filter(|c| matches!(c, '.' | '-' | '/' | '—' | '–'))?;
    let (printed, behind) = run(text, at + mark.len_utf8(), 2)?;
    let month = printed.parse::<u8>().ok().filter(|m| (1..=12).contains(m))?;
    if signs::at(text, behind) == Some(mark)
        && let Some((day, end)) = run(text, behind + mark.len_utf8(), 2)
        && let Some(day) = day.parse::<u8>().ok().filter(|d| (1..=31).contains(d))
    {
        let end = if signs::at(text, end) == Some('日') { end + '日'.len_utf8() } else { end };
        return Some((end, month, Some(day)));
    }
    if mark != '.' {
        return None;
    }
    let end = if signs::at(text, behind) == Some('月') { behind + '月'.len_utf8() } else { behind };
    (printed.len() == 2 || mark == '.').then_some((end, month, None))
}

/// 20220101.
fn compact(printed: &str) -> Option<What> {
    let part = |range: std::ops::Range<usize>| printed[range].parse::<u16>().ok();
    let (y, m, d) = (part(0..4)?, part(4..6)? as u8, part(6..8)? as u8);
    (y >= 1949).then_some(())?;
    Date::new(y, m, d)?;
    Some(What::Date { year: Year::Named(y), month: Some(m), day: Some(d) })
}

/// Behind a first year: -2022学年, —2021年度, /2022, 至二〇二三学年, ——2021年学年度, -22学年.
fn year_range(text: &str, first: u16, at: usize) -> Option<(usize, What)> {
    let mut i = skip_space(text, at);
    if signs::at(text, i) == Some('年') {
        i += '年'.len_utf8();
    }
    let mut dashes = 0;
    while let Some(c) = signs::at(text, i).filter(|&c| is_dash(c) && c != '一' || c == '/' || c == ' ') {
        i += c.len_utf8();
        dashes += usize::from(c != ' ');
    }
    if dashes == 0 || dashes > 4 {
        return None;
    }
    let (printed, behind) = run(text, i, 4)?;
    let last = match printed.chars().count() {
        4 => year(printed)?,
        2 if printed.bytes().all(|b| b.is_ascii_digit()) => {
            first / 100 * 100 + u16::try_from(digit_run(printed)?).ok()?
        }
        _ => return None,
    };
    if last < first || last - first > 1 {
        return None;
    }
    let mut end = skip_space(text, behind);
    let mut academic = false;
    let mut named = false;
    for (word, is_academic) in
        [("年学年度", true), ("学年度", true), ("学年", true), ("年度", false), ("年", false)]
    {
        if text[end..].starts_with(word) {
            // 2020-2021年9月 starts a date, not a label.
            if word == "年" && month_day(text, end + word.len()).is_some() {
                return None;
            }
            end += word.len();
            academic = is_academic;
            named = true;
            break;
        }
    }
    if !named {
        // Without a word behind, the dash must not open a day: 2021-2022 is a label, 2021-09 is not (four digits checked above).
        if signs::at(text, end).is_some_and(|c| is_dash_sign(c) || c == '.' || c == '/') {
            return None;
        }
        end = behind;
    }
    Some((end, What::Years { first, last, academic: academic || last > first }))
}

/// The day of a date whose year may be relative, given the year spoken of before.
pub(crate) fn resolve(what: What, context: Option<u16>) -> What {
    let What::Date { year, month, day } = what else { return what };
    let named = match (year, context) {
        (Year::Named(y), _) => y,
        (Year::Same, Some(y)) => y,
        (Year::Next, Some(y)) => y + 1,
        (Year::Previous, Some(y)) => y - 1,
        _ => return what,
    };
    What::Date { year: Year::Named(named), month, day }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, printed: &str, expect: &str) {
        let t = temporal_at(text, 0).unwrap_or_else(|| panic!("no date in {text}"));
        let shown = match t.what {
            What::Years { first, last, academic } => {
                format!("{first}-{last}{}", if academic { "a" } else { "" })
            }
            What::Date { .. } => match (t.what.first_day(), t.what.last_day()) {
                (Some(a), Some(b)) if a == b => a.to_string(),
                (Some(a), Some(b)) => format!("{a}..{b}"),
                _ => format!("{:?}", t.what),
            },
        };
        assert_eq!((&text[t.start..t.end], shown.as_str()), (printed, expect), "{text}");
    }

    #[test]
    fn days() {
        check("2022年10月31日", "2022年10月31日", "2022-10-31");
        check("二〇二二年十月三十一日", "二〇二二年十月三十一日", "2022-10-31");
        check("二0二三年十月二十七日", "二0二三年十月二十七日", "2023-10-27");
        check("2022-11-02 点", "2022-11-02", "2022-11-02");
        check("2021.11.1-2022", "2021.11.1", "2021-11-01");
        check("2019/10/25 16:42", "2019/10/25", "2019-10-25");
        check("20220101—", "20220101", "2022-01-01");
        check("2021年9月-", "2021年9月", "2021-09-01..2021-09-30");
        check("2023年8月底", "2023年8月底", "2023-08-01..2023-08-31");
        check("2022年10月31", "2022年10月31", "2022-10-31");
        check("2022年,", "2022年", "2022-01-01..2022-12-31");
    }

    #[test]
    fn labels() {
        check("2021-2022学年度", "2021-2022学年度", "2021-2022a");
        check("2021——2022学年", "2021——2022学年", "2021-2022a");
        check("2024—2025年学年度信", "2024—2025年学年度", "2024-2025a");
        check("2021/2022学年度", "2021/2022学年度", "2021-2022a");
        check("二〇二二至二〇二三学年", "二〇二二至二〇二三学年", "2022-2023a");
        check("2021年-2022学年度国", "2021年-2022学年度", "2021-2022a");
        check("2016-17学年", "2016-17学年", "2016-2017a");
    }

    #[test]
    fn none() {
        for text in ["1326条", "12次", "500强", "3个月", "九百条"] {
            assert!(temporal_at(text, 0).is_none(), "{text}");
        }
    }
}
