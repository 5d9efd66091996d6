use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, written `2022-08-31`.
///
/// Only days that exist can be made. The core needs comparison and month lengths, nothing of clocks or zones, so it
/// carries this small type rather than a calendar library.
///
/// ```
/// use report_model::Date;
/// assert_eq!("2022-08-31".parse::<Date>().unwrap(), Date::new(2022, 8, 31).unwrap());
/// assert!(Date::new(2022, 2, 29).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or `None` where the calendar has none such (years 1900–2199).
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let ok = (1900..2200).contains(&year) && day >= 1 && day <= days_in_month(year, month);
        ok.then_some(Self { year, month, day })
    }

    /// The last day of a month.
    pub fn month_end(year: u16, month: u8) -> Option<Self> {
        Self::new(year, month, days_in_month(year, month))
    }

    /// Year of the common era.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Month, 1–12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1–31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 March of the year 0: differences of two are exact day counts.
    pub fn day_number(self) -> i32 {
        let (m, y) = (i32::from(self.month), i32::from(self.year));
        let (y, m) = if m <= 2 { (y - 1, m + 9) } else { (y, m - 3) };
        y * 365 + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + i32::from(self.day) - 1
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The text is not a date of the form `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError(String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a date of the form YYYY-MM-DD: {:?}", self.0)
    }
}

impl std::error::Error for DateError {}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.splitn(3, '-');
        let mut next = |len: usize| {
            parts
                .next()
                .filter(|p| p.len() == len && p.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|p| p.parse::<u16>().ok())
        };
        match (next(4), next(2), next(2)) {
            (Some(y), Some(m), Some(d)) => Self::new(y, m as u8, d as u8),
            _ => None,
        }
        .ok_or_else(|| DateError(text.to_owned()))
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar() {
        assert_eq!(Date::month_end(2024, 2).unwrap().to_string(), "2024-02-29");
        assert!(Date::new(2023, 13, 1).is_none());
        let span = |a: &str, b: &str| {
            b.parse::<Date>().unwrap().day_number() - a.parse::<Date>().unwrap().day_number()
        };
        assert_eq!(span("2021-09-01", "2022-08-31"), 364);
        assert_eq!(span("2019-12-31", "2020-03-01"), 61);
        assert!("2022-8-31".parse::<Date>().is_err());
    }
}
