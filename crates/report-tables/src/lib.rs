//! Tidy tables from reports: what three thousand readings have in common, with the words each value came from.
//!
//! A [`Table`] is a list of [`Column`]s (name, type, unit, meaning, source of the rule) and a way from one [`Entry`]
//! (a report with its text, or a file that could not be read) to its rows. Writers take rows as they come, so memory
//! does not grow with the corpus: [`write::Csv`] and [`write::JsonLines`] everywhere; Arrow, Parquet and Excel behind features.
//!
//! ```
//! use report_tables::{Entry, Table, TableOptions, write::{Csv, Writer}};
//!
//! let text = "清远湖学院2021-2022学年信息公开年度报告\n一、概述\n学校重视。\n二、主动公开情况\n公开信息1,326条,其中学校网站812条。";
//! let report = report_model::parse(text, &report_model::Options::with_source("a.txt")).report;
//! let entry = Entry::read(&report, text);
//!
//! let mut out = Vec::new();
//! let mut csv = Csv::new(&mut out, Table::Measures, TableOptions::default(), false).unwrap();
//! csv.entry(&entry).unwrap();
//! csv.finish().unwrap();
//! drop(csv);
//! let lines = String::from_utf8(out).unwrap();
//! assert!(lines.lines().nth(2).unwrap().contains("812,条,exact,disclosed,website"));
//! ```
//!
//! Absence has three kinds, and none is a number: an empty cell with the status `not_mentioned` (the text says nothing),
//! `not_applicable` (nothing was to be said), and the value 0 with the status `nil` (the text says "none").
//!
//! The schema has a version ([`SCHEMA`]): columns are added, never renamed or dropped without a new one. The dictionary
//! ([`dictionary`]) is made from it.

pub mod dictionary;
mod entry;
mod places;
mod schema;
mod summary;
mod table;
mod value;
pub mod write;

pub use entry::{Entry, Identity, Outcome};
pub use schema::{Column, SCHEMA, Shape, Table, TableOptions, Type};
pub use summary::{Answers, Counted, Findings, Summary};
pub use value::{Status, Value};
