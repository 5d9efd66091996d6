//! The data dictionary, and the tables of a made corpus held against its JSON.

use super::Done;
use super::corpus;
use super::python::Venv;
use super::workspace::{path, release_binary, run, target_directory};
use std::fs;

const DICTIONARY: &str = "docs/data-dictionary.md";

/// `cargo xtask tables`
pub(crate) fn write() -> Done {
    let file = path(DICTIONARY);
    fs::write(&file, report_tables::dictionary::markdown())
        .map_err(|error| format!("{DICTIONARY}: {error}"))?;
    eprintln!("{DICTIONARY}: written");
    Ok(())
}

/// `cargo xtask tables --check`
pub(crate) fn check() -> Done {
    let committed = fs::read_to_string(path(DICTIONARY)).unwrap_or_default();
    if committed == report_tables::dictionary::markdown() {
        return Ok(());
    }
    Err(format!("{DICTIONARY} is not what the code says: cargo xtask tables"))
}

/// Writes tables of 3,000 made reports and compares them with the JSON, by a program of its own in another language.
pub(crate) fn against_json() -> Done {
    let target = target_directory()?;
    let scratch = target.join("tables-check");
    if scratch.exists() {
        fs::remove_dir_all(&scratch).map_err(|error| format!("{}: {error}", scratch.display()))?;
    }
    let reports = scratch.join("corpus");
    corpus::make(&reports, corpus::REPORTS, 1)?;
    let binary = release_binary()?;
    let venv = Venv::at(target.join("python-venv"), &["duckdb>=1.1"])?;
    let mut python = venv.command("python");
    python.arg(path("tests/tables/check.py")).arg(binary).arg(&reports).arg(&scratch);
    run(python)
}
