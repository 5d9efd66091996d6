//! Tables of the domain: rules of the audit, columns of the tables.

use pyo3::prelude::*;
use report_tables::{Table, TableOptions, dictionary};

/// The rules of the audit as JSON: code, name, severity, titles, help, page.
#[pyfunction]
pub(crate) fn rules_json() -> String {
    let rules: Vec<_> = report_model::rules()
        .iter()
        .map(|rule| {
            serde_json::json!({
                "code": rule.code, "name": rule.name, "severity": rule.severity, "title": rule.title,
                "title_en": rule.title_en, "help": rule.help, "help_en": rule.help_en, "page": rule.page.join("\n"),
            })
        })
        .collect();
    serde_json::Value::from(rules).to_string()
}

/// The tables as JSON: name, meaning and columns.
#[pyfunction]
pub(crate) fn columns_json() -> String {
    let column = |c: &report_tables::Column| {
        serde_json::json!({
            "name": c.name, "type": c.ty.as_str(), "unit": c.unit, "meaning": c.en, "meaning_zh": c.zh,
            "source": c.source, "evidence": c.evidence,
        })
    };
    let tables: Vec<_> = Table::ALL
        .iter()
        .map(|table| {
            let [zh, en] = table.meaning();
            let columns: Vec<_> = table.columns(TableOptions::default()).iter().map(column).collect();
            serde_json::json!({ "name": table.as_str(), "meaning": en, "meaning_zh": zh, "columns": columns })
        })
        .collect();
    serde_json::Value::from(tables).to_string()
}

/// The data dictionary in Markdown.
#[pyfunction]
pub(crate) fn dictionary_markdown() -> String {
    dictionary::markdown()
}
