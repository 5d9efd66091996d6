//! CSV: UTF-8, comma, LF; what a spreadsheet could take for a formula is disarmed.

use super::{WriteError, Writer};
use crate::{Entry, Table, TableOptions, Type, Value};
use std::borrow::Cow;
use std::io::Write;

/// Writes a table as CSV.
///
/// Words that begin as a formula would (`=`, `+`, `-`, `@`, a tab or a line break) get an apostrophe in front, as
/// spreadsheet programs themselves write them: report text is not to be trusted. Numbers stay as they are.
pub struct Csv<W: Write> {
    out: ::csv::Writer<W>,
    table: Table,
    options: TableOptions,
    types: Vec<Type>,
    rows: u64,
}

impl<W: Write> Csv<W> {
    /// Writes the heading; with a byte order mark where Excel is to open the file.
    ///
    /// # Errors
    ///
    /// Where the heading cannot be written.
    pub fn new(mut out: W, table: Table, options: TableOptions, bom: bool) -> Result<Self, WriteError> {
        if bom {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut out = ::csv::Writer::from_writer(out);
        let columns = table.columns(options);
        out.write_record(columns.iter().map(|column| column.name.as_bytes()))?;
        Ok(Self { out, table, options, types: columns.iter().map(|column| column.ty).collect(), rows: 0 })
    }
}

impl<W: Write + Send> Writer for Csv<W> {
    fn entry(&mut self, entry: &Entry<'_>) -> Result<(), WriteError> {
        let mut done = Ok(());
        let Self { out, types, rows, .. } = self;
        self.table.each_row(entry, self.options, |values| {
            if done.is_ok() {
                *rows += 1;
                done = row(out, types, values);
            }
        });
        done
    }

    fn finish(&mut self) -> Result<u64, WriteError> {
        self.out.flush()?;
        Ok(self.rows)
    }
}

fn row<W: Write>(out: &mut ::csv::Writer<W>, types: &[Type], values: &[Value<'_>]) -> Result<(), WriteError> {
    for (value, ty) in values.iter().zip(types) {
        match value {
            Value::Text(text) if *ty == Type::Text => out.write_field(harmless(text).as_bytes())?,
            Value::Null => out.write_field(b"")?,
            other => out.write_field(other.to_string().as_bytes())?,
        }
    }
    out.write_record(None::<&[u8]>)?;
    Ok(())
}

/// Words that no spreadsheet takes for a formula.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let first = text.trim_start_matches([' ', '\u{feff}', '\u{3000}']).chars().next();
    // Full-width signs are taken for their ASCII twins by some programs.
    if first
        .is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
    {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed() {
        assert_eq!(harmless("=1+2"), "'=1+2");
        assert_eq!(harmless("　＝cmd"), "'　＝cmd");
        assert_eq!(harmless("-公开"), "'-公开");
        assert_eq!(harmless("公开=1"), "公开=1");
    }
}
