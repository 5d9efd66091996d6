//! Which part of one report is which part of the other: by role and wording, never by number.

mod flat;
mod matching;
mod order;

use crate::model::{SectionPair, SectionSide, SectionState, Share};
pub(crate) use flat::{Flat, flatten};
pub(crate) use matching::pairs;

/// Both lists of parts with what became of them.
pub(crate) struct Matched {
    pub(crate) list: Vec<SectionPair>,
    /// For each part on the left, its index in `list`.
    pub(crate) of_left: Vec<u32>,
    /// The same for the right.
    pub(crate) of_right: Vec<u32>,
}

/// Matches the parts of two reports and puts them in order.
pub(crate) fn matched(left: &[Flat<'_>], right: &[Flat<'_>]) -> Matched {
    let partner = pairs(left, right);
    let moved = order::moved(left, right, &partner);
    let slots = slots(left.len(), &partner);
    let mut out = Matched { list: Vec::new(), of_left: vec![0; left.len()], of_right: vec![0; right.len()] };
    for (index, &(l, r)) in slots.iter().enumerate() {
        if let Some(place) = l.and_then(|l| out.of_left.get_mut(l)) {
            *place = index as u32;
        }
        if let Some(place) = r.and_then(|r| out.of_right.get_mut(r)) {
            *place = index as u32;
        }
    }
    for &(l, r) in &slots {
        let (a, b) = (l.and_then(|l| left.get(l)), r.and_then(|r| right.get(r)));
        let parent = match (a, b) {
            (_, Some(b)) => b.parent.and_then(|parent| out.of_right.get(parent)),
            (Some(a), None) => a.parent.and_then(|parent| out.of_left.get(parent)),
            (None, None) => None,
        };
        let parent = parent.copied();
        let is_moved = r.is_some_and(|r| moved.get(r).copied().unwrap_or(false));
        if let Some(pair) = pair(a, b, parent, is_moved) {
            out.list.push(pair);
        }
    }
    out
}

/// The right's parts in their order; a part gone stands behind the left's part before it.
fn slots(lefts: usize, partner: &[Option<usize>]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut matched = vec![false; lefts];
    for &l in partner.iter().flatten() {
        if let Some(place) = matched.get_mut(l) {
            *place = true;
        }
    }
    let gone_from = |from: usize| (from..lefts).take_while(|&l| !matched[l]);
    let mut out: Vec<_> = gone_from(0).map(|l| (Some(l), None)).collect();
    for (r, &l) in partner.iter().enumerate() {
        out.push((l, Some(r)));
        if let Some(l) = l {
            out.extend(gone_from(l + 1).map(|gone| (Some(gone), None)));
        }
    }
    out
}

fn pair(a: Option<&Flat<'_>>, b: Option<&Flat<'_>>, parent: Option<u32>, moved: bool) -> Option<SectionPair> {
    let side = |flat: &Flat<'_>| SectionSide {
        path: flat.path.clone(),
        title: flat.section.title.clone(),
        span: flat.section.span,
        share: Share::default(),
    };
    let state = match (a, b) {
        (Some(_), Some(_)) => SectionState::Kept,
        (None, Some(_)) => SectionState::Added,
        (Some(_), None) => SectionState::Gone,
        (None, None) => return None,
    };
    let both = a.zip(b);
    Some(SectionPair {
        state,
        moved,
        renamed: both.is_some_and(|(a, b)| a.title != b.title),
        renumbered: both.is_some_and(|(a, b)| a.label() != b.label()),
        role: b.or(a)?.section.role,
        parent,
        left: a.map(side),
        right: b.map(side),
    })
}
