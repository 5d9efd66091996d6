//! The typed report: what the parser gives and the JSON carries.
//!
//! One noun a file. All types are owned, carry byte spans into the source text and round-trip through serde.
//! Nothing here knows how a value is found.

mod date;
mod decimal;
mod diagnostic;
mod head;
mod measure;
mod offsets;
mod report;
mod requests;
mod section;
mod span;
mod taxonomy;
mod visit;

pub use date::{Date, DateError};
pub use decimal::{Decimal, DecimalError};
pub use diagnostic::{Check, Diagnostic, Fix, Related};
pub use head::{
    Citation, Contact, Coverage, DateValue, DeclaredParts, DocumentNumber, Institution, Letter, Link, Page,
    Period, Province, Signed, Text, Views,
};
pub use measure::Measure;
pub use offsets::{OffsetEncoding, Reencoding, reencode_spans};
pub use report::Report;
pub use requests::{Oversight, Refusal, Requests, StatedCount};
pub use section::{ChannelMention, ChecklistEntry, Point, PrescribedPart, Section, Table, TableCell};
pub use span::Span;
pub use taxonomy::{
    Applicability, Bound, CellState, Channel, ChecklistStatus, CoverageBasis, DocumentKind,
    InstitutionCategory, MeasureKind, PartState, ProvinceEvidence, RefersTo, RefusalGround, Role, Script,
    Severity, Stated, UnknownName,
};
