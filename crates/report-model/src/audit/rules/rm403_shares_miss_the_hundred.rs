use crate::audit::case::{Case, Figure};
use crate::audit::interval::show;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Adds up three or more percentages that one sentence gives as the answers to one question (满意, 基本满意, 不满意) or as
    /// shares (占) of one whole, and compares the sum with 100. Each printed percentage may be rounded.
    ///
    /// ## Why it matters
    ///
    /// Shares that make up 103 % show that one of them is wrong, though each looks right alone.
    ///
    /// ## Example
    ///
    /// > 评议结果为满意的占85.2%，基本满意的占12.3%，不满意的占5.5%。
    ///
    /// 85.2 + 12.3 + 5.5 = 103. A sum below 95 or above 105 is taken for an incomplete list and left alone.
    ///
    /// ## How to mend
    ///
    /// Recompute the shares; where answers are left out, name the rest (其余未作答).
    ///
    /// ## Source
    ///
    /// Arithmetic.
    "RM403" "shares-miss-the-hundred" Warning
    "各项占比之和不为100%" "the shares do not make up a hundred per cent"
    "重新计算各项占比；如有未列出的类别，请注明。"
    "Recompute the shares; where a class is left out, name it."
    check
}

const HUNDRED: i128 = 100_000_000;

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let rates: Vec<&Figure<'_>> = case.figures.iter().filter(|f| f.is_rate() && f.is_current()).collect();
    let mut from = 0;
    for n in 1..=rates.len() {
        let goes_on = rates.get(n).is_some_and(|next| same_question(case, rates[n - 1], next));
        if !goes_on {
            judge(case, &rates[from..n], notes);
            from = n;
        }
    }
}

/// One sentence, and the words between them name another answer or share.
fn same_question(case: &Case<'_>, before: &Figure<'_>, next: &Figure<'_>) -> bool {
    let between = before.range.end..next.range.start;
    let words = case.words(between);
    words.len() <= 90 && !words.contains(['。', '\n']) && !words.contains("其中") && !words.contains('率')
}

fn judge(case: &Case<'_>, rates: &[&Figure<'_>], notes: &mut Notes<'_>) {
    if rates.len() < 3 {
        return;
    }
    let clause = case.clause(rates[0].range.start);
    let words = case.words(clause.start..rates[rates.len() - 1].range.end);
    if !(words.contains('占') || words.contains("满意") || words.contains("认为")) {
        return;
    }
    let sum: i128 = rates.iter().map(|rate| rate.value).sum();
    // Rounded: each share may be off by half a step, cut off: by a whole one.
    let slack: i128 = rates
        .iter()
        .filter_map(|rate| rate.interval.lo.map(|lo| (rate.value - lo) * 2))
        .sum();
    let off = (sum - HUNDRED).abs();
    if off <= slack {
        return notes.holds();
    }
    if off > HUNDRED / 20 {
        return notes.uncertain();
    }
    let terms: Vec<String> = rates.iter().map(|rate| show(rate.value)).collect();
    let arithmetic = format!("{} = {}", terms.join(" + "), show(sum));
    let mut finding = Finding::new(
        rates[0].range.start..rates[rates.len() - 1].range.end,
        format!("各项占比之和应为100%：{arithmetic}"),
        format!("the shares should make up 100%: {arithmetic}"),
    );
    for rate in rates {
        finding = finding.related(rate.range.clone(), "占比", "share");
    }
    notes.fails(finding);
}
