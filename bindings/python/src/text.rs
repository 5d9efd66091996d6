//! Python strings as text, and reports as JSON in code points.

use crate::error::{Fault, internal};
use pyo3::prelude::*;
use pyo3::types::PyString;
use report_model::{OffsetEncoding, Report};
use std::borrow::Cow;

/// The characters of a Python string. Lone surrogates, which no UTF-8 can hold, become U+FFFD one for one, so that
/// positions stay what they are.
pub(crate) fn characters<'t>(text: &'t Bound<'_, PyString>) -> PyResult<Cow<'t, str>> {
    if let Ok(text) = text.to_str() {
        return Ok(Cow::Borrowed(text));
    }
    let bytes: Vec<u8> = text.call_method1("encode", ("utf-32-le", "surrogatepass"))?.extract()?;
    let units = bytes.as_chunks::<4>().0.iter().map(|unit| u32::from_le_bytes(*unit));
    Ok(Cow::Owned(units.map(|unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()))
}

/// The JSON of a report, spans in code points, so that `text[start:end]` gives the words.
pub(crate) fn json(mut report: Report, text: &str) -> Result<String, Fault> {
    report.reencode(text, OffsetEncoding::Utf32);
    serde_json::to_string(&report).map_err(internal)
}

/// The report of such JSON, spans in bytes.
pub(crate) fn report(json: &str, text: &str) -> Result<Report, Fault> {
    let mut report: Report = serde_json::from_str(json).map_err(|why| ("not_a_report", why.to_string()))?;
    report.reencode(text, OffsetEncoding::Utf8);
    Ok(report)
}
