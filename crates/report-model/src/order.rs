//! Sorting in little code.
//!
//! The sort of the standard library is written out anew for every type and comparison, five to eight kilobytes each, which
//! together made a sixth of the module that browsers load. Here things are put in order by a number, and only numbers are
//! sorted, so that one instance serves all.

use crate::model::{Diagnostic, Span};

/// Sorts by a number; things of one number stay in their order.
pub(crate) fn by_number<T>(list: &mut [T], number: impl Fn(&T) -> u64) {
    if list.is_sorted_by_key(&number) {
        return;
    }
    let mut places: Vec<(u64, u32)> =
        list.iter().enumerate().map(|(at, item)| (number(item), at as u32)).collect();
    // No two are alike, as their places differ.
    places.sort_unstable();
    follow(&mut places, |a, b| list.swap(a, b));
}

/// Swaps until everything stands where `places` wants it. Each swap puts one thing into its place for good.
fn follow(places: &mut [(u64, u32)], mut swap: impl FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut here = start;
        loop {
            let from = places[here].1 as usize;
            places[here].1 = here as u32;
            if from == start {
                break;
            }
            swap(here, from);
            here = from;
        }
    }
}

/// By start, then by end.
pub(crate) fn by_span<T>(list: &mut [T], span: impl Fn(&T) -> Span) {
    by_number(list, |item| of_span(span(item)));
}

/// Findings by place, then by code.
pub(crate) fn findings(list: &mut [Diagnostic]) {
    by_number(list, |finding| of_code(&finding.code));
    by_span(list, |finding| finding.span);
}

/// Two numbers as one, the first of which weighs more. Both are positions or smaller, and positions are below 4 GiB.
pub(crate) const fn pair(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u32 as u64
}

fn of_span(span: Span) -> u64 {
    pair(span.start as usize, span.end as usize)
}

/// Codes have five letters; eight are enough.
fn of_code(code: &str) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(code.bytes()) {
        *to = from;
    }
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Severity;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_sorts(numbers in prop::collection::vec(0u64..20, 0..60)) {
            let mut mine: Vec<(u64, usize)> = numbers.into_iter().zip(0..).collect();
            let mut theirs = mine.clone();
            by_number(&mut mine, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(mine, theirs);
        }

        #[test]
        fn spans_as_they_compare(ends in prop::collection::vec((0u32..5, any::<u32>()), 0..20)) {
            let mut mine: Vec<Span> = ends.into_iter().map(|(start, end)| Span::new(start, end)).collect();
            let mut theirs = mine.clone();
            by_span(&mut mine, |span| *span);
            theirs.sort();
            prop_assert_eq!(mine, theirs);
        }
    }

    #[test]
    fn findings_by_place_then_code() {
        let at = |code: &str, start| {
            crate::findings::finding(code, Severity::Info, "", "", Span::new(start, start))
        };
        let mut list = [at("RM502", 4), at("RM401", 9), at("RM101", 4), at("RM502", 0)];
        findings(&mut list);
        assert_eq!(
            list.map(|f| (f.code, f.span.start)),
            [
                ("RM502".to_owned(), 0),
                ("RM101".to_owned(), 4),
                ("RM502".to_owned(), 4),
                ("RM401".to_owned(), 9)
            ]
        );
    }
}
