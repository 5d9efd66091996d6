//! Malformed, hostile and huge files: an answer always, in time, never a panic.

mod common;

use report_ingest::{IngestError, Limits, Options, parse_document, read};
use std::fmt::Write;
use std::time::{Duration, Instant};

/// What a file of a kind that cannot be read says, and what to do.
#[track_caller]
fn check(bytes: &[u8], kind: &str, advice: &str) {
    let error = read(bytes, &Options::default()).unwrap_err();
    assert_eq!(error.kind(), kind);
    assert!(error.message_en().contains(advice), "{}", error.message_en());
    assert!(error.message().chars().any(|c| ('一'..='龥').contains(&c)), "{}", error.message());
}

#[test]
fn every_unreadable_kind_says_what_it_is_and_what_to_do() {
    let ole = |stream: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.extend([0; 504]);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    check(b"\x89PNG\r\n\x1a\n....", "image", "OCR");
    check(b"\xFF\xD8\xFF\xE0", "image", "OCR");
    check(b"Rar!\x1a\x07\x01", "archive", "RAR archive: unpack it");
    check(b"PK\x03\x04..........a.txt", "archive", "ZIP archive: unpack it");
    check(&ole("WordDocument"), "legacy_word", "save it as .docx");
    check(&ole("EncryptedPackage"), "encrypted", "password");
    check(&ole("Workbook"), "office", "spreadsheet");
    check(b"PK\x03\x04......ppt/presentation.xml", "office", "presentation");
    check(
        b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w/>",
        "word_xml",
        "save it as .docx",
    );
    check(&[0, 1, 2, 3, 0xFF, 0x80, 0, 9], "binary", "whole");
    check(b"%PDF-1.7\nnothing", "broken", "download it again");
    check(&scan(), "no_text_layer", "scanned PDF without text layer (1 pages): run OCR first");
    let silent = common::pdf::report(&common::BODY, common::pdf::Font::Silent);
    check(&silent, "unmapped_text", "run OCR");
    check(&encrypted(), "encrypted", "password");
    check("<div>".repeat(3000).as_bytes(), "too_deep", "nested");
    let small = Options { limits: Limits::default(), ..Options::default() };
    let mut tiny = small.clone();
    tiny.limits.file = 10;
    assert_eq!(read(&[b'a'; 11], &tiny).unwrap_err(), IngestError::TooLarge { what: "file", limit: 10 });
    let mut short = small;
    short.limits.text = 10;
    assert_eq!(read(&[b'a'; 11], &short).unwrap_err(), IngestError::TooLarge { what: "text", limit: 10 });
}

/// A page with a picture only.
fn scan() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n\
      4 0 obj<</Length 12>>stream\n0 0 9 9 re f\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
        .to_vec()
}

/// A page behind a password that nobody gave.
fn encrypted() -> Vec<u8> {
    let entry = "00".repeat(32);
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_owned(),
        format!("<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{entry}>/U<{entry}>>>"),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = "xref\n0 5\n0000000000 65535 f \n".to_owned();
    for (i, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = writeln!(file, "{} 0 obj{object}endobj", i + 1);
    }
    let at = file.len();
    format!("{file}{table}trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n{at}\n%%EOF")
        .into_bytes()
}

#[test]
fn pages_made_to_hurt_take_their_time_and_no_more() {
    let pages: Vec<(&str, String)> = vec![
        ("brackets", "<".repeat(400_000)),
        ("half tags", "<p ".repeat(150_000)),
        ("paragraphs in divisions", format!("{}{}", "<div>".repeat(900), "<p>甲".repeat(60_000))),
        ("formatting never closed", format!("<p>{}", "<b><i><u>甲".repeat(300))),
        ("links in links", "<a href=x>甲".repeat(40_000)),
        (
            "wide cells",
            format!("<table>{}</table>", "<tr><td colspan=1000>甲<td rowspan=65000>乙".repeat(3000)),
        ),
        ("cells", format!("<table>{}</table>", "<td>1".repeat(150_000))),
        ("tables in tables", "<table><tr><td>".repeat(300)),
        ("attributes", format!("<p {}>甲", "a=1 ".repeat(100_000))),
        ("entities", "&lt;&#x4e00;&amp;amp".repeat(40_000)),
        ("lists", "<ol><li>甲".repeat(400)),
        ("foreign", "<svg><math><p>".repeat(200)),
        ("menu", "<ul><li><a href=a>甲</a></ul>".repeat(20_000)),
    ];
    for (name, page) in pages {
        let begun = Instant::now();
        match parse_document(page.as_bytes(), &Options::default()) {
            Ok(parsed) => assert!(parsed.document.text.len() <= 4 * page.len() + 100, "{name}"),
            Err(error) => assert!(matches!(error.kind(), "too_deep" | "too_large"), "{name}: {error}"),
        }
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(20), "{name}: {took:?}");
    }
}

/// Files of all formats, whole.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let lines: Vec<&str> = std::iter::once(common::HEAD).chain(common::BODY).collect();
    let table = common::html("三、清单事项公开情况表", &common::by_the_book());
    let mhtml = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{table}\r\n--b--"
    );
    vec![
        ("text", encoding_rs::GB18030.encode(&lines.join("\n")).0.into_owned()),
        ("html", table.into_bytes()),
        ("mhtml", mhtml.into_bytes()),
        ("docx", common::word::with_table("三、清单", &common::by_the_book())),
        ("docx", common::word::report(&lines).0),
        ("pdf", common::pdf::report(&lines, common::pdf::Font::Embedded)),
        ("pdf", common::pdf::report(&lines, common::pdf::Font::Named)),
    ]
}

#[test]
fn damaged_files_are_an_answer() {
    let mut state = 1u64;
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    for (name, file) in files() {
        assert!(read(&file, &Options::default()).is_ok(), "{name}");
        for round in 0..60 {
            let mut damaged = file.clone();
            match round % 4 {
                0 => damaged.truncate(next(file.len())),
                1 => (0..=next(20)).for_each(|_| damaged[next(file.len())] = next(256) as u8),
                2 => {
                    let (from, len) = (next(file.len()), next(200));
                    damaged.drain(from..(from + len).min(file.len()));
                }
                _ => {
                    let (from, to) = (next(file.len()), next(file.len()));
                    let piece: Vec<u8> = file[from..(from + 60).min(file.len())].to_vec();
                    damaged.splice(to..to, piece);
                }
            }
            if let Ok(parsed) = parse_document(&damaged, &Options::default()) {
                let text = &parsed.document.text;
                let whole = parsed.document.blocks.iter().all(|block| block.span.slice(text).is_some());
                let mut report = parsed.report;
                report.for_each_span(&mut |span| {
                    assert!(span.slice(text).is_some(), "{name} {round} {span:?}");
                });
                assert!(whole, "{name} {round}");
            }
        }
    }
}

#[test]
fn what_went_wrong_stands_among_the_diagnostics() {
    let lines: Vec<&str> = std::iter::once(common::HEAD).chain(common::BODY).collect();
    let mut bytes = encoding_rs::GB18030.encode(&lines.join("\n")).0.into_owned();
    bytes.extend([0xFF, 0xFF]);
    let parsed = parse_document(&bytes, &Options::default()).unwrap();
    assert_eq!(parsed.document.warnings[0].count, Some(2));
    assert_eq!(parsed.report.diagnostics[0].code, "RM950");
    assert!(parsed.report.institution.is_some());
}
