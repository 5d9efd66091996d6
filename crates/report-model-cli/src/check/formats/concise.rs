//! One line a finding: path:line:column: code severity: message.

use super::super::Checked;
use super::super::place::Lines;
use super::{Look, Out, Sink, Tally};
use crate::error::Unreadable;
use crate::output::width::sanitise;
use std::io::{self, Write};

/// Prints lines.
pub(crate) struct Concise {
    out: Out,
    look: Look,
}

impl Concise {
    pub(crate) fn new(out: Out, look: Look) -> Self {
        Self { out, look }
    }
}

impl Sink for Concise {
    fn item(&mut self, checked: &Checked) -> io::Result<()> {
        let lines = Lines::new(&checked.text);
        for finding in checked.fresh() {
            let place = lines.place(finding.span.start);
            writeln!(
                self.out,
                "{}:{}:{}: {} {}: {}",
                sanitise(&checked.path),
                place.line,
                place.column,
                finding.code,
                self.look.lang.severity(finding.severity),
                sanitise(self.look.message(finding)),
            )?;
        }
        self.out.flush()
    }

    fn unreadable(&mut self, _: &str, _: &Unreadable) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _: &Tally) -> io::Result<()> {
        self.out.flush()
    }
}
