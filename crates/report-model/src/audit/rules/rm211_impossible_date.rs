use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::Date;
use once_cell::sync::Lazy;
use regex::Regex;

rule! {
    /// ## What it does
    ///
    /// Finds dates that the calendar does not have.
    ///
    /// ## Why it matters
    ///
    /// A period that ends on 31 June has no last day.
    ///
    /// ## Example
    ///
    /// > 2022年6月31日
    ///
    /// ## How to mend
    ///
    /// Correct day or month.
    ///
    /// ## Source
    ///
    /// The calendar.
    "RM211" "impossible-date" Error
    "日期不存在" "a date that the calendar does not have"
    "改正日期。"
    "Correct day or month."
    check
}

static DATE: Lazy<Regex> = Lazy::new(|| {
    Regex::new("^((?:19|20)[0-9]{2}) ?年 ?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?")
        .unwrap_or_else(|_| unreachable!("the pattern is constant; a test compiles it"))
});

/// Longest date behind its year, in bytes.
const LONGEST: usize = 20;

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let text = &*case.view.text;
    for run in case.signs.digits.iter().filter(|run| run.len() >= 4) {
        let window = &text[run.end - 4..case.floor(run.end + LONGEST)];
        if !opens_a_date(window) {
            continue;
        }
        let Some(date) = DATE.captures(window) else { continue };
        let offset = run.end - 4;
        let number = |i: usize| date.get(i).and_then(|m| m.as_str().parse::<u16>().ok());
        let (Some(whole), Some(year), Some(month)) = (date.get(0), number(1), number(2)) else { continue };
        let day = number(3).unwrap_or(1);
        let exists = u8::try_from(month).ok().zip(u8::try_from(day).ok());
        if exists.and_then(|(month, day)| Date::new(year, month, day)).is_some() {
            notes.holds();
            continue;
        }
        let printed = whole.as_str();
        notes.fails(Finding::new(
            offset + whole.start()..offset + whole.end(),
            format!("日期不存在：{printed}"),
            format!("no such date: {printed}"),
        ));
    }
}

/// Four signs, 年 and a digit, with blanks between: most years have no month, and the pattern is slow.
fn opens_a_date(words: &str) -> bool {
    let behind = words.get(4..).and_then(|words| words.trim_start_matches(' ').strip_prefix('年'));
    behind.is_some_and(|words| words.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit()))
}
