//! The reporting institution: from the title, else the preamble, the letterhead, the signature, the school's own rules.

use crate::frame::{Frame, LineKind, names};
use crate::lexis::words::words;
use crate::model::InstitutionCategory;
use crate::reading::View;
use std::collections::HashMap;
use std::ops::Range;

/// The name's range in the view.
pub(crate) fn find(view: &View<'_>, frame: &Frame) -> Option<Range<usize>> {
    let from_title = frame.title_name.clone();
    let candidate = from_title
        .or_else(|| in_preamble(view, frame.preamble.clone()))
        .or_else(|| letterhead(view, frame))
        .or_else(|| frame.signed_name.clone())
        .or_else(|| publisher(view, frame))
        .or_else(|| own_rules(view, frame.body.clone()))?;
    Some(candidate)
}

/// A school named in the preamble, outside 《…》: the one introduced by 以下简称 or that compiles the report, else the
/// first.
fn in_preamble(view: &View<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let words = view.words(range.clone());
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    // Names inside titles of documents are not statements of who reports.
    for piece in words.split_inclusive('《') {
        let (start, text) = (at, piece);
        at += piece.len();
        let skip =
            if start == 0 { 0 } else { text.rfind('》').map_or(text.len(), |i| i + '》'.len_utf8()) };
        found.extend(
            names::inside(&text[skip..]).into_iter().map(|r| start + skip + r.start..start + skip + r.end),
        );
    }
    let telling = found.iter().find(|r| {
        let behind = &words[r.end..];
        let before = &words[..r.start];
        words!["(以下简称", "编制", "(简称", "结合", "对20", "对2", "现将", "信息公开"].open(behind)
            || before.ends_with('由')
    });
    let chosen = telling.or_else(|| found.first())?;
    Some(range.start + chosen.start..range.start + chosen.end)
}

/// 某某大学文件, or a name alone on a line above the report.
fn letterhead(view: &View<'_>, frame: &Frame) -> Option<Range<usize>> {
    let head = view.lines.iter().zip(&frame.kinds).take(12);
    for (line, kind) in head {
        if matches!(kind, LineKind::Letter | LineKind::Name)
            && let Some(len) = names::leading(view.line(*line))
        {
            return Some(line.start..line.start + len);
        }
    }
    None
}

/// 发布机构: in an index block, 来源: on the page.
fn publisher(view: &View<'_>, frame: &Frame) -> Option<Range<usize>> {
    for (line, kind) in view.lines.iter().zip(&frame.kinds) {
        if *kind != LineKind::Metadata {
            continue;
        }
        let text = view.line(*line);
        for label in ["发布机构:", "发布单位:", "信息来源:", "来源:"] {
            if let Some(at) = text.find(label).map(|i| i + label.len())
                && let Some(len) = names::leading(&text[at..])
            {
                return Some(line.start + at..line.start + at + len);
            }
        }
    }
    None
}

/// 《某某学院信息公开办法》: the school whose own rules are cited most.
fn own_rules(view: &View<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let words = view.words(range.clone());
    // By name its place in the list of: how often, and where first.
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut cited: Vec<(usize, Range<usize>)> = Vec::new();
    for (at, _) in words.match_indices('《') {
        let start = at + '《'.len_utf8();
        let Some(len) = names::leading(&words[start..]) else { continue };
        let name = &words[start..start + len];
        if let Some(&place) = places.get(name) {
            cited[place].0 += 1;
        } else {
            places.insert(name.to_owned(), cited.len());
            cited.push((1, range.start + start..range.start + start + len));
        }
    }
    // Of those cited as often, the first.
    cited.into_iter().rev().max_by_key(|(count, _)| *count).map(|(_, name)| name)
}

/// The kind of school that a folded name tells.
pub(crate) fn category(name: &str) -> InstitutionCategory {
    use InstitutionCategory as C;
    let name = name.split('(').next().unwrap_or(name);
    let rules: [(&[&str], C); 9] = [
        (&["党校", "行政学院", "社会主义学院"], C::PartySchool),
        (&["开放大学", "广播电视大学", "电大"], C::OpenUniversity),
        (&["管理干部学院", "教育学院", "职工大学", "职大", "干部学院", "函授学院"], C::AdultCollege),
        (&["高等专科学校", "专科学校", "高专"], C::JuniorCollege),
        (&["职业技术大学", "职业大学"], C::VocationalUniversity),
        (&["职业技术学院", "职业学院", "职业技术师范学院"], C::VocationalCollege),
        (&["技师学院", "技工学校"], C::Other),
        (&["大学"], C::University),
        (&["学院"], C::College),
    ];
    if name.ends_with("学院") && name.contains("大学") {
        return C::IndependentCollege;
    }
    rules
        .iter()
        .find(|(words, _)| words.iter().any(|word| name.ends_with(word)))
        .map_or(C::Other, |(_, category)| *category)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories() {
        assert_eq!(category("清远湖职业技术学院"), InstitutionCategory::VocationalCollege);
        assert_eq!(category("海津工业大学滨河学院"), InstitutionCategory::IndependentCollege);
        assert_eq!(category("沱水医学高等专科学校"), InstitutionCategory::JuniorCollege);
        assert_eq!(category("泷水开放大学"), InstitutionCategory::OpenUniversity);
    }
}
