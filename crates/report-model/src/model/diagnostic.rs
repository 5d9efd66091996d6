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
    /// Sixteen hexadecimal digits by which the finding can be dismissed; they survive another run and edits elsewhere in
    /// the text. Made of the code, the words, those round them and the titles of the parts above; nothing can be read back.
    /// Empty for warnings about the file that the text was taken from.
    pub fingerprint: String,
}

/// How often a rule of the audit was applied, and with what outcome. Only `fails` is loud.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Check {
    /// The rule's code.
    pub code: String,
    /// The text is in order.
    pub holds: u32,
    /// The text is wrong: as many findings in `diagnostics`, up to fifty a rule.
    pub fails: u32,
    /// The words allow both readings.
    pub uncertain: u32,
    /// The text does not say what the rule needs to know.
    pub not_assessable: u32,
}

/// A place that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Related {
    /// What it is, in Chinese.
    pub message: String,
    /// The same in English.
    pub message_en: String,
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
