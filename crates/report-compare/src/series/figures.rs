//! The figures that people follow over years: how much was published and where, applications, complaints, satisfaction.

use super::Figure;
use crate::compare::Side;
use crate::values;
use report_model::{Channel, Measure, MeasureKind, RefersTo, Report, Role, Span, StatedCount};
use std::collections::BTreeSet;

/// The key figures, in their order.
pub const FIELDS: [&str; 13] = [
    "disclosed.total",
    "disclosed.website",
    "disclosed.wechat",
    "disclosed.weibo",
    "requests.received",
    "requests.granted",
    "requests.partly_granted",
    "requests.refused",
    "requests.fees",
    "oversight.complaints",
    "oversight.reconsiderations",
    "oversight.lawsuits",
    "appraisal.satisfaction",
];

/// The key figures that a report states.
pub(super) fn figures(side: &Side<'_>) -> Vec<Figure> {
    FIELDS.iter().filter_map(|field| figure(side, field)).collect()
}

fn figure(side: &Side<'_>, field: &str) -> Option<Figure> {
    let report = side.report;
    let (r, o) = (&report.requests, &report.oversight);
    match field {
        "disclosed.total" => measured(side, field, total(report)),
        "disclosed.website" => measured(side, field, through(report, Channel::Website)),
        "disclosed.wechat" => measured(side, field, through(report, Channel::Wechat)),
        "disclosed.weibo" => measured(side, field, through(report, Channel::Weibo)),
        "requests.received" => counted(side, field, r.received),
        "requests.granted" => counted(side, field, r.granted),
        "requests.partly_granted" => counted(side, field, r.partly_granted),
        "requests.refused" => counted(side, field, r.refused),
        "requests.fees" => counted(side, field, r.fees),
        "oversight.complaints" => counted(side, field, o.complaints),
        "oversight.reconsiderations" => counted(side, field, o.reconsiderations),
        "oversight.lawsuits" => counted(side, field, o.lawsuits),
        _ => measured(side, field, satisfaction(report)),
    }
}

fn measured(side: &Side<'_>, field: &str, measure: Option<&Measure>) -> Option<Figure> {
    let measure = measure?;
    Some(Figure {
        field: field.to_owned(),
        unit: measure.unit.clone(),
        evidence: values::measure(side, measure),
    })
}

fn counted(side: &Side<'_>, field: &str, count: Option<StatedCount>) -> Option<Figure> {
    Some(Figure { field: field.to_owned(), unit: None, evidence: values::count(side, count?) })
}

/// Pieces of information published in the year of the report.
fn published(report: &Report) -> impl Iterator<Item = (u32, &Measure)> {
    let measures = (0u32..).zip(&report.measures);
    measures.filter(|(_, m)| {
        m.kind == MeasureKind::Disclosed && m.refers_to == RefersTo::Current && m.unit.is_some()
    })
}

/// The total that the report divides up, else the largest that is part of none and less than no channel's: a total is never
/// summed here, and a figure that cannot be the total is none.
fn total(report: &Report) -> Option<&Measure> {
    let whole: BTreeSet<u32> = report.measures.iter().filter_map(|m| m.part_of).collect();
    let candidates = || published(report).filter(|(_, m)| m.channel.is_none() && m.part_of.is_none());
    let divided = candidates().filter(|(index, _)| whole.contains(index)).map(|(_, m)| m);
    let proactive = report.section(Role::Proactive).map(|section| section.span);
    let inside = |span: Span| proactive.is_none_or(|part| part.contains(span));
    let undivided = || largest(candidates().map(|(_, m)| m).filter(|m| inside(m.span)));
    largest(divided).or_else(undivided).filter(|total| {
        let mut channels = published(report).filter(|(_, m)| m.channel.is_some() && m.unit == total.unit);
        channels.all(|(_, m)| m.value <= total.value)
    })
}

/// The figure of a channel: the largest that is part of no other of the same channel.
fn through(report: &Report, channel: Channel) -> Option<&Measure> {
    let parent = |m: &Measure| m.part_of.and_then(|index| report.measures.get(index as usize));
    let own = published(report).map(|(_, m)| m).filter(|m| m.channel == Some(channel));
    largest(own.filter(|m| parent(m).is_none_or(|whole| whole.channel != Some(channel))))
}

/// The first percentage of the part on appraisal that is about being satisfied.
fn satisfaction(report: &Report) -> Option<&Measure> {
    let part = report.section(Role::Appraisal)?.span;
    report.measures.iter().find(|m| {
        let subject = m.subject.as_deref().unwrap_or_default();
        m.kind == MeasureKind::Rate
            && m.refers_to == RefersTo::Current
            && part.contains(m.span)
            && (subject.contains("满意") || subject.contains("滿意"))
            && !subject.contains("不满意")
            && !subject.contains("不滿意")
    })
}

/// The first of the largest.
fn largest<'m>(measures: impl Iterator<Item = &'m Measure>) -> Option<&'m Measure> {
    measures.reduce(|best, next| if next.value > best.value { next } else { best })
}
