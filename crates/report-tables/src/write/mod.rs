//! Writers: entries in, files out, a row at a time.
//!
//! All take any [`std::io::Write`]; none holds more than some thousand rows.

#[cfg(feature = "arrow")]
mod batch;
#[cfg(feature = "parquet")]
mod columnar;
mod csv;
mod error;
mod jsonl;
#[cfg(feature = "xlsx")]
mod xlsx;

#[cfg(feature = "arrow")]
pub use batch::{Batches, arrow_schema};
#[cfg(feature = "parquet")]
pub use columnar::{ArrowFile, Parquet};
pub use csv::Csv;
pub use error::WriteError;
pub use jsonl::JsonLines;
#[cfg(feature = "xlsx")]
pub use xlsx::Workbook;

use crate::Entry;

/// Takes entries and writes their rows. Writers of several tables may work at the same time, so they can be sent.
pub trait Writer: Send {
    /// Writes the rows of an entry.
    ///
    /// # Errors
    ///
    /// Where the rows cannot be written.
    fn entry(&mut self, entry: &Entry<'_>) -> Result<(), WriteError>;

    /// Writes what is still held back and the file's end; gives the number of rows.
    ///
    /// # Errors
    ///
    /// Where the rest cannot be written.
    fn finish(&mut self) -> Result<u64, WriteError>;
}
