//! The committed schema describes what the parser gives.

mod common;

use report_model::{OffsetEncoding, Options, parse};
use serde_json::Value;
use std::path::Path;

fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/report.schema.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

#[test]
fn every_golden_report_is_valid() {
    let validator = jsonschema::validator_for(&schema()).expect("a valid schema");
    for golden in common::goldens() {
        for unit in [OffsetEncoding::Utf8, OffsetEncoding::Utf16, OffsetEncoding::Utf32] {
            let mut report = parse(&golden.text, &Options::with_source(&*golden.name)).report;
            report.reencode(&golden.text, unit);
            let json = serde_json::to_value(&report).unwrap();
            let wrong: Vec<String> = validator
                .iter_errors(&json)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(wrong.is_empty(), "{} in {unit}:\n{}", golden.name, wrong.join("\n"));
        }
    }
}

#[test]
fn the_schema_is_not_a_rubber_stamp() {
    let validator = jsonschema::validator_for(&schema()).expect("a valid schema");
    let report = parse(&common::golden("nested-counts"), &Options::default()).report;
    let json = serde_json::to_value(&report).unwrap();
    let spoilt = |change: &dyn Fn(&mut Value)| {
        let mut json = json.clone();
        change(&mut json);
        !validator.is_valid(&json)
    };
    assert!(validator.is_valid(&json));
    assert!(spoilt(&|json| json["kind"] = "yearbook".into()));
    assert!(spoilt(&|json| json["measures"][0]["span"] = serde_json::json!([1])));
    assert!(spoilt(&|json| json["measures"][0]["value"] = "5600".into()));
    assert!(spoilt(&|json| {
        json.as_object_mut().unwrap().remove("measures");
    }));
}
