use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::{DateValue, Severity};

rule! {
    /// ## What it does
    ///
    /// Tells that the report was signed or published before its statistical period was over.
    ///
    /// ## Why it matters
    ///
    /// The figures cannot be final, or one of the dates is left from another year.
    ///
    /// ## Example
    ///
    /// > 统计期限从2022年1月起到2022年12月止。…… 2022年2月28日
    ///
    /// A few days before the end are a warning, more than a month is an error.
    ///
    /// ## How to mend
    ///
    /// Correct the date or the period.
    ///
    /// ## Source
    ///
    /// The calendar.
    "RM208" "dated-before-period-ends" Error
    "落款或发布日期早于统计期限结束" "signed or published before the period ends"
    "改正落款日期、发布日期或统计期限。"
    "Correct the date or the period."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    judge(case, case.report.signed.date, "落款日期", "signed on", notes);
    judge(case, case.report.page.published, "发布日期", "published on", notes);
}

fn judge(case: &Case<'_>, date: Option<DateValue>, zh: &str, en: &str, notes: &mut Notes<'_>) {
    let Some(date) = date else { return };
    let Some(period) = case.report.period else { return notes.not_assessable() };
    let early = period.end.day_number() - date.value.day_number();
    if early <= 0 {
        return notes.holds();
    }
    let severity = if early > 31 { Severity::Error } else { Severity::Warning };
    notes.fails(
        Finding::new(
            case.view.range(date.span),
            format!("{zh} {} 早于统计期限结束日 {}", date.value, period.end),
            format!("{en} {}, before the period ends on {}", date.value, period.end),
        )
        .severity(severity)
        .related(case.view.range(period.span), "统计期限", "the period"),
    );
}
