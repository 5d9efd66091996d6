//! The command as a user meets it.

mod check;
mod common;
mod diff;
mod documents;
mod inputs;
mod output;
mod reuse;
mod series;
mod stats;
mod table;
