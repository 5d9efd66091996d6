//! The pipeline: each stage takes what the stages before made, none reaches back.

use crate::model::{Diagnostic, DocumentKind, Report, Severity, Span};
use crate::reading::View;
use std::fmt;

/// How to parse.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Label or path of the document, copied to [`Report::source`].
    pub source: Option<String>,
    /// Longest text read, in bytes of UTF-8. The default is 16 MiB; the most possible is `u32::MAX`.
    pub max_bytes: u32,
}

impl Options {
    /// The default limit: 16 MiB of text, some thousand times a usual report.
    pub const MAX_BYTES: u32 = 16 << 20;

    /// Options with a label or path for [`Report::source`].
    pub fn with_source(source: impl Into<String>) -> Self {
        Self { source: Some(source.into()), ..Self::default() }
    }

    /// The same with another limit.
    #[must_use]
    pub fn max_bytes(mut self, limit: u32) -> Self {
        self.max_bytes = limit;
        self
    }
}

impl Default for Options {
    fn default() -> Self {
        Self { source: None, max_bytes: Self::MAX_BYTES }
    }
}

/// The result of a parse.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Parsed {
    /// The report, spans in bytes of the text given.
    pub report: Report,
}

/// The text can't be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseError {
    /// Longer than [`Options::max_bytes`].
    TooLong {
        /// Length of the text in bytes.
        len: usize,
        /// The limit in bytes.
        limit: u32,
    },
}

impl ParseError {
    /// Stable name of the kind of error, the same in all languages.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too_long",
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { len, limit } => write!(f, "the text has {len} bytes, the limit is {limit}"),
        }
    }
}

impl std::error::Error for ParseError {}

/// Reads a text. Never fails on text: bad input is a [`Report`] with diagnostics.
///
/// A text over the limit gives an empty report of kind `other` with the diagnostic `RM906`; where that must be an
/// error, use [`try_parse`].
///
/// ```
/// let parsed = report_model::parse("", &Default::default());
/// assert_eq!(parsed.report.diagnostics[0].code, "RM901");
/// ```
pub fn parse(text: &str, options: &Options) -> Parsed {
    match try_parse(text, options) {
        Ok(parsed) => parsed,
        Err(error) => {
            let mut report = Report::empty(DocumentKind::Other, crate::model::Script::Hans);
            report.source.clone_from(&options.source);
            report.diagnostics.push(Diagnostic {
                code: "RM906".to_owned(),
                severity: Severity::Error,
                message: "文本超过长度上限，未读取".to_owned(),
                message_en: error.to_string(),
                span: Span::new(0, 0),
                related: Vec::new(),
                fix: None,
            });
            Parsed { report }
        }
    }
}

/// Reads a text, or says why it can't be read.
///
/// # Errors
///
/// [`ParseError::TooLong`] where the text is longer than [`Options::max_bytes`].
pub fn try_parse(text: &str, options: &Options) -> Result<Parsed, ParseError> {
    if text.len() > options.max_bytes as usize {
        return Err(ParseError::TooLong { len: text.len(), limit: options.max_bytes });
    }
    let view = View::new(text);
    let mut report = Report::empty(DocumentKind::Other, view.script);
    report.source.clone_from(&options.source);
    Ok(Parsed { report })
}
