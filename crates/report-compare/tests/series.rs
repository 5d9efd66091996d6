//! Years in a row: bounds and units respected.

use report_compare::Side;
use report_compare::series::{Entry, NoteKind, Series, series};
use report_model::{Options, Report, parse};

/// A report for a year with a sentence on what was published.
fn text(year: u16, published: &str) -> String {
    format!(
        "棠溪大学{year}年信息公开年度报告\n一、概述\n学校重视信息公开工作，成立由校长任组长的领导小组，{year}年召开两次会议。\n\
         二、主动公开情况\n{published}\n三、依申请公开和不予公开情况\n未收到申请。\n"
    )
}

fn run(texts: &[String]) -> Series {
    let reports: Vec<Report> = texts.iter().map(|text| parse(text, &Options::default()).report).collect();
    let entries: Vec<Entry<'_>> = texts
        .iter()
        .zip(&reports)
        .map(|(text, report)| Entry { key: Some("棠溪大学"), side: Side { report, text }, source: "s" })
        .collect();
    let mut found = series(&entries);
    assert_eq!(found.len(), 1);
    found.remove(0)
}

fn notes(texts: &[String]) -> Vec<(NoteKind, Option<String>)> {
    run(texts).notes.into_iter().map(|note| (note.kind, note.field)).collect()
}

fn pair(a: &str, b: &str) -> Vec<NoteKind> {
    notes(&[text(2020, a), text(2021, b)]).into_iter().map(|(kind, _)| kind).collect()
}

#[test]
fn jumps_only_where_every_reading_agrees() {
    assert_eq!(pair("主动公开信息310条。", "主动公开信息1,240条。"), [NoteKind::Rise]);
    assert_eq!(pair("主动公开信息1,240条。", "主动公开信息310条。"), [NoteKind::Fall]);
    // More than 310 may be nearly 1,240; more than 1,240 is still four times 310.
    assert_eq!(pair("主动公开信息310余条。", "主动公开信息1,240条。"), []);
    assert_eq!(pair("主动公开信息310条。", "主动公开信息1,240余条。"), [NoteKind::Rise]);
    // Small numbers jump all the time.
    assert_eq!(pair("主动公开信息5条。", "主动公开信息15条。"), []);
    assert_eq!(pair("主动公开信息310条。", "主动公开信息1,240篇。"), [NoteKind::UnitChanged]);
    assert_eq!(pair("主动公开信息310条。", "主动公开信息310条。"), [NoteKind::Repeated]);
}

#[test]
fn order_gaps_and_text_of_last_year() {
    let found = run(&[
        text(2023, "主动公开信息330条。"),
        text(2020, "主动公开信息310条。"),
        text(2021, "主动公开信息320条。"),
    ]);
    let years: Vec<_> = found.years.iter().map(|year| year.year.unwrap()).collect();
    assert_eq!((years, found.gaps), (vec![2020, 2021, 2023], vec![2022]));
    // Nothing is known of the text of a year that is missing.
    let reused: Vec<_> = found.years.iter().map(|year| year.reused.is_some()).collect();
    assert_eq!(reused, [false, true, false]);
    assert!(found.years[1].reused.unwrap().ratio.unwrap() > 0.3);
}

#[test]
fn a_figure_less_than_a_channels_is_no_total() {
    let total = |published: &str| {
        let found = run(&[text(2021, published)]);
        let figure = found.years[0].figures.iter().find(|figure| figure.field == "disclosed.total");
        figure.map(|figure| figure.evidence.words.clone())
    };
    assert_eq!(total("主动公开信息310条，其中网站200条、微信110条。").as_deref(), Some("310条"));
    assert_eq!(total("学校网站公开信息3,300条。公开招聘信息76条。"), None);
}

#[test]
fn two_reports_for_a_year() {
    let found = notes(&[text(2021, "主动公开信息310条。"), text(2021, "主动公开信息910条。")]);
    assert_eq!(found, [(NoteKind::SameYear, None)]);
}
