//! The difference of two printed numbers, as far as their digits and hedges allow.

use crate::model::{Difference, Direction};
use report_model::{Bound, Decimal, Interval, Order};

/// Right minus left. A printed number comes with its hedge and its words; `rate` is true for percentages.
pub(crate) fn between(left: (Decimal, Bound, &str), right: (Decimal, Bound, &str), rate: bool) -> Difference {
    let interval = |(value, bound, words): (Decimal, Bound, &str)| Interval::of(value, bound, words, rate);
    let (a, b) = (interval(left), interval(right));
    let range = b.minus(a);
    let direction = match b.compare(a) {
        Order::Above => Direction::Rise,
        Order::Below => Direction::Fall,
        Order::Meets => Direction::Open,
    };
    let open = |bound| matches!(bound, Bound::AtLeast | Bound::AtMost);
    let printed = minus(right.0, left.0);
    let exact = if a.is_exact() && b.is_exact() { printed } else { None };
    let about = if exact.is_some() || open(left.1) || open(right.1) { None } else { printed };
    Difference {
        direction,
        exact,
        about,
        least: range.lo.and_then(decimal),
        most: range.hi.and_then(decimal),
    }
}

pub(crate) fn minus(a: Decimal, b: Decimal) -> Option<Decimal> {
    let negative = if b.is_zero() { Some(b) } else { format!("-{b}").replace("--", "").parse().ok() };
    a.checked_add(negative?)
}

/// Millionths as a number; `None` beyond fifteen digits.
fn decimal(millionths: i128) -> Option<Decimal> {
    const ONE: i128 = 1_000_000;
    if millionths % ONE == 0 {
        return Decimal::new(i64::try_from(millionths / ONE).ok()?, 0);
    }
    Decimal::new(i64::try_from(millionths).ok()?, 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        left: (&str, Bound, &str),
        right: (&str, Bound, &str),
        direction: Direction,
        expect: [Option<&str>; 4],
    ) {
        let number = |(value, bound, words): (&'static str, Bound, &'static str)| {
            (value.parse().unwrap(), bound, words)
        };
        let rate = left.2.contains('%');
        // The arguments are literals, which live for ever.
        let leak =
            |(a, b, c): (&str, Bound, &str)| number((String::leak(a.into()), b, String::leak(c.into())));
        let found = between(leak(left), leak(right), rate);
        let shown = [found.exact, found.about, found.least, found.most].map(|d| d.map(|d| d.to_string()));
        assert_eq!((found.direction, shown), (direction, expect.map(|d| d.map(str::to_owned))));
    }

    #[test]
    fn hedges_stay_hedges() {
        use Bound::{About, AtLeast, Exact};
        check(
            ("1326", Exact, "1,326条"),
            ("1410", Exact, "1410条"),
            Direction::Rise,
            [Some("84"), None, Some("84"), Some("84")],
        );
        check(
            ("3000", AtLeast, "3000余条"),
            ("3200", Exact, "3200条"),
            Direction::Open,
            [None, None, None, Some("200")],
        );
        check(
            ("3000", Exact, "3000条"),
            ("3200", AtLeast, "3200多条"),
            Direction::Rise,
            [None, None, Some("200"), None],
        );
        check(
            ("100", About, "约100条"),
            ("90", Exact, "90条"),
            Direction::Open,
            [None, Some("-10"), Some("-20"), Some("0")],
        );
        let wan = (("365000", Exact, "36.5万次"), ("372000", Exact, "37.2万次"));
        check(wan.0, wan.1, Direction::Rise, [None, Some("7000"), Some("5500.000001"), Some("8499.999999")]);
    }
}
