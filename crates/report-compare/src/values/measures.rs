//! Quantities: which one is which, and whether it says the same.

use super::counts::Known;
use super::pairing::{Candidate, pair};
use super::{Read, Values, difference};
use crate::compare::Side;
use crate::model::MeasureKey;
use crate::normal::{bare, is_blank, without_numbers};
use report_model::{Measure, MeasureKind, Span};

/// For each quantity of either side, the other's.
#[derive(Debug, Default)]
pub(super) struct Paired {
    pub(super) of_left: Vec<Option<usize>>,
    pub(super) of_right: Vec<Option<usize>>,
}

/// Finds the pairs.
pub(super) fn paired(left: Read<'_>, right: Read<'_>) -> Paired {
    let (a, b) = (candidates(left), candidates(right));
    let of_right = pair(&a, &b);
    let mut of_left = vec![None; a.len()];
    for (r, l) in of_right.iter().enumerate() {
        if let Some(place) = l.and_then(|l: usize| of_left.get_mut(l)) {
            *place = Some(r);
        }
    }
    Paired { of_left, of_right }
}

fn candidates((side, _, own, text): Read<'_>) -> Vec<Candidate<'_>> {
    let measures = side.report.measures.iter();
    measures
        .map(|measure| Candidate {
            measure,
            section: own.get(text.index(measure.span.start)).copied().flatten(),
            sentence: sentence(side.text, measure.span),
            subject: bare(measure.subject.as_deref().unwrap_or_default()),
        })
        .collect()
}

/// How far a sentence is looked at to either side, in characters.
const FAR: usize = 40;

/// The sentence round a quantity, numbers blotted out: the mould that next year's report is cast in.
fn sentence(text: &str, span: Span) -> String {
    let ends = |c: &char| matches!(c, '。' | '；' | ';' | '！' | '？');
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    // Blanks are bounded, too: a text may hold nothing else.
    let near = |chars: &mut dyn Iterator<Item = char>| {
        chars
            .take(4 * FAR)
            .take_while(|c| !ends(c))
            .filter(|&c| !is_blank(c))
            .take(FAR)
            .collect::<Vec<char>>()
    };
    let head: String = near(&mut before.chars().rev()).into_iter().rev().collect();
    let tail: String = near(&mut after.chars()).into_iter().collect();
    format!("{}\u{0}{}", without_numbers(&head), without_numbers(&tail))
}

/// Notes what differs; quantities that a count names are the count's.
pub(super) fn compare(
    values: &mut Values,
    left: &Side<'_>,
    right: &Side<'_>,
    paired: &Paired,
    known: &Known,
) {
    let (a, b) = (&left.report.measures, &right.report.measures);
    for (r, measure) in b.iter().enumerate() {
        if known.right.contains(&r) {
            continue;
        }
        let before = paired.of_right.get(r).copied().flatten().and_then(|l| a.get(l));
        one(values, (left, before), (right, Some(measure)));
    }
    for (l, measure) in a.iter().enumerate() {
        if paired.of_left.get(l).copied().flatten().is_none() && !known.left.contains(&l) {
            one(values, (left, Some(measure)), (right, None));
        }
    }
}

type Stated<'s> = (&'s Side<'s>, Option<&'s Measure>);

fn one(values: &mut Values, (left, a): Stated<'_>, (right, b): Stated<'_>) {
    let same = a.zip(b).is_some_and(|(a, b)| a.value == b.value && a.bound == b.bound && a.unit == b.unit);
    let (words_a, words_b) = (a.map(|a| super::measure(left, a)), b.map(|b| super::measure(right, b)));
    let difference = a.zip(b).zip(words_a.as_ref().zip(words_b.as_ref())).map(|((a, b), (wa, wb))| {
        let rate = b.kind == MeasureKind::Rate;
        difference::between((a.value, a.bound, &wa.words), (b.value, b.bound, &wb.words), rate)
    });
    let key = b.or(a).map(key);
    if let Some(change) = values.note("measures", words_a, words_b, same) {
        change.difference = difference;
        change.measure = key;
    }
}

fn key(measure: &Measure) -> MeasureKey {
    MeasureKey {
        kind: measure.kind,
        channel: measure.channel,
        unit: measure.unit.clone(),
        subject: measure.subject.clone(),
        refers_to: measure.refers_to,
    }
}
