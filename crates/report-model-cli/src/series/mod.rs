//! `report-model series`: the years of each institution side by side.

mod csv;
mod grid;
mod markdown;
mod text;

use crate::args::{CacheArgs, InputArgs, LookArgs};
use crate::output::json;
use crate::progress::Progress;
use crate::sources::{Screen, Source, complain, expand, read};
use clap::{Args, ValueEnum};
use report_compare::Side;
use report_compare::series::{Entry, Series, series};
use report_corpus::in_order;
use report_institutions::key;
use std::io::{self, IsTerminal, Write};

pub(crate) const SERIES_HELP: &str = "\
Examples:
  report-model series school/*.docx                    the years of a school as a table
  report-model series --format csv reports/ > years.csv
                                                       one row a report, schools together

Reports belong together by the name of the institution, whatever the width, script and brackets. A jump is told only
where every reading of both figures agrees: at least twice or at most half, in the same unit.

Exit codes:
  0  everything was read
  2  something could not be read (the rest was), or the arguments are wrong";

/// Arguments of `series`.
#[derive(Debug, Args)]
pub(crate) struct SeriesArgs {
    #[command(flatten)]
    input: InputArgs,

    #[command(flatten)]
    look: LookArgs,

    /// What to print.
    #[arg(long, short, value_enum, default_value_t = Format::Text)]
    format: Format,

    #[command(flatten)]
    cache: CacheArgs,

    /// Begin CSV with a byte order mark, for Excel.
    #[arg(long)]
    bom: bool,
}

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table a school, years as columns.
    Text,
    /// All of it, with the words and places of each figure.
    Json,
    /// One table, a row a report.
    Csv,
    /// A table a school.
    Markdown,
}

/// Runs `report-model series`. True where everything could be read.
pub(crate) fn run(args: &SeriesArgs) -> io::Result<bool> {
    let screen = Screen::new(&args.look);
    let Some(inputs) = expand(&args.input, screen.lang) else { return Ok(false) };
    let mut progress = Progress::new(inputs.list.len(), io::stdout().is_terminal());
    let mut sources: Vec<Source> = Vec::new();
    let mut all = true;
    let reader = args.input.reader(&args.cache)?;
    let work = |input| read(input, &reader);
    in_order(inputs.list, args.input.jobs.map_or(0, usize::from), work, |result| {
        match result {
            Ok(source) => sources.push(source),
            Err((label, error)) => {
                all = false;
                progress.hidden(|| complain(&label, &error, screen.lang));
            }
        }
        progress.step();
        io::Result::Ok(())
    })?;
    drop(progress);
    let printed = print(args, screen, &found(&sources))?;
    let mut out = io::stdout().lock();
    out.write_all(printed.as_bytes())?;
    out.flush()?;
    Ok(all && !sources.is_empty())
}

fn found(sources: &[Source]) -> Vec<Series> {
    let name = |source: &Source| source.report.institution.as_ref().map(|institution| key(&institution.name));
    let keys: Vec<Option<String>> = sources.iter().map(name).collect();
    let entries: Vec<Entry<'_>> = sources
        .iter()
        .zip(&keys)
        .map(|(source, key)| Entry {
            key: key.as_deref(),
            side: Side { report: &source.report, text: &source.text },
            source: &source.label,
        })
        .collect();
    series(&entries)
}

fn print(args: &SeriesArgs, screen: Screen, found: &[Series]) -> io::Result<String> {
    Ok(match args.format {
        Format::Text => text::render(found, screen),
        Format::Markdown => markdown::render(found, screen.lang),
        Format::Csv => csv::render(found, args.bom)?,
        Format::Json => {
            let json = json::render(&found, true, false);
            if screen.to_terminal { json::escape_controls(json) } else { json }
        }
    })
}
