use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use std::collections::HashMap;

rule! {
    /// ## What it does
    ///
    /// Finds one title beside two document numbers. Known regulations are told by RM301 and RM304, and titles that are used
    /// again (通知 of every year) are uncertain.
    ///
    /// ## Why it matters
    ///
    /// One of the two numbers is wrong.
    ///
    /// ## Example
    ///
    /// > 《江原省高校信息公开实施细则》（江教规〔2019〕3号） …… 《江原省高校信息公开实施细则》（江教规〔2019〕8号）
    ///
    /// ## How to mend
    ///
    /// Look up the number and use it in both places.
    ///
    /// ## Source
    ///
    /// GB/T 9704-2012, 7.2.5: one number for one document.
    "RM308" "one-title-two-numbers" Warning
    "同一文件出现两个文号" "one title beside two document numbers"
    "核对文号，前后保持一致。"
    "Look up the number and use it in both places."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (i, cited) in case.cited.iter().enumerate() {
        let Some(number) = cited.number else { continue };
        if !cited.named.is_empty() {
            continue;
        }
        let Some(&first) = seen.get(&cited.bare) else {
            seen.insert(cited.bare.clone(), i);
            continue;
        };
        let Some(other) = case.cited[first].number else { continue };
        if (other.year, other.serial) == (number.year, number.serial) {
            notes.holds();
            continue;
        }
        // A notice of the same name is issued every year.
        if other.year != number.year {
            notes.uncertain();
            continue;
        }
        notes.fails(
            Finding::new(
                case.view.range(number.span),
                format!("同一文件前后文号不同：{}、{}", other.text, number.text),
                format!("one title, two numbers: {} and {}", other.text, number.text),
            )
            .related(case.view.range(other.span), "另一个文号", "the other number"),
        );
    }
}
