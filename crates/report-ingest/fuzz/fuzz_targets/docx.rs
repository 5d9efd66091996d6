//! The text of a Word file, and its lists.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (text, lists) = bytes.split_at(bytes.len() / 2);
    let text = [&b"<w:document><w:body>"[..], text, b"</w:body></w:document>"].concat();
    common::check(&common::package(&[("word/document.xml", &text), ("word/numbering.xml", lists)]));
});
