//! Figures that a report does not state as such but that its measures give: totals by kind and channel.
//!
//! Nothing is counted twice: a measure that is stated to be a part of another one of the same sum is left out. Nothing
//! is chosen silently: two totals that differ give [`Status::Ambiguous`].

use crate::value::{Cell, Status};
use once_cell::sync::Lazy;
use report_model::{Bound, Channel, Decimal, Measure, MeasureKind, RefersTo, Report, Role, Span};
use std::collections::HashSet;

/// Words by which reports call all that they published.
static WHOLE: Lazy<HashSet<&'static str>> = Lazy::new(|| {
    let lines = include_str!("../../data/totals.csv").lines();
    lines.filter(|line| !line.starts_with('#')).skip(1).collect()
});

/// A figure with how exact it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figure {
    pub(crate) value: Option<Decimal>,
    pub(crate) bound: Option<Bound>,
    pub(crate) status: Status,
    pub(crate) span: Option<Span>,
}

impl Figure {
    const NONE: Self = Self { value: None, bound: None, status: Status::NotMentioned, span: None };

    fn stated(measure: &Measure) -> Self {
        Self {
            value: Some(measure.value),
            bound: Some(measure.bound),
            status: Status::Stated,
            span: Some(measure.span),
        }
    }

    /// The sum with another measure; its bound is exact only where all are.
    fn plus(self, next: &Measure) -> Self {
        if self.status == Status::NotMentioned {
            return Self::stated(next);
        }
        Self {
            value: self.value.and_then(|value| value.checked_add(next.value)),
            bound: match (self.bound, next.bound) {
                (Some(a), b) if a == b => Some(a),
                (Some(Bound::Exact), b) | (Some(b), Bound::Exact) => Some(b),
                _ => Some(Bound::About),
            },
            status: Status::Computed,
            span: self.span,
        }
    }

    pub(crate) fn bound(&self) -> Option<&'static str> {
        self.bound.map(Bound::as_str)
    }
}

impl From<Figure> for Cell<'_> {
    fn from(figure: Figure) -> Self {
        Cell { value: figure.value.into(), status: figure.status, span: figure.span }
    }
}

fn is_current(measure: &Measure, kind: MeasureKind) -> bool {
    measure.kind == kind && measure.refers_to == RefersTo::Current
}

/// A sum of measures.
fn sum<'m>(measures: impl Iterator<Item = &'m Measure>) -> Figure {
    measures.fold(Figure::NONE, Figure::plus)
}

/// All figures of a report, for the tables that show them.
#[derive(Debug)]
pub(crate) struct Figures {
    pub(crate) by_channel: ByChannel,
    pub(crate) disclosed: Figure,
    pub(crate) sample: Figure,
    pub(crate) satisfaction: Figure,
    pub(crate) trainings: Figure,
    pub(crate) rules: Figure,
}

impl Figures {
    pub(crate) fn of(report: &Report) -> Self {
        let wholes = Wholes::of(report);
        Self {
            by_channel: ByChannel::of(report),
            disclosed: disclosed(report, &wholes),
            sample: sample(report, &wholes),
            satisfaction: satisfaction(report),
            trainings: total(report, MeasureKind::Training),
            rules: total(report, MeasureKind::Rules),
        }
    }
}

/// Which measures others are stated to be parts of, by index.
struct Wholes {
    of_any: Vec<bool>,
    of_disclosed: Vec<bool>,
}

impl Wholes {
    fn of(report: &Report) -> Self {
        let none = || vec![false; report.measures.len()];
        let mut found = Self { of_any: none(), of_disclosed: none() };
        for measure in &report.measures {
            let Some(whole) = measure.part_of.map(|i| i as usize).filter(|i| *i < report.measures.len())
            else {
                continue;
            };
            found.of_any[whole] = true;
            found.of_disclosed[whole] |= measure.kind == MeasureKind::Disclosed;
        }
        found
    }
}

/// The figures of a report by channel, found in one pass.
#[derive(Debug)]
pub(crate) struct ByChannel {
    disclosed: Vec<Figure>,
    audience: Vec<Figure>,
}

impl ByChannel {
    fn of(report: &Report) -> Self {
        let none = || vec![Figure::NONE; Channel::ALL.len()];
        let mut figures = Self { disclosed: none(), audience: none() };
        for measure in report.measures.iter().filter(|m| m.refers_to == RefersTo::Current) {
            let Some(place) = measure.channel.and_then(place) else { continue };
            match measure.kind {
                MeasureKind::Disclosed => {
                    let same =
                        |m: &Measure| is_current(m, MeasureKind::Disclosed) && m.channel == measure.channel;
                    if !ancestors(report, measure).any(same) {
                        figures.disclosed[place] = figures.disclosed[place].plus(measure);
                    }
                }
                MeasureKind::Audience
                    if figures.audience[place].value.is_none_or(|most| measure.value > most) =>
                {
                    figures.audience[place] = Figure::stated(measure);
                }
                _ => {}
            }
        }
        figures
    }

    /// What was published through a channel, in pieces of information.
    pub(crate) fn disclosed(&self, channel: Channel) -> Figure {
        place(channel).and_then(|place| self.disclosed.get(place)).copied().unwrap_or(Figure::NONE)
    }

    /// The largest audience stated for a channel: followers, reads, visits.
    pub(crate) fn audience(&self, channel: Channel) -> Figure {
        place(channel).and_then(|place| self.audience.get(place)).copied().unwrap_or(Figure::NONE)
    }
}

fn place(channel: Channel) -> Option<usize> {
    Channel::ALL.iter().position(|other| *other == channel)
}

/// Pieces published in all: the measure that the channels' or categories' counts are parts of, else the one that the
/// text calls the number of pieces made public.
fn disclosed(report: &Report, whole_of: &Wholes) -> Figure {
    let whole =
        |m: &Measure| is_current(m, MeasureKind::Disclosed) && m.channel.is_none() && m.part_of.is_none();
    let wholes = || report.measures.iter().enumerate().filter(|(_, m)| whole(m));
    let called = |m: &Measure| WHOLE.contains(m.subject.as_deref().unwrap_or_default());
    let mut found: Vec<&Measure> =
        wholes().filter(|(i, _)| whole_of.of_disclosed[*i]).map(|(_, m)| m).collect();
    if found.is_empty() {
        found = wholes().filter(|(_, m)| called(m)).map(|(_, m)| m).collect();
    }
    one(&found)
}

/// Complete figures that should be one: ambiguous where they differ.
fn one(found: &[&Measure]) -> Figure {
    match found {
        [] => Figure::NONE,
        [first, rest @ ..] if rest.iter().all(|m| m.value == first.value) => sum(std::iter::once(*first)),
        [first, ..] => Figure { value: None, bound: None, status: Status::Ambiguous, span: Some(first.span) },
    }
}

/// A kind of measure summed over the report, parts of a whole of that kind left out.
fn total(report: &Report, kind: MeasureKind) -> Figure {
    let inside = |m: &Measure| ancestors(report, m).any(|whole| is_current(whole, kind));
    sum(report.measures.iter().filter(|m| is_current(m, kind) && !inside(m)))
}

/// The share of satisfied persons that the part on appraisal states.
fn satisfaction(report: &Report) -> Figure {
    let named = |m: &&Measure| {
        let subject = m.subject.as_deref().unwrap_or_default();
        subject.contains("满意")
            && !subject.contains("不满意")
            && !subject.contains("基本")
            && !subject.contains("较满意")
    };
    let rates: Vec<&Measure> = appraisal(report)
        .map(|(_, measure)| measure)
        .filter(|m| m.unit.as_deref() == Some("%") && m.refers_to == RefersTo::Current)
        .filter(named)
        .collect();
    one(&rates)
}

/// The number of persons or questionnaires that the appraisal rests on: the first count there that others are parts of,
/// else the only count of persons or sheets.
fn sample(report: &Report, whole_of: &Wholes) -> Figure {
    let counts = || {
        appraisal(report).filter(|(_, m)| {
            m.refers_to == RefersTo::Current
                && m.part_of.is_none()
                && (m.kind == MeasureKind::People || m.unit.as_deref() == Some("份"))
        })
    };
    match counts().find(|(index, _)| whole_of.of_any[*index]) {
        Some((_, whole)) => sum(std::iter::once(whole)),
        None => one(&counts().map(|(_, measure)| measure).collect::<Vec<_>>()),
    }
}

fn appraisal(report: &Report) -> impl Iterator<Item = (usize, &Measure)> {
    let part = report.section(Role::Appraisal).map(|section| section.span);
    report.measures.iter().enumerate().filter(move |(_, m)| part.is_some_and(|part| part.contains(m.span)))
}

/// The wholes that a measure is stated to be a part of, innermost first.
fn ancestors<'r>(report: &'r Report, measure: &'r Measure) -> impl Iterator<Item = &'r Measure> {
    let up = |m: &&'r Measure| m.part_of.and_then(|i| report.measures.get(i as usize));
    // A tree by construction; the bound keeps a damaged one from going round in circles.
    std::iter::successors(up(&measure), up).take(16)
}
