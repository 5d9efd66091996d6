//! `report-model table`: many files in, tidy tables out.

mod args;
mod outputs;

pub(crate) use args::{TABLE_HELP, TableArgs};

use crate::error::say;
use crate::lang::Lang;
use crate::progress::Progress;
use crate::sources::{complain, expand};
use outputs::{failed, said};
use report_corpus::{Record, Workers, tabulate};
use report_institutions::Registry;
use std::io::{self, IsTerminal};

/// Runs `report-model table`. True where everything could be read.
pub(crate) fn run(args: &TableArgs) -> io::Result<bool> {
    let lang = args.lang.unwrap_or_else(Lang::from_env);
    let Some(inputs) = expand(&args.input, lang) else { return Ok(false) };
    let registry = args.registry.as_deref().map(|path| read_registry(path, lang)).transpose()?;
    let reader = args.input.reader(&args.cache)?;
    let mut files = outputs::open(args, lang)?;
    let mut progress = Progress::new(inputs.list.len(), io::stdout().is_terminal() && args.output.is_none());
    let mut unreadable = 0usize;
    let workers = Workers::new(args.input.jobs.map_or(0, usize::from), inputs.list.len())?;
    let work = |input| {
        let (record, error) = Record::new(reader.read(input), registry.as_ref());
        let complaint = error.map(|error| (record.label.clone(), error));
        (record, complaint)
    };
    tabulate(inputs.list, &workers, args.offsets.into(), work, &mut files, |complaint| {
        if let Some((label, error)) = complaint {
            unreadable += 1;
            progress.hidden(|| complain(&label, &error, lang));
        }
        progress.step();
    })
    .map_err(failed)?;
    let written = files.finish().map_err(failed)?;
    drop(progress);
    for line in written.iter().filter_map(|written| said(written, lang)) {
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
