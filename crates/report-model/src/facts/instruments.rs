//! Known regulations (`data/instruments.csv`): a cited title, with its number where one is given, names one of them.

use crate::lexis::fold::Fold;
use crate::lexis::signs::is_dash_sign;
use crate::model::DocumentNumber;
use crate::tables;
use once_cell::sync::Lazy;

/// A known regulation.
#[derive(Debug)]
pub(crate) struct Instrument {
    pub id: &'static str,
    /// The printed variants of its title.
    pub names: Vec<&'static str>,
    /// The same, to compare.
    titles: Vec<String>,
    pub number: &'static str,
    /// Day (or year) it came into force.
    pub in_force: &'static str,
    /// Id of the one that replaced it.
    pub superseded_by: &'static str,
    /// Known misnomers, to compare.
    wrong: Vec<String>,
}

impl Instrument {
    /// True where a bare title is one of its own.
    pub(crate) fn is_named(&self, title: &str) -> bool {
        let is = |title: &str| self.titles.iter().any(|own| own == title);
        is(title) || without_year(title).is_some_and(|title| is(&title))
    }

    /// True where a bare title is a known misnomer of it.
    pub(crate) fn is_misnamed(&self, title: &str) -> bool {
        self.wrong.iter().any(|own| own == title)
    }

    /// True where a bare title contains its own or the other way round: cut short, or with the agency before it.
    pub(crate) fn resembles(&self, title: &str) -> bool {
        let title = bare(title);
        title.chars().count() >= 6
            && self.titles.iter().any(|own| own.contains(&title) || title.contains(own.as_str()))
    }

    /// Same year and serial.
    pub(crate) fn has_serial(&self, given: &DocumentNumber) -> bool {
        same_number(self.number, given)
    }
}

static INSTRUMENTS: Lazy<Vec<Instrument>> = Lazy::new(|| {
    let rows = tables::rows(include_str!("../../data/instruments.csv"));
    rows.map(|row| Instrument {
        id: row[0],
        names: tables::alternatives(row[1]).collect(),
        titles: tables::alternatives(row[1]).map(bare).collect(),
        number: row[2],
        in_force: row[4],
        superseded_by: row[5],
        wrong: tables::alternatives(row[6]).map(bare).collect(),
    })
    .collect()
});

/// All known regulations, in the order of the table.
pub(crate) fn all() -> &'static [Instrument] {
    &INSTRUMENTS
}

/// A title without brackets, quotes and blanks, so that 〈〉, <> and nested 《》 compare equal.
pub(crate) fn bare(title: &str) -> String {
    title
        .chars()
        .filter(|c| !matches!(c, '<' | '>' | '《' | '》' | '〈' | '〉' | '“' | '”' | ' ' | '(' | ')'))
        .collect()
}

/// A bare title without the year that a yearly notice carries, and with the short name of 高等学校, as such titles have
/// it: 关于做好2021-2022学年高等学校… is the notice on 高校….
fn without_year(title: &str) -> Option<String> {
    let start = title.find(|c: char| c.is_ascii_digit())?;
    let digits = |c: char| c.is_ascii_digit() || is_dash_sign(c);
    let behind = start + title[start..].find(|c: char| !digits(c))?;
    let rest = ["学年度", "学年", "年度", "年"].iter().find_map(|word| title[behind..].strip_prefix(word))?;
    Some(format!("{}{rest}", &title[..start]).replace("高等学校", "高校"))
}

/// Same agency ending, year and serial; printed brackets do not matter.
fn same_number(known: &str, given: &DocumentNumber) -> bool {
    if let (Some(year), Some(serial)) = (given.year, given.serial) {
        return known.ends_with(&format!("〔{year}〕{serial}号"));
    }
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
    let named: Vec<&Instrument> = INSTRUMENTS.iter().filter(|i| i.is_named(&title)).collect();
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
