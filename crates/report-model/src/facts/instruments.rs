//! Known regulations (`data/instruments.csv`): a cited title, with its number where one is given, names one of them.

use crate::lexis::fold::Fold;
use crate::lexis::signs::is_dash_sign;
use crate::model::DocumentNumber;
use crate::order;
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
    /// Year and serial of 〔2014〕23号; `None` for numbers of another form, which are compared by their digits.
    serial: Option<(u16, u32)>,
    digits: String,
}

impl Instrument {
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

    /// Same year and serial; printed brackets do not matter.
    pub(crate) fn has(&self, given: &Serial) -> bool {
        if given.pair.is_some() { self.serial == given.pair } else { self.digits == given.digits }
    }
}

/// A printed number as it is compared.
#[derive(Debug)]
pub(crate) struct Serial {
    pair: Option<(u16, u32)>,
    digits: String,
}

impl Serial {
    pub(crate) fn of(given: &DocumentNumber) -> Self {
        let pair = given.year.zip(given.serial);
        let mut digits = if pair.is_some() { String::new() } else { digits(&Fold::new().text(&given.text)) };
        // 教育部令第二十九号
        if let (None, true, Some(serial)) = (pair, digits.is_empty(), given.serial) {
            digits = serial.to_string();
        }
        Self { pair, digits }
    }
}

/// The digits, each run of other characters as one blank.
fn digits(number: &str) -> String {
    let mut out = String::new();
    for c in number.chars() {
        match c {
            '0'..='9' => out.push(c),
            _ if out.ends_with(' ') || out.is_empty() => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Year and serial of …〔2014〕23号.
fn serial(number: &str) -> Option<(u16, u32)> {
    let (year, serial) = number.strip_suffix('号')?.split_once('〔')?.1.split_once('〕')?;
    Some((year.parse().ok()?, serial.parse().ok()?))
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
        serial: serial(row[2]),
        digits: digits(row[2]),
    })
    .collect()
});

/// All known regulations, in the order of the table.
pub(crate) fn all() -> &'static [Instrument] {
    &INSTRUMENTS
}

/// The titles of all, each with the place of its regulation in the table, the shortest first.
static TITLES: Lazy<Vec<(&'static str, usize)>> = Lazy::new(|| {
    let own =
        |(i, known): (usize, &'static Instrument)| known.titles.iter().map(move |own| (own.as_str(), i));
    let mut titles: Vec<_> = all().iter().enumerate().flat_map(own).collect();
    order::by_number(&mut titles, |(own, _)| own.len() as u64);
    titles
});

/// Those that carry a bare title, of whatever version, in the order of the table.
pub(crate) fn named(title: &str) -> Vec<&'static Instrument> {
    let undated = without_year(title);
    // The yearly notices say 高校; who cites them with the year often writes 高等学校.
    let short = undated.as_ref().map(|title| title.replace("高等学校", "高校"));
    let mut places: Vec<usize> = Vec::new();
    for title in [Some(title), undated.as_deref(), short.as_deref()].into_iter().flatten() {
        let from = TITLES.partition_point(|(own, _)| own.len() < title.len());
        let as_long = TITLES[from..].iter().take_while(|(own, _)| own.len() == title.len());
        places.extend(as_long.filter(|(own, _)| *own == title).map(|(_, place)| place));
    }
    order::by_number(&mut places, |place| *place as u64);
    places.dedup();
    places.into_iter().map(|place| &all()[place]).collect()
}

/// A title without brackets, quotes and blanks, so that 〈〉, <> and nested 《》 compare equal.
pub(crate) fn bare(title: &str) -> String {
    title
        .chars()
        .filter(|c| !matches!(c, '<' | '>' | '《' | '》' | '〈' | '〉' | '“' | '”' | ' ' | '(' | ')'))
        .collect()
}

/// A bare title without the year that a yearly notice carries: 关于做好2021-2022学年高校… is the notice on 高校….
fn without_year(title: &str) -> Option<String> {
    let start = title.find(|c: char| c.is_ascii_digit())?;
    let digits = |c: char| c.is_ascii_digit() || is_dash_sign(c);
    let behind = start + title[start..].find(|c: char| !digits(c))?;
    let rest = ["学年度", "学年", "年度", "年"].iter().find_map(|word| title[behind..].strip_prefix(word))?;
    Some(format!("{}{rest}", &title[..start]))
}

/// The id of the instrument that a folded title names; with a number, the version that has it, else the only one or the
/// latest in force under that title.
pub(crate) fn resolve(title: &str, number: Option<&DocumentNumber>) -> Option<&'static str> {
    let named = named(&bare(title));
    if let Some(number) = number.map(Serial::of)
        && let Some(exact) = named.iter().find(|known| known.has(&number))
    {
        return Some(exact.id);
    }
    // Several versions under one title and no number: which one is meant is not stated.
    match named.as_slice() {
        [only] => Some(only.id),
        [] | [_, ..] => None,
    }
}
