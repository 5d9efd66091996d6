//! How much of what was planted was found, and how much of what was found was planted.

use super::{Place, Planted};
use std::collections::BTreeMap;

/// Counts of one search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Copies planted.
    pub planted: usize,
    /// Copies of which more than half stand in one cluster with words of their original or of another copy.
    pub found: usize,
    /// Passages told, in all clusters.
    pub told: usize,
    /// Those that mostly lie in a planted passage, the same as most others of their cluster.
    pub right: usize,
    /// Clusters whose told original is the planted one, of those that tell one of a planted passage.
    pub originals: (usize, usize),
}

impl Score {
    /// Share of the copies found.
    pub fn recall(&self) -> f64 {
        self.found as f64 / self.planted.max(1) as f64
    }

    /// Share of the passages told that were planted.
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.told.max(1) as f64
    }
}

impl Planted {
    /// Scores clusters of places, each with the index of its told original.
    pub fn score(&self, clusters: &[(Vec<Place>, Option<usize>)]) -> Score {
        let mut by_report: BTreeMap<usize, Vec<(usize, &Place)>> = BTreeMap::new();
        for (family, planted) in self.families.iter().enumerate() {
            for place in &planted.places {
                by_report.entry(place.report).or_default().push((family, place));
            }
        }
        // The family in which a told place mostly lies.
        let of = |told: &Place| {
            let near = by_report.get(&told.report)?;
            near.iter()
                .find(|(_, place)| 2 * overlap(told, place) > told.range.len())
                .map(|(family, _)| *family)
        };
        let mut score = Score::default();
        // For each copy, how much of it each search told.
        let mut covered: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (members, original) in clusters {
            let families: Vec<Option<usize>> = members.iter().map(of).collect();
            let Some(family) = most(&families) else {
                score.told += members.len();
                continue;
            };
            score.told += members.len();
            let ours: Vec<&Place> = members
                .iter()
                .zip(&families)
                .filter(|(_, f)| **f == Some(family))
                .map(|(place, _)| place)
                .collect();
            score.right += ours.len();
            let reports: std::collections::BTreeSet<usize> = ours.iter().map(|place| place.report).collect();
            if reports.len() > 1 {
                for place in ours {
                    let planted = self.families[family].places.iter().filter(|p| p.report == place.report);
                    let bytes: usize = planted.map(|planted| overlap(place, planted)).sum();
                    *covered.entry((family, place.report)).or_default() += bytes;
                }
            }
            if let Some(told) = original.and_then(|index| members.get(index)) {
                score.originals.1 += 1;
                let first = self.families[family]
                    .places
                    .iter()
                    .map(|p| (self.reports[p.report].year, p.report))
                    .min();
                score.originals.0 +=
                    usize::from(first.is_some_and(|(year, _)| self.reports[told.report].year == year));
            }
        }
        for (family, planted) in self.families.iter().enumerate() {
            // The original is the first place; each other is a copy to be found.
            for place in planted.places.iter().skip(1) {
                score.planted += 1;
                let bytes = covered.get(&(family, place.report)).copied().unwrap_or(0);
                score.found += usize::from(2 * bytes > place.range.len());
            }
        }
        score
    }
}

fn overlap(a: &Place, b: &Place) -> usize {
    if a.report != b.report {
        return 0;
    }
    a.range.end.min(b.range.end).saturating_sub(a.range.start.max(b.range.start))
}

/// The family that most members have, where more than one has it.
fn most(families: &[Option<usize>]) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for family in families.iter().flatten() {
        *counts.entry(*family).or_default() += 1;
    }
    counts
        .into_iter()
        .filter(|&(_, count)| count > 1)
        .max_by_key(|&(_, count)| count)
        .map(|(family, _)| family)
}
