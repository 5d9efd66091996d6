//! `report-model stats`: a corpus summed up in the terminal.

mod render;

use crate::args::{CacheArgs, InputArgs, LookArgs};
use crate::lang::Lang;
use crate::output::card::Look;
use crate::progress::Progress;
use crate::sources::{complain, expand};
use crate::table::read_registry;
use clap::{Args, ValueEnum};
use report_corpus::{Record, in_order};
use report_model::OffsetEncoding;
use report_tables::Summary;
use std::io::{self, Write};
use std::path::PathBuf;

/// Arguments of `stats`.
#[derive(Debug, Args)]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,

    /// What to print.
    #[arg(long, short, value_enum, default_value_t = StatsFormat::Text)]
    pub(crate) format: StatsFormat,

    /// List of institutions with names and codes, so that the spellings of one count as one.
    #[arg(long, value_name = "FILE")]
    pub(crate) registry: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) cache: CacheArgs,
}

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsFormat {
    /// Bars to look at.
    Text,
    /// The counts as one JSON object.
    Json,
}

/// Runs `report-model stats`. True where everything could be read.
pub(crate) fn run(args: &StatsArgs) -> io::Result<bool> {
    let lang = args.look.lang.unwrap_or_else(Lang::from_env);
    let Some(inputs) = expand(&args.input, lang) else { return Ok(false) };
    let registry = args.registry.as_deref().map(|path| read_registry(path, lang)).transpose()?;
    let reader = args.input.reader(&args.cache)?;
    let mut progress = Progress::new(inputs.list.len(), false);
    let mut summary = Summary::default();
    let jobs = args.input.jobs.map_or(0, usize::from);
    in_order(
        inputs.list,
        jobs,
        |input| Record::new(reader.read(input), registry.as_ref()),
        |(record, error)| {
            if let Some(error) = error {
                progress.hidden(|| complain(&record.label, &error, lang));
            }
            summary.add(&record.entry(OffsetEncoding::Utf8));
            progress.step();
            io::Result::Ok(())
        },
    )?;
    drop(progress);
    let text = match args.format {
        StatsFormat::Json => format!("{}\n", crate::output::json::render(&summary, true, false)),
        StatsFormat::Text => render::text(&summary, Look::of(&args.look, lang)),
    };
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(summary.unreadable.is_empty())
}
