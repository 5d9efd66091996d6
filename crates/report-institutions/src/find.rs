//! From a printed name to the institution that it names, or to none.

use crate::name::{is_campus, key, without_bracket};
use crate::registry::{Institution, NameKind, Registry};
use std::fmt;

/// How a name was matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Matched {
    /// The name in force.
    Name,
    /// A former name (曾用名).
    FormerName,
    /// A short name (简称) that the list gives.
    ShortName,
    /// The name with a campus in brackets behind it: 棠溪大学（东湖校区）.
    Campus,
    /// The name without the bracket that the only such school has in the list.
    Base,
}

impl Matched {
    /// Stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::FormerName => "former_name",
            Self::ShortName => "short_name",
            Self::Campus => "campus",
            Self::Base => "base",
        }
    }
}

impl fmt::Display for Matched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An institution and how it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'r> {
    /// The entry of the registry.
    pub institution: &'r Institution,
    /// By which of its names.
    pub how: Matched,
}

impl Registry {
    /// The institution that a printed name names; `None` where no entry or more than one could be meant.
    pub fn find(&self, printed: &str) -> Option<Found<'_>> {
        let name = key(printed);
        if let Some(list) = self.names.get(&name) {
            // A name that another school had before: only the year of the report could tell, and lists give no years.
            let had = self.others.get(&name).into_iter().flatten();
            let another = had.into_iter().any(|(kind, at)| *kind == NameKind::Former && !list.contains(at));
            return if another { None } else { self.only(list, Matched::Name) };
        }
        if let Some(list) = self.others.get(&name) {
            let (kind, first) = *list.first()?;
            let how = if kind == NameKind::Former { Matched::FormerName } else { Matched::ShortName };
            let same = list.iter().all(|(_, at)| *at == first);
            return same.then(|| self.only(&[first], how)).flatten();
        }
        match without_bracket(&name) {
            (base, Some(inner)) if is_campus(inner) => self.only(self.names.get(base)?, Matched::Campus),
            (_, Some(_)) => None,
            (base, None) => self.only(self.bases.get(base)?, Matched::Base),
        }
    }

    fn only(&self, list: &[usize], how: Matched) -> Option<Found<'_>> {
        match list {
            [at] => Some(Found { institution: self.at(*at)?, how }),
            _ => None,
        }
    }
}
