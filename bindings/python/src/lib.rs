//! Python binding: texts, bytes and names of files in; JSON, tables and streams of record batches out. What the words
//! mean is told by the crates below; the package `report_model` round this module is written in Python.

mod compare;
mod corpus;
mod error;
mod read;
mod rules;
mod table;
mod text;

use pyo3::prelude::*;

/// The native half of `report_model`.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::compare::{diff_html, diff_json, diff_markdown};
    #[pymodule_export]
    use super::corpus::NativeCorpus;
    #[pymodule_export]
    use super::error::ReportError;
    #[pymodule_export]
    use super::read::{audit_json, parse_bytes_json, parse_json, reencode_json};
    #[pymodule_export]
    use super::rules::{columns_json, dictionary_markdown, rules_json};
    #[pymodule_export]
    use super::table::NativeTable;

    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "Python's name for it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
