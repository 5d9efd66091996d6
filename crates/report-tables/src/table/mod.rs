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
use crate::schema::{Shape, Table, TableOptions};
use crate::value::{Cell, Value};

/// Takes the values of rows, one after the other.
pub(crate) trait Sink<'e> {
    /// The next value of a row.
    fn value(&mut self, value: Value<'e>);
    /// The row is complete.
    fn end_row(&mut self);
}

/// Takes the cells of a row, in the order of the variables.
pub(crate) trait Cells<'e> {
    /// The cell of a variable of this shape.
    fn put(&mut self, shape: Shape, cell: Cell<'e>);
}

/// A sink that gives each row as a whole.
struct Whole<'e, F> {
    values: Vec<Value<'e>>,
    each: F,
}

impl<'e, F: FnMut(&[Value<'e>])> Sink<'e> for Whole<'e, F> {
    fn value(&mut self, value: Value<'e>) {
        self.values.push(value);
    }

    fn end_row(&mut self) {
        (self.each)(&self.values);
        self.values.clear();
    }
}

impl Table {
    /// Gives each row of an entry.
    pub(crate) fn each_row<'e>(
        self,
        entry: &'e Entry<'e>,
        options: TableOptions,
        each: impl FnMut(&[Value<'e>]),
    ) {
        self.rows(entry, options, &mut Whole { values: Vec::new(), each });
    }
}

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
        pub(super) fn cells<'e>($row: &$Row, out: &mut impl $crate::table::Cells<'e>) {
            let entry: &'e $crate::entry::Entry<'e> = $row.entry;
            out.put($crate::schema::Shape::Plain, entry.id.as_ref().into());
            out.put($crate::schema::Shape::Plain, entry.institution().into());
            out.put($crate::schema::Shape::Plain, entry.identity.id.as_deref().into());
            out.put($crate::schema::Shape::Plain, entry.year().into());
            $(out.put($crate::schema::Shape::$shape, ($get).into());)+
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

/// Turns cells into values: each variable's, with its status and evidence where it has them.
struct Spread<'e, 's, S> {
    entry: &'e Entry<'e>,
    options: TableOptions,
    sink: &'s mut S,
}

impl<'e, S: Sink<'e>> Cells<'e> for Spread<'e, '_, S> {
    #[allow(
        clippy::inline_always,
        reason = "the shape is known where it is called: most calls come down to one value"
    )]
    #[inline(always)]
    fn put(&mut self, shape: Shape, cell: Cell<'e>) {
        if shape == Shape::Plain {
            self.sink.value(cell.value);
        } else {
            self.evidenced(shape, cell);
        }
    }
}

impl<'e, S: Sink<'e>> Spread<'e, '_, S> {
    fn evidenced(&mut self, shape: Shape, cell: Cell<'e>) {
        self.sink.value(cell.value);
        if shape == Shape::Stated {
            self.sink.value(cell.status.as_str().into());
        }
        if self.options.evidence {
            self.sink.value(cell.span.map(|span| self.entry.words(span)).into());
            self.sink.value(cell.span.map(|span| self.entry.offsets.at(span.start)).into());
            self.sink.value(cell.span.map(|span| self.entry.offsets.at(span.end)).into());
        }
    }
}

/// The rows function of a table that has one row for each item of a list of the report.
macro_rules! rows {
    ($entry:ident => $rows:expr) => {
        /// Gives the rows of an entry to a sink.
        pub(crate) fn rows<'e>(
            $entry: &'e $crate::entry::Entry<'e>,
            options: $crate::schema::TableOptions,
            sink: &mut impl $crate::table::Sink<'e>,
        ) {
            for item in $rows {
                cells(&item, &mut $crate::table::Spread { entry: $entry, options, sink });
                sink.end_row();
            }
        }
    };
}

use rows;
