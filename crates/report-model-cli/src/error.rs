//! Why a file could not be read, in two languages, with a stable name for programs.

use crate::lang::Lang;
use report_ingest::IngestError;
use serde::Serialize;
use std::io::{self, Write};

/// Why an input gives no report.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// Nothing of that name.
    NotFound,
    /// The system forbids it.
    Denied,
    /// A folder without a document below.
    NoTexts,
    /// A pattern that no file matches.
    NoMatch,
    /// A pattern that is none.
    BadPattern(String),
    /// A list of names that is not UTF-8 from this byte on.
    NotUtf8 { at: usize },
    /// No document that can be read: what it is, and what to do.
    Document(IngestError),
    /// Longer than `--max-bytes`.
    TooLong { limit: u32 },
    /// The system's own words.
    Io(String),
    /// A fault of this program.
    Internal,
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::Denied,
            _ => Self::Io(error.to_string()),
        }
    }
}

impl Unreadable {
    /// Stable name, the same in all languages.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Denied => "denied",
            Self::NoTexts => "no_texts",
            Self::NoMatch => "no_match",
            Self::BadPattern(_) => "bad_pattern",
            Self::NotUtf8 { .. } => "not_utf8",
            Self::Document(error) => error.kind(),
            Self::TooLong { .. } => "too_long",
            Self::Io(_) => "io",
            Self::Internal => "internal",
        }
    }

    /// One sentence for a person.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            Self::NotFound => lang.pick("没有这个文件", "no such file").to_owned(),
            Self::Denied => lang.pick("没有读取权限", "permission denied").to_owned(),
            Self::NoTexts => lang.pick("文件夹里没有可读取的文档", "no document in this folder").to_owned(),
            Self::NoMatch => lang.pick("没有文件符合这个模式", "no file matches this pattern").to_owned(),
            Self::BadPattern(why) => format!("{}: {why}", lang.pick("模式有误", "not a pattern")),
            Self::NotUtf8 { at } => match lang {
                Lang::Zh => format!("不是 UTF-8 文本（第 {at} 字节处）"),
                Lang::En => format!("not UTF-8 text (at byte {at})"),
            },
            Self::Document(error) => match lang {
                Lang::Zh => error.message(),
                Lang::En => error.message_en(),
            },
            Self::TooLong { limit } => match lang {
                Lang::Zh => format!("超过 {limit} 字节的上限（见 --max-bytes）"),
                Lang::En => format!("longer than the limit of {limit} bytes (see --max-bytes)"),
            },
            Self::Io(words) => words.clone(),
            Self::Internal => {
                lang.pick("程序内部错误，请报告", "internal error, please report it").to_owned()
            }
        }
    }

    /// The record that stands in the place of the report.
    pub(crate) fn record<'e>(&self, source: &'e str) -> ErrorRecord<'e> {
        ErrorRecord {
            schema: report_model::Report::SCHEMA,
            source,
            error: ErrorBody {
                kind: self.kind(),
                message: self.message(Lang::Zh),
                message_en: self.message(Lang::En),
            },
        }
    }
}

/// What JSON holds in the place of a report that could not be made.
#[derive(Debug, Serialize)]
pub(crate) struct ErrorRecord<'e> {
    schema: &'static str,
    source: &'e str,
    error: ErrorBody,
}

#[derive(Debug, Serialize)]
struct ErrorBody {
    kind: &'static str,
    message: String,
    message_en: String,
}

/// Writes a line to standard error. A closed standard error is no reason to stop.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
