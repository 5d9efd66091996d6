//! What can be said to `report-model table`.

use crate::args::{CacheArgs, InputArgs, Offsets};
use crate::lang::Lang;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use report_corpus::TableFormat;
use report_tables::Table;
use std::path::PathBuf;

pub(crate) const TABLE_HELP: &str = "\
Tables:
  reports      one row a file, all variables     requests     applications, one row a kind of answer
  values       the same in long form             citations    documents cited
  parts        prescribed parts                  channels     channels named or counted
  sections     headings                          checklist    the 50 items
  measures     every quantity with its words     points       problems and improvements
  diagnostics  findings                          all          every table

Examples:
  report-model table measures reports/ > measures.csv
  report-model table reports reports/ --format csv --bom -o reports.csv     for Excel
  report-model table all reports/ -o tables.xlsx                            one sheet a table
  report-model table all reports/ --format parquet -o tables/               one file a table
  report-model table reports reports/ --registry list.xls --cache .cache    with codes; the next run is quick

Every column is explained in docs/data-dictionary.md and on the sheet `dictionary` of workbooks.

Exit codes:
  0  everything was read
  2  something could not be read (it has a row in `reports`), or the arguments are wrong";

/// Arguments of `table`.
#[derive(Debug, Args)]
pub(crate) struct TableArgs {
    /// Which tables: a name, several with commas between, or all.
    #[arg(value_name = "TABLE", value_parser = parse_tables)]
    pub(crate) tables: Tables,

    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// What to write [default: told from the ending of the output, else csv].
    #[arg(long, short, value_parser = formats())]
    pub(crate) format: Option<TableFormat>,

    /// File to write; a folder for several tables, except as a workbook [default: standard output].
    #[arg(long, short, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,

    /// Begin CSV files with a byte order mark, so that Excel reads Chinese.
    #[arg(long)]
    pub(crate) bom: bool,

    /// Leave the columns of evidence (…_quote, …_start, …_end) out of `reports`.
    #[arg(long)]
    pub(crate) no_evidence: bool,

    /// Unit of the offsets.
    #[arg(long, value_enum, default_value_t = Offsets::Utf8)]
    pub(crate) offsets: Offsets,

    /// List of institutions with names and codes (XLS, XLSX or CSV), for `institution_id`.
    #[arg(long, value_name = "FILE")]
    pub(crate) registry: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) cache: CacheArgs,

    /// Language of messages [default: from the environment, else zh].
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
}

/// The tables asked for.
#[derive(Debug, Clone)]
pub(crate) struct Tables(pub(crate) Vec<Table>);

/// The formats, for the help.
fn formats() -> impl TypedValueParser<Value = TableFormat> {
    let value = |format: TableFormat| {
        PossibleValue::new(format.as_str()).help(match format {
            TableFormat::Csv => "Text with commas, UTF-8; formulas are disarmed",
            TableFormat::Jsonl => "One JSON object a row",
            TableFormat::Parquet => "Parquet, compressed with zstd",
            TableFormat::Arrow => "Arrow's file format (IPC, Feather)",
            TableFormat::Xlsx => "An Excel workbook: a sheet a table, and the dictionary",
        })
    };
    PossibleValuesParser::new(TableFormat::ALL.map(value)).try_map(|name| name.parse())
}

impl TableArgs {
    /// The format asked for, or told from the ending of the output.
    pub(crate) fn format(&self) -> TableFormat {
        let told = || {
            let ending = self.output.as_ref()?.extension()?.to_ascii_lowercase();
            ending.to_str()?.parse().ok()
        };
        self.format.or_else(told).unwrap_or(TableFormat::Csv)
    }
}

fn parse_tables(words: &str) -> Result<Tables, String> {
    if words == "all" {
        return Ok(Tables(Table::ALL.to_vec()));
    }
    let mut tables = Vec::new();
    for word in words.split(',') {
        let table: Table = word.parse().map_err(|_| {
            let names: Vec<&str> = Table::ALL.iter().map(|table| table.as_str()).collect();
            let near = names
                .iter()
                .max_by(|a, b| strsim::jaro_winkler(a, word).total_cmp(&strsim::jaro_winkler(b, word)));
            format!(
                "no table {word:?}; did you mean {:?}? There are: {}, all",
                near.unwrap_or(&"reports"),
                names.join(", ")
            )
        })?;
        if !tables.contains(&table) {
            tables.push(table);
        }
    }
    Ok(Tables(tables))
}
