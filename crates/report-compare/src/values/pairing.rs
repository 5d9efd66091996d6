//! Which quantity of one report is which of the other, surest evidence first.

use crate::normal::likeness;
use report_model::{Channel, Measure, MeasureKind, RefersTo};
use std::collections::HashMap;
use std::hash::Hash;

/// A quantity with what it is found by.
#[derive(Debug)]
pub(super) struct Candidate<'r> {
    pub(super) measure: &'r Measure,
    /// Index of the part in the comparison's list, the same for both reports.
    pub(super) section: Option<u32>,
    /// The sentence without its numbers.
    pub(super) sentence: String,
    /// The subject's letters.
    pub(super) subject: Vec<char>,
}

type Kind<'r> = (MeasureKind, Option<Channel>, Option<&'r str>, RefersTo);

impl Candidate<'_> {
    fn kind(&self) -> Kind<'_> {
        let measure = self.measure;
        (measure.kind, measure.channel, measure.unit.as_deref(), measure.refers_to)
    }

    fn unit(&self) -> Option<&str> {
        self.measure.unit.as_deref()
    }

    fn named(&self) -> Option<&[char]> {
        (!self.subject.is_empty()).then_some(&self.subject)
    }
}

/// Least likeness of two subjects that name the same thing.
const ALIKE: f64 = 0.6;
/// Candidates looked at for a subject that was worded anew.
const NEAR: usize = 40;

/// For each quantity on the right, its partner on the left.
pub(super) fn pair(left: &[Candidate<'_>], right: &[Candidate<'_>]) -> Vec<Option<usize>> {
    let mut pairing =
        Pairing { left, right, of_left: vec![None; left.len()], of_right: vec![None; right.len()] };
    // The same sentence with other numbers in the same part, then anywhere.
    pairing.same(|c| Some((c.section, c.unit(), c.sentence.as_str())));
    pairing.same(|c| Some((c.unit(), c.sentence.as_str())));
    // The same thing counted the same way.
    pairing.same(|c| Some((c.section, c.kind(), c.named()?)));
    pairing.same(|c| Some((c.kind(), c.named()?)));
    pairing.alike(|c| Some((c.section, c.kind())));
    // A channel has one figure in a part, whatever the words.
    pairing.only(|c| Some((c.section, c.kind(), c.measure.channel?)));
    pairing.of_right
}

struct Pairing<'p, 'r> {
    left: &'p [Candidate<'r>],
    right: &'p [Candidate<'r>],
    of_left: Vec<Option<usize>>,
    of_right: Vec<Option<usize>>,
}

impl<'p, 'r> Pairing<'p, 'r> {
    /// Pairs quantities of the same key in their order.
    fn same<K: Hash + Eq>(&mut self, key: impl Fn(&'p Candidate<'r>) -> Option<K>) {
        let (a, b) = (groups(self.left, &self.of_left, &key), groups(self.right, &self.of_right, &key));
        for (key, list) in b {
            for (&l, &r) in a.get(&key).into_iter().flatten().zip(&list) {
                self.join(l, r);
            }
        }
    }

    /// Pairs quantities whose key nothing else has.
    fn only<K: Hash + Eq>(&mut self, key: impl Fn(&'p Candidate<'r>) -> Option<K>) {
        let (a, b) = (groups(self.left, &self.of_left, &key), groups(self.right, &self.of_right, &key));
        for (key, list) in b {
            if let ([r], Some([l])) = (&list[..], a.get(&key).map(|list| &list[..])) {
                self.join(*l, *r);
            }
        }
    }

    /// Pairs quantities of the same key whose subjects are alike, the likest first.
    fn alike<K: Hash + Eq>(&mut self, key: impl Fn(&'p Candidate<'r>) -> Option<K>) {
        let (a, b) = (groups(self.left, &self.of_left, &key), groups(self.right, &self.of_right, &key));
        let mut scored: Vec<(f64, usize, usize)> = Vec::new();
        for (key, list) in &b {
            for &r in list {
                let near = a.get(key).into_iter().flatten().take(NEAR);
                scored.extend(near.map(|&l| (likeness(&self.left[l].subject, &self.right[r].subject), l, r)));
            }
        }
        scored.retain(|&(score, l, _)| score >= ALIKE && self.left[l].named().is_some());
        scored.sort_by(|a, b| {
            let near = |&(_, l, r): &(f64, usize, usize)| (l.abs_diff(r), l + r, l);
            b.0.total_cmp(&a.0).then_with(|| near(a).cmp(&near(b)))
        });
        for (_, l, r) in scored {
            if self.of_left[l].is_none() && self.of_right[r].is_none() {
                self.join(l, r);
            }
        }
    }

    fn join(&mut self, l: usize, r: usize) {
        self.of_left[l] = Some(r);
        self.of_right[r] = Some(l);
    }
}

/// Quantities without partner, by key. The map's order never shows: each key is dealt with on its own.
fn groups<'p, 'r, K: Hash + Eq>(
    list: &'p [Candidate<'r>],
    partner: &[Option<usize>],
    key: impl Fn(&'p Candidate<'r>) -> Option<K>,
) -> HashMap<K, Vec<usize>> {
    let mut groups: HashMap<K, Vec<usize>> = HashMap::new();
    for (index, candidate) in list.iter().enumerate() {
        if partner[index].is_none()
            && let Some(key) = key(candidate)
        {
            groups.entry(key).or_default().push(index);
        }
    }
    groups
}
