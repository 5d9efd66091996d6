//! What tables say reaches the report: the checklist row by row, quantities, applications.

#![allow(clippy::format_collect, clippy::format_push_string, reason = "pages of tests, built once")]

mod common;

use common::{Cell, Rows, html};
use report_ingest::{Options, ParsedDocument, parse_document};
use report_model::{CellState, Channel, ChecklistStatus, MeasureKind, Report, Role, Stated};

fn parse(page: &str) -> ParsedDocument {
    parse_document(page.as_bytes(), &Options::default()).unwrap()
}

#[track_caller]
fn check_fifty(report: &Report) {
    let numbers: Vec<u8> = report.checklist.iter().map(|entry| entry.item).collect();
    assert_eq!(numbers, (1..=50).collect::<Vec<u8>>());
    for entry in &report.checklist {
        assert_eq!(entry.urls, [common::url(entry.item)], "item {}", entry.item);
        assert_eq!(entry.status, ChecklistStatus::Disclosed);
    }
    assert!(report.measures.iter().all(|m| m.value.to_string() == "1326"), "{:?}", report.measures);
}

#[test]
fn fifty_rows_in_html() {
    for rows in [common::by_the_book(), common::shortened(), common::side_by_side()] {
        let parsed = parse(&html("三、清单事项公开情况表", &rows));
        check_fifty(&parsed.report);
        let table = &parsed.report.sections[2].tables[0];
        assert_eq!(table.rows.len(), rows.len());
        assert_eq!(parsed.report.sections[2].role, Role::Checklist);
        assert!(parsed.report.sections[2].paragraphs.is_empty());
    }
}

#[test]
fn fifty_rows_in_word() {
    for rows in [common::by_the_book(), common::shortened(), common::side_by_side()] {
        let file = common::word::with_table("三、清单事项公开情况表", &rows);
        check_fifty(&parse_document(&file, &Options::default()).unwrap().report);
    }
    let (rows, wanted) = common::split();
    let file = common::word::with_table("三、清单事项公开情况表", &rows);
    check_split(&parse_document(&file, &Options::default()).unwrap().report, &wanted);
}

#[test]
fn departments() {
    let parsed = parse(&html("三、清单事项公开情况表", &common::shortened()));
    let entry = &parsed.report.checklist[1];
    assert_eq!(entry.department.as_ref().unwrap().value, "教务处");
}

#[test]
fn fifty_nine_rows_of_split_items() {
    let (rows, wanted) = common::split();
    assert_eq!(rows.len(), 60);
    let parsed = parse(&html("三、清单事项公开情况表", &rows));
    check_split(&parsed.report, &wanted);
}

#[track_caller]
fn check_split(report: &Report, wanted: &[u8]) {
    assert_eq!(report.checklist.len(), 50);
    for entry in &report.checklist {
        let urls: Vec<String> = (1..)
            .zip(wanted)
            .filter(|(_, item)| **item == entry.item)
            .map(|(n, item)| format!("https://xxgk.qyh.edu.cn/qd/{item}-{n}.htm"))
            .collect();
        assert_eq!(entry.urls, urls, "item {}", entry.item);
        assert_eq!(entry.spans.len(), urls.len());
    }
}

#[test]
fn what_rows_say_of_items() {
    let mut rows = common::by_the_book();
    for (row, text) in [(11, "不适用"), (12, "本学年无"), (13, "/"), (14, "")] {
        *rows[row].last_mut().unwrap() = Cell::new(text);
    }
    let parsed = parse(&html("三、清单事项公开情况表", &rows));
    let status = |item: usize| parsed.report.checklist[item - 1].status;
    assert_eq!(status(11), ChecklistStatus::NotApplicable);
    assert_eq!(status(12), ChecklistStatus::NothingThisYear);
    assert_eq!(status(13), ChecklistStatus::NotStated);
    assert_eq!(status(14), ChecklistStatus::NotStated);
    let cells = &parsed.report.sections[2].tables[0].rows;
    let state = |row: usize| cells[row].last().unwrap().state;
    assert_eq!((state(12), state(13), state(14)), (CellState::Value, CellState::Slash, CellState::Blank));
}

/// A row a category, its items numbered in one cell, their links in the next or in their own words.
#[test]
fn many_items_in_a_cell() {
    let items = common::items();
    let mut head = "<p>三、清单事项公开情况表</p><table><tr><td>类别<td>公开事项<td>链接</tr>".to_owned();
    let mut inline = head.clone();
    for first in [1, 7, 15, 22, 27, 36, 40, 43, 47, 49] {
        let name = &items[first - 1].category;
        let own: Vec<_> = items.iter().filter(|item| item.category == *name).collect();
        let words: String =
            own.iter().zip(1..).map(|(item, n)| format!("<p>（{n}）{}</p>", item.words)).collect();
        let links: String = own
            .iter()
            .map(|item| format!("<p><a href='{}'>查看</a></p>", common::url(item.number)))
            .collect();
        head += &format!("<tr><td>{name}<td>{words}<td>{links}</tr>");
        let linked: String = own
            .iter()
            .zip(1..)
            .map(|(item, n)| {
                format!("<p>（{n}）<a href='{}'>{}</a></p>", common::url(item.number), item.words)
            })
            .collect();
        inline += &format!("<tr><td>{name}<td>{linked}<td>/</tr>");
    }
    for table in [head, inline] {
        let page =
            html("二、补充", &Vec::new()).replace("<table border=1></table>", &format!("{table}</table>"));
        check_fifty(&parse(&page).report);
    }
}

fn rows(text: &str) -> Rows {
    text.lines().map(|line| line.split('|').map(|cell| Cell::new(cell.trim())).collect()).collect()
}

#[test]
fn quantities_in_cells() {
    let table = rows(
        "序号|公开渠道|公开数量（条）|占比\n1|学校网站|812|61.2%\n2|官方微信|514|38.8%\n3|校内广播|—|/\n|合计|1326|100%",
    );
    let parsed = parse(&html("（一）分渠道统计", &table));
    let found = &parsed.report.measures[1..];
    let told: Vec<_> = found
        .iter()
        .map(|m| {
            (
                m.value.to_string(),
                m.unit.clone().unwrap_or_default(),
                m.kind,
                m.channel,
                m.subject.clone().unwrap_or_default(),
            )
        })
        .collect();
    let expect = |value: &str, unit: &str, kind, channel, subject: &str| {
        (value.to_owned(), unit.to_owned(), kind, channel, subject.to_owned())
    };
    assert_eq!(
        told[0],
        expect("812", "条", MeasureKind::Disclosed, Some(Channel::Website), "学校网站 公开数量")
    );
    assert_eq!(told[1].0, "61.2");
    assert_eq!(
        told[2],
        expect("514", "条", MeasureKind::Disclosed, Some(Channel::Wechat), "官方微信 公开数量")
    );
    assert_eq!(told.len(), 6);
    // 合计 is the whole of its column, a percentage the share of the count beside it.
    assert_eq!((found[0].part_of, found[1].share_of), (Some(5), Some(1)));
    assert_eq!(found[0].section, ["二、", "（一）"]);
    assert_eq!(found[0].span.slice(&parsed.document.text), Some("812"));
    assert!(parsed.report.unclaimed.is_empty());
}

#[test]
fn statistics_of_applications() {
    let upright = rows(
        "项目|数量（件）\n收到申请数|12\n予以公开|7\n部分公开|1\n不予公开|2\n信息不存在|1\n补正|0\n正在办理|1",
    );
    let lying = rows(
        "收到申请|予以公开|部分公开|不予公开|信息不存在|补正|结转下年度办理\n12件|7件|1件|2件|1件|0件|1件",
    );
    for table in [upright, lying] {
        let parsed = parse(&html("三、依申请公开和不予公开情况", &table));
        let requests = &parsed.report.requests;
        let value = |count: &Option<report_model::StatedCount>| count.map(|c| c.value.to_string());
        let told = [
            &requests.received,
            &requests.granted,
            &requests.partly_granted,
            &requests.refused,
            &requests.not_held,
            &requests.other,
            &requests.pending,
        ]
        .map(value);
        assert_eq!(told.map(Option::unwrap_or_default), ["12", "7", "1", "2", "1", "0", "1"]);
        assert_eq!(requests.other.unwrap().stated, Stated::Nil);
    }
}

#[test]
fn headings_by_element_alone() {
    let page = "<h1>清远湖学院2021-2022学年信息公开工作年度报告</h1><h2>概述</h2><p>学校重视。</p><h2>主动公开情况</h2>\
        <p>公开信息3条。</p><h3>招生信息</h3><p>公布。</p><h2>依申请公开情况</h2><p>无。</p>";
    let report = parse(page).report;
    let titles: Vec<_> = report.all_sections().map(|s| (s.level, s.title.value.as_str())).collect();
    assert_eq!(titles, [(1, "概述"), (1, "主动公开情况"), (2, "招生信息"), (1, "依申请公开情况")]);
}
