//! What a caller asks a report.

mod common;

use common::golden;
use report_model::{
    Channel, Decimal, DocumentKind, OffsetEncoding, Options, ParseError, Report, Role, Script, Span, parse,
    try_parse,
};

fn read(text: &str) -> Report {
    parse(text, &Options::default()).report
}

#[test]
fn section_gives_the_part_of_a_role() {
    let report = read(&golden("title-over-two-lines"));
    assert_eq!(report.section(Role::Overview).unwrap().title.value, "概述");
    assert_eq!(report.section(Role::OnRequest).unwrap().label.as_deref(), Some("三、"));
    assert_eq!(report.section(Role::Checklist), None);
}

#[test]
fn section_prefers_the_top_level() {
    let report = read(&golden("early-three-parts"));
    // Stands below 二、 only.
    let on_request = report.section(Role::OnRequest).unwrap();
    assert_eq!((on_request.level, on_request.title.value.as_str()), (2, "依申请公开情况"));
    // Both levels have one: the upper is given.
    let proactive = report.section(Role::Proactive).unwrap();
    assert_eq!((proactive.level, proactive.title.value.as_str()), (1, "信息公开情况"));
}

#[test]
fn measures_of_gives_one_channel() {
    let report = read(&golden("title-over-two-lines"));
    let values: Vec<Decimal> = report
        .measures_of(Channel::Wechat)
        .filter(|measure| measure.unit.as_deref() == Some("条"))
        .map(|measure| measure.value)
        .collect();
    assert_eq!(values, [Decimal::from(716)]);
    assert_eq!(report.measures_of(Channel::Radio).count(), 0);
    assert!(report.measures_of(Channel::Website).all(|measure| measure.channel == Some(Channel::Website)));
}

#[test]
fn all_sections_follow_the_text() {
    let report = read(&golden("requests-with-outcomes"));
    let labels: Vec<&str> = report.all_sections().filter_map(|section| section.label.as_deref()).collect();
    assert_eq!(
        labels,
        ["一、", "二、", "三、", "（一）", "（二）", "（三）", "（四）", "四、", "五、", "六、"]
    );
}

#[test]
fn text_gives_the_printed_words() {
    let text = golden("crlf-bom-fullwidth");
    let report = read(&text);
    let institution = report.institution.as_ref().unwrap();
    assert_eq!(institution.name, "𠮷澜学院");
    assert_eq!(report.text(&text, institution.span), Some("𠮷澜学院"));
    let trained = report.measures.iter().find(|measure| measure.value == Decimal::from(98)).unwrap();
    assert_eq!(report.text(&text, trained.span), Some("９８人次"));
}

#[test]
fn text_refuses_what_does_not_fit() {
    let text = "𠮷林学院2020年信息公开年度报告\n一、概述\n公开信息12条。";
    let mut report = read(text);
    assert_eq!(report.text(text, Span::new(1, 4)), None, "inside a character");
    assert_eq!(report.text(text, Span::new(0, 4000)), None, "behind the end");
    assert_eq!(report.text(text, Span::new(4, 0)), None, "backwards");
    let span = report.measures[0].span;
    report.reencode(text, OffsetEncoding::Utf16);
    assert_eq!(report.text(text, span), None, "another unit");
}

#[test]
fn reencoding_twice_changes_nothing() {
    let text = golden("crlf-bom-fullwidth");
    let mut report = read(&text);
    report.reencode(&text, OffsetEncoding::Utf16);
    let once = report.clone();
    report.reencode(&text, OffsetEncoding::Utf32);
    report.reencode(&text, OffsetEncoding::Utf16);
    assert_eq!(report, once);
    assert_eq!(report.unit, OffsetEncoding::Utf16);
}

#[test]
fn nothing_to_read_is_said() {
    for text in ["", "\u{feff}", " \n\t\r\n　\u{200b}"] {
        let report = read(text);
        assert_eq!(report.kind, DocumentKind::Other);
        let codes: Vec<&str> = report.diagnostics.iter().map(|found| found.code.as_str()).collect();
        assert_eq!(codes, ["RM901"], "{text:?}");
    }
}

#[test]
fn another_document_is_said() {
    let report = read(&golden("not-a-report"));
    assert_eq!(report.kind, DocumentKind::Other);
    assert_eq!(report.diagnostics[0].code, "RM900");
    let empty = Report::empty(DocumentKind::Other, Script::Hans);
    assert_eq!((report.measures, report.sections), (empty.measures, empty.sections));
}

#[test]
fn a_text_that_breaks_off_is_said() {
    let report = read(&golden("cut-off"));
    assert!(report.truncated);
    assert!(report.diagnostics.iter().any(|found| found.code == "RM902"));
}

#[test]
fn lost_characters_are_said() {
    let report = read(&golden("damaged-digits"));
    assert!(report.diagnostics.iter().any(|found| found.code == "RM903"));
    assert_eq!(report.period, None, "offered as a candidate, never as a fact");
}

#[test]
fn too_long_is_an_error_or_a_diagnostic() {
    let text = golden("nested-counts");
    let options = Options::with_source("long.txt").max_bytes(100);
    let error = try_parse(&text, &options).unwrap_err();
    assert_eq!(error, ParseError::TooLong { len: text.len(), limit: 100 });
    assert_eq!(error.kind(), "too_long");
    assert_eq!(error.to_string(), format!("the text has {} bytes, the limit is 100", text.len()));
    let report = parse(&text, &options).report;
    assert_eq!(report.source.as_deref(), Some("long.txt"));
    assert_eq!(report.diagnostics[0].code, "RM906");
    assert!(try_parse(&text, &options.max_bytes(text.len() as u32)).is_ok(), "the limit itself is allowed");
}
