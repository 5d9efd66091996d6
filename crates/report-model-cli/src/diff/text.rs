//! The comparison on a terminal: who, how much was carried over, values, parts.

use crate::lang::Lang;
use crate::output::paint::{BAD, DIM, FIGURE, GOOD, Line, PLAIN, TITLE, WARN};
use crate::output::width::width;
use crate::sources::Screen;
use anstyle::Style;
use report_compare::render;
use report_compare::{Change, Comparison, Document, SectionPair, SectionState, ValueChange};

/// Widest name of a value, in columns.
const NAME: usize = 34;

pub(super) fn render(comparison: &Comparison, screen: Screen) -> String {
    let mut page = Page { screen, out: String::new() };
    page.head(comparison);
    page.values(comparison);
    page.sections(comparison);
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

    fn head(&mut self, comparison: &Comparison) {
        let names = self.pick(["左", "右"], ["left", "right"]);
        for (name, document) in names.into_iter().zip([&comparison.left, &comparison.right]) {
            let title = document.title.as_ref().map_or_else(|| who(document), |title| title.value.clone());
            let share = self.pick("逐字沿用 ", "carried over ").to_owned() + &render::share(&document.share);
            let line = Line::new().cell(DIM, name, 6).with(TITLE, &title).dim("  ").dim(&share);
            self.line(&line);
            if let Some(source) = &document.source {
                let line = Line::new().blank(6).dim(source);
                self.line(&line);
            }
        }
    }

    fn values(&mut self, comparison: &Comparison) {
        let tally = comparison.tally;
        let counts = match self.screen.lang {
            Lang::Zh => format!(
                "变动 {}  新增 {}  不再出现 {}  相同 {}",
                tally.changed, tally.added, tally.gone, tally.same
            ),
            Lang::En => {
                format!(
                    "{} changed  {} added  {} gone  {} the same",
                    tally.changed, tally.added, tally.gone, tally.same
                )
            }
        };
        self.out.push('\n');
        let line = Line::new().with(TITLE, self.pick("数值与事实", "Values")).dim("  ").dim(&counts);
        self.line(&line);
        let lang = self.screen.lang.into();
        let names = comparison.values.iter().map(|value| width(&render::title(value, lang)));
        let columns = names.max().unwrap_or(0).min(NAME) + 2;
        for value in &comparison.values {
            let line = self.value(value, columns);
            self.line(&line);
        }
    }

    fn value(&self, value: &ValueChange, columns: usize) -> Line {
        let lang = self.screen.lang.into();
        let (sign, style) = sign(value.change);
        let line = Line::new().with(style, sign).blank(1).cell(PLAIN, &render::title(value, lang), columns);
        let [left, right] = [&value.left, &value.right].map(|side| render::value(side.as_ref()));
        let line = match value.change {
            Change::Changed => line.plain(left).dim(" → ").with(FIGURE, right),
            Change::Added => line.with(FIGURE, right),
            Change::Gone => line.dim(left),
        };
        let difference = render::value_difference(value, lang);
        if difference.is_empty() { line } else { line.blank(2).dim(&difference) }
    }

    fn sections(&mut self, comparison: &Comparison) {
        self.out.push('\n');
        let line = Line::new().with(TITLE, self.pick("各部分", "Parts")).dim(
            self.pick("  右边逐字沿用左边的比例", "  how much of the right was carried over from the left"),
        );
        self.line(&line);
        for pair in &comparison.sections {
            let line = self.section(pair);
            self.line(&line);
        }
    }

    fn section(&self, pair: &SectionPair) -> Line {
        let (sign, style) = match pair.state {
            SectionState::Added => sign(Change::Added),
            SectionState::Gone => sign(Change::Gone),
            SectionState::Kept if pair.moved => ("↕", WARN),
            SectionState::Kept if pair.renamed => ("≈", WARN),
            SectionState::Kept => (" ", PLAIN),
        };
        let Some(side) = pair.right.as_ref().or(pair.left.as_ref()) else { return Line::new() };
        let name =
            format!("{}{}", side.path.last().map(String::as_str).unwrap_or_default(), side.title.value);
        let share = pair.right.as_ref().map_or_else(String::new, |side| render::share(&side.share));
        let mut note = render::section_note(pair, self.screen.lang.into());
        if let (Some(left), true) = (&pair.left, pair.renamed) {
            note +=
                &self.pick(format!("，原为“{}”", left.title.value), format!(", was “{}”", left.title.value));
        }
        let indent = 2 * side.path.len().saturating_sub(1);
        Line::new()
            .with(style, sign)
            .blank(1 + indent)
            .cell(PLAIN, &name, 44usize.saturating_sub(indent))
            .cell_right(FIGURE, &share, 6)
            .blank(2)
            .dim(&note)
    }
}

fn who(document: &Document) -> String {
    document.institution.as_ref().map_or_else(|| "—".to_owned(), |name| name.value.clone())
}

fn sign(change: Change) -> (&'static str, Style) {
    match change {
        Change::Changed => ("≠", WARN),
        Change::Added => ("+", GOOD),
        Change::Gone => ("-", BAD),
    }
}
