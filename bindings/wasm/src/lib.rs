//! WebAssembly binding: text in, JSON out.
//!
//! Stateless, so that a trap leaves nothing locked and no handle has to be freed. The JSON crosses as one string:
//! `JSON.parse` is faster than building objects value by value from here, and its bytes are those of every language.

use report_model::{OffsetEncoding, Options, try_parse};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The `Error` of JavaScript.
    type Error;

    #[wasm_bindgen(constructor)]
    fn new(message: &str) -> Error;

    #[wasm_bindgen(method, setter)]
    fn set_kind(this: &Error, kind: &str);
}

fn error(kind: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_kind(kind);
    error.into()
}

/// The JSON of a report, spans in UTF-16 code units, so that `text.slice(start, end)` gives the words.
///
/// Throws an `Error` with a member `kind` where the text can't be read at all.
#[wasm_bindgen]
pub fn parse(text: &str, source: Option<String>) -> Result<String, JsValue> {
    let options = source.map_or_else(Options::default, Options::with_source);
    let mut report = try_parse(text, &options).map_err(|e| error(e.kind(), &e.to_string()))?.report;
    report.reencode(text, OffsetEncoding::Utf16);
    serde_json::to_string(&report).map_err(|e| error("internal", &e.to_string()))
}
