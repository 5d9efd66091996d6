//! Passages shared within a corpus: how much of what was planted is found, and how long it takes.
//!
//! `cargo bench --bench reuse [REPORTS]`: 20,000 reports where no number is given. Fails where less than 95 in 100 are
//! found or right, or where it takes more than a minute, the parsing aside.

use report_compare::Side;
use report_compare::reuse::{Corpus, Fingerprints, Options, fingerprints};
use report_model::parse;
use report_samples::planted::{Place, Planted, PlantedReport};
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// Reports in the corpus.
const REPORTS: usize = 20_000;
/// Longest time for the sketches and the search on two cores.
const LONGEST: Duration = Duration::from_mins(1);
/// Least recall and precision.
const LEAST: f64 = 0.95;

fn main() -> io::Result<()> {
    let out = &mut io::stdout().lock();
    let reports = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(REPORTS);
    let corpus = Planted::new(1, reports);
    let bytes: usize = corpus.reports.iter().map(|report| report.text.len()).sum();
    writeln!(
        out,
        "{reports} reports, {:.0} MB, {} planted passages",
        bytes as f64 / 1e6,
        corpus.families.len()
    )?;

    let mut parsing = Duration::ZERO;
    let mut found = Corpus::new();
    let began = Instant::now();
    // Two threads, as on the machine that the limit is for; each tells how long it parsed.
    let halves = corpus.reports.split_at(corpus.reports.len() / 2);
    let work = |half: &[PlantedReport]| half.iter().map(one).collect::<Vec<_>>();
    let (left, right) = std::thread::scope(|scope| {
        let left = scope.spawn(|| work(halves.0));
        let right = work(halves.1);
        (left.join().expect("a worker panicked"), right)
    });
    let reading = began.elapsed();
    for (fingerprints, parsed) in left.into_iter().chain(right) {
        parsing += parsed / 2;
        found.add(fingerprints);
    }
    let began = Instant::now();
    let reuse = found.find(&Options::default());
    let search = began.elapsed();

    let place =
        |m: &report_compare::reuse::Member| Place { report: m.document as usize, range: m.span.range() };
    let clusters: Vec<_> = reuse
        .clusters
        .iter()
        .map(|cluster| {
            (cluster.members.iter().map(place).collect(), cluster.original.map(|index| index as usize))
        })
        .collect();
    let score = corpus.score(&clusters);
    let sketches = reading.saturating_sub(parsing);
    writeln!(
        out,
        "parsing {parsing:.1?}, sketches {sketches:.1?}, search {search:.1?} ({} passages)",
        reuse.looked_at.passages
    )?;
    writeln!(
        out,
        "recall {:.2} % ({}/{}), precision {:.2} % ({}/{}), first year right {}/{}, common {}",
        score.recall() * 100.0,
        score.found,
        score.planted,
        score.precision() * 100.0,
        score.right,
        score.told,
        score.originals.0,
        score.originals.1,
        reuse.common.len(),
    )?;
    assert!(score.recall() >= LEAST && score.precision() >= LEAST, "{score:?}");
    assert!(sketches + search <= LONGEST, "too slow");
    Ok(())
}

fn one(report: &PlantedReport) -> (Fingerprints, Duration) {
    let began = Instant::now();
    let parsed = parse(&report.text, &report_model::Options::default()).report;
    let parsing = began.elapsed();
    let side = Side { report: &parsed, text: &report.text };
    (fingerprints(&side, Some(&report.institution), ""), parsing)
}
