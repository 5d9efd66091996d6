//! Any bytes, read as text with replacement characters: parsing never panics, spans stand on character boundaries,
//! every unit cuts out the same words, and JSON carries the report without loss.
#![no_main]

use libfuzzer_sys::fuzz_target;
use report_model::{OffsetEncoding, Options, Report, Span, parse};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    check(&text);
    // The same as the body of a report, so that every stage runs.
    check(&format!("{HEAD}{text}"));
});

const HEAD: &str = "棠溪大学2021-2022学年信息公开工作年度报告\n\
    根据《高等学校信息公开办法》（教育部令第29号）编制本报告。统计期限为2021年9月1日至2022年8月31日。\n\
    一、概述\n召开专题会议3次。\n二、主动公开情况\n";

fn check(text: &str) {
    let report = parse(text, &Options::default()).report;
    let bytes = spans(&report);
    for span in &bytes {
        assert!(span.start <= span.end && span.slice(text).is_some(), "{span:?}");
    }
    for pair in report.measures.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
    }
    for (i, measure) in report.measures.iter().enumerate() {
        for index in [measure.part_of, measure.share_of].into_iter().flatten() {
            assert!(index as usize != i && (index as usize) < report.measures.len(), "{measure:?}");
        }
    }
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let utf32: Vec<char> = text.chars().collect();
    for unit in [OffsetEncoding::Utf8, OffsetEncoding::Utf16, OffsetEncoding::Utf32] {
        let mut turned = report.clone();
        turned.reencode(text, unit);
        for (span, byte) in spans(&turned).iter().zip(&bytes) {
            let words = byte.slice(text).unwrap_or_default();
            let same = match unit {
                OffsetEncoding::Utf16 => String::from_utf16_lossy(&utf16[span.range()]) == words,
                OffsetEncoding::Utf32 => utf32[span.range()].iter().copied().eq(words.chars()),
                _ => span == byte,
            };
            assert!(same, "{byte:?} is {span:?} in {unit}");
        }
        let json = serde_json::to_string(&turned).expect("a report can be written");
        let back: Report = serde_json::from_str(&json).expect("a report can be read");
        assert_eq!(back, turned);
    }
}

fn spans(report: &Report) -> Vec<Span> {
    let mut list = Vec::new();
    report.clone().for_each_span(&mut |span| list.push(*span));
    list
}
