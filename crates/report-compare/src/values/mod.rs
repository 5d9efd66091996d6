//! Values that both reports could state: which differ, which only one has.

mod counts;
mod difference;
mod head;
mod lists;
mod measures;
mod pairing;

use crate::compare::Side;
use crate::model::{Change, Evidence, Tally, ValueChange};
use crate::normal::Normal;
use crate::sections::Flat;
pub(crate) use difference::between;
use report_model::{Bound, Measure, Span, StatedCount};

/// What [`changes`] finds.
#[derive(Debug, Default)]
pub(crate) struct Values {
    pub(crate) list: Vec<ValueChange>,
    pub(crate) tally: Tally,
}

/// A report, its parts, and for each character of its text the part that holds it.
pub(crate) type Read<'v> = (&'v Side<'v>, &'v [Flat<'v>], &'v [Option<u32>], &'v Normal);

/// All differences, by field in the order of the format, then by place.
pub(crate) fn changes(left: Read<'_>, right: Read<'_>) -> Values {
    let mut values = Values::default();
    head::compare(&mut values, left.0, right.0);
    let measures = measures::paired(left, right);
    let known = counts::compare(&mut values, left.0, right.0, &measures);
    measures::compare(&mut values, left.0, right.0, &measures, &known);
    lists::compare(&mut values, left.0, right.0);
    for value in &mut values.list {
        value.section = value
            .right
            .as_ref()
            .and_then(|evidence| owner(right, evidence.span))
            .or_else(|| value.left.as_ref().and_then(|evidence| owner(left, evidence.span)));
    }
    values
}

fn owner((_, _, own, text): Read<'_>, span: Span) -> Option<u32> {
    own.get(text.index(span.start)).copied().flatten()
}

impl Values {
    /// Notes what two statements of one field are to each other. `same` tells whether they say the same.
    fn note(
        &mut self,
        field: &str,
        left: Option<Evidence>,
        right: Option<Evidence>,
        same: bool,
    ) -> Option<&mut ValueChange> {
        let (change, count) = match (&left, &right) {
            (None, None) => return None,
            (Some(_), Some(_)) if same => {
                self.tally.same += 1;
                return None;
            }
            (Some(_), Some(_)) => (Change::Changed, &mut self.tally.changed),
            (None, Some(_)) => (Change::Added, &mut self.tally.added),
            (Some(_), None) => (Change::Gone, &mut self.tally.gone),
        };
        *count += 1;
        self.list.push(ValueChange {
            field: field.to_owned(),
            change,
            measure: None,
            section: None,
            left,
            right,
            difference: None,
            derived: false,
        });
        self.list.last_mut()
    }
}

/// Longest quotation, in characters: enough for any value, not for a text that is one sentence.
const LONGEST: usize = 200;

/// The words of a span on one line.
fn words(text: &str, span: Span) -> String {
    let words = span.slice(text).unwrap_or_default();
    let mut out = String::new();
    for c in words.chars().take(LONGEST) {
        // A line break inside a Chinese sentence is no more than that.
        match c {
            '\r' | '\n' if out.ends_with(|c: char| c.is_ascii()) => out.push(' '),
            '\r' | '\n' => {}
            c => out.push(c),
        }
    }
    out
}

/// A value that is words.
fn evidence(text: &str, value: String, span: Span) -> Evidence {
    Evidence { value, number: None, bound: None, stated: None, words: words(text, span), span }
}

/// A quantity as it is stated.
pub(crate) fn measure(side: &Side<'_>, measure: &Measure) -> Evidence {
    Evidence {
        number: Some(measure.value),
        bound: Some(measure.bound),
        ..evidence(side.text, measure.value.to_string(), measure.span)
    }
}

/// A count as it is stated; its hedge is that of the quantity of the same words.
pub(crate) fn count(side: &Side<'_>, count: StatedCount) -> Evidence {
    let same = |measure: &&Measure| measure.span == count.span && measure.value == count.value;
    let bound = side.report.measures.iter().find(same).map_or(Bound::Exact, |measure| measure.bound);
    counts::stated(side, count, bound)
}
