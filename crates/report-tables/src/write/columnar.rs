//! Files of record batches: Parquet, and Arrow's own (IPC).

use super::batch::Batches;
use super::{WriteError, Writer};
use crate::{Entry, Table, TableOptions, Type};
use arrow_ipc::writer::FileWriter;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;
use std::io::Write;

/// Rows of a Parquet row group: what the writer holds in memory.
const GROUP: usize = 131_072;

/// Writes a table as Parquet, compressed with zstd; the dictionary's words are in the schema's metadata.
pub struct Parquet<W: Write + Send> {
    /// `None` once finished.
    out: Option<ArrowWriter<W>>,
    batches: Batches,
    rows: u64,
}

impl<W: Write + Send> Parquet<W> {
    /// Writes the head of the file.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn new(out: W, table: Table, options: TableOptions) -> Result<Self, WriteError> {
        let batches = Batches::new(table, options);
        let properties = properties(table, options)?;
        let out = ArrowWriter::try_new(out, batches.schema(), Some(properties)).map_err(library)?;
        Ok(Self { out: Some(out), batches, rows: 0 })
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        self.rows += self.batches.rows() as u64;
        let batch = self.batches.take()?;
        match &mut self.out {
            Some(out) => out.write(&batch).map_err(library),
            None => Ok(()),
        }
    }
}

/// How the columns are laid down. A dictionary serves names that recur; quotes do not, a sentence
/// serves the rows that stand in it, and offsets and
/// indices are small as differences. Bounds of words would tell no reader which rows to skip.
fn properties(table: Table, options: TableOptions) -> Result<WriterProperties, WriteError> {
    let level = ZstdLevel::try_new(1).map_err(library)?;
    let mut builder = WriterProperties::builder()
        .set_compression(Compression::ZSTD(level))
        .set_max_row_group_row_count(Some(GROUP))
        .set_statistics_enabled(EnabledStatistics::None)
        .set_created_by(concat!("report-model ", env!("CARGO_PKG_VERSION")).to_owned());
    for column in table.columns(options) {
        let path = ColumnPath::from(column.name.as_ref());
        match column.ty {
            // Rows that follow one another mostly stand in one sentence.
            Type::Text if column.name == "sentence" => {
                builder = builder
                    .set_column_dictionary_enabled(path.clone(), false)
                    .set_column_encoding(path, Encoding::DELTA_BYTE_ARRAY);
            }
            Type::Text if column.name.ends_with("quote") => {
                builder = builder.set_column_dictionary_enabled(path, false);
            }
            Type::Int => {
                builder = builder
                    .set_column_dictionary_enabled(path.clone(), false)
                    .set_column_encoding(path.clone(), Encoding::DELTA_BINARY_PACKED)
                    .set_column_statistics_enabled(path, EnabledStatistics::Chunk);
            }
            Type::Number | Type::Date => {
                builder = builder.set_column_statistics_enabled(path, EnabledStatistics::Chunk);
            }
            _ => {}
        }
    }
    Ok(builder.build())
}

impl<W: Write + Send> Writer for Parquet<W> {
    fn entry(&mut self, entry: &Entry<'_>) -> Result<(), WriteError> {
        self.batches.entry(entry);
        if self.batches.is_due() { self.flush() } else { Ok(()) }
    }

    fn finish(&mut self) -> Result<u64, WriteError> {
        self.flush()?;
        if let Some(out) = self.out.take() {
            out.close().map_err(library)?;
        }
        Ok(self.rows)
    }
}

/// Writes a table as an Arrow file (IPC, Feather 2).
pub struct ArrowFile<W: Write> {
    out: FileWriter<W>,
    batches: Batches,
    rows: u64,
}

impl<W: Write> ArrowFile<W> {
    /// Writes the head of the file.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn new(out: W, table: Table, options: TableOptions) -> Result<Self, WriteError> {
        let batches = Batches::new(table, options);
        let out = FileWriter::try_new(out, &batches.schema()).map_err(library)?;
        Ok(Self { out, batches, rows: 0 })
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        self.rows += self.batches.rows() as u64;
        self.out.write(&self.batches.take()?).map_err(library)
    }
}

impl<W: Write + Send> Writer for ArrowFile<W> {
    fn entry(&mut self, entry: &Entry<'_>) -> Result<(), WriteError> {
        self.batches.entry(entry);
        if self.batches.is_due() { self.flush() } else { Ok(()) }
    }

    fn finish(&mut self) -> Result<u64, WriteError> {
        self.flush()?;
        self.out.finish().map_err(library)?;
        Ok(self.rows)
    }
}

fn library(error: impl std::fmt::Display) -> WriteError {
    WriteError::Library(error.to_string())
}
