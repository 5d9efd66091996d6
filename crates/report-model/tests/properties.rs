//! What holds for every text: generated ones and golden ones.

mod common;

use common::{Golden, goldens};
use proptest::prelude::*;
use report_model::{DocumentKind, OffsetEncoding, Options, Report, Section, Span, parse};

fn read(text: &str) -> Report {
    parse(text, &Options::default()).report
}

// Generated texts.

/// Words and lines of reports, and what breaks them.
const FRAGMENTS: &[&str] = &[
    "棠溪大学2021-2022学年信息公开工作年度报告",
    "信息公开年度报告",
    "某某学院",
    "2020年",
    "统计期限为2021年9月1日至2022年8月31日",
    "自2021年9月1日起至2022年8月31日止。",
    "二〇二一年九月一日",
    "《高等学校信息公开办法》（教育部令第29号）",
    "《教育部关于公布〈高等学校信息公开事项清单〉的通知》",
    "（教办函〔2014〕23号）",
    "《",
    "》",
    "一、概述",
    "二、主动公开情况",
    "三、依申请公开和不予公开情况",
    "五、因信息公开受到举报的情况",
    "六、存在问题和改进措施",
    "（一）",
    "（二）公开渠道：",
    "1.",
    "2、财务信息",
    "①",
    "目　录",
    "一、概述……………1",
    "主动公开信息1,234条，",
    "其中：学校网站800条、官方微信434条。",
    "包括",
    "，其中",
    "占34.5%",
    "百分之九十八点五",
    "较上年增加312条，",
    "近3.6万人次",
    "36.5万次",
    "十二期",
    "一千二百零八",
    "3000余条",
    "1 2 3",
    "９８人次",
    "收到信息公开申请5件，予以公开3件，不予公开2件。",
    "全部予以公开",
    "未收到信息公开申请。",
    "涉及个人隐私",
    "收取费用12.5元",
    "没有因信息公开受到举报、行政复议、诉讼。",
    "无。",
    "一是公开不及时；二是形式单一。",
    "下一步将完善制度。",
    "（地址：浙江省杭州市棠溪路1号；邮编：310000；电话：0571-10010010）",
    "电话：",
    "xxgk@example.edu.cn",
    "https://xxgk.example.edu.cn/a/1.htm",
    "http://",
    "发布时间：2022-10-27　浏览次数：418",
    "上一篇：没有了",
    "附件",
    "江西省教育厅：",
    "柏渡职业技术学院文件",
    "柏职院〔2022〕41号",
    "棠溪大学",
    "2022年10月26日",
    "202091日",
    "、",
    "，",
    "。",
    "；",
    "：",
    "（",
    "）",
    "(",
    ")",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\n\n",
    "\r",
    "\t",
    " ",
    "　",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "\u{c}",
    "學校網站",
    "于",
    "𠮷",
    "🎓",
    "e\u{301}",
    "9",
    "99999999999999999999",
    "0.000000000000000000001",
    "亿亿",
    "1.2.3",
    "-",
    "—",
    "%",
    "‰",
];

/// Mostly fragments; now and then anything.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => proptest::sample::select(FRAGMENTS).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => proptest::collection::vec(any::<char>(), 0..4).prop_map(String::from_iter),
        1 => (0u64..2_000_000).prop_map(|number| number.to_string()),
    ];
    let pieces = proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat());
    // Half of them begin as a report does, so that the body is read.
    (any::<bool>(), pieces)
        .prop_map(|(report, text)| if report { format!("{}{text}", common::HEAD) } else { text })
}

/// Few cases in the ordinary run; `PROPTEST_CASES=20000 cargo test --release --test properties` looks longer.
fn config() -> ProptestConfig {
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 400, ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn generated_texts_are_read_soundly(text in any_text()) {
        let report = read(&text);
        sound(&report, &text);
        sound_units(&report, &text);
        sound_json(&report);
        prop_assert_eq!(report, read(&text), "the same text, the same report");
    }

    #[test]
    fn any_unicode_is_read_soundly(text in proptest::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter)) {
        sound(&read(&text), &text);
    }

    #[test]
    fn any_bytes_are_read_soundly(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        sound(&read(&text), &text);
    }
}

#[test]
fn golden_texts_are_read_soundly() {
    for Golden { name, text } in goldens() {
        let report = read(&text);
        sound(&report, &text);
        sound_units(&report, &text);
        sound_json(&report);
        assert_eq!(report, read(&text), "{name}");
    }
}

/// All spans, in the order of the visit.
fn spans(report: &Report) -> Vec<Span> {
    let mut list = Vec::new();
    report.clone().for_each_span(&mut |span| list.push(*span));
    list
}

/// What the documentation promises of every report.
#[track_caller]
fn sound(report: &Report, text: &str) {
    for span in spans(report) {
        assert!(span.start <= span.end, "{span:?} runs backwards in {text:?}");
        assert!(span.slice(text).is_some(), "{span:?} cuts a character or leaves the text {text:?}");
    }
    let ordered = |starts: &[u32], what: &str| {
        assert!(starts.is_sorted(), "{what} out of order in {text:?}: {starts:?}");
    };
    ordered(&report.measures.iter().map(|measure| measure.span.start).collect::<Vec<_>>(), "measures");
    ordered(&report.all_sections().map(|section| section.span.start).collect::<Vec<_>>(), "sections");
    ordered(&report.citations.iter().map(|citation| citation.span.start).collect::<Vec<_>>(), "citations");
    ordered(&report.links.iter().map(|link| link.span.start).collect::<Vec<_>>(), "links");
    ordered(&report.diagnostics.iter().map(|found| found.span.start).collect::<Vec<_>>(), "diagnostics");
    ordered(&report.unclaimed.iter().map(|span| span.start).collect::<Vec<_>>(), "unclaimed numbers");
    for pair in report.measures.windows(2) {
        assert!(
            pair[0].span.end <= pair[1].span.start,
            "two measures on the same words: {pair:?} in {text:?}"
        );
    }
    for span in &report.unclaimed {
        let claimed = report.measures.iter().find(|measure| measure.span.overlaps(*span));
        assert!(claimed.is_none(), "unclaimed {span:?} is a measure {claimed:?} in {text:?}");
    }
    for (i, measure) in report.measures.iter().enumerate() {
        for index in [measure.part_of, measure.share_of].into_iter().flatten() {
            assert!(
                (index as usize) < report.measures.len() && index as usize != i,
                "{measure:?} in {text:?}"
            );
        }
        // No measure is a part of itself, however far up.
        let up = |&at: &usize| report.measures[at].part_of.map(|index| index as usize);
        let chain = std::iter::successors(Some(i), up).take(report.measures.len() + 1).count();
        assert!(chain <= report.measures.len(), "parts of one another: {measure:?} in {text:?}");
    }
    for section in &report.sections {
        sound_section(section, text);
    }
    for entry in &report.checklist {
        assert!((1..=50).contains(&entry.item) && !entry.spans.is_empty(), "{entry:?} in {text:?}");
    }
    if report.kind == DocumentKind::Other {
        assert!(
            report.measures.is_empty() && !report.diagnostics.is_empty(),
            "nothing read, and said so: {text:?}"
        );
    }
}

fn sound_section(section: &Section, text: &str) {
    let place = || format!("{:?} {:?} in {text:?}", section.label, section.title.value);
    assert!(section.span.contains(section.title.span), "the title lies outside: {}", place());
    for paragraph in &section.paragraphs {
        assert!(
            section.span.contains(*paragraph),
            "a paragraph {paragraph:?} lies outside {:?}: {}",
            section.span,
            place()
        );
    }
    for child in &section.children {
        assert!(section.span.contains(child.span), "a part lies outside: {}", place());
        assert!(child.level > section.level, "a part below is not deeper: {}", place());
        sound_section(child, text);
    }
}

/// In every unit a span cuts out the same words.
#[track_caller]
fn sound_units(report: &Report, text: &str) {
    let bytes = spans(report);
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let utf32: Vec<char> = text.chars().collect();
    let in_unit = |unit| {
        let mut turned = report.clone();
        turned.reencode(text, unit);
        assert_eq!(turned.unit, unit);
        spans(&turned)
    };
    let units = (in_unit(OffsetEncoding::Utf16), in_unit(OffsetEncoding::Utf32));
    for ((byte, short), long) in bytes.iter().zip(&units.0).zip(&units.1) {
        let words = byte.slice(text).unwrap_or_default();
        assert_eq!(String::from_utf16_lossy(&utf16[short.range()]), words, "UTF-16 in {text:?}");
        assert_eq!(utf32[long.range()].iter().collect::<String>(), words, "UTF-32 in {text:?}");
    }
    assert_eq!(in_unit(OffsetEncoding::Utf8), bytes);
}

/// Written to JSON and read again, nothing is lost.
#[track_caller]
fn sound_json(report: &Report) {
    let json = serde_json::to_string(report).unwrap();
    let back: Report = serde_json::from_str(&json).unwrap();
    assert_eq!(&back, report);
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
}
