//! Many files: read in parallel, kept small, given as tables.

use crate::error::{Fault, ReportError, error, internal};
use crate::table::{NativeTable, all_named, failed, form, write};
use crate::text::{characters, json, report};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use report_compare::Side;
use report_compare::reuse::{self, fingerprints};
use report_compare::series;
use report_corpus::{
    Cache, Input, Inputs, Read, Reader, Reading, Record, TableFiles, identity, in_order, pack, unpack,
};
use report_institutions::Registry;
use report_model::{AuditOptions, OffsetEncoding, Options, Span, reencode_spans};
use report_tables::Summary;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Time between two reports of progress.
const TELL: Duration = Duration::from_millis(100);

/// A file of a corpus.
pub(crate) struct Item {
    pub(crate) label: String,
    /// The reading, packed; or the kind and the words of the error.
    pub(crate) outcome: Result<Vec<u8>, (String, String)>,
}

/// Files in their order, and the registry that tells their institutions.
#[derive(Default)]
pub(crate) struct Store {
    pub(crate) items: Vec<Item>,
    pub(crate) registry: Option<Registry>,
}

impl Store {
    /// A file as it was read, with its institution.
    pub(crate) fn record(&self, item: &Item) -> Record {
        let outcome = item.outcome.as_ref().map_err(Clone::clone).and_then(|packed| {
            let damaged = || ("internal".to_owned(), "the packed reading is damaged".to_owned());
            let read = unpack(packed).ok_or_else(damaged)?;
            let told = identity(&read.report, self.registry.as_ref());
            Ok((read, told))
        });
        Record { label: item.label.clone(), outcome }
    }
}

/// Readings of many files.
#[pyclass(module = "report_model._native", frozen)]
pub(crate) struct NativeCorpus {
    pub(crate) store: Arc<Store>,
}

fn registry(bytes: Option<&[u8]>) -> Result<Option<Registry>, Fault> {
    bytes.map(Registry::read).transpose().map_err(|why| (why.kind(), why.to_string()))
}

fn kept(reading: Reading) -> Result<Item, Fault> {
    let outcome = match reading.outcome {
        Ok(read) => Ok(pack(&read).map_err(internal)?),
        Err(why) => Err((why.kind().to_owned(), why.message_en())),
    };
    Ok(Item { label: reading.label, outcome })
}

/// Reads in parallel; the one who waits is told how many are done, and may break off.
fn read_all<T: Send>(
    py: Python<'_>,
    items: Vec<T>,
    jobs: usize,
    progress: Option<&Py<PyAny>>,
    work: impl Fn(T) -> Result<Item, Fault> + Sync + Send,
) -> PyResult<Vec<Item>> {
    let (count, mut done) = (items.len(), Vec::with_capacity(items.len()));
    let mut told = Instant::now();
    py.detach(|| {
        in_order(items, jobs, work, |item| {
            done.push(item.map_err(|(kind, message)| Python::attach(|py| error(py, kind, message)))?);
            if told.elapsed() >= TELL || done.len() == count {
                told = Instant::now();
                Python::attach(|py| {
                    py.check_signals()?;
                    progress.map_or(Ok(()), |tell| tell.call1(py, (done.len(), count)).map(drop))
                })?;
            }
            PyResult::Ok(())
        })
    })?;
    Ok(done)
}

#[pymethods]
impl NativeCorpus {
    /// Reads files, folders and patterns.
    #[staticmethod]
    #[pyo3(signature = (paths, *, workers=0, progress=None, audit=true, max_bytes=None, registry_list=None, cache=None))]
    #[allow(clippy::too_many_arguments, reason = "keywords in Python")]
    fn read(
        py: Python<'_>,
        paths: Vec<PathBuf>,
        workers: usize,
        progress: Option<Py<PyAny>>,
        audit: bool,
        max_bytes: Option<u32>,
        registry_list: Option<&[u8]>,
        cache: Option<PathBuf>,
    ) -> PyResult<Self> {
        let failed = |(kind, message): Fault| error(py, kind, message);
        let registry = registry(registry_list).map_err(failed)?;
        let inputs = Inputs::of(&paths, None, "-")
            .map_err(|(label, why)| error(py, why.kind(), format!("{label}: {}", why.message_en())))?;
        let cache = cache.map(Cache::new).transpose()?;
        let max_bytes = max_bytes.unwrap_or(Options::MAX_BYTES);
        let reader = Reader { max_bytes, audit: audit.then(AuditOptions::default), cache };
        let work = |input: Input| kept(reader.read(input));
        let items = read_all(py, inputs.list, workers, progress.as_ref(), work)?;
        Ok(Self { store: Arc::new(Store { items, registry }) })
    }

    /// Reads the bytes of files, each with its label.
    #[staticmethod]
    #[pyo3(signature = (files, *, workers=0, audit=true, max_bytes=None, registry_list=None))]
    fn read_bytes(
        py: Python<'_>,
        files: Vec<(String, Vec<u8>)>,
        workers: usize,
        audit: bool,
        max_bytes: Option<u32>,
        registry_list: Option<&[u8]>,
    ) -> PyResult<Self> {
        let registry = registry(registry_list).map_err(|(kind, message)| error(py, kind, message))?;
        let max_bytes = max_bytes.unwrap_or(Options::MAX_BYTES);
        let reader = Reader { max_bytes, audit: audit.then(AuditOptions::default), cache: None };
        let work = |(label, bytes): (String, Vec<u8>)| {
            let outcome = reader.parse(&bytes, &label);
            kept(Reading { label, outcome, cached: false })
        };
        let items = read_all(py, files, workers, None, work)?;
        Ok(Self { store: Arc::new(Store { items, registry }) })
    }

    /// Reports read before, each with its label and text.
    #[staticmethod]
    #[pyo3(signature = (reports, *, registry_list=None))]
    fn of_reports(
        py: Python<'_>,
        reports: Vec<(String, Bound<'_, PyString>, String)>,
        registry_list: Option<&[u8]>,
    ) -> PyResult<Self> {
        let failed = |(kind, message): Fault| error(py, kind, message);
        let registry = registry(registry_list).map_err(failed)?;
        let mut items = Vec::with_capacity(reports.len());
        for (label, text, json) in reports {
            let text = characters(&text)?.into_owned();
            let report = report(&json, &text).map_err(failed)?;
            items.push(
                kept(Reading { label, outcome: Ok(Read { report, text }), cached: false }).map_err(failed)?,
            );
        }
        Ok(Self { store: Arc::new(Store { items, registry }) })
    }

    /// The files as they are kept: label, packed reading or none, kind and words of the error. For pickling.
    #[allow(clippy::type_complexity, reason = "plain tuples for pickle")]
    fn packed(&self) -> Vec<(String, Option<Vec<u8>>, Option<(String, String)>)> {
        let items = self.store.items.iter();
        items
            .map(|item| (item.label.clone(), item.outcome.clone().ok(), item.outcome.clone().err()))
            .collect()
    }

    /// The corpus of packed files.
    #[staticmethod]
    #[pyo3(signature = (items, *, registry_list=None))]
    #[allow(clippy::type_complexity, reason = "plain tuples for pickle")]
    fn of_packed(
        py: Python<'_>,
        items: Vec<(String, Option<Vec<u8>>, Option<(String, String)>)>,
        registry_list: Option<&[u8]>,
    ) -> PyResult<Self> {
        let registry = registry(registry_list).map_err(|(kind, message)| error(py, kind, message))?;
        let items = items.into_iter().map(|(label, packed, failure)| Item {
            label,
            outcome: packed.ok_or_else(|| failure.unwrap_or_default()),
        });
        Ok(Self { store: Arc::new(Store { items: items.collect(), registry }) })
    }

    fn __len__(&self) -> usize {
        self.store.items.len()
    }

    /// Labels of the files, in order.
    fn labels(&self) -> Vec<&str> {
        self.store.items.iter().map(|item| item.label.as_str()).collect()
    }

    /// Files that could not be read: index, label, kind and words of the error.
    fn errors(&self) -> Vec<(usize, &str, &str, &str)> {
        let items = self.store.items.iter().enumerate();
        items
            .filter_map(|(i, item)| {
                let (kind, message) = item.outcome.as_ref().err()?;
                Some((i, item.label.as_str(), kind.as_str(), message.as_str()))
            })
            .collect()
    }

    /// Text and JSON of a file; raises what hindered its reading.
    fn get(&self, py: Python<'_>, index: usize) -> PyResult<(String, String)> {
        let item = self.store.items.get(index).ok_or_else(|| PyIndexError::new_err("no such report"))?;
        let packed = item.outcome.as_ref().map_err(|(kind, message)| {
            let error = ReportError::new_err(format!("{}: {message}", item.label));
            error.value(py).setattr("kind", kind).map_or_else(|why| why, |()| error)
        })?;
        let done = py.detach(|| {
            let Read { report, text } =
                unpack(packed).ok_or_else(|| internal("the packed reading is damaged"))?;
            Ok((json(report, &text)?, text))
        });
        let (json, text) = done.map_err(|(kind, message): Fault| error(py, kind, message))?;
        Ok((text, json))
    }

    /// A table of all files; rows are made as they are asked for. Offsets are code points.
    #[pyo3(signature = (name, *, evidence=true))]
    fn table(&self, py: Python<'_>, name: &str, evidence: bool) -> PyResult<NativeTable> {
        NativeTable::new(&self.store, name, evidence).map_err(|(kind, message)| error(py, kind, message))
    }

    /// All tables in one workbook.
    fn write_workbook(
        &self,
        py: Python<'_>,
        path: PathBuf,
        tables: Vec<String>,
        evidence: bool,
    ) -> PyResult<u64> {
        let done = py.detach(|| {
            let tables = all_named(&tables)?;
            let form = form("xlsx", evidence, false)?;
            write(&self.store, TableFiles::in_file(&path, &tables, form).map_err(failed)?, 0)
        });
        let written = done.map_err(|(kind, message)| error(py, kind, message))?;
        Ok(written.iter().map(|(_, rows)| rows).sum())
    }

    /// The corpus summed up, as JSON.
    fn summary_json(&self, py: Python<'_>) -> PyResult<String> {
        let done = py.detach(|| {
            let mut summary = Summary::default();
            for item in &self.store.items {
                summary.add(&self.store.record(item).entry(OffsetEncoding::Utf8));
            }
            serde_json::to_string(&summary).map_err(internal)
        });
        done.map_err(|(kind, message)| error(py, kind, message))
    }

    /// The institutions of the reports: index of the file, printed name, key, code.
    fn identities(&self, py: Python<'_>) -> Vec<(usize, String, Option<String>, Option<String>)> {
        py.detach(|| {
            let items = self.store.items.iter().enumerate();
            items
                .filter_map(|(i, item)| {
                    let read = unpack(item.outcome.as_ref().ok()?)?;
                    let told = identity(&read.report, self.store.registry.as_ref());
                    Some((i, read.report.institution?.name, told.key, told.id))
                })
                .collect()
        })
    }

    /// The years of institutions as JSON, from the files of these indices, or of all.
    #[pyo3(signature = (indices=None))]
    fn series_json(&self, py: Python<'_>, indices: Option<Vec<usize>>) -> PyResult<String> {
        let done = py.detach(|| by_year(&self.store, indices.as_deref()));
        done.map_err(|(kind, message)| error(py, kind, message))
    }

    /// Writes tables into a folder, a file each (one workbook for xlsx), in one pass over the corpus. Gives the number of
    /// rows of each.
    #[pyo3(signature = (folder, tables, format, *, evidence=true, bom=false, workers=0))]
    #[allow(clippy::too_many_arguments, reason = "keywords in Python")]
    fn write_tables(
        &self,
        py: Python<'_>,
        folder: PathBuf,
        tables: Vec<String>,
        format: &str,
        evidence: bool,
        bom: bool,
        workers: usize,
    ) -> PyResult<Vec<(&'static str, u64)>> {
        let done = py.detach(|| {
            let tables = all_named(&tables)?;
            let form = form(format, evidence, bom)?;
            write(&self.store, TableFiles::in_folder(&folder, &tables, form).map_err(failed)?, workers)
        });
        done.map_err(|(kind, message)| error(py, kind, message))
    }

    /// Passages that reports share, as JSON: spans in code points, words with them.
    #[pyo3(signature = (*, likeness=50, common=20))]
    fn reuse_json(&self, py: Python<'_>, likeness: u32, common: u32) -> PyResult<String> {
        let mut options = reuse::Options::default();
        (options.likeness, options.common) = (likeness, common);
        let done = py.detach(|| shared(&self.store, options));
        done.map_err(|(kind, message)| error(py, kind, message))
    }
}

/// The years of each institution in a row; spans in code points.
fn by_year(store: &Store, indices: Option<&[usize]>) -> Result<String, Fault> {
    let wanted = |index: usize| indices.is_none_or(|indices| indices.contains(&index));
    let mut reads = Vec::new();
    for (_, item) in store.items.iter().enumerate().filter(|(index, _)| wanted(*index)) {
        let Some(read) = item.outcome.as_ref().ok().and_then(|packed| unpack(packed)) else { continue };
        let told = identity(&read.report, store.registry.as_ref());
        reads.push((item.label.as_str(), read, told.id.or(told.key)));
    }
    let entries: Vec<_> = reads
        .iter()
        .map(|(label, read, key)| series::Entry {
            key: key.as_deref(),
            side: Side { report: &read.report, text: &read.text },
            source: label,
        })
        .collect();
    let mut found = series::series(&entries);
    for year in found.iter_mut().flat_map(|series| &mut series.years) {
        let Some((_, read, _)) = reads.iter().find(|(label, ..)| *label == year.source) else { continue };
        let figures = year.figures.iter_mut().map(|figure| &mut figure.evidence.span);
        let spans = figures.chain(year.coverage.as_mut().map(|coverage| &mut coverage.span)).collect();
        reencode_spans(&read.text, spans, OffsetEncoding::Utf8, OffsetEncoding::Utf32);
    }
    serde_json::to_string(&found).map_err(internal)
}

/// What the reports of a corpus share.
fn shared(store: &Store, options: reuse::Options) -> Result<String, Fault> {
    let mut corpus = reuse::Corpus::new();
    let mut files = Vec::new();
    for (i, item) in store.items.iter().enumerate() {
        let Some(read) = item.outcome.as_ref().ok().and_then(|packed| unpack(packed)) else { continue };
        let told = identity(&read.report, store.registry.as_ref());
        let key = told.id.or(told.key);
        corpus.add(fingerprints(
            &Side { report: &read.report, text: &read.text },
            key.as_deref(),
            &item.label,
        ));
        files.push(i);
    }
    let mut found = corpus.find(&options);
    // The spans of each file together, so that its text is unpacked and walked once.
    let mut of_file: Vec<Vec<&mut Span>> = files.iter().map(|_| Vec::new()).collect();
    for cluster in found.clusters.iter_mut().chain(&mut found.common) {
        for member in &mut cluster.members {
            if let Some(list) = of_file.get_mut(member.document as usize) {
                list.push(&mut member.span);
            }
        }
    }
    for (spans, &file) in of_file.into_iter().zip(&files) {
        let packed = store.items.get(file).and_then(|item| item.outcome.as_ref().ok());
        let Some(read) = packed.and_then(|packed| unpack(packed)).filter(|_| !spans.is_empty()) else {
            continue;
        };
        reencode_spans(&read.text, spans, OffsetEncoding::Utf8, OffsetEncoding::Utf32);
    }
    let mut value = serde_json::to_value(&found).map_err(internal)?;
    value["files"] = files.into();
    serde_json::to_string(&value).map_err(internal)
}
