use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// An exact decimal number as reports print them: `84.31`, `365000`.
///
/// Kept as digits and a scale, so that 36.5万 is exactly 365000 and the audit can reason about printed decimals.
/// JSON carries a plain number.
///
/// ```
/// use report_model::Decimal;
/// let wan: Decimal = "36.5".parse().unwrap();
/// assert_eq!(wan.scaled(4).unwrap().to_string(), "365000");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "f64"))]
#[serde(try_from = "f64", into = "Wire")]
pub struct Decimal {
    digits: i64,
    scale: u8,
}

/// Numbers above this many digits are identifiers, not quantities; `f64` holds fifteen exactly.
const MAX_DIGITS: u32 = 15;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { digits: 0, scale: 0 };

    /// `digits` × 10^-`scale`, in lowest terms; `None` beyond fifteen digits.
    pub fn new(digits: i64, scale: u8) -> Option<Self> {
        let (mut digits, mut scale) = (digits, scale);
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        (digits.unsigned_abs() < 10u64.pow(MAX_DIGITS) && scale <= 9).then_some(Self { digits, scale })
    }

    /// The number times 10^`power`.
    pub fn scaled(self, power: u32) -> Option<Self> {
        let used = power.min(u32::from(self.scale));
        let digits = self.digits.checked_mul(10i64.checked_pow(power - used)?)?;
        Self::new(digits, self.scale - used as u8)
    }

    /// The value in millionths, cut off behind the sixth place.
    pub(crate) fn millionths(self) -> i128 {
        let scale = u32::from(self.scale);
        let digits = i128::from(self.digits) * 10i128.pow(6);
        digits / 10i128.pow(scale)
    }

    /// Nearest floating-point number.
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10f64.powi(i32::from(self.scale))
    }

    /// The value where it is whole.
    pub const fn as_integer(self) -> Option<i64> {
        if self.scale == 0 { Some(self.digits) } else { None }
    }

    /// True for 0.
    pub const fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// Sum of both; `None` beyond fifteen digits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let lift = |d: Self| d.digits.checked_mul(10i64.pow(u32::from(scale - d.scale)));
        Self::new(lift(self)?.checked_add(lift(other)?)?, scale)
    }
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        Self { digits: i64::from(value), scale: 0 }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        let lift = |d: &Self| i128::from(d.digits) * 10i128.pow(u32::from(scale - d.scale));
        lift(self).cmp(&lift(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.digits);
        }
        let unit = 10i64.pow(u32::from(self.scale));
        let sign = if self.digits < 0 { "-" } else { "" };
        let whole = (self.digits / unit).unsigned_abs();
        let rest = (self.digits % unit).unsigned_abs();
        write!(f, "{sign}{whole}.{rest:0width$}", width = usize::from(self.scale))
    }
}

/// The text or number is not a decimal of at most fifteen digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecimalError(String);

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a decimal of at most fifteen digits: {:?}", self.0)
    }
}

impl std::error::Error for DecimalError {}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let error = || DecimalError(text.to_owned());
        let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
        let fraction = fraction.trim_end_matches('0');
        let digits = || whole.bytes().chain(fraction.bytes());
        let too_long = whole.len() + fraction.len() > 18;
        if whole.is_empty() || too_long || !digits().all(|b| b.is_ascii_digit()) {
            return Err(error());
        }
        let value = digits().fold(0, |value: i64, b| 10 * value + i64::from(b - b'0'));
        Self::new(sign * value, fraction.len() as u8).ok_or_else(error)
    }
}

impl TryFrom<f64> for Decimal {
    type Error = DecimalError;

    fn try_from(value: f64) -> Result<Self, DecimalError> {
        // The shortest decimal that reads back as the same float is what was printed.
        format!("{value}").parse()
    }
}

/// How a decimal goes over the wire: whole numbers without a fraction.
#[derive(Serialize)]
#[serde(untagged)]
enum Wire {
    Whole(i64),
    Fraction(f64),
}

impl From<Decimal> for Wire {
    fn from(value: Decimal) -> Self {
        value.as_integer().map_or_else(|| Self::Fraction(value.to_f64()), Self::Whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact() {
        let d = |s: &str| s.parse::<Decimal>().unwrap();
        assert_eq!(d("84.310").to_string(), "84.31");
        assert_eq!(d("1.36").scaled(8).unwrap().as_integer(), Some(136_000_000));
        assert_eq!(d("0.05").checked_add(d("0.95")).unwrap(), d("1"));
        assert!(d("9.9") < d("10"));
        assert!("12345678901234567890".parse::<Decimal>().is_err());
        assert!("一".parse::<Decimal>().is_err());
        assert_eq!(serde_json::to_string(&[d("98"), d("84.31")]).unwrap(), "[98,84.31]");
        assert_eq!(serde_json::from_str::<Vec<Decimal>>("[98,84.31]").unwrap(), [d("98"), d("84.31")]);
    }
}
