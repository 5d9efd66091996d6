//! Complaints, reconsiderations and lawsuits because of information disclosure.

use super::nil;
use crate::lexis::words::{Words, words};
use crate::measures::{Context, Draft};
use crate::model::{Decimal, MeasureKind, Oversight, RefersTo, Role, Stated, StatedCount};
use crate::tables::Name;
use std::ops::Range;

/// The three remedies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remedy {
    Complaint,
    Reconsideration,
    Lawsuit,
}

const WORDS: [(&str, Remedy); 13] = [
    ("举报", Remedy::Complaint),
    ("投诉", Remedy::Complaint),
    ("检举", Remedy::Complaint),
    ("控告", Remedy::Complaint),
    ("复议", Remedy::Reconsideration),
    ("诉讼", Remedy::Lawsuit),
    ("起诉", Remedy::Lawsuit),
    ("应诉", Remedy::Lawsuit),
    ("行政案件", Remedy::Lawsuit),
    ("官司", Remedy::Lawsuit),
    ("诉至", Remedy::Lawsuit),
    ("被诉", Remedy::Lawsuit),
    ("被告", Remedy::Lawsuit),
];

/// Reads the statements on complaints and remedies.
pub(crate) fn read(ctx: Context<'_>, drafts: &[Draft]) -> Oversight {
    let mut oversight = Oversight::default();
    for sentence in ctx.sentences {
        if !relevant(ctx, sentence) {
            continue;
        }
        in_sentence(ctx, drafts, sentence, &mut oversight);
    }
    oversight
}

/// A sentence of the part on complaints, or one that speaks of disclosure and a remedy.
fn relevant(ctx: Context<'_>, sentence: &Range<usize>) -> bool {
    let words = ctx.view.words(sentence.clone());
    match ctx.outline.role_at(sentence.start) {
        Some(Role::Complaints) => true,
        Some(Role::Appraisal) => names_remedy(ctx, sentence),
        Some(Role::Improvement | Role::KeyAreas | Role::Checklist) => false,
        Some(Role::OnRequest) => {
            names_remedy(ctx, sentence) && !words.contains("权利") && !words.contains("可以")
        }
        _ => {
            // 举报:0件;行政复议:0件: two remedies in a row can only mean this.
            names_remedy(ctx, sentence)
                && (several(words) || words!["信息公开", "公开工作", "校务公开", "院务公开"].any(words))
                && !words!["可以", "权利", "渠道", "有权"].any(words)
        }
    }
}

/// A word of complaints or remedies stands in the sentence.
fn names_remedy(ctx: Context<'_>, sentence: &Range<usize>) -> bool {
    ctx.hits.has(sentence.clone(), Name::Complaint) || ctx.hits.has(sentence.clone(), Name::Remedy)
}

fn several(words: &str) -> bool {
    let mut seen = named(words).map(|(_, remedy)| remedy);
    let first = seen.next();
    first.is_some() && seen.any(|remedy| Some(remedy) != first)
}

fn named(words: &str) -> impl Iterator<Item = (usize, Remedy)> + use<'_> {
    const PLAIN: &Words = words![
        "举报",
        "投诉",
        "检举",
        "控告",
        "复议",
        "诉讼",
        "起诉",
        "应诉",
        "行政案件",
        "官司",
        "诉至",
        "被诉",
        "被告"
    ];
    PLAIN
        .places(words)
        .filter_map(|(at, word)| WORDS.iter().find(|(w, _)| *w == word).map(|(_, remedy)| (at, *remedy)))
}

fn slot(oversight: &mut Oversight, remedy: Remedy) -> &mut Option<StatedCount> {
    match remedy {
        Remedy::Complaint => &mut oversight.complaints,
        Remedy::Reconsideration => &mut oversight.reconsiderations,
        Remedy::Lawsuit => &mut oversight.lawsuits,
    }
}

fn set(oversight: &mut Oversight, remedy: Remedy, value: StatedCount) {
    let place = slot(oversight, remedy);
    // The first number stands; "none" of a later, narrower sentence does not take it back.
    match place {
        Some(old) if old.stated == Stated::Number || value.stated == Stated::Nil => {}
        _ => *place = Some(value),
    }
}

/// Remedies that the headings above name, innermost first.
fn by_heading(ctx: Context<'_>, at: usize) -> Vec<Remedy> {
    for heading in ctx.outline.path(ctx.outline.part_at(at)) {
        let list: Vec<Remedy> =
            named(ctx.view.words(heading.title.clone())).map(|(_, remedy)| remedy).collect();
        if !list.is_empty() {
            return list;
        }
    }
    Vec::new()
}

fn in_sentence(ctx: Context<'_>, drafts: &[Draft], sentence: &Range<usize>, oversight: &mut Oversight) {
    let text = &*ctx.view.text;
    let mut waiting: Vec<Remedy> = Vec::new();
    let mut carried = false;
    for clause in nil::clauses(text, sentence.clone()) {
        let words = &text[clause.clone()];
        let remedies: Vec<(usize, Remedy)> =
            named(words).filter(|&(at, _)| !other_matter(words, at)).collect();
        let from = drafts.partition_point(|d| d.range.start < clause.start);
        let counted: Vec<&Draft> = drafts[from..]
            .iter()
            .take_while(|d| d.range.start < clause.end)
            .filter(|d| {
                d.kind == MeasureKind::Complaints && d.refers_to != RefersTo::Previous && !d.is_rate()
            })
            .collect();
        if !counted.is_empty() && counts(ctx, &counted, &remedies, &clause, &waiting, oversight) {
            waiting.clear();
            continue;
        }
        let negation = nil::negation(text, ctx.hits, clause.clone());
        let none = nil::says_none(words);
        if remedies.is_empty() {
            if none && !waiting.is_empty() {
                for remedy in waiting.drain(..) {
                    set(oversight, remedy, nil_at(ctx, clause.clone()));
                }
            } else if none || negation.is_some() && unnamed_none(words) {
                for remedy in by_heading(ctx, clause.start) {
                    set(oversight, remedy, nil_at(ctx, clause.clone()));
                }
            }
            continue;
        }
        // "除1次电话询问外" takes nothing back; a negation before or right behind the remedies says none of them.
        let negated = negation.is_some_and(|hit| {
            let first = clause.start + remedies[0].0;
            hit.start < first
                || says_none_behind(&text[hit.start..clause.end])
                || nil::says_none(&text[hit.start..clause.end])
        });
        if negated {
            carried = true;
            let before = negation.map_or(0, |hit| hit.start);
            for &(at, remedy) in &remedies {
                // A remedy named far before the negation belongs to another statement only if a clause lies between.
                if clause.start + at > before
                    || says_none_behind(&text[before..clause.end])
                    || nil::says_none(&text[before..clause.end])
                {
                    set(oversight, remedy, nil_at(ctx, clause.clone()));
                }
            }
            waiting.clear();
        } else if nil::ends_in_none(words)
            || words.starts_with('零')
            || words!["零举报", "零投诉"].any(words)
            || carried
                && (words.starts_with(['或', '及', '和', '也', '亦', '更']) || words.chars().count() <= 6)
        {
            for (_, remedy) in remedies {
                set(oversight, remedy, nil_at(ctx, clause.clone()));
            }
        } else {
            waiting.extend(remedies.into_iter().map(|(_, remedy)| remedy));
        }
    }
}

/// Complaints about enrolment, conduct or ethics are other matters; so is the office's own hotline.
fn other_matter(words: &str, at: usize) -> bool {
    let behind = &words[at..];
    words![
        "举报电话",
        "投诉电话",
        "举报信箱",
        "举报箱",
        "投诉渠道",
        "投诉方式",
        "举报方式",
        "投诉热线",
        "举报投诉电话",
        "监督举报电话",
        "举报邮箱"
    ]
    .open(behind)
}

/// …均未发生, …为零件, …皆无 behind the remedies.
fn says_none_behind(rest: &str) -> bool {
    words![
        "均未发生",
        "均无",
        "皆无",
        "没有发生",
        "未发生",
        "均为0",
        "均为零",
        "为0",
        "为零",
        "未出现",
        "均没有",
        "没有出现",
        "都没有",
        "无一"
    ]
    .open(rest)
        && !rest.contains("信息公开")
}

/// "没有发生", "无此类情况" and the like without naming a remedy.
fn unnamed_none(words: &str) -> bool {
    let about = words!["因信息公开", "此类", "上述", "相关情况", "该类", "类似", "有关情况"].any(words);
    about && words.chars().count() <= 40
}

/// Counts in a clause: each goes to the remedy named nearest before it in the clause, else to the one waiting.
fn counts(
    ctx: Context<'_>,
    counted: &[&Draft],
    remedies: &[(usize, Remedy)],
    clause: &Range<usize>,
    waiting: &[Remedy],
    oversight: &mut Oversight,
) -> bool {
    let mut any = false;
    for draft in counted {
        if draft.part_of.is_some() && !draft.value.is_zero() {
            any = true;
            continue;
        }
        let at = draft.range.start - clause.start;
        let before = remedies
            .iter()
            .rev()
            .find(|(r, _)| *r < at)
            .or_else(|| remedies.iter().find(|(r, _)| *r >= at))
            .map(|(_, remedy)| *remedy);
        let stated = if draft.value.is_zero() { Stated::Nil } else { Stated::Number };
        let value = StatedCount { value: draft.value, stated, span: ctx.view.span(draft.range.clone()) };
        if draft.value.is_zero() {
            // 均为0件 speaks of all that were named, here or in the heading.
            let mut list: Vec<Remedy> = remedies
                .iter()
                .filter(|(r, _)| *r < at)
                .map(|(_, remedy)| *remedy)
                .chain(waiting.iter().copied())
                .collect();
            if list.is_empty() {
                list = by_heading(ctx, draft.range.start);
            }
            for remedy in list {
                set(oversight, remedy, value);
            }
            any = true;
        } else if let Some(remedy) = before
            .or_else(|| waiting.last().copied())
            .or_else(|| by_heading(ctx, draft.range.start).first().copied())
        {
            if !unrelated(ctx, draft) {
                set(oversight, remedy, value);
            }
            any = true;
        }
    }
    any
}

/// Slips of a hotline and appeals about other matters are counted, but not because of disclosure.
fn unrelated(ctx: Context<'_>, draft: &Draft) -> bool {
    let sentence = ctx.view.words(ctx.sentence(draft));
    let elsewhere = words!["无一件", "无一", "没有一件", "无关", "不涉及信息公开", "均非"].any(sentence);
    elsewhere
        || words!["学术不端", "申诉", "质疑", "招生", "招录", "招聘", "工单"].any(sentence)
            && !words!["信息公开", "信息发布", "公开信息"].any(sentence)
}

fn nil_at(ctx: Context<'_>, range: Range<usize>) -> StatedCount {
    StatedCount { value: Decimal::ZERO, stated: Stated::Nil, span: ctx.view.span(range) }
}
