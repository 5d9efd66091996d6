//! What a printed number can stand for: decimals are rounded or cut off, hedges leave one side open.

use crate::model::{Bound, Decimal};

/// Micro-units: exact for all printed decimals of up to six places.
const ONE: i128 = 1_000_000;

/// The values that a printed number allows, in millionths, both ends included; `None` is open.
///
/// ```
/// use report_model::{Bound, Interval, Order};
/// let of = |value: u32, bound, words| Interval::of(value.into(), bound, words, false);
/// let (some, more) = (of(3000, Bound::AtLeast, "3000余条"), of(3200, Bound::Exact, "3200条"));
/// assert_eq!(more.compare(some), Order::Meets); // 3000余 may well be 3200
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The least value allowed.
    pub lo: Option<i128>,
    /// The greatest value allowed.
    pub hi: Option<i128>,
}

/// How a comparison of two [`Interval`]s came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Every value of the first is smaller.
    Below,
    /// Some value is common.
    Meets,
    /// Every value of the first is greater.
    Above,
}

impl Interval {
    /// The interval of a number printed as `words`, counted as `value`.
    ///
    /// Whole numbers stand for themselves, percentages and numbers with decimals or 万/亿 for everything that rounds or is
    /// cut off to the printed digits; 约 allows a tenth to each side.
    pub fn of(value: Decimal, bound: Bound, words: &str, rate: bool) -> Self {
        let value = value.millionths();
        let step = step(words, rate);
        let (mut lo, mut hi) = (Some(value), Some(value));
        if step > 0 {
            lo = Some(value - step / 2);
            hi = Some(value + step - 1);
        }
        match bound {
            Bound::Exact => {}
            Bound::AtLeast => hi = None,
            Bound::AtMost => lo = None,
            Bound::About => {
                let slack = (value.abs() / 10).max(step);
                lo = Some(value - slack);
                hi = Some(value + slack);
            }
            #[allow(unreachable_patterns, reason = "a later bound must not be read as exact")]
            _ => (lo, hi) = (None, None),
        }
        Self { lo, hi }
    }

    pub(crate) const fn exact(value: i128) -> Self {
        Self { lo: Some(value), hi: Some(value) }
    }

    /// True where exactly one value is allowed.
    pub fn is_exact(self) -> bool {
        self.lo.is_some() && self.lo == self.hi
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        let add = |a: Option<i128>, b: Option<i128>| a.zip(b).map(|(a, b)| a + b);
        Self { lo: add(self.lo, other.lo), hi: add(self.hi, other.hi) }
    }

    /// All differences of a value of `self` and one of `other`.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        let sub = |a: Option<i128>, b: Option<i128>| a.zip(b).map(|(a, b)| a - b);
        Self { lo: sub(self.lo, other.hi), hi: sub(self.hi, other.lo) }
    }

    /// The percentage that `self` is of `whole`, in micro-units; `None` where `whole` can be nothing.
    pub(crate) fn percent_of(self, whole: Self) -> Option<Self> {
        let share = |part: Option<i128>, of: Option<i128>| match (part, of) {
            (Some(part), Some(of)) if of > 0 => Some(part * 100 * ONE / of),
            _ => None,
        };
        whole.lo.filter(|&lo| lo > 0)?;
        Some(Self { lo: share(self.lo, whole.hi), hi: share(self.hi, whole.lo) })
    }

    /// Where all values of `self` lie as seen from `other`.
    pub fn compare(self, other: Self) -> Order {
        match (self.hi.zip(other.lo), self.lo.zip(other.hi)) {
            (Some((hi, lo)), _) if hi < lo => Order::Below,
            (_, Some((lo, hi))) if lo > hi => Order::Above,
            _ => Order::Meets,
        }
    }

    pub(crate) fn meets(self, other: Self) -> bool {
        self.compare(other) == Order::Meets
    }
}

/// The worth of one unit in the last printed place, 0 for a plain whole number.
fn step(words: &str, rate: bool) -> i128 {
    // Most numbers are printed in digits only.
    if words.bytes().all(|b| b.is_ascii_digit()) {
        return if rate { ONE } else { 0 };
    }
    let (mut places, mut point, mut counting) = (0, false, false);
    let (mut digits, mut myriads, mut hundred_millions) = (false, false, false);
    for c in words.chars() {
        digits |= c.is_ascii_digit();
        myriads |= c == '万';
        hundred_millions |= c == '亿';
        if !point && matches!(c, '.' | '点') {
            (point, counting) = (true, true);
        } else if counting {
            counting = c.is_ascii_digit() || "零〇一二三四五六七八九".contains(c);
            places += u32::from(counting);
        }
    }
    let mut step = ONE / 10i128.pow(places.min(6));
    if hundred_millions {
        step *= 100_000_000;
    } else if myriads && digits {
        step *= 10_000;
    } else if places == 0 && !rate {
        return 0;
    }
    step
}

/// True where one wrong, or two swapped, digits lie between two whole numbers: the mark of a slip of the pen.
pub(crate) fn one_slip(a: i128, b: i128) -> bool {
    let (Ok(mut a), Ok(mut b)) = (u64::try_from(a / ONE), u64::try_from(b / ONE)) else { return false };
    // Places from the right where the digits differ, with both digits.
    let mut wrong = [(0, [0; 2]); 2];
    let (mut count, mut place) = (0, 0);
    loop {
        let digits = [a % 10, b % 10];
        if digits[0] != digits[1] {
            let Some(free) = wrong.get_mut(count) else { return false };
            *free = (place, digits);
            count += 1;
        }
        (a, b, place) = (a / 10, b / 10, place + 1);
        if a == 0 || b == 0 {
            break;
        }
    }
    let [(first, right), (second, left)] = wrong;
    let swapped = second == first + 1 && right[0] == left[1] && right[1] == left[0];
    let same_length = a == b;
    same_length && (count == 1 || count == 2 && swapped)
}

/// Micro-units as people write them: 1,276 or 94.5.
pub(crate) fn show(micro: i128) -> String {
    let (whole, rest) = (micro.abs() / ONE, micro.abs() % ONE);
    let digits = whole.to_string();
    let mut out = String::new();
    if micro < 0 {
        out.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if rest > 0 {
        let decimals = format!("{rest:06}");
        out.push('.');
        out.push_str(decimals.trim_end_matches('0'));
    }
    out
}

/// A value in the scale in which `words` print it: 28.46亿, 36.5万.
pub(crate) fn show_as(micro: i128, words: &str) -> String {
    if words.contains('亿') {
        show(micro / 100_000_000) + "亿"
    } else if words.contains('万') {
        show(micro / 10_000) + "万"
    } else {
        show(micro)
    }
}

/// A percentage in micro-units, to two places.
pub(crate) fn show_percent(micro: i128) -> String {
    let cents = (micro + 5_000) / 10_000;
    show(cents * 10_000) + "%"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: &str, words: &str, rate: bool) -> Interval {
        let bound = if words.contains('余') { Bound::AtLeast } else { Bound::Exact };
        Interval::of(value.parse().unwrap(), bound, words, rate)
    }

    #[test]
    fn printed_digits() {
        assert!(of("1276", "1,276条", false).is_exact());
        assert!(of("94.5", "94.5%", true).meets(Interval::exact(94_549_000)));
        assert!(!of("94.5", "94.5%", true).meets(Interval::exact(94_650_000)));
        assert!(of("2846000000", "28.46亿元", false).meets(Interval::exact(2_846_400_000 * ONE)));
        assert!(!of("2846000000", "28.46亿元", false).meets(Interval::exact(2_746_000_000 * ONE)));
        assert!(of("3000", "3000余条", false).meets(Interval::exact(3_700 * ONE)));
        let share = Interval::exact(3218 * ONE).percent_of(Interval::exact(3405 * ONE)).unwrap();
        assert!(!share.meets(of("93.5", "93.5%", true)));
        assert_eq!(show_percent(share.lo.unwrap()), "94.51%");
    }

    #[test]
    fn slips() {
        assert!(one_slip(1276 * ONE, 1286 * ONE));
        assert!(one_slip(2049 * ONE, 2094 * ONE));
        assert!(!one_slip(2049 * ONE, 2193 * ONE));
        assert_eq!(show(1_276 * ONE), "1,276");
        assert_eq!(show(-94_500_000), "-94.5");
    }
}
