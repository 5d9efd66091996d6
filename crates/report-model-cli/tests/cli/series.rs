//! `report-model series`.

use crate::common::{Folder, REPORT};

/// The report of another year, with another total.
fn year(first: u16, total: &str) -> String {
    REPORT
        .replace("2022", "#")
        .replace("2021", &first.to_string())
        .replace('#', &(first + 1).to_string())
        .replace("1,326条", total)
        .replace("514条", "114条")
        // No channel has more than there is in all.
        .replace("812条", if total == "310条" { "196条" } else { "812条" })
}

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder
        .file("a.txt", year(2018, "310条"))
        .file("b.txt", year(2019, "1,200余条"))
        .file("c.txt", year(2021, "1,326条"));
    folder.file("d.txt", year(2021, "40条").replace("清远湖学院", "=云浦学院"));
    folder
}

#[test]
fn a_table_a_school() {
    let folder = folder("series-text");
    let run = folder.run(&["series", "--lang", "zh", "c.txt", "a.txt", "b.txt", "d.txt"]);
    let out = run.good();
    let total = out.lines().find(|line| line.starts_with("公开信息总数(条)")).unwrap();
    assert_eq!(
        total.split_whitespace().collect::<Vec<_>>(),
        ["公开信息总数(条)", "310", "1,200+", "1,326", "▃▇·█"]
    );
    assert!(out.contains("清远湖学院  3 份报告  缺少：2021"), "{out}");
    assert!(out.contains("! 2019→2020 公开信息总数 大幅增加 增加（至少 +890）"), "{out}");
    // 1,326 may be more or less than 1,200余 and there is a year between; that is no jump.
    assert!(!out.contains("2020→2022 公开信息总数"), "{out}");
    assert!(out.contains("云浦学院  1 份报告"), "{out}");
    // Only the neighbouring years are compared word for word.
    let reused = out.lines().find(|line| line.starts_with("沿用上年文字")).unwrap();
    assert_eq!(reused.matches('%').count(), 1, "{reused}");
}

#[test]
fn formats() {
    let folder = folder("series-formats");
    let json = folder.run(&["series", "--format", "json", "a.txt", "b.txt", "c.txt"]).json();
    assert_eq!(json[0]["gaps"], serde_json::json!([2021]));
    assert_eq!(json[0]["notes"][0]["kind"], "rise");
    assert_eq!(json[0]["years"][1]["figures"][0]["evidence"]["bound"], "at_least");
    let run = folder.run(&["series", "--format", "csv", "--bom", "."]);
    assert!(run.good().starts_with('\u{feff}'));
    let mut table = csv::Reader::from_reader(run.out().trim_start_matches('\u{feff}').as_bytes());
    let head = table.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 4);
    assert_eq!(
        (&rows[2][at("year")], &rows[2][at("disclosed.total")], &rows[2][at("missing_before")]),
        ("2022", "1326", "1")
    );
    assert_eq!(
        (&rows[1][at("disclosed.total.bound")], &rows[1][at("notes")]),
        ("at_least", "rise:disclosed.total rise:disclosed.website repeated:disclosed.wechat")
    );
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with('=')));
    let run = folder.run(&["series", "--format", "markdown", "--lang", "en", "a.txt", "b.txt"]);
    assert!(run.good().contains("| disclosed in all(条) | 310 | 1,200+ |"), "{}", run.out());
}
