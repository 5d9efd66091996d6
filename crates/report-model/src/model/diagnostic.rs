use super::{Applicability, Severity, Span};
use serde::{Deserialize, Serialize};

/// A finding: of the reading (the text is cut off) or of the audit (parts do not add up).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// Stable code, `RM` and three digits.
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// In Chinese, for the office.
    pub message: String,
    /// The same in English.
    pub message_en: String,
    /// Where.
    pub span: Span,
    /// Other places it rests on.
    pub related: Vec<Related>,
    /// A way to mend it, where one exists.
    pub fix: Option<Fix>,
}

/// A place that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Related {
    /// What it is.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// A replacement of the finding's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fix {
    /// The words to replace.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
    /// Who may apply it.
    pub applicability: Applicability,
}
