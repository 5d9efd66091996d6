//! `report-model reuse`.

use crate::common::Folder;

const PASSAGE: &str = "把公开嵌入办文流程，发文时同步勾选公开属性，不再事后补报，全年办理1,206份。";

fn report(name: &str, year: u16, passage: &str) -> String {
    format!("{name}{year}年信息公开年度报告\n一、概述\n{passage}\n二、主动公开情况\n公开信息若干。\n")
}

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("a.txt", report("清远湖学院", 2021, PASSAGE));
    folder.file("b.txt", report("云浦大学", 2022, &PASSAGE.replace("1,206", "33")));
    folder.file(
        "c.txt",
        report(
            "棠溪大学",
            2022,
            "每季度核对栏目更新情况，在中层干部会上通报核对结果，由办公室负责督促整改。",
        ),
    );
    folder
}

#[test]
fn passages_with_their_places() {
    let folder = folder("reuse-text");
    let run = folder.run(&["reuse", "--lang", "zh", "."]);
    let out = run.good();
    assert!(out.contains("1. 2 所学校 2 处") && out.contains("│ 把公开嵌入办文流程"), "{out}");
    let first = out.lines().find(|line| line.contains("可能最早")).unwrap();
    assert!(first.contains("清远湖学院") && first.contains("2021") && first.contains("a.txt"), "{first}");
    assert!(out.contains("3 份报告：校际相近段落 1 组，本校各年之间 0 组"), "{out}");
    assert!(!out.contains("棠溪大学"));
}

#[test]
fn formats() {
    let folder = folder("reuse-formats");
    let json = folder.run(&["reuse", "--format", "json", "a.txt", "b.txt", "c.txt"]).json();
    assert_eq!(
        (json["schema"].as_str(), json["clusters"].as_array().unwrap().len()),
        (Some("report-model-reuse/1"), 1)
    );
    let span: Vec<usize> = serde_json::from_value(json["clusters"][0]["members"][0]["span"].clone()).unwrap();
    assert_eq!(&report("清远湖学院", 2021, PASSAGE)[span[0]..span[1]], PASSAGE);
    let lines = folder.run(&["reuse", "--format", "jsonl", "."]).lines();
    assert_eq!((lines.len(), lines[0]["reach"].as_str()), (1, Some("between")));
    assert_eq!(lines[0]["members"][1]["document"]["key"], "云浦大学");
    // The same passage is common where one school is the limit.
    let lines = folder.run(&["reuse", "--format", "jsonl", "--common", "1", "."]).lines();
    assert_eq!(lines[0]["common"], true);
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = folder("reuse-unreadable");
    let run = folder.run(&["reuse", "--lang", "en", "a.txt", "b.txt", "none.txt"]);
    assert_eq!(run.code(), 2);
    assert!(
        run.err().contains("none.txt: no such file") && run.out().contains("2 reports: 1 passage shared"),
        "{}",
        run.out()
    );
}
