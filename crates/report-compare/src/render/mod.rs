//! A comparison for people: Markdown, and an HTML fragment. Words of reports are escaped wherever they are shown.

mod html;
mod markdown;
mod phrases;

pub use html::{STYLE, html};
pub use markdown::{escape as escape_markdown, markdown};
pub use phrases::{change, difference, field, number, section_note, share, title, value, value_difference};

use crate::model::Comparison;

/// Both texts that a comparison speaks of; its spans must count in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'t> {
    /// Of the left report.
    pub left: &'t str,
    /// Of the right report.
    pub right: &'t str,
}

/// A report's name in a heading: its source, else its title.
fn names(comparison: &Comparison) -> [String; 2] {
    [&comparison.left, &comparison.right].map(|document| {
        let title = document.title.as_ref().map(|title| title.value.clone());
        document.source.clone().or(title).unwrap_or_else(|| "—".to_owned())
    })
}
