//! Reads all inputs on several threads and writes the results in the order of the inputs.

use crate::args::ParseArgs;
use crate::error::{Unreadable, Worded as _, say};
use crate::inputs::{self, Input};
use crate::lang::Lang;
use crate::output::width::sanitise;
use crate::output::{Outcome, Printer};
use crate::progress::Progress;
use report_corpus::in_order;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::panic::{self, AssertUnwindSafe};

/// Runs `report-model parse`. True where everything could be read.
pub(crate) fn parse(args: &ParseArgs) -> io::Result<bool> {
    let lang = args.look.lang.unwrap_or_else(Lang::from_env);
    let inputs = match inputs::expand(&args.input) {
        Ok(inputs) => inputs,
        Err((label, error)) => {
            say(&format!("report-model: {}: {}", sanitise(&label), error.message(lang)));
            return Ok(false);
        }
    };
    if args.input.stdin_uses() > 1 {
        say(lang
            .pick("report-model: 标准输入只能用一次", "report-model: standard input can be used only once"));
        return Ok(false);
    }
    if inputs.list.is_empty() {
        say(lang.pick("report-model: 没有要读取的文件", "report-model: no file to read"));
    }
    let nothing = inputs.list.is_empty();

    let printer = Printer::new(args, lang, inputs.several);
    let mut tally = Tally::default();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut progress = Progress::new(inputs.list.len(), io::stdout().is_terminal());
    printer.begin(&mut out)?;
    let work = |input: Input| one(input, args, &printer);
    in_order(inputs.list, args.input.jobs.map_or(0, usize::from), work, |outcome| {
        if let Some(complaint) = &outcome.complaint {
            progress.hidden(|| say(complaint));
        }
        printer.item(&mut out, &outcome, &tally)?;
        tally.add(&outcome);
        progress.step();
        // Whoever reads along wants results as they come.
        out.flush()
    })?;
    printer.end(&mut out, &tally)?;
    out.flush()?;
    Ok(tally.unreadable == 0 && !nothing)
}

/// How many of what.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) reports: usize,
    pub(crate) others: usize,
    pub(crate) unreadable: usize,
}

impl Tally {
    pub(crate) fn total(&self) -> usize {
        self.reports + self.others + self.unreadable
    }

    fn add(&mut self, outcome: &Outcome) {
        if outcome.complaint.is_some() {
            self.unreadable += 1;
        } else if outcome.is_report {
            self.reports += 1;
        } else {
            self.others += 1;
        }
    }
}

fn one(input: Input, args: &ParseArgs, printer: &Printer) -> Outcome {
    let label = input.label.clone();
    // The libraries promise never to panic. Should one break its word, the other files still get their answer.
    let read = panic::catch_unwind(AssertUnwindSafe(|| {
        let document = input.read(args.input.max_bytes)?;
        Ok((document.parse(&args.options(&label)), document.text))
    }));
    match read {
        Ok(Ok((report, text))) => printer.report(report, &text),
        Ok(Err(error)) => printer.unreadable(&label, &error),
        Err(_) => printer.unreadable(&label, &Unreadable::Internal),
    }
}
