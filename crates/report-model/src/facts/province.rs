//! The province, with what told it (`data/provinces.csv`). Stated words win over codes; nothing is known of schools.

use crate::lexis::fold::Fold;
use crate::lexis::words::words;
use crate::model::{Citation, Contact, Letter, Province, ProvinceEvidence, Span};
use crate::reading::View;
use crate::tables;
use once_cell::sync::Lazy;

struct Entry {
    name: &'static str,
    full: &'static str,
    codes: Vec<&'static str>,
    postcodes: Vec<&'static str>,
    area_codes: Vec<&'static str>,
}

static PROVINCES: Lazy<Vec<Entry>> = Lazy::new(|| {
    let list = |field| tables::alternatives(field).collect();
    let rows = tables::rows(include_str!("../../data/provinces.csv"));
    rows.map(|r| Entry {
        name: r[0],
        full: r[1],
        codes: list(r[2]),
        postcodes: list(r[3]),
        area_codes: list(r[4]),
    })
    .collect()
});

fn made(entry: &Entry, evidence: ProvinceEvidence, span: Span) -> Province {
    Province { short_name: entry.name.to_owned(), evidence, span }
}

fn folded(words: &str) -> String {
    Fold::new().text(words)
}

/// The province that the facts tell (`head` is the range above the first heading), in the order of their weight: name, address, authority, document number,
/// telephone, postcode.
pub(crate) fn find(
    view: &View<'_>,
    head: std::ops::Range<usize>,
    name: Option<(&str, Span)>,
    contact: &Contact,
    letter: Option<&Letter>,
    citations: &[Citation],
) -> Option<Province> {
    if let Some((name, span)) = name {
        let name = folded(name);
        if let Some(entry) = PROVINCES.iter().find(|e| name.starts_with(e.name) || name.starts_with(e.full)) {
            return Some(made(entry, ProvinceEvidence::Name, span));
        }
    }
    if let Some(address) = &contact.address {
        let words = folded(&address.value);
        if let Some(entry) = PROVINCES.iter().find(|e| words.starts_with(e.name)) {
            return Some(made(entry, ProvinceEvidence::Address, address.span));
        }
    }
    let authority = authority(view, head, letter, citations);
    if authority.is_some() {
        return authority;
    }
    for citation in citations {
        if let Some(number) = &citation.document_number {
            let text = folded(&number.text);
            if let Some(entry) =
                PROVINCES.iter().find(|e| e.codes.iter().any(|code| education_code(&text, code)))
            {
                return Some(made(entry, ProvinceEvidence::DocumentNumber, number.span));
            }
        }
    }
    if let Some(phone) = contact.phones.first() {
        let digits: String = folded(&phone.value).chars().filter(char::is_ascii_digit).collect();
        if let Some(entry) =
            PROVINCES.iter().find(|e| e.area_codes.iter().any(|code| digits.starts_with(code)))
        {
            return Some(made(entry, ProvinceEvidence::AreaCode, phone.span));
        }
    }
    let postcode = contact.postcode.as_ref()?;
    let digits = folded(&postcode.value);
    let mut found = PROVINCES.iter().filter(|e| e.postcodes.iter().any(|code| digits.starts_with(code)));
    match (found.next(), found.next()) {
        (Some(entry), None) => Some(made(entry, ProvinceEvidence::Postcode, postcode.span)),
        _ => None,
    }
}

/// 浙教…, 鄂教…: a provincial education authority's code.
fn education_code(number: &str, code: &str) -> bool {
    number.strip_prefix(code).is_some_and(|rest| rest.starts_with('教'))
}

/// 浙江省教育厅 as addressee or in a cited title.
fn authority(
    view: &View<'_>,
    head: std::ops::Range<usize>,
    letter: Option<&Letter>,
    citations: &[Citation],
) -> Option<Province> {
    let authority = |words: &str| {
        let words = folded(words);
        PROVINCES.iter().find(|e| {
            words.starts_with(e.name) && words!["教育厅", "教育委员会", "教委", "教育局"].any(&words)
        })
    };
    if let Some(addressee) = letter.and_then(|l| l.addressee.as_ref())
        && let Some(entry) = authority(&addressee.value)
    {
        return Some(made(entry, ProvinceEvidence::Authority, addressee.span));
    }
    for citation in citations {
        if let Some(entry) = authority(&citation.title) {
            return Some(made(entry, ProvinceEvidence::Authority, citation.span));
        }
    }
    // 浙江省教育厅: the authority's word with a province right before it.
    let text = view.words(head.clone());
    words!["教育厅", "教育委员会"].places(text).find_map(|(at, _)| {
        let entry = PROVINCES.iter().find(|entry| text[..at].ends_with(entry.full))?;
        let start = head.start + at - entry.full.len();
        Some(made(entry, ProvinceEvidence::Authority, view.span(start..start + entry.full.len())))
    })
}
