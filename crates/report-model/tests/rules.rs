//! Each rule has a page, a text that fires it and a near miss that does not.

use report_model::{Options, Report, Rule, Severity, parse, rules};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map(|root| root.join("tests/rules")).unwrap()
}

fn text(name: &str) -> String {
    let path = folder().join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read(text: &str) -> Report {
    parse(text, &Options::default()).report
}

fn codes(report: &Report) -> BTreeSet<&str> {
    report.diagnostics.iter().map(|d| d.code.as_str()).collect()
}

/// As `cargo xtask golden --bless` writes it.
fn lines(report: &Report, text: &str) -> String {
    let mut out = String::new();
    for d in &report.diagnostics {
        let words = report.text(text, d.span).unwrap_or_default().replace('\n', " ");
        writeln!(out, "{} {} | {words} | {} | {}", d.code, d.severity, d.message, d.message_en).unwrap();
    }
    out
}

#[test]
fn every_rule_fires_on_its_text() {
    for rule in rules() {
        let text = text(&format!("{}/fires.txt", rule.code));
        let report = read(&text);
        assert!(codes(&report).contains(rule.code), "{} does not fire: {:?}", rule.code, codes(&report));
    }
}

#[test]
fn findings_are_as_expected() {
    for rule in rules() {
        let text = text(&format!("{}/fires.txt", rule.code));
        let expected = self::text(&format!("{}/expected.txt", rule.code));
        assert_eq!(lines(&read(&text), &text), expected, "{}", rule.code);
    }
}

#[test]
fn no_rule_fires_on_its_near_miss() {
    for rule in rules() {
        let text = text(&format!("{}/near-miss.txt", rule.code));
        let report = read(&text);
        assert!(!codes(&report).contains(rule.code), "{} fires: {}", rule.code, lines(&report, &text));
        let errors = report.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
        assert_eq!(errors, 0, "{}: {}", rule.code, lines(&report, &text));
    }
}

#[test]
fn the_clean_text_has_no_finding() {
    let text = text("clean.txt");
    let report = read(&text);
    assert!(report.diagnostics.is_empty(), "{}", lines(&report, &text));
    // Most rules found something to look at.
    assert!(report.checks.iter().filter(|check| check.holds > 0).count() > 20);
}

#[test]
fn a_folder_of_texts_for_each_rule_and_no_other() {
    let known: BTreeSet<String> = rules().iter().map(|rule| rule.code.to_owned()).collect();
    let entries = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap());
    let found: BTreeSet<String> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(found, known);
}

#[test]
fn codes_and_names_are_unique_and_well_formed() {
    let list = rules();
    let codes: BTreeSet<&str> = list.iter().map(|rule| rule.code).collect();
    let names: BTreeSet<&str> = list.iter().map(|rule| rule.name).collect();
    assert_eq!((codes.len(), names.len()), (list.len(), list.len()));
    assert!(list.windows(2).all(|pair| pair[0].code < pair[1].code), "sorted by code");
    for rule in list {
        assert!(rule.code.len() == 5 && rule.code.starts_with("RM"), "{}", rule.code);
        assert!(rule.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.name);
    }
}

/// The page is the documentation in the rule's file; here the file itself is read, so that no feature is needed.
#[test]
fn every_rule_has_its_page() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/audit/rules");
    for rule in rules() {
        let name = format!("{}_{}.rs", rule.code.to_lowercase(), rule.name.replace('-', "_"));
        let path = source.join(&name);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut from = 0;
        for part in ["What it does", "Why it matters", "Example", "How to mend", "Source"] {
            let heading = format!("/// ## {part}\n");
            let at = text[from..]
                .find(&heading)
                .unwrap_or_else(|| panic!("{name}: no part {part:?}, or out of order"));
            from += at + heading.len();
            let below = text[from..].lines().take_while(|line| line.trim_start().starts_with("///"));
            let words: usize =
                below.take_while(|line| !line.contains("## ")).map(|line| line.trim().len() - 3).sum();
            assert!(words > 8, "{name}: nothing under {part:?}");
        }
        assert_words(rule);
    }
}

fn assert_words(rule: &Rule) {
    for words in [rule.title, rule.title_en, rule.help, rule.help_en] {
        assert!(!words.is_empty(), "{}", rule.code);
    }
    assert!(!rule.title.is_ascii() && rule.title_en.is_ascii(), "{}", rule.code);
}
