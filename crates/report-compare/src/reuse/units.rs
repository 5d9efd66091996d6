//! One report as sketches of its sentences.

use super::blot::{Blot, NUMBER};
use super::model::{DateBasis, DocumentInfo};
use super::prescribed::is_prescribed;
use super::sketch::Sketch;
use crate::compare::Side;
use report_model::{Report, Span};

/// Shortest passage compared, in letters: below, likeness is chance.
const SHORTEST: usize = 18;
/// A passage with a figure for so few letters is statistics.
const LETTERS_A_FIGURE: usize = 10;
/// Longest, in characters of the text: what has no full stop is cut.
const LONGEST: usize = 400;

/// What a [`Corpus`](super::Corpus) keeps of a report.
#[derive(Debug, Clone)]
pub struct Fingerprints {
    pub(super) info: DocumentInfo,
    pub(super) units: Vec<Unit>,
    pub(super) prescribed: u64,
    pub(super) figures: u64,
}

/// A sentence, or short ones together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    pub(super) span: Span,
    /// Letters.
    pub(super) characters: u32,
    pub(super) sketch: Sketch,
}

impl Fingerprints {
    /// Number of passages that can be compared.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// True where the report has no passage long enough.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }
}

/// Reads one report: sketches of the sentences of its parts. `key` tells the institution, `source` is for the reader.
///
/// ```
/// use report_compare::{Side, reuse::fingerprints};
/// let text = "清远湖学院2021年信息公开年度报告\n一、概述\n各学院指定一名联络员，每季度核对栏目更新情况，并在中层干部会上通报核对结果。\n";
/// let report = report_model::parse(text, &Default::default()).report;
/// assert_eq!(fingerprints(&Side { report: &report, text }, Some("清远湖学院"), "2021.txt").len(), 1);
/// ```
pub fn fingerprints(side: &Side<'_>, key: Option<&str>, source: &str) -> Fingerprints {
    let report = side.in_bytes();
    let blot = Blot::new(report.institution.as_ref().map(|institution| institution.name.as_str()));
    let mut out =
        Fingerprints { info: info(&report, key, source), units: Vec::new(), prescribed: 0, figures: 0 };
    let mut paragraphs: Vec<Span> =
        report.all_sections().flat_map(|section| section.paragraphs.iter().copied()).collect();
    paragraphs.sort_unstable();
    for paragraph in paragraphs {
        let Some(words) = paragraph.slice(side.text) else { continue };
        for (start, end, letters) in sentences(words, &blot) {
            let span = Span::new(paragraph.start + start as u32, paragraph.start + end as u32);
            if is_prescribed(&letters) {
                out.prescribed += 1;
            } else if is_figures(&letters) {
                out.figures += 1;
            } else {
                out.units.push(Unit {
                    span,
                    characters: letters.len() as u32,
                    sketch: Sketch::new(&letters),
                });
            }
        }
    }
    out
}

/// True for statistics told in a sentence: 同意公开6件，部分公开2件. With the figures blotted out they are all alike.
fn is_figures(letters: &[char]) -> bool {
    let numbers = letters.iter().filter(|&&c| c == NUMBER).count();
    numbers * LETTERS_A_FIGURE >= letters.len()
}

/// Sentences with their bytes and letters; one that is too short goes with the next.
fn sentences(words: &str, blot: &Blot) -> Vec<(usize, usize, Vec<char>)> {
    let mut out = Vec::new();
    let (mut start, mut count) = (0, 0);
    for (at, c) in words.char_indices() {
        count += 1;
        let end = at + c.len_utf8();
        let stops = matches!(c, '。' | '！' | '？' | '；' | ';' | '!' | '?');
        let cut = count >= LONGEST;
        if !(stops || cut || end == words.len()) {
            continue;
        }
        // Most of what is too short shows by its bytes; only what lies between is read.
        let letters = if end - start < SHORTEST { Vec::new() } else { blot.words(&words[start..end]) };
        let long = letters.len() >= SHORTEST;
        if long {
            out.push((start, end, letters));
        }
        // A stretch that is cut without letters enough is left behind: looking at it again would take quadratic time.
        if long || cut {
            (start, count) = (end, 0);
        }
    }
    out
}

fn info(report: &Report, key: Option<&str>, source: &str) -> DocumentInfo {
    let signed = report.signed.date.map(|date| (date.value, DateBasis::Signed));
    let date = signed.or_else(|| report.page.published.map(|date| (date.value, DateBasis::Published)));
    DocumentInfo {
        source: source.to_owned(),
        key: key.map(str::to_owned),
        year: report
            .coverage
            .map(|coverage| coverage.last)
            .or_else(|| report.period.map(|period| period.end.year())),
        date: date.map(|(date, _)| date),
        date_basis: date.map(|(_, basis)| basis),
    }
}
