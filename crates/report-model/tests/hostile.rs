//! Texts made to hurt: no panic, and a time a byte that stays near that of clean text.
//!
//! The bound is a factor, not a number of seconds: clean text of equal size is timed on the same machine in the same
//! run. Work that grows with the square of the length exceeds it many times over; a busy machine slows both sides.

mod common;

use common::{HEAD, TAIL, clean, goldens, hostile, noise};
use report_model::{Options, parse};
use std::time::{Duration, Instant};

/// How much longer a byte of a hostile text may take than one of clean text.
const FACTOR: u32 = 20;
/// Below this, a time says nothing.
const NOISE: Duration = Duration::from_millis(300);
/// The share of the full size. An unoptimised build is some twenty times slower.
const PART: f64 = if cfg!(debug_assertions) { 0.05 } else { 0.5 };

fn time(text: &str) -> Duration {
    let start = Instant::now();
    let report = parse(text, &Options::default()).report;
    let spent = start.elapsed();
    drop(report);
    spent
}

/// What clean text of so many bytes takes.
fn allowance(bytes: usize) -> Duration {
    let text = clean(100_000);
    // The first parse also compiles the tables.
    time(&text);
    let best = (0..3).map(|_| time(&text)).min().unwrap_or_default();
    best.mul_f64(bytes as f64 / text.len() as f64)
}

#[track_caller]
fn check(texts: Vec<(String, String)>) {
    let a_megabyte = allowance(1_000_000);
    let mut slow = Vec::new();
    for (name, text) in texts {
        let limit = a_megabyte.mul_f64(text.len() as f64 / 1e6) * FACTOR + NOISE;
        // A second try, in case something else was running.
        let spent = time(&text);
        if spent > limit && time(&text) > limit {
            slow.push(format!("{name} ({} bytes): {spent:.2?}, limit {limit:.2?}", text.len()));
        }
    }
    assert!(slow.is_empty(), "too slow:\n{}", slow.join("\n"));
}

#[test]
fn alone() {
    check(hostile(PART).into_iter().map(|(name, text)| (name.to_owned(), text)).collect());
}

#[test]
fn as_the_body_of_a_report() {
    let inside = |(name, text): (&str, String)| (name.to_owned(), format!("{HEAD}{text}{TAIL}"));
    check(hostile(PART).into_iter().map(inside).collect());
}

#[test]
fn before_a_report() {
    let before = |(name, text): (&str, String)| (name.to_owned(), format!("{text}\n{HEAD}{TAIL}"));
    check(hostile(PART).into_iter().map(before).collect());
}

#[test]
fn one_long_line() {
    // 10 MB in an optimised build.
    let sentence = "学校通过信息公开网公开信息1,234条，较上年增加5.6%；";
    let line = sentence.repeat((20_000_000.0 * PART) as usize / sentence.len());
    let mut numbers = String::new();
    for n in 0..(2_000_000.0 * PART) as usize / 14 {
        // Different ones: equal numbers are kept once.
        numbers.push_str("0513-");
        numbers.push_str(&(80_000_000 + n).to_string());
        numbers.push(',');
    }
    check(vec![
        ("one line".to_owned(), line.clone()),
        ("one line in a report".to_owned(), format!("{HEAD}{line}{TAIL}")),
        ("one line of dates".to_owned(), "2021831日".repeat((2_000_000.0 * PART) as usize / 12)),
        ("one line of telephones".to_owned(), numbers),
        (
            "one line of answers".to_owned(),
            format!(
                "{HEAD}三、依申请公开\n收到申请3件，{}{TAIL}",
                "同意公开".repeat((1_000_000.0 * PART) as usize / 12)
            ),
        ),
        // A total that its many parts miss, and that the audit looks for among what stands between them.
        ("one line of parts".to_owned(), {
            let parts = (1_000_000.0 * PART) as usize / 13;
            let list = "网站31条、微博2场、".repeat(parts / 2);
            format!("{HEAD}二、主动公开情况\n公开信息{}条，其中{list}{TAIL}", 31 * (parts / 2) + 7)
        }),
        ("one line without stops".to_owned(), format!("{HEAD}{}{TAIL}", line.replace('；', "，"))),
    ]);
}

#[test]
fn time_grows_with_the_length() {
    let sizes = if cfg!(debug_assertions) { (20_000, 200_000) } else { (100_000, 2_000_000) };
    let (small, large) = (clean(sizes.0), clean(sizes.1));
    time(&small);
    let best = |text: &str| (0..3).map(|_| time(text)).min().unwrap_or_default();
    let (per_small, per_large) =
        (best(&small).as_secs_f64() / small.len() as f64, best(&large).as_secs_f64() / large.len() as f64);
    assert!(per_large < 3.0 * per_small, "a byte takes {:.2} times as long", per_large / per_small);
}

#[test]
fn golden_reports_cut_anywhere() {
    for golden in goldens() {
        let text = &golden.text;
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(97).collect();
        for at in boundaries {
            let (head, rest) = text.split_at(at);
            for part in [head, rest] {
                let mut report = parse(part, &Options::default()).report;
                report.for_each_span(&mut |span| {
                    assert!(span.slice(part).is_some(), "{}, cut at {at}: {span:?}", golden.name);
                });
            }
        }
    }
}

#[test]
fn golden_reports_with_noise() {
    let noise = noise(4_000);
    for golden in goldens() {
        for line_end in ["\n", ""] {
            let text: String = golden
                .text
                .lines()
                .zip(noise.lines().cycle())
                .flat_map(|(a, b)| [a, line_end, b, "\n"])
                .collect();
            let mut report = parse(&text, &Options::default()).report;
            report
                .for_each_span(&mut |span| assert!(span.slice(&text).is_some(), "{}: {span:?}", golden.name));
        }
    }
}
