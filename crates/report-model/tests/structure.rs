//! Structure handed in with a text: used where it fits, left aside where it does not, never a panic.

use report_model::{
    CellLayout, HeadingHint, Link, Options, Span, Structure, TableLayout, parse, parse_structured,
};

const TEXT: &str = "棠溪大学2021-2022学年信息公开工作年度报告\n\
    根据《高等学校信息公开办法》编制本报告。统计期限为2021年9月1日至2022年8月31日。\n\
    一、概述\n学校重视。\n二、主动公开情况\n公开信息1,326条。\n\
    渠道\t数量（条）\t占比\n学校网站\t812\t61%\n官方微信\t514\t39%\n\
    三、依申请公开情况\n未收到申请。\n";

/// The table's cells, by the tabs and line ends of the text.
fn layout(text: &str) -> TableLayout {
    let start = text.find("渠道").unwrap();
    let end = text.find("\n三、").unwrap();
    let mut table = TableLayout { span: Span::new(start as u32, end as u32), cells: Vec::new() };
    let mut at = start;
    for (row, line) in text[start..end].split('\n').enumerate() {
        for (column, words) in line.split('\t').enumerate() {
            let span = Span::new(at as u32, (at + words.len()) as u32);
            table.cells.push(CellLayout::new(span, row as u32, column as u32));
            at += words.len() + 1;
        }
    }
    table
}

#[test]
fn without_structure_nothing_changes() {
    let plain = parse(TEXT, &Options::default());
    assert_eq!(parse_structured(TEXT, &Structure::default(), &Options::default()), plain);
}

#[test]
fn cells_are_read_with_their_headings() {
    let structure = Structure { tables: vec![layout(TEXT)], ..Structure::default() };
    let report = parse_structured(TEXT, &structure, &Options::default()).report;
    let told: Vec<(String, Option<&str>)> =
        report.measures.iter().map(|m| (m.value.to_string(), m.unit.as_deref())).collect();
    assert_eq!(
        told,
        [
            ("1326".into(), Some("条")),
            ("812".into(), Some("条")),
            ("61".into(), Some("%")),
            ("514".into(), Some("条")),
            ("39".into(), Some("%"))
        ]
    );
    assert_eq!(report.measures[2].share_of, Some(1));
    assert_eq!(report.sections[1].tables[0].rows[2][1].text, "514");
    assert_eq!(report.sections[1].paragraphs.len(), 1);
}

#[test]
fn a_number_alone_in_a_cell_is_no_page_number_and_joins_no_other() {
    let text = TEXT.replace("812\t61%", "2\t679");
    let structure = Structure { tables: vec![layout(&text)], ..Structure::default() };
    let report = parse_structured(&text, &structure, &Options::default()).report;
    let values: Vec<String> = report.measures.iter().map(|m| m.value.to_string()).collect();
    assert_eq!(values, ["1326", "2", "679", "514", "39"]);
}

/// Any structure over any text.
#[test]
fn structures_that_do_not_fit() {
    let texts =
        [TEXT.to_owned(), String::new(), "\t\n\t".repeat(40), format!("{TEXT}{}", "1\t𠮷\t".repeat(60))];
    let mut state = 7u64;
    let mut next = move |below: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u32 % below.max(1)
    };
    for round in 0..1500 {
        let text = &texts[round % texts.len()];
        let end = text.len() as u32 + 3;
        let mut table = if round % 3 == 0 { layout(TEXT) } else { TableLayout::default() };
        let mut at = 0;
        for _ in 0..next(30) {
            // Mostly in order, so that some tables are taken.
            let from = if next(9) == 0 { next(end) } else { at + next(4) };
            let to = from + next(12);
            at = to;
            let mut cell = CellLayout::new(Span::new(from, to), next(5), next(5));
            (cell.row_span, cell.column_span) = (next(3), next(4));
            if next(40) == 0 {
                (cell.row, cell.column_span) = (u32::MAX - next(3), u32::MAX - next(3));
            }
            table.cells.push(cell);
        }
        if next(2) == 0 {
            table.cells.sort_by_key(|cell| (cell.row, cell.column));
        }
        table.span = if round % 3 == 0 { table.span } else { Span::new(next(3), next(end)) };
        let any = |next: &mut dyn FnMut(u32) -> u32| Span::new(next(end), next(end));
        let structure = Structure {
            headings: vec![HeadingHint { span: any(&mut next), level: next(300) as u8 }],
            tables: vec![table, layout(TEXT)],
            links: vec![Link { url: "http://a.cn/".to_owned(), span: any(&mut next) }],
        };
        let mut report = parse_structured(text, &structure, &Options::default()).report;
        for measure in &report.measures {
            for index in [measure.part_of, measure.share_of].into_iter().flatten() {
                assert!((index as usize) < report.measures.len());
            }
        }
        report.for_each_span(&mut |span| assert!(span.slice(text).is_some(), "{round} {span:?}"));
    }
}
