//! Compares information-disclosure reports that `report-model` has read.
//!
//! ```
//! use report_compare::{Change, Side, compare};
//! use report_model::parse;
//!
//! let last = "清远湖学院2021年信息公开年度报告\n一、主动公开情况\n全年公开信息1,326条。";
//! let this = "清远湖学院2022年信息公开年度报告\n一、主动公开情况\n全年公开信息1,410条。";
//! let (a, b) = (parse(last, &Default::default()).report, parse(this, &Default::default()).report);
//! let comparison = compare(&Side { report: &a, text: last }, &Side { report: &b, text: this });
//!
//! let figure = comparison.values.iter().find(|value| value.field == "measures").unwrap();
//! assert_eq!(figure.change, Change::Changed);
//! assert_eq!(figure.difference.unwrap().exact.unwrap().to_string(), "84");
//! assert_eq!(figure.left.as_ref().unwrap().words, "1,326条");
//! ```
//!
//! [`compare`] puts two reports beside each other: parts matched by role and wording, values with both places and the
//! difference that their printed digits and hedges allow, and the text carried over word for word. [`series::series`] puts
//! the years of an institution in a row. With the feature `reuse`, `reuse::Corpus` finds the passages that reports of a
//! corpus share.
//!
//! Like the core, this crate does no I/O, reads no clock and starts no thread; it never panics on any text and works in
//! near-linear time. What it does not do: parse, judge, or say why something changed.

mod carried;
mod compare;
mod lang;
mod model;
mod normal;
pub mod render;
#[cfg(feature = "reuse")]
pub mod reuse;
mod sections;
pub mod series;
mod values;

pub use compare::{Side, compare};
pub use lang::Lang;
pub use model::{
    CarriedSpan, Change, Comparison, Difference, Direction, Document, Evidence, MeasureKey, SectionPair,
    SectionSide, SectionState, Share, Tally, ValueChange,
};
