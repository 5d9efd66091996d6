use serde::{Deserialize, Serialize};

/// How much of a text was carried over word for word; blanks and headings are not counted.
///
/// ```
/// use report_compare::Share;
/// assert_eq!(Share::new(3, 4).ratio, Some(0.75));
/// assert_eq!(Share::new(0, 0).ratio, None); // a share of nothing is not zero
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Share {
    /// Characters carried over.
    pub carried: u32,
    /// Characters in all.
    pub of: u32,
    /// `carried` / `of`, to four places; `None` where there is no text.
    pub ratio: Option<f64>,
}

impl Share {
    /// The share of `carried` characters in `of`.
    pub fn new(carried: u32, of: u32) -> Self {
        let ratio = (of > 0).then(|| (f64::from(carried) / f64::from(of) * 10_000.0).round() / 10_000.0);
        Self { carried, of, ratio }
    }
}
