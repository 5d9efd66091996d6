//! Reads all inputs on several threads and writes the results in the order of the inputs.

use crate::args::ParseArgs;
use crate::error::{Unreadable, say};
use crate::inputs::{Input, Inputs};
use crate::lang::Lang;
use crate::output::width::sanitise;
use crate::output::{Outcome, Printer};
use crate::progress::Progress;
use std::collections::VecDeque;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::sync_channel;

/// Results that may wait for an earlier one, for each thread: bounds the memory, however many the files.
const AHEAD: usize = 8;

/// Runs `report-model parse`. True where everything could be read.
pub(crate) fn parse(args: &ParseArgs) -> io::Result<bool> {
    let lang = args.look.lang.unwrap_or_else(Lang::from_env);
    let inputs = match Inputs::expand(&args.input) {
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

/// Calls `work` on the items in parallel and `sink` on the results, in the order of the items, as they become ready.
/// `sink` runs on the calling thread; its first error ends everything.
pub(crate) fn in_order<T, R>(
    items: Vec<T>,
    jobs: usize,
    work: impl Fn(T) -> R + Sync,
    mut sink: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()>
where
    T: Send,
    R: Send,
{
    if items.len() <= 1 || jobs == 1 {
        return items.into_iter().try_for_each(|item| sink(work(item)));
    }
    // More threads than items would only stand about.
    let threads = jobs.min(items.len());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)?;
    let window = pool.current_num_threads() * AHEAD;
    let work = &work;
    pool.in_place_scope_fifo(|scope| {
        let mut waiting = VecDeque::with_capacity(window);
        let mut items = items.into_iter();
        loop {
            while waiting.len() < window {
                let Some(item) = items.next() else { break };
                let (send, receive) = sync_channel(1);
                waiting.push_back(receive);
                // The receiver is gone only after an error of the sink; the result is then of no interest.
                scope.spawn_fifo(move |_| drop(send.send(work(item))));
            }
            let Some(next) = waiting.pop_front() else { return Ok(()) };
            match next.recv() {
                Ok(result) => sink(result)?,
                // The worker panicked: leaving the scope carries the panic on.
                Err(_) => return Ok(()),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn order_is_kept_whatever_takes_longest() {
        let work = |n: u64| {
            std::thread::sleep(Duration::from_millis(if n.is_multiple_of(7) { 9 } else { 0 }));
            n
        };
        for jobs in [0, 1, 2, 5] {
            let mut seen = Vec::new();
            in_order((0..200).collect(), jobs, work, |n| {
                seen.push(n);
                Ok(())
            })
            .unwrap();
            assert_eq!(seen, (0..200).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_of_the_sink_ends_it() {
        let mut seen = 0;
        let done = in_order(
            (0..1000).collect(),
            2,
            |n: u32| n,
            |n| {
                seen += 1;
                if n == 20 { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
            },
        );
        assert_eq!(done.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
        assert_eq!(seen, 21);
    }
}
