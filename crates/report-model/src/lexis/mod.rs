//! What single signs and words mean, without context: folding, numerals, heading labels, dates.

pub(crate) mod charset;
pub(crate) mod date;
pub(crate) mod fold;
pub(crate) mod label;
pub(crate) mod lexicon;
pub(crate) mod numeral;
pub(crate) mod signs;
pub(crate) mod words;
