use crate::audit::case::Case;
use crate::audit::cited::{Cited, Match};
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::{Applicability, DocumentNumber};

rule! {
    /// ## What it does
    ///
    /// Compares the number printed beside the title of a known regulation (`data/instruments.csv`) with the number it has.
    /// Titles used again each year (the Ministry's notices) are compared only where the year is known.
    ///
    /// ## Why it matters
    ///
    /// The legal basis is the first thing a lawyer reads; a wrong number shows that nobody looked it up.
    ///
    /// ## Example
    ///
    /// > 根据《高等学校信息公开办法》（教育部令第19号）
    ///
    /// It is Order 29. 教办厅函〔2014〕23号 for the checklist (教办函〔2014〕23号) is the most common case.
    ///
    /// ## How to mend
    ///
    /// Use the number of the regulation.
    ///
    /// ## Source
    ///
    /// The regulations themselves; see the table's column `number`.
    "RM301" "number-not-of-title" Error
    "文号与文件名不符" "the document number is not that of the title"
    "按文件原文改正文号。"
    "Use the number that the regulation has."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for cited in &case.cited {
        if let Some(number) = &cited.number {
            judge(case, cited, number, notes);
        }
    }
}

fn judge(case: &Case<'_>, cited: &Cited, number: &DocumentNumber, notes: &mut Notes<'_>) {
    let versions = &cited.named;
    if versions.is_empty() {
        return;
    }
    let matches: Vec<Match> = versions.iter().map(|known| cited.compare(known)).collect();
    if matches.contains(&Match::Same) {
        return notes.holds();
    }
    // A notice of a year that the table does not know.
    if versions.len() > 2 && !matches.contains(&Match::OtherAgency) {
        return notes.not_assessable();
    }
    let agency_only = matches.iter().position(|m| *m == Match::OtherAgency);
    let known = match (agency_only, versions.as_slice()) {
        (Some(i), _) => versions[i],
        (None, [only]) => only,
        // Several versions: the one in force in the report's year.
        (None, [.., last]) => {
            let year = case.year().unwrap_or(0);
            let in_force = |v: &&&_| year_of(v) <= year;
            versions.iter().rev().find(in_force).unwrap_or(last)
        }
        (None, []) => return,
    };
    let at = case.view.range(number.span);
    let mut words = known.number.to_owned();
    if number.text.starts_with("中华人民共和国") {
        words.insert_str(0, "中华人民共和国");
    }
    let how = if versions.len() == 1 { Applicability::Safe } else { Applicability::Unsafe };
    let title = case.words(cited.title.clone());
    notes.fails(
        Finding::new(
            at.clone(),
            format!("《{title}》的文号应为{}，文中为{}", known.number, number.text),
            format!("the number of 《{title}》 is {}, the text says {}", known.number, number.text),
        )
        .related(cited.title.clone(), "文件名", "the title")
        .fix(at, words, how),
    );
}

/// The year in which a regulation came into force.
fn year_of(known: &crate::facts::instruments::Instrument) -> u16 {
    known.in_force.get(..4).and_then(|year| year.parse().ok()).unwrap_or(0)
}
