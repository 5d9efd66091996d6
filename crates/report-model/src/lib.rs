//! Reads the annual information-disclosure reports of Chinese universities (高校信息公开年度报告) into typed,
//! evidence-linked data.
//!
//! ```
//! use report_model::{parse, Options, Role};
//!
//! let text = "清远湖学院2021-2022学年信息公开工作年度报告\n\
//!             根据《高等学校信息公开办法》(教育部令第29号)编制本报告。统计期限为2021年9月1日至2022年8月31日。\n\
//!             一、概述\n学校重视信息公开工作。\n\
//!             二、主动公开情况\n全年公开信息1,326条,其中学校网站812条、官方微信514条。\n";
//! let report = parse(text, &Options::default()).report;
//! assert_eq!(report.institution.as_ref().unwrap().name, "清远湖学院");
//! assert_eq!(report.period.unwrap().end.to_string(), "2022-08-31");
//! assert_eq!(report.section(Role::Proactive).unwrap().title.value, "主动公开情况");
//! assert_eq!(report.measures[1].part_of, Some(0));
//! assert_eq!(report.text(text, report.measures[1].span), Some("812条"));
//! ```
//!
//! The data flows one way: [reading view](https://docs.rs/report-model) → outline → frame → facts → measures →
//! statements → [`Report`]. `ARCHITECTURE.md` draws the map. This crate does no I/O, reads no clock, starts no thread
//! and never panics on any text; it builds for `wasm32-unknown-unknown`.
//!
//! What it does not do: decode files (see `report-ingest`), judge what it reads, complete what the text leaves out.

#[cfg(target_family = "wasm")]
extern crate regex_lite as regex;

mod audit;
mod catalogue;
mod facts;
mod findings;
mod form;
mod frame;
mod grids;
mod lexis;
mod marks;
mod measures;
mod model;
mod order;
mod outline;
mod parse;
mod reading;
mod roles;
mod sections;
mod statements;
mod structure;
mod tables;
mod topics;

pub use audit::{AuditOptions, Interval, Order, Rule, RuleGroup, audit, rules};
pub use catalogue::{ChecklistItem, checklist_items};
pub use lexis::spelling;
pub use model::*;
pub use parse::{Options, ParseError, Parsed, parse, parse_structured, try_parse};
pub use structure::{CellLayout, HeadingHint, Structure, TableLayout};
