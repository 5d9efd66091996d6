//! The prescribed form of a report (`data/parts.csv`): which parts the Ministry's notices ask for, since when.

use super::case::Case;
use crate::model::Role;
use crate::outline;
use crate::tables;
use once_cell::sync::Lazy;
use std::collections::BTreeSet;

/// A prescribed part.
#[derive(Debug)]
pub(crate) struct Prescribed {
    pub role: Role,
    pub title: &'static str,
    /// First year of a report that must have it.
    pub since: u16,
    /// Its absence is of note, not only mentioned.
    pub required: bool,
}

/// The prescribed parts, in their order.
pub(crate) static PARTS: Lazy<Vec<Prescribed>> = Lazy::new(|| {
    tables::rows(include_str!("../../data/parts.csv"))
        .filter_map(|row| {
            let (role, since) = (row[0].parse().ok()?, row[2].parse().ok()?);
            Some(Prescribed { role, title: row[1], since, required: row[3] == "required" })
        })
        .collect()
});

/// The place of a role in the prescribed order.
pub(crate) fn place(role: Role) -> Option<usize> {
    PARTS.iter().position(|part| part.role == role)
}

/// The parts prescribed for the report's year; without a year, those of the oldest form.
pub(crate) fn of(case: &Case<'_>) -> impl Iterator<Item = &'static Prescribed> {
    let year = case.year().unwrap_or(0);
    PARTS.iter().filter(move |part| part.since <= year.max(2010))
}

/// All roles that a part's title names.
pub(crate) fn named(case: &Case<'_>, part: usize) -> BTreeSet<Role> {
    let mut roles: BTreeSet<Role> = outline::title_roles(case.title(part)).collect();
    roles.insert(case.parts[part].section.role);
    roles
}

/// True where the report is divided in a way that its parts can be held against the form.
pub(crate) fn comparable(case: &Case<'_>) -> bool {
    let roles: BTreeSet<Role> =
        case.top().map(|i| case.parts[i].section.role).filter(|role| place(*role).is_some()).collect();
    roles.len() >= 3
}
