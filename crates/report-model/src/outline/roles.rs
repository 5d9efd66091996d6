//! The role of each part: by its title, else by what its text speaks of and where it stands.

use super::Heading;
use crate::model::Role;
use crate::reading::View;
use crate::tables::{self, Hits};
use once_cell::sync::Lazy;

struct TitleWord {
    word: &'static str,
    role: Role,
    strong: bool,
}

static TITLE_WORDS: Lazy<Vec<TitleWord>> = Lazy::new(|| {
    let mut list = Vec::new();
    for row in tables::rows(include_str!("../../data/roles.csv")) {
        let Ok(role) = row[0].parse() else { continue };
        list.extend(tables::alternatives(row[2]).map(|word| TitleWord { word, role, strong: row[1] == "strong" }));
    }
    list
});

/// The usual order of parts.
const ORDER: [Role; 9] = [
    Role::Overview,
    Role::Proactive,
    Role::KeyAreas,
    Role::OnRequest,
    Role::Appraisal,
    Role::Complaints,
    Role::Improvement,
    Role::OtherMatters,
    Role::Checklist,
];

/// Cue words of the text that speak for a role.
const BODY: [(&str, Role); 8] = [
    ("request", Role::OnRequest),
    ("fee", Role::OnRequest),
    ("appraise", Role::Appraisal),
    ("complaint", Role::Complaints),
    ("remedy", Role::Complaints),
    ("problem", Role::Improvement),
    ("plan", Role::Improvement),
    ("organise", Role::Overview),
];

/// Gives every heading its role. Parts below the top without a telling title share the role of the part above.
pub(super) fn assign(view: &View<'_>, hits: &Hits, headings: &mut [Heading]) {
    let top = headings.iter().map(|h| h.level).min().unwrap_or(1);
    let mut previous: Option<Role> = None;
    let count = headings.iter().filter(|h| h.level == top).count();
    let mut nth = 0;
    for i in 0..headings.len() {
        let heading = &headings[i];
        let title = view.words(heading.title.clone());
        let role = if heading.level == top {
            nth += 1;
            let role = by_title(title, true).unwrap_or_else(|| by_context(view, hits, heading, previous, nth, count));
            previous = Some(role);
            role
        } else {
            let above = heading.parent.map_or(Role::Other, |p| headings[p].role);
            match by_title(title, true) {
                // Inside 主动公开 the sub-part 重点领域 keeps the part's role family but is named; others need care:
                // a sub-part 存在问题 of 经验、问题 is improvement all the same.
                Some(role) if matches!(role, Role::OnRequest | Role::Appraisal | Role::Complaints | Role::KeyAreas) && above != Role::Improvement => role,
                _ => above,
            }
        };
        headings[i].role = role;
    }
}

/// The role named first by a deciding word of the title.
fn by_title(title: &str, strong: bool) -> Option<Role> {
    let mut best: Option<(usize, usize, Role)> = None;
    for entry in TITLE_WORDS.iter().filter(|entry| entry.strong == strong) {
        if let Some(at) = title.find(entry.word) {
            let better = best.is_none_or(|(b, len, _)| at < b || at == b && entry.word.len() > len);
            if better {
                best = Some((at, entry.word.len(), entry.role));
            }
        }
    }
    best.map(|(_, _, role)| role)
}

/// No deciding word: weigh the weak words of the title, the words of the text and the place in the order.
fn by_context(view: &View<'_>, hits: &Hits, heading: &Heading, previous: Option<Role>, nth: usize, count: usize) -> Role {
    let title = view.words(heading.title.clone());
    let mut scores = [0f32; ORDER.len()];
    let index = |role: Role| ORDER.iter().position(|&r| r == role);
    let mut add = |role: Role, score: f32| {
        if let Some(i) = index(role) {
            scores[i] += score;
        }
    };
    for entry in TITLE_WORDS.iter().filter(|entry| !entry.strong && title.contains(entry.word)) {
        add(entry.role, if by_title(title, false) == Some(entry.role) { 1.2 } else { 0.4 });
    }
    let body = heading.body..heading.end;
    let kilo = (body.len() as f32 / 600.0).max(1.0);
    for (cue, role) in BODY {
        let found = hits.words(body.clone(), cue).count() as f32;
        add(role, (found / kilo).min(3.0) * 0.5);
    }
    let named = hits.channels(body.clone()).count() as f32;
    add(Role::Proactive, (named / kilo).min(3.0) * 0.25);
    if nth == 1 {
        add(Role::Overview, 1.5);
    } else if nth == count {
        add(Role::Improvement, 0.8);
    }
    if let Some(next) = previous.and_then(index).and_then(|i| ORDER.get(i + 1)) {
        add(*next, 0.5);
        if *next == Role::KeyAreas {
            add(Role::OnRequest, 0.3);
        }
    }
    let best = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    best.filter(|(_, score)| **score >= 0.9).map_or(Role::Other, |(i, _)| ORDER[i])
}

/// The role that a folded title names by a deciding word.
pub(crate) fn title_role(title: &str) -> Option<Role> {
    by_title(title, true)
}
