//! What stands in a cell.

use report_model::{Date, Decimal, Span};
use std::borrow::Cow;
use std::fmt;

/// A value of a cell.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// Nothing; why, the column of the status says.
    Null,
    /// Words.
    Text(Cow<'a, str>),
    /// A whole number: indices, offsets, years, counts made by the tables.
    Int(i64),
    /// A stated number.
    Number(Decimal),
    /// Yes or no.
    Bool(bool),
    /// A day.
    Date(Date),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! whole {
    ($($int:ty)+) => { $(impl From<$int> for Value<'_> {
        fn from(number: $int) -> Self {
            Self::Int(i64::from(number))
        }
    })+ };
}
whole!(u8 u16 u32 i32 i64);

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Decimal> for Value<'_> {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value<'_> {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<Date> for Value<'_> {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// As CSV prints it; nothing for no value.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Int(number) => number.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Bool(yes) => yes.fmt(f),
            Self::Date(date) => date.fmt(f),
        }
    }
}

/// Where a value comes from, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status {
    /// Stated as a number.
    Stated,
    /// Stated to be none: the value is 0.
    Nil,
    /// Not stated as such: summed from what is stated.
    Computed,
    /// Stated more than once with different values: no value is chosen.
    Ambiguous,
    /// The text says nothing of it.
    NotMentioned,
    /// Nothing was to be said: no such duty in that year, or the document is no report.
    NotApplicable,
}

impl Status {
    /// All, in the order of the documentation.
    pub const ALL: [Self; 6] =
        [Self::Stated, Self::Nil, Self::Computed, Self::Ambiguous, Self::NotMentioned, Self::NotApplicable];

    /// Stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Nil => "nil",
            Self::Computed => "computed",
            Self::Ambiguous => "ambiguous",
            Self::NotMentioned => "not_mentioned",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// What it says, in Chinese and English.
    pub const fn meaning(self) -> [&'static str; 2] {
        match self {
            Self::Stated => ["文中写明数值", "stated as a value"],
            Self::Nil => ["文中写明“没有”，数值为 0", "stated to be none; the value is 0"],
            Self::Computed => ["由文中各数相加得出", "summed from what is stated"],
            Self::Ambiguous => {
                ["文中有几个不同的数，不作选择", "stated with different values; none is chosen"]
            }
            Self::NotMentioned => ["文中未提及", "the text says nothing of it"],
            Self::NotApplicable => {
                ["当年无此要求，或文件不是年度报告", "no such duty in that year, or no annual report"]
            }
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A value with where it stands and how it was stated.
#[derive(Debug, Clone)]
pub(crate) struct Cell<'a> {
    pub(crate) value: Value<'a>,
    pub(crate) status: Status,
    pub(crate) span: Option<Span>,
}

impl<'a> Cell<'a> {
    /// A stated value; not mentioned where there is none.
    pub(crate) fn found(value: Option<(impl Into<Value<'a>>, Span)>) -> Self {
        match value {
            Some((value, span)) => Self { value: value.into(), status: Status::Stated, span: Some(span) },
            None => Self::none(Status::NotMentioned),
        }
    }

    pub(crate) const fn none(status: Status) -> Self {
        Self { value: Value::Null, status, span: None }
    }
}

impl<'a, T: Into<Value<'a>>> From<T> for Cell<'a> {
    fn from(value: T) -> Self {
        Self { value: value.into(), status: Status::Stated, span: None }
    }
}
