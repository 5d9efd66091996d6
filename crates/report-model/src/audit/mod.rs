//! The audit: what is missing, contradictory or does not add up.
//!
//! Looks at a finished [`Report`] and the text it came from; never changes a value. One rule is one file in `rules/`,
//! with one code and one page; `case` is what rules look at, `notes` what they note down. Nothing is reported that the
//! words allow to be right: a check is `uncertain` or `not_assessable` before it is wrong.

mod case;
mod cited;
pub(crate) mod fingerprint;
mod form;
mod interval;
mod notes;
pub(crate) mod rule;
mod rules;
mod signs;

use crate::marks::Marks;
use crate::model::{Check, Diagnostic, DocumentKind, OffsetEncoding, Report};
use crate::order;
use crate::reading::View;
use case::Case;
pub use interval::{Interval, Order};
use notes::Notes;
pub use rule::{Rule, RuleGroup};

/// Which rules to apply.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AuditOptions {
    /// Codes or beginnings of codes (`RM401`, `RM4`) to apply; empty for all.
    pub select: Vec<String>,
    /// Codes or beginnings of codes to leave out; wins over `select`.
    pub ignore: Vec<String>,
}

impl AuditOptions {
    /// Options that apply these codes or beginnings of codes only.
    pub fn select<S: Into<String>>(codes: impl IntoIterator<Item = S>) -> Self {
        Self { select: codes.into_iter().map(Into::into).collect(), ..Self::default() }
    }

    /// The same without these codes or beginnings of codes.
    #[must_use]
    pub fn ignore<S: Into<String>>(mut self, codes: impl IntoIterator<Item = S>) -> Self {
        self.ignore.extend(codes.into_iter().map(Into::into));
        self
    }

    /// True where a code's findings are wanted.
    pub fn wants(&self, code: &str) -> bool {
        let names = |list: &[String]| list.iter().any(|prefix| code.starts_with(prefix.as_str()));
        (self.select.is_empty() || names(&self.select)) && !names(&self.ignore)
    }
}

/// All rules, by code.
pub fn rules() -> &'static [&'static Rule] {
    &rules::ALL
}

/// Checks a report against the text it was parsed from. The findings are sorted by place; those of the reading
/// ([`Report::diagnostics`]) are not among them.
///
/// Empty for documents that are no annual reports, and for reports whose spans are not bytes of `text`.
///
/// ```
/// use report_model::{audit, parse};
/// let text = "清远湖学院2021-2022学年信息公开年度报告\n一、概述\n学校重视信息公开。\n\
///             二、主动公开情况\n全年公开信息1,336条,其中学校网站812条、官方微信419条、校报95条。";
/// let report = parse(text, &Default::default()).report;
/// let found = audit(&report, text, &Default::default());
/// let sum = found.iter().find(|d| d.code == "RM401").unwrap();
/// assert_eq!(report.text(text, sum.span), Some("1,336条"));
/// assert!(sum.message.contains("812 + 419 + 95 = 1,326"));
/// ```
pub fn audit(report: &Report, text: &str, options: &AuditOptions) -> Vec<Diagnostic> {
    let view = View::new(text);
    run(report, &view, &Marks::find(&view), options).0
}

/// The audit on a text that has been read already: the findings, and how often each rule was applied.
pub(crate) fn run(
    report: &Report,
    view: &View<'_>,
    marks: &Marks,
    options: &AuditOptions,
) -> (Vec<Diagnostic>, Vec<Check>) {
    let (mut found, mut checks) = (Vec::new(), Vec::new());
    if report.kind != DocumentKind::AnnualReport || report.unit != OffsetEncoding::Utf8 {
        return (found, checks);
    }
    let case = Case::new(report, view, marks);
    for rule in rules::ALL.iter().filter(|rule| options.wants(rule.code)) {
        let mut notes = Notes::new(&case, rule, &mut found);
        (rule.check)(&case, &mut notes);
        checks.push(notes.finish());
    }
    checks.retain(|check| check.holds + check.fails + check.uncertain + check.not_assessable > 0);
    order::findings(&mut found);
    (found, checks)
}
