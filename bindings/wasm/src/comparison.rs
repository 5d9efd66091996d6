//! Two reports beside each other.

use crate::{error, json};
use report_compare::{Side, compare};
use report_model::{OffsetEncoding, Report};
use wasm_bindgen::prelude::*;

/// The JSON of a comparison; spans in UTF-16 code units of the respective text, as those of the reports given.
///
/// Throws an `Error` with the kind `bad_options` where a report is none.
#[wasm_bindgen]
pub fn diff(left: &str, left_text: &str, right: &str, right_text: &str) -> Result<String, JsValue> {
    let left: Report = serde_json::from_str(left).map_err(no_report)?;
    let right: Report = serde_json::from_str(right).map_err(no_report)?;
    let (a, b) = (Side { report: &left, text: left_text }, Side { report: &right, text: right_text });
    let mut comparison = compare(&a, &b);
    comparison.reencode(left_text, right_text, OffsetEncoding::Utf16);
    json(&comparison)
}

fn no_report(e: serde_json::Error) -> JsValue {
    error("bad_options", &e.to_string(), "不是报告数据")
}
