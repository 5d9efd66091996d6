//! Applications and remedies. "Stated to be none" and "not mentioned" are different answers and look different.

use super::super::paint::{DIM, FIGURE, Line, PLAIN};
use super::Card;
use super::figures::grouped;
use report_model::{Stated, StatedCount};

impl Card<'_> {
    pub(super) fn requests(&mut self) {
        let r = &self.report.requests;
        let outcomes = [
            (self.pick("收到申请", "received"), r.received),
            (self.pick("予以公开", "granted"), r.granted),
            (self.pick("部分公开", "partly granted"), r.partly_granted),
            (self.pick("不予公开", "refused"), r.refused),
            (self.pick("不掌握", "not held"), r.not_held),
            (self.pick("其他处理", "other"), r.other),
            (self.pick("正在办理", "pending"), r.pending),
            (self.pick("收费", "fees"), r.fees),
        ];
        let (said, silent): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(|(_, count)| count.is_some());
        let mut lines: Vec<Line> = Vec::new();
        let columns = self.pick(10, 16);
        for (name, count) in said {
            let unit = if name == self.pick("收费", "fees") { self.pick(" 元", " yuan") } else { "" };
            lines.push(Line::join([Line::new().cell(PLAIN, name, columns), self.count(count, unit)], ""));
        }
        lines.extend(self.grounds());
        if lines.is_empty() {
            lines.push(self.not_mentioned());
        } else if !silent.is_empty() {
            let names = silent.into_iter().map(|(name, _)| Line::new().dim(name));
            let names = Line::flow(names, self.pick("、", ", "), self.inner() - columns);
            let mut label = self.pick("未提及", "not mentioned");
            for row in names {
                lines.push(Line::join([Line::new().cell(DIM, label, columns), row], ""));
                label = "";
            }
        }
        self.block(true, self.pick("依申请公开", "On request"), lines);
        self.oversight();
    }

    fn grounds(&self) -> Option<Line> {
        let refusals = &self.report.refusals;
        let grounds = refusals.iter().map(|refusal| {
            let line = Line::new().plain(self.look.lang.ground(refusal.ground));
            match refusal.count {
                Some(count) => line.blank(1).with(FIGURE, &grouped(count)),
                None => line,
            }
        });
        let grounds = Line::join(grounds, self.pick("、", ", "));
        let label = Line::new().cell(PLAIN, self.pick("不予理由", "grounds"), self.pick(10, 16));
        (!grounds.is_empty()).then(|| Line::join([label, grounds], ""))
    }

    fn oversight(&mut self) {
        let o = &self.report.oversight;
        let items = [
            (self.pick("举报投诉", "complaints"), o.complaints),
            (self.pick("行政复议", "reconsiderations"), o.reconsiderations),
            (self.pick("行政诉讼", "lawsuits"), o.lawsuits),
        ];
        let columns = self.pick(10, 18);
        let lines = items.map(|(name, count)| {
            Line::join([Line::new().cell(PLAIN, name, columns), self.count(count, "")], "")
        });
        self.block(true, self.pick("监督救济", "Oversight"), lines);
    }

    /// A number, "无" or "未提及".
    fn count(&self, count: Option<StatedCount>, unit: &str) -> Line {
        match count {
            None => self.not_mentioned(),
            Some(count) if count.stated == Stated::Nil => Line::new().plain(self.pick("无", "none")),
            Some(count) => Line::new().with(FIGURE, &grouped(count.value)).dim(unit),
        }
    }
}
