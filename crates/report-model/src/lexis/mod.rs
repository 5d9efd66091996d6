//! What single signs and words mean, without context: folding, numerals, heading labels, dates.

pub(crate) mod charset;
pub(crate) mod date;
pub(crate) mod fold;
pub(crate) mod label;
pub(crate) mod lexicon;
pub(crate) mod numeral;
pub(crate) mod signs;
pub(crate) mod words;

/// A name or phrase as it is compared: half width, simplified characters, no blanks. Two spellings of one name are equal
/// under it; the printed words stay with whoever asked.
///
/// ```
/// assert_eq!(report_model::spelling("棠　溪大學（東湖校區）"), report_model::spelling("棠溪大学(东湖校区)"));
/// ```
pub fn spelling(text: &str) -> String {
    let fold = fold::Fold::new();
    text.chars().filter(|c| !signs::is_blank(*c)).map(|c| fold.char(c)).collect()
}
