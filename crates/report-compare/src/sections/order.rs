//! Which parts moved: those below another part than before, and the fewest that explain a new order.

use super::Flat;
use std::collections::BTreeMap;

/// For each part on the right, whether it moved.
pub(super) fn moved(left: &[Flat<'_>], right: &[Flat<'_>], partner: &[Option<usize>]) -> Vec<bool> {
    let mut moved = vec![false; right.len()];
    let mut siblings: BTreeMap<Option<usize>, Vec<(usize, usize)>> = BTreeMap::new();
    for (r, flat) in right.iter().enumerate() {
        let Some(l) = partner.get(r).copied().flatten() else { continue };
        let above = flat.parent.map(|parent| partner.get(parent).copied().flatten());
        let before = left.get(l).and_then(|flat| flat.parent);
        // Where the part above is new, the part moved below it; where it is gone, the part moved out of it.
        if above.map_or(before.is_none(), |above| above.is_some() && above == before) {
            siblings.entry(flat.parent).or_default().push((l, r));
        } else {
            moved[r] = true;
        }
    }
    for list in siblings.values() {
        let order: Vec<usize> = list.iter().map(|&(l, _)| l).collect();
        let kept = longest_rising(&order);
        for (&(_, r), kept) in list.iter().zip(kept) {
            moved[r] = !kept;
        }
    }
    moved
}

/// Marks a longest rising subsequence (patience sorting).
fn longest_rising(list: &[usize]) -> Vec<bool> {
    // For each length, the index of the smallest end; for each member, the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(list.len());
    for (i, value) in list.iter().enumerate() {
        let place = ends.partition_point(|&end| list[end] < *value);
        before.push(place.checked_sub(1).map(|last| ends[last]));
        if place == ends.len() {
            ends.push(i);
        } else {
            ends[place] = i;
        }
    }
    let mut kept = vec![false; list.len()];
    let mut at = ends.last().copied();
    while let Some(i) = at {
        kept[i] = true;
        at = before[i];
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewest_moves() {
        assert_eq!(longest_rising(&[0, 3, 1, 2]), [true, false, true, true]);
        assert_eq!(longest_rising(&[2, 0, 1]), [false, true, true]);
        assert!(longest_rising(&[]).is_empty());
    }
}
