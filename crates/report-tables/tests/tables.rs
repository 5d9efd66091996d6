//! What must hold for every table: rows as wide as their heading, words that are those of the text, absence kept apart.
#![allow(missing_docs, reason = "a test")]

use report_model::{OffsetEncoding, Options, Report, parse};
use report_samples::Maker;
use report_tables::write::{Csv, JsonLines, Writer};
use report_tables::{Entry, Table, TableOptions, Type, dictionary};
use serde_json::{Map, Value};

fn read(text: &str) -> Report {
    parse(text, &Options::with_source("a.txt")).report
}

/// The rows of a table as JSON objects.
fn rows(entry: &Entry<'_>, table: Table, options: TableOptions) -> Vec<Map<String, Value>> {
    let mut out = Vec::new();
    let mut writer = JsonLines::new(&mut out, table, options);
    writer.entry(entry).unwrap();
    writer.finish().unwrap();
    drop(writer);
    let lines = String::from_utf8(out).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn csv(entry: &Entry<'_>, table: Table, bom: bool) -> String {
    let mut out = Vec::new();
    let mut writer = Csv::new(&mut out, table, TableOptions::default(), bom).unwrap();
    writer.entry(entry).unwrap();
    writer.finish().unwrap();
    drop(writer);
    String::from_utf8(out).unwrap()
}

#[test]
fn every_row_is_as_wide_as_the_heading_and_of_its_types() {
    let maker = Maker::new(5);
    for n in 0..12 {
        let text = maker.sample(n).text;
        let report = read(&text);
        let entry = Entry::read(&report, &text);
        for &table in Table::ALL {
            for options in [TableOptions::default(), TableOptions::default().evidence(false)] {
                let columns = table.columns(options);
                for row in rows(&entry, table, options) {
                    assert_eq!(row.len(), columns.len(), "{table}");
                    for column in &columns {
                        let value = &row[column.name.as_ref()];
                        let fits = match column.ty {
                            _ if value.is_null() => true,
                            Type::Text | Type::Date => value.is_string(),
                            Type::Int => value.is_i64(),
                            Type::Number => value.is_number(),
                            _ => value.is_boolean(),
                        };
                        assert!(fits, "{table}.{}: {value}", column.name);
                    }
                }
            }
        }
    }
}

#[test]
fn quotes_are_the_words_at_their_offsets_in_every_unit() {
    let text = format!("𠮷🎓{}", Maker::new(5).sample(3).text);
    let report = read(&text);
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let utf32: Vec<char> = text.chars().collect();
    let mut checked = 0;
    for unit in [OffsetEncoding::Utf8, OffsetEncoding::Utf16, OffsetEncoding::Utf32] {
        let entry = Entry::read(&report, &text).offsets(unit);
        for &table in Table::ALL {
            for row in rows(&entry, table, TableOptions::default()) {
                let quotes = row.iter().filter(|(name, value)| name.ends_with("quote") && value.is_string());
                for (name, quote) in quotes {
                    let at = |end: &str| row[&name.replace("quote", end)].as_u64().unwrap() as usize;
                    let range = at("start")..at("end");
                    let words = match unit {
                        OffsetEncoding::Utf8 => text[range].to_owned(),
                        OffsetEncoding::Utf16 => String::from_utf16(&utf16[range]).unwrap(),
                        _ => utf32[range].iter().collect(),
                    };
                    assert_eq!(quote.as_str().unwrap(), words, "{table}.{name} in {unit}");
                    checked += 1;
                }
            }
        }
    }
    // Enough that every table took part, whichever report the maker gives.
    assert!(checked > 400, "only {checked} quotes");
}

#[test]
fn none_and_nothing_said_and_no_duty_are_three_things() {
    let text = "棠溪大学2014-2015学年信息公开年度报告\n一、概述\n学校重视。\n二、主动公开情况\n公开信息12条。\n\
                三、依申请公开情况\n本学年未收到信息公开申请。\n四、评议情况\n师生评议良好。\n五、举报情况\n无举报。";
    let report = read(text);
    let entry = Entry::read(&report, text);
    let row = rows(&entry, Table::Reports, TableOptions::default()).remove(0);
    assert_eq!((&row["requests_received"], &row["requests_received_status"]), (&0.into(), &"nil".into()));
    assert_eq!((&row["lawsuits"], &row["lawsuits_status"]), (&Value::Null, &"not_mentioned".into()));
    assert_eq!(row["part_other_matters"], "not_prescribed");
    assert_eq!((&row["disclosed_total"], &row["disclosed_total_status"]), (&12.into(), &"stated".into()));
    let received = &rows(&entry, Table::Requests, TableOptions::default())[0];
    assert_eq!((&received["value"], &received["status"]), (&0.into(), &"nil".into()));

    let other = "食堂菜谱：周一红烧肉，周二清蒸鱼。";
    let report = read(other);
    let row = rows(&Entry::read(&report, other), Table::Reports, TableOptions::default()).remove(0);
    assert_eq!((&row["kind"], &row["requests_received_status"]), (&"other".into(), &"not_applicable".into()));
}

#[test]
fn totals_count_nothing_twice_and_choose_nothing() {
    let head = "棠溪大学2021-2022学年信息公开年度报告\n一、概述\n学校重视。\n二、主动公开情况\n";
    let of = |body: &str| {
        let text = format!("{head}{body}\n");
        let report = read(&text);
        rows(&Entry::read(&report, &text), Table::Reports, TableOptions::default()).remove(0)
    };
    let row = of("全年公开信息1,326条，其中学校网站812条（含新闻300条），官方微信约514条。");
    assert_eq!(row["disclosed_total"], 1326);
    assert_eq!(
        (&row["disclosed_website"], &row["disclosed_website_status"]),
        (&812.into(), &"stated".into())
    );
    assert_eq!(row["disclosed_wechat_bound"], "about");
    let row = of("学校网站公开信息100条。\n学院网站公开信息50余条。");
    assert_eq!(
        (&row["disclosed_website"], &row["disclosed_website_status"]),
        (&150.into(), &"computed".into())
    );
    assert_eq!(row["disclosed_website_bound"], "at_least");
    let row = of("主动公开信息100条。\n综上，主动公开信息200条。");
    assert_eq!(
        (&row["disclosed_total"], &row["disclosed_total_status"]),
        (&Value::Null, &"ambiguous".into())
    );
}

#[test]
fn a_file_that_could_not_be_read_has_its_row() {
    let entry = Entry::unreadable("扫描.pdf", "no_text_layer", "a scanned PDF");
    let row = rows(&entry, Table::Reports, TableOptions::default()).remove(0);
    assert_eq!((&row["kind"], &row["error"]), (&"unreadable".into(), &"no_text_layer".into()));
    assert!(rows(&entry, Table::Measures, TableOptions::default()).is_empty());
}

#[test]
fn spreadsheets_find_no_formula() {
    let text = "棠溪大学2021-2022学年信息公开年度报告\n一、概述\n学校重视。\n二、主动公开情况\n公开信息12条。\n\
                三、存在问题\n存在以下问题：一是=HYPERLINK(\"http://example.edu.cn\");二是@SUM渠道单一。";
    let report = read(text);
    let entry = Entry::read(&report, text).id("=cmd|' /C calc'!A0");
    for &table in Table::ALL {
        let written = csv(&entry, table, true);
        let mut reader = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        for record in reader.records().map(Result::unwrap) {
            let dangerous = record.iter().find(|field| field.starts_with(['=', '@', '+']));
            assert_eq!(dangerous, None, "{table}");
            assert!(record[0].starts_with("'=cmd"));
        }
    }
    assert!(csv(&entry, Table::Points, true).starts_with('\u{feff}'));
}

#[test]
fn every_column_is_documented_in_both_languages_and_names_are_unique() {
    let written = dictionary::markdown();
    for &table in Table::ALL {
        let columns = table.columns(TableOptions::default());
        for (i, column) in columns.iter().enumerate() {
            let name = &column.name;
            assert!(column.zh.chars().any(|c| c > '\u{2e80}'), "{table}.{name} lacks a Chinese meaning");
            assert!(
                column.en.chars().filter(char::is_ascii_alphabetic).count() > 4,
                "{table}.{name} lacks an English one"
            );
            assert!(
                name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'),
                "{table}.{name}"
            );
            assert!(columns[..i].iter().all(|other| other.name != *name), "{table}.{name} twice");
            assert!(written.contains(&format!("\n| `{name}` | {} |", column.ty.as_str())), "{table}.{name}");
        }
    }
}
