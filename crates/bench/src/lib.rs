//! Texts and a small clock for the benchmarks.

use report_samples::other_figures;
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
    let (mut total, mut seed) = (0, 0);
    while total < bytes {
        for golden in &reports {
            let document = other_figures(&golden.text, seed);
            (total, seed) = (total + document.len(), seed + 1);
            documents.push(document);
        }
    }
    documents
}

/// One document of about so many bytes: the golden reports' bodies under one head.
pub fn document(bytes: usize) -> String {
    let mut text = texts::HEAD.to_owned();
    'full: for seed in 0.. {
        for golden in texts::goldens().iter().filter(|golden| golden.text.len() > 600) {
            let body = golden.text.find("一、").map_or("", |at| &golden.text[at..]);
            for line in other_figures(body, seed).lines() {
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
