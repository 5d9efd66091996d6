//! Where the tables go, told by the arguments, and what is said of them.

use super::args::TableArgs;
use crate::lang::Lang;
use report_corpus::{Form, TableFiles, Written};
use report_tables::TableOptions;
use report_tables::write::WriteError;
use std::io::{self, IsTerminal};

/// Opens what the arguments ask for.
pub(crate) fn open(args: &TableArgs, lang: Lang) -> io::Result<TableFiles> {
    let tables = &args.tables.0;
    let form = Form {
        format: args.format(),
        options: TableOptions::default().evidence(!args.no_evidence),
        bom: args.bom,
    };
    let one_file = form.format == report_corpus::TableFormat::Xlsx;
    if let Some(output) = &args.output {
        let folder = output.is_dir() || tables.len() > 1 && !one_file;
        let open = if folder { TableFiles::in_folder } else { TableFiles::in_file };
        return open(output, tables, form).map_err(failed);
    }
    if one_file {
        return Err(refused(lang.pick("工作簿须用 -o 指定文件", "a workbook needs a file: -o FILE")));
    }
    let [table] = tables[..] else {
        return Err(refused(
            lang.pick("多个表须用 -o 指定文件夹", "several tables need a folder: -o FOLDER"),
        ));
    };
    if form.format.is_binary() && io::stdout().is_terminal() {
        return Err(refused(
            lang.pick("二进制格式不能输出到终端，请用 -o", "not for a terminal: use -o FILE"),
        ));
    }
    TableFiles::in_stream(io::stdout(), table, form).map_err(failed)
}

/// What to say of a file that was written; nothing of a stream.
pub(crate) fn said(written: &Written, lang: Lang) -> Option<String> {
    let path = written.path.as_ref()?.display();
    let table = written.table.map_or_else(String::new, |table| format!("{table}: "));
    let rows = lang.pick("行", "rows");
    Some(format!("{table}{} {rows} → {path}", written.rows))
}

pub(crate) fn failed(error: WriteError) -> io::Error {
    match error {
        WriteError::Io(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

fn refused(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, why.to_owned())
}
