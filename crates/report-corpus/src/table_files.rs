//! The files that tables are written to. A file stands under its name only once it is complete.

use crate::order::Workers;
use report_tables::write::{ArrowFile, Csv, JsonLines, Parquet, Workbook, WriteError, Writer};
use report_tables::{Entry, Table, TableOptions, dictionary};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// What files of tables are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Text with commas, UTF-8; formulas are disarmed.
    Csv,
    /// One JSON object a row.
    Jsonl,
    /// Parquet, compressed with zstd.
    Parquet,
    /// Arrow's file format (IPC, Feather).
    Arrow,
    /// An Excel workbook: a sheet a table, and the dictionary.
    Xlsx,
}

impl TableFormat {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Csv, Self::Jsonl, Self::Parquet, Self::Arrow, Self::Xlsx];

    /// The ending of its files, and its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::Parquet => "parquet",
            Self::Arrow => "arrow",
            Self::Xlsx => "xlsx",
        }
    }

    /// True where a terminal cannot show it.
    pub const fn is_binary(self) -> bool {
        !matches!(self, Self::Csv | Self::Jsonl)
    }
}

impl FromStr for TableFormat {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|format| format.as_str() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::as_str).join(", ");
            format!("no format {name:?}; there are {names}")
        })
    }
}

/// How tables are written.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// The format.
    pub format: TableFormat,
    /// Which columns.
    pub options: TableOptions,
    /// Begin CSV files with a byte order mark, so that Excel reads Chinese.
    pub bom: bool,
}

/// A table that was written.
#[derive(Debug)]
pub struct Written {
    /// The table; `None` for a workbook, which holds several.
    pub table: Option<Table>,
    /// Rows, of all sheets for a workbook.
    pub rows: u64,
    /// The file; `None` for a stream.
    pub path: Option<PathBuf>,
}

/// Tables being written.
pub struct TableFiles(Open);

enum Open {
    /// The tables, and the description that is to stand beside them.
    Each(Vec<One>, Option<(PathBuf, String)>),
    Book(Box<Workbook>, PathBuf),
}

struct One {
    table: Table,
    writer: Box<dyn Writer>,
    /// Where the finished file goes; none for a stream.
    path: Option<PathBuf>,
}

impl TableFiles {
    /// A file for each table in a folder, which is made where it is missing; CSV files get a description beside them
    /// (`datapackage.json`). A workbook is one file all the same, `tables.xlsx`.
    ///
    /// # Errors
    ///
    /// Where a file cannot be made.
    pub fn in_folder(folder: &Path, tables: &[Table], form: Form) -> Result<Self, WriteError> {
        fs::create_dir_all(folder).map_err(|error| named(folder, error))?;
        if form.format == TableFormat::Xlsx {
            return Self::in_file(&folder.join("tables.xlsx"), tables, form);
        }
        let open =
            |&table: &Table| one(folder.join(format!("{table}.{}", form.format.as_str())), table, form);
        // A table named twice is one file.
        let mut tables = tables.to_vec();
        let mut seen = Vec::new();
        tables.retain(|table| {
            !seen.contains(table) && {
                seen.push(*table);
                true
            }
        });
        let list = tables.iter().map(open).collect::<Result<_, _>>()?;
        let package = (form.format == TableFormat::Csv).then(|| {
            let package = dictionary::data_package(&tables, form.options);
            (folder.join("datapackage.json"), format!("{package:#}\n"))
        });
        Ok(Self(Open::Each(list, package)))
    }

    /// One file: a workbook of the tables, or a single table.
    ///
    /// # Errors
    ///
    /// Where it cannot be made; where several tables are asked for in a format that holds one.
    pub fn in_file(path: &Path, tables: &[Table], form: Form) -> Result<Self, WriteError> {
        if form.format == TableFormat::Xlsx {
            let book = Workbook::new(tables, form.options)?;
            return Ok(Self(Open::Book(Box::new(book), path.to_owned())));
        }
        match tables {
            [table] => Ok(Self(Open::Each(vec![one(path.to_owned(), *table, form)?], None))),
            _ => Err(WriteError::Library(format!("a file of {} holds one table", form.format.as_str()))),
        }
    }

    /// A table in a stream. A workbook cannot be streamed.
    ///
    /// # Errors
    ///
    /// Where its head cannot be written.
    pub fn in_stream(out: impl Write + Send + 'static, table: Table, form: Form) -> Result<Self, WriteError> {
        let writer = writer(BufWriter::new(out), table, form)?;
        Ok(Self(Open::Each(vec![One { table, writer, path: None }], None)))
    }

    /// Writes the rows of entries into every table, several tables at the same time.
    ///
    /// # Errors
    ///
    /// Where they cannot be written.
    pub fn entries(&mut self, entries: &[Entry<'_>], workers: &Workers) -> Result<(), WriteError> {
        match &mut self.0 {
            Open::Each(list, _) => {
                workers.each(list, |one| entries.iter().try_for_each(|entry| one.writer.entry(entry)))
            }
            Open::Book(book, _) => entries.iter().try_for_each(|entry| book.entry(entry)),
        }
    }

    /// Writes the ends and gives the files their names.
    ///
    /// # Errors
    ///
    /// Where the rest cannot be written, or a file not be renamed.
    pub fn finish(self) -> Result<Vec<Written>, WriteError> {
        match self.0 {
            Open::Each(list, package) => {
                let written = list.into_iter().map(One::finish).collect::<Result<_, _>>()?;
                if let Some((path, words)) = package {
                    fs::write(half(&path), words).map_err(|error| named(&path, error))?;
                    complete(&path)?;
                }
                Ok(written)
            }
            Open::Book(book, path) => {
                let mut out = create(&half(&path))?;
                let rows = book.finish(&mut out)?;
                out.flush()?;
                drop(out);
                complete(&path)?;
                Ok(vec![Written { table: None, rows, path: Some(path) }])
            }
        }
    }
}

impl One {
    fn finish(self) -> Result<Written, WriteError> {
        let Self { table, mut writer, path } = self;
        let rows = writer.finish()?;
        // Closed before it gets its name.
        drop(writer);
        path.as_deref().map_or(Ok(()), complete)?;
        Ok(Written { table: Some(table), rows, path })
    }
}

fn one(path: PathBuf, table: Table, form: Form) -> Result<One, WriteError> {
    let writer = writer(create(&half(&path))?, table, form)?;
    Ok(One { table, writer, path: Some(path) })
}

fn writer<W: Write + Send + 'static>(
    out: W,
    table: Table,
    form: Form,
) -> Result<Box<dyn Writer>, WriteError> {
    let Form { format, options, bom } = form;
    Ok(match format {
        TableFormat::Csv => Box::new(Csv::new(out, table, options, bom)?),
        TableFormat::Jsonl => Box::new(JsonLines::new(out, table, options)),
        TableFormat::Parquet => Box::new(Parquet::new(out, table, options)?),
        TableFormat::Arrow => Box::new(ArrowFile::new(out, table, options)?),
        TableFormat::Xlsx => return Err(WriteError::Library("a workbook is no stream".to_owned())),
    })
}

fn create(path: &Path) -> Result<BufWriter<File>, WriteError> {
    Ok(File::create(path).map(BufWriter::new).map_err(|error| named(path, error))?)
}

fn complete(path: &Path) -> Result<(), WriteError> {
    Ok(fs::rename(half(path), path).map_err(|error| named(path, error))?)
}

/// The name of a file that is not complete.
fn half(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

fn named(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tabulate::{Record, tabulate};

    fn form(format: TableFormat) -> Form {
        Form { format, options: TableOptions::default(), bom: false }
    }

    /// A folder of its own for a test.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("report-corpus-{}-{name}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            Self(folder)
        }

        fn path(&self) -> &Path {
            &self.0
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            drop(fs::remove_dir_all(&self.0));
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn files_get_their_names_when_they_are_complete() {
        let folder = Scratch::new("folder");
        let tables = [Table::Reports, Table::Parts, Table::Reports];
        let mut files = TableFiles::in_folder(folder.path(), &tables, form(TableFormat::Csv)).unwrap();
        assert_eq!(names(folder.path()), ["parts.csv.part", "reports.csv.part"]);
        let workers = Workers::new(2, 40).unwrap();
        let work = |n: usize| {
            let outcome = Err(("not_found".to_owned(), "no such file".to_owned()));
            (Record { label: format!("{n:02}.txt"), outcome }, n)
        };
        let mut seen = Vec::new();
        let items = (0..40).collect();
        tabulate(items, &workers, report_model::OffsetEncoding::Utf8, work, &mut files, |n| seen.push(n))
            .unwrap();
        let written = files.finish().unwrap();
        assert_eq!(seen, (0..40).collect::<Vec<_>>());
        assert_eq!(written.iter().map(|table| table.rows).collect::<Vec<_>>(), [40, 0]);
        assert_eq!(names(folder.path()), ["datapackage.json", "parts.csv", "reports.csv"]);
        let rows = fs::read_to_string(folder.path().join("reports.csv")).unwrap();
        let labels: Vec<_> = rows.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
        assert!(labels.is_sorted() && labels.len() == 40, "{labels:?}");
    }

    #[test]
    fn a_workbook_is_one_file() {
        let folder = Scratch::new("workbook");
        let files = TableFiles::in_folder(folder.path(), &[Table::Reports], form(TableFormat::Xlsx)).unwrap();
        assert_eq!(names(folder.path()), [""; 0]);
        files.finish().unwrap();
        assert_eq!(names(folder.path()), ["tables.xlsx"]);
        assert!(TableFiles::in_stream(Vec::new(), Table::Reports, form(TableFormat::Xlsx)).is_err());
    }

    #[test]
    fn a_file_of_another_format_holds_one_table() {
        let folder = Scratch::new("file");
        let path = folder.path().join("tables.csv");
        let open = |tables: &[Table]| TableFiles::in_file(&path, tables, form(TableFormat::Csv));
        assert!(open(&[Table::Reports, Table::Parts]).is_err());
        assert!(open(&[]).is_err());
        open(&[Table::Reports]).unwrap().finish().unwrap();
        assert_eq!(names(folder.path()), ["tables.csv"]);
    }
}
