//! A corpus with planted reuse: reports that share nothing but what everybody writes, and passages copied between some of
//! them, word for word, lightly reworded, or with another school's name and figures. Where each stands is known, so that
//! recall and precision can be counted.
//!
//! ```
//! let corpus = report_samples::planted::Planted::new(1, 60);
//! let family = &corpus.families[0];
//! let words = |place: &report_samples::planted::Place| &corpus.reports[place.report].text[place.range.clone()];
//! assert!(words(&family.places[0]).ends_with('。'));
//! // Nothing found: no recall; and nothing wrong.
//! assert_eq!(corpus.score(&[]).found, 0);
//! ```

mod score;
mod words;

use crate::{FIRST_YEAR, YEARS, names};
use fastrand::Rng;
pub use score::Score;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;
use words::{Passage, paragraph};

/// Reports for one planted passage.
const REPORTS_A_FAMILY: usize = 10;
/// Copies of a passage, at most.
const COPIES: usize = 4;
/// Share of the words that a light rewording changes, in per cent.
const REWORDED: usize = 10;

/// A made corpus.
#[derive(Debug, Clone)]
pub struct Planted {
    /// The reports.
    pub reports: Vec<PlantedReport>,
    /// The passages planted in them.
    pub families: Vec<Family>,
}

/// A report of the corpus.
#[derive(Debug, Clone)]
pub struct PlantedReport {
    /// Who reports.
    pub institution: String,
    /// The year that it is for.
    pub year: u16,
    /// The text.
    pub text: String,
}

/// A passage and its copies.
#[derive(Debug, Clone)]
pub struct Family {
    /// How it was copied.
    pub kind: Kind,
    /// The original first.
    pub places: Vec<Place>,
}

/// Where a passage stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index of the report.
    pub report: usize,
    /// Bytes of its text.
    pub range: Range<usize>,
}

/// How a passage was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Word for word, another school's name and figures left in.
    Copied,
    /// With some words changed.
    Reworded,
    /// With the school's own name and figures put in.
    Replaced,
}

impl Planted {
    /// So many reports from a seed; one passage for every ten.
    pub fn new(seed: u64, reports: usize) -> Self {
        let rng = &mut Rng::with_seed(seed);
        let mut planted: Vec<Vec<(usize, String)>> = vec![Vec::new(); reports];
        let (mut kinds, mut originals) = (Vec::new(), Vec::new());
        for family in 0..reports / REPORTS_A_FAMILY {
            let kind = [Kind::Copied, Kind::Reworded, Kind::Replaced][family % 3];
            kinds.push(kind);
            let passage = Passage::any(rng);
            let mut at = BTreeSet::new();
            let wanted = 2 + rng.usize(..COPIES);
            while at.len() < wanted.min(reports) {
                at.insert(rng.usize(..reports));
            }
            let original =
                at.iter().copied().min_by_key(|&report| (year(report), report)).unwrap_or_default();
            originals.push(original);
            let words = passage.render(&institution(original), rng);
            for &report in &at {
                let name = institution(report);
                let copy = match kind {
                    _ if report == original => words.clone(),
                    Kind::Copied => words.clone(),
                    Kind::Reworded => passage.reworded(REWORDED, rng).render(&name, rng),
                    Kind::Replaced => passage.render(&name, rng),
                };
                planted[report].push((family, copy));
            }
        }
        let mut families: Vec<Family> =
            kinds.into_iter().map(|kind| Family { kind, places: Vec::new() }).collect();
        let mut list = Vec::with_capacity(reports);
        for (index, passages) in planted.iter().enumerate() {
            list.push(report(index, passages, &mut families, rng));
        }
        for (family, original) in families.iter_mut().zip(originals) {
            family.places.sort_by_key(|place| (place.report != original, place.report));
        }
        Self { reports: list, families }
    }
}

/// The school of report `index`: each has several years.
fn institution(index: usize) -> String {
    names::institution(index / YEARS)
}

fn year(index: usize) -> u16 {
    FIRST_YEAR + (index % YEARS) as u16
}

const PARTS: [&str; 6] = [
    "一、概述",
    "二、主动公开情况",
    "三、依申请公开和不予公开情况",
    "四、对信息公开的评议情况",
    "五、因学校信息公开工作受到举报、复议、诉讼的情况",
    "六、主要经验、存在的问题和改进措施",
];

/// Paragraphs of a part that is not told in one sentence.
const PARAGRAPHS: usize = 6;

/// One report, its passages in paragraphs of their own or in the midst of others.
fn report(
    index: usize,
    passages: &[(usize, String)],
    families: &mut [Family],
    rng: &mut Rng,
) -> PlantedReport {
    let (institution, year) = (institution(index), year(index));
    let mut text = format!(
        "{institution}{year}年信息公开工作年度报告\n\n本报告中所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。\n\n"
    );
    let paragraphs = PARTS.len() * PARAGRAPHS;
    let mut places: Vec<usize> = passages.iter().map(|_| rng.usize(..paragraphs)).collect();
    places.sort_unstable();
    let mut next = 0;
    for (part, title) in PARTS.iter().enumerate() {
        let _ = write!(text, "{title}\n\n");
        // What everybody writes, in each report alike but for the name and figures.
        text.push_str(&words::common(part, &institution, rng));
        text.push('\n');
        for at in part * PARAGRAPHS..(part + 1) * PARAGRAPHS {
            let embedded = rng.bool();
            if embedded || places.get(next) != Some(&at) {
                text.push_str(&paragraph(rng));
            }
            while places.get(next) == Some(&at) {
                let (family, words) = &passages[next];
                let start = text.len();
                text.push_str(words);
                families[*family].places.push(Place { report: index, range: start..text.len() });
                next += 1;
            }
            if embedded {
                text.push_str(&paragraph(rng));
            }
            text.push('\n');
        }
        text.push('\n');
    }
    let _ = writeln!(text, "{institution}\n{}年10月{}日", year + 1, 1 + rng.u8(..30));
    PlantedReport { institution, year, text }
}
