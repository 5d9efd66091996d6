//! Workflow commands of GitHub Actions: annotations beside the lines of a pull request.

use super::super::Checked;
use super::super::place::Lines;
use super::{Look, Out, Sink, Tally, slashes};
use crate::error::{Unreadable, Worded as _};
use report_model::Severity;
use std::io::{self, Write};

/// Annotations of one kind that a step shows; the rest is in the log only.
const SHOWN: usize = 10;

/// Prints workflow commands.
pub(crate) struct Github {
    out: Out,
    look: Look,
}

impl Github {
    pub(crate) fn new(out: Out, look: Look) -> Self {
        Self { out, look }
    }
}

/// Escapes a message.
fn data(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}

impl Sink for Github {
    fn item(&mut self, checked: &Checked) -> io::Result<()> {
        let lines = Lines::new(&checked.text);
        for finding in checked.fresh() {
            let level = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                _ => "notice",
            };
            let (start, end) = (lines.place(finding.span.start), lines.place(finding.span.end));
            writeln!(
                self.out,
                "::{level} file={},line={},col={},endLine={},endColumn={},title={}::{}",
                property(&slashes(&checked.path)),
                start.line,
                start.column,
                end.line,
                end.column,
                property(&finding.code),
                data(self.look.message(finding)),
            )?;
        }
        self.out.flush()
    }

    fn unreadable(&mut self, path: &str, error: &Unreadable) -> io::Result<()> {
        writeln!(
            self.out,
            "::error file={}::{}",
            property(&slashes(path)),
            data(&error.message(self.look.lang))
        )
    }

    fn end(&mut self, tally: &Tally) -> io::Result<()> {
        if [tally.errors, tally.warnings, tally.infos].iter().any(|&count| count > SHOWN) {
            let words = self.look.lang.pick(
                "GitHub 只显示每类前 10 条，全部见日志",
                "GitHub shows the first ten of each kind; all are in the log",
            );
            writeln!(self.out, "{words}")?;
        }
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes() {
        assert_eq!(super::property("a:b,100%\n"), "a%3Ab%2C100%25%0A");
        assert_eq!(super::data("a:b,\r\n"), "a:b,%0D%0A");
    }
}
