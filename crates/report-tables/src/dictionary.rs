//! The data dictionary, made from the schema: for people in Markdown, for programs as a Data Package.

use crate::{Column, SCHEMA, Status, Table, TableOptions};
use serde_json::{Value, json};
use std::fmt::Write;

/// The dictionary in Markdown.
pub fn markdown() -> String {
    let mut out = format!(
        "# Data dictionary\n\nSchema `{SCHEMA}`. Written from the code by `cargo xtask tables`; do not edit.\n\n\
         Every table starts with the same four columns, so that tables join on `report_id` and can be read alone. \
         Offsets are half-open and count in the unit that `reports.offset_unit` names. Absence has kinds, and none is a \
         number:\n\n| status | 含义 | meaning |\n|---|---|---|\n"
    );
    for status in Status::ALL {
        let [zh, en] = status.meaning();
        let _ = writeln!(out, "| `{status}` | {zh} | {en} |");
    }
    for table in Table::ALL {
        let [zh, en] = table.meaning();
        let _ = write!(out, "\n## `{table}`\n\n{zh}。 {en}.\n\n");
        out.push_str("| column | type | unit | 含义 | meaning | source |\n|---|---|---|---|---|---|\n");
        for column in table.columns(TableOptions::default()) {
            let Column { name, ty, unit, zh, en, source, .. } = &column;
            let cells = [unit, zh.as_ref(), en.as_ref(), source].map(|cell| cell.replace('|', "\\|"));
            let _ = writeln!(out, "| `{name}` | {} | {} |", ty.as_str(), cells.join(" | "));
        }
    }
    out
}

/// A description of a folder of CSV files as a Data Package (version 2): one resource a table.
pub fn data_package(tables: &[Table], options: TableOptions) -> Value {
    let resources: Vec<Value> = tables.iter().map(|table| resource(*table, options)).collect();
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "report-model-tables",
        "version": SCHEMA,
        "resources": resources,
    })
}

fn resource(table: Table, options: TableOptions) -> Value {
    let fields: Vec<Value> = table
        .columns(options)
        .iter()
        .map(|column| {
            json!({
                "name": column.name, "type": type_name(column), "title": column.zh, "description": column.en,
                "unit": column.unit, "source": column.source,
            })
        })
        .collect();
    let [zh, en] = table.meaning();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if table == Table::Reports {
        schema["primaryKey"] = json!(["report_id"]);
    } else {
        schema["foreignKeys"] = json!([{ "fields": ["report_id"], "reference": { "resource": "reports", "fields": ["report_id"] } }]);
    }
    json!({
        "name": table.as_str(), "path": format!("{table}.csv"), "type": "table", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", "title": zh, "description": en, "schema": schema,
    })
}

fn type_name(column: &Column) -> &'static str {
    match column.ty {
        crate::Type::Text => "string",
        other => other.as_str(),
    }
}
