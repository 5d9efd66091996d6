//! `report-model table`.

use crate::common::{Folder, RARE, REPORT};
use std::fs;

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("in/a.txt", REPORT).file("in/b.txt", RARE);
    folder
}

#[test]
fn csv_to_standard_output() {
    let folder = folder("table-csv");
    let run = folder.run(&["table", "measures", "in"]);
    let mut rows = csv::Reader::from_reader(run.good().as_bytes());
    let head = rows.headers().unwrap().clone();
    assert_eq!(
        head.iter().take(4).collect::<Vec<_>>(),
        ["report_id", "institution", "institution_id", "year"]
    );
    let column = |name: &str| head.iter().position(|column| column == name).unwrap();
    let (id, quote, start, end) = (column("report_id"), column("quote"), column("start"), column("end"));
    let mut count = 0;
    for row in rows.records().map(Result::unwrap) {
        let text = if &row[id] == "in/a.txt" { REPORT } else { RARE };
        let at = |i: usize| row[i].parse::<usize>().unwrap();
        assert_eq!(&text[at(start)..at(end)], &row[quote]);
        count += 1;
    }
    assert!(count >= 4, "{count} rows");
}

#[test]
fn all_tables_into_a_folder_with_their_description() {
    let folder = folder("table-folder");
    let run = folder.run(&["table", "all", "in", "-o", "out", "--lang", "en"]);
    assert_eq!((run.code(), run.out()), (0, ""));
    assert!(run.err().contains("reports: 2 rows → out"), "{}", run.err());
    let package = fs::read_to_string(folder.path().join("out/datapackage.json")).unwrap();
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let path = folder.path().join("out").join(resource["path"].as_str().unwrap());
        let mut rows = csv::Reader::from_path(&path).unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<_> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(rows.headers().unwrap().iter().collect::<Vec<_>>(), names, "{}", path.display());
    }
    assert!(!folder.path().join("out/reports.csv.part").exists());
}

#[test]
fn the_ending_tells_the_format() {
    let folder = folder("table-formats");
    for (name, magic) in [
        ("a.parquet", &b"PAR1"[..]),
        ("a.arrow", b"ARROW1"),
        ("a.jsonl", b"{\"report_id\""),
        ("a.xlsx", b"PK"),
    ] {
        let run = folder.run(&["table", "reports", "in", "-o", name, "--lang", "en"]);
        assert_eq!(run.code(), 0, "{}", run.err());
        let bytes = fs::read(folder.path().join(name)).unwrap();
        assert!(bytes.starts_with(magic), "{name}");
    }
    let bom = folder.run(&["table", "reports", "in", "--bom"]);
    assert!(bom.good().starts_with('\u{feff}'));
    assert!(!folder.run(&["table", "reports", "in", "--no-evidence"]).good().contains("_quote"));
}

#[test]
fn what_cannot_be_read_has_a_row() {
    let folder = folder("table-bad");
    folder.file("in/c.pdf", "%PDF-1.7 broken");
    let run = folder.run(&["table", "reports", "in", "--format", "jsonl", "--lang", "en"]);
    assert_eq!(run.code(), 2);
    assert!(run.err().contains("in/c.pdf"), "{}", run.err());
    let rows = run.lines();
    assert_eq!((rows.len(), &rows[2]["kind"]), (3, &"unreadable".into()));
    assert!(rows[2]["error"].is_string());
}

#[test]
fn the_cache_changes_nothing_but_what_is_read() {
    let folder = folder("table-cache");
    let args = ["table", "all", "in", "--format", "jsonl", "--cache", "kept", "-o"];
    let plain = folder.run(&["table", "measures", "in", "--format", "jsonl"]);
    for out in ["first", "second"] {
        let run = folder.run(&[&args[..], &[out]].concat());
        assert_eq!(run.code(), 0, "{}", run.err());
        let rows = fs::read_to_string(folder.path().join(out).join("measures.jsonl")).unwrap();
        assert_eq!(rows, plain.good(), "{out}");
    }
    let kept = |folder: &Folder| {
        let shards = fs::read_dir(folder.path().join("kept")).unwrap();
        shards
            .flat_map(|shard| fs::read_dir(shard.unwrap().path()).unwrap())
            .map(|file| file.unwrap().path())
            .collect::<Vec<_>>()
    };
    assert_eq!(kept(&folder).len(), 2);
    // A damaged reading is read anew, and a changed file is another one.
    for file in kept(&folder) {
        fs::write(file, "damaged").unwrap();
    }
    folder.file("in/b.txt", RARE.replace('1', "2"));
    let run = folder.run(&[&args[..], &["third"]].concat());
    assert_eq!(run.code(), 0, "{}", run.err());
    assert_eq!(kept(&folder).len(), 3);
    let again = folder.run(&["table", "measures", "in", "--format", "jsonl"]);
    assert_eq!(fs::read_to_string(folder.path().join("third/measures.jsonl")).unwrap(), again.good());
}

#[test]
fn a_registry_gives_codes() {
    let folder = Folder::new("table-registry");
    folder.file("a.txt", REPORT);
    folder.file("list.csv", "学校名称,学校标识码\n清远湖学院,4199010007\n");
    let run = folder.run(&["table", "reports", "a.txt", "--registry", "list.csv", "--format", "jsonl"]);
    assert_eq!(run.good().parse::<serde_json::Value>().unwrap()["institution_id"], "4199010007");
    let wrong = folder.run(&["table", "reports", "a.txt", "--registry", "a.txt", "--lang", "en"]);
    assert_eq!(wrong.code(), 2);
    assert!(wrong.err().contains("no column of names"), "{}", wrong.err());
}

#[test]
fn what_is_wrong_with_the_arguments() {
    let folder = folder("table-args");
    let near = folder.run(&["table", "measure", "in"]);
    assert_eq!(near.code(), 2);
    assert!(near.err().contains("did you mean \"measures\""), "{}", near.err());
    let several = folder.run(&["table", "reports,measures", "in", "--lang", "en"]);
    assert_eq!(
        (several.code(), several.err()),
        (2, "report-model: several tables need a folder: -o FOLDER\n")
    );
    let book = folder.run(&["table", "all", "in", "--format", "xlsx", "--lang", "en"]);
    assert_eq!((book.code(), book.err()), (2, "report-model: a workbook needs a file: -o FILE\n"));
}
