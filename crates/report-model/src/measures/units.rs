//! Classifiers (`data/units.csv`).

use crate::lexis::lexicon::Lexicon;
use crate::tables;
use once_cell::sync::Lazy;

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

/// The table's words.
struct Table {
    lexicon: Lexicon,
    /// What each counts, `None` where the number is no measure; and signs it does not stand before.
    meaning: Vec<(Option<Family>, &'static str)>,
}

static UNITS: Lazy<Table> = Lazy::new(|| {
    let (mut words, mut meaning) = (Vec::new(), Vec::new());
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
        words.push(row[0]);
        meaning.push((family, row.get(2).copied().unwrap_or("")));
    }
    Table { lexicon: Lexicon::new(words), meaning }
});

/// The classifier that folded text starts with.
pub(crate) fn unit_at(text: &str) -> Unit {
    let Some(first) = text.chars().next() else { return Unit::None };
    if first == '%' || first == '‰' {
        return Unit::Counted(Family::Rate, first.len_utf8());
    }
    let mut unit = Unit::None;
    UNITS.lexicon.opening(text, |len, word| {
        let (family, not_before) = UNITS.meaning[word];
        if not_before.is_empty() || !text[len..].starts_with(|c| not_before.contains(c)) {
            unit = family.map_or(Unit::Excluded, |family| Unit::Counted(family, len));
        }
    });
    unit
}
