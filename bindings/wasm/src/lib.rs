//! WebAssembly binding: text or bytes and options in, JSON out.
//!
//! Stateless, so that a trap leaves nothing locked and no handle has to be freed. The JSON crosses as one string:
//! `JSON.parse` is faster than building objects value by value from here, and what it gives is that of every language.
//!
//! One crate, four modules, a feature each: `parser` reads text, `documents` and `pdf` take the text out of files, `compare`
//! puts two reports beside each other. What a file says of its headings and tables goes from the readers to
//! the parser through JavaScript.

#[cfg(feature = "parser")]
mod ascii;
#[cfg(feature = "compare")]
mod comparison;
#[cfg(feature = "files")]
mod document;
#[cfg(feature = "files")]
mod files;
#[cfg(feature = "parser")]
mod parser;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The `Error` of JavaScript.
    type Error;

    #[wasm_bindgen(constructor)]
    fn new(message: &str) -> Error;

    #[wasm_bindgen(method, setter)]
    fn set_kind(this: &Error, kind: &str);

    #[wasm_bindgen(method, setter)]
    fn set_zh(this: &Error, message: &str);
}

/// An `Error` with the stable name of its kind, and its message in Chinese as `zh`.
fn error(kind: &str, message: &str, zh: &str) -> JsValue {
    let error = Error::new(message);
    error.set_kind(kind);
    error.set_zh(zh);
    error.into()
}

#[cfg(any(feature = "files", feature = "compare"))]
fn json(value: &impl serde::Serialize) -> Result<String, JsValue> {
    serde_json::to_string(value).map_err(internal)
}

fn internal(fault: serde_json::Error) -> JsValue {
    error("internal", &fault.to_string(), "程序故障")
}
