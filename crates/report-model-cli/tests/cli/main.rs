//! The command as a user meets it.

mod common;
mod inputs;
mod output;
