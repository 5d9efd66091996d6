//! The content of an OpenDocument text.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mime = &b"application/vnd.oasis.opendocument.text"[..];
    let content = [&b"<x>"[..], bytes, b"</x>"].concat();
    common::check(&common::package(&[("mimetype", mime), ("content.xml", &content)]));
});
