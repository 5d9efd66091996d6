//! The words round a quantity that say what it counts: nouns, and the verbs that govern it.

use super::{Context, Draft};
use crate::model::MeasureKind;
use crate::tables::{Cue, Hit, Name};
use std::ops::Range;

/// Classes of cue words (`data/cues.csv`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A noun (or a word that works like one) of a kind.
    Noun(MeasureKind),
    /// A verb of disclosing, of making rules, of doing anything else.
    Disclose,
    Regulate,
    Do,
}

impl Word {
    const fn is_verb(self) -> bool {
        !matches!(self, Self::Noun(_))
    }
}

fn word(cue: Name) -> Option<Word> {
    Some(match cue {
        Name::Audience => Word::Noun(MeasureKind::Audience),
        Name::Training => Word::Noun(MeasureKind::Training),
        Name::Rules => Word::Noun(MeasureKind::Rules),
        Name::Complaint | Name::Grievance | Name::Remedy => Word::Noun(MeasureKind::Complaints),
        Name::Request => Word::Noun(MeasureKind::Requests),
        Name::NounDisclosed => Word::Noun(MeasureKind::Disclosed),
        Name::NounOther => Word::Noun(MeasureKind::Other),
        Name::VerbDisclose => Word::Disclose,
        Name::VerbRules => Word::Regulate,
        Name::VerbOther => Word::Do,
        _ => return None,
    })
}

/// A cue word and where it stands.
type Cued = (Range<usize>, Word);

/// No word of the vocabulary is longer, in bytes.
const LONGEST: usize = 64;

/// Cue words of a range, in order; words inside a masking phrase (信息公开, 公告栏) do not count, nor do verbs inside a noun
/// (流标公告).
fn words(ctx: Context<'_>, range: Range<usize>) -> Vec<Cued> {
    let hits: Vec<&Hit> = ctx.hits.within(range).collect();
    let mut list = Vec::new();
    for (n, hit) in hits.iter().enumerate() {
        let Cue::Word(cue) = hit.cue else { continue };
        let Some(word) = word(cue) else { continue };
        let hides = |name: Name| {
            name == Name::Mask || word.is_verb() && self::word(name).is_some_and(|w| !w.is_verb())
        };
        let covers = |mask: &&Hit| {
            let longer = mask.end >= hit.end && mask.end - mask.start > hit.end - hit.start;
            longer && matches!(mask.cue, Cue::Word(name) if hides(name))
        };
        let before = hits[..n].iter().rev().take_while(|h| h.start + LONGEST > hit.start);
        let mut around = before.chain(hits[n + 1..].iter().take_while(|h| h.start == hit.start)).copied();
        let counts = matches!(word, Word::Noun(MeasureKind::Requests | MeasureKind::Complaints));
        if counts || !around.any(|mask| covers(&mask)) {
            list.push((hit.start..hit.end, word));
        }
    }
    list
}

/// The words of a quantity: its own clause, the clauses before it up to the last ; and what stands right behind.
pub(super) struct Surroundings {
    pub(super) noun: Option<MeasureKind>,
    /// The noun is the subject of the clause.
    pub(super) subject: bool,
    pub(super) behind: Option<MeasureKind>,
    pub(super) own_verb: Option<Word>,
    /// The clauses before its own, up to the last ;.
    pub(super) earlier: Range<usize>,
    pub(super) verb_behind: Option<Word>,
    pub(super) row: bool,
    /// A meeting or training is named in its clause.
    pub(super) meets: bool,
    /// Something is made public there: 在例会上通报4次.
    pub(super) told: bool,
    /// Its clause is an item behind 、.
    pub(super) listed: bool,
}

impl Surroundings {
    /// Reads them.
    pub(super) fn of(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Surroundings {
        let draft = &drafts[i];
        let sentence = ctx.sentence(draft);
        let before = ctx.view.words(sentence.start..draft.range.start);
        let segment = before.rfind(';').map_or(sentence.start, |at| sentence.start + at + 1);
        let lead = ctx.view.words(draft.lead.clone());
        // 举报:0件: a label before the number belongs to it.
        let labelled = lead.trim_end_matches([':', ' ']);
        // 发布考试安排、考点设置等信息96条: what 等 sums up is one clause with all that it lists.
        let listed = labelled.rsplit(['、', ',', ';', ':']).next().is_some_and(|item| item.contains('等'));
        let ends: &[char] =
            if listed { &[',', ';', ':', '(', ')'] } else { &[',', ';', '、', ':', '(', ')'] };
        let clause = labelled.rfind(ends).map_or(draft.lead.start, |at| draft.lead.start + at);
        let item = ctx.view.text[clause..].starts_with('、');
        let own = words(ctx, clause..draft.range.start);
        // The noun nearest to the number; of two that end together the longer.
        // 学校对现行有效的467项…: a noun of other matters counts only close to the number.
        let close = |at: &Range<usize>, w: Word| {
            w != Word::Noun(MeasureKind::Other) || draft.range.start - at.end <= 9
        };
        let nearest = own
            .iter()
            .filter(|(at, w)| !w.is_verb() && close(at, *w))
            .max_by_key(|(at, w)| (at.end, at.end - at.start, rank(*w)));
        // 学校完成118项规章制度的清理: a noun before the verb does something and is not counted.
        let acts = |at: &Range<usize>| own.iter().any(|(verb, w)| w.is_verb() && verb.start >= at.end);
        let subject = nearest.is_some_and(|(at, w)| *w == Word::Noun(MeasureKind::Other) && acts(at));
        let noun = nearest.and_then(|(_, w)| if let Word::Noun(kind) = w { Some(*kind) } else { None });
        // The verb that governs: the first of its own clause.
        let governs = |at: &Range<usize>| !ctx.view.text[at.end..].starts_with(['的', '过', '后']);
        let own_verb = own.iter().find(|(at, w)| w.is_verb() && governs(at)).map(|(_, w)| *w);
        // 信息员培训3场、保密教育2场: an item of a row without words of its own.
        let row = lead.starts_with(['、', '和', '及']) && own_verb.is_none() && noun.is_none();
        let meeting = own.iter().find(|(_, w)| *w == Word::Noun(MeasureKind::Training)).map(|(at, _)| at.end);
        let told = meeting.is_some_and(|end| {
            own.iter().any(|(verb, w)| *w == Word::Disclose && verb.start >= end && governs(verb))
        });
        let meets = meeting.is_some();
        let tail = ctx.tail(drafts, i);
        let text = ctx.view.words(tail.clone());
        let stop =
            text.find([',', ';', '。', '\n', '、', ')', '(', ':']).map_or(tail.end, |at| tail.start + at);
        let after = words(ctx, tail.start..stop);
        let behind = after
            .iter()
            .find_map(|(at, w)| if let Word::Noun(kind) = w { Some((at.start, *kind)) } else { None });
        let behind = behind.filter(|(at, _)| *at <= tail.start + 36).map(|(_, kind)| kind);
        let verb_behind = after.iter().find(|(_, w)| w.is_verb()).map(|(_, w)| *w);
        Surroundings {
            noun,
            subject,
            behind,
            own_verb,
            earlier: segment..clause,
            verb_behind,
            row,
            meets,
            told,
            listed: item,
        }
    }

    /// The verb that governs: of its own clause, else of the nearest clause before.
    pub(super) fn verb(&self, ctx: Context<'_>) -> Option<Word> {
        self.own_verb.or_else(|| earlier_verb(ctx, self.earlier.clone()))
    }
}

/// Bytes looked back for a governing verb: further back it governs nothing any more, and a row of thousands stays cheap.
const BACK: usize = 900;

/// The first verb of the last clause in a range that has one.
fn earlier_verb(ctx: Context<'_>, range: Range<usize>) -> Option<Word> {
    let mut from = range.start.max(range.end.saturating_sub(BACK));
    while !ctx.view.text.is_char_boundary(from) {
        from += 1;
    }
    let words = words(ctx, from..range.end);
    let (last, _) = words.iter().rfind(|(_, w)| w.is_verb())?;
    let before = ctx.view.words(from..last.start);
    let clause = before.rfind([',', '、', ':', '(', ')']).map_or(from, |at| from + at);
    words.iter().find(|(at, w)| w.is_verb() && at.start >= clause).map(|(_, w)| *w)
}

/// Ties: the more special kind wins.
const fn rank(word: Word) -> u8 {
    match word {
        Word::Noun(MeasureKind::Complaints | MeasureKind::Requests) => 5,
        Word::Noun(MeasureKind::Audience) => 4,
        Word::Noun(MeasureKind::Training | MeasureKind::Rules) => 3,
        Word::Noun(MeasureKind::Other) => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_cue_is_longer_than_what_is_looked_back_for() {
        let cues = include_str!("../../data/cues.csv");
        let longest =
            cues.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split([',', '|']));
        assert!(longest.map(str::len).max().is_some_and(|longest| longest < super::LONGEST));
    }
}
