//! Groups of sentences that are alike, and neighbouring groups joined to passages.

use std::collections::BTreeMap;

/// Sentences of a bucket that others are compared with. A bucket of common wording can hold a sentence of every report;
/// those that are alike are one group after the first comparison.
const LEADERS: usize = 16;

/// Sets of sentences (union-find).
#[derive(Debug)]
pub(super) struct Groups {
    parent: Vec<u32>,
}

impl Groups {
    pub(super) fn new(len: usize) -> Self {
        Self { parent: (0..len as u32).collect() }
    }

    fn root(&mut self, mut unit: u32) -> u32 {
        while let Some(&parent) = self.parent.get(unit as usize).filter(|&&parent| parent != unit) {
            // Halves the way for the next.
            let above = self.parent.get(parent as usize).copied().unwrap_or(parent);
            if let Some(place) = self.parent.get_mut(unit as usize) {
                *place = above;
            }
            unit = above;
        }
        unit
    }

    /// Joins what is alike among the sentences of a bucket: each with the first leaders, in the time of the bucket's length.
    pub(super) fn join_alike(&mut self, bucket: impl Iterator<Item = u32>, alike: impl Fn(u32, u32) -> bool) {
        let mut leaders: Vec<u32> = Vec::new();
        for unit in bucket {
            let found = leaders
                .iter()
                .copied()
                .find(|&leader| self.root(leader) == self.root(unit) || alike(leader, unit));
            match found {
                Some(leader) => {
                    let (a, b) = (self.root(leader), self.root(unit));
                    // The smaller number leads, whatever the order of joining.
                    if let Some(place) = self.parent.get_mut(a.max(b) as usize) {
                        *place = a.min(b);
                    }
                }
                None if leaders.len() < LEADERS => leaders.push(unit),
                None => {}
            }
        }
    }

    /// Groups of two and more, each in order, by their first members.
    pub(super) fn lists(mut self) -> Vec<Vec<usize>> {
        let mut by_root: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        let mut grouped = vec![false; self.parent.len()];
        for unit in 0..self.parent.len() as u32 {
            let root = self.root(unit);
            if root != unit {
                for at in [root, unit] {
                    grouped[at as usize] = true;
                }
            }
        }
        for unit in (0..self.parent.len() as u32).filter(|&unit| grouped[unit as usize]) {
            let root = self.root(unit);
            by_root.entry(root).or_default().push(unit as usize);
        }
        by_root.into_values().collect()
    }
}

/// Joins groups whose sentences follow one another in each of their reports: a passage of several sentences is one
/// cluster. Gives for each cluster its rows, from a first to a last sentence.
pub(super) fn joined(
    groups: Vec<Vec<usize>>,
    document: impl Fn(usize) -> Option<u32>,
) -> Vec<Vec<(usize, usize)>> {
    let firsts: BTreeMap<usize, usize> =
        groups.iter().enumerate().filter_map(|(index, group)| Some((*group.first()?, index))).collect();
    let mut taken = vec![false; groups.len()];
    let mut out = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        if taken[index] {
            continue;
        }
        let mut rows: Vec<(usize, usize)> = group.iter().map(|&unit| (unit, unit)).collect();
        while let Some(&(_, last)) = rows.first() {
            let Some(&next) = firsts.get(&(last + 1)).filter(|&&next| !taken[next]) else { break };
            let follows = groups[next].len() == rows.len()
                && rows
                    .iter()
                    .zip(&groups[next])
                    .all(|(&(_, last), &unit)| unit == last + 1 && document(unit) == document(last));
            if !follows {
                break;
            }
            taken[next] = true;
            for row in &mut rows {
                row.1 += 1;
            }
        }
        out.push(rows);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_become_passages() {
        // Reports of ten sentences each: 3–5 stand again as 12–14, 7 as 18.
        let found =
            joined(vec![vec![3, 12], vec![4, 13], vec![5, 14], vec![7, 18]], |unit| Some(unit as u32 / 10));
        assert_eq!(found, [vec![(3, 5), (12, 14)], vec![(7, 7), (18, 18)]]);
        // The end of one report and the beginning of the next are no neighbours.
        let found = joined(vec![vec![9, 25], vec![10, 26]], |unit| Some(unit as u32 / 10));
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn groups_of_what_is_alike() {
        let mut groups = Groups::new(6);
        groups.join_alike([0, 1, 2, 3, 4, 5].into_iter(), |a, b| a % 2 == b % 2 && a + b < 8);
        assert_eq!(groups.lists(), [vec![0, 2, 4], vec![1, 3, 5]]);
    }
}
