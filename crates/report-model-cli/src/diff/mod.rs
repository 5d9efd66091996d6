//! `report-model diff`: two reports beside each other. What differs is the library's to find.

mod text;

use crate::args::{LookArgs, Offsets, parse_size};
use crate::inputs::Inputs;
use crate::output::json;
use crate::sources::{Screen, Source, complain, read};
use clap::{Args, ValueEnum};
use report_compare::render::{self, Texts};
use report_compare::{Comparison, Side, compare};
use report_corpus::Reader;
use std::io::{self, Write};
use std::path::PathBuf;

pub(crate) const DIFF_HELP: &str = "\
Examples:
  report-model diff 2023.docx 2024.docx                what changed since last year
  report-model diff --format html 2023.pdf 2024.pdf > changes.html
  report-model diff --format json --offsets utf16 a.txt b.txt

Numbers are compared by what their printed digits and hedges allow: from 3000余 to 3200 is no exact change.
Text counts as carried over where thirteen characters in a row are the same, blanks aside.

Exit codes:
  0  both reports were read
  2  one could not be read, or the arguments are wrong";

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The left report, usually last year's; - for standard input.
    #[arg(value_name = "A")]
    left: PathBuf,

    /// The right report.
    #[arg(value_name = "B")]
    right: PathBuf,

    #[command(flatten)]
    look: LookArgs,

    /// What to print.
    #[arg(long, short, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Unit of the spans in JSON.
    #[arg(long, value_enum, default_value_t = Offsets::Utf8)]
    offsets: Offsets,

    /// Longest text read, in bytes; K, M, G are understood [default: 16M].
    #[arg(long, value_name = "N", default_value = "16M", hide_default_value = true, value_parser = parse_size)]
    max_bytes: u32,
}

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// To read on a terminal.
    Text,
    /// All of it, with places in both texts.
    Json,
    /// Tables for a page or an issue.
    Markdown,
    /// A page of its own, texts side by side.
    Html,
}

/// Runs `report-model diff`. True where both could be read.
pub(crate) fn run(args: &DiffArgs) -> io::Result<bool> {
    let screen = Screen::new(&args.look);
    let Some([left, right]) = sides(args, screen) else { return Ok(false) };
    let comparison = compare(
        &Side { report: &left.report, text: &left.text },
        &Side { report: &right.report, text: &right.text },
    );
    let printed = print(args, screen, comparison, Texts { left: &left.text, right: &right.text });
    let mut out = io::stdout().lock();
    out.write_all(printed.as_bytes())?;
    out.flush()?;
    Ok(true)
}

fn sides(args: &DiffArgs, screen: Screen) -> Option<[Source; 2]> {
    let files = [args.left.clone(), args.right.clone()];
    if files.iter().all(|file| file.as_os_str() == "-") {
        crate::error::say(
            screen.lang.pick(
                "report-model: 标准输入只能用一次",
                "report-model: standard input can be used only once",
            ),
        );
        return None;
    }
    // Both are read, so that one run tells all that is wrong. A folder or pattern here names more than one report.
    let reader = Reader { max_bytes: args.max_bytes, ..Reader::default() };
    let mut read = files.map(|file| {
        let label = file.to_string_lossy().into_owned();
        let inputs = Inputs::of(std::slice::from_ref(&file), None, "-").map_err(|error| vec![error]);
        let list = inputs.map_or_else(|_| Vec::new(), |inputs| inputs.list);
        let [input] =
            <[_; 1]>::try_from(list).map_err(|_| crate::error::say(&one_each(&label, screen))).ok()?;
        read(input, &reader).map_err(|(label, error)| complain(&label, &error, screen.lang)).ok()
    });
    Some([read[0].take()?, read[1].take()?])
}

fn one_each(label: &str, screen: Screen) -> String {
    let label = crate::output::width::sanitise(label);
    let why = screen
        .lang
        .pick("比较需要一个文件，这里不是一个", "one file is compared, and this names none or several");
    format!("report-model: {label}: {why}")
}

fn print(args: &DiffArgs, screen: Screen, mut comparison: Comparison, texts: Texts<'_>) -> String {
    let lang = screen.lang.into();
    match args.format {
        Format::Text => text::render(&comparison, screen),
        Format::Json => {
            comparison.reencode(texts.left, texts.right, args.offsets.into());
            let json = json::render(&comparison, true, false);
            if screen.to_terminal { json::escape_controls(json) } else { json }
        }
        Format::Markdown => render::markdown(&comparison, texts, lang),
        Format::Html => page(&render::html(&comparison, texts, lang), screen),
    }
}

/// The fragment as a page that needs nothing else.
fn page(fragment: &str, screen: Screen) -> String {
    let (lang, title) = screen.lang.pick(("zh-Hans", "报告比较"), ("en", "Reports compared"));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><style>:root{{color-scheme:light dark}}\
         body{{font-family:system-ui,sans-serif;margin:2em auto;padding-inline:1em;max-inline-size:80em}}{}</style></head>\n\
         <body>{fragment}</body></html>\n",
        render::STYLE
    )
}
