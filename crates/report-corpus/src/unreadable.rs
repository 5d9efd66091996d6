//! Why a file could not be read, in two languages, with a stable name for programs.

use report_ingest::IngestError;
use std::fmt;
use std::io;

/// Why an input gives no report.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Unreadable {
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
    /// A list of names that is not UTF-8 .
    NotUtf8 {
        /// Where the first other byte stands.
        at: usize,
    },
    /// No document that can be read: what it is, and what to do.
    Document(IngestError),
    /// Longer than `--max-bytes`.
    TooLong {
        /// The limit in bytes.
        limit: u32,
    },
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
    pub const fn kind(&self) -> &'static str {
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

    /// One sentence for a person, in Chinese.
    pub fn message_zh(&self) -> String {
        match self {
            Self::NotFound => "没有这个文件".to_owned(),
            Self::Denied => "没有读取权限".to_owned(),
            Self::NoTexts => "文件夹里没有可读取的文档".to_owned(),
            Self::NoMatch => "没有文件符合这个模式".to_owned(),
            Self::BadPattern(why) => format!("模式有误: {why}"),
            Self::NotUtf8 { at } => format!("不是 UTF-8 文本（第 {at} 字节处）"),
            Self::Document(error) => error.message(),
            Self::TooLong { limit } => format!("超过 {limit} 字节的上限（见 --max-bytes）"),
            Self::Io(words) => words.clone(),
            Self::Internal => "程序内部错误，请报告".to_owned(),
        }
    }

    /// One sentence for a person, in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::NotFound => "no such file".to_owned(),
            Self::Denied => "permission denied".to_owned(),
            Self::NoTexts => "no document in this folder".to_owned(),
            Self::NoMatch => "no file matches this pattern".to_owned(),
            Self::BadPattern(why) => format!("not a pattern: {why}"),
            Self::NotUtf8 { at } => format!("not UTF-8 text (at byte {at})"),
            Self::Document(error) => error.message_en(),
            Self::TooLong { limit } => format!("longer than the limit of {limit} bytes (see --max-bytes)"),
            Self::Io(words) => words.clone(),
            Self::Internal => "internal error, please report it".to_owned(),
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message_en())
    }
}

impl std::error::Error for Unreadable {}
