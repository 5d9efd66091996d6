//! A table of findings for spreadsheets: UTF-8, a line a finding, cells that look like formulas made harmless.

use super::super::Checked;
use super::super::place::Lines;
use super::super::rules;
use super::{Look, Out, Sink, Tally};
use crate::error::{Unreadable, Worded as _};
use std::borrow::Cow;
use std::io;

/// Writes the table.
pub(crate) struct Csv {
    out: csv::Writer<Out>,
    look: Look,
    begun: bool,
}

impl Csv {
    pub(crate) fn new(out: Out, look: Look) -> Self {
        Self { out: csv::Writer::from_writer(out), look, begun: false }
    }

    fn row(&mut self, cells: [&str; 10]) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            let header = [
                "path",
                "line",
                "column",
                "code",
                "name",
                "severity",
                "message",
                "words",
                "fingerprint",
                "known",
            ];
            self.out.write_record(header)?;
        }
        Ok(self.out.write_record(cells.map(|cell| guard(cell).into_owned()))?)
    }
}

/// A spreadsheet takes a cell that begins with one of these for a formula.
pub(crate) fn guard(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

impl Sink for Csv {
    fn item(&mut self, checked: &Checked) -> io::Result<()> {
        let lines = Lines::new(&checked.text);
        for finding in &checked.findings {
            let d = &finding.diagnostic;
            let place = lines.place(d.span.start);
            let known = finding.known.as_ref().map_or("", |known| known.reason.as_deref().unwrap_or("yes"));
            let name = rules::of(&d.code).map_or("", |rule| rule.name);
            let message = self.look.message(d);
            self.row([
                &checked.path,
                &place.line.to_string(),
                &place.column.to_string(),
                &d.code,
                name,
                d.severity.as_str(),
                message,
                &lines.words(d.span, 80),
                &d.fingerprint,
                known,
            ])?;
        }
        Ok(())
    }

    fn unreadable(&mut self, path: &str, error: &Unreadable) -> io::Result<()> {
        let message = error.message(self.look.lang);
        self.row([path, "", "", "", error.kind(), "error", &message, "", "", ""])
    }

    fn end(&mut self, _: &Tally) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn formulas_are_guarded() {
        assert_eq!(super::guard("=1+1"), "'=1+1");
        assert_eq!(super::guard("合计=3"), "合计=3");
    }
}
