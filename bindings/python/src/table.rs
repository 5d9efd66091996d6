//! A table of a corpus: made as it is read, a batch at a time.

use crate::corpus::Store;
use crate::error::{Fault, error, internal};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use report_corpus::in_order;
use report_model::OffsetEncoding;
use report_tables::write::{
    ArrowFile, Batches, Csv, JsonLines, Parquet, Workbook, WriteError, Writer, arrow_schema,
};
use report_tables::{Table, TableOptions};
use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A table of a corpus.
#[pyclass(module = "report_model._native", frozen)]
pub(crate) struct NativeTable {
    store: Arc<Store>,
    table: Table,
    options: TableOptions,
}

fn named(name: &str) -> Result<Table, Fault> {
    name.parse().map_err(|_| {
        let names: Vec<&str> = Table::ALL.iter().map(|table| table.as_str()).collect();
        ("no_such_table", format!("no table {name:?}; there are {}", names.join(", ")))
    })
}

impl NativeTable {
    pub(crate) fn new(store: &Arc<Store>, name: &str, evidence: bool) -> Result<Self, Fault> {
        let options = TableOptions::default().evidence(evidence);
        Ok(Self { store: Arc::clone(store), table: named(name)?, options })
    }

    /// Writes all rows with a writer.
    fn rows(&self, mut writer: Box<dyn Writer>) -> Result<u64, Fault> {
        for item in &self.store.items {
            self.store.with_entry(item, UNIT, |entry| writer.entry(entry)).map_err(failed)?;
        }
        writer.finish().map_err(failed)
    }
}

/// Offsets in Python are code points.
const UNIT: OffsetEncoding = OffsetEncoding::Utf32;

fn failed(error: WriteError) -> Fault {
    match error {
        WriteError::Io(error) => ("io", error.to_string()),
        other => ("not_written", other.to_string()),
    }
}

fn create(path: &Path) -> Result<BufWriter<File>, Fault> {
    File::create(path).map(BufWriter::new).map_err(|why| ("io", format!("{}: {why}", path.display())))
}

#[pymethods]
impl NativeTable {
    /// The table as an Arrow stream (the `PyCapsule` interface): each call reads anew.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface allows to leave a wish for another schema unheard.
        drop(requested_schema);
        let rows =
            Rows { store: Arc::clone(&self.store), next: 0, batches: Batches::new(self.table, self.options) };
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(rows)), c"arrow_array_stream")
    }

    /// The schema of the table (the `PyCapsule` interface).
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(arrow_schema(self.table, self.options).as_ref());
        let schema = schema.map_err(|why| error(py, "internal", why.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// Writes the table to a file: csv, jsonl, parquet or arrow. Gives the number of rows.
    #[pyo3(signature = (path, format, *, bom=false))]
    fn write(&self, py: Python<'_>, path: PathBuf, format: &str, bom: bool) -> PyResult<u64> {
        let failed = |(kind, message): Fault| error(py, kind, message);
        let form = Form::new(format, self.options.evidence, bom).map_err(failed)?;
        let done = py.detach(|| complete(&path, |half| self.rows(form.writer(half, self.table)?)));
        done.map_err(failed)
    }

    /// The rows of one file or of all, at most so many, as JSON lines.
    #[pyo3(signature = (limit=None, *, file=None))]
    fn json_lines(&self, py: Python<'_>, limit: Option<usize>, file: Option<usize>) -> PyResult<String> {
        let items = match file {
            Some(index) => self.store.items.get(index).map_or(&[][..], std::slice::from_ref),
            None => &self.store.items,
        };
        let done = py.detach(|| -> Result<String, Fault> {
            let (mut out, mut rows) = (Vec::new(), 0);
            for item in items {
                let mut writer = JsonLines::new(&mut out, self.table, self.options);
                self.store.with_entry(item, UNIT, |entry| writer.entry(entry)).map_err(failed)?;
                rows += writer.finish().map_err(failed)?;
                if limit.is_some_and(|limit| rows >= limit as u64) {
                    break;
                }
            }
            let lines = String::from_utf8(out).map_err(internal)?;
            Ok(lines.lines().take(limit.unwrap_or(usize::MAX)).collect::<Vec<_>>().join("\n"))
        });
        done.map_err(|(kind, message)| error(py, kind, message))
    }
}

/// How a file of a table is written.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    kind: Kind,
    options: TableOptions,
    bom: bool,
}

#[derive(Clone, Copy)]
enum Kind {
    Csv,
    JsonLines,
    Parquet,
    Arrow,
}

impl Form {
    pub(crate) fn new(format: &str, evidence: bool, bom: bool) -> Result<Self, Fault> {
        let kind = match format {
            "csv" => Kind::Csv,
            "jsonl" => Kind::JsonLines,
            "parquet" => Kind::Parquet,
            "arrow" => Kind::Arrow,
            _ => {
                let message = format!("no format {format:?}; there are csv, jsonl, parquet, arrow");
                return Err(("no_such_format", message));
            }
        };
        Ok(Self { kind, options: TableOptions::default().evidence(evidence), bom })
    }

    const fn ending(self) -> &'static str {
        match self.kind {
            Kind::Csv => "csv",
            Kind::JsonLines => "jsonl",
            Kind::Parquet => "parquet",
            Kind::Arrow => "arrow",
        }
    }

    fn writer(self, path: &Path, table: Table) -> Result<Box<dyn Writer>, Fault> {
        let (out, options) = (create(path)?, self.options);
        Ok(match self.kind {
            Kind::Csv => Box::new(Csv::new(out, table, options, self.bom).map_err(failed)?),
            Kind::JsonLines => Box::new(JsonLines::new(out, table, options)),
            Kind::Parquet => Box::new(Parquet::new(out, table, options).map_err(failed)?),
            Kind::Arrow => Box::new(ArrowFile::new(out, table, options).map_err(failed)?),
        })
    }
}

/// A file stands under its name only once it is complete.
fn complete<T>(path: &Path, write: impl FnOnce(&Path) -> Result<T, Fault>) -> Result<T, Fault> {
    let half = half(path);
    let done = write(&half)?;
    fs::rename(&half, path).map_err(|why| ("io", format!("{}: {why}", path.display())))?;
    Ok(done)
}

/// The name of a file that is not complete.
fn half(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

/// Writes tables into a folder, a file each, in one pass over the corpus.
pub(crate) fn write_all(
    store: &Store,
    folder: &Path,
    tables: &[String],
    form: Form,
    workers: usize,
) -> Result<Vec<(String, u64)>, Fault> {
    let tables = tables.iter().map(|name| named(name)).collect::<Result<Vec<_>, _>>()?;
    fs::create_dir_all(folder).map_err(|why| ("io", format!("{}: {why}", folder.display())))?;
    let path = |table: &Table| folder.join(format!("{table}.{}", form.ending()));
    let mut writers =
        tables.iter().map(|table| form.writer(&half(&path(table)), *table)).collect::<Result<Vec<_>, _>>()?;
    // Unpacking is half of the work and goes in parallel; rows stand in the order of the files.
    let unpacked = |item| (item, store.unpacked(item));
    let mut fault = None;
    let done = in_order(store.items.iter().collect(), workers, unpacked, |(item, read)| {
        let written = Store::entry_of(item, read, UNIT, |entry| {
            writers.iter_mut().try_for_each(|writer| writer.entry(entry))
        });
        written.map_err(|why| {
            fault = Some(failed(why));
            io::Error::other("not written")
        })
    });
    if let Some(fault) = fault {
        return Err(fault);
    }
    done.map_err(|why| ("io", why.to_string()))?;
    let mut counts = Vec::with_capacity(tables.len());
    for (table, mut writer) in tables.iter().zip(writers) {
        let count = writer.finish().map_err(failed)?;
        drop(writer);
        complete(&path(table), |_| Ok(()))?;
        counts.push((table.to_string(), count));
    }
    Ok(counts)
}

/// Writes tables into one workbook.
pub(crate) fn workbook(store: &Store, path: &Path, tables: &[String], evidence: bool) -> Result<u64, Fault> {
    let tables = tables.iter().map(|name| named(name)).collect::<Result<Vec<_>, _>>()?;
    let mut book = Workbook::new(&tables, TableOptions::default().evidence(evidence)).map_err(failed)?;
    for item in &store.items {
        store.with_entry(item, UNIT, |entry| book.entry(entry)).map_err(failed)?;
    }
    complete(path, |half| book.finish(create(half)?).map_err(failed))
}

/// Batches as a consumer asks for them.
struct Rows {
    store: Arc<Store>,
    next: usize,
    batches: Batches,
}

impl Iterator for Rows {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.batches.is_due() {
            let Some(item) = self.store.items.get(self.next) else { break };
            self.next += 1;
            let batches = &mut self.batches;
            self.store.with_entry(item, UNIT, |entry| batches.entry(entry));
        }
        let batch = (self.batches.rows() > 0).then(|| self.batches.take())?;
        Some(batch.map_err(|why| ArrowError::ExternalError(Box::new(why))))
    }
}

impl RecordBatchReader for Rows {
    fn schema(&self) -> SchemaRef {
        self.batches.schema()
    }
}
