//! Golden texts changed in ways that must not matter: page chrome, line ends, full-width digits, traditional characters.

mod common;

use common::{Golden, goldens};
use report_model::{Options, Report, StatedCount, parse};
use std::collections::{BTreeMap, BTreeSet};

fn read(text: &str) -> Report {
    parse(text, &Options::default()).report
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
