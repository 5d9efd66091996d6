//! Many files at once: names and folders in, readings in their order out.
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
mod tabulate;
mod unreadable;

pub use cache::Cache;
pub use inputs::{Input, Inputs};
pub use order::in_order;
pub use packed::{pack, unpack};
pub use reader::{Read, Reader, Reading};
pub use tabulate::{identity, with_entry};
pub use unreadable::Unreadable;
