//! `report-model stats`.

use crate::common::{Folder, REPORT};

#[test]
fn counts_and_bars() {
    let folder = Folder::new("stats");
    folder
        .file("in/a.txt", REPORT)
        .file("in/b.txt", REPORT.replace("清远湖学院", "云浦学院"))
        .file("in/c.txt", "食堂菜谱：周一红烧肉。")
        .file("in/d.pdf", "%PDF-1.7 broken");
    let run = folder.run(&["stats", "in", "--format", "json"]);
    assert_eq!(run.code(), 2);
    let counts = run.json();
    assert_eq!(
        (&counts["files"], &counts["reports"], &counts["others"], &counts["institutions"]),
        (&4.into(), &2.into(), &1.into(), &2.into())
    );
    assert_eq!(counts["unreadable"].as_object().unwrap().len(), 1);
    assert_eq!(counts["years"].as_object().unwrap().values().next(), Some(&2.into()));

    let run = folder.run(&["stats", "in", "--lang", "en", "--width", "80"]);
    let out = run.out();
    assert!(out.starts_with("2 annual reports · 2 institutions"), "{out}");
    assert!(out.contains("1 other documents · 1 unreadable"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    assert!(!out.contains('\u{1b}'), "no colour without a terminal");
    assert!(folder.run(&["stats", "in/a.txt", "--color", "always"]).out().contains('\u{1b}'));
}

#[test]
fn nothing_to_read_is_said() {
    let folder = Folder::new("stats-empty");
    folder.file("in/x.csv", "a");
    let run = folder.run(&["stats", "in", "--lang", "en"]);
    assert_eq!(run.code(), 2);
    assert!(run.err().contains("no document in this folder"), "{}", run.err());
}
