//! What the report states of applications, complaints and remedies: counts, nil statements, or nothing.
//!
//! "None received" is a value; "not mentioned" is not.

mod fees;
mod nil;
pub(crate) mod outcomes;
pub(crate) mod oversight;
pub(crate) mod requests;
mod stories;
