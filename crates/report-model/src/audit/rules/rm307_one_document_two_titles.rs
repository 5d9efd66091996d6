use crate::audit::case::Case;
use crate::audit::cited::Cited;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use std::collections::HashMap;

rule! {
    /// ## What it does
    ///
    /// Finds one document under two titles: two titles beside the same document number, or two titles of the same agency's
    /// notice on the annual report of one year. A title cut short, or with the agency before it, is the same title.
    ///
    /// ## Why it matters
    ///
    /// A number belongs to one document, and an agency sends one notice a year; one of the two titles is wrong.
    ///
    /// ## Example
    ///
    /// > 根据自治区教育厅《关于做好2022年高职学校信息公开年度报告工作的通知》…… 及《自治区教育厅办公室关于做好2022年高校信息公开
    /// > 年度报告工作的通知》
    ///
    /// ## How to mend
    ///
    /// Look up the title and use it in both places.
    ///
    /// ## Source
    ///
    /// GB/T 9704-2012, 7.2.5: one number for one document.
    "RM307" "one-document-two-titles" Warning
    "同一文件出现两个名称" "one document under two titles"
    "核对文件名，前后保持一致。"
    "Look up the title and use it in both places."
    check
}

/// Most notices compared with one another.
const MOST: usize = 50;

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let mut numbered: HashMap<String, usize> = HashMap::new();
    let mut notices: Vec<(Notice, &Cited<'_>)> = Vec::new();
    for (i, cited) in case.cited.iter().enumerate() {
        let Some(number) = cited.number else {
            if let Some(notice) = Notice::of(case, cited) {
                match notices.iter().find(|(other, _)| other.is_same_as(&notice)) {
                    Some((other, first)) if other.subject != notice.subject => tell(case, first, cited, notes),
                    Some(_) => notes.holds(),
                    None if notices.len() < MOST => notices.push((notice, cited)),
                    None => {}
                }
            }
            continue;
        };
        let (Some(agency), Some(year), Some(serial)) = (&number.agency, number.year, number.serial) else { continue };
        let key = format!("{agency}〔{year}〕{serial}");
        let Some(&first) = numbered.get(&key) else {
            numbered.insert(key, i);
            continue;
        };
        let first = &case.cited[first];
        let (a, b) = (&first.bare, &cited.bare);
        if a.contains(b.as_str()) || b.contains(a.as_str()) {
            notes.holds();
        } else {
            tell(case, first, cited, notes);
        }
    }
}

fn tell(case: &Case<'_>, first: &Cited<'_>, second: &Cited<'_>, notes: &mut Notes<'_>) {
    let (a, b) = (case.words(first.title.clone()), case.words(second.title.clone()));
    notes.fails(
        Finding::new(
            second.title.clone(),
            format!("同一文件前后名称不同：《{a}》、《{b}》"),
            format!("one document under two titles: 《{a}》 and 《{b}》"),
        )
        .related(first.title.clone(), "另一个名称", "the other title"),
    );
}

/// A notice on the annual report: who sent it, for which year, about what.
#[derive(Debug, PartialEq, Eq)]
struct Notice {
    agency: String,
    year: String,
    subject: String,
}

impl Notice {
    fn of(case: &Case<'_>, cited: &Cited<'_>) -> Option<Self> {
        let (lead, subject) = cited.bare.split_once("关于")?;
        if !subject.ends_with("通知") || !subject.contains("信息公开年度报告") {
            return None;
        }
        let year: String = subject.chars().filter(char::is_ascii_digit).collect();
        let clause = case.clause(cited.title.start);
        // 自治区教育厅《关于…》: the agency stands before the title.
        let before = case.words(clause.start..cited.title.start.saturating_sub('《'.len_utf8()));
        let agency = if lead.is_empty() { before } else { lead };
        let office = agency.find("教育厅").map(|at| at + "教育厅".len()).or_else(|| agency.find("教委").map(|at| at + "教委".len()))?;
        let start = agency[..office].char_indices().rev().nth(5).map_or(0, |(at, _)| at);
        let agency = agency[start..office].trim_start_matches(['据', '根', '按', '照', '及', '和', '由', '以', '省']).to_owned();
        (year.len() >= 4).then(|| Self { agency, year, subject: subject.to_owned() })
    }

    /// One agency's notice on one year: two agencies of one name are one.
    fn is_same_as(&self, other: &Self) -> bool {
        self.year == other.year && (self.agency.ends_with(&other.agency) || other.agency.ends_with(&self.agency))
    }
}
