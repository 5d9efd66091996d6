//! What can be said on the command line.

use crate::check::args::{BaselineCommand, CHECK_HELP, CheckArgs, RuleArgs, RulesArgs};
use crate::diff::{DIFF_HELP, DiffArgs};
use crate::lang::Lang;
use crate::reuse::{REUSE_HELP, ReuseArgs};
use crate::series::{SERIES_HELP, SeriesArgs};
use crate::stats::StatsArgs;
use crate::table::{TABLE_HELP, TableArgs};
use crate::text::TextArgs;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use report_corpus::{Cache, Reader};
use report_model::{OffsetEncoding, Options};
use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Read the annual information-disclosure reports of Chinese universities.
///
/// 读取高校信息公开年度报告：每个数值都带原文位置，文件只在本机处理。
#[derive(Debug, Parser)]
#[command(name = "report-model", version, propagate_version = true, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read reports and print what they state.
    #[command(after_help = PARSE_HELP)]
    Parse(ParseArgs),
    /// Check reports: what is missing, contradictory or does not add up.
    #[command(after_help = CHECK_HELP)]
    Check(Box<CheckArgs>),
    /// List the rules of `check`.
    Rules(RulesArgs),
    /// Explain a rule of `check`.
    Rule(RuleArgs),
    /// Keep known findings out of `check`.
    #[command(subcommand)]
    Baseline(BaselineCommand),
    /// Compare two reports: values, parts, text carried over.
    #[command(after_help = DIFF_HELP)]
    Diff(DiffArgs),
    /// Put the years of each institution side by side.
    #[command(after_help = SERIES_HELP)]
    Series(SeriesArgs),
    /// Find passages that reports share.
    #[command(after_help = REUSE_HELP)]
    Reuse(ReuseArgs),
    /// Show the text taken out of a document, with its blocks and tables.
    Text(TextArgs),
    /// Write tidy tables: reports, measures, requests and more, as CSV, JSON lines, Parquet, Arrow or a workbook.
    #[command(after_help = TABLE_HELP)]
    Table(TableArgs),
    /// Sum up a corpus in the terminal: years, provinces, parts, channels, applications, findings.
    Stats(StatsArgs),
    /// Print the JSON Schema of a report.
    Schema,
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

const PARSE_HELP: &str = "\
Examples:
  report-model parse report.docx                       a card to read
  report-model parse --format json report.txt          one report as JSON
  report-model parse --format jsonl reports/ > all.jsonl
                                                       all documents below a folder, one report a line
  report-model parse 'reports/*-2024.html'             a pattern, where the shell does not expand it
  report-model parse --offsets utf32 --format json -   standard input, spans in code points (Python)
  find . -name '*.html' -print0 | report-model parse --files-from - --format jsonl

Exit codes:
  0  everything was read
  2  something could not be read (the rest was), or the arguments are wrong

Environment:
  REPORT_MODEL_LANG                       zh or en; else LC_ALL, LC_MESSAGES, LANG
  NO_COLOR, CLICOLOR, CLICOLOR_FORCE      colour, where --color is auto";

/// What to read: the same for all commands that read reports.
#[derive(Debug, Args)]
pub(crate) struct InputArgs {
    /// Texts in any encoding, HTML, DOCX, ODT, RTF, PDF; folders, patterns, or - for standard input.
    #[arg(value_name = "FILE", required_unless_present = "files_from")]
    pub(crate) files: Vec<PathBuf>,

    /// Read the names of further files from LIST: one a line, or NUL-separated; - for standard input.
    #[arg(long, value_name = "LIST")]
    pub(crate) files_from: Option<PathBuf>,

    /// The name that standard input goes by.
    #[arg(long, value_name = "NAME", default_value = "-", hide_default_value = true)]
    pub(crate) stdin_filename: String,

    /// Longest text read, in bytes; K, M, G are understood [default: 16M].
    #[arg(long, value_name = "N", default_value = "16M", hide_default_value = true, value_parser = parse_size)]
    pub(crate) max_bytes: u32,

    /// Number of files read at once [default: number of processors].
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
}

/// Where readings are kept for the next run: the same for all commands that read many files.
#[derive(Debug, Args)]
pub(crate) struct CacheArgs {
    /// Keep readings in this folder, so that the next run reads only what is new. They hold the text of the files.
    #[arg(long, value_name = "FOLDER", env = "REPORT_MODEL_CACHE")]
    pub(crate) cache: Option<PathBuf>,
}

impl InputArgs {
    /// The reader that the arguments ask for.
    pub(crate) fn reader(&self, cache: &CacheArgs) -> io::Result<Reader> {
        let cache = cache.cache.as_ref().map(Cache::new).transpose()?;
        Ok(Reader { max_bytes: self.max_bytes, cache, ..Reader::default() })
    }

    /// How often standard input is asked for.
    pub(crate) fn stdin_uses(&self) -> usize {
        self.files.iter().filter(|f| f.as_os_str() == "-").count()
            + usize::from(self.files_from.as_ref().is_some_and(|f| f.as_os_str() == "-"))
    }
}

/// How text is shown: the same for all commands that print reports or findings.
#[derive(Debug, Args)]
pub(crate) struct LookArgs {
    /// When to colour the text.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,

    /// Language of labels and messages [default: from the environment, else zh].
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,

    /// Columns of the text [default: those of the terminal, else 100].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=400))]
    pub(crate) width: Option<u16>,
}

/// Arguments of `parse`.
#[derive(Debug, Args)]
pub(crate) struct ParseArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,

    /// What to print.
    #[arg(long, short, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,

    /// Unit of the spans in JSON.
    #[arg(long, value_enum, default_value_t = Offsets::Utf8)]
    pub(crate) offsets: Offsets,
}

impl ParseArgs {
    /// The library's options for one document.
    pub(crate) fn options(&self, source: &str) -> Options {
        Options::with_source(source).max_bytes(self.input.max_bytes)
    }
}

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A card to read.
    Text,
    /// One document: an object for one file, an array for several.
    Json,
    /// One object a line, in the order of the files.
    Jsonl,
}

/// Unit of the spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Bytes of UTF-8.
    Utf8,
    /// UTF-16 code units (JavaScript, Java, C#).
    Utf16,
    /// Code points (Python).
    Utf32,
}

impl From<Offsets> for OffsetEncoding {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Utf8 => Self::Utf8,
            Offsets::Utf16 => Self::Utf16,
            Offsets::Utf32 => Self::Utf32,
        }
    }
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless the environment says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}

/// `4096`, `512K`, `16M`, `2G`: bytes, at most the 4 GiB that positions can count.
pub(crate) fn parse_size(text: &str) -> Result<u32, String> {
    let (digits, shift) = match text.as_bytes().last() {
        Some(b'k' | b'K') => (&text[..text.len() - 1], 10),
        Some(b'm' | b'M') => (&text[..text.len() - 1], 20),
        Some(b'g' | b'G') => (&text[..text.len() - 1], 30),
        _ => (text, 0),
    };
    let number: u64 = digits.parse().map_err(|_| "expected a number of bytes, for example 16M".to_owned())?;
    number
        .checked_mul(1 << shift)
        .and_then(|bytes| u32::try_from(bytes).ok())
        .ok_or_else(|| format!("at most {} bytes", u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn sizes() {
        assert_eq!(parse_size("16M"), Ok(Options::MAX_BYTES));
        assert_eq!(parse_size("12"), Ok(12));
        assert_eq!(parse_size("2k"), Ok(2048));
        for wrong in ["", "M", "1.5M", "-1", "4G", "99999999999999999999"] {
            assert!(parse_size(wrong).is_err(), "{wrong}");
        }
    }
}
