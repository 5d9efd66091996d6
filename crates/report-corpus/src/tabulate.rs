//! From readings to the entries that tables are made from, and of many files the tables.

use crate::order::Workers;
use crate::reader::{Read, Reading};
use crate::table_files::TableFiles;
use crate::unreadable::Unreadable;
use report_institutions::{Registry, key};
use report_model::{OffsetEncoding, Report};
use report_tables::write::WriteError;
use report_tables::{Entry, Identity};

/// Which institution a report is of: the key of its printed name, and the registry's code where that is certain.
pub fn identity(report: &Report, registry: Option<&Registry>) -> Identity {
    let Some(institution) = &report.institution else { return Identity::default() };
    let found = registry.and_then(|registry| registry.find(&institution.name));
    Identity {
        key: Some(key(&institution.name)),
        id: found.map(|found| found.institution.code.clone()),
        matched: found.map(|found| found.how.as_str().to_owned()),
    }
}

/// A file with what became of it, owned: what an entry of the tables borrows from.
#[derive(Debug)]
pub struct Record {
    /// Path as given, or found below a folder given.
    pub label: String,
    /// What it states and which institution it is of; or the kind and the words (English) of the error.
    pub outcome: Result<(Read, Identity), (String, String)>,
}

impl Record {
    /// A reading with its institution; and the error, where there is none.
    pub fn new(reading: Reading, registry: Option<&Registry>) -> (Self, Option<Unreadable>) {
        let (outcome, error) = match reading.outcome {
            Ok(read) => {
                let identity = identity(&read.report, registry);
                (Ok((read, identity)), None)
            }
            Err(error) => (Err((error.kind().to_owned(), error.message_en())), Some(error)),
        };
        (Self { label: reading.label, outcome }, error)
    }

    /// The entry of the tables, with offsets in a unit.
    pub fn entry(&self, unit: OffsetEncoding) -> Entry<'_> {
        match &self.outcome {
            Ok((read, identity)) => {
                Entry::read(&read.report, &read.text).identity(identity.clone()).offsets(unit)
            }
            Err((kind, message)) => Entry::unreadable(&self.label, kind, message),
        }
    }
}

/// Records written at once: enough that handing them to the threads costs nothing beside the writing, few enough that
/// they take little memory.
const CHUNK: usize = 16;

/// Makes the tables of many files: `work` reads in parallel, then the tables of some records are written in parallel, so
/// that the rows stand in the order of the items. What `work` gives beside the record goes to `seen`, in the same order.
///
/// # Errors
///
/// Where a table cannot be written.
pub fn tabulate<T: Send, N: Send>(
    items: Vec<T>,
    workers: &Workers,
    unit: OffsetEncoding,
    work: impl Fn(T) -> (Record, N) + Sync,
    files: &mut TableFiles,
    mut seen: impl FnMut(N),
) -> Result<(), WriteError> {
    let mut chunk = Vec::with_capacity(CHUNK);
    let mut write = |chunk: &mut Vec<Record>| {
        let entries: Vec<_> = chunk.iter().map(|record| record.entry(unit)).collect();
        files.entries(&entries, workers)?;
        drop(entries);
        chunk.clear();
        Ok(())
    };
    workers.in_order(items, work, |(record, note)| {
        seen(note);
        chunk.push(record);
        if chunk.len() < CHUNK { Ok(()) } else { write(&mut chunk) }
    })?;
    write(&mut chunk)
}
