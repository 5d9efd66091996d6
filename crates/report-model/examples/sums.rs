//! Finds numbers that do not add up: parts beside the total that the text states them to be parts of.
//!
//! `cargo run --example sums -- report.txt`; without a file it reads one of the golden reports.
//!
//! A text may list the parts of one total in several ways (by channel, then by topic), so each run of parts that ends
//! where the sum is reached is one list. Hedged numbers (60余条) are not judged.

use report_model::{Bound, Decimal, Measure, Options, Report, parse};
use std::io::{self, Write};

const DEFAULT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/parts-do-not-add-up/input.txt");

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| DEFAULT.to_owned());
    let text = std::fs::read_to_string(&path)?;
    let report = parse(&text, &Options::with_source(path)).report;
    let out = &mut io::stdout().lock();

    let words = |measure: &Measure| report.text(&text, measure.span).unwrap_or_default().to_owned();
    let mut checked = 0;
    for (index, total) in report.measures.iter().enumerate() {
        for list in lists(&report, index) {
            checked += 1;
            let Some(sum) = sum(&list) else { continue };
            if sum != total.value {
                let parts: Vec<String> = list.iter().map(|part| words(part)).collect();
                writeln!(out, "{} ≠ {} = {sum}", words(total), parts.join(" + "))?;
                writeln!(out, "    {}", line_of(&text, total))?;
            }
        }
    }
    writeln!(out, "{checked} totals with parts checked")
}

/// The lists of exact parts of a total, each of two parts at least.
fn lists(report: &Report, total: usize) -> Vec<Vec<&Measure>> {
    let whole = &report.measures[total];
    let mut lists: Vec<Vec<&Measure>> = vec![Vec::new()];
    for part in report.measures.iter().filter(|part| part.part_of == Some(total as u32)) {
        let full = lists.last().is_some_and(|list| list.len() >= 2 && sum(list) == Some(whole.value));
        if full {
            lists.push(Vec::new());
        }
        if let Some(list) = lists.last_mut() {
            list.push(part);
        }
    }
    let exact = |list: &[&Measure]| list.iter().all(|part| part.bound == Bound::Exact);
    lists.retain(|list| list.len() >= 2 && whole.bound == Bound::Exact && exact(list));
    lists
}

fn sum(list: &[&Measure]) -> Option<Decimal> {
    list.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))
}

/// The line that a measure stands in.
fn line_of<'t>(text: &'t str, measure: &Measure) -> &'t str {
    let at = measure.span.start as usize;
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..].lines().next().unwrap_or_default().trim()
}
