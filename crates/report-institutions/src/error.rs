//! Why a registry cannot be read.

use std::fmt;

/// A list of institutions that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RegistryError {
    /// No row names a column for the institutions' names (学校名称, 名称, name).
    NoNameColumn,
    /// No row names a column for their codes (学校标识码, 代码, code).
    NoCodeColumn,
    /// A heading, but no institution below.
    Empty,
    /// Not a file of the kind that was expected; with the reader's words.
    Malformed(String),
    /// A workbook, but this build reads none.
    NoWorkbooks,
}

impl RegistryError {
    /// Stable name of the kind of error, the same in all languages.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::NoNameColumn => "no_name_column",
            Self::NoCodeColumn => "no_code_column",
            Self::Empty => "empty",
            Self::Malformed(_) => "malformed",
            Self::NoWorkbooks => "no_workbooks",
        }
    }

    /// One sentence in Chinese.
    pub fn message(&self) -> String {
        match self {
            Self::NoNameColumn => "名单中没有“学校名称”一列".to_owned(),
            Self::NoCodeColumn => "名单中没有“学校标识码”一列".to_owned(),
            Self::Empty => "名单中没有学校".to_owned(),
            Self::Malformed(why) => format!("无法读取名单：{why}"),
            Self::NoWorkbooks => "此版本不能读取 Excel 名单，请另存为 CSV".to_owned(),
        }
    }
}

impl fmt::Display for RegistryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNameColumn => f.write_str("the list has no column of names (学校名称 or name)"),
            Self::NoCodeColumn => f.write_str("the list has no column of codes (学校标识码 or code)"),
            Self::Empty => f.write_str("the list names no institution"),
            Self::Malformed(why) => write!(f, "the list cannot be read: {why}"),
            Self::NoWorkbooks => f.write_str("this build reads no workbooks; save the list as CSV"),
        }
    }
}

impl std::error::Error for RegistryError {}
