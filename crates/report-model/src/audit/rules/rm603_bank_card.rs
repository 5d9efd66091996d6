use super::rm601_identity_number::is_identity;
use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Finds numbers of bank cards: sixteen to nineteen digits that begin with 62 and pass the Luhn check.
    ///
    /// ## Why it matters
    ///
    /// Cards belong to persons; the account of the school is no card.
    ///
    /// ## Example
    ///
    /// A list of grants with the recipients' cards.
    ///
    /// ## How to mend
    ///
    /// Take the number out; remove copies already published.
    ///
    /// ## Source
    ///
    /// 《中华人民共和国个人信息保护法》, article 28; ISO/IEC 7812-1 for the check digit.
    "RM603" "bank-card" Error
    "出现银行卡号" "a bank card number"
    "删去号码，并处理已发布的版本。"
    "Take the number out; mind copies already published."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for run in case.signs.numbers(&case.view.text, 16) {
        let number = &case.view.text[run.clone()];
        if (16..=19).contains(&number.len()) && number.starts_with("62") && luhn(number) && !is_identity(number) {
            notes.fails(Finding::new(run, "出现银行卡号", "a bank card number is published"));
        }
    }
}

fn luhn(number: &str) -> bool {
    let sum: u32 = number
        .bytes()
        .rev()
        .map(|b| u32::from(b - b'0'))
        .enumerate()
        .map(|(i, d)| if i % 2 == 0 { d } else { d * 2 - if d > 4 { 9 } else { 0 } })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    #[test]
    fn check_digit() {
        assert!(super::luhn("6222020000000000018"));
        assert!(super::luhn("4111111111111111") && !super::luhn("4111111111111112"));
    }
}
