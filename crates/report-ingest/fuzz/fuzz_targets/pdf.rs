//! A PDF, and the same as the drawing of a page.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    common::check(&[b"%PDF-1.7\n", bytes].concat());
    let head = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n\
        5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n4 0 obj<<>>stream\nBT /F1 12 Tf 9 9 Td ";
    common::check(&[&head[..], bytes, b"\nET endstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"].concat());
});
