//! Names: their one spelling, and what stands in brackets behind them.

use report_model::spelling;

/// The key of an institution: its name in half width and simplified characters, without blanks. The same for all
/// spellings of one name, over years; another one after the school was renamed.
///
/// What stands in brackets belongs to the name: (东湖) and (西湖) can be two schools.
///
/// ```
/// use report_institutions::key;
/// assert_eq!(key(" 云浦 學院"), "云浦学院");
/// assert_ne!(key("棠溪大学（东湖）"), key("棠溪大学（西湖）"));
/// ```
pub fn key(name: &str) -> String {
    spelling(name).replace(['〔', '[', '【', '<'], "(").replace(['〕', ']', '】', '>'], ")")
}

/// A key without the bracket at its end, and what the bracket held.
pub(crate) fn without_bracket(key: &str) -> (&str, Option<&str>) {
    match key.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((base, inner)) if !base.is_empty() && !inner.is_empty() => (base, Some(inner)),
        _ => (key, None),
    }
}

/// True for words in brackets that name a place of one school: 东湖校区, 江北分校. A bare place name can be a school of
/// its own.
pub(crate) fn is_campus(inner: &str) -> bool {
    ["校区", "分校", "校园", "校部", "本部"].iter().any(|end| inner.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets() {
        assert_eq!(without_bracket("棠溪大学(东湖校区)"), ("棠溪大学", Some("东湖校区")));
        assert_eq!(without_bracket("棠溪大学"), ("棠溪大学", None));
        assert_eq!(without_bracket("(东湖)"), ("(东湖)", None));
        assert!(is_campus("东湖校区") && !is_campus("东湖"));
    }
}
