//! From a reading to an entry of the tables.

use crate::reader::Reading;
use report_institutions::{Registry, key};
use report_model::{OffsetEncoding, Report};
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

/// Gives a reading as an entry of the tables to a function.
pub fn with_entry<T>(
    reading: &Reading,
    registry: Option<&Registry>,
    unit: OffsetEncoding,
    then: impl FnOnce(&Entry<'_>) -> T,
) -> T {
    match &reading.outcome {
        Ok(read) => {
            let entry = Entry::read(&read.report, &read.text).identity(identity(&read.report, registry));
            then(&entry.offsets(unit))
        }
        Err(error) => then(&Entry::unreadable(&reading.label, error.kind(), &error.message_en())),
    }
}
