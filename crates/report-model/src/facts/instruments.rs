//! Known regulations (`data/instruments.csv`): a cited title, with its number where one is given, names one of them.

use crate::lexis::fold::Fold;
use crate::model::DocumentNumber;
use crate::tables;
use once_cell::sync::Lazy;

struct Instrument {
    id: &'static str,
    titles: Vec<String>,
    number: &'static str,
}

static INSTRUMENTS: Lazy<Vec<Instrument>> = Lazy::new(|| {
    let rows = tables::rows(include_str!("../../data/instruments.csv"));
    rows.map(|row| Instrument {
        id: row[0],
        titles: tables::alternatives(row[1]).map(bare).collect(),
        number: row[2],
    })
    .collect()
});

/// A title without brackets, quotes and blanks, so that 〈〉, <> and nested 《》 compare equal.
fn bare(title: &str) -> String {
    title
        .chars()
        .filter(|c| !matches!(c, '<' | '>' | '《' | '》' | '〈' | '〉' | '“' | '”' | ' ' | '(' | ')'))
        .collect()
}

/// Same agency ending, year and serial; printed brackets do not matter.
fn same_number(known: &str, given: &DocumentNumber) -> bool {
    let digits = |s: &str| {
        s.split(|c: char| !c.is_ascii_digit())
            .filter(|d| !d.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    digits(known) == digits(&Fold::new().text(&given.text))
}

/// The id of the instrument that a folded title names; with a number, the version that has it, else the only one or the
/// latest in force under that title.
pub(crate) fn resolve(title: &str, number: Option<&DocumentNumber>) -> Option<&'static str> {
    let title = bare(title);
    let named: Vec<&Instrument> = INSTRUMENTS.iter().filter(|i| i.titles.contains(&title)).collect();
    if let Some(number) = number
        && let Some(exact) = named.iter().find(|i| same_number(i.number, number))
    {
        return Some(exact.id);
    }
    // Several versions under one title and no number: which one is meant is not stated.
    match named.as_slice() {
        [only] => Some(only.id),
        [] | [_, ..] => None,
    }
}
