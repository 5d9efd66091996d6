//! Arrow record batches.

use super::WriteError;
use crate::table::Sink;
use crate::{Column, Entry, SCHEMA, Table, TableOptions, Type, Value};
use arrow_array::builder::{BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use report_model::Date;
use std::collections::HashMap;
use std::sync::Arc;

/// The schema of a table as Arrow has it: types, and the dictionary's words as metadata of the fields.
pub fn arrow_schema(table: Table, options: TableOptions) -> SchemaRef {
    let fields: Vec<Field> = table.columns(options).iter().map(field).collect();
    let [zh, en] = table.meaning();
    let metadata =
        [("schema", SCHEMA), ("table", table.as_str()), ("description", en), ("description_zh", zh)];
    let metadata = metadata.map(|(key, value)| (key.to_owned(), value.to_owned()));
    Arc::new(Schema::new_with_metadata(fields, HashMap::from(metadata)))
}

fn field(column: &Column) -> Field {
    let ty = match column.ty {
        Type::Text => DataType::Utf8,
        Type::Int => DataType::Int64,
        Type::Number => DataType::Float64,
        Type::Bool => DataType::Boolean,
        Type::Date => DataType::Date32,
    };
    let words = [
        ("description", column.en.as_ref()),
        ("description_zh", column.zh.as_ref()),
        ("unit", column.unit),
        ("source", column.source),
    ];
    let metadata: HashMap<String, String> = words
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    Field::new(column.name.as_ref(), ty, true).with_metadata(metadata)
}

/// Collects the rows of entries into record batches.
///
/// ```
/// use report_tables::{Entry, Table, TableOptions, write::Batches};
/// let report = report_model::parse("", &Default::default()).report;
/// let mut batches = Batches::new(Table::Reports, TableOptions::default());
/// batches.entry(&Entry::read(&report, ""));
/// assert_eq!(batches.take().unwrap().num_rows(), 1);
/// ```
#[derive(Debug)]
pub struct Batches {
    table: Table,
    options: TableOptions,
    schema: SchemaRef,
    columns: Vec<Builder>,
    rows: usize,
    bytes: usize,
}

#[derive(Debug)]
enum Builder {
    Text(StringBuilder),
    Int(Int64Builder),
    Number(Float64Builder),
    Bool(BooleanBuilder),
    Date(Date32Builder),
}

impl Builder {
    fn new(ty: Type) -> Self {
        match ty {
            Type::Text => Self::Text(StringBuilder::new()),
            Type::Int => Self::Int(Int64Builder::new()),
            Type::Number => Self::Number(Float64Builder::new()),
            Type::Bool => Self::Bool(BooleanBuilder::new()),
            Type::Date => Self::Date(Date32Builder::new()),
        }
    }

    #[inline]
    fn push(&mut self, value: Value<'_>) {
        match (self, value) {
            (Self::Text(list), Value::Text(text)) => list.append_value(text),
            (Self::Text(list), _) => list.append_null(),
            (Self::Int(list), Value::Int(number)) => list.append_value(number),
            (Self::Int(list), _) => list.append_null(),
            (Self::Number(list), Value::Number(number)) => list.append_value(number.to_f64()),
            (Self::Number(list), _) => list.append_null(),
            (Self::Bool(list), Value::Bool(yes)) => list.append_value(yes),
            (Self::Bool(list), _) => list.append_null(),
            (Self::Date(list), Value::Date(date)) => list.append_value(days(date)),
            (Self::Date(list), _) => list.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(list) => Arc::new(list.finish()),
            Self::Int(list) => Arc::new(list.finish()),
            Self::Number(list) => Arc::new(list.finish()),
            Self::Bool(list) => Arc::new(list.finish()),
            Self::Date(list) => Arc::new(list.finish()),
        }
    }
}

/// Days since 1970-01-01, Arrow's way to count them.
fn days(date: Date) -> i32 {
    let epoch = Date::new(1970, 1, 1).map_or(0, Date::day_number);
    date.day_number() - epoch
}

/// A row on its way into the columns.
struct Row<'b> {
    batches: &'b mut Batches,
    column: usize,
}

impl<'e> Sink<'e> for Row<'_> {
    #[inline]
    fn value(&mut self, value: Value<'e>) {
        if let Value::Text(text) = &value {
            self.batches.bytes += text.len();
        }
        if let Some(column) = self.batches.columns.get_mut(self.column) {
            column.push(value);
        }
        self.column += 1;
    }

    fn end_row(&mut self) {
        self.batches.rows += 1;
        self.column = 0;
    }
}

impl Batches {
    /// A batch is due at so many rows…
    const ROWS: usize = 16_384;
    /// …or so many bytes of words.
    const BYTES: usize = 8 << 20;

    /// No rows yet.
    pub fn new(table: Table, options: TableOptions) -> Self {
        let columns = table.columns(options).iter().map(|column| Builder::new(column.ty)).collect();
        Self { table, options, schema: arrow_schema(table, options), columns, rows: 0, bytes: 0 }
    }

    /// The schema of the batches.
    pub fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    /// Adds the rows of an entry.
    pub fn entry(&mut self, entry: &Entry<'_>) {
        let (table, options) = (self.table, self.options);
        table.rows(entry, options, &mut Row { batches: self, column: 0 });
    }

    /// True once a batch should be taken, so that memory stays bounded.
    pub const fn is_due(&self) -> bool {
        self.rows >= Self::ROWS || self.bytes >= Self::BYTES
    }

    /// Rows that wait.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The rows collected so far as a batch; then there are none.
    ///
    /// # Errors
    ///
    /// Only where Arrow finds the columns at odds with the schema, which would be a fault of this crate.
    pub fn take(&mut self) -> Result<RecordBatch, WriteError> {
        (self.rows, self.bytes) = (0, 0);
        let arrays = self.columns.iter_mut().map(Builder::finish).collect();
        RecordBatch::try_new(self.schema(), arrays).map_err(|error| WriteError::Library(error.to_string()))
    }
}
