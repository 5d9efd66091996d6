//! Document numbers: 教办函〔2014〕23号, 教育部令第29号, 国务院令第711号.

use crate::lexis::numeral::{digit_run, han_value};
use crate::model::DocumentNumber;
use crate::reading::View;
use once_cell::sync::Lazy;
use regex::Regex;
use std::ops::Range;

/// Agency code, year in some bracket (one of them may be lost), serial.
const BRACKETED: &str = r"(?P<agency>[一-鿿A-Za-z]{1,16}?)[\[〔【(\{]? ?(?P<year>(?:19|20)[0-9]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2}) ?[\]〕】)\}]? ?第? ?(?P<serial>[0-9]{1,5}|[一二三四五六七八九十百〇零]{1,6}) ?号";
/// An order: agency 令第N号, in the printed variants.
const ORDER: &str = r"(?P<order>[一-鿿]{0,14}?)(?:令第?|第)(?P<n>[0-9]{1,4}|[一二三四五六七八九十百零]{1,6})号令?|(?P<order2>[一-鿿]{1,14}?)(?P<n2>[0-9]{1,4})号令";

static WHOLE: Lazy<Regex> = Lazy::new(|| compile(&format!("^(?:{BRACKETED}|{ORDER})$")));
static AT_START: Lazy<Regex> = Lazy::new(|| compile(&format!("^(?:{BRACKETED}|{ORDER})")));

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|_| unreachable!("the patterns are constants; tests compile them"))
}

/// Words that introduce a number without belonging to it.
const LEAD: [&str; 12] =
    ["以下简称", "根据", "按照", "依据", "遵照", "依照", "和", "及", "与", "以及", "参照", "文号"];

/// The number that a bracketed remark opens with: 教育部令第29号,以下简称《办法》.
pub(crate) fn opening(view: &View<'_>, range: Range<usize>) -> Option<DocumentNumber> {
    let inner = view.words(range.clone());
    let segment = inner.split([',', ';', '、', ':']).next()?;
    let trimmed = segment.trim();
    let start = range.start + (segment.len() - segment.trim_start().len());
    if trimmed.is_empty() || trimmed.len() > 90 || !trimmed.contains('号') {
        return None;
    }
    whole(view, start..start + trimmed.len())
}

/// The number that stands at the start of a range, without a bracket round it.
pub(crate) fn at_start(view: &View<'_>, range: Range<usize>) -> Option<DocumentNumber> {
    let words = view.words(range.clone());
    let found = if words.contains('号') { AT_START.find(words)? } else { return None };
    whole(view, range.start..range.start + found.end())
}

/// The number that ends where a range ends: "…和教办函〔2014〕23号" before 《.
pub(crate) fn at_end(view: &View<'_>, range: Range<usize>) -> Option<DocumentNumber> {
    let words = view.words(range.clone());
    if !words.ends_with('号') && !words.ends_with("号令") {
        return None;
    }
    // From the nearest sign of punctuation on.
    let cut = words
        .rfind(['。', ',', ';', ':', '、', '》', '\n', '“', '”'])
        .map_or(0, |i| i + words[i..].chars().next().map_or(0, char::len_utf8));
    let mut start = range.start + cut;
    let mut words = &words[cut..];
    for lead in LEAD {
        if let Some(at) = words.rfind(lead) {
            let behind = at + lead.len();
            if words[behind..].contains('号') && behind < words.len() {
                start += behind;
                words = &words[behind..];
            }
        }
    }
    // 教育部教办函〔2014〕23号: the agency's name before its own code.
    for name in ["教育部办公厅", "教育部", "国务院办公厅", "国务院", "教育厅"] {
        if let Some(rest) = words.strip_prefix(name)
            && rest.contains(['〔', '[', '【', '('])
            && !rest.starts_with(['〔', '[', '【', '(', '令'])
        {
            start += name.len();
            words = rest;
        }
    }
    (words.len() <= 90).then(|| whole(view, start..start + words.len())).flatten()
}

/// A range that is a document number as a whole.
pub(crate) fn whole(view: &View<'_>, range: Range<usize>) -> Option<DocumentNumber> {
    let words = view.words(range.clone());
    let caps = WHOLE.captures(words)?;
    let text = |name: &str| caps.name(name).map(|m| m.as_str()).filter(|s| !s.is_empty());
    let year = text("year").and_then(digit_run).and_then(|year| u16::try_from(year).ok());
    let serial = ["serial", "n", "n2"].iter().find_map(|name| text(name)).and_then(number);
    let agency = text("agency").map(str::to_owned).or_else(|| {
        let issuer = text("order").or_else(|| text("order2"))?;
        Some(format!("{}令", issuer.trim_end_matches('令')))
    });
    Some(DocumentNumber { text: view.printed(range.clone()), agency, year, serial, span: view.span(range) })
}

/// 29, 二十九, or 二九 digit by digit.
fn number(words: &str) -> Option<u32> {
    digit_run(words).or_else(|| u32::try_from(han_value(words)?.as_integer()?).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<(&str, u16, u32)>) {
        let view = View::new(text);
        let got = whole(&view, 0..view.text.len());
        let got = got
            .as_ref()
            .map(|n| (n.agency.as_deref().unwrap_or(""), n.year.unwrap_or(0), n.serial.unwrap_or(0)));
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn numbers() {
        check("教办函〔2014〕23号", Some(("教办函", 2014, 23)));
        check("教办函[2014]23号", Some(("教办函", 2014, 23)));
        check("教办函(2014)23号", Some(("教办函", 2014, 23)));
        check("教育部令第29号", Some(("教育部令", 0, 29)));
        check("教育部29号令", Some(("教育部令", 0, 29)));
        check("教育部第29号令", Some(("教育部令", 0, 29)));
        check("中华人民共和国国务院令第711号", Some(("中华人民共和国国务院令", 0, 711)));
        check("教育部令第二十九号", Some(("教育部令", 0, 29)));
        check("清湖院〔二〇一三〕五十六号", Some(("清湖院", 2013, 56)));
        check("国务院令第七一一号", Some(("国务院令", 0, 711)));
        check("信息公开办法", None);
    }
}
