//! How much was published through each channel: one row a channel, and the words it was read from.
//!
//! `cargo run --example channels -- report.txt`; without a file it reads one of the golden reports.
//!
//! Only counts of the reporting period go into the table. A measure that is a part of another one of the same channel
//! is left out, or it would be counted twice.

use report_model::{Channel, Decimal, Measure, MeasureKind, Options, RefersTo, Report, parse};
use std::collections::BTreeMap;
use std::io::{self, Write};

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/nested-counts/input.txt");

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| DEFAULT.to_owned());
    let text = std::fs::read_to_string(&path)?;
    let report = parse(&text, &Options::with_source(path)).report;
    let out = &mut io::stdout().lock();

    writeln!(out, "{:16} {:>10} {:>12}  read from", "channel", "published", "audience")?;
    for &channel in Channel::ALL {
        let published = totals(&report, channel, MeasureKind::Disclosed);
        let audience = totals(&report, channel, MeasureKind::Audience);
        if published.is_empty() && audience.is_empty() {
            continue;
        }
        let words: Vec<&str> = published
            .iter()
            .chain(&audience)
            .filter_map(|measure| report.text(&text, measure.span))
            .collect();
        let (published, audience) = (sums(&published), sums(&audience));
        writeln!(out, "{:16} {published:>10} {audience:>12}  {}", channel.as_str(), words.join(", "))?;
    }
    Ok(())
}

/// Counts of a channel in the reporting period that are no parts of one another.
fn totals(report: &Report, channel: Channel, kind: MeasureKind) -> Vec<&Measure> {
    let of_channel = |measure: &&Measure| measure.kind == kind && measure.refers_to == RefersTo::Current;
    let inside = |measure: &Measure| {
        let above = measure.part_of.and_then(|index| report.measures.get(index as usize));
        above.is_some_and(|above| above.channel == Some(channel) && above.kind == kind)
    };
    report.measures_of(channel).filter(of_channel).filter(|measure| !inside(measure)).collect()
}

/// One sum a unit: pieces and issues do not add up.
fn sums(measures: &[&Measure]) -> String {
    let mut by_unit: BTreeMap<&str, Option<Decimal>> = BTreeMap::new();
    for measure in measures {
        let sum = by_unit.entry(measure.unit.as_deref().unwrap_or("")).or_insert(Some(Decimal::ZERO));
        *sum = sum.and_then(|sum| sum.checked_add(measure.value));
    }
    let shown =
        |(unit, sum): (&str, Option<Decimal>)| sum.map_or("?".to_owned(), |sum| format!("{sum}{unit}"));
    by_unit.into_iter().map(shown).collect::<Vec<_>>().join(" + ")
}
