//! Why a file could not be read, in the user's language and as a record for programs.

use crate::lang::Lang;
pub(crate) use report_corpus::Unreadable;
use serde::Serialize;
use std::io::{self, Write};

/// What is wrong with a file, for whoever reads it.
pub(crate) trait Worded {
    /// One sentence for a person.
    fn message(&self, lang: Lang) -> String;

    /// The record that stands in the place of the report.
    fn record<'e>(&self, source: &'e str) -> ErrorRecord<'e>;
}

impl Worded for Unreadable {
    fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.message_zh(),
            Lang::En => self.message_en(),
        }
    }

    fn record<'e>(&self, source: &'e str) -> ErrorRecord<'e> {
        ErrorRecord {
            schema: report_model::Report::SCHEMA,
            source,
            error: ErrorBody {
                kind: self.kind(),
                message: self.message(Lang::Zh),
                message_en: self.message(Lang::En),
            },
        }
    }
}

/// What JSON holds in the place of a report that could not be made.
#[derive(Debug, Serialize)]
pub(crate) struct ErrorRecord<'e> {
    schema: &'static str,
    source: &'e str,
    error: ErrorBody,
}

#[derive(Debug, Serialize)]
struct ErrorBody {
    kind: &'static str,
    message: String,
    message_en: String,
}

/// Writes a line to standard error. A closed standard error is no reason to stop.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
