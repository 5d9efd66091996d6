//! Texts made to take long. Each is so large that anything quadratic would take minutes instead of seconds.

use report_compare::render::{Texts, html, markdown};
use report_compare::{Lang, Side, compare};
use report_model::{Options, parse};
use std::time::{Duration, Instant};

const HEAD: &str = "清远湖学院2021年信息公开年度报告\n";

/// Compares a text with another like it; what the parser takes is not counted.
fn check(left: &str, right: &str) {
    let (a, b) = (parse(left, &Options::default()).report, parse(right, &Options::default()).report);
    let began = Instant::now();
    let comparison = compare(&Side { report: &a, text: left }, &Side { report: &b, text: right });
    let texts = Texts { left, right };
    assert!(
        !html(&comparison, texts, Lang::Zh).is_empty() && !markdown(&comparison, texts, Lang::En).is_empty()
    );
    assert!(began.elapsed() < Duration::from_secs(20), "{:?} for {} bytes", began.elapsed(), left.len());
}

#[test]
fn headings_without_end() {
    let headings = |word: &str| {
        (1..6000).map(|n| format!("{n}.{word}情况\n公开{n}条。\n")).collect::<Vec<String>>().concat()
    };
    let text = |word: &str| format!("{HEAD}一、概述\n{}", headings(word));
    check(&text("栏目"), &text("栏目更新"));
    let parts = |word: &str| HEAD.to_owned() + &format!("一、{word}\n公开12条。\n").repeat(4000);
    check(&parts("概述"), &parts("主动公开概述"));
}

#[test]
fn quantities_without_end() {
    let text =
        |unit: &str| format!("{HEAD}一、概述\n{}", format!("公开信息12{unit}，网站8{unit}。").repeat(8000));
    check(&text("条"), &text("条"));
    check(&text("条"), &text("篇"));
    let text = |word: &str| {
        let list: Vec<String> = (0..8000)
            .map(|n| format!("{word}{}12条。", char::from_u32(0x4e00 + n).unwrap_or('一')))
            .collect();
        format!("{HEAD}一、概述\n{}", list.concat())
    };
    check(&text("公开"), &text("发布"));
}

#[test]
fn words_without_end() {
    let text = |words: &str| format!("{HEAD}一、概述\n{}", words.repeat(400_000 / words.len()));
    for words in ["一", "公开", "12", "。", " ", "公开信息若干条并在网站上发布，", "\n"] {
        check(&text(words), &text(words));
        check(&text(words), &text("公开"));
    }
}
