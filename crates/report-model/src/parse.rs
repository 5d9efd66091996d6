//! The pipeline: each stage takes what the stages before made, none reaches back.

use crate::audit::{self, AuditOptions};
use crate::facts::{self, claims::Claims, times::Times};
use crate::findings;
use crate::form;
use crate::frame::Frame;
use crate::grids;
use crate::marks::Marks;
use crate::measures;
use crate::model::{Diagnostic, DocumentKind, Institution, Report, Severity, Span, Text};
use crate::order;
use crate::outline::Outline;
use crate::reading::View;
use crate::sections;
use crate::statements;
use crate::structure::Structure;
use crate::topics;
use std::fmt;

/// How to parse.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Label or path of the document, copied to [`Report::source`].
    pub source: Option<String>,
    /// Longest text read, in bytes of UTF-8. The default is 16 MiB; the most possible is `u32::MAX`.
    pub max_bytes: u32,
    /// The rules of the audit to apply; `None` for no audit. The default applies all.
    pub audit: Option<AuditOptions>,
}

impl Options {
    /// The default limit: 16 MiB of text, some thousand times a usual report.
    pub const MAX_BYTES: u32 = 16 << 20;

    /// Options with a label or path for [`Report::source`].
    pub fn with_source(source: impl Into<String>) -> Self {
        Self { source: Some(source.into()), ..Self::default() }
    }

    /// The same with another audit, or none.
    #[must_use]
    pub fn audit(mut self, audit: Option<AuditOptions>) -> Self {
        self.audit = audit;
        self
    }

    /// The same with another limit.
    #[must_use]
    pub fn max_bytes(mut self, limit: u32) -> Self {
        self.max_bytes = limit;
        self
    }
}

impl Default for Options {
    fn default() -> Self {
        Self { source: None, max_bytes: Self::MAX_BYTES, audit: Some(AuditOptions::default()) }
    }
}

/// The result of a parse.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Parsed {
    /// The report, spans in bytes of the text given.
    pub report: Report,
}

/// The text can't be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseError {
    /// Longer than [`Options::max_bytes`].
    TooLong {
        /// Length of the text in bytes.
        len: usize,
        /// The limit in bytes.
        limit: u32,
    },
}

impl ParseError {
    /// Stable name of the kind of error, the same in all languages.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too_long",
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { len, limit } => write!(f, "the text has {len} bytes, the limit is {limit}"),
        }
    }
}

impl std::error::Error for ParseError {}

/// Reads a text. Never fails on text: bad input is a [`Report`] with diagnostics.
///
/// A text over the limit gives an empty report of kind `other` with the diagnostic `RM906`; where that must be an
/// error, use [`try_parse`].
///
/// ```
/// let parsed = report_model::parse("", &Default::default());
/// assert_eq!(parsed.report.diagnostics[0].code, "RM901");
/// ```
pub fn parse(text: &str, options: &Options) -> Parsed {
    match try_parse(text, options) {
        Ok(parsed) => parsed,
        Err(error) => {
            let mut report = Report::empty(DocumentKind::Other, crate::model::Script::Hans);
            report.source.clone_from(&options.source);
            report.diagnostics.push(Diagnostic {
                code: "RM906".to_owned(),
                severity: Severity::Error,
                message: "文本超过长度上限，未读取".to_owned(),
                message_en: error.to_string(),
                span: Span::new(0, 0),
                related: Vec::new(),
                fix: None,
                fingerprint: String::new(),
            });
            Parsed { report }
        }
    }
}

/// Reads a text of which more is known than its characters: headings, tables and links of the file it was taken from.
///
/// The same as [`parse`] where the structure is empty. See [`Structure`] for an example.
pub fn parse_structured(text: &str, structure: &Structure, options: &Options) -> Parsed {
    if structure.is_empty() || text.len() > options.max_bytes as usize {
        return parse(text, options);
    }
    let structure = structure.fitted(text);
    let apart = structure.apart(text);
    let view = View::with_tables(&apart, structure.tables.iter().map(|table| table.span.range()).collect());
    Parsed { report: whole(&view, &structure, options) }
}

/// Reads a text, or says why it can't be read.
///
/// # Errors
///
/// [`ParseError::TooLong`] where the text is longer than [`Options::max_bytes`].
pub fn try_parse(text: &str, options: &Options) -> Result<Parsed, ParseError> {
    if text.len() > options.max_bytes as usize {
        return Err(ParseError::TooLong { len: text.len(), limit: options.max_bytes });
    }
    Ok(Parsed { report: whole(&View::new(text), grids::none(), options) })
}

/// The reading and, where one is wanted, the audit.
fn whole(view: &View<'_>, structure: &Structure, options: &Options) -> Report {
    let marks = Marks::find(view);
    let mut report = read(view, &marks, structure, options);
    if let Some(audit) = &options.audit {
        let (found, checks) = audit::run(&report, view, &marks, audit);
        report.diagnostics.extend(found);
        order::findings(&mut report.diagnostics);
        report.checks = checks;
    }
    for finding in report.diagnostics.iter_mut().filter(|finding| finding.fingerprint.is_empty()) {
        finding.fingerprint = audit::fingerprint::of_reading(view, &finding.code, finding.span);
    }
    report
}

/// All stages, in order.
fn read(view: &View<'_>, marks: &Marks, structure: &Structure, options: &Options) -> Report {
    let hits = &marks.hits;
    let outline = Outline::find(view, hits, &structure.headings);
    let frame = Frame::read(view, hits, &outline);
    let kind = findings::kind::of(view, hits, &outline, &frame);
    let mut report = Report::empty(kind, view.script);
    report.source.clone_from(&options.source);
    report.diagnostics = diagnose(view, kind);
    if kind != DocumentKind::AnnualReport {
        return report;
    }
    let mut claims = Claims::default();
    report.citations = facts::citations::cited(view, &marks.mentions, &mut claims);
    report.links = facts::links::find(view, &mut claims);
    claims.settle();
    report.contact = facts::contact::find(view, hits, &mut claims);
    claims.settle();
    let times = Times::find(&view.text, &claims);
    let period = facts::period::find(view, &frame, &times);
    report.coverage =
        facts::coverage::find(view, &frame, &outline, &times, period.as_ref().map(|p| &p.range));
    report.period = period.map(|p| p.period);
    report.declared_parts = facts::declared::find(view, &frame);
    report.title =
        frame.title.clone().map(|range| Text { value: view.printed(range.clone()), span: view.span(range) });
    report.institution = facts::institution::find(view, &frame).map(|range| {
        let name = view.printed(range.clone());
        let span = view.span(range.clone());
        let category = Some(facts::institution::category(view.words(range)));
        let head = 0..frame.preamble.end;
        let province = facts::province::find(
            view,
            head,
            Some((&name, span)),
            &report.contact,
            frame.letter.as_ref(),
            &report.citations,
        );
        Institution { name, span, category, province }
    });
    report.truncated = findings::truncation::breaks_off(view, &outline, &frame);
    if report.truncated {
        let end = view.span(frame.body.end.saturating_sub(1).max(frame.body.start)..frame.body.end);
        report.diagnostics.push(findings::finding(
            "RM902",
            Severity::Warning,
            "文本在句中中断",
            "the text breaks off in mid-sentence",
            boundary(view, end),
        ));
    }
    let sentences = measures::sentences(view, &outline, &frame);
    let ctx = measures::Context { view, hits, outline: &outline, sentences: &sentences };
    let (drafts, unclaimed) = measures::read(ctx, &times, frame.body.clone());
    report.unclaimed = unclaimed.into_iter().map(|range| view.span(range)).collect();
    report.measures = measures::finish(ctx, &drafts);
    report.requests = statements::requests::read(ctx, &drafts);
    report.refusals = statements::requests::refusals(ctx, &drafts, report.requests.refused.is_some());
    report.oversight = statements::oversight::read(ctx, &drafts);
    report.channels = topics::channels::find(view, hits, frame.body.clone());
    report.checklist = topics::checklist::find(view, hits, &report.links, frame.body.clone());
    (report.problems, report.improvements) = topics::points::find(view, &outline, &sentences);
    report.sections = sections::build(view, &outline, &frame);
    report.parts = form::read(view, &report);
    grids::read(view, &outline, structure, &mut report);
    report.page = frame.page;
    report.letter = frame.letter;
    report.signed = frame.signed;
    order::findings(&mut report.diagnostics);
    report
}

/// Spans of diagnostics stand on character boundaries of the source.
fn boundary(view: &View<'_>, span: Span) -> Span {
    let mut start = span.start as usize;
    while !view.source.is_char_boundary(start) {
        start -= 1;
    }
    Span::new(start as u32, span.end)
}

fn diagnose(view: &View<'_>, kind: DocumentKind) -> Vec<Diagnostic> {
    let mut list = Vec::new();
    let all = Span::new(0, 0);
    if view.text.is_empty() {
        list.push(findings::finding("RM901", Severity::Error, "文本为空", "the text is empty", all));
    } else if kind == DocumentKind::Other {
        list.push(findings::finding(
            "RM900",
            Severity::Info,
            "不是高校信息公开年度报告",
            "not a university's annual report on information disclosure",
            all,
        ));
    }
    list.extend(findings::damage::find(view));
    order::findings(&mut list);
    list
}
