//! Citations as the rules compare them: every mention, with its number taken apart.

use crate::facts::citations::Mention;
use crate::facts::instruments::{self, Instrument, Serial};
use crate::lexis::fold::Fold;
use crate::model::DocumentNumber;
use crate::reading::View;
use std::ops::Range;

/// A mention of a document in 《…》, as the rules compare it.
#[derive(Debug)]
pub(crate) struct Cited<'a> {
    /// The title's words, without 《》.
    pub title: Range<usize>,
    pub number: Option<&'a DocumentNumber>,
    /// The title as it is compared.
    pub bare: String,
    /// The known regulations that carry the title, of whatever version.
    pub named: Vec<&'static Instrument>,
    /// The number as it is compared, and the agency's words.
    key: Option<(Serial, String)>,
}

/// All mentions but those that introduce a short form, in order.
pub(crate) fn all<'a>(view: &View<'_>, mentions: &'a [Mention]) -> Vec<Cited<'a>> {
    mentions
        .iter()
        .filter(|mention| !mention.short_form)
        .map(|Mention { title, number, .. }| {
            let (title, number) = (title.clone(), number.as_ref());
            let bare = instruments::bare(view.words(title.clone()));
            let agency = |number: &DocumentNumber| {
                number.agency.as_deref().map(|agency| Fold::new().text(agency)).unwrap_or_default()
            };
            let key = number.map(|number| (Serial::of(number), agency(number)));
            Cited { named: instruments::named(&bare), title, number, bare, key }
        })
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

impl Cited<'_> {
    /// True where the title is one of this regulation's.
    pub(crate) fn is_named(&self, known: &Instrument) -> bool {
        self.named.iter().any(|named| named.id == known.id)
    }

    /// Compares the printed number with that of a known regulation.
    pub(crate) fn compare(&self, known: &Instrument) -> Match {
        let Some((_, printed)) = self.key.as_ref().filter(|(serial, _)| known.has(serial)) else {
            return Match::Other;
        };
        let wanted = agency(known.number);
        // 中华人民共和国教育部令, 教育部教办函, a bare 第29号: all name the same.
        let bare = matches!(&**printed, "" | "令" | "第" | "部令");
        if bare || printed.ends_with(wanted) || wanted.ends_with(&**printed) {
            Match::Same
        } else {
            Match::OtherAgency
        }
    }
}

/// The agency's code: 教办函 of 教办函〔2014〕23号, 教育部令 of 教育部令第29号.
fn agency(number: &str) -> &str {
    let end = number.find(['〔', '第']).unwrap_or(number.len());
    &number[..end]
}
