//! Python binding: text in, JSON out. The package `report_model` round it is written in Python.

use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use report_model::{OffsetEncoding, Options, try_parse};
use std::borrow::Cow;

create_exception!(
    report_model,
    ReportError,
    PyValueError,
    "The text can't be read at all; `kind` is a stable name of the reason."
);

fn error(py: Python<'_>, kind: &str, message: String) -> PyErr {
    let error = ReportError::new_err(message);
    match error.value(py).setattr("kind", kind) {
        Ok(()) => error,
        Err(why) => why,
    }
}

/// The characters of a Python string. Lone surrogates, which no UTF-8 can hold, become U+FFFD one for one, so that
/// positions stay what they are.
fn characters<'t>(text: &'t Bound<'_, PyString>) -> PyResult<Cow<'t, str>> {
    if let Ok(text) = text.to_str() {
        return Ok(Cow::Borrowed(text));
    }
    let bytes: Vec<u8> = text.call_method1("encode", ("utf-32-le", "surrogatepass"))?.extract()?;
    let units = bytes.as_chunks::<4>().0.iter().map(|unit| u32::from_le_bytes(*unit));
    Ok(Cow::Owned(units.map(|unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()))
}

/// The JSON of a report, spans in code points, so that `text[start:end]` gives the words.
#[pyfunction]
#[pyo3(signature = (text, *, source=None))]
fn parse_json(py: Python<'_>, text: &Bound<'_, PyString>, source: Option<String>) -> PyResult<String> {
    let text = characters(text)?;
    let options = source.map_or_else(Options::default, Options::with_source);
    // Other Python threads go on while this one reads.
    let json = py.detach(|| {
        let mut report = try_parse(&text, &options).map_err(|e| (e.kind(), e.to_string()))?.report;
        report.reencode(&text, OffsetEncoding::Utf32);
        serde_json::to_string(&report).map_err(|e| ("internal", e.to_string()))
    });
    json.map_err(|(kind, message)| error(py, kind, message))
}

/// The native half of `report_model`.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::{ReportError, parse_json};

    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "Python's name for it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
