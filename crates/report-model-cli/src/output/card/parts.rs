//! The parts that the Ministry's notices prescribe: which are there, under what headings.

use super::super::paint::{DIM, GOOD, Line, PLAIN, WARN};
use super::Card;
use report_model::{ChecklistStatus, Role, Section};

/// Prescribed parts, in the order of the notices, each with the first year that a report had to have it, and words
/// by which the heading of a merged part names it (四、评议、举报情况).
const PRESCRIBED: [(Role, u16, &[&str]); 8] = [
    (Role::Overview, 2011, &["概述", "概况", "概況"]),
    (Role::Proactive, 2011, &["主动公开", "主動公開"]),
    (Role::OnRequest, 2013, &["依申请", "依申請"]),
    (Role::Appraisal, 2013, &["评议", "評議"]),
    (Role::Complaints, 2013, &["举报", "舉報", "投诉", "投訴", "复议", "復議", "诉讼", "訴訟"]),
    (Role::Improvement, 2011, &["问题", "問題", "改进", "改進"]),
    (Role::OtherMatters, 2018, &["其他需要", "其它需要"]),
    (Role::Checklist, 2017, &["清单", "清單"]),
];

impl Card<'_> {
    pub(super) fn parts(&mut self) {
        let report = self.report;
        let mut lines: Vec<Line> = Vec::new();
        for (role, since, words) in PRESCRIBED {
            let merged = || {
                let names = |s: &&Section| words.iter().any(|word| s.title.value.contains(word));
                report.sections.iter().find(names)
            };
            let line = match report.section(role).or_else(merged) {
                Some(section) => self.part(role, section),
                None => self.missing(role, report.coverage.is_none_or(|c| c.last >= since)),
            };
            lines.push(line);
        }
        // What a school adds of its own, where it stands at the top.
        let own = |s: &&Section| matches!(s.role, Role::KeyAreas | Role::Other);
        for section in report.sections.iter().filter(own) {
            lines.push(self.part(section.role, section));
        }
        lines.extend(self.declared());
        let label = self.pick("规定部分", "Parts");
        self.block(true, label, lines);
        self.checklist();
    }

    fn part(&self, role: Role, section: &Section) -> Line {
        let label = section.label.as_deref().unwrap_or("");
        let name = self.look.lang.role(role);
        Line::new()
            .with(GOOD, "✓ ")
            .cell(PLAIN, name, self.part_columns())
            .dim(label)
            .dim(&section.title.value)
    }

    fn missing(&self, role: Role, prescribed: bool) -> Line {
        let name = self.look.lang.role(role);
        let (style, words) = if prescribed {
            (WARN, self.pick("没有单独成章", "no part of its own"))
        } else {
            (DIM, self.pick("当年尚未要求", "not yet prescribed that year"))
        };
        Line::new().with(style, "- ").cell(DIM, name, self.part_columns()).with(style, words)
    }

    fn part_columns(&self) -> usize {
        self.pick(12, 15)
    }

    /// What the preamble announces, where it differs from what is there.
    fn declared(&self) -> Option<Line> {
        let count = self.report.declared_parts.as_ref()?.count?;
        let found = self.report.sections.iter().filter(|s| s.level == 1 && s.label.is_some()).count();
        if found == count as usize {
            return None;
        }
        let words = match self.look.lang {
            crate::lang::Lang::Zh => format!("  前言称有 {count} 个部分，正文有 {found} 个"),
            crate::lang::Lang::En => format!("  announces {count} parts, has {found}"),
        };
        Some(Line::new().dim(&words))
    }

    fn checklist(&mut self) {
        let entries = &self.report.checklist;
        if entries.is_empty() {
            return;
        }
        let lang = self.look.lang;
        let of = |status: ChecklistStatus| {
            let count = entries.iter().filter(|e| e.status == status).count();
            (count > 0).then(|| Line::new().plain(&format!("{} {count}", lang.checklist(status))))
        };
        let touched = match lang {
            crate::lang::Lang::Zh => format!("50 项中提到 {} 项：", entries.len()),
            crate::lang::Lang::En => format!("{} of 50 items: ", entries.len()),
        };
        let states = Line::join(ChecklistStatus::ALL.iter().filter_map(|&s| of(s)), " · ");
        let line = Line::join([Line::new().dim(&touched), states], "");
        self.block(false, self.pick("清单", "Checklist"), [line]);
    }
}
