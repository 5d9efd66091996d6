//! The wire format, as `docs/json-format.md` tells it. The bytes of one report are the library's own: this only lays
//! them out.

use serde::Serialize;
use serde_json::json;
use std::fmt::Write;

/// One value: compact with a line end, or pretty; `nested` as an element of the array that holds several.
pub(crate) fn render(value: &impl Serialize, pretty: bool, nested: bool) -> String {
    // Reports hold no map with odd keys and no float that JSON lacks, the two ways in which this can fail.
    let text = if pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    let mut text = text.unwrap_or_else(|error| json!({ "error": error.to_string() }).to_string());
    if pretty && nested {
        // Line ends inside strings are escaped, so every one of them is layout.
        text.insert_str(0, "  ");
        return text.replace('\n', "\n  ");
    }
    text.push('\n');
    text
}

/// Escapes the control characters that JSON may hold raw, so that a text cannot command a terminal. The value is the
/// same.
pub(crate) fn escape_controls(json: String) -> String {
    if !json.contains(is_hidden_command) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if is_hidden_command(c) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

fn is_hidden_command(c: char) -> bool {
    super::width::is_unsafe(c) && c != '\n'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(render(&json!({"a": [1]}), false, true), "{\"a\":[1]}\n");
        assert_eq!(render(&json!({"a": "\n"}), true, true), "  {\n    \"a\": \"\\n\"\n  }");
        assert_eq!(render(&json!({"a": 1}), true, false), "{\n  \"a\": 1\n}\n");
    }

    #[test]
    fn escapes_keep_the_value() {
        let value = json!("a\u{9b}31m\u{7f}\u{202e}信");
        let text = escape_controls(value.to_string());
        assert_eq!(text, "\"a\\u009b31m\\u007f\\u202e信\"");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    }
}
