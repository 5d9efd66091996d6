//! Lists of institutions as rows of cells, and what their columns mean.

use crate::error::RegistryError;
use crate::registry::{Institution, NameKind};
use encoding_rs::{GB18030, UTF_8};

/// Rows searched for the heading.
const HEADING_WITHIN: usize = 20;

/// The rows of a CSV file, UTF-8 or else GB18030.
pub(crate) fn csv(bytes: &[u8]) -> Result<Vec<Vec<String>>, RegistryError> {
    let text = match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => text,
        None => GB18030.decode(bytes).0,
    };
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows =
        reader.records().map(|row| row.map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()));
    rows.collect::<Result<_, _>>().map_err(|error| RegistryError::Malformed(error.to_string()))
}

/// The rows of the first sheet of a workbook.
#[cfg(feature = "workbook")]
pub(crate) fn workbook(bytes: &[u8]) -> Result<Vec<Vec<String>>, RegistryError> {
    use calamine::{Data, Reader, open_workbook_auto_from_rs};
    let malformed = |error: calamine::Error| RegistryError::Malformed(error.to_string());
    let mut book = open_workbook_auto_from_rs(std::io::Cursor::new(bytes)).map_err(malformed)?;
    let sheet = book.worksheet_range_at(0).ok_or(RegistryError::Empty)?.map_err(malformed)?;
    let words = |cell: &Data| match cell {
        // Codes of ten digits are numbers to a spreadsheet.
        Data::Float(number) => format!("{number}"),
        other => other.to_string().trim().to_owned(),
    };
    Ok(sheet.rows().map(|row| row.iter().map(words).collect()).collect())
}

/// Builds without the feature say so.
#[cfg(not(feature = "workbook"))]
pub(crate) fn workbook(_: &[u8]) -> Result<Vec<Vec<String>>, RegistryError> {
    Err(RegistryError::NoWorkbooks)
}

/// Which column holds what.
#[derive(Debug, Default)]
struct Columns {
    name: Option<usize>,
    code: Option<usize>,
    department: Option<usize>,
    place: Option<usize>,
    level: Option<usize>,
    former: Option<usize>,
    short: Option<usize>,
}

impl Columns {
    fn of(row: &[String]) -> Self {
        let find = |words: &[&str]| {
            row.iter().position(|cell| {
                let cell = cell.trim_start_matches('\u{feff}').to_ascii_lowercase();
                words.iter().any(|word| cell == *word)
            })
        };
        Self {
            name: find(&["学校名称", "院校名称", "名称", "学校", "name"]),
            code: find(&[
                "学校标识码",
                "学校（机构）标识码",
                "院校代码",
                "学校代码",
                "标识码",
                "代码",
                "code",
                "id",
            ]),
            department: find(&["主管部门", "department"]),
            place: find(&["所在地", "所在城市", "place", "city"]),
            level: find(&["办学层次", "层次", "level"]),
            former: find(&["曾用名", "former_name", "former_names"]),
            short: find(&["简称", "short_name", "short_names"]),
        }
    }
}

/// The institutions of a list.
pub(crate) fn institutions(rows: &[Vec<String>]) -> Result<Vec<Institution>, RegistryError> {
    let heads = rows.iter().take(HEADING_WITHIN).map(|row| Columns::of(row));
    let (at, columns) =
        heads.enumerate().find(|(_, columns)| columns.name.is_some()).ok_or(RegistryError::NoNameColumn)?;
    let (Some(name), Some(code)) = (columns.name, columns.code) else {
        return Err(RegistryError::NoCodeColumn);
    };
    let mut province = String::new();
    let mut list = Vec::new();
    for row in &rows[at + 1..] {
        let cell = |column: Option<usize>| column.and_then(|i| row.get(i)).cloned().unwrap_or_default();
        if cell(Some(name)).is_empty() || cell(Some(code)).is_empty() {
            if let Some(named) = province_row(row) {
                province = named;
            }
            continue;
        }
        let others = [(NameKind::Former, columns.former), (NameKind::Short, columns.short)];
        let other_names = others
            .into_iter()
            .flat_map(|(kind, column)| names(&cell(column)).map(move |name| (kind, name)).collect::<Vec<_>>())
            .collect();
        list.push(Institution {
            code: cell(Some(code)),
            name: cell(Some(name)),
            department: cell(columns.department),
            province: province.clone(),
            place: cell(columns.place),
            level: cell(columns.level),
            other_names,
        });
    }
    Ok(list)
}

/// The province of a row that holds only 北京市（92所）.
fn province_row(row: &[String]) -> Option<String> {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    let (only, more) = (filled.next()?, filled.next());
    let (place, count) = only.split_once(['（', '('])?;
    (more.is_none() && count.contains('所')).then(|| place.trim().to_owned())
}

/// Several names in one cell.
fn names(cell: &str) -> impl Iterator<Item = String> {
    cell.split(['、', ';', '；', '|', ',', '，'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
}
