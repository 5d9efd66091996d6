use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::CoverageBasis;

rule! {
    /// ## What it does
    ///
    /// Compares the year of the title with the statistical period. An academic year must begin and end in the years it
    /// names; a single year (2021年度报告) must be one that the period touches.
    ///
    /// ## Why it matters
    ///
    /// Titles are updated, periods forgotten: the report then counts last year's figures, or says so.
    ///
    /// ## Example
    ///
    /// > 2023-2024学年信息公开年度报告 …… 统计期限从2022年9月1日到2023年8月31日。
    ///
    /// ## How to mend
    ///
    /// Correct the title or the period.
    ///
    /// ## Source
    ///
    /// 《教育部办公厅关于做好高校信息公开年度报告工作的通知》 of each year.
    "RM204" "title-year-against-period" Error
    "标题年度与统计期限不符" "the title's year does not fit the period"
    "改正标题年度或统计期限。"
    "Correct the title's year or the period."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let (Some(coverage), Some(period)) = (case.report.coverage, case.report.period) else {
        return notes.not_assessable();
    };
    let (start, end) = (period.start.year(), period.end.year());
    if period.end < period.start {
        return notes.not_assessable();
    }
    let fits = match coverage.basis {
        CoverageBasis::Academic => start == coverage.first && end == coverage.last,
        CoverageBasis::Calendar => (start..=end).contains(&coverage.last),
    };
    if fits {
        return notes.holds();
    }
    // Some schools end the year at 31 December, others begin it in July: one of the two years then differs.
    let odd = start != end && (start == coverage.first || end == coverage.last) && period.end.month() != 8;
    if odd {
        return notes.uncertain();
    }
    let year = case.view.range(coverage.span);
    notes.fails(
        Finding::new(
            case.view.range(period.span),
            format!("统计期限 {} 至 {} 与年度“{}”不符", period.start, period.end, case.words(year.clone())),
            format!("the period {} to {} does not fit “{}”", period.start, period.end, case.words(year.clone())),
        )
        .related(year, "年度", "the year"),
    );
}
