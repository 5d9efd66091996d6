//! Texts and a small clock for the benchmarks.

use std::time::{Duration, Instant};

#[path = "../../report-model/tests/common/mod.rs"]
#[allow(missing_docs, clippy::pedantic, reason = "shared with the tests")]
pub mod texts;

/// The golden reports over and over, the counts in them changed each time, until there are so many bytes.
///
/// Documents of usual size, all taken for reports by the parser.
pub fn corpus(bytes: usize) -> Vec<String> {
    let goldens = texts::goldens();
    let reports: Vec<&texts::Golden> = goldens.iter().filter(|golden| golden.text.len() > 600).collect();
    let mut documents = Vec::new();
    let (mut total, mut state) = (0, 1u32);
    while total < bytes {
        for golden in &reports {
            let document = vary(&golden.text, &mut state);
            total += document.len();
            documents.push(document);
        }
    }
    documents
}

/// Other digits in runs of three and more that are neither years nor parts of dates.
fn vary(text: &str, state: &mut u32) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let counted = rest[end..].starts_with(['条', '篇', '人', '次', '份']);
        if counted && end >= 2 {
            for _ in 0..end {
                *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                out.push(char::from(b'1' + (*state >> 24) as u8 % 9));
            }
        } else {
            out.push_str(&rest[..end]);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// One document of about so many bytes: the golden reports' bodies under one head.
pub fn document(bytes: usize) -> String {
    let mut text = texts::HEAD.to_owned();
    let mut state = 7;
    'full: loop {
        for golden in texts::goldens().iter().filter(|golden| golden.text.len() > 600) {
            let body = golden.text.find("一、").map_or("", |at| &golden.text[at..]);
            for line in vary(body, &mut state).lines() {
                if text.len() >= bytes {
                    break 'full;
                }
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    text.push_str(texts::TAIL);
    text
}

/// The shortest of several runs: what the work takes, without what disturbs it.
///
/// Runs at least `least` times and until a quarter of a second is spent.
pub fn shortest(least: u32, mut work: impl FnMut()) -> Duration {
    let mut best = Duration::MAX;
    let begun = Instant::now();
    let mut runs = 0;
    while runs < least || (begun.elapsed() < Duration::from_millis(250) && runs < 10_000) {
        let start = Instant::now();
        work();
        best = best.min(start.elapsed());
        runs += 1;
    }
    best
}
