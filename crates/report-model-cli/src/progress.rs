//! One line of progress on standard error: on a terminal only, for many files only, and not before it is needed.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// What is done before this needs no bar.
const DELAY: Duration = Duration::from_millis(500);
/// Fewer files than this need no bar.
const MANY: usize = 20;

/// A bar that appears late or never.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    /// `None` once the bar shows, or where it never will.
    hidden_since: Option<Instant>,
    wanted: bool,
}

impl Progress {
    /// Where the output itself runs over the terminal, it is the progress: no bar then.
    pub(crate) fn new(files: usize, output_is_seen: bool) -> Self {
        let wanted = files >= MANY && !output_is_seen && io::stderr().is_terminal();
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{bar:32} {pos}/{len} {eta}") {
            bar.set_style(style);
        }
        Self { bar, hidden_since: wanted.then(Instant::now), wanted }
    }

    /// One file more is done.
    pub(crate) fn step(&mut self) {
        if !self.wanted {
            return;
        }
        if self.hidden_since.is_some_and(|since| since.elapsed() >= DELAY) {
            self.hidden_since = None;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }

    /// Does something that writes to standard error, with the bar out of the way.
    pub(crate) fn hidden(&self, write: impl FnOnce()) {
        self.bar.suspend(write);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
