//! Statistics of applications: a table of counts by answer.

use super::cells::Grid;
use super::heads;
use super::measures::{Counted, Found};
use crate::lexis::words::words;
use crate::model::{MeasureKind, Requests, Role, Stated, StatedCount};
use crate::outline::Outline;
use crate::reading::View;
use crate::statements::outcomes::{self, Outcome};

/// Fills what sentences have left open.
pub(super) fn read(
    view: &View<'_>,
    outline: &Outline,
    part: Option<usize>,
    grid: &Grid,
    found: &Found,
    requests: &mut Requests,
) {
    let role = part.map(|p| outline.headings[p].role);
    let on_request = outline.path(part).any(|h| h.role == Role::OnRequest) || role == Some(Role::OnRequest);
    let speaks = grid.cells.iter().take(60).any(|cell| {
        let text = view.words(cell.range.clone());
        text.contains("申请") && words!["公开", "收到", "受理", "答复"].any(text)
    });
    if !on_request && !speaks {
        return;
    }
    let mut told = Told::default();
    for counted in in_question(&found.list) {
        told.take(counted);
    }
    let slots = [
        (&mut requests.received, told.received),
        (&mut requests.granted, told.of(Outcome::Granted)),
        (&mut requests.partly_granted, told.of(Outcome::PartlyGranted)),
        (&mut requests.refused, told.of(Outcome::Refused)),
        (&mut requests.not_held, told.of(Outcome::NotHeld)),
        (&mut requests.other, told.of(Outcome::Other)),
        (&mut requests.pending, told.of(Outcome::Pending)),
    ];
    for (slot, told) in slots {
        if slot.is_none() {
            *slot = told;
        }
    }
}

/// Where several columns count applicants of several kinds, only the one that sums up.
fn in_question(list: &[Counted]) -> impl Iterator<Item = &Counted> {
    let sum = |c: &Counted| c.above.iter().any(|head| heads::sums_up(heads::without_unit(head)));
    let summed = list.iter().any(sum);
    list.iter().filter(move |c| {
        let counts = !matches!(c.measure.kind, MeasureKind::Rate | MeasureKind::Money);
        counts && (!summed || sum(c))
    })
}

/// Counts by answer, and whether a row of its own names the answer.
#[derive(Debug, Default)]
struct Told {
    received: Option<StatedCount>,
    answers: Vec<(Outcome, bool, StatedCount)>,
}

impl Told {
    fn take(&mut self, counted: &Counted) {
        // The nearest words tell most.
        let mut names: Vec<&str> = counted.left.iter().rev().map(String::as_str).collect();
        names.extend(
            counted
                .above
                .iter()
                .rev()
                .map(String::as_str)
                .filter(|head| !heads::sums_up(heads::without_unit(head))),
        );
        let count = StatedCount {
            value: counted.measure.value,
            stated: if counted.measure.value.is_zero() { Stated::Nil } else { Stated::Number },
            span: counted.measure.span,
        };
        for (distance, name) in names.iter().enumerate() {
            let name = heads::without_unit(name);
            if words!["结转", "上年", "上学年", "费"].any(name) && !name.contains("下") {
                return;
            }
            if let Some(outcome) = outcomes::of(name) {
                self.answers.push((outcome, distance == 0, count));
                return;
            }
            let whole = words!["收到", "受理", "新收", "接收", "申请总", "申请数", "申请件", "收件"]
                .any(name)
                || matches!(name, "申请" | "信息公开申请" | "依申请公开" | "依申请公开申请");
            if whole {
                self.received.get_or_insert(count);
                return;
            }
        }
    }

    /// The row of the answer itself, else the sum of the rows under it.
    fn of(&self, outcome: Outcome) -> Option<StatedCount> {
        let own = self.answers.iter().filter(|(o, ..)| *o == outcome);
        if outcome != Outcome::Other
            && let Some((.., count)) = own.clone().find(|(_, nearest, _)| *nearest)
        {
            return Some(*count);
        }
        own.map(|(.., count)| *count).reduce(|sum, next| StatedCount {
            value: sum.value.checked_add(next.value).unwrap_or(sum.value),
            stated: if sum.value.is_zero() && next.value.is_zero() { Stated::Nil } else { Stated::Number },
            span: sum.span,
        })
    }
}
