use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::{Applicability, DocumentNumber, Severity};

rule! {
    /// ## What it does
    ///
    /// Compares the form of document numbers with the standard's: agency's code, year in hexagonal brackets 〔 〕, serial
    /// without 第 and leading zero, 号.
    ///
    /// ## Why it matters
    ///
    /// Search engines and archives find documents by their number. A missing bracket is a slip (warning); other brackets are
    /// common and only mentioned.
    ///
    /// ## Example
    ///
    /// > 教办函[2014]23号, 教办函〔2014〕第23号, 教办函〔2014 23号
    ///
    /// ## How to mend
    ///
    /// 教办函〔2014〕23号.
    ///
    /// ## Source
    ///
    /// GB/T 9704-2012, 7.2.5.
    "RM305" "document-number-malformed" Info
    "文号格式不规范" "a document number is malformed"
    "用六角括号：教办函〔2014〕23号。"
    "Use hexagonal brackets: 教办函〔2014〕23号."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let own = case.report.letter.as_ref().and_then(|letter| letter.document_number.as_ref());
    let cited = case.cited.iter().filter_map(|cited| cited.number);
    for number in own.into_iter().chain(cited) {
        judge(case, number, notes);
    }
}

fn judge(case: &Case<'_>, number: &DocumentNumber, notes: &mut Notes<'_>) {
    let (Some(agency), Some(year), Some(serial)) = (&number.agency, number.year, number.serial) else { return };
    let right = format!("{agency}〔{year}〕{serial}号");
    let at = case.view.range(number.span);
    let printed = &number.text;
    // As read: traditional characters and the other forms of the hexagonal bracket are no faults.
    let read: String = case.words(at.clone()).chars().filter(|c| *c != ' ').collect();
    if read.replace('﹝', "〔").replace('﹞', "〕") == right {
        return notes.holds();
    }
    let opens = printed.contains(['〔', '[', '［', '【', '(', '（', '﹝', '{']);
    let closes = printed.contains([']', '］', '〕', '】', ')', '）', '﹞', '}']);
    let (severity, zh, en) = if opens == closes {
        (Severity::Info, "文号格式不规范", "the form of the document number is not the standard's")
    } else {
        (Severity::Warning, "文号缺少括号", "a bracket of the document number is missing")
    };
    notes.fails(
        Finding::new(at.clone(), format!("{zh}：{printed}，应为{right}"), format!("{en}: {printed}, not {right}"))
            .severity(severity)
            .fix(at, right, Applicability::Safe),
    );
}
