//! Classifiers (`data/units.csv`).

use crate::tables;
use once_cell::sync::Lazy;
use std::collections::BTreeMap;

/// What units can be parts of one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    Piece,
    Person,
    Money,
    Area,
    Score,
    Rate,
    /// No classifier printed.
    Bare,
}

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A classifier of so many bytes.
    Counted(Family, usize),
    /// Times, places, ordinals, rhetorical counts: the number is no measure.
    Excluded,
    /// Nothing known.
    None,
}

struct Entry {
    word: &'static str,
    /// `None` where the number is no measure.
    family: Option<Family>,
    not_before: &'static str,
}

/// Entries by first character, longest first; sorted by the character.
static UNITS: Lazy<Vec<(char, Vec<Entry>)>> = Lazy::new(|| {
    let mut map: BTreeMap<char, Vec<Entry>> = BTreeMap::new();
    for row in tables::rows(include_str!("../../data/units.csv")) {
        let family = match row[1] {
            "piece" => Some(Family::Piece),
            "person" => Some(Family::Person),
            "money" => Some(Family::Money),
            "area" => Some(Family::Area),
            "score" => Some(Family::Score),
            "rate" => Some(Family::Rate),
            _ => None,
        };
        let Some(first) = row[0].chars().next() else { continue };
        map.entry(first).or_default().push(Entry {
            word: row[0],
            family,
            not_before: row.get(2).copied().unwrap_or(""),
        });
    }
    for entries in map.values_mut() {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.word.len()));
    }
    map.into_iter().collect()
});

/// The classifier that folded text starts with.
pub(crate) fn unit_at(text: &str) -> Unit {
    let Some(first) = text.chars().next() else { return Unit::None };
    if first == '%' || first == '‰' {
        return Unit::Counted(Family::Rate, first.len_utf8());
    }
    let Ok(place) = UNITS.binary_search_by_key(&first, |(c, _)| *c) else { return Unit::None };
    for entry in &UNITS[place].1 {
        if let Some(rest) = text.strip_prefix(entry.word) {
            if rest.chars().next().is_some_and(|c| entry.not_before.contains(c)) {
                continue;
            }
            return entry.family.map_or(Unit::Excluded, |family| Unit::Counted(family, entry.word.len()));
        }
    }
    Unit::None
}
