//! What a PDF says besides its words: pages, running lines, ruled tables.

mod common;

use report_ingest::{BlockKind, Options, parse_document, read};

#[test]
fn each_block_knows_its_page() {
    let lines: Vec<String> = (1..=60)
        .map(|i| {
            format!("第{i}段，学校公开信息{i}条，师生员工反映良好，社会各界给予肯定，办学公信力不断提升。")
        })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let document =
        read(&common::pdf::report(&lines, common::pdf::Font::Embedded), &Options::default()).unwrap();
    assert_eq!(document.blocks.len(), 60);
    assert!(document.pages.len() > 3);
    assert_eq!(document.pages[0].span.start, 0);
    for pair in document.pages.windows(2) {
        assert_eq!((pair[0].number + 1, pair[0].span.end), (pair[1].number, pair[1].span.start));
    }
    for block in &document.blocks {
        assert_eq!(document.page_at(block.span.start), block.origin.page);
    }
    // Page numbers and the running header are apart, not lost.
    assert_eq!(document.margins.len(), document.pages.len() + 1);
    assert!(document.margins.contains(&"- 2 -".to_owned()) && !document.text.contains("- 2 -"));
    // A paragraph over two pages belongs to both.
    let turn = document.pages[1].span.start;
    assert!(document.text.is_char_boundary(turn as usize));
}

#[test]
fn ruled_tables() {
    let rows: [&[&str]; 4] = [
        &["类别", "事项", "数量（条）"],
        &["招生", "章程", "12"],
        &["", "计划", "/"],
        &["财务", "预算", "3"],
    ];
    let file = common::pdf::table("清远湖学院信息公开情况", &rows);
    let document = read(&file, &Options::default()).unwrap();
    assert_eq!(
        document.text,
        "清远湖学院信息公开情况\n类别\t事项\t数量（条）\n招生\t章程\t12\n\t计划\t/\n财务\t预算\t3\n"
    );
    let table = &document.tables[0];
    assert_eq!(table.cells.iter().filter(|cell| cell.row_span == 2).count(), 1);
    assert_eq!(document.blocks[1].kind, BlockKind::Table);
    assert_eq!(document.blocks[1].origin.page, Some(1));
    assert!(parse_document(&file, &Options::default()).is_ok());
}
