//! All words of the tables in one automaton: one pass over the text finds them all.

use super::{alternatives, rows};
use crate::lexis::fold::Fold;
use crate::model::Channel;
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use once_cell::sync::Lazy;

/// What a found word tells. A word of the cue table has a class and a value ("verb", "disclose").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// Names a channel.
    Channel(Channel),
    /// A word of `cues.csv`: the cue's name.
    Word(&'static str),
    /// Touches an item of the checklist.
    Item(u8),
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
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
    /// Cues of each pattern; a word may stand in several tables.
    cues: Vec<Vec<Cue>>,
}

static VOCABULARY: Lazy<Vocabulary> = Lazy::new(Vocabulary::build);

/// The vocabulary of all tables, compiled at first use.
pub(crate) fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

impl Vocabulary {
    fn build() -> Self {
        let mut words: std::collections::BTreeMap<&'static str, Vec<Cue>> = std::collections::BTreeMap::new();
        for row in rows(include_str!("../../data/channels.csv")) {
            if let Ok(channel) = row[0].parse() {
                for word in alternatives(row[1]) {
                    words.entry(word).or_default().push(Cue::Channel(channel));
                }
            }
        }
        for row in rows(include_str!("../../data/cues.csv")) {
            for word in alternatives(row[1]) {
                words.entry(word).or_default().push(Cue::Word(row[0]));
            }
        }
        for row in rows(include_str!("../../data/checklist.csv")) {
            if let Ok(item) = row[0].parse() {
                for word in alternatives(row[4]) {
                    words.entry(word).or_default().push(Cue::Item(item));
                }
            }
        }
        // The automaton runs over folded text, so its words are folded too.
        let fold = Fold::new();
        let mut folded: std::collections::BTreeMap<String, Vec<Cue>> = std::collections::BTreeMap::new();
        for (word, cues) in words {
            folded.entry(word.chars().map(|c| fold.char(c)).collect()).or_default().extend(cues);
        }
        let (patterns, cues): (Vec<_>, Vec<_>) = folded.into_iter().unzip();
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::Standard)
            .build(patterns)
            .unwrap_or_else(|_| unreachable!("tables hold distinct, non-empty words; tests build them"));
        Self { automaton, cues }
    }

    /// Finds all words, also overlapping ones, in the order of their ends; of several cues of the same kind that lie
    /// inside one another, only the longest stays.
    pub(crate) fn find(&self, text: &str) -> Hits {
        let mut list: Vec<Hit> = Vec::with_capacity(text.len() / 24);
        for found in self.automaton.find_overlapping_iter(text) {
            for &cue in &self.cues[found.value() as usize] {
                let hit = Hit { start: found.start(), end: found.end(), cue };
                push_longest(&mut list, hit);
            }
        }
        list.sort_by_key(|hit| (hit.start, hit.end));
        Hits { list }
    }
}

/// Same kind: both channels, or the same cue word.
fn rivals(a: Cue, b: Cue) -> bool {
    matches!((a, b), (Cue::Channel(_), Cue::Channel(_))) || a == b
}

fn push_longest(list: &mut Vec<Hit>, hit: Hit) {
    // Hits arrive by end: a longer rival that starts earlier replaces those inside it, one that ended at the same
    // place and started earlier keeps this one out.
    let mut i = list.len();
    while i > 0 && list[i - 1].end > hit.start {
        let other = list[i - 1];
        if rivals(other.cue, hit.cue) {
            if other.start <= hit.start && other.end >= hit.end {
                return;
            }
            if hit.start <= other.start && other.end <= hit.end {
                list.remove(i - 1);
            }
        }
        i -= 1;
        if list.len() - i > 32 {
            break;
        }
    }
    list.push(hit);
}

/// The words found in a text, by start.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    list: Vec<Hit>,
}

impl Hits {
    /// Those that lie inside a range.
    pub(crate) fn within(
        &self,
        range: std::ops::Range<usize>,
    ) -> impl DoubleEndedIterator<Item = &Hit> + Clone {
        let from = self.list.partition_point(|hit| hit.start < range.start);
        let to = self.list.partition_point(|hit| hit.start < range.end);
        self.list[from..to.max(from)].iter().filter(move |hit| hit.end <= range.end)
    }

    /// Cue words of one name inside a range.
    pub(crate) fn words(
        &self,
        range: std::ops::Range<usize>,
        cue: &'static str,
    ) -> impl DoubleEndedIterator<Item = &Hit> + Clone {
        self.within(range).filter(move |hit| hit.cue == Cue::Word(cue))
    }

    /// Channels named inside a range.
    pub(crate) fn channels(
        &self,
        range: std::ops::Range<usize>,
    ) -> impl DoubleEndedIterator<Item = (&Hit, Channel)> + Clone {
        self.within(range).filter_map(|hit| if let Cue::Channel(c) = hit.cue { Some((hit, c)) } else { None })
    }
}
