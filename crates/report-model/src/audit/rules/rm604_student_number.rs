use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use once_cell::sync::Lazy;
use crate::tables::Name;
use regex::Regex;

rule! {
    /// ## What it does
    ///
    /// Finds student and examination numbers: 学号, 考生号, 准考证号 with the number behind it.
    ///
    /// ## Why it matters
    ///
    /// With the name they open the door to a student's records.
    ///
    /// ## Example
    ///
    /// > 李某某（学号20210308117）获国家奖学金。
    ///
    /// ## How to mend
    ///
    /// Leave the number out.
    ///
    /// ## Source
    ///
    /// 《中华人民共和国个人信息保护法》, article 4; 《高等学校信息公开办法》, article 10.
    "RM604" "student-number" Warning
    "出现学号或考生号" "a student's number"
    "删去号码。"
    "Leave the number out."
    check
}

static NUMBERED: Lazy<Regex> = Lazy::new(|| {
    Regex::new("(?:学号|考生号|准考证号|学籍号|工号)[为是:]? ?[A-Za-z]?[0-9]{6,}")
        .unwrap_or_else(|_| unreachable!("the pattern is constant; a test compiles it"))
});

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let lines = case.lines_with(Name::PersonNumber);
    for (start, found) in lines.flat_map(|(start, line)| NUMBERED.find_iter(line).map(move |found| (start, found))) {
        notes.fails(Finding::new(start + found.start()..start + found.end(), "出现学号或考生号", "a student's number is published"));
    }
}
