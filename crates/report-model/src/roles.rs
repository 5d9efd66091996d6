//! A set of roles: a bit for each, where a tree would be written out anew.

use crate::model::Role;

/// Roles, each at most once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Roles(u32);

const _: () = assert!(Role::ALL.len() <= 32);

impl Roles {
    /// True where the role was not among them.
    pub(crate) const fn insert(&mut self, role: Role) -> bool {
        let before = self.0;
        self.0 |= 1 << role as u32;
        self.0 != before
    }

    pub(crate) const fn contains(self, role: Role) -> bool {
        self.0 >> role as u32 & 1 == 1
    }

    /// True where all of these are among them.
    pub(crate) const fn contains_all(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }

    /// Those that are among others too.
    #[must_use]
    pub(crate) const fn and(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    pub(crate) const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| self.contains(*role))
    }
}

impl Extend<Role> for Roles {
    fn extend<T: IntoIterator<Item = Role>>(&mut self, roles: T) {
        for role in roles {
            self.insert(role);
        }
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<T: IntoIterator<Item = Role>>(roles: T) -> Self {
        let mut set = Self::default();
        set.extend(roles);
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_once() {
        let mut roles: Roles = [Role::Proactive, Role::Overview, Role::Proactive].into_iter().collect();
        assert_eq!(roles.iter().collect::<Vec<_>>(), [Role::Overview, Role::Proactive]);
        assert!(!roles.insert(Role::Overview) && roles.insert(Role::Appraisal) && roles.len() == 3);
        assert!(roles.contains(Role::Appraisal) && !roles.contains(Role::Complaints));
        let all: Roles = Role::ALL.iter().copied().collect();
        assert!(all.contains_all(roles) && !roles.contains_all(all) && roles.and(all) == roles);
        assert_eq!(all.len(), Role::ALL.len());
    }
}
