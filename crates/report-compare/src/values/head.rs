//! What stands round the body: institution, years, dates, contact, letter, signature, page.

use super::{Values, evidence};
use crate::compare::Side;
use crate::model::Evidence;
use crate::normal::{folded, without_numbers};
use report_model::{DateValue, DocumentNumber, Span, Text};

pub(super) fn compare(values: &mut Values, left: &Side<'_>, right: &Side<'_>) {
    let sides = [left, right];
    // The year in the title is the coverage's; the title's own words are what is left.
    both(values, "title", sides.map(|side| text(side, side.report.title.as_ref())), |e| {
        without_numbers(&e.value)
    });
    let institution = sides.map(|side| {
        side.report.institution.as_ref().map(|named| evidence(side.text, named.name.clone(), named.span))
    });
    both(values, "institution", institution, |e| folded(&e.value));
    both(values, "coverage", sides.map(coverage), |e| e.value.clone());
    let period = sides.map(|side| {
        let period = side.report.period?;
        Some(evidence(side.text, format!("{}/{}", period.start, period.end), period.span))
    });
    both(values, "period", period, |e| e.value.clone());
    page(values, sides);
    letter(values, sides);
    both(values, "signed.by", sides.map(|side| text(side, side.report.signed.by.as_ref())), |e| {
        folded(&e.value)
    });
    both(values, "signed.date", sides.map(|side| date(side, side.report.signed.date)), |e| e.value.clone());
    contact(values, sides);
    let declared = sides.map(|side| {
        let declared = side.report.declared_parts.as_ref()?;
        Some(evidence(side.text, declared.count?.to_string(), declared.span))
    });
    both(values, "declared_parts.count", declared, |e| e.value.clone());
}

/// Notes one field that each report has at most once.
fn both<K: PartialEq>(
    values: &mut Values,
    field: &str,
    [a, b]: [Option<Evidence>; 2],
    key: impl Fn(&Evidence) -> K,
) {
    let same = a.as_ref().map(&key) == b.as_ref().map(&key);
    values.note(field, a, b, same);
}

fn text(side: &Side<'_>, text: Option<&Text>) -> Option<Evidence> {
    text.map(|text| evidence(side.text, text.value.clone(), text.span))
}

fn date(side: &Side<'_>, date: Option<DateValue>) -> Option<Evidence> {
    date.map(|date| evidence(side.text, date.value.to_string(), date.span))
}

fn number(side: &Side<'_>, number: Option<&DocumentNumber>) -> Option<Evidence> {
    number.map(|number| evidence(side.text, number.text.clone(), number.span))
}

fn coverage(side: &Side<'_>) -> Option<Evidence> {
    let coverage = side.report.coverage?;
    let value = if coverage.first == coverage.last {
        format!("{} {}", coverage.first, coverage.basis)
    } else {
        format!("{}-{} {}", coverage.first, coverage.last, coverage.basis)
    };
    Some(evidence(side.text, value, coverage.span))
}

fn page(values: &mut Values, sides: [&Side<'_>; 2]) {
    both(values, "page.published", sides.map(|side| date(side, side.report.page.published)), |e| {
        e.value.clone()
    });
    let views = sides.map(|side| {
        let views = side.report.page.views?;
        Some(evidence(side.text, views.value.to_string(), views.span))
    });
    both(values, "page.views", views, |e| e.value.clone());
    both(values, "page.source", sides.map(|side| text(side, side.report.page.source.as_ref())), |e| {
        folded(&e.value)
    });
    both(values, "page.author", sides.map(|side| text(side, side.report.page.author.as_ref())), |e| {
        folded(&e.value)
    });
}

fn letter(values: &mut Values, sides: [&Side<'_>; 2]) {
    let letters = sides.map(|side| (side, side.report.letter.as_ref()));
    let issuer = letters.map(|(side, letter)| text(side, letter?.issuer.as_ref()));
    both(values, "letter.issuer", issuer, |e| folded(&e.value));
    let numbered = letters.map(|(side, letter)| number(side, letter?.document_number.as_ref()));
    both(values, "letter.document_number", numbered, |e| folded(&e.value));
    let addressee = letters.map(|(side, letter)| text(side, letter?.addressee.as_ref()));
    both(values, "letter.addressee", addressee, |e| folded(&e.value));
}

fn contact(values: &mut Values, sides: [&Side<'_>; 2]) {
    both(
        values,
        "contact.address",
        sides.map(|side| text(side, side.report.contact.address.as_ref())),
        |e| folded(&e.value),
    );
    both(
        values,
        "contact.postcode",
        sides.map(|side| text(side, side.report.contact.postcode.as_ref())),
        |e| folded(&e.value),
    );
    let lists: [(&str, [&[Text]; 2]); 3] = [
        ("contact.phones", sides.map(|side| &side.report.contact.phones[..])),
        ("contact.faxes", sides.map(|side| &side.report.contact.faxes[..])),
        ("contact.emails", sides.map(|side| &side.report.contact.emails[..])),
    ];
    for (field, [a, b]) in lists {
        let item = |text: &Text| (folded(&text.value), text.value.clone(), text.span);
        let (a, b): (Vec<Item>, Vec<Item>) = (a.iter().map(item).collect(), b.iter().map(item).collect());
        one_to_one(values, field, sides, a, b);
    }
}

type Item = (String, String, Span);

/// Members that both have are the same; of the others the first is the first, and so on.
fn one_to_one(values: &mut Values, field: &str, sides: [&Side<'_>; 2], a: Vec<Item>, b: Vec<Item>) {
    let without = |list: &[Item], other: &[Item]| {
        let known: std::collections::BTreeSet<&str> = other.iter().map(|item| item.0.as_str()).collect();
        list.iter().filter(|item| !known.contains(item.0.as_str())).cloned().collect::<Vec<Item>>()
    };
    let (only_a, only_b) = (without(&a, &b), without(&b, &a));
    values.tally.same += (b.len() - only_b.len()) as u32;
    let mut left = only_a.into_iter().map(|(_, value, span)| evidence(sides[0].text, value, span));
    let mut right = only_b.into_iter().map(|(_, value, span)| evidence(sides[1].text, value, span));
    loop {
        let (a, b) = (left.next(), right.next());
        if a.is_none() && b.is_none() {
            return;
        }
        values.note(field, a, b, false);
    }
}
