//! What holds for every text: generated ones, and golden ones changed in ways that must not matter.

mod common;

use common::{Golden, goldens};
use proptest::prelude::*;
use report_model::{DocumentKind, OffsetEncoding, Options, Report, Section, Span, StatedCount, parse};
use std::collections::{BTreeMap, BTreeSet};

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

// Changes that must not matter.

const CHROME: &[&str] = &[
    "上一篇：没有了\n下一篇：某学院2015-2016学年信息公开年度报告",
    "上一条：关于2019年清明节放假的通知\n下一条：关于召开第12次校长办公会的通知",
    "【打印本页】【关闭窗口】",
    "打印 关闭",
    "版权所有 某学院 地址：某市某路1号 邮编：310000 浙ICP备05000000号",
    "Copyright © 2021 All Rights Reserved",
    "如若转载，请注明出处：https://www.example.com/a/1024.html",
    "您是第12345678位访客",
    "浏览次数：345",
    "分享到：微信 微博 QQ空间",
    "技术支持：网络信息中心 浙公网安备33000000000000号",
];

/// Compares value by value, and shows those that differ.
#[track_caller]
fn same(actual: &[String], expected: &[String], place: &str) {
    let lost: Vec<&String> = expected.iter().filter(|value| !actual.contains(value)).collect();
    let new: Vec<&String> = actual.iter().filter(|value| !expected.contains(value)).collect();
    assert!(actual == expected, "{place}:\n  lost: {lost:#?}\n  new: {new:#?}");
}

#[test]
fn page_chrome_below_changes_no_value() {
    for Golden { name, text } in goldens() {
        let plain = read(&text);
        let all = CHROME.join("\n");
        for chrome in CHROME.iter().copied().chain([all.as_str()]) {
            let longer = format!("{}\n\n{chrome}\n", text.trim_end_matches(['\r', '\n']));
            let report = read(&longer);
            let place = format!("{name} above {chrome:?}");
            assert_eq!(report.title, plain.title, "{place}");
            assert_eq!(report.coverage, plain.coverage, "{place}");
            assert_eq!(report.period, plain.period, "{place}");
            let told = |report: &Report| -> Vec<String> {
                let wanted = ["kind", "title", "institution", "measure"];
                let all = values(report, &|words| words.to_owned());
                all.into_iter().filter(|value| wanted.iter().any(|what| value.starts_with(what))).collect()
            };
            same(&told(&report), &told(&plain), &place);
            assert_eq!(report.measures, plain.measures, "{place}");
        }
    }
}

#[test]
fn line_ends_change_no_value() {
    for Golden { name, text } in goldens() {
        let lines = text.replace("\r\n", "\n");
        let expected = values(&read(&lines), &|words| words.to_owned());
        for end in ["\r\n", "\r", "\u{2028}", " \n", "\n\n"] {
            // A blank line more is no change where blank lines stand already.
            if end == "\n\n" && !lines.contains("\n\n") {
                continue;
            }
            let changed = lines.replace('\n', end);
            same(
                &values(&read(&changed), &|words| words.to_owned()),
                &expected,
                &format!("{name} with {end:?}"),
            );
        }
    }
}

#[test]
fn full_width_digits_change_no_value() {
    for Golden { name, text } in goldens() {
        let wide: String = text
            .chars()
            .map(|c| if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) } else { c })
            .collect();
        let narrow = |words: &str| -> String {
            let digit = |c: char| {
                u32::from(c).checked_sub(0xff10).filter(|n| *n < 10).and_then(|n| char::from_digit(n, 10))
            };
            words.chars().map(|c| digit(c).unwrap_or(c)).collect()
        };
        // Web addresses are not written so, and the lines of a page layout would have another width.
        if !text.contains("http") && !text.contains('@') && name != "pdf-wrapped" {
            same(&values(&read(&wide), &narrow), &values(&read(&text), &narrow), &name);
        }
    }
}

#[test]
fn traditional_characters_change_no_value() {
    let (to_traditional, to_simplified) = characters();
    let back = |words: &str| turn(words, &to_simplified);
    let mut hant = 0;
    for Golden { name, text } in goldens() {
        let turned = turn(&text, &to_traditional);
        assert_eq!(back(&turned), back(&text), "{name}: the characters turned have one reading");
        let report = read(&turned);
        hant += usize::from(report.script == report_model::Script::Hant);
        same(&values(&report, &back), &values(&read(&text), &back), &name);
    }
    assert!(hant > 12, "{hant} texts were told to be traditional");
}

/// Simplified characters that have one traditional form and are read from no other, and the way back.
fn characters() -> (BTreeMap<char, char>, BTreeMap<char, char>) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/traditional.csv");
    let table = std::fs::read_to_string(path).unwrap();
    let mut forms: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut fields = line.split(',');
        let (Some(simplified), Some(traditional)) = (fields.next(), fields.next()) else { continue };
        forms.entry(simplified.chars().next().unwrap()).or_default().extend(traditional.chars());
    }
    let one = |(simplified, forms): (&char, &BTreeSet<char>)| match forms.iter().collect::<Vec<_>>()[..] {
        [traditional] => Some((*simplified, *traditional)),
        _ => None,
    };
    let there: BTreeMap<char, char> = forms.iter().filter_map(one).collect();
    let back = there.iter().map(|(simplified, traditional)| (*traditional, *simplified)).collect();
    (there, back)
}

fn turn(text: &str, map: &BTreeMap<char, char>) -> String {
    text.chars().map(|c| map.get(&c).copied().unwrap_or(c)).collect()
}

/// The values of a report, without places, its words told by `words`: one a line.
fn values(report: &Report, words: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut list = vec![format!("kind {}", report.kind)];
    let mut say = |what: &str, value: String| list.push(format!("{what} {value}"));
    let text = |value: &Option<report_model::Text>| {
        value.as_ref().map_or("none".to_owned(), |text| words(&text.value))
    };
    say("title", text(&report.title));
    if let Some(institution) = &report.institution {
        let province = institution.province.as_ref().map(|p| (p.short_name.clone(), p.evidence));
        say("institution", format!("{} {:?} {province:?}", words(&institution.name), institution.category));
    }
    say("coverage", format!("{:?}", report.coverage.map(|c| (c.basis, c.first, c.last))));
    say("period", format!("{:?}", report.period.map(|p| (p.start, p.end))));
    say(
        "page",
        format!("{:?} {:?}", report.page.published.map(|d| d.value), report.page.views.map(|v| v.value)),
    );
    say("signed", format!("{} {:?}", text(&report.signed.by), report.signed.date.map(|d| d.value)));
    for citation in &report.citations {
        let number =
            citation.document_number.as_ref().map(|n| (n.agency.as_deref().map(words), n.year, n.serial));
        say("citation", format!("{} {number:?} {:?}", words(&citation.title), citation.instrument));
    }
    let parts = report.declared_parts.as_ref();
    say(
        "declared",
        format!(
            "{:?}",
            parts.map(|d| (d.count, d.parts.iter().map(|p| words(&p.value)).collect::<Vec<_>>()))
        ),
    );
    for section in report.all_sections() {
        let label = section.label.as_deref().map(words);
        say(
            "section",
            format!("{label:?} {} {} {}", section.level, words(&section.title.value), section.role),
        );
    }
    for m in &report.measures {
        let unit = m.unit.as_deref().map(words);
        let relations = (m.refers_to, m.part_of, m.share_of);
        say("measure", format!("{} {unit:?} {} {} {:?} {relations:?}", m.value, m.bound, m.kind, m.channel));
    }
    let stated = |count: Option<StatedCount>| count.map(|c| (c.value, c.stated));
    let r = &report.requests;
    for item in [r.received, r.granted, r.partly_granted, r.refused, r.not_held, r.other, r.pending, r.fees] {
        say("requests", format!("{:?}", stated(item)));
    }
    for refusal in &report.refusals {
        say("refusal", format!("{} {:?}", refusal.ground, refusal.count));
    }
    let o = &report.oversight;
    say(
        "oversight",
        format!("{:?} {:?} {:?}", stated(o.complaints), stated(o.reconsiderations), stated(o.lawsuits)),
    );
    for point in report.problems.iter().chain(&report.improvements) {
        say("point", words(&point.value));
    }
    say("truncated", report.truncated.to_string());
    list
}
