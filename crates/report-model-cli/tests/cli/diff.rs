//! `report-model diff`.

use crate::common::{Folder, REPORT};

/// The report with another number, and with words that could command a terminal or a page.
fn changed() -> String {
    REPORT.replace("1,326", "1,426").replace("一、概述", "一、概述<b>\u{1b}[31m")
}

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("a.txt", REPORT).file("b.txt", changed());
    folder
}

#[test]
fn tells_what_changed() {
    let folder = folder("diff-text");
    let run = folder.run(&["diff", "--lang", "zh", "a.txt", "b.txt"]);
    let out = run.good();
    assert!(out.contains("1,326条 → 1,426条  +100（+7.5%）"), "{out}");
    assert!(!out.contains('\u{1b}'));
    let run = folder.run(&["diff", "--lang", "en", "a.txt", "a.txt"]);
    assert!(run.good().contains("0 changed  0 added  0 gone") && run.good().contains("100%"));
}

#[test]
fn formats() {
    let folder = folder("diff-formats");
    let json = folder.run(&["diff", "--format", "json", "--offsets", "utf32", "a.txt", "b.txt"]).json();
    assert_eq!(
        (json["schema"].as_str(), json["unit"].as_str()),
        (Some("report-model-comparison/1"), Some("utf32"))
    );
    let values = json["values"].as_array().unwrap();
    let figure = values.iter().find(|value| value["left"]["words"] == "1,326条").unwrap();
    let span: Vec<usize> = serde_json::from_value(figure["right"]["span"].clone()).unwrap();
    assert_eq!(changed().chars().skip(span[0]).take(span[1] - span[0]).collect::<String>(), "1,426条");
    let run = folder.run(&["diff", "-f", "html", "a.txt", "b.txt"]);
    assert!(
        run.good().starts_with("<!doctype html>")
            && run.out().contains("概述&lt;b&gt;")
            && !run.out().contains("概述<b>")
    );
    let run = folder.run(&["diff", "-f", "markdown", "--lang", "en", "a.txt", "b.txt"]);
    assert!(run.good().contains("| 1,326条 | 1,426条 | +100 (+7.5%) |"), "{}", run.out());
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = folder("diff-unreadable");
    let run = folder.run(&["diff", "--lang", "en", "a.txt", "none.txt"]);
    assert_eq!((run.code(), run.out()), (2, ""));
    assert!(run.err().contains("none.txt: no such file"), "{}", run.err());
    assert_eq!(folder.run(&["diff", "a.txt", "."]).code(), 2);
    assert_eq!(folder.run(&["diff", "-", "-"]).code(), 2);
}
