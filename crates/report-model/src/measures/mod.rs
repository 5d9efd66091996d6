//! Quantities: what is left of the numbers when citations, dates, contacts and headings are taken away.
//!
//! Found first ([`find`]), then related to one another ([`relations`]), then understood ([`kind`], [`channel`],
//! [`reference`], [`subject`]): a part inherits from its whole.

mod cases;
mod channel;
mod find;
mod hedge;
mod kind;
mod reference;
mod relations;
mod shares;
mod subject;
mod surroundings;
mod units;

pub(crate) use units::Family;

use crate::facts::times::Times;
use crate::frame::{Frame, LineKind};
use crate::lexis::signs::sentence_ends;
use crate::model::{Bound, Channel, Decimal, Measure, MeasureKind, RefersTo, Role};
use crate::outline::Outline;
use crate::reading::View;
use crate::tables::Hits;
use std::ops::Range;

/// A quantity under work, in view offsets.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// Number, unit and hedges.
    pub range: Range<usize>,
    pub value: Decimal,
    pub unit: Option<Range<usize>>,
    pub family: Family,
    pub bound: Bound,
    /// Index of the sentence it stands in.
    pub sentence: usize,
    /// The words between the quantity before (or the sentence's start) and this one.
    pub lead: Range<usize>,
    pub part: Option<usize>,
    pub role: Option<Role>,
    pub part_of: Option<usize>,
    pub share_of: Option<usize>,
    pub kind: MeasureKind,
    pub channel: Option<Channel>,
    pub refers_to: RefersTo,
}

impl Draft {
    pub(crate) fn is_rate(&self) -> bool {
        self.family == Family::Rate
    }
}

/// What the finders need to look at.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub view: &'a View<'a>,
    pub hits: &'a Hits,
    pub outline: &'a Outline,
    /// Sentences of the body, in order.
    pub sentences: &'a [Range<usize>],
}

impl Context<'_> {
    /// The sentence of a draft.
    pub(crate) fn sentence(&self, draft: &Draft) -> Range<usize> {
        self.sentences[draft.sentence].clone()
    }

    /// From behind the quantity before to the end of this one's clause or the next quantity.
    pub(crate) fn tail(&self, drafts: &[Draft], i: usize) -> Range<usize> {
        let end = match drafts.get(i + 1) {
            Some(next) if next.sentence == drafts[i].sentence => next.range.start,
            _ => self.sentences[drafts[i].sentence].end,
        };
        drafts[i].range.end..end.max(drafts[i].range.end)
    }
}

/// Finds and understands all quantities of the body.
pub(crate) fn read(ctx: Context<'_>, times: &Times, body: Range<usize>) -> (Vec<Draft>, Vec<Range<usize>>) {
    let (mut drafts, unclaimed) = find::find(ctx, times, body);
    reference::assign(ctx, &mut drafts);
    relations::assign(ctx, &mut drafts);
    shares::assign(ctx, &mut drafts);
    kind::assign(ctx, &mut drafts);
    channel::assign(ctx, &mut drafts);
    (drafts, unclaimed)
}

/// The drafts as they are reported.
pub(crate) fn finish(ctx: Context<'_>, drafts: &[Draft]) -> Vec<Measure> {
    let view = ctx.view;
    // Neighbours stand in the same part.
    let mut last: Option<(Option<usize>, Vec<String>)> = None;
    drafts
        .iter()
        .enumerate()
        .map(|(i, draft)| {
            if last.as_ref().is_none_or(|(part, _)| *part != draft.part) {
                last = Some((draft.part, path(ctx, draft.part)));
            }
            let section = last.as_ref().map(|(_, path)| path.clone()).unwrap_or_default();
            Measure {
                value: draft.value,
                // 百分之九十 has the unit %, printed in words.
                unit: draft
                    .unit
                    .clone()
                    .map(|unit| view.printed(unit))
                    .map(|unit| if unit.contains('％') { unit.replace('％', "%") } else { unit })
                    .or_else(|| draft.is_rate().then(|| "%".to_owned())),
                bound: draft.bound,
                kind: draft.kind,
                channel: draft.channel,
                subject: subject::of(ctx, drafts, i),
                section,
                refers_to: draft.refers_to,
                part_of: draft.part_of.map(|p| p as u32),
                share_of: draft.share_of.map(|p| p as u32),
                span: view.span(draft.range.clone()),
            }
        })
        .collect()
}

/// Labels of the part and those it stands under, outermost first.
fn path(ctx: Context<'_>, part: Option<usize>) -> Vec<String> {
    let view = ctx.view;
    let mut list: Vec<String> = ctx
        .outline
        .path(part)
        .map(|h| view.printed(if h.label.is_some() { h.label_range.clone() } else { h.title.clone() }))
        .collect();
    list.reverse();
    list
}

/// What stands before the level that a number has reached, and behind the one it left: 由4.1万增加到5.3万.
const RISES: [&str; 15] = [
    "上升到",
    "上升至",
    "增长到",
    "增长至",
    "增加到",
    "增加至",
    "增至",
    "升至",
    "提高到",
    "提高至",
    "扩大到",
    "达到",
    "降至",
    "减至",
    "减少到",
];

/// Longer runs without a full stop, in bytes, are cut, so that looking round inside a sentence stays cheap.
const LONGEST_SENTENCE: usize = 1500;

/// Sentences of the body: cut at 。！？ and line ends. Chrome, metadata and signature lines inside it are left out.
pub(crate) fn sentences(view: &View<'_>, outline: &Outline, frame: &Frame) -> Vec<Range<usize>> {
    let mut list: Vec<Range<usize>> = Vec::with_capacity(frame.body.len() / 100 + 1);
    let first = view.lines.partition_point(|line| line.start < frame.body.start);
    for (line, kind) in view.lines.iter().zip(&frame.kinds).skip(first) {
        if line.start >= frame.body.end {
            break;
        }
        if !matches!(kind, LineKind::Prose | LineKind::Heading | LineKind::Short) {
            continue;
        }
        // A table torn to one cell a line: the value belongs to the label above it.
        let above = list.last_mut().filter(|label| {
            *kind != LineKind::Heading
                && label.end + 1 == line.start
                && is_value(view.line(*line))
                && is_label(view.words(Range::clone(label)))
        });
        match above {
            Some(label) => label.end = line.end,
            None => cut_line(view, line.range(), &mut list),
        }
    }
    with_run_in_titles(outline, list)
}

/// 918条, 52.0%: a number with its unit and nothing else.
fn is_value(line: &str) -> bool {
    let rest = line.trim().trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    line.trim_start().starts_with(|c: char| c.is_ascii_digit())
        && (1..=2).contains(&rest.chars().count())
        && rest.chars().all(|c| c == '%' || crate::lexis::signs::is_han(c))
}

/// A few words without any stop or number.
fn is_label(words: &str) -> bool {
    words.chars().count() <= 20
        && !words.contains(|c: char| c.is_ascii_digit() || matches!(c, '。' | ',' | ';' | ':' | '、' | '\n'))
}

fn cut_line(view: &View<'_>, line: Range<usize>, list: &mut Vec<Range<usize>>) {
    let mut start = line.start;
    if line.len() <= LONGEST_SENTENCE {
        for end in sentence_ends(view.words(line.clone())) {
            if line.start + end.start > start {
                list.push(start..line.start + end.start);
            }
            start = line.start + end.end;
        }
        if line.end > start {
            list.push(start..line.end);
        }
        return;
    }
    for (i, c) in view.words(line.clone()).char_indices() {
        let at = line.start + i;
        let endless = at - start > LONGEST_SENTENCE && matches!(c, ',' | ';' | '、' | ' ')
            || at - start > 2 * LONGEST_SENTENCE;
        if crate::lexis::signs::ends_sentence(c) || endless {
            if at > start {
                list.push(start..at);
            }
            start = at + c.len_utf8();
        }
    }
    if line.end > start {
        list.push(start..line.end);
    }
}

/// A run-in title is a sentence of its own: 1.招生信息:共录取….
fn with_run_in_titles(outline: &Outline, list: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut cut: Vec<Range<usize>> = Vec::with_capacity(list.len());
    let mut headings = outline.headings.iter().filter(|h| h.run_in).peekable();
    for sentence in list {
        while headings.peek().is_some_and(|h| h.body <= sentence.start) {
            headings.next();
        }
        match headings.peek() {
            Some(h) if h.body > sentence.start && h.body < sentence.end => {
                cut.push(sentence.start..h.body);
                cut.push(h.body..sentence.end);
            }
            _ => cut.push(sentence),
        }
    }
    cut
}
