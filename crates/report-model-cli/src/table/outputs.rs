//! The files that tables are written to. A file stands under its name only once it is complete.

use super::args::{TableArgs, TableFormat};
use crate::lang::Lang;
use report_tables::write::{ArrowFile, Csv, JsonLines, Parquet, Workbook, WriteError, Writer};
use report_tables::{Entry, Table, TableOptions, dictionary};
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Open tables.
pub(crate) enum Outputs {
    /// A file or stream a table.
    Each(Vec<Output>, Lang),
    /// One workbook.
    Book(Box<Workbook>, PathBuf, Lang),
}

/// A table being written.
pub(crate) struct Output {
    table: Table,
    writer: Box<dyn Writer>,
    /// Where the finished file goes; none for standard output.
    path: Option<PathBuf>,
}

impl Outputs {
    /// Opens what the arguments ask for.
    pub(crate) fn open(args: &TableArgs, lang: Lang) -> io::Result<Self> {
        let tables = &args.tables.0;
        let options = TableOptions::default().evidence(!args.no_evidence);
        let format = args.format();
        if format == TableFormat::Xlsx {
            let Some(path) = args.output.clone() else {
                return Err(refused(lang.pick("工作簿须用 -o 指定文件", "a workbook needs a file: -o FILE")));
            };
            return Ok(Self::Book(Box::new(Workbook::new(tables, options).map_err(failed)?), path, lang));
        }
        let Some(output) = &args.output else {
            let [table] = tables[..] else {
                return Err(refused(
                    lang.pick("多个表须用 -o 指定文件夹", "several tables need a folder: -o FOLDER"),
                ));
            };
            let binary = matches!(format, TableFormat::Parquet | TableFormat::Arrow);
            if binary && io::stdout().is_terminal() {
                return Err(refused(
                    lang.pick("二进制格式不能输出到终端，请用 -o", "not for a terminal: use -o FILE"),
                ));
            }
            let writer = writer(BufWriter::new(io::stdout()), table, format, options, args.bom)?;
            return Ok(Self::Each(vec![Output { table, writer, path: None }], lang));
        };
        let folder = (tables.len() > 1 || output.is_dir()).then(|| output.clone());
        if let Some(folder) = &folder {
            fs::create_dir_all(folder)?;
        }
        let open = |&table: &Table| -> io::Result<Output> {
            let path = match &folder {
                Some(folder) => folder.join(format!("{table}.{}", format.ending())),
                None => output.clone(),
            };
            let file = File::create(half(&path))
                .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
            let writer = writer(BufWriter::new(file), table, format, options, args.bom)?;
            Ok(Output { table, writer, path: Some(path) })
        };
        let list = tables.iter().map(open).collect::<io::Result<Vec<_>>>()?;
        if let Some(folder) = folder.filter(|_| format == TableFormat::Csv) {
            let package = dictionary::data_package(tables, options);
            fs::write(folder.join("datapackage.json"), format!("{package:#}\n"))?;
        }
        Ok(Self::Each(list, lang))
    }

    /// Writes the rows of an entry everywhere.
    pub(crate) fn entry(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        match self {
            Self::Each(list, ..) => list.iter_mut().try_for_each(|output| output.writer.entry(entry)),
            Self::Book(book, ..) => book.entry(entry),
        }
        .map_err(failed)
    }

    /// Writes the ends and gives the files their names; gives what to say of them.
    pub(crate) fn finish(self) -> io::Result<Vec<String>> {
        let rows = |lang: Lang, count: u64| match lang {
            Lang::Zh => format!("{count} 行"),
            Lang::En => format!("{count} rows"),
        };
        match self {
            Self::Each(list, lang) => {
                let mut said = Vec::new();
                for Output { table, mut writer, path } in list {
                    let count = writer.finish().map_err(failed)?;
                    drop(writer);
                    if let Some(path) = path {
                        fs::rename(half(&path), &path)?;
                        said.push(format!("{table}: {} → {}", rows(lang, count), path.display()));
                    }
                }
                Ok(said)
            }
            Self::Book(book, path, lang) => {
                let file = File::create(half(&path))?;
                let count = book.finish(BufWriter::new(file)).map_err(failed)?;
                fs::rename(half(&path), &path)?;
                Ok(vec![format!("{} → {}", rows(lang, count), path.display())])
            }
        }
    }
}

fn writer<W: Write + Send + 'static>(
    out: W,
    table: Table,
    format: TableFormat,
    options: TableOptions,
    bom: bool,
) -> io::Result<Box<dyn Writer>> {
    Ok(match format {
        TableFormat::Csv => Box::new(Csv::new(out, table, options, bom).map_err(failed)?),
        TableFormat::Jsonl => Box::new(JsonLines::new(out, table, options)),
        TableFormat::Parquet => Box::new(Parquet::new(out, table, options).map_err(failed)?),
        TableFormat::Arrow | TableFormat::Xlsx => {
            Box::new(ArrowFile::new(out, table, options).map_err(failed)?)
        }
    })
}

/// The name of a file that is not complete.
fn half(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

fn failed(error: WriteError) -> io::Error {
    match error {
        WriteError::Io(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

fn refused(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, why.to_owned())
}
