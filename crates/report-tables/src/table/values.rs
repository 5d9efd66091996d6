//! The table `values`: the variables of `reports` that are stated, one row each.

use super::{reports, variables};
use crate::entry::Entry;
use crate::schema::{OFFSETS, Shape, TableOptions, Type, Variable};
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

/// Gives the rows of an entry to a sink: the variables with evidence, where the text has words for them.
pub(crate) fn rows<'e>(entry: &'e Entry<'e>, options: TableOptions, sink: &mut dyn FnMut(&[Value<'e>])) {
    let mut variables = reports::VARIABLES.iter();
    let mut stated: Vec<Row<'e>> = Vec::new();
    reports::cells(&reports::Row::new(entry, true), &mut |cell| {
        let Some(variable) = variables.next() else { return };
        if variable.shape != Shape::Plain && cell.span.is_some() {
            stated.push(Row { entry, variable, cell });
        }
    });
    let mut values = Vec::new();
    for row in &stated {
        super::row(entry, options, VARIABLES, &mut values, |out| cells(row, out));
        sink(&values);
    }
}
