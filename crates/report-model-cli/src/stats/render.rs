//! The counts as lines with bars.

use crate::check::rules::title;
use crate::lang::Lang;
use crate::output::card::Look;
use crate::output::paint::{BAD, DIM, FIGURE, GOOD, Line, PLAIN, TITLE, WARN};
use anstyle::Style;
use report_model::{PartState, Severity};
use report_tables::{Answers, Summary};

/// Columns of the labels.
const LABEL: usize = 22;
/// Rules shown; all are in JSON.
const RULES: usize = 15;

/// The whole summary.
pub(crate) fn text(summary: &Summary, look: Look) -> String {
    let mut page = Page { look, out: String::new() };
    page.head(summary);
    if summary.reports == 0 {
        return page.out;
    }
    let zh = |zh, en| look.lang.pick(zh, en);
    page.title(zh("年度", "Years"));
    let years = summary.years.iter().map(|(year, count)| (year.to_string(), *count));
    page.bars(years, summary.without_year);
    page.title(zh("省份", "Provinces"));
    let mut provinces: Vec<(String, u64)> = summary.provinces.clone().into_iter().collect();
    provinces.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    page.bars(provinces.into_iter(), summary.without_province);
    page.parts(summary);
    page.channels(summary);
    page.title(zh("依申请公开与举报", "Applications and complaints"));
    page.answers(zh("收到申请", "applications"), &summary.requests, summary.reports);
    page.answers(zh("举报", "complaints"), &summary.complaints, summary.reports);
    page.findings(summary);
    page.out
}

struct Page {
    look: Look,
    out: String,
}

impl Page {
    fn line(&mut self, line: &Line) {
        line.render(&mut self.out, self.look.width, self.look.colour);
        self.out.push('\n');
    }

    fn title(&mut self, words: &str) {
        self.out.push('\n');
        self.line(&Line::new().with(TITLE, words));
    }

    fn head(&mut self, s: &Summary) {
        let unreadable: u64 = s.unreadable.values().sum();
        let years = match (s.years.first_key_value(), s.years.last_key_value()) {
            (Some((first, _)), Some((last, _))) if first != last => format!("{first}–{last}"),
            (Some((only, _)), _) => only.to_string(),
            _ => String::new(),
        };
        let words = match self.look.lang {
            Lang::Zh => [
                format!("{} 份年度报告", grouped(s.reports)),
                format!("{} 所学校", grouped(s.institutions)),
                years,
                format!("{} 个数值", grouped(s.measures)),
                format!("{} 个数字未归属", grouped(s.unclaimed)),
            ],
            Lang::En => [
                format!("{} annual reports", grouped(s.reports)),
                format!("{} institutions", grouped(s.institutions)),
                years,
                format!("{} quantities", grouped(s.measures)),
                format!("{} numbers unexplained", grouped(s.unclaimed)),
            ],
        };
        let line = Line::join(words.iter().map(|words| Line::new().plain(words)), " · ");
        self.line(&line);
        let others = [
            (s.others, self.look.lang.pick("份其他文件", "other documents")),
            (unreadable, self.look.lang.pick("份无法读取", "unreadable")),
        ];
        let others = others.iter().filter(|(count, _)| *count > 0);
        let line = Line::join(
            others.map(|(count, words)| Line::new().with(WARN, &format!("{count} {words}"))),
            " · ",
        );
        if !line.is_empty() {
            self.line(&line);
        }
    }

    /// Columns of the bars.
    fn room(&self) -> usize {
        self.look.width.saturating_sub(LABEL + 14).clamp(10, 40)
    }

    fn bars(&mut self, rows: impl Iterator<Item = (String, u64)>, unknown: u64) {
        let mut rows: Vec<(String, u64)> = rows.collect();
        if unknown > 0 {
            rows.push((self.look.lang.pick("未说明", "not stated").to_owned(), unknown));
        }
        let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(1);
        for (label, count) in rows {
            let bar = bar(count, most, self.room());
            let line =
                Line::new().cell(PLAIN, &label, LABEL).with(FIGURE, &bar).plain(" ").plain(&grouped(count));
            self.line(&line);
        }
    }

    fn parts(&mut self, s: &Summary) {
        let lang = self.look.lang;
        self.title(lang.pick("规定部分", "Prescribed parts"));
        for (role, states) in &s.parts {
            let of = |state| states.get(&state).copied().unwrap_or(0);
            let asked: u64 =
                states.values().sum::<u64>() - of(PartState::NotPrescribed) - of(PartState::Unknown);
            let shown = [
                (PartState::Present, GOOD, lang.pick("单列", "present")),
                (PartState::Merged, WARN, lang.pick("并入他部分", "merged")),
                (PartState::Missing, BAD, lang.pick("缺少", "missing")),
            ];
            let mut line = Line::new().cell(PLAIN, lang.role(*role), LABEL);
            let room = self.room();
            let mut used = 0;
            for (state, style, _) in shown {
                let cells = share(of(state), asked, room).min(room - used);
                used += cells;
                line = line.with(style, &sign(state).repeat(cells));
            }
            line = line.blank(room - used + 1);
            let words = shown.iter().filter(|(state, ..)| of(*state) > 0).map(|(state, style, words)| {
                Line::new().with(*style, &grouped(of(*state))).dim(&format!(" {words}"))
            });
            let line = Line::join([line, Line::join(words, " · ")], "");
            self.line(&line);
        }
    }

    fn channels(&mut self, s: &Summary) {
        let lang = self.look.lang;
        self.title(lang.pick(
            "公开渠道（提到的报告数，其中给出数字的）",
            "Channels (reports that name them, of these with numbers)",
        ));
        let mut rows: Vec<_> = s.channels.iter().collect();
        rows.sort_by(|a, b| b.1.named.cmp(&a.1.named).then_with(|| a.0.cmp(b.0)));
        for (name, count) in rows {
            let label = name.parse().map_or(name.as_str(), |channel| lang.channel(channel));
            let room = self.room();
            let (named, counted) =
                (share(count.named, s.reports, room), share(count.counted, s.reports, room));
            let line = Line::new()
                .cell(PLAIN, label, LABEL)
                .with(FIGURE, &"█".repeat(counted.min(named)))
                .with(DIM, &"░".repeat(named.saturating_sub(counted)))
                .blank(room - named + 1)
                .plain(&grouped(count.named))
                .dim(&format!(" / {}", grouped(count.counted)));
            self.line(&line);
        }
    }

    fn answers(&mut self, label: &str, answers: &Answers, reports: u64) {
        let lang = self.look.lang;
        let percent = |count: u64| format!("{:.0}%", 100.0 * count as f64 / reports.max(1) as f64);
        let parts = [
            (answers.stated, FIGURE, lang.pick("写明数字", "a number")),
            (answers.nil, GOOD, lang.pick("写明没有", "stated none")),
            (answers.not_mentioned, WARN, lang.pick("未提及", "not mentioned")),
        ];
        let words = parts.into_iter().map(|(count, style, words): (u64, Style, &str)| {
            Line::new()
                .with(style, &percent(count))
                .plain(&format!(" {words}"))
                .dim(&format!(" {}", grouped(count)))
        });
        let sum = match lang {
            Lang::Zh => format!("合计 {} 件", grouped(answers.total as u64)),
            Lang::En => format!("{} in all", grouped(answers.total as u64)),
        };
        let row = Line::join(words.chain([Line::new().plain(&sum)]), " · ");
        let line = Line::join([Line::new().cell(PLAIN, label, LABEL), row], "");
        self.line(&line);
    }

    fn findings(&mut self, s: &Summary) {
        let lang = self.look.lang;
        self.title(lang.pick("发现（处数，报告数）", "Findings (how many, in how many reports)"));
        let mut rows: Vec<_> = s.findings.iter().collect();
        rows.sort_by(|a, b| a.1.severity.cmp(&b.1.severity).then(b.1.files.cmp(&a.1.files)));
        for (code, count) in rows.iter().take(RULES) {
            let style = match count.severity {
                Severity::Error => BAD,
                Severity::Warning => WARN,
                _ => DIM,
            };
            let line = Line::new()
                .with(style, code)
                .plain(" ")
                .cell_right(PLAIN, &grouped(count.count), 8)
                .cell_right(DIM, &grouped(count.files), 8)
                .plain("  ")
                .plain(title(code, lang));
            self.line(&line);
        }
        if let Some(more) = rows.len().checked_sub(RULES).filter(|more| *more > 0) {
            let words = match lang {
                Lang::Zh => format!("另有 {more} 条规则，见 --format json"),
                Lang::En => format!("{more} more rules: --format json"),
            };
            self.line(&Line::new().dim(&words));
        }
    }
}

/// A state must not be told by its colour alone.
const fn sign(state: PartState) -> &'static str {
    match state {
        PartState::Present => "█",
        PartState::Merged => "▒",
        _ => "·",
    }
}

/// Cells of a bar for a count; at least one for what is there at all.
fn share(count: u64, most: u64, room: usize) -> usize {
    if count == 0 || most == 0 {
        return 0;
    }
    ((count as f64 / most as f64 * room as f64).round() as usize).clamp(1, room)
}

fn bar(count: u64, most: u64, room: usize) -> String {
    "█".repeat(share(count, most, room))
}

/// 1234567 → 1,234,567.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
