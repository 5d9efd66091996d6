//! Files of any format, in the modules that read them.

use crate::given::Given;
use crate::{error, in_utf16, json};
use report_ingest::{Document, IngestError, Options, read};
use report_model::{OffsetEncoding, Report, Span};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A report beside the document it was read from.
#[derive(Serialize)]
struct Parsed<'a> {
    report: Report,
    document: &'a Document,
}

/// The JSON of `{report, document}`; positions of both count UTF-16 code units of `document.text`.
///
/// Throws an `Error` with a member `kind` where the file can't be read.
#[wasm_bindgen]
pub fn parse_bytes(bytes: &[u8], options: &str) -> Result<String, JsValue> {
    let given = Given::read(options)?;
    let core = given.core();
    let options = Options {
        name: core.source.clone(),
        content_type: given.charset.map(|name| format!("text/plain; charset={name}")),
        url: given.url,
        ..Options::default()
    };
    let mut document = read(bytes, &options).map_err(refused)?;
    for edit in &given.edits {
        let at = |position| OffsetEncoding::Utf16.byte_at(&document.text, position).map(|byte| byte as u32);
        let span = at(edit.span.start).zip(at(edit.span.end)).map(|(start, end)| Span::new(start, end));
        if !span.is_some_and(|span| document.replace(span, &edit.replacement)) {
            return Err(error("bad_options", "an edit is not in the text", "要修改的位置不在文本中"));
        }
    }
    // The reader has its own limit on text, which edits cannot pass by much.
    let report = document.parse(&core.max_bytes(u32::MAX));
    let report = in_utf16(report, &document.text);
    document.reencode(OffsetEncoding::Utf16);
    json(&Parsed { report, document: &document })
}

fn refused(e: IngestError) -> JsValue {
    error(e.kind(), &e.message_en(), &e.message())
}
