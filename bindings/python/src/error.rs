//! One kind of error for everything that cannot be read or written.

use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

create_exception!(
    report_model,
    ReportError,
    PyValueError,
    "Something can't be read or written at all; `kind` is a stable name of the reason."
);

/// The exception with the name of its reason.
pub(crate) fn error(py: Python<'_>, kind: &str, message: String) -> PyErr {
    let error = ReportError::new_err(message);
    match error.value(py).setattr("kind", kind) {
        Ok(()) => error,
        Err(why) => why,
    }
}

/// What went wrong without Python at hand: the kind and the words.
pub(crate) type Fault = (&'static str, String);

/// A fault of this package.
pub(crate) fn internal(why: impl std::fmt::Display) -> Fault {
    ("internal", why.to_string())
}
