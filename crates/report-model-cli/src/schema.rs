//! The JSON Schema of a report. `docs/report.schema.json` holds the same bytes.
//!
//! Generated from the Rust types, then made fit for readers of JSON: every key is always present, so every key is
//! required (but for those of [`OPTIONAL`]); the words of the documentation that concern Rust alone are left out.

use report_model::Report;
use serde_json::{Value, json};

/// Keys that are absent where nothing is known, because they came after the first reports were written down.
const OPTIONAL: [&str; 1] = ["department"];

/// Pretty, with a line end.
pub(crate) fn render() -> Vec<u8> {
    let mut schema = Report::json_schema();
    tidy(&mut schema);
    schema["$id"] = json!(Report::SCHEMA);
    schema["title"] = json!("Report");
    schema["description"] = json!(
        "What one annual information-disclosure report of a Chinese university states, each value with the place \
         it stands. docs/json-format.md explains the keys."
    );
    schema["properties"]["schema"]["const"] = json!(Report::SCHEMA);
    format!("{schema:#}\n").into_bytes()
}

fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            let keys = members.get("properties").and_then(Value::as_object).map(|p| {
                p.keys().filter(|key| !OPTIONAL.contains(&key.as_str())).cloned().map(Value::from).collect()
            });
            if let Some(keys) = keys {
                members.insert("required".to_owned(), Value::Array(keys));
            }
            if let Some(Value::String(words)) = members.get_mut("description") {
                let first = words.split("\n\n").next().unwrap_or_default();
                *words = first.replace('\n', " ").replace("`None`", "`null`");
            }
            members.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speaks_of_json() {
        let text = String::from_utf8(render()).unwrap();
        let schema: Value = serde_json::from_str(&text).unwrap();
        let required = schema["required"].as_array().unwrap();
        assert_eq!(required.len(), schema["properties"].as_object().unwrap().len());
        assert!(required.contains(&json!("title")));
        assert!(!text.contains("`None`") && !text.contains("assert_eq"));
        assert_eq!(schema["properties"]["schema"]["const"], "report-model/1");
    }
}
