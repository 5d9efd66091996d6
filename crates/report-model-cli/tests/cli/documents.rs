//! Documents of all formats, and the text taken out of them.

use crate::common::{Folder, REPORT};

/// The report as a web page, a line a paragraph.
fn page() -> String {
    let lines = REPORT.lines().fold(String::new(), |page, line| page + "<p>" + line + "</p>\n");
    format!("<html><body><nav><a href='/'>首页</a></nav>{lines}</body></html>")
}

#[test]
fn formats_side_by_side() {
    let folder = Folder::new("formats");
    let utf16: Vec<u8> = REPORT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder.file("a.html", page()).file("b.txt", REPORT).file("c.txt", utf16).file("d.md", "no");
    let run = folder.run(&["parse", "--format", "jsonl", "."]);
    assert_eq!(run.code(), 0, "{}", run.err());
    let lines = run.lines();
    assert_eq!(lines.len(), 3);
    for line in &lines[1..] {
        assert_eq!(line["title"]["value"], lines[0]["title"]["value"]);
        assert_eq!(
            line["measures"].as_array().unwrap().len(),
            lines[0]["measures"].as_array().unwrap().len()
        );
    }
}

#[test]
fn text_of_a_page() {
    let folder = Folder::new("text");
    let table = "<table><tr><th rowspan=2>甲<th>乙</tr><tr><td><a href='http://a.edu.cn/'>丙</a></table>";
    folder.file("a.html", format!("<h1>题目</h1><p>一、概述</p>{table}"));
    assert_eq!(folder.run(&["text", "--format", "plain", "a.html"]).good(), "题目\n一、概述\n甲\t乙\n\t丙\n");
    let blocks = "h1   题目\np    一、概述\ntable 2 × 2\n     | 甲 | 乙 \n     |    | 丙 \n     丙 → http://a.edu.cn/\n";
    assert_eq!(folder.run(&["text", "a.html"]).good(), blocks);
    let json = folder.run(&["text", "--format", "json", "a.html"]).json();
    assert_eq!(json["links"][0]["url"], "http://a.edu.cn/");
    assert_eq!(json["blocks"][0]["kind"], "heading");
    let none = folder.run(&["text", "--lang", "en", "b.pdf"]);
    assert_eq!((none.code(), none.err()), (2, "report-model: b.pdf: no such file\n"));
}
