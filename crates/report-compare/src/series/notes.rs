//! Jumps and other oddities between neighbouring years. A jump is told only where every reading of both figures agrees.

use super::{Figure, Note, NoteKind, Year};
use crate::model::Direction;
use crate::values;
use report_model::{Bound, Decimal, Interval, PartState};

/// From this factor on a rise or fall is a jump.
const FACTOR: i128 = 2;
/// Smaller differences are no jumps: one application and then three say nothing. In millionths.
const LEAST: i128 = 20_000_000;
/// For percentages, a jump in points. In millionths.
const POINTS: i128 = 10_000_000;
/// From this figure on it is odd that a year repeats it to the digit.
const LARGE: u32 = 100;

pub(super) fn notes(years: &[Year]) -> Vec<Note> {
    let mut out = Vec::new();
    for (at, pair) in years.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let place = (at as u32, at as u32 + 1);
        let (Some(a), Some(b)) = (before.year, after.year) else { continue };
        if a == b {
            out.push(note(NoteKind::SameYear, place, None));
            continue;
        }
        for figure in &after.figures {
            let earlier = before.figures.iter().find(|earlier| earlier.field == figure.field);
            out.extend(earlier.and_then(|earlier| compared(earlier, figure, place)));
        }
        for part in &after.parts {
            let was = before.parts.iter().find(|was| was.role == part.role).map(|was| was.state);
            let there = matches!(was, Some(PartState::Present | PartState::Merged));
            if there && part.state == PartState::Missing {
                out.push(note(NoteKind::PartGone, place, Some(format!("part.{}", part.role))));
            }
        }
    }
    out
}

fn note(kind: NoteKind, (from, to): (u32, u32), field: Option<String>) -> Note {
    Note { kind, from, to, field, difference: None }
}

fn compared(a: &Figure, b: &Figure, place: (u32, u32)) -> Option<Note> {
    let field = Some(b.field.clone());
    if a.unit != b.unit {
        return Some(note(NoteKind::UnitChanged, place, field));
    }
    let rate = b.unit.as_deref() == Some("%");
    let (x, y) = (read(a)?, read(b)?);
    if x == y && x.1 == Bound::Exact && x.0 >= Decimal::from(LARGE) && !rate {
        return Some(note(NoteKind::Repeated, place, field));
    }
    let interval = |(value, bound, words)| Interval::of(value, bound, words, rate);
    let (from, to) = (interval((x.0, x.1, &a.evidence.words)), interval((y.0, y.1, &b.evidence.words)));
    let kind = if far(from, to, rate) {
        NoteKind::Rise
    } else if far(to, from, rate) {
        NoteKind::Fall
    } else {
        return None;
    };
    let difference = values::between((x.0, x.1, &a.evidence.words), (y.0, y.1, &b.evidence.words), rate);
    let agrees = difference.direction != Direction::Open;
    agrees.then(|| Note { difference: Some(difference), ..note(kind, place, field) })
}

fn read(figure: &Figure) -> Option<(Decimal, Bound)> {
    Some((figure.evidence.number?, figure.evidence.bound.unwrap_or(Bound::Exact)))
}

/// True where even the least of `more` lies far above the most of `less`.
fn far(less: Interval, more: Interval, rate: bool) -> bool {
    let (Some(most), Some(least)) = (less.hi, more.lo) else { return false };
    if rate { least - most >= POINTS } else { least >= most.saturating_mul(FACTOR) && least - most >= LEAST }
}
