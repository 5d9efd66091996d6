//! What tables are made from: a report with its text, or a file that could not be read.

use crate::places::{Offsets, Places, Signs};
use crate::table::figures::Figures;
use report_model::{OffsetEncoding, Report, Span};
use std::borrow::Cow;
use std::hash::Hasher;
use std::sync::OnceLock;
use twox_hash::XxHash3_64;

/// Which institution a report is of; see the crate `report-institutions`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// The key of the printed name.
    pub key: Option<String>,
    /// The code of the registry; `None` without a registry and where it is not certain.
    pub id: Option<String>,
    /// By which of its names the registry knew it.
    pub matched: Option<String>,
}

/// What became of a file.
#[derive(Debug, Clone, Copy)]
pub enum Outcome<'a> {
    /// It was read.
    Read {
        /// What it states; spans are bytes of the text.
        report: &'a Report,
        /// The text it was read from.
        text: &'a str,
    },
    /// It could not be read.
    Unreadable {
        /// Stable name of the kind of error.
        kind: &'a str,
        /// What is wrong, for people.
        message: &'a str,
    },
}

/// A file with what became of it.
#[derive(Debug)]
pub struct Entry<'a> {
    pub(crate) id: Cow<'a, str>,
    pub(crate) source: Option<&'a str>,
    pub(crate) outcome: Outcome<'a>,
    pub(crate) identity: Identity,
    pub(crate) offsets: Offsets<'a>,
    pub(crate) places: Places<'a>,
    figures: OnceLock<Figures>,
    signs: OnceLock<Signs>,
}

impl<'a> Entry<'a> {
    /// A report and the text that its spans (in bytes) refer to.
    pub fn read(report: &'a Report, text: &'a str) -> Self {
        let source = report.source.as_deref();
        let id = source.map_or_else(|| Cow::Owned(format!("text:{:016x}", hash(text))), Cow::Borrowed);
        let offsets = Offsets::new(text, OffsetEncoding::Utf8);
        let outcome = Outcome::Read { report, text };
        Self {
            id,
            source,
            outcome,
            identity: Identity::default(),
            offsets,
            places: Places::new(report),
            figures: OnceLock::new(),
            signs: OnceLock::new(),
        }
    }

    /// A file that could not be read: a row in `reports`, none elsewhere.
    pub fn unreadable(source: &'a str, kind: &'a str, message: &'a str) -> Self {
        Self {
            id: Cow::Borrowed(source),
            source: Some(source),
            outcome: Outcome::Unreadable { kind, message },
            identity: Identity::default(),
            offsets: Offsets::new("", OffsetEncoding::Utf8),
            places: Places(Vec::new()),
            figures: OnceLock::new(),
            signs: OnceLock::new(),
        }
    }

    /// The same with the institution told.
    #[must_use]
    pub fn identity(mut self, identity: Identity) -> Self {
        self.identity = identity;
        self
    }

    /// The same with offsets in another unit.
    #[must_use]
    pub fn offsets(mut self, unit: OffsetEncoding) -> Self {
        self.offsets = Offsets::new(self.text(), unit);
        self
    }

    /// The same under another identifier: for texts without a source, or sources that are given twice.
    #[must_use]
    pub fn id(mut self, id: impl Into<Cow<'a, str>>) -> Self {
        self.id = id.into();
        self
    }

    /// The figures of its report, counted once for all tables.
    pub(crate) fn figures(&self) -> Option<&Figures> {
        self.report().map(|report| self.figures.get_or_init(|| Figures::of(report)))
    }

    /// What became of the file.
    pub const fn outcome(&self) -> Outcome<'a> {
        self.outcome
    }

    pub(crate) const fn report(&self) -> Option<&'a Report> {
        match self.outcome {
            Outcome::Read { report, .. } => Some(report),
            Outcome::Unreadable { .. } => None,
        }
    }

    pub(crate) const fn text(&self) -> &'a str {
        match self.outcome {
            Outcome::Read { text, .. } => text,
            Outcome::Unreadable { .. } => "",
        }
    }

    /// The words of a span.
    pub(crate) fn words(&self, span: Span) -> &'a str {
        span.slice(self.text()).unwrap_or_default()
    }

    fn signs(&self) -> &Signs {
        self.signs.get_or_init(|| Signs::of(self.text()))
    }

    /// The sentence round a span.
    pub(crate) fn sentence(&self, span: Span) -> &'a str {
        self.sentence_near(&mut 0, span)
    }

    /// The same, looked for from where the last one was found.
    pub(crate) fn sentence_near(&self, last: &mut usize, span: Span) -> &'a str {
        self.signs().sentence(last, self.text(), span)
    }

    /// Characters of a span without blanks.
    pub(crate) fn characters(&self, span: Span) -> usize {
        self.signs().characters(self.text(), span)
    }

    /// The year that the report is about ends in this one.
    pub(crate) fn year(&self) -> Option<u16> {
        let report = self.report()?;
        report.coverage.map(|c| c.last).or_else(|| report.period.map(|p| p.end.year()))
    }

    pub(crate) fn institution(&self) -> Option<&'a str> {
        Some(self.report()?.institution.as_ref()?.name.as_str())
    }
}

/// A digest of the words without line breaks and what is blank beside them: the same for two files of one text, wrapped
/// or indented otherwise.
pub(crate) fn hash(text: &str) -> u64 {
    let mut hasher = XxHash3_64::new();
    for line in text.split('\n') {
        hasher.write(line.trim().as_bytes());
    }
    hasher.finish()
}
