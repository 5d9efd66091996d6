//! Citations as the rules compare them: every mention, with its number taken apart.

use crate::facts::citations;
use crate::facts::instruments::{self, Instrument};
use crate::model::DocumentNumber;
use crate::reading::View;
use std::ops::Range;

/// A mention of a document in 《…》.
#[derive(Debug)]
pub(crate) struct Cited {
    /// The title's words, without 《》.
    pub title: Range<usize>,
    pub number: Option<DocumentNumber>,
    /// The title as it is compared.
    pub bare: String,
}

impl Cited {
    /// The known regulations that carry the title, of whatever version.
    pub(crate) fn named(&self) -> impl Iterator<Item = &'static Instrument> {
        instruments::all().iter().filter(move |known| known.is_named(&self.bare))
    }
}

/// All mentions, in order.
pub(crate) fn all(view: &View<'_>) -> Vec<Cited> {
    let mentions = citations::mentions(view).into_iter();
    mentions
        .map(|(title, number)| Cited { bare: instruments::bare(view.words(title.clone())), title, number })
        .collect()
}

/// How a printed number compares with a known one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Match {
    /// The same number.
    Same,
    /// Year and serial are the same, the agency's code is another: 教办厅函 for 教办函.
    OtherAgency,
    /// Another number.
    Other,
}

/// Compares a printed number with that of a known regulation.
pub(crate) fn compare(known: &Instrument, given: &DocumentNumber) -> Match {
    if !known.has_serial(given) {
        return Match::Other;
    }
    let wanted = agency(known.number);
    let printed =
        given.agency.as_deref().map(|agency| View::new(agency).text.into_owned()).unwrap_or_default();
    // 中华人民共和国教育部令, 教育部教办函, a bare 第29号: all name the same.
    if printed.is_empty()
        || matches!(&*printed, "令" | "第" | "部令")
        || printed.ends_with(wanted)
        || wanted.ends_with(&printed)
    {
        Match::Same
    } else {
        Match::OtherAgency
    }
}

/// The agency's code: 教办函 of 教办函〔2014〕23号, 教育部令 of 教育部令第29号.
fn agency(number: &str) -> &str {
    let end = number.find(['〔', '第']).unwrap_or(number.len());
    &number[..end]
}
