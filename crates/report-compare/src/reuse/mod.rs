//! Passages that reports of a corpus share, word for word or lightly reworded.
//!
//! Two steps, so that a corpus of any size fits: [`fingerprints`] reads one report and keeps a sketch of each sentence
//! (MinHash, 120 bytes), in any thread; [`Corpus`] takes these in and finds the clusters. Texts are not kept.
//!
//! School names, years and figures are blotted out before, so that a copy with the name put in its place is found.
//! Prescribed wording ([`prescribed`], with its source in `data/prescribed.csv`) is set apart, and so is what more schools
//! have than can have copied from one another ([`Options::common`]).

mod blot;
mod cluster;
mod corpus;
mod model;
pub mod prescribed;
mod sketch;
mod units;

pub use corpus::{Corpus, Options};
pub use model::{Cluster, DateBasis, DocumentInfo, Member, Reach, Reuse, SetApart};
pub use units::{Fingerprints, fingerprints};
