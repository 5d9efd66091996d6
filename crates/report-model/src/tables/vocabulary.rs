//! All words of the tables in one set: one pass over the text finds them all.

use super::{alternatives, rows};
use crate::lexis::fold::Fold;
use crate::lexis::lexicon::Lexicon;
use crate::model::Channel;
use crate::order;
use crate::reading::Blocks;
use once_cell::sync::Lazy;
use std::collections::HashMap;

/// The cues of `cues.csv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    Audience,
    Training,
    Rules,
    VerbRules,
    VerbDisclose,
    NounDisclosed,
    VerbOther,
    NounOther,
    Mask,
    Complaint,
    Grievance,
    Remedy,
    Request,
    Fee,
    Appraise,
    Problem,
    Plan,
    Organise,
    Negation,
    Contact,
    Navigation,
    Metadata,
    Elsewhere,
    Survey,
    Gap,
    SiteWord,
    PersonNumber,
    DeadLink,
}

impl Name {
    /// All of them, in their order, as the table names them.
    const ALL: [(&'static str, Self); 28] = [
        ("audience", Self::Audience),
        ("training", Self::Training),
        ("rules", Self::Rules),
        ("verb_rules", Self::VerbRules),
        ("verb_disclose", Self::VerbDisclose),
        ("noun_disclosed", Self::NounDisclosed),
        ("verb_other", Self::VerbOther),
        ("noun_other", Self::NounOther),
        ("mask", Self::Mask),
        ("complaint", Self::Complaint),
        ("grievance", Self::Grievance),
        ("remedy", Self::Remedy),
        ("request", Self::Request),
        ("fee", Self::Fee),
        ("appraise", Self::Appraise),
        ("problem", Self::Problem),
        ("plan", Self::Plan),
        ("organise", Self::Organise),
        ("negation", Self::Negation),
        ("contact", Self::Contact),
        ("navigation", Self::Navigation),
        ("metadata", Self::Metadata),
        ("elsewhere", Self::Elsewhere),
        ("survey", Self::Survey),
        ("gap", Self::Gap),
        ("site_word", Self::SiteWord),
        ("person_number", Self::PersonNumber),
        ("dead_link", Self::DeadLink),
    ];

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, cue)| *cue)
    }
}

/// What a found word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// Names a channel.
    Channel(Channel),
    /// A word of `cues.csv`.
    Word(Name),
    /// Touches an item of the checklist.
    Item(u8),
}

/// Most items of the checklist, with room for more.
const ITEMS: usize = 64;

impl Cue {
    /// Cues that rival one another have one number: all channels, and each cue with itself.
    const fn rivalry(self) -> usize {
        match self {
            Self::Item(item) => item as usize % ITEMS,
            Self::Channel(_) => ITEMS,
            Self::Word(name) => ITEMS + 1 + name as usize,
        }
    }
}

/// A word found in the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    pub start: usize,
    pub end: usize,
    pub cue: Cue,
}

/// The compiled vocabulary.
pub(crate) struct Vocabulary {
    lexicon: Lexicon,
    /// Cues of each word; it may stand in several tables.
    cues: Vec<Vec<Cue>>,
}

static VOCABULARY: Lazy<Vocabulary> = Lazy::new(Vocabulary::build);

/// The vocabulary of all tables, compiled at first use.
pub(crate) fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

impl Vocabulary {
    fn build() -> Self {
        // Folded text is searched, so the words are folded too.
        let fold = Fold::new();
        let mut words: Vec<(String, Vec<Cue>)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut add = |word: &str, cue| {
            let word: String = word.chars().map(|c| fold.char(c)).collect();
            let place = *places.entry(word.clone()).or_insert(words.len());
            match words.get_mut(place) {
                Some((_, cues)) => cues.push(cue),
                None => words.push((word, vec![cue])),
            }
        };
        for row in rows(include_str!("../../data/channels.csv")) {
            if let Ok(channel) = row[0].parse() {
                for word in alternatives(row[1]) {
                    add(word, Cue::Channel(channel));
                }
            }
        }
        for row in rows(include_str!("../../data/cues.csv")) {
            if let Some(name) = Name::parse(row[0]) {
                for word in alternatives(row[1]) {
                    add(word, Cue::Word(name));
                }
            }
        }
        for row in rows(include_str!("../../data/checklist.csv")) {
            if let Ok(item) = row[0].parse() {
                for word in alternatives(row[4]) {
                    add(word, Cue::Item(item));
                }
            }
        }
        // Words that begin others come before them.
        order::by_number(&mut words, |(word, _)| word.len() as u64);
        let lexicon = Lexicon::new(words.iter().map(|(word, _)| word.as_str()));
        Self { lexicon, cues: words.into_iter().map(|(_, cues)| cues).collect() }
    }

    /// Finds all words, also overlapping ones, by start and end; of several rivals that lie inside one another, only the
    /// longest stays.
    pub(crate) fn find(&self, text: &str) -> Hits {
        let mut list: Vec<Hit> = Vec::with_capacity(text.len() / 8);
        // How far the words of each rivalry reach so far, and where the hits that start here begin in the list.
        let mut reach = [0; ITEMS + 1 + Name::ALL.len()];
        let (mut here, mut first) = (0, 0);
        self.lexicon.each(text, |start, end, word| {
            if start > here {
                (here, first) = (start, list.len());
            }
            for &cue in &self.cues[word] {
                let rivalry = cue.rivalry();
                if reach[rivalry] >= end {
                    continue;
                }
                reach[rivalry] = end;
                if let Some(shorter) = list[first..].iter().position(|hit| hit.cue.rivalry() == rivalry) {
                    list.remove(first + shorter);
                }
                list.push(Hit { start, end, cue });
            }
        });
        let blocks = Blocks::new(text.len(), list.iter().map(|hit| hit.start));
        Hits { list, blocks }
    }
}

/// The words found in a text, by start.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    list: Vec<Hit>,
    blocks: Blocks,
}

impl Hits {
    /// Those that lie inside a range.
    pub(crate) fn within(
        &self,
        range: std::ops::Range<usize>,
    ) -> impl DoubleEndedIterator<Item = &Hit> + Clone {
        let first = |at: usize| {
            let part = self.blocks.around(at);
            part.start + self.list[part].partition_point(|hit| hit.start < at)
        };
        let from = first(range.start);
        self.list[from..first(range.end).max(from)].iter().filter(move |hit| hit.end <= range.end)
    }

    /// Cue words of one name inside a range.
    pub(crate) fn words(
        &self,
        range: std::ops::Range<usize>,
        name: Name,
    ) -> impl DoubleEndedIterator<Item = &Hit> + Clone {
        self.within(range).filter(move |hit| hit.cue == Cue::Word(name))
    }

    /// True where a cue word of a name stands inside a range.
    pub(crate) fn has(&self, range: std::ops::Range<usize>, name: Name) -> bool {
        self.words(range, name).next().is_some()
    }

    /// Channels named inside a range.
    pub(crate) fn channels(
        &self,
        range: std::ops::Range<usize>,
    ) -> impl DoubleEndedIterator<Item = (&Hit, Channel)> + Clone {
        self.within(range).filter_map(|hit| if let Cue::Channel(c) = hit.cue { Some((hit, c)) } else { None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_table() {
        for (i, row) in rows(include_str!("../../data/cues.csv")).enumerate() {
            assert_eq!(Name::parse(row[0]).map(|name| name as usize), Some(i), "{}", row[0]);
        }
    }

    #[test]
    fn the_longest_of_rivals_stays() {
        let hits = vocabulary().find("信息公开申请");
        let found: Vec<_> = hits.words(0..18, Name::Request).map(|hit| (hit.start, hit.end)).collect();
        assert_eq!(found, [(0, 18)]);
    }
}
