//! One file a table: its variables, each with its meaning and where it comes from, and its rows.

pub(crate) mod channels;
pub(crate) mod checklist;
pub(crate) mod citations;
pub(crate) mod diagnostics;
pub(crate) mod figures;
mod flags;
pub(crate) mod measures;
pub(crate) mod parts;
pub(crate) mod points;
pub(crate) mod reports;
pub(crate) mod requests;
pub(crate) mod sections;
pub(crate) mod values;

use crate::entry::Entry;
use crate::schema::{Shape, TableOptions, Variable};
use crate::value::{Cell, Value};

/// Gives the rows of an entry to a sink.
pub(crate) type Rows = for<'e> fn(&'e Entry<'e>, TableOptions, &mut dyn FnMut(&[Value<'e>]));

/// The variables of a table beside the expressions that fill them, so that neither is without the other.
///
/// `name Shape Type "unit" "Chinese" "English" "source" = expression;` — every table starts with the same four columns.
macro_rules! variables {
    ($row:ident: $Row:ty; $($name:ident $shape:ident $ty:ident $unit:tt $zh:literal $en:literal $source:literal = $get:expr;)+) => {
        /// The variables, in the order of the columns.
        pub(crate) const VARIABLES: &[$crate::schema::Variable] = $crate::table::declare!(
            report_id Plain Text "" "文件标识：路径，无路径时为文本摘要" "identifier of the file: its path, or a digest of the text" "";
            institution Plain Text "" "学校名称（原文）" "name of the institution, as printed" "";
            institution_id Plain Text "" "学校标识码，须提供名单；不能确定时为空" "code of the institution in the registry supplied; empty where not certain" "";
            year Plain Int "year" "报告年度的末年" "the year that the report's year ends in" "coverage, else period";
            $($name $shape $ty $unit $zh $en $source;)+
        );

        /// The cells of a row, in the order of the variables.
        pub(super) fn cells<'e>($row: &$Row, out: &mut dyn FnMut($crate::value::Cell<'e>)) {
            let entry: &'e $crate::entry::Entry<'e> = $row.entry;
            out(entry.id.as_ref().into());
            out(entry.institution().into());
            out(entry.identity.id.as_deref().into());
            out(entry.year().into());
            $(out(($get).into());)+
        }
    };
}

/// Variables from their declarations.
macro_rules! declare {
    ($($name:ident $shape:ident $ty:ident $unit:tt $zh:literal $en:literal $source:literal;)+) => {
        &[$($crate::schema::Variable {
            name: stringify!($name),
            shape: $crate::schema::Shape::$shape,
            ty: $crate::schema::Type::$ty,
            unit: $unit,
            zh: $zh,
            en: $en,
            source: $source,
        }),+]
    };
}

use {declare, variables};

/// Fills in the values of a row: each variable's, with its status and evidence where it has them. The list serves for all
/// rows, one after the other.
fn row<'e>(
    entry: &'e Entry<'e>,
    options: TableOptions,
    variables: &[Variable],
    values: &mut Vec<Value<'e>>,
    fill: impl FnOnce(&mut dyn FnMut(Cell<'e>)),
) {
    values.clear();
    let mut shapes = variables.iter().map(|variable| variable.shape);
    fill(&mut |cell: Cell<'e>| {
        let shape = shapes.next().unwrap_or(Shape::Plain);
        values.push(cell.value);
        if shape == Shape::Stated {
            values.push(cell.status.as_str().into());
        }
        if shape != Shape::Plain && options.evidence {
            values.push(cell.span.map(|span| entry.words(span)).into());
            values.push(cell.span.map(|span| entry.offsets.at(span.start)).into());
            values.push(cell.span.map(|span| entry.offsets.at(span.end)).into());
        }
    });
}

/// The rows function of a table that has one row for each item of a list of the report.
macro_rules! rows {
    ($entry:ident => $rows:expr) => {
        /// Gives the rows of an entry to a sink.
        pub(crate) fn rows<'e>(
            $entry: &'e $crate::entry::Entry<'e>,
            options: $crate::schema::TableOptions,
            sink: &mut dyn FnMut(&[$crate::value::Value<'e>]),
        ) {
            let mut values = Vec::new();
            for item in $rows {
                $crate::table::row($entry, options, VARIABLES, &mut values, |out| cells(&item, out));
                sink(&values);
            }
        }
    };
}

use rows;
