//! Rich text.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    common::check(&[b"{\\rtf1", bytes].concat());
});
