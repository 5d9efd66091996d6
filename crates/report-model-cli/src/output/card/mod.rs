//! The card: what a person wants to see of a report, on one screen or two.
//!
//! Two columns, labels left and words right; blocks in the order of the questions a reader asks: who and when, which
//! parts, what was made public, what was asked for, what is amiss. A number is shown as printed, never summed here.

mod figures;
mod head;
mod parts;
mod points;
mod statements;
#[cfg(test)]
mod tests;

use super::paint::{BAD, DIM, GOOD, Line, PLAIN, TITLE, WARN};
use super::width::{columns, sanitise, wrap};
use crate::args::LookArgs;
use crate::lang::Lang;
use crate::run::Tally;
use report_model::{DocumentKind, Report, Severity, Span};
use std::io::{self, IsTerminal};

/// How cards look.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) lang: Lang,
    pub(crate) colour: bool,
    /// Columns to fill.
    pub(crate) width: usize,
}

impl Look {
    /// What the arguments and the terminal ask for.
    pub(crate) fn of(args: &LookArgs, lang: Lang) -> Self {
        let choice = anstream::AutoStream::new(io::stdout(), args.color.into()).current_choice();
        let width = args.width.map_or_else(|| columns(io::stdout().is_terminal()), usize::from);
        Self { lang, colour: choice != anstream::ColorChoice::Never, width }
    }
}

/// The card of one report.
pub(crate) fn render(report: &Report, text: &str, look: &Look) -> String {
    let mut card = Card { report, text, look, out: String::new() };
    card.title();
    if report.kind == DocumentKind::AnnualReport {
        card.head();
        card.parts();
        card.figures();
        card.requests();
        card.citations();
        card.points();
    }
    card.findings();
    card.out
}

/// The last line where several files were read.
pub(crate) fn summary(tally: &Tally, look: &Look) -> String {
    let Tally { reports, others, unreadable } = *tally;
    let all = tally.total();
    let (head, between) = match look.lang {
        Lang::Zh => (format!("共 {all} 份："), "，"),
        Lang::En => (format!("{all} files: "), ", "),
    };
    let counts = [
        (
            reports,
            look.lang.pick("份年度报告", if reports == 1 { "annual report" } else { "annual reports" }),
        ),
        (
            others,
            look.lang.pick("份其他文件", if others == 1 { "other document" } else { "other documents" }),
        ),
        (unreadable, look.lang.pick("份无法读取", "unreadable")),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, words)| format!("{count} {words}")).collect();
    let words = head + &counts.join(between);
    let mut out = if reports + others > 0 { "\n".to_owned() } else { String::new() };
    let style = if unreadable > 0 { WARN } else { DIM };
    Line::new().with(style, &words).render(&mut out, look.width, look.colour);
    out.push('\n');
    out
}

/// A card in the making.
struct Card<'r> {
    report: &'r Report,
    text: &'r str,
    look: &'r Look,
    out: String,
}

impl Card<'_> {
    fn pick<T>(&self, zh: T, en: T) -> T {
        self.look.lang.pick(zh, en)
    }

    /// Columns of the labels, the gap after them included.
    fn label_width(&self) -> usize {
        self.pick(12, 15)
    }

    /// Columns of the right side.
    fn inner(&self) -> usize {
        self.look.width - self.label_width()
    }

    /// Writes lines beside a label. A blank line goes before, where `apart`. Nothing is written for no line.
    fn block(&mut self, apart: bool, label: &str, lines: impl IntoIterator<Item = Line>) {
        let label_width = self.label_width();
        for (i, line) in lines.into_iter().enumerate() {
            if i == 0 && apart {
                self.out.push('\n');
            }
            let label = if i == 0 { label } else { "" };
            let whole = Line::new().cell(DIM, label, label_width);
            Line::join([whole, line], "").render(&mut self.out, self.look.width, self.look.colour);
            self.out.push('\n');
        }
    }

    /// "未提及": the text says nothing, which is different from saying "none".
    fn not_mentioned(&self) -> Line {
        Line::new().dim(self.pick("未提及", "not mentioned"))
    }

    /// "… 还有 3 项", where something is left out.
    fn more(&self, left_out: usize) -> Option<Line> {
        let words = match self.look.lang {
            Lang::Zh => format!("… 还有 {left_out} 项"),
            Lang::En => format!("… and {left_out} more"),
        };
        (left_out > 0).then(|| Line::new().dim(&words))
    }

    /// Line of the text, from 1.
    fn line_of(&self, span: Span) -> usize {
        self.text.get(..span.start as usize).map_or(1, |before| before.matches('\n').count() + 1)
    }

    fn title(&mut self) {
        let report = self.report;
        let none = self.pick("（没有标题行）", "(no title line)");
        let other = self.pick("不是高校信息公开年度报告", "not an information-disclosure annual report");
        let (style, title) = match (&report.title, report.kind) {
            (Some(title), _) => (TITLE, title.value.as_str()),
            (None, DocumentKind::AnnualReport) => (DIM, none),
            (None, _) => (PLAIN, other),
        };
        for line in wrap(&sanitise(title), self.look.width, 3) {
            Line::new().with(style, &line).render(&mut self.out, self.look.width, self.look.colour);
            self.out.push('\n');
        }
        if let Some(source) = &report.source {
            Line::new().dim(source).render(&mut self.out, self.look.width, self.look.colour);
            self.out.push('\n');
        }
        if report.kind != DocumentKind::AnnualReport && report.title.is_some() {
            Line::new().plain(other).render(&mut self.out, self.look.width, self.look.colour);
            self.out.push('\n');
        }
    }

    fn findings(&mut self) {
        let report = self.report;
        let mut lines = Vec::new();
        // The headline of another document says already what this code says.
        for finding in report.diagnostics.iter().filter(|finding| finding.code != "RM900") {
            let style = match finding.severity {
                Severity::Error => BAD,
                Severity::Warning => WARN,
                _ => DIM,
            };
            let line = self.line_of(finding.span);
            let place = self.pick(format!("第 {line} 行"), format!("line {line}"));
            let head = Line::new()
                .cell(style, self.look.lang.severity(finding.severity), self.pick(6, 9))
                .dim(&format!("{} ", finding.code));
            let message = self.pick(&finding.message, &finding.message_en);
            let room = self.inner().saturating_sub(head.width()).max(20);
            let words = if finding.span.is_empty() {
                message.clone()
            } else {
                self.pick(format!("{message}（{place}）"), format!("{message} ({place})"))
            };
            let indent = head.width();
            for (i, words) in wrap(&sanitise(&words), room, 3).iter().enumerate() {
                let start = if i == 0 { head.clone() } else { Line::new().blank(indent) };
                lines.push(Line::join([start, Line::new().plain(words)], ""));
            }
        }
        if lines.is_empty() && report.kind == DocumentKind::AnnualReport {
            lines.push(Line::new().with(GOOD, self.pick("没有", "none")));
        }
        self.block(true, self.pick("发现", "Findings"), lines);
        self.unclaimed();
    }

    /// The honest recall meter: numbers that nothing explains.
    fn unclaimed(&mut self) {
        const SHOWN: usize = 6;
        let spans = &self.report.unclaimed;
        if spans.is_empty() {
            return;
        }
        let label = self.pick("未归属数字", "Unclaimed");
        let words = spans.iter().take(SHOWN).filter_map(|span| span.slice(self.text));
        let words: Vec<Line> = words.map(|words| Line::new().plain(words)).collect();
        let words = Line::join(words, self.pick("、", ", "));
        let mut all = Line::new().plain(&spans.len().to_string()).dim(self.pick(" 个：", ": "));
        if spans.len() > SHOWN {
            all = Line::join([all, words, Line::new().dim(" …")], "");
        } else {
            all = Line::join([all, words], "");
        }
        self.block(false, label, [all]);
    }
}
