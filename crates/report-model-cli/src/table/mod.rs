//! `report-model table`: many files in, tidy tables out.

mod args;
mod outputs;

pub(crate) use args::{TABLE_HELP, TableArgs};

use crate::error::say;
use crate::lang::Lang;
use crate::progress::Progress;
use crate::sources::{complain, expand};
use outputs::Outputs;
use report_corpus::{Reading, in_order, with_entry};
use report_institutions::Registry;
use std::io::{self, IsTerminal};

/// Runs `report-model table`. True where everything could be read.
pub(crate) fn run(args: &TableArgs) -> io::Result<bool> {
    let lang = args.lang.unwrap_or_else(Lang::from_env);
    let Some(inputs) = expand(&args.input, lang) else { return Ok(false) };
    let registry = args.registry.as_deref().map(|path| read_registry(path, lang)).transpose()?;
    let reader = args.input.reader(&args.cache)?;
    let mut outputs = Outputs::open(args, lang)?;
    let mut progress = Progress::new(inputs.list.len(), io::stdout().is_terminal() && args.output.is_none());
    let mut unreadable = 0usize;
    let jobs = args.input.jobs.map_or(0, usize::from);
    in_order(
        inputs.list,
        jobs,
        |input| reader.read(input),
        |reading: Reading| {
            if let Err(error) = &reading.outcome {
                unreadable += 1;
                progress.hidden(|| complain(&reading.label, error, lang));
            }
            with_entry(&reading, registry.as_ref(), args.offsets.into(), |entry| outputs.entry(entry))?;
            progress.step();
            io::Result::Ok(())
        },
    )?;
    let written = outputs.finish()?;
    drop(progress);
    for line in written {
        say(&line);
    }
    Ok(unreadable == 0)
}

/// The registry that institutions are looked up in.
pub(crate) fn read_registry(path: &std::path::Path, lang: Lang) -> io::Result<Registry> {
    let named = |why: String| io::Error::other(format!("{}: {why}", path.display()));
    let bytes = std::fs::read(path).map_err(|error| named(error.to_string()))?;
    Registry::read(&bytes)
        .map_err(|error| named(if lang == Lang::Zh { error.message() } else { error.to_string() }))
}
