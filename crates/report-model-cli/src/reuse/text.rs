//! Passages on a terminal: words, where they stand, which is likely the first.

use super::words::Words;
use crate::lang::Lang;
use crate::output::paint::{DIM, GOOD, Line, TITLE};
use crate::output::width::{sanitise, wrap};
use crate::sources::Screen;
use report_compare::reuse::{Cluster, DocumentInfo, Reach, Reuse};

/// Lines of a quotation.
const LINES: usize = 3;
/// Places listed of a passage.
const PLACES: usize = 8;

pub(super) fn render(reuse: &Reuse, words: &Words, top: usize, screen: Screen) -> String {
    let mut page = Page { screen, out: String::new() };
    for (index, cluster) in reuse.clusters.iter().take(top).enumerate() {
        page.cluster(index + 1, cluster, reuse, words.of(cluster));
    }
    page.summary(reuse, top);
    page.out
}

struct Page {
    screen: Screen,
    out: String,
}

impl Page {
    fn pick<T>(&self, zh: T, en: T) -> T {
        self.screen.lang.pick(zh, en)
    }

    fn line(&mut self, line: &Line) {
        line.render(&mut self.out, self.screen.width, self.screen.colour);
        self.out.push('\n');
    }

    fn cluster(&mut self, number: usize, cluster: &Cluster, reuse: &Reuse, words: Option<&str>) {
        let Cluster { institutions, members, characters, .. } = cluster;
        let (places, reach) = (members.len(), cluster.reach);
        let head = match (self.screen.lang, reach) {
            (Lang::Zh, Reach::Between) => format!("{institutions} 所学校 {places} 处，{characters} 字"),
            (Lang::Zh, Reach::Within) => format!("同一学校 {places} 处，{characters} 字"),
            (Lang::En, Reach::Between) => {
                format!("{places} places, {institutions} schools, {characters} characters")
            }
            (Lang::En, Reach::Within) => format!("{places} places of one school, {characters} characters"),
        };
        let line = Line::new().with(TITLE, &format!("{number}. ")).with(TITLE, &head);
        self.line(&line);
        let columns = self.screen.width.saturating_sub(5);
        for row in words.map(|words| wrap(&sanitise(words), columns, LINES)).unwrap_or_default() {
            let line = Line::new().dim("   │ ").plain(&row);
            self.line(&line);
        }
        for (index, member) in (0u32..).zip(members).take(PLACES) {
            let Some(document) = reuse.documents.get(member.document as usize) else { continue };
            let first = cluster.original == Some(index);
            let mark = if first { self.pick("可能最早", "likely first") } else { "" };
            let line = Line::new()
                .blank(3)
                .cell(GOOD, mark, self.pick(9, 13))
                .cell(DIM, &when(document), 11)
                .plain(document.key.as_deref().unwrap_or("—"))
                .dim("  ")
                .dim(&document.source);
            self.line(&line);
        }
        if places > PLACES {
            let rest = places - PLACES;
            let line =
                Line::new().blank(3).dim(&self.pick(format!("另有 {rest} 处"), format!("{rest} more")));
            self.line(&line);
        }
        self.out.push('\n');
    }

    fn summary(&mut self, reuse: &Reuse, top: usize) {
        let count = |reach| reuse.clusters.iter().filter(|cluster| cluster.reach == reach).count();
        let (between, within) = (count(Reach::Between), count(Reach::Within));
        let (common, looked_at) = (reuse.common.len(), reuse.looked_at);
        let reports = reuse.documents.len();
        let line = match self.screen.lang {
            Lang::Zh => format!("{reports} 份报告：校际相近段落 {between} 组，本校各年之间 {within} 组"),
            Lang::En => format!(
                "{}: {} shared between schools, {within} between years of a school",
                many(reports, "report"),
                many(between, "passage")
            ),
        };
        self.line(&Line::new().with(TITLE, &line));
        let line = match self.screen.lang {
            Lang::Zh => format!(
                "比较语句 {} 条；另有规定用语 {} 条、统计语句 {} 条、通用说法 {common} 组不计在内",
                looked_at.passages, looked_at.prescribed, looked_at.figures
            ),
            Lang::En => format!(
                "{} compared; set apart: {} of prescribed wording, {} of statistics, {} of common wording",
                many(looked_at.passages as usize, "sentence"),
                looked_at.prescribed,
                looked_at.figures,
                many(common, "group")
            ),
        };
        self.line(&Line::new().dim(&line));
        if let Some(rest) = reuse.clusters.len().checked_sub(top).filter(|&rest| rest > 0) {
            let line = self.pick(
                format!("另有 {rest} 组未显示；--top 或 --format jsonl 给出全部"),
                format!("{rest} more are not shown; --top or --format jsonl has them all"),
            );
            self.line(&Line::new().dim(&line));
        }
    }
}

/// One report, two reports.
fn many(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// The day, else the year.
fn when(document: &DocumentInfo) -> String {
    let day = document.date.map(|date| date.to_string());
    day.or_else(|| document.year.map(|year| year.to_string())).unwrap_or_else(|| "?".to_owned())
}
