//! The parts that the Ministry's notices prescribe: which are there, under what headings.

use super::super::paint::{DIM, GOOD, Line, PLAIN, WARN};
use super::Card;
use report_model::{ChecklistStatus, PartState, Role, Section, Span};

impl Card<'_> {
    pub(super) fn parts(&mut self) {
        let report = self.report;
        let mut lines: Vec<Line> = Vec::new();
        for part in &report.parts {
            let heading = |span: &Span| report.all_sections().find(|section| section.title.span == *span);
            lines.push(match part.span.as_ref().and_then(heading) {
                Some(section) => self.part(part.role, section),
                None => self.missing(part.role, part.state),
            });
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

    fn missing(&self, role: Role, state: PartState) -> Line {
        let name = self.look.lang.role(role);
        let (style, words) = match state {
            PartState::NotPrescribed => (DIM, self.pick("当年尚未要求", "not yet prescribed that year")),
            PartState::Unknown => (DIM, self.pick("无法判断", "cannot be told")),
            _ => (WARN, self.pick("没有单独成章", "no part of its own")),
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
