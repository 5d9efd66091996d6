//! Many files at once: names and folders in, readings in their order out, or the files of their tables.
//!
//! Everything that touches the file system and threads, shared by the command line and the Python package; what is
//! read and how is told by `report-ingest` and `report-model`. Memory is bounded by a window of readings, whatever the
//! size of the corpus.
//!
//! ```no_run
//! use report_corpus::{Inputs, Reader, in_order};
//!
//! let inputs = Inputs::of(&["reports".into()], None, "-").map_err(|(_, error)| error)?;
//! let reader = Reader::default();
//! in_order(inputs.list, 0, |input| reader.read(input), |reading| -> std::io::Result<()> {
//!     match &reading.outcome {
//!         Ok(read) => println!("{}: {} measures", reading.label, read.report.measures.len()),
//!         Err(error) => println!("{}: {error}", reading.label),
//!     }
//!     Ok(())
//! })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cache;
mod inputs;
mod order;
mod packed;
mod reader;
mod table_files;
mod tabulate;
mod unreadable;

pub use cache::Cache;
pub use inputs::{Input, Inputs};
pub use order::{Workers, in_order};
pub use packed::{pack, unpack};
pub use reader::{Read, Reader, Reading};
pub use table_files::{Form, TableFiles, TableFormat, Written};
pub use tabulate::{Record, identity, tabulate};
pub use unreadable::Unreadable;
