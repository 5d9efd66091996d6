//! From the name of a file to what it states.

use crate::cache::Cache;
use crate::inputs::Input;
use crate::unreadable::Unreadable;
use report_model::{AuditOptions, Options, Report};
use std::panic::{self, AssertUnwindSafe};

/// What a file states, and the text that the spans count in.
#[derive(Debug, Clone)]
pub struct Read {
    /// The report; spans are bytes of the text.
    pub report: Report,
    /// The extracted text.
    pub text: String,
}

/// What became of a file.
#[derive(Debug)]
pub struct Reading {
    /// Path as given, or found below a folder given.
    pub label: String,
    /// What it states, or why it could not be read.
    pub outcome: Result<Read, Unreadable>,
    /// True where the reading was taken from the cache.
    pub cached: bool,
}

/// How files are read.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Longest text read, in bytes of UTF-8.
    pub max_bytes: u32,
    /// The rules of the audit to apply; `None` for no audit.
    pub audit: Option<AuditOptions>,
    /// Where readings are kept for the next time.
    pub cache: Option<Cache>,
}

impl Default for Reader {
    fn default() -> Self {
        Self { max_bytes: Options::MAX_BYTES, audit: Some(AuditOptions::default()), cache: None }
    }
}

impl Reader {
    /// Reads a file. Never panics: a fault of a library is an [`Unreadable::Internal`], so that the other files of a
    /// corpus still get their answer.
    pub fn read(&self, input: Input) -> Reading {
        let label = input.label.clone();
        let read = panic::catch_unwind(AssertUnwindSafe(|| self.outcome(input, &label)));
        let (outcome, cached) = read.unwrap_or((Err(Unreadable::Internal), false));
        Reading { label, outcome, cached }
    }

    fn outcome(&self, input: Input, label: &str) -> (Result<Read, Unreadable>, bool) {
        let bytes = match input.bytes(self.max_bytes) {
            Ok(bytes) => bytes,
            Err(error) => return (Err(error), false),
        };
        let Some(cache) = &self.cache else { return (self.parse(&bytes, label), false) };
        let key = cache.key(&bytes, self);
        if let Some(mut read) = cache.get(&key) {
            // The same bytes under another name.
            read.report.source = Some(label.to_owned());
            return (Ok(read), true);
        }
        let read = self.parse(&bytes, label);
        if let Ok(read) = &read {
            cache.put(&key, read);
        }
        (read, false)
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    ///
    /// Where they are no document that can be read.
    pub fn parse(&self, bytes: &[u8], label: &str) -> Result<Read, Unreadable> {
        let document = crate::inputs::document(bytes, self.max_bytes)?;
        let options = Options::with_source(label).max_bytes(self.max_bytes).audit(self.audit.clone());
        let report = document.parse(&options);
        Ok(Read { report, text: document.text })
    }
}
