//! The options that JavaScript gives, as JSON.

use crate::error;
use report_model::{AuditOptions, Options};
use serde::Deserialize;
use wasm_bindgen::JsValue;

/// Options of a call; all may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Given {
    /// Label or path, copied to the report.
    source: Option<String>,
    /// Which rules to apply; `false` for none.
    audit: Audit,
    /// Charset as a server named it.
    #[cfg(feature = "files")]
    pub(crate) charset: Option<String>,
    /// Where a page comes from.
    #[cfg(feature = "files")]
    pub(crate) url: Option<String>,
    /// Changes to the text of a document, one after the other, each in UTF-16 code units of the text before it.
    #[cfg(feature = "files")]
    pub(crate) edits: Vec<Edit>,
}

/// `true`, `false`, or the codes wanted and not wanted.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audit {
    Whether(bool),
    Which {
        #[serde(default)]
        select: Vec<String>,
        #[serde(default)]
        ignore: Vec<String>,
    },
}

impl Default for Audit {
    fn default() -> Self {
        Self::Whether(true)
    }
}

/// Other words in the place of a span.
#[cfg(feature = "files")]
#[derive(Debug, Deserialize)]
pub(crate) struct Edit {
    pub(crate) span: report_model::Span,
    pub(crate) replacement: String,
}

impl Given {
    pub(crate) fn read(json: &str) -> Result<Self, JsValue> {
        serde_json::from_str(json).map_err(|e| error("bad_options", &e.to_string(), "选项有误"))
    }

    /// What concerns the parser.
    pub(crate) fn core(&self) -> Options {
        let mut options = Options::default().audit(match &self.audit {
            Audit::Whether(wanted) => wanted.then(AuditOptions::default),
            Audit::Which { select, ignore } => Some(AuditOptions::select(select).ignore(ignore.clone())),
        });
        options.source.clone_from(&self.source);
        options
    }
}
