//! What rules note down: findings, and how many checks came out how.

use super::case::Case;
use super::fingerprint;
use super::rule::Rule;
use crate::model::{Applicability, Check, Diagnostic, Fix, Related, Severity};
use std::ops::Range;

/// A finding under work, in view offsets.
#[derive(Debug)]
pub(crate) struct Finding {
    range: Range<usize>,
    message: String,
    message_en: String,
    severity: Option<Severity>,
    related: Vec<(Range<usize>, String, String)>,
    fix: Option<(Range<usize>, String, Applicability)>,
    place: Option<String>,
}

impl Finding {
    pub(crate) fn new(range: Range<usize>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            range,
            message: zh.into(),
            message_en: en.into(),
            severity: None,
            related: Vec::new(),
            fix: None,
            place: None,
        }
    }

    /// Another place that the finding rests on.
    pub(crate) fn related(mut self, range: Range<usize>, zh: &str, en: &str) -> Self {
        self.related.push((range, zh.to_owned(), en.to_owned()));
        self
    }

    /// A replacement of words.
    pub(crate) fn fix(mut self, range: Range<usize>, words: impl Into<String>, how: Applicability) -> Self {
        self.fix = Some((range, words.into(), how));
        self
    }

    /// Another gravity than the rule's.
    pub(crate) fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// What is missing, for findings about words that are not there: tells their fingerprints apart.
    pub(crate) fn about(mut self, what: impl Into<String>) -> Self {
        self.place = Some(what.into());
        self
    }
}

/// The notes of one rule.
#[derive(Debug)]
pub(crate) struct Notes<'n> {
    case: &'n Case<'n>,
    rule: &'static Rule,
    check: Check,
    found: &'n mut Vec<Diagnostic>,
}

/// Most findings of one rule in one report: a text made of one repeated defect must not drown the rest.
const MOST: usize = 50;

impl<'n> Notes<'n> {
    pub(crate) fn new(case: &'n Case<'n>, rule: &'static Rule, found: &'n mut Vec<Diagnostic>) -> Self {
        let check = Check { code: rule.code.to_owned(), holds: 0, fails: 0, uncertain: 0, not_assessable: 0 };
        Self { case, rule, check, found }
    }

    /// The rule was applied and the text is in order.
    pub(crate) fn holds(&mut self) {
        self.check.holds += 1;
    }

    /// The words allow both readings.
    pub(crate) fn uncertain(&mut self) {
        self.check.uncertain += 1;
    }

    /// The text does not say what the rule needs to know.
    pub(crate) fn not_assessable(&mut self) {
        self.check.not_assessable += 1;
    }

    /// The text is wrong.
    pub(crate) fn fails(&mut self, finding: Finding) {
        self.check.fails += 1;
        if self.check.fails as usize > MOST {
            return;
        }
        let view = self.case.view;
        let fix = finding.fix.map(|(range, replacement, applicability)| Fix {
            span: self.case.span(range),
            replacement,
            applicability,
        });
        let words = finding.place.unwrap_or_else(|| view.words(finding.range.clone()).to_owned());
        self.found.push(Diagnostic {
            code: self.rule.code.to_owned(),
            severity: finding.severity.unwrap_or(self.rule.severity),
            message: finding.message,
            message_en: finding.message_en,
            span: self.case.span(finding.range.clone()),
            related: finding
                .related
                .into_iter()
                .map(|(range, message, message_en)| Related {
                    message,
                    message_en,
                    span: self.case.span(range),
                })
                .collect(),
            fix,
            fingerprint: fingerprint::of(self.case, self.rule.code, &words, finding.range),
        });
    }

    /// What came out.
    pub(crate) fn finish(self) -> Check {
        self.check
    }
}
