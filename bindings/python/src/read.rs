//! One document: text or bytes in, JSON out.

use crate::error::{Fault, error, internal};
use crate::text::{characters, json, report};
use pyo3::prelude::*;
use pyo3::types::PyString;
use report_ingest::IngestError;
use report_model::{AuditOptions, Options, audit, try_parse};

/// The options of the parser.
pub(crate) fn options(
    source: Option<String>,
    max_bytes: Option<u32>,
    select: Option<Vec<String>>,
    ignore: Option<Vec<String>>,
    audit: bool,
) -> Options {
    let options = source.map_or_else(Options::default, Options::with_source);
    let wanted = AuditOptions::select(select.unwrap_or_default()).ignore(ignore.unwrap_or_default());
    options.max_bytes(max_bytes.unwrap_or(Options::MAX_BYTES)).audit(audit.then_some(wanted))
}

/// The JSON of the report that a text is.
#[pyfunction]
#[pyo3(signature = (text, *, source=None, audit=true, select=None, ignore=None, max_bytes=None))]
pub(crate) fn parse_json(
    py: Python<'_>,
    text: &Bound<'_, PyString>,
    source: Option<String>,
    audit: bool,
    select: Option<Vec<String>>,
    ignore: Option<Vec<String>>,
    max_bytes: Option<u32>,
) -> PyResult<String> {
    let text = characters(text)?;
    let options = options(source, max_bytes, select, ignore, audit);
    // Other Python threads go on while this one reads.
    let done = py.detach(|| {
        let report = try_parse(&text, &options).map_err(|e| (e.kind(), e.to_string()))?.report;
        json(report, &text)
    });
    done.map_err(|(kind, message)| error(py, kind, message))
}

/// The text of a document, the JSON of the report it is, and JSON with its format, encoding and warnings.
#[pyfunction]
#[pyo3(signature = (data, *, name=None, url=None, audit=true, select=None, ignore=None, max_bytes=None))]
#[allow(clippy::too_many_arguments, reason = "keywords in Python")]
pub(crate) fn parse_bytes_json(
    py: Python<'_>,
    data: &[u8],
    name: Option<String>,
    url: Option<String>,
    audit: bool,
    select: Option<Vec<String>>,
    ignore: Option<Vec<String>>,
    max_bytes: Option<u32>,
) -> PyResult<(String, String, String)> {
    let options = options(name, max_bytes, select, ignore, audit);
    let done = py.detach(|| -> Result<_, Fault> {
        let mut reading = report_ingest::Options::default();
        reading.limits.text = u64::from(options.max_bytes);
        reading.url = url;
        let document =
            report_ingest::read(data, &reading).map_err(|why: IngestError| (why.kind(), why.message_en()))?;
        let report = document.parse(&options);
        let about = serde_json::json!({
            "format": document.format, "encoding": document.encoding, "warnings": document.warnings,
        });
        let about = serde_json::to_string(&about).map_err(internal)?;
        Ok((json(report, &document.text)?, document.text, about))
    });
    let (report, text, about) = done.map_err(|(kind, message)| error(py, kind, message))?;
    Ok((text, report, about))
}

/// The JSON of the findings of other rules in a report that has been read.
#[pyfunction]
#[pyo3(signature = (text, report_json, *, select=None, ignore=None))]
pub(crate) fn audit_json(
    py: Python<'_>,
    text: &Bound<'_, PyString>,
    report_json: &str,
    select: Option<Vec<String>>,
    ignore: Option<Vec<String>>,
) -> PyResult<String> {
    let text = characters(text)?;
    let wanted = AuditOptions::select(select.unwrap_or_default()).ignore(ignore.unwrap_or_default());
    let done = py.detach(|| -> Result<String, Fault> {
        let mut report = report(report_json, &text)?;
        report.diagnostics = audit(&report, &text, &wanted);
        report.reencode(&text, report_model::OffsetEncoding::Utf32);
        serde_json::to_string(&report.diagnostics).map_err(internal)
    });
    done.map_err(|(kind, message)| error(py, kind, message))
}

/// The JSON of a report, whatever unit its spans are in, with spans in code points; raises where it is none.
#[pyfunction]
pub(crate) fn reencode_json(
    py: Python<'_>,
    text: &Bound<'_, PyString>,
    report_json: &str,
) -> PyResult<String> {
    let text = characters(text)?;
    let done = py.detach(|| json(report(report_json, &text)?, &text));
    done.map_err(|(kind, message)| error(py, kind, message))
}
