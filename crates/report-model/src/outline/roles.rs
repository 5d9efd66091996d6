//! The role of each part: by its title, else by what its text speaks of and where it stands.

use super::Heading;
use crate::lexis::lexicon::Lexicon;
use crate::model::Role;
use crate::order;
use crate::reading::View;
use crate::tables::{self, Hits, Name};
use once_cell::sync::Lazy;

/// The words of `data/roles.csv`, found in one pass over a title.
struct TitleWords {
    lexicon: Lexicon,
    /// Role and strength of each word.
    meaning: Vec<(Role, bool)>,
}

static TITLE_WORDS: Lazy<TitleWords> = Lazy::new(|| {
    let (mut words, mut meaning) = (Vec::new(), Vec::new());
    for row in tables::rows(include_str!("../../data/roles.csv")) {
        let Ok(role) = row[0].parse() else { continue };
        for word in tables::alternatives(row[2]) {
            words.push(word);
            meaning.push((role, row[1] == "strong"));
        }
    }
    TitleWords { lexicon: Lexicon::new(words), meaning }
});

/// A deciding or a weak word of a title.
struct TitleWord {
    start: usize,
    end: usize,
    role: Role,
}

/// The title's words of one strength.
fn title_words(title: &str, strong: bool) -> Vec<TitleWord> {
    let mut list = Vec::new();
    TITLE_WORDS.lexicon.each(title, |start, end, word| {
        let (role, strength) = TITLE_WORDS.meaning[word];
        if strength == strong {
            list.push(TitleWord { start, end, role });
        }
    });
    list
}

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
const BODY: [(Name, Role); 8] = [
    (Name::Request, Role::OnRequest),
    (Name::Fee, Role::OnRequest),
    (Name::Appraise, Role::Appraisal),
    (Name::Complaint, Role::Complaints),
    (Name::Remedy, Role::Complaints),
    (Name::Problem, Role::Improvement),
    (Name::Plan, Role::Improvement),
    (Name::Organise, Role::Overview),
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
            let role = by_title(title, true)
                .unwrap_or_else(|| by_context(view, hits, heading, previous, nth, count));
            previous = Some(role);
            role
        } else {
            let above = heading.parent.map_or(Role::Other, |p| headings[p].role);
            match by_title(title, true) {
                // Inside 主动公开 the sub-part 重点领域 keeps the part's role family but is named; others need care:
                // a sub-part 存在问题 of 经验、问题 is improvement all the same.
                Some(role)
                    if matches!(
                        role,
                        Role::OnRequest | Role::Appraisal | Role::Complaints | Role::KeyAreas
                    ) && above != Role::Improvement =>
                {
                    role
                }
                _ => above,
            }
        };
        headings[i].role = role;
    }
}

/// The role named first by a deciding word of the title; of words that begin together the longest.
fn by_title(title: &str, strong: bool) -> Option<Role> {
    let named = title_words(title, strong).into_iter();
    named.min_by_key(|word| (word.start, std::cmp::Reverse(word.end))).map(|word| word.role)
}

/// No deciding word: weigh the weak words of the title, the words of the text and the place in the order.
fn by_context(
    view: &View<'_>,
    hits: &Hits,
    heading: &Heading,
    previous: Option<Role>,
    nth: usize,
    count: usize,
) -> Role {
    let title = view.words(heading.title.clone());
    let mut scores = [0f32; ORDER.len()];
    let index = |role: Role| ORDER.iter().position(|&r| r == role);
    let mut add = |role: Role, score: f32| {
        if let Some(i) = index(role) {
            scores[i] += score;
        }
    };
    let first = by_title(title, false);
    let mut weighed = title_words(title, false);
    order::by_number(&mut weighed, |word| order::pair(word.end, word.start));
    weighed.dedup_by_key(|word| (word.start, word.role));
    for TitleWord { role, .. } in weighed {
        add(role, if first == Some(role) { 1.2 } else { 0.4 });
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

/// All roles that a folded title names by deciding words: a merged part names several.
pub(crate) fn title_roles(title: &str) -> impl Iterator<Item = Role> {
    title_words(title, true).into_iter().map(|word| word.role)
}

/// A word of the titles of parts stands in folded text.
pub(crate) fn names_a_part(text: &str) -> bool {
    TITLE_WORDS.lexicon.any(text)
}
