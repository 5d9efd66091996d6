//! The report under audit beside the prescribed form.

use super::case::Case;
pub(crate) use crate::form::place;
use crate::form::{PARTS, Prescribed};
use crate::outline;
use crate::roles::Roles;

/// The parts prescribed for the report's year; without a year, those of the oldest form.
pub(crate) fn of(case: &Case<'_>) -> impl Iterator<Item = &'static Prescribed> {
    let year = case.year().unwrap_or(0);
    PARTS.iter().filter(move |part| part.since <= year.max(2010))
}

/// All roles that a part's title names.
pub(crate) fn named(case: &Case<'_>, part: usize) -> Roles {
    let mut roles: Roles = outline::title_roles(case.title(part)).collect();
    roles.insert(case.parts[part].section.role);
    roles
}

/// True where the report is divided in a way that its parts can be held against the form.
pub(crate) fn comparable(case: &Case<'_>) -> bool {
    let roles = case.top().map(|i| case.parts[i].section.role);
    roles.filter(|role| place(*role).is_some()).collect::<Roles>().len() >= 3
}
