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

/// The years of institutions as JSON, from reports given as (source, text, report).
#[pyfunction]
pub(crate) fn series_json(
    py: Python<'_>,
    reports: Vec<(String, Bound<'_, PyString>, String)>,
) -> PyResult<String> {
    let texts: Vec<_> = reports.iter().map(|(_, text, _)| characters(text)).collect::<PyResult<_>>()?;
    let given: Vec<(&str, &str, &str)> = reports
        .iter()
        .zip(&texts)
        .map(|((source, _, json), text)| (source.as_str(), text.as_ref(), json.as_str()))
        .collect();
    let done = py.detach(|| -> Result<String, Fault> {
        let read: Vec<_> = given
            .iter()
            .map(|(source, text, json)| {
                let report = report(json, text)?;
                let key = report.institution.as_ref().map(|i| report_institutions::key(&i.name));
                Ok((*source, *text, report, key))
            })
            .collect::<Result<_, Fault>>()?;
        let entries: Vec<_> = read
            .iter()
            .map(|(source, text, report, key)| report_compare::series::Entry {
                key: key.as_deref(),
                side: Side { report, text },
                source,
            })
            .collect();
        serde_json::to_string(&report_compare::series::series(&entries)).map_err(internal)
    });
    done.map_err(|(kind, message)| error(py, kind, message))
}
