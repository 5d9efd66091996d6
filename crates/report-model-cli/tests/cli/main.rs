//! The command as a user meets it.

mod check;
mod common;
mod documents;
mod inputs;
mod output;
