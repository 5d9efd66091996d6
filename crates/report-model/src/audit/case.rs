//! What the rules look at: the report, the text as read, and where things stand in it.

use super::cited::{self, Cited};
use super::interval::Interval;
use super::signs::Signs;
use crate::lexis::label::label_at;
use crate::marks::Marks;
use crate::model::{Measure, MeasureKind, RefersTo, Report, Section, Span};
use crate::reading::View;
use crate::tables::{Hits, Name};
use std::ops::Range;

/// A report under audit.
#[derive(Debug)]
pub(crate) struct Case<'a> {
    pub report: &'a Report,
    pub view: &'a View<'a>,
    /// All parts, each before those below it.
    pub parts: Vec<Part<'a>>,
    /// The measures, in the report's order.
    pub figures: Vec<Figure<'a>>,
    /// Every mention of a document in 《…》.
    pub cited: Vec<Cited<'a>>,
    /// Digits, marks, points and ends of sentences of the text.
    pub signs: Signs,
    /// The words of the vocabulary found in the text.
    pub hits: &'a Hits,
    /// From the first words behind the title to the end of the last part.
    pub body: Range<usize>,
}

/// A part of the report, in view offsets.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub section: &'a Section,
    /// Index of the part it stands under.
    pub parent: Option<usize>,
    /// The whole part.
    pub range: Range<usize>,
    /// The title's words.
    pub title: Range<usize>,
    /// The number that the label shows.
    pub ordinal: Option<u32>,
}

/// A measure with what its printed digits allow.
#[derive(Debug)]
pub(crate) struct Figure<'a> {
    pub measure: &'a Measure,
    pub range: Range<usize>,
    /// The printed value in micro-units.
    pub value: i128,
    pub interval: Interval,
}

impl Figure<'_> {
    pub(crate) fn is_rate(&self) -> bool {
        self.measure.kind == MeasureKind::Rate || self.measure.unit.as_deref() == Some("%")
    }

    pub(crate) fn is_current(&self) -> bool {
        self.measure.refers_to == RefersTo::Current
    }

    /// The value where it is exact, in micro-units.
    pub(crate) fn exact(&self) -> Option<i128> {
        if self.interval.is_exact() { self.interval.lo } else { None }
    }
}

impl<'a> Case<'a> {
    pub(crate) fn new(report: &'a Report, view: &'a View<'a>, marks: &'a Marks) -> Self {
        let mut parts = Vec::new();
        for section in &report.sections {
            collect(view, section, None, &mut parts);
        }
        let figures: Vec<Figure<'a>> = report
            .measures
            .iter()
            .map(|measure| {
                let range = view.range(measure.span);
                let rate = measure.unit.as_deref() == Some("%");
                let interval = Interval::of(measure.value, measure.bound, view.words(range.clone()), rate);
                let value = measure.value.millionths();
                Figure { measure, range, value, interval }
            })
            .collect();
        let start = report.title.as_ref().map_or(0, |title| view.range(title.span).end);
        let end = parts.iter().map(|part| part.range.end).max().unwrap_or(view.text.len());
        // Chrome behind the last part has no place of its own in the report; the signature ends what is the school's.
        let end = end.max(figures.last().map_or(0, |f| f.range.end));
        let cited = cited::all(view, &marks.mentions);
        let signs = Signs::find(&view.text);
        Self { report, view, parts, figures, cited, signs, hits: &marks.hits, body: start.min(end)..end }
    }

    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.view.span(range)
    }

    pub(crate) fn words(&self, range: Range<usize>) -> &str {
        self.view.words(range)
    }

    /// The words of the body.
    pub(crate) fn text(&self) -> &str {
        self.words(self.body.clone())
    }

    /// The title of a part.
    pub(crate) fn title(&self, part: usize) -> &str {
        self.words(self.parts[part].title.clone())
    }

    /// The innermost part that holds a place.
    pub(crate) fn part_at(&self, at: usize) -> Option<usize> {
        let mut i = self.parts.partition_point(|part| part.range.start <= at).checked_sub(1)?;
        while at >= self.parts[i].range.end {
            i = self.parts[i].parent?;
        }
        Some(i)
    }

    /// The parts that hold a place, innermost first.
    pub(crate) fn path(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.part_at(at), |&i| self.parts[i].parent)
    }

    /// Parts of the top level, by index.
    pub(crate) fn top(&self) -> impl Iterator<Item = usize> {
        (0..self.parts.len()).filter(|&i| self.parts[i].parent.is_none())
    }

    /// The sentence round a place: from behind the last 。！？ or line break to the next, at most 1,500 bytes to a side.
    pub(crate) fn sentence(&self, at: usize) -> Range<usize> {
        self.round(at, &self.signs.sentence_ends)
    }

    /// The clause round a place: as a sentence, but ； and ， end it too.
    pub(crate) fn clause(&self, at: usize) -> Range<usize> {
        self.round(at, &self.signs.clause_ends)
    }

    fn round(&self, at: usize, ends: &[(usize, usize)]) -> Range<usize> {
        const REACH: usize = 1500;
        let (from, to) = (self.floor(at.saturating_sub(REACH)), self.floor(at + REACH));
        let next = ends.partition_point(|&(end, _)| end < at);
        let start = next.checked_sub(1).map_or(0, |before| ends[before].0 + ends[before].1);
        let end = ends.get(next).map_or(to, |&(end, _)| end);
        start.clamp(from, at)..end.min(to)
    }

    /// The lines in which a word of the vocabulary stands, with the place where each starts. For patterns that find nothing
    /// without one of the words: they are far slower than this.
    pub(crate) fn lines_with(&self, name: Name) -> impl Iterator<Item = (usize, &str)> {
        let text = &*self.view.text;
        let mut told = 0;
        self.hits.words(0..text.len(), name).filter_map(move |hit| {
            if hit.start < told {
                return None;
            }
            let start = text[..hit.start].rfind('\n').map_or(0, |stop| stop + 1);
            told = text[hit.start..].find('\n').map_or(text.len(), |stop| hit.start + stop);
            Some((start, &text[start..told]))
        })
    }

    /// The nearest character boundary at or before an offset.
    pub(crate) fn floor(&self, at: usize) -> usize {
        let text = &*self.view.text;
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// The year that the report is about ends in this one: the coverage's, else the period's.
    pub(crate) fn year(&self) -> Option<u16> {
        let coverage = self.report.coverage.map(|c| c.last);
        coverage.or_else(|| self.report.period.map(|p| p.end.year()))
    }
}

fn collect<'a>(view: &View<'_>, section: &'a Section, parent: Option<usize>, parts: &mut Vec<Part<'a>>) {
    let ordinal = section.label.as_deref().and_then(|label| {
        // The printed label alone may lack what makes it one (一 before a blank); a title behind it does no harm.
        label_at(&format!("{label}题")).map(|label| label.ordinal)
    });
    let index = parts.len();
    parts.push(Part {
        section,
        parent,
        range: view.range(section.span),
        title: view.range(section.title.span),
        ordinal,
    });
    for child in &section.children {
        collect(view, child, Some(index), parts);
    }
}
