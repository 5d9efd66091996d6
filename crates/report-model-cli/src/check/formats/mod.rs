//! The forms in which findings are printed, one file each.

mod concise;
pub(crate) mod csv;
mod full;
mod github;
mod json;
mod rdjson;
mod sarif;

use super::Checked;
use super::args::CheckArgs;
use super::summary::Tally;
use crate::error::Unreadable;
use crate::lang::Lang;
use crate::output::width;
use report_model::{Diagnostic, Related};
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::str::FromStr;

/// Takes findings as they come.
pub(crate) trait Sink {
    /// A report that was checked.
    fn item(&mut self, checked: &Checked) -> io::Result<()>;
    /// A file that could not be read.
    fn unreadable(&mut self, path: &str, error: &Unreadable) -> io::Result<()>;
    /// Nothing follows.
    fn end(&mut self, tally: &Tally) -> io::Result<()>;
}

/// Where a format writes.
type Out = Box<dyn Write>;

/// How findings are shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) lang: Lang,
    pub(crate) colour: bool,
    pub(crate) width: usize,
}

impl Look {
    pub(crate) fn new(args: &CheckArgs, lang: Lang) -> Self {
        let choice = anstream::AutoStream::new(io::stdout(), args.look.color.into()).current_choice();
        let width = args.look.width.map_or_else(|| width::columns(io::stdout().is_terminal()), usize::from);
        Self { lang, colour: choice != anstream::ColorChoice::Never, width }
    }

    pub(crate) fn message<'d>(&self, diagnostic: &'d Diagnostic) -> &'d str {
        self.lang.pick(&diagnostic.message, &diagnostic.message_en)
    }

    pub(crate) fn label<'r>(&self, related: &'r Related) -> &'r str {
        self.lang.pick(&related.message, &related.message_en)
    }
}

/// A format and where it goes: `sarif=out.sarif`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormatSpec {
    format: Format,
    file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Full,
    Concise,
    Json,
    Jsonl,
    Sarif,
    Github,
    Rdjson,
    Csv,
}

const FORMATS: [(&str, Format); 8] = [
    ("full", Format::Full),
    ("concise", Format::Concise),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("sarif", Format::Sarif),
    ("github", Format::Github),
    ("rdjson", Format::Rdjson),
    ("csv", Format::Csv),
];

impl FromStr for FormatSpec {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        let (name, file) =
            words.split_once('=').map_or((words, None), |(name, file)| (name, Some(PathBuf::from(file))));
        let found = FORMATS.iter().find(|(own, _)| *own == name);
        let (_, format) = found.ok_or_else(|| {
            let names: Vec<&str> = FORMATS.iter().map(|(name, _)| *name).collect();
            format!("no format {name:?}; there are {}", names.join(", "))
        })?;
        Ok(Self { format: *format, file })
    }
}

/// The formats asked for; the full one where none is.
pub(crate) fn chosen(specs: &[FormatSpec]) -> Vec<FormatSpec> {
    if specs.is_empty() { vec![FormatSpec { format: Format::Full, file: None }] } else { specs.to_vec() }
}

impl FormatSpec {
    /// Opens the file, if any, and the format.
    pub(crate) fn open(&self, mut look: Look) -> Result<Box<dyn Sink>, String> {
        let out: Out = match &self.file {
            None => Box::new(BufWriter::new(io::stdout())),
            Some(path) => {
                look.colour = false;
                let file = File::create(path).map_err(|error| format!("{}: {error}", path.display()))?;
                Box::new(BufWriter::new(file))
            }
        };
        Ok(match self.format {
            Format::Full => Box::new(full::Full::new(out, look)),
            Format::Concise => Box::new(concise::Concise::new(out, look)),
            Format::Json => Box::new(json::Json::new(out, look, false)),
            Format::Jsonl => Box::new(json::Json::new(out, look, true)),
            Format::Sarif => Box::new(sarif::Sarif::new(out, look)),
            Format::Github => Box::new(github::Github::new(out, look)),
            Format::Rdjson => Box::new(rdjson::Rdjson::new(out, look)),
            Format::Csv => Box::new(csv::Csv::new(out, look)),
        })
    }
}

/// A path as formats for other programs want it.
fn slashes(path: &str) -> String {
    path.replace('\\', "/").trim_start_matches("./").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specs() {
        let spec: FormatSpec = "sarif=a=b.sarif".parse().unwrap();
        assert_eq!((spec.format, spec.file), (Format::Sarif, Some(PathBuf::from("a=b.sarif"))));
        assert!("serif".parse::<FormatSpec>().unwrap_err().contains("sarif"));
    }
}
