//! Which files are read, in which order, and what happens where one cannot be.

use crate::common::{Folder, REPORT};
use serde_json::Value;

fn sources(lines: &[Value]) -> Vec<&str> {
    lines.iter().map(|line| line["source"].as_str().unwrap()).collect()
}

#[test]
fn files_keep_the_order_given() {
    let folder = Folder::new("order");
    let names: Vec<String> = (0..60).rev().map(|i| format!("{i:02}.txt")).collect();
    for (i, name) in names.iter().enumerate() {
        // Long ones between short ones: they finish out of order.
        folder.file(name, REPORT.repeat(if i % 5 == 0 { 60 } else { 1 }));
    }
    let mut args = vec!["parse", "--format", "jsonl", "--jobs", "4"];
    args.extend(names.iter().map(String::as_str));
    let run = folder.run(&args);
    assert_eq!(run.code(), 0, "{}", run.err());
    assert_eq!(sources(&run.lines()), names);
    let one_thread = folder.run(&["parse", "--format=jsonl", "-j1", "."]);
    assert_eq!(folder.run(&["parse", "--format=jsonl", "-j3", "."]).out(), one_thread.out());
}

#[test]
fn folders_are_walked_in_order() {
    let folder = Folder::new("walk");
    folder.file("b/2.txt", REPORT).file("b/1.TXT", REPORT).file("b/a/3.txt", REPORT);
    folder.file("b/.hidden.txt", REPORT).file("b/.git/x.txt", REPORT).file("b/notes.md", "no");
    let run = folder.run(&["parse", "--format", "jsonl", "b"]);
    assert_eq!(run.code(), 0);
    let expected = ["b/1.TXT", "b/2.txt", "b/a/3.txt"].map(|p| p.replace('/', std::path::MAIN_SEPARATOR_STR));
    assert_eq!(sources(&run.lines()), expected);
    // An array, although it might hold one only.
    assert_eq!(folder.run(&["parse", "--format", "json", "b/a"]).json().as_array().unwrap().len(), 1);
}

#[test]
fn patterns_are_expanded() {
    let folder = Folder::new("glob");
    folder.file("2023.txt", REPORT).file("2022.txt", REPORT).file("2022.md", "no").file("[1].txt", REPORT);
    let run = folder.run(&["parse", "--format", "jsonl", "202?.txt"]);
    assert_eq!(sources(&run.lines()), ["2022.txt", "2023.txt"]);
    // A file of that very name is no pattern.
    assert_eq!(sources(&folder.run(&["parse", "--format", "jsonl", "[1].txt"]).lines()), ["[1].txt"]);
    let none = folder.run(&["parse", "--format", "jsonl", "*.docx"]);
    assert_eq!((none.code(), none.lines()[0]["error"]["kind"].as_str()), (2, Some("no_match")));
}

#[test]
fn standard_input() {
    let folder = Folder::new("stdin");
    let run = folder.run_with(&["parse", "--format", "json", "-"], REPORT.as_bytes(), &[]);
    assert_eq!((run.code(), run.json()["source"].as_str()), (0, Some("-")));
    let named = ["parse", "--format", "json", "--stdin-filename", "a.txt", "-"];
    let run = folder.run_with(&named, REPORT.as_bytes(), &[]);
    assert_eq!(run.json()["source"], "a.txt");
    let twice = folder.run_with(&["parse", "-", "-"], REPORT.as_bytes(), &[]);
    assert_eq!(twice.code(), 2);
}

#[test]
fn lists_of_files() {
    let folder = Folder::new("list");
    folder.file("a.txt", REPORT).file("b c.txt", REPORT).file("list", "b c.txt\r\n\r\na.txt");
    let run = folder.run(&["parse", "--format", "jsonl", "--files-from", "list"]);
    assert_eq!(sources(&run.lines()), ["b c.txt", "a.txt"]);
    let args = ["parse", "--format", "jsonl", "a.txt", "--files-from", "-"];
    let run = folder.run_with(&args, b"b c.txt\0nope\0", &[]);
    assert_eq!(sources(&run.lines()), ["a.txt", "b c.txt", "nope"]);
    assert_eq!(run.code(), 2);
    let empty = folder.run_with(&["parse", "--format", "json", "--files-from", "-"], b"", &[]);
    assert_eq!((empty.code(), empty.out()), (2, "[]\n"));
    assert!(empty.err().contains("没有要读取的文件"));
    assert_eq!(folder.run(&["parse", "--files-from", "nope"]).code(), 2);
}

#[test]
fn what_cannot_be_read_keeps_its_place() {
    let folder = Folder::new("unreadable");
    folder.file("good.txt", REPORT).file("empty/notes.md", "");
    folder.file("scan.png", b"\x89PNG\r\n\x1a\n");
    folder.file("long.txt", "长".repeat(9000));
    let args = ["parse", "--max-bytes", "4K", "--lang", "en"];
    let files = ["missing.txt", "good.txt", "empty", "scan.png", "long.txt", "good.txt"];
    let run = folder.run(&[&args[..], &["--format", "jsonl"], &files].concat());
    assert_eq!(run.code(), 2);
    let lines = run.lines();
    assert_eq!(sources(&lines), files);
    let kinds: Vec<Option<&str>> = lines.iter().map(|line| line["error"]["kind"].as_str()).collect();
    let expected = [Some("not_found"), None, Some("no_texts"), Some("image"), Some("too_long"), None];
    assert_eq!(kinds, expected);
    assert_eq!(lines[0]["schema"], "report-model/1");
    assert!(lines[0]["error"]["message"].is_string() && lines[0].as_object().unwrap().len() == 3);
    assert!(run.err().contains("report-model: missing.txt: no such file"), "{}", run.err());
    assert!(run.err().contains("run OCR first"), "{}", run.err());

    let array = folder.run(&[&args[..], &["--format", "json"], &files].concat());
    assert_eq!(array.json().as_array().unwrap(), &lines);
    let text = folder.run(&[&args[..], &files].concat());
    assert!(text.out().ends_with("4 unreadable\n"), "{}", text.out());
}

#[test]
fn any_bytes_are_an_answer() {
    let folder = Folder::new("bytes");
    folder.file("empty.txt", "").file("nul.txt", [0u8; 300]).file("bom.txt", format!("\u{feff}{REPORT}"));
    folder.file("crlf.txt", REPORT.replace('\n', "\r\n"));
    let run = folder.run(&["parse", "--format", "jsonl", "."]);
    assert_eq!((run.code(), run.lines().len()), (0, 4));
    assert!(run.lines().iter().all(|line| line["schema"] == "report-model/1" && line["error"].is_null()));
}

#[test]
fn wrong_arguments() {
    let folder = Folder::new("arguments");
    for args in [&["parse"][..], &[], &["parse", "--format", "xml", "a"], &["parse", "--max-bytes", "x", "a"]]
    {
        let run = folder.run(args);
        assert_eq!((run.code(), run.out()), (2, ""), "{args:?}");
        assert!(!run.err().is_empty());
    }
}
