//! The forms of output. Each result is rendered where it was parsed, on its thread; here the pieces are put in line.

pub(crate) mod card;
pub(crate) mod json;
pub(crate) mod paint;
pub(crate) mod width;

use crate::args::{Format, ParseArgs};
use crate::error::{Unreadable, Worded as _};
use crate::lang::Lang;
use crate::run::Tally;
use report_model::{DocumentKind, OffsetEncoding, Report};
use std::io::{self, IsTerminal, Write};
use width::sanitise;

/// One input, read and rendered.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// What goes to standard output.
    body: String,
    /// What goes to standard error: the input could not be read.
    pub(crate) complaint: Option<String>,
    /// An annual report, not another document.
    pub(crate) is_report: bool,
}

/// Renders results and writes them.
#[derive(Debug)]
pub(crate) struct Printer {
    format: Format,
    offsets: OffsetEncoding,
    lang: Lang,
    several: bool,
    to_terminal: bool,
    style: card::Look,
}

impl Printer {
    pub(crate) fn new(args: &ParseArgs, lang: Lang, several: bool) -> Self {
        Self {
            format: args.format,
            offsets: args.offsets.into(),
            lang,
            several,
            to_terminal: io::stdout().is_terminal(),
            style: card::Look::of(&args.look, lang),
        }
    }

    /// Renders a report.
    pub(crate) fn report(&self, mut report: Report, text: &str) -> Outcome {
        let is_report = report.kind == DocumentKind::AnnualReport;
        let body = if self.format == Format::Text {
            card::render(&report, text, &self.style)
        } else {
            report.reencode(text, self.offsets);
            self.json(&report)
        };
        Outcome { body, complaint: None, is_report }
    }

    /// Renders what stands in the place of a report.
    pub(crate) fn unreadable(&self, label: &str, error: &Unreadable) -> Outcome {
        let body = if self.format == Format::Text { String::new() } else { self.json(&error.record(label)) };
        let complaint = format!("report-model: {}: {}", sanitise(label), sanitise(&error.message(self.lang)));
        Outcome { body, complaint: Some(complaint), is_report: false }
    }

    fn json(&self, value: &impl serde::Serialize) -> String {
        let json = json::render(value, self.format == Format::Json, self.several);
        if self.to_terminal { json::escape_controls(json) } else { json }
    }

    /// What comes before the first result.
    pub(crate) fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.format == Format::Json && self.several { out.write_all(b"[") } else { Ok(()) }
    }

    /// Writes one result, after those of the tally.
    pub(crate) fn item(&self, out: &mut dyn Write, outcome: &Outcome, before: &Tally) -> io::Result<()> {
        let first = match self.format {
            Format::Text => before.reports + before.others == 0,
            Format::Json | Format::Jsonl => before.total() == 0,
        };
        let between = match self.format {
            _ if outcome.body.is_empty() => "",
            Format::Text if !first => "\n",
            Format::Json if self.several => {
                if first {
                    "\n"
                } else {
                    ",\n"
                }
            }
            _ => "",
        };
        out.write_all(between.as_bytes())?;
        out.write_all(outcome.body.as_bytes())
    }

    /// What comes after the last result.
    pub(crate) fn end(&self, out: &mut dyn Write, tally: &Tally) -> io::Result<()> {
        match self.format {
            Format::Json if self.several && tally.total() == 0 => out.write_all(b"]\n"),
            Format::Json if self.several => out.write_all(b"\n]\n"),
            Format::Text if tally.total() > 1 => out.write_all(card::summary(tally, &self.style).as_bytes()),
            _ => Ok(()),
        }
    }
}
