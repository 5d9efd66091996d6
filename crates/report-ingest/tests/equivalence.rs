//! A report is the same report in every format: what is read from pages, Word files and texts in other encodings is what
//! is read from the plain text.

mod common;

use encoding_rs::{BIG5, Encoding, GB18030, GBK};
use report_ingest::{Options, parse_document};
use report_model::{DocumentKind, Report, parse};
use serde_json::{Value, json};
use std::path::Path;

/// Texts whose lines are paragraphs. Those broken by a page layout belong to the PDF test.
const TEXTS: [&str; 18] = [
    "change-and-plans",
    "chinese-numerals",
    "damaged-digits",
    "early-three-parts",
    "half-width-punctuation",
    "nested-counts",
    "nil-statements",
    "no-title",
    "parts-do-not-add-up",
    "red-letter",
    "requests-with-outcomes",
    "run-in-headings",
    "signature-under-title",
    "table-of-contents",
    "traditional-machine-converted",
    "unnumbered-siblings",
    "index-block",
    "web-chrome",
];

fn golden(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    std::fs::read_to_string(root.join("tests/golden").join(name).join("input.txt")).unwrap()
}

/// What the report states, without where it stands.
fn facts(report: &Report) -> Value {
    let whole = serde_json::to_value(report).unwrap();
    let sections: Vec<Value> =
        report.all_sections().map(|s| json!([s.label, s.level, s.title.value, s.role])).collect();
    let keys = [
        "kind",
        "title",
        "institution",
        "coverage",
        "period",
        "citations",
        "measures",
        "requests",
        "oversight",
        "refusals",
        "contact",
        "signed",
        "letter",
        "declared_parts",
        "channels",
        "problems",
        "improvements",
        "truncated",
    ];
    let mut facts: Value = keys
        .iter()
        .map(|key| ((*key).to_owned(), whole[key].clone()))
        .collect::<serde_json::Map<_, _>>()
        .into();
    strip(&mut facts);
    facts["sections"] = json!(sections);
    facts
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|key, _| !matches!(key.as_str(), "span" | "spans"));
            members.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

#[track_caller]
fn check(name: &str, form: &str, bytes: &[u8], plain: &Value, skip: &[&str]) {
    let parsed =
        parse_document(bytes, &Options::default()).unwrap_or_else(|error| panic!("{name} {form}: {error}"));
    let mut got = facts(&parsed.report);
    let mut plain = plain.clone();
    for key in skip {
        (got[key], plain[key]) = (Value::Null, Value::Null);
    }
    for (key, value) in plain.as_object().unwrap() {
        assert_eq!(&got[key], value, "{name} {form} {key}\n{}", parsed.document.text);
    }
}

fn lines(text: &str) -> Vec<&str> {
    text.lines()
        .map(|line| line.trim().trim_start_matches('\u{feff}'))
        .filter(|line| !line.is_empty())
        .collect()
}

#[test]
fn texts_in_all_encodings() {
    for name in TEXTS {
        let text = golden(name);
        let plain = facts(&parse(&text, &report_model::Options::default()).report);
        assert_eq!(plain["kind"], json!(DocumentKind::AnnualReport), "{name}");
        check(name, "GB18030", &GB18030.encode(&text).0, &plain, &[]);
        for (form, mark, order) in [
            ("LE", true, false),
            ("BE", true, true),
            ("LE without mark", false, false),
            ("BE without mark", false, true),
        ] {
            let units = if mark { format!("\u{feff}{text}") } else { text.clone() };
            let bytes: Vec<u8> = units
                .encode_utf16()
                .flat_map(|u| if order { u.to_be_bytes() } else { u.to_le_bytes() })
                .collect();
            check(name, form, &bytes, &plain, &[]);
        }
        let traditional = in_big5(&text);
        let plain = facts(&parse(&traditional, &report_model::Options::default()).report);
        check(name, "Big5", &BIG5.encode(&traditional).0, &plain, &[]);
    }
}

/// The text in traditional characters, as far as Big5 has them.
fn in_big5(text: &str) -> String {
    let table = include_str!("../../report-model/data/traditional.csv");
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    let mut map: std::collections::HashMap<char, char> = std::collections::HashMap::new();
    for row in rows {
        let fields: Vec<&str> = row.split(',').collect();
        if let (Some(from), Some(to)) =
            (fields[0].chars().next(), fields.get(1).and_then(|to| to.chars().next()))
        {
            map.entry(from).or_insert(to);
        }
    }
    let fits = |c: char| !BIG5.encode(c.encode_utf8(&mut [0; 4])).2;
    text.chars()
        .filter_map(|c| [Some(c), map.get(&c).copied()].into_iter().flatten().rev().find(|&c| fits(c)))
        .collect()
}

/// GBK has no word for some characters; pages then hold references, which browsers and this reader resolve.
fn encoded(page: &str, encoding: &'static Encoding) -> Vec<u8> {
    let label = if encoding == GBK { "gb2312" } else { "utf-8" };
    encoding.encode(&page.replace("CHARSET", label)).0.into_owned()
}

#[test]
fn pages_of_three_systems() {
    for name in TEXTS {
        let text = golden(name);
        let report = parse(&text, &report_model::Options::default()).report;
        let plain = facts(&report);
        let title = report.title.as_ref().map(|title| title.value.as_str());
        for (i, skeleton) in common::page::SKELETONS.iter().enumerate() {
            for encoding in [encoding_rs::UTF_8, GBK] {
                let page = encoded(&skeleton(None, &lines(&text)), encoding);
                check(name, &format!("page {i} {}", encoding.name()), &page, &plain, &[]);
                let page = encoded(&skeleton(title, &lines(&text)), encoding);
                check(name, &format!("page {i} {} with title", encoding.name()), &page, &plain, &[]);
            }
        }
    }
}

#[test]
fn word_files_with_automatic_numbers() {
    let mut labels = 0;
    for name in TEXTS {
        let text = golden(name);
        let plain = facts(&parse(&text, &report_model::Options::default()).report);
        let (bytes, automatic) = common::word::report(&lines(&text));
        labels += automatic;
        check(name, "DOCX", &bytes, &plain, &[]);
    }
    assert!(labels > 100, "{labels} labels were left to Word");
}

/// Values of the facts, each with its path.
fn values(value: &Value, path: &str, list: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, inner)| values(inner, &format!("{path}.{key}"), list));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, inner)| values(inner, &format!("{path}[{i}]"), list));
        }
        _ => list.push(format!("{path} = {value}")),
    }
}

#[test]
fn pdfs_with_broken_lines() {
    for font in [common::pdf::Font::Embedded, common::pdf::Font::Named] {
        let (mut all, mut same) = (0, 0);
        for name in TEXTS {
            let text = golden(name);
            let plain = facts(&parse(&text, &report_model::Options::default()).report);
            let file = common::pdf::report(&lines(&text), font);
            let parsed =
                parse_document(&file, &Options::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(parsed.document.margins.iter().any(|line| line.contains("内部排版")), "{name}");
            let (mut wanted, mut got) = (Vec::new(), Vec::new());
            values(&plain, "", &mut wanted);
            values(&facts(&parsed.report), "", &mut got);
            all += wanted.len();
            same += wanted.iter().filter(|value| got.contains(value)).count();
            for missing in wanted.iter().filter(|value| !got.contains(value)) {
                eprintln!("{font:?} {name}: {missing}");
            }
        }
        let share = same as f64 / all as f64;
        eprintln!("{font:?}: {same} of {all} values, {:.2} %", 100.0 * share);
        assert!(share >= 0.98, "{font:?}: {same} of {all}");
    }
}

/// Reports that were written without knowledge of the parser; some are broken by a layout, which other formats mend.
#[test]
fn fifty_more_reports() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().join("tests/fresh");
    let mut texts: Vec<String> = Vec::new();
    for round in
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
    {
        for path in std::fs::read_dir(round).unwrap().map(|entry| entry.unwrap().path()) {
            if path.extension().is_some_and(|end| end == "txt") {
                texts.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    assert!(texts.len() >= 50);
    type Form = fn(&[&str]) -> Vec<u8>;
    let forms: [(&str, Form); 3] = [
        ("page", |lines| encoded(&common::page::SKELETONS[0](None, lines), GBK)),
        ("DOCX", |lines| common::word::report(lines).0),
        ("PDF", |lines| common::pdf::report(lines, common::pdf::Font::Embedded)),
    ];
    for (form, build) in forms {
        let (mut all, mut same) = (0, 0);
        for text in &texts {
            let (mut wanted, mut got) = (Vec::new(), std::collections::HashSet::new());
            values(&facts(&parse(text, &report_model::Options::default()).report), "", &mut wanted);
            let parsed = parse_document(&build(&lines(text)), &Options::default()).unwrap();
            let mut list = Vec::new();
            values(&facts(&parsed.report), "", &mut list);
            got.extend(list);
            all += wanted.len();
            same += wanted.iter().filter(|value| got.contains(*value)).count();
        }
        let share = same as f64 / all as f64;
        eprintln!("{form}: {same} of {all} values, {:.2} %", 100.0 * share);
        assert!(share >= 0.995, "{form}: {same} of {all}");
    }
}
