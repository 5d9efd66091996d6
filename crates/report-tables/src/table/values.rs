//! The table `values`: the variables of `reports` that are stated, one row each.

use super::{Cells, reports, rows, variables};
use crate::entry::Entry;
use crate::schema::{OFFSETS, Shape, Type, Variable};
use crate::value::{Cell, Value};

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    variable: &'static Variable,
    cell: Cell<'e>,
}

impl<'e> Row<'e> {
    fn number(&self) -> Value<'e> {
        match &self.cell.value {
            Value::Int(number) if self.variable.ty == Type::Int => {
                report_model::Decimal::new(*number, 0).into()
            }
            Value::Number(number) => (*number).into(),
            _ => Value::Null,
        }
    }
}

variables! {
    row: Row<'e>;
    variable Plain Text ""
        "变量名（reports 表的列）" "name of the variable: a column of reports" ""
        = row.variable.name;
    value Plain Text ""
        "值，文本形式" "the value as text; dates as YYYY-MM-DD" ""
        = match &row.cell.value { Value::Null => None, value => Some(value.to_string()) };
    number Plain Number "see unit"
        "值，数值形式" "the value as a number, where it is one" ""
        = row.number();
    unit Plain Text ""
        "单位" "unit of the number" ""
        = Some(row.variable.unit).filter(|unit| !unit.is_empty());
    status Plain Text ""
        "说明方式" "stated, nil, computed or ambiguous" ""
        = row.cell.status.as_str();
    section_role Plain Text ""
        "所在部分" "role of the part that the words stand in" ""
        = row.cell.span.and_then(|span| row.entry.places.role(span.start)).map(report_model::Role::as_str);
    quote Plain Text ""
        "原文" "the words" ""
        = row.cell.span.map(|span| row.entry.words(span));
    start Plain Int OFFSETS
        "原文起点" "start of the words" ""
        = row.cell.span.map(|span| row.entry.offsets.at(span.start));
    end Plain Int OFFSETS
        "原文终点" "end of the words (exclusive)" ""
        = row.cell.span.map(|span| row.entry.offsets.at(span.end));
    sentence Plain Text ""
        "所在句子" "the sentence round the words" ""
        = row.cell.span.map_or(Value::Null, |span| row.entry.sentence(span).into());
}

/// Variables of `reports` with the words that state them.
struct Stated<'e> {
    entry: &'e Entry<'e>,
    variables: std::slice::Iter<'static, Variable>,
    rows: Vec<Row<'e>>,
}

impl<'e> Cells<'e> for Stated<'e> {
    fn put(&mut self, shape: Shape, cell: Cell<'e>) {
        let Some(variable) = self.variables.next() else { return };
        if shape != Shape::Plain && cell.span.is_some() {
            self.rows.push(Row { entry: self.entry, variable, cell });
        }
    }
}

rows!(entry => {
    let mut stated = Stated { entry, variables: reports::VARIABLES.iter(), rows: Vec::new() };
    reports::cells(&reports::Row::new(entry, true), &mut stated);
    stated.rows
});
