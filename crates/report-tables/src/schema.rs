//! The schema: which tables there are, and what each column means.

use crate::entry::Entry;
use crate::table;
use once_cell::sync::Lazy;
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// Name and version of the schema of all tables.
pub const SCHEMA: &str = "report-tables/1";

/// Type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Type {
    /// Words as printed, or a name of a vocabulary.
    Text,
    /// Whole number, 64 bits.
    Int,
    /// Number with a fraction, 64 bits; exact for the fifteen digits that the parser reads.
    Number,
    /// Yes or no.
    Bool,
    /// A day, without time and zone.
    Date,
}

impl Type {
    /// Name in the dictionary.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Int => "integer",
            Self::Number => "number",
            Self::Bool => "boolean",
            Self::Date => "date",
        }
    }
}

/// How many columns a variable has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// The value alone.
    Plain,
    /// The value and its evidence: the words and where they stand.
    Evidenced,
    /// The value, how it was stated, and its evidence.
    Stated,
}

/// What one column or a group of columns is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Variable {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) ty: Type,
    pub(crate) unit: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    pub(crate) source: &'static str,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// Name, in snake_case.
    pub name: Cow<'static, str>,
    /// Type.
    pub ty: Type,
    /// Unit of the values; empty where they have none or another column gives it.
    pub unit: &'static str,
    /// Meaning, in Chinese.
    pub zh: Cow<'static, str>,
    /// Meaning, in English.
    pub en: Cow<'static, str>,
    /// The regulation that asks for the value, or the rule by which it is told; empty where it is as printed.
    pub source: &'static str,
    /// True for words and places that only show where another column's value stands.
    pub evidence: bool,
}

/// What the columns show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableOptions {
    /// With the columns of evidence (`…_quote`, `…_start`, `…_end`) of the wide table. The long tables always have them.
    pub evidence: bool,
}

impl Default for TableOptions {
    fn default() -> Self {
        Self { evidence: true }
    }
}

impl TableOptions {
    /// The same with or without the columns of evidence.
    #[must_use]
    pub const fn evidence(mut self, wanted: bool) -> Self {
        self.evidence = wanted;
        self
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $variant:ident $module:ident $zh:literal $en:literal;)+) => {
        /// A table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Table { $($(#[$doc])* $variant),+ }

        impl Table {
            /// All tables.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name, also that of its file.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => stringify!($module)),+ }
            }

            /// What its rows are, in Chinese and English.
            pub const fn meaning(self) -> [&'static str; 2] {
                match self { $(Self::$variant => [$zh, $en]),+ }
            }

            pub(crate) const fn variables(self) -> &'static [Variable] {
                match self { $(Self::$variant => table::$module::VARIABLES),+ }
            }

            /// Gives the rows of an entry to a sink.
            pub(crate) fn rows<'e>(self, entry: &'e Entry<'e>, options: TableOptions, sink: &mut impl table::Sink<'e>) {
                match self { $(Self::$variant => table::$module::rows(entry, options, sink)),+ }
            }
        }
    };
}

tables! {
    /// One row a file.
    Reports reports "每份文件一行：报告的全部变量" "one row a file: all variables of the report";
    /// One row a variable that a report states: the wide table in long form.
    Values values "每个已说明的变量一行：宽表的长格式" "one row a stated variable: the wide table in long form";
    /// One row a prescribed part of a report.
    Parts parts "每个规定部分一行" "one row a prescribed part";
    /// One row a section.
    Sections sections "每个章节一行" "one row a section";
    /// One row a quantity.
    Measures measures "每个数值一行" "one row a quantity";
    /// One row a kind of answer to applications.
    Requests requests "依申请公开：每类答复一行" "applications for disclosure: one row a kind of answer";
    /// One row a document cited.
    Citations citations "每个引用文件一行" "one row a cited document";
    /// One row a channel that is named or counted.
    Channels channels "每个公开渠道一行" "one row a channel that is named or counted";
    /// One row an item of the checklist.
    Checklist checklist "清单 50 项，每项一行" "one row an item of the checklist (50 a report)";
    /// One row a problem or planned measure.
    Points points "每个问题或改进措施一行" "one row a stated problem or planned measure";
    /// One row a finding.
    Diagnostics diagnostics "每个发现一行" "one row a finding";
}

impl Table {
    /// Its columns.
    pub fn columns(self, options: TableOptions) -> Vec<Column> {
        let all: Vec<Column> = self.variables().iter().flat_map(expand).collect();
        if options.evidence { all } else { all.into_iter().filter(|column| !column.evidence).collect() }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Table {
    type Err = report_model::UnknownName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.iter().copied().find(|table| table.as_str() == name);
        found.ok_or_else(|| report_model::UnknownName { vocabulary: "table", name: name.to_owned() })
    }
}

/// The words of the statuses, for the dictionary.
static STATUSES: Lazy<String> = Lazy::new(|| crate::Status::ALL.map(crate::Status::as_str).join(", "));

/// The columns of a variable.
fn expand(variable: &Variable) -> Vec<Column> {
    let Variable { name, ty, unit, zh, en, source, .. } = *variable;
    // Columns that are evidence by themselves, in the long tables, are never left out.
    let mut list =
        vec![Column { name: name.into(), ty, unit, zh: zh.into(), en: en.into(), source, evidence: false }];
    let mut add = |suffix: &str, ty, unit, zh: String, en: String, evidence| {
        list.push(Column {
            name: format!("{name}_{suffix}").into(),
            ty,
            unit,
            zh: zh.into(),
            en: en.into(),
            source: "",
            evidence,
        });
    };
    if variable.shape == Shape::Stated {
        let (zh, en) = (format!("{name} 的说明方式"), format!("how {name} is stated: {}", *STATUSES));
        add("status", Type::Text, "", zh, en, false);
    }
    if variable.shape != Shape::Plain {
        add("quote", Type::Text, "", format!("{name} 的原文"), format!("the words that state {name}"), true);
        for (suffix, zh, en) in [("start", "起点", "start"), ("end", "终点", "end (exclusive)")] {
            let (zh, en) = (format!("{name} 的原文{zh}"), format!("{en} of the words that state {name}"));
            add(suffix, Type::Int, OFFSETS, zh, en, true);
        }
    }
    list
}

/// The unit of all offsets.
pub(crate) const OFFSETS: &str = "offset in the extracted text, unit in reports.offset_unit";
