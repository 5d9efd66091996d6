//! The registry: institutions with their codes, as the user's list has them.

use crate::error::RegistryError;
use crate::name::{key, without_bracket};
use crate::sheet;
use std::collections::HashMap;

/// An institution of the registry. Fields that the list lacks are empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Institution {
    /// 学校标识码
    pub code: String,
    /// 学校名称, as printed in the list.
    pub name: String,
    /// 主管部门
    pub department: String,
    /// The province that the list puts it under.
    pub province: String,
    /// 所在地
    pub place: String,
    /// 办学层次
    pub level: String,
    /// 曾用名, 简称: other names, each with its kind.
    pub other_names: Vec<(NameKind, String)>,
}

/// What another name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameKind {
    /// 曾用名
    Former,
    /// 简称
    Short,
}

/// A list of institutions.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    institutions: Vec<Institution>,
    /// Keys of the names in force.
    pub(crate) names: HashMap<String, Vec<usize>>,
    /// Keys of former and short names.
    pub(crate) others: HashMap<String, Vec<(NameKind, usize)>>,
    /// Keys without the bracket at their end.
    pub(crate) bases: HashMap<String, Vec<usize>>,
}

impl Registry {
    /// Reads a list, whatever its format: XLS, XLSX or CSV in UTF-8 or GB18030.
    ///
    /// The heading may stand anywhere; rows above it and rows that name no code are left aside, but a row such as
    /// 北京市（92所） names the province of the rows below it.
    ///
    /// # Errors
    ///
    /// [`RegistryError`] where the file is of another kind or lacks a column of names or codes.
    pub fn read(bytes: &[u8]) -> Result<Self, RegistryError> {
        if bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Self::from_rows(sheet::workbook(bytes)?);
        }
        Self::from_csv(bytes)
    }

    /// Reads a list in CSV.
    ///
    /// # Errors
    ///
    /// As [`Registry::read`].
    pub fn from_csv(bytes: &[u8]) -> Result<Self, RegistryError> {
        Self::from_rows(sheet::csv(bytes)?)
    }

    fn from_rows(rows: Vec<Vec<String>>) -> Result<Self, RegistryError> {
        let mut registry = Self::default();
        for institution in sheet::institutions(&rows)? {
            registry.add(institution);
        }
        if registry.institutions.is_empty() { Err(RegistryError::Empty) } else { Ok(registry) }
    }

    fn add(&mut self, institution: Institution) {
        let at = self.institutions.len();
        let name = key(&institution.name);
        let (base, bracket) = without_bracket(&name);
        if bracket.is_some() {
            self.bases.entry(base.to_owned()).or_default().push(at);
        }
        for (kind, other) in &institution.other_names {
            self.others.entry(key(other)).or_default().push((*kind, at));
        }
        self.names.entry(name).or_default().push(at);
        self.institutions.push(institution);
    }

    /// All institutions, in the order of the list.
    pub fn institutions(&self) -> &[Institution] {
        &self.institutions
    }

    pub(crate) fn at(&self, index: usize) -> Option<&Institution> {
        self.institutions.get(index)
    }
}
