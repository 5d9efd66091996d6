//! JSON in ASCII alone, for the way to JavaScript.
//!
//! Engines decode and parse text of one-byte characters faster than mixed text: what little Chinese a report's JSON
//! holds is escaped, and what comes out of `JSON.parse` is the same.

use crate::internal;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};
use std::io::{Result, Write};
use wasm_bindgen::JsValue;

/// The value as JSON whose characters are all ASCII.
pub(crate) fn json(value: &impl Serialize) -> std::result::Result<String, JsValue> {
    // That of a short report.
    let mut out = Vec::with_capacity(1 << 16);
    value.serialize(&mut Serializer::with_formatter(&mut out, Ascii)).map_err(internal)?;
    String::from_utf8(out).map_err(|e| internal(serde::ser::Error::custom(e)))
}

struct Ascii;

impl Formatter for Ascii {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> Result<()> {
        if fragment.is_ascii() {
            return CompactFormatter.write_string_fragment(writer, fragment);
        }
        // Some signs together: each call of the writer looks whether there is room.
        let (mut buffer, mut len) = ([0; 96], 0);
        for unit in fragment.encode_utf16() {
            let escaped = escape(unit);
            let bytes = if unit < 0x80 { &[unit as u8][..] } else { &escaped };
            if len + bytes.len() > buffer.len() {
                writer.write_all(&buffer[..len])?;
                len = 0;
            }
            buffer[len..len + bytes.len()].copy_from_slice(bytes);
            len += bytes.len();
        }
        writer.write_all(&buffer[..len])
    }
}

/// A code unit of UTF-16, `\uXXXX`.
fn escape(unit: u16) -> [u8; 6] {
    let digit = |shift: u32| b"0123456789abcdef"[usize::from(unit >> shift) & 15];
    [b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]
}
