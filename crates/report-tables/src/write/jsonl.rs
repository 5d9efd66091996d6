//! JSON lines: one object a row, keys in the order of the columns, `null` for no value.

use super::{WriteError, Writer};
use crate::{Entry, Table, TableOptions, Value};
use serde::Serializer;
use serde::ser::{Serialize, SerializeMap};
use std::borrow::Cow;
use std::io::Write;

/// Writes a table as JSON lines.
pub struct JsonLines<W: Write> {
    out: W,
    table: Table,
    options: TableOptions,
    names: Vec<Cow<'static, str>>,
    rows: u64,
}

impl<W: Write> JsonLines<W> {
    /// Writes nothing yet.
    pub fn new(out: W, table: Table, options: TableOptions) -> Self {
        let names = table.columns(options).into_iter().map(|column| column.name).collect();
        Self { out, table, options, names, rows: 0 }
    }
}

impl<W: Write + Send> Writer for JsonLines<W> {
    fn entry(&mut self, entry: &Entry<'_>) -> Result<(), WriteError> {
        let mut done = Ok(());
        let Self { out, names, rows, .. } = self;
        self.table.each_row(entry, self.options, |values| {
            if done.is_ok() {
                *rows += 1;
                done = serde_json::to_writer(&mut *out, &Row { names, values })
                    .map_err(|error| WriteError::Io(error.into()))
                    .and_then(|()| Ok(out.write_all(b"\n")?));
            }
        });
        done
    }

    fn finish(&mut self) -> Result<u64, WriteError> {
        self.out.flush()?;
        Ok(self.rows)
    }
}

struct Row<'r> {
    names: &'r [Cow<'static, str>],
    values: &'r [Value<'r>],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.values.len()))?;
        for (name, value) in self.names.iter().zip(self.values) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_none(),
            Self::Text(text) => to.serialize_str(text),
            Self::Int(number) => to.serialize_i64(*number),
            Self::Number(number) => number.serialize(to),
            Self::Bool(yes) => to.serialize_bool(*yes),
            Self::Date(date) => date.serialize(to),
        }
    }
}
