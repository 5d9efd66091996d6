//! What a text holds before it is taken for a report: looked up once, for the reading and for the audit.

use crate::facts::citations::{self, Mention};
use crate::reading::View;
use crate::tables::{Hits, vocabulary};

/// What is found in a text.
#[derive(Debug)]
pub(crate) struct Marks {
    /// The words of the vocabulary.
    pub hits: Hits,
    /// Every mention of a document in 《…》.
    pub mentions: Vec<Mention>,
}

impl Marks {
    pub(crate) fn find(view: &View<'_>) -> Self {
        Self { hits: vocabulary().find(&view.text), mentions: citations::mentions(view) }
    }
}
