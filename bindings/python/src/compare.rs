//! Reports beside one another.

use crate::error::{Fault, error, internal};
use crate::text::{characters, report};
use pyo3::prelude::*;
use pyo3::types::PyString;
use report_compare::render::{Texts, html, markdown};
use report_compare::{Comparison, Lang, Side, compare};
use report_model::OffsetEncoding;

/// A text and the JSON of its report.
type Given<'a, 'py> = (Bound<'py, PyString>, &'a str);

fn compared(
    py: Python<'_>,
    left: &Given<'_, '_>,
    right: &Given<'_, '_>,
    then: impl FnOnce(Comparison, Texts<'_>) -> Result<String, Fault> + Send,
) -> PyResult<String> {
    let (left_text, right_text) = (characters(&left.0)?, characters(&right.0)?);
    let (left_json, right_json) = (left.1, right.1);
    let done = py.detach(|| {
        let (a, b) = (report(left_json, &left_text)?, report(right_json, &right_text)?);
        let comparison =
            compare(&Side { report: &a, text: &left_text }, &Side { report: &b, text: &right_text });
        then(comparison, Texts { left: &left_text, right: &right_text })
    });
    done.map_err(|(kind, message)| error(py, kind, message))
}

const fn lang(zh: bool) -> Lang {
    if zh { Lang::Zh } else { Lang::En }
}

/// The comparison of two reports as JSON, spans in code points of their texts.
#[pyfunction]
pub(crate) fn diff_json(py: Python<'_>, left: Given<'_, '_>, right: Given<'_, '_>) -> PyResult<String> {
    compared(py, &left, &right, |mut comparison, texts| {
        comparison.reencode(texts.left, texts.right, OffsetEncoding::Utf32);
        serde_json::to_string(&comparison).map_err(internal)
    })
}

/// The comparison of two reports in Markdown.
#[pyfunction]
pub(crate) fn diff_markdown(
    py: Python<'_>,
    left: Given<'_, '_>,
    right: Given<'_, '_>,
    zh: bool,
) -> PyResult<String> {
    compared(py, &left, &right, |comparison, texts| Ok(markdown(&comparison, texts, lang(zh))))
}

/// The comparison of two reports as a piece of HTML.
#[pyfunction]
pub(crate) fn diff_html(
    py: Python<'_>,
    left: Given<'_, '_>,
    right: Given<'_, '_>,
    zh: bool,
) -> PyResult<String> {
    compared(py, &left, &right, |comparison, texts| Ok(html(&comparison, texts, lang(zh))))
}
