//! What the reading itself has to say: not a report, cut off, damaged, control characters.

pub(crate) mod damage;
pub(crate) mod kind;
pub(crate) mod truncation;

use crate::model::{Diagnostic, Severity, Span};

/// A finding of the reading.
pub(crate) fn finding(
    code: &str,
    severity: Severity,
    message: impl Into<String>,
    message_en: impl Into<String>,
    span: Span,
) -> Diagnostic {
    Diagnostic {
        code: code.to_owned(),
        severity,
        message: message.into(),
        message_en: message_en.into(),
        span,
        related: Vec::new(),
        fix: None,
        fingerprint: String::new(),
    }
}
