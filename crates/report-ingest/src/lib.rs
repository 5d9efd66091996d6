//! Reads the files that people have (web pages, Word files, PDFs, texts in any encoding) for report-model, and hands the
//! core parser the text **and** what the file says of its parts: headings, tables, links.
//!
//! ```
//! let page = "<meta charset=utf-8><h1>清远湖学院2021-2022学年信息公开工作年度报告</h1>\
//!             <p>一、概述</p><p>学校重视信息公开工作。</p><p>二、主动公开情况</p>\
//!             <table><tr><th>渠道</th><th>数量（条）</th></tr><tr><td>学校网站</td><td>812</td></tr></table>";
//! let parsed = report_ingest::parse_document(page.as_bytes(), &Default::default()).unwrap();
//! let measure = &parsed.report.measures[0];
//! assert_eq!((measure.value.to_string().as_str(), measure.unit.as_deref()), ("812", Some("条")));
//! assert_eq!(measure.span.slice(&parsed.document.text), Some("812"));
//! ```
//!
//! Features: `html` (also MHTML), `docx` (also ODT), `pdf`; RTF and text are always read. All of them build for
//! `wasm32-unknown-unknown`; `pdf` is by far the largest and needs Rust 1.92.
//!
//! What it does not do: recognise pictures (OCR), follow any reference, fetch anything, run scripts.

mod document;
#[cfg(feature = "docx")]
mod docx;
mod encoding;
mod error;
mod format;
#[cfg(feature = "html")]
mod html;
mod items;
mod layout;
mod limits;
#[cfg(feature = "html")]
mod mhtml;
#[cfg(any(feature = "html", feature = "docx"))]
mod numbering;
#[cfg(feature = "docx")]
mod odt;
#[cfg(feature = "pdf")]
mod pdf;
mod read;
mod rtf;
#[cfg(any(feature = "html", feature = "docx"))]
mod url;
#[cfg(feature = "docx")]
mod xml;
#[cfg(feature = "docx")]
mod zip;

pub use document::{Block, BlockKind, Document, Origin, Page, Warning};
pub use encoding::{Decoded, decode};
pub use error::IngestError;
pub use format::{Format, detect};
pub use limits::Limits;
pub use read::{Options, ParsedDocument, parse_document, read};
