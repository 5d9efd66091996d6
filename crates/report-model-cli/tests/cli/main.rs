//! The command as a user meets it.

mod common;
mod documents;
mod inputs;
mod output;
