//! The domain's vocabulary, kept as small tables in `data/` that a domain expert can extend without Rust.
//!
//! A table is a CSV file with a header line; lines that start with `#` are comments (sources). Fields are never quoted:
//! a `|` separates alternatives inside a field. Every table is read once, at first use; `tests/tables.rs` checks them.

mod vocabulary;

pub(crate) use vocabulary::{Cue, Hit, Hits, Name, vocabulary};

/// Data rows of a table, as slices of its text.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .skip(1)
        .map(|line| line.split(',').map(str::trim).collect())
}

/// Alternatives inside a field.
pub(crate) fn alternatives(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split('|').map(str::trim).filter(|word| !word.is_empty())
}
