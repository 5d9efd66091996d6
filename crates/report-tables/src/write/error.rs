//! Why a table could not be written.

use std::fmt;
use std::io;

/// A table that could not be written.
#[derive(Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// The system's words.
    Io(io::Error),
    /// More rows than a sheet of a workbook holds (1,048,576).
    TooManyRows {
        /// The table.
        table: &'static str,
    },
    /// The words of a library.
    Library(String),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::TooManyRows { table } => {
                write!(
                    f,
                    "the table {table} has more rows than a sheet holds (1,048,576): use csv or parquet"
                )
            }
            Self::Library(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<::csv::Error> for WriteError {
    fn from(error: ::csv::Error) -> Self {
        match error.into_kind() {
            ::csv::ErrorKind::Io(error) => Self::Io(error),
            other => Self::Library(format!("{other:?}")),
        }
    }
}
