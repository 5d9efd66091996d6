//! `report-model reuse`: passages that reports of a corpus share.
//!
//! Two rounds: all reports are read and reduced to sketches on several threads; then the few whose words are shown are
//! read once more. So the memory depends on the sketches, not on the texts.

mod text;
mod words;

use crate::args::{CacheArgs, InputArgs, LookArgs};
use crate::error::Unreadable;
use crate::inputs::{Input, Inputs};
use crate::output::json;
use crate::progress::Progress;
use crate::sources::{Screen, complain, expand, read};
use clap::{Args, ValueEnum};
use report_compare::Side;
use report_compare::reuse::{Corpus, Fingerprints, Options, Reuse, fingerprints};
use report_corpus::{Reader, in_order};
use report_institutions::key;
use std::io::{self, IsTerminal, Write};
use words::Words;

pub(crate) const REUSE_HELP: &str = "\
Examples:
  report-model reuse reports/                          the largest passages that reports share
  report-model reuse --between reports/                between schools only
  report-model reuse --format jsonl reports/ > reuse.jsonl
                                                       a line a passage, with all its places

School names, years and figures play no part in the comparison; prescribed wording is left out, and wording that more
than --common schools have is counted apart. The original is told only where the dates do.

Exit codes:
  0  everything was read
  2  something could not be read (the rest was), or the arguments are wrong";

/// Arguments of `reuse`.
#[derive(Debug, Args)]
pub(crate) struct ReuseArgs {
    #[command(flatten)]
    input: InputArgs,

    #[command(flatten)]
    look: LookArgs,

    #[command(flatten)]
    cache: CacheArgs,

    /// What to print.
    #[arg(long, short, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Passages shown as text; the summary counts all.
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,

    /// Only passages that several schools share.
    #[arg(long)]
    between: bool,

    /// Wording that more schools have than this is common, not copied.
    #[arg(long, value_name = "N", default_value_t = Options::default().common)]
    common: u32,

    /// Least likeness of two sentences, in per cent of their runs of characters.
    #[arg(long, value_name = "PERCENT", default_value_t = Options::default().likeness,
          value_parser = clap::value_parser!(u32).range(20..=100))]
    likeness: u32,
}

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The largest passages with their words.
    Text,
    /// One document: reports, passages, common wording.
    Json,
    /// A passage a line, each place with its file.
    Jsonl,
}

/// Runs `report-model reuse`. True where everything could be read.
pub(crate) fn run(args: &ReuseArgs) -> io::Result<bool> {
    let screen = Screen::new(&args.look);
    let Some(inputs) = expand(&args.input, screen.lang) else { return Ok(false) };
    let (corpus, all) = read_all(args, inputs, screen)?;
    if corpus.is_empty() {
        return Ok(false);
    }
    let mut options = Options::default();
    (options.likeness, options.common) = (args.likeness, args.common);
    let mut reuse = corpus.find(&options);
    if args.between {
        reuse.clusters.retain(|cluster| cluster.institutions > 1);
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Text => {
            let words = Words::read(&reuse, args.top, args.input.max_bytes);
            out.write_all(text::render(&reuse, &words, args.top, screen).as_bytes())?;
        }
        Format::Json => put(&mut out, json::render(&reuse, true, false), screen)?,
        Format::Jsonl => lines(&mut out, &reuse, screen)?,
    }
    out.flush()?;
    Ok(all)
}

/// Reads all inputs; true where all could be read.
fn read_all(args: &ReuseArgs, inputs: Inputs, screen: Screen) -> io::Result<(Corpus, bool)> {
    let mut progress = Progress::new(inputs.list.len(), io::stdout().is_terminal());
    let (mut corpus, mut all) = (Corpus::new(), true);
    let reader = args.input.reader(&args.cache)?;
    let work = |input: Input| one(input, &reader);
    in_order(inputs.list, args.input.jobs.map_or(0, usize::from), work, |result| {
        match result {
            Ok(fingerprints) => corpus.add(fingerprints),
            Err((label, error)) => {
                all = false;
                progress.hidden(|| complain(&label, &error, screen.lang));
            }
        }
        progress.step();
        io::Result::Ok(())
    })?;
    Ok((corpus, all))
}

fn one(input: Input, reader: &Reader) -> Result<Fingerprints, (String, Unreadable)> {
    let source = read(input, reader)?;
    let key = source.report.institution.as_ref().map(|institution| key(&institution.name));
    Ok(fingerprints(&Side { report: &source.report, text: &source.text }, key.as_deref(), &source.label))
}

fn put(out: &mut impl Write, json: String, screen: Screen) -> io::Result<()> {
    let json = if screen.to_terminal { json::escape_controls(json) } else { json };
    out.write_all(json.as_bytes())
}

/// Each passage by itself, so that a program need not hold them all.
fn lines(out: &mut impl Write, reuse: &Reuse, screen: Screen) -> io::Result<()> {
    let lists = [(false, &reuse.clusters), (true, &reuse.common)];
    for (common, cluster) in
        lists.into_iter().flat_map(|(common, list)| list.iter().map(move |c| (common, c)))
    {
        let members = cluster.members.iter().map(|member| {
            let document = reuse.documents.get(member.document as usize);
            serde_json::json!({ "document": document, "span": member.span })
        });
        let line = serde_json::json!({
            "common": common,
            "reach": cluster.reach,
            "institutions": cluster.institutions,
            "characters": cluster.characters,
            "original": cluster.original,
            "members": members.collect::<Vec<_>>(),
        });
        put(out, json::render(&line, false, false), screen)?;
    }
    Ok(())
}
