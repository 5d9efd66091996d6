//! Workbooks: a sheet a table, the heading frozen, the dictionary on a sheet of its own.

use super::WriteError;
use super::csv::harmless;
use crate::{Column, Entry, SCHEMA, Status, Table, TableOptions, Value};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook as Book, Worksheet, XlsxError};
use std::io::{Seek, Write};

/// Rows of a sheet, the heading included.
const MOST_ROWS: u32 = 1_048_576;

/// Writes tables as sheets of one workbook. Words are never formulas; what looks like one gets an apostrophe too, for
/// the day that somebody saves the sheet as CSV.
pub struct Workbook {
    book: Book,
    sheets: Vec<Sheet>,
    options: TableOptions,
    date: Format,
}

#[derive(Debug)]
struct Sheet {
    table: Table,
    index: usize,
    next: u32,
}

impl Workbook {
    /// A workbook with these tables, none of them filled.
    ///
    /// # Errors
    ///
    /// Where the library refuses a sheet.
    pub fn new(tables: &[Table], options: TableOptions) -> Result<Self, WriteError> {
        let mut book = Book::new();
        let bold = Format::new().set_bold();
        let mut sheets = Vec::new();
        for (index, &table) in tables.iter().enumerate() {
            let sheet = book.add_worksheet_with_constant_memory().map_err(library)?;
            sheet.set_name(table.as_str()).map_err(library)?;
            heading(sheet, &table.columns(options), &bold).map_err(library)?;
            sheets.push(Sheet { table, index, next: 1 });
        }
        dictionary(book.add_worksheet(), tables, options, &bold).map_err(library)?;
        Ok(Self { book, sheets, options, date: Format::new().set_num_format("yyyy-mm-dd") })
    }

    /// Writes the rows of an entry into every sheet.
    ///
    /// # Errors
    ///
    /// [`WriteError::TooManyRows`] where a sheet is full.
    pub fn entry(&mut self, entry: &Entry<'_>) -> Result<(), WriteError> {
        for Sheet { table, index, next } in &mut self.sheets {
            let sheet = self.book.worksheet_from_index(*index).map_err(library)?;
            let mut done = Ok(());
            table.each_row(entry, self.options, |values| {
                if done.is_err() {
                    return;
                }
                if *next >= MOST_ROWS {
                    done = Err(WriteError::TooManyRows { table: table.as_str() });
                    return;
                }
                done = row(sheet, *next, values, &self.date).map_err(library);
                *next += 1;
            });
            done?;
        }
        Ok(())
    }

    /// Writes the file; gives the rows of all sheets.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn finish(mut self, out: impl Write + Seek + Send) -> Result<u64, WriteError> {
        self.book.save_to_writer(out).map_err(library)?;
        Ok(self.sheets.iter().map(|sheet| u64::from(sheet.next - 1)).sum())
    }
}

fn heading(sheet: &mut Worksheet, columns: &[Column], bold: &Format) -> Result<(), XlsxError> {
    for (at, column) in columns.iter().enumerate() {
        let at = at as u16;
        sheet.write_with_format(0, at, column.name.as_ref(), bold)?;
        sheet.set_column_width(at, (column.name.chars().count() as f64 + 2.0).clamp(8.0, 28.0))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn row(sheet: &mut Worksheet, at: u32, values: &[Value<'_>], date: &Format) -> Result<(), XlsxError> {
    // A cell holds so many characters.
    const LONGEST: usize = 32_000;
    for (column, value) in values.iter().enumerate() {
        let column = column as u16;
        match value {
            Value::Null => {}
            Value::Text(text) => {
                let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(i, _)| i);
                sheet.write_string(at, column, harmless(&text[..end]))?;
            }
            Value::Int(number) => {
                sheet.write_number(at, column, *number as f64)?;
            }
            Value::Number(number) => {
                sheet.write_number(at, column, number.to_f64())?;
            }
            Value::Bool(yes) => {
                sheet.write_boolean(at, column, *yes)?;
            }
            Value::Date(day) => {
                let day = ExcelDateTime::from_ymd(day.year(), day.month(), day.day())?;
                sheet.write_datetime_with_format(at, column, day, date)?;
            }
        }
    }
    Ok(())
}

/// What every column means, and what the statuses say.
fn dictionary(
    sheet: &mut Worksheet,
    tables: &[Table],
    options: TableOptions,
    bold: &Format,
) -> Result<(), XlsxError> {
    sheet.set_name("dictionary")?;
    let head = ["table", "column", "type", "unit", "含义", "meaning", "source"];
    for (at, word) in head.iter().enumerate() {
        sheet.write_with_format(0, at as u16, *word, bold)?;
        sheet.set_column_width(at as u16, [12, 28, 9, 16, 36, 60, 30][at])?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let mut next = 1;
    let mut add = |words: [&str; 7]| -> Result<(), XlsxError> {
        for (at, word) in words.iter().enumerate() {
            sheet.write_string(next, at as u16, *word)?;
        }
        next += 1;
        Ok(())
    };
    for table in tables {
        for c in table.columns(options) {
            add([table.as_str(), &c.name, c.ty.as_str(), c.unit, &c.zh, &c.en, c.source])?;
        }
    }
    for status in Status::ALL {
        let [zh, en] = status.meaning();
        add(["(status)", status.as_str(), "", "", zh, en, ""])?;
    }
    add(["(schema)", SCHEMA, "", "", "", "", ""])
}

fn library(error: XlsxError) -> WriteError {
    match error {
        XlsxError::IoError(error) => WriteError::Io(error),
        other => WriteError::Library(other.to_string()),
    }
}
