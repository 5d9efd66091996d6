//! What the report cites, which problems it names and what it plans.

use super::super::paint::{DIM, Line, PLAIN};
use super::super::width::{sanitise, wrap};
use super::Card;
use report_model::Point;

/// Citations and points shown; the JSON has all.
const CITATIONS: usize = 5;
const POINTS: usize = 3;

impl Card<'_> {
    pub(super) fn citations(&mut self) {
        let citations = &self.report.citations;
        let mut lines: Vec<Line> = Vec::new();
        for citation in citations.iter().take(CITATIONS) {
            let title = wrap(&sanitise(&format!("《{}》", citation.title)), self.inner(), 2);
            let mut rows = title.iter().map(|row| Line::new().plain(row)).collect::<Vec<_>>();
            if let Some(number) = &citation.document_number {
                let last = rows.pop().unwrap_or_default();
                rows.extend(Line::flow([last, Line::new().dim(&number.text)], " ", self.inner()));
            }
            lines.extend(rows);
        }
        lines.extend(self.more(citations.len().saturating_sub(CITATIONS)));
        if lines.is_empty() {
            lines.push(self.not_mentioned());
        }
        self.block(true, self.pick("引用文件", "Cites"), lines);
    }

    pub(super) fn points(&mut self) {
        let report = self.report;
        let problems = self.list(&report.problems);
        self.block(true, self.pick("存在问题", "Problems"), problems);
        let improvements = self.list(&report.improvements);
        self.block(true, self.pick("改进措施", "Improvements"), improvements);
    }

    fn list(&self, points: &[Point]) -> Vec<Line> {
        if points.is_empty() {
            return vec![self.not_mentioned()];
        }
        let mut lines = Vec::new();
        for (i, point) in points.iter().take(POINTS).enumerate() {
            let number = Line::new().with(DIM, &format!("{} ", i + 1));
            let room = self.inner() - number.width();
            for (k, words) in wrap(&sanitise(&point.value), room, 2).iter().enumerate() {
                let start = if k == 0 { number.clone() } else { Line::new().blank(number.width()) };
                lines.push(Line::join([start, Line::new().with(PLAIN, words)], ""));
            }
        }
        lines.extend(self.more(points.len().saturating_sub(POINTS)));
        lines
    }
}
