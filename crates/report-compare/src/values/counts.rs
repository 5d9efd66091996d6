//! Applications, complaints and remedies: counts, "none", or not mentioned.

use super::measures::Paired;
use super::{Values, difference, evidence};
use crate::compare::Side;
use crate::model::Evidence;
use report_model::{Bound, Decimal, Report, Span, Stated, StatedCount};
use std::collections::BTreeMap;

/// Measures that a count names already, by their index on either side.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) left: Vec<usize>,
    pub(super) right: Vec<usize>,
}

type Count = fn(&Report) -> Option<StatedCount>;

const FIELDS: [(&str, Count); 11] = [
    ("requests.received", |report| report.requests.received),
    ("requests.granted", |report| report.requests.granted),
    ("requests.partly_granted", |report| report.requests.partly_granted),
    ("requests.refused", |report| report.requests.refused),
    ("requests.not_held", |report| report.requests.not_held),
    ("requests.other", |report| report.requests.other),
    ("requests.pending", |report| report.requests.pending),
    ("requests.fees", |report| report.requests.fees),
    ("oversight.complaints", |report| report.oversight.complaints),
    ("oversight.reconsiderations", |report| report.oversight.reconsiderations),
    ("oversight.lawsuits", |report| report.oversight.lawsuits),
];

/// Compares the counts. A count and a quantity of the same words and value are one statement: the count's name is the
/// better one, so the quantity is left out of the list of measures.
pub(super) fn compare(values: &mut Values, left: &Side<'_>, right: &Side<'_>, measures: &Paired) -> Known {
    let (by_place_a, by_place_b) = (places(left.report), places(right.report));
    let mut known = Known::default();
    for (field, get) in FIELDS {
        let (a, b) = (get(left.report), get(right.report));
        let (of_a, of_b) = (own(a, left.report, &by_place_a), own(b, right.report, &by_place_b));
        // The quantity is told as the count, unless it is known to be another one on the other side.
        let other_a = of_a.and_then(|l| measures.of_left.get(l).copied().flatten());
        let other_b = of_b.and_then(|r| measures.of_right.get(r).copied().flatten());
        let one = (other_a.is_none() || other_a == of_b) && (other_b.is_none() || other_b == of_a);
        // A quantity can carry two counts (复议、诉讼各1件): it is left out all the same.
        if one {
            known.left.extend(of_a);
            known.right.extend(of_b);
        }
        let same = a.zip(b).is_some_and(|(a, b)| a.value == b.value);
        let bounds = (bound(a, left.report, &by_place_a), bound(b, right.report, &by_place_b));
        let same = same && bounds.0 == bounds.1;
        let (words_a, words_b) =
            (a.map(|a| stated(left, a, bounds.0)), b.map(|b| stated(right, b, bounds.1)));
        let difference = words_a.as_ref().zip(words_b.as_ref()).zip(a.zip(b)).map(|((wa, wb), (a, b))| {
            difference::between((a.value, bounds.0, &wa.words), (b.value, bounds.1, &wb.words), false)
        });
        let unmoved = words_a.as_ref().zip(words_b.as_ref()).is_some_and(|(a, b)| a.words == b.words);
        let derived = unmoved
            || (a.is_some() && b.is_some() && (is_sum(a, of_a, &by_place_a) || is_sum(b, of_b, &by_place_b)));
        if let Some(change) = values.note(field, words_a, words_b, same) {
            change.difference = difference;
            change.derived = derived;
        }
    }
    known
}

fn places(report: &Report) -> BTreeMap<Span, usize> {
    report.measures.iter().enumerate().map(|(index, measure)| (measure.span, index)).collect()
}

/// The quantity that is the same statement as a count.
fn own(count: Option<StatedCount>, report: &Report, places: &BTreeMap<Span, usize>) -> Option<usize> {
    let count = count?;
    let index = *places.get(&count.span)?;
    report.measures.get(index).filter(|measure| measure.value == count.value).map(|_| index)
}

/// A count whose words are one of several summands.
fn is_sum(count: Option<StatedCount>, own: Option<usize>, places: &BTreeMap<Span, usize>) -> bool {
    own.is_none() && count.is_some_and(|count| places.contains_key(&count.span))
}

fn bound(count: Option<StatedCount>, report: &Report, places: &BTreeMap<Span, usize>) -> Bound {
    own(count, report, places)
        .and_then(|index| report.measures.get(index))
        .map_or(Bound::Exact, |measure| measure.bound)
}

pub(super) fn stated(side: &Side<'_>, count: StatedCount, bound: Bound) -> Evidence {
    let number: Decimal = count.value;
    // Nothing received has no hedge.
    let bound = if count.stated == Stated::Nil { Bound::Exact } else { bound };
    Evidence {
        number: Some(number),
        bound: Some(bound),
        stated: Some(count.stated),
        ..evidence(side.text, number.to_string(), count.span)
    }
}
