//! A table of a corpus: made as it is read, a batch at a time.

use crate::corpus::Store;
use crate::error::{Fault, error, internal};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use report_corpus::{Form, TableFiles, TableFormat, Workers, tabulate};
use report_model::OffsetEncoding;
use report_tables::write::{Batches, JsonLines, WriteError, Writer, arrow_schema};
use report_tables::{Table, TableOptions};
use std::path::PathBuf;
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
}

/// Offsets in Python are code points.
const UNIT: OffsetEncoding = OffsetEncoding::Utf32;

pub(crate) fn failed(error: WriteError) -> Fault {
    match error {
        WriteError::Io(error) => ("io", error.to_string()),
        other => ("not_written", other.to_string()),
    }
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

    /// Writes the table to a file: csv, jsonl, parquet, arrow or xlsx. Gives the number of rows.
    #[pyo3(signature = (path, format, *, bom=false))]
    fn write(&self, py: Python<'_>, path: PathBuf, format: &str, bom: bool) -> PyResult<u64> {
        let form = form(format, self.options.evidence, bom);
        let done = py.detach(|| {
            let files = TableFiles::in_file(&path, &[self.table], form?).map_err(failed)?;
            write(&self.store, files, 0)
        });
        let written = done.map_err(|(kind, message)| error(py, kind, message))?;
        Ok(written.iter().map(|(_, rows)| rows).sum())
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
                writer.entry(&self.store.record(item).entry(UNIT)).map_err(failed)?;
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

/// What to write of a corpus, as Python says it.
pub(crate) fn form(format: &str, evidence: bool, bom: bool) -> Result<Form, Fault> {
    let format: TableFormat = format.parse().map_err(|why| ("no_such_format", why))?;
    Ok(Form { format, options: TableOptions::default().evidence(evidence), bom })
}

pub(crate) fn all_named(names: &[String]) -> Result<Vec<Table>, Fault> {
    names.iter().map(|name| named(name)).collect()
}

/// Writes the tables of a corpus in one pass. Gives their names (`tables` for a workbook) and the number of their rows.
pub(crate) fn write(
    store: &Store,
    mut files: TableFiles,
    workers: usize,
) -> Result<Vec<(&'static str, u64)>, Fault> {
    let pool = Workers::new(workers, store.items.len()).map_err(|why| failed(why.into()))?;
    let items = store.items.iter().collect();
    tabulate(items, &pool, UNIT, |item| (store.record(item), ()), &mut files, |()| ()).map_err(failed)?;
    let written = files.finish().map_err(failed)?.into_iter();
    Ok(written.map(|written| (written.table.map_or("tables", Table::as_str), written.rows)).collect())
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
            self.batches.entry(&self.store.record(item).entry(UNIT));
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
