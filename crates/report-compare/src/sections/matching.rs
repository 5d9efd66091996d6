//! Pairs of parts, surest evidence first.

use super::Flat;
use crate::normal::{bare, likeness};
use report_model::Role;
use std::collections::HashMap;
use std::hash::Hash;

/// Least likeness of two headings that name the same part.
const ALIKE: f64 = 0.5;
/// Candidates looked at for a heading that was worded anew: bounds the work on texts that are all headings.
const NEAR: usize = 40;

/// For each part on the right, its partner on the left.
pub(crate) fn pairs(left: &[Flat<'_>], right: &[Flat<'_>]) -> Vec<Option<usize>> {
    let mut pairing =
        Pairing { left, right, of_left: vec![None; left.len()], of_right: vec![None; right.len()] };
    // Top-level parts first: the parts below are looked for in their partners.
    pairing.same(|flat, _| flat.parent.is_none().then_some((flat.section.role, flat.wording.as_str())));
    pairing.same(|flat, _| (flat.parent.is_none() && told(flat)).then_some(flat.section.role));
    pairing.alike(|flat, _| flat.parent.is_none().then_some(0));
    // Parts above come before those below them, so that a pass by parents reaches all levels in one go each.
    for _ in 0..LEVELS {
        pairing.same(|flat, pair| Some((pair?, flat.wording.as_str())));
        pairing.alike(|_, pair| pair);
    }
    // What is left may have moved below another part, up or down a level.
    pairing.same(|flat, _| long_enough(flat).then_some((flat.section.role, flat.wording.as_str())));
    pairing.same(|flat, _| told(flat).then_some(flat.section.role));
    pairing.of_right
}

/// Levels of headings.
const LEVELS: usize = 4;

/// Headings like 其他 say too little to be recognised anywhere.
fn long_enough(flat: &Flat<'_>) -> bool {
    flat.wording.chars().count() >= 4
}

fn told(flat: &Flat<'_>) -> bool {
    flat.section.role != Role::Other
}

struct Pairing<'p, 'r> {
    left: &'p [Flat<'r>],
    right: &'p [Flat<'r>],
    of_left: Vec<Option<usize>>,
    of_right: Vec<Option<usize>>,
}

impl<'p, 'r> Pairing<'p, 'r> {
    /// Pairs parts of the same key in their order. `key` is told the partner of the part above, as an index on the left.
    fn same<K: Hash + Eq>(&mut self, key: impl Fn(&'p Flat<'r>, Option<usize>) -> Option<K>) {
        let waiting = self.waiting(&key);
        let mut used: HashMap<K, usize> = HashMap::new();
        for (r, flat) in self.right.iter().enumerate() {
            if self.of_right[r].is_some() {
                continue;
            }
            let Some(key) = key(flat, self.parent_on_left(r)) else { continue };
            let Some(list) = waiting.get(&key) else { continue };
            let used = used.entry(key).or_default();
            if let Some(&l) = list.get(*used) {
                *used += 1;
                self.join(l, r);
            }
        }
    }

    /// Pairs parts of the same key whose headings are alike, the likest first come.
    fn alike<K: Hash + Eq>(&mut self, key: impl Fn(&'p Flat<'r>, Option<usize>) -> Option<K>) {
        let waiting = self.waiting(&key);
        let mut scored: Vec<(f64, usize, usize)> = Vec::new();
        for (r, flat) in self.right.iter().enumerate() {
            if self.of_right[r].is_some() {
                continue;
            }
            let Some(list) = key(flat, self.parent_on_left(r)).and_then(|key| waiting.get(&key)) else {
                continue;
            };
            let words = bare(&flat.title);
            let near = list.iter().take(NEAR);
            scored.extend(near.map(|&l| (likeness(&bare(&self.left[l].title), &words), l, r)));
        }
        scored.retain(|&(score, ..)| score >= ALIKE);
        // Ties go to the nearest places, the same from either side.
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| near(a).cmp(&near(b))));
        for (_, l, r) in scored {
            if self.of_left[l].is_none() && self.of_right[r].is_none() {
                self.join(l, r);
            }
        }
    }

    /// Parts on the left without partner, by key.
    fn waiting<K: Hash + Eq>(
        &self,
        key: impl Fn(&'p Flat<'r>, Option<usize>) -> Option<K>,
    ) -> HashMap<K, Vec<usize>> {
        let mut waiting: HashMap<K, Vec<usize>> = HashMap::new();
        for (l, flat) in self.left.iter().enumerate() {
            // The part above must have a partner, too; it is known by its own index.
            let parent = flat.parent.filter(|&parent| self.of_left[parent].is_some());
            if self.of_left[l].is_none()
                && let Some(key) = key(flat, parent)
            {
                waiting.entry(key).or_default().push(l);
            }
        }
        waiting
    }

    fn parent_on_left(&self, r: usize) -> Option<usize> {
        self.right[r].parent.and_then(|parent| self.of_right[parent])
    }

    fn join(&mut self, l: usize, r: usize) {
        self.of_left[l] = Some(r);
        self.of_right[r] = Some(l);
    }
}

fn near(&(_, l, r): &(f64, usize, usize)) -> (usize, usize) {
    (l.abs_diff(r), l + r)
}
