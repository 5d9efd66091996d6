//! Tables of the checklist in the layouts that schools print, as web pages and Word files.

#![allow(dead_code, unreachable_pub, missing_docs, reason = "each test file uses its part")]
#![allow(clippy::pedantic, clippy::style, clippy::complexity, reason = "files of tests, built once")]

use std::fmt::Write;

pub mod bomb;
pub mod page;
pub mod pdf;
pub mod word;

/// A cell of a table to build.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    pub text: String,
    pub url: Option<String>,
    pub rows: usize,
    pub columns: usize,
}

impl Cell {
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), url: None, rows: 1, columns: 1 }
    }

    pub fn linked(text: &str, url: &str) -> Self {
        Self { url: Some(url.to_owned()), ..Self::new(text) }
    }

    pub fn over(text: &str, rows: usize) -> Self {
        Self { rows, ..Self::new(text) }
    }
}

pub type Rows = Vec<Vec<Cell>>;

/// An item of the checklist: number, category, official words.
pub struct Item {
    pub number: u8,
    pub category: String,
    pub words: String,
}

/// The 50 items, from the table that the parser itself is built from.
pub fn items() -> Vec<Item> {
    let table = include_str!("../../../report-model/data/checklist.csv");
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|row| {
        let fields: Vec<&str> = row.split(',').collect();
        Item {
            number: fields[0].parse().unwrap(),
            category: fields[2].to_owned(),
            words: fields[3].to_owned(),
        }
    })
    .collect()
}

pub fn url(number: u8) -> String {
    format!("https://xxgk.qyh.edu.cn/qd/{number:02}.htm")
}

/// 序号, 类别 (merged), 公开事项, 公开链接: the layout of the Ministry's annex.
pub fn by_the_book() -> Rows {
    let items = items();
    let mut rows = vec![["序号", "类别", "公开事项", "公开链接"].map(Cell::new).to_vec()];
    for (i, item) in items.iter().enumerate() {
        let mut row = Vec::new();
        row.push(Cell::new(item.number.to_string()));
        if i == 0 || items[i - 1].category != item.category {
            let count = items.iter().filter(|other| other.category == item.category).count();
            row.push(Cell::over(&format!("{}（{count}项）", item.category), count));
        }
        row.push(Cell::new(format!("（{}）{}", item.number, item.words)));
        row.push(Cell::linked("点击查看", &url(item.number)));
        rows.push(row);
    }
    rows
}

/// 类别 with its serial (merged), shortened items, 责任部门, the address in print.
pub fn shortened() -> Rows {
    let items = items();
    let mut rows = vec![["信息类别", "公开内容", "责任部门", "网址"].map(Cell::new).to_vec()];
    for (i, item) in items.iter().enumerate() {
        let mut row = Vec::new();
        if i == 0 || items[i - 1].category != item.category {
            let count = items.iter().filter(|other| other.category == item.category).count();
            row.push(Cell::over(&item.category, count));
        }
        // The first clauses, as far as they say something.
        let mut short = String::new();
        for clause in item.words.split_inclusive(['、', '，']) {
            if short.chars().count() >= 9 {
                break;
            }
            short.push_str(clause);
        }
        row.push(Cell::new(short.trim_end_matches(['、', '，'])));
        row.push(Cell::new(if i % 2 == 0 { "党政办公室" } else { "教务处" }));
        row.push(Cell::new(url(item.number)));
        rows.push(row);
    }
    rows
}

/// Two halves side by side: 序号, 事项, 链接, 序号, 事项, 链接.
pub fn side_by_side() -> Rows {
    let items = items();
    let mut rows = vec![["序号", "公开事项", "链接", "序号", "公开事项", "链接"].map(Cell::new).to_vec()];
    for (left, right) in items[..25].iter().zip(&items[25..]) {
        let half = |item: &Item| {
            [
                Cell::new(item.number.to_string()),
                Cell::new(&*item.words),
                Cell::linked("网址", &url(item.number)),
            ]
        };
        rows.push(half(left).into_iter().chain(half(right)).collect());
    }
    rows
}

/// Items of many parts in a row a part: 59 rows, numbered on. The second value is the item of each row.
pub fn split() -> (Rows, Vec<u8>) {
    let mut rows = vec![["序号", "类别", "公开事项", "网址"].map(Cell::new).to_vec()];
    let mut wanted = Vec::new();
    for item in items() {
        let parts: Vec<String> = match item.number {
            1 | 7 | 9 | 10 | 50 => item.words.split('，').flat_map(|half| cut(item.number, half)).collect(),
            _ => vec![item.words.clone()],
        };
        for part in parts {
            wanted.push(item.number);
            let n = wanted.len();
            rows.push(vec![
                Cell::new(n.to_string()),
                Cell::new(&*item.category),
                Cell::new(part),
                Cell::linked("链接", &format!("https://xxgk.qyh.edu.cn/qd/{}-{n}.htm", item.number)),
            ]);
        }
    }
    (rows, wanted)
}

/// Item 1 falls into its six lists, the others into halves.
fn cut(number: u8, half: &str) -> Vec<String> {
    if number == 1 { half.split('、').take(6).map(str::to_owned).collect() } else { vec![half.to_owned()] }
}

pub const HEAD: &str = "清远湖学院2021-2022学年信息公开工作年度报告";
pub const BODY: [&str; 5] = [
    "根据《高等学校信息公开办法》（教育部令第29号）编制本报告。统计期限为2021年9月1日至2022年8月31日。",
    "一、概述",
    "学校重视信息公开工作，健全工作机制。",
    "二、主动公开情况",
    "全年公开信息1,326条。",
];

/// A page with the head, the body's lines, a heading and a table.
pub fn html(title: &str, rows: &Rows) -> String {
    let mut page =
        format!("<html><head><meta charset=\"utf-8\"><title>{HEAD}</title></head><body><h1>{HEAD}</h1>");
    for line in BODY {
        let _ = write!(page, "<p>{line}</p>");
    }
    let _ = write!(page, "<p>{title}</p><table border=1>");
    for row in rows {
        page.push_str("<tr>");
        for cell in row {
            let _ = write!(page, "<td rowspan={} colspan={}><p>", cell.rows, cell.columns);
            match &cell.url {
                Some(url) => {
                    let _ = write!(page, "<a href=\"{url}\">{}</a>", cell.text);
                }
                None => page.push_str(&cell.text),
            }
            page.push_str("</p></td>");
        }
        page.push_str("</tr>");
    }
    page.push_str("</table><p>清远湖学院</p><p>2022年10月28日</p></body></html>");
    page
}
