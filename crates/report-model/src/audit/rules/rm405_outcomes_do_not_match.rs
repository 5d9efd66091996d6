use crate::audit::case::Case;
use crate::audit::interval::show;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::words::words;
use crate::model::{Role, Stated, StatedCount};

rule! {
    /// ## What it does
    ///
    /// Compares the number of applications received with the answers given (granted, partly granted, refused, not held,
    /// others, pending).
    ///
    /// ## Why it matters
    ///
    /// Every application has an outcome. Readers compute refusal rates from these few numbers.
    ///
    /// ## Example
    ///
    /// > 共收到信息公开申请12件，均已答复：同意公开7件，部分公开2件，不予公开1件，信息不存在1件。
    ///
    /// 7 + 2 + 1 + 1 = 11, received: 12. Where applications are carried over from or to another year, or where the text does
    /// not say that all were answered, fewer answers than applications count as uncertain.
    ///
    /// ## How to mend
    ///
    /// Account for every application; name those pending at the end of the period.
    ///
    /// ## Source
    ///
    /// 《高等学校信息公开办法》 (教育部令第29号), on answers to applications.
    "RM405" "outcomes-do-not-match" Error
    "申请件数与答复件数不符" "the answers do not match the applications received"
    "逐件核对申请与答复，未办结的请注明。"
    "Account for every application; name those pending."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let requests = &case.report.requests;
    let Some(received) = requests.received.filter(|r| r.stated == Stated::Number) else { return };
    let outcomes: Vec<StatedCount> = [
        requests.granted,
        requests.partly_granted,
        requests.refused,
        requests.not_held,
        requests.other,
        requests.pending,
    ]
    .into_iter()
    .flatten()
    .filter(|count| count.stated == Stated::Number)
    .collect();
    let values: Vec<i128> = outcomes.iter().map(|count| count.value.millionths()).collect();
    let total = received.value.millionths();
    if outcomes.len() < 2 {
        return notes.not_assessable();
    }
    let sum: i128 = values.iter().sum();
    if sum == total {
        return notes.holds();
    }
    let words = case
        .parts
        .iter()
        .find(|part| part.section.role == Role::OnRequest)
        .map_or("", |part| case.words(part.range.clone()));
    let carried = words!["结转", "上年", "上学年", "上一学年", "结余", "遗留", "跨年"].any(words);
    let all = words!["均已", "全部", "均按", "都已", "均在", "逐件", "办结率100%", "答复率100%", "均予", "全都"].any(words);
    // Already told as a sum that does not come out.
    let tied = case.figures.iter().any(|f| f.measure.part_of.is_some() && case.span(f.range.clone()) == outcomes[0].span);
    if carried || tied || (sum < total && !all) {
        return notes.uncertain();
    }
    let terms: Vec<String> = values.iter().map(|value| show(*value)).collect();
    let arithmetic = format!("{} = {}", terms.join(" + "), show(sum));
    let mut finding = Finding::new(
        case.view.range(received.span),
        format!("答复件数与申请件数不符：{arithmetic}，收到 {}", show(total)),
        format!("the answers do not match the applications: {arithmetic}, received {}", show(total)),
    );
    for outcome in outcomes {
        finding = finding.related(case.view.range(outcome.span), "答复", "answer");
    }
    notes.fails(finding);
}
