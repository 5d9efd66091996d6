//! Answers to applications that are told in sentences, without counts.

use super::nil;
use super::outcomes::{self, Outcome};
use super::requests::{add, slot};
use crate::lexis::words::words;
use crate::measures::{Context, Draft};
use crate::model::{Decimal, Requests, Stated, StatedCount};
use std::ops::Range;

/// Longest sentence that tells of an answer, in bytes.
const LONGEST: usize = 1_500;

/// No counts, but a story: 均同意公开; 其一…, 其一…; the one application was granted.
pub(super) fn told(
    ctx: Context<'_>,
    drafts: &[Draft],
    received: usize,
    range: Range<usize>,
    requests: &mut Requests,
) {
    let Some(total) = drafts[received].value.as_integer().filter(|&n| (1..=200).contains(&n)) else { return };
    let words = ctx.view.words(range.clone());
    let all = ["均", "全部", "都", "皆", "一律"];
    let mut at = range.start;
    let mut single: Vec<(Outcome, Range<usize>)> = Vec::new();
    // Whatever opens them: as many answers as applications.
    let mut stories: Vec<(Outcome, Range<usize>)> = Vec::new();
    for piece in words.split_inclusive(['。', ';', '\n']) {
        let span = at..at + piece.trim_end_matches(['。', ';', '\n']).len();
        at += piece.len();
        if piece.len() > LONGEST {
            continue;
        }
        for clause in nil::clauses(&ctx.view.text, span.clone()) {
            let text = ctx.view.words(clause.clone());
            if text.contains("费") {
                continue;
            }
            let whole = all.iter().any(|word| text.contains(word));
            if let Some(outcome) = outcomes::of(text).filter(|_| whole && total > 1)
                && single.is_empty()
            {
                *slot(requests, outcome) = Some(StatedCount {
                    value: drafts[received].value,
                    stated: Stated::Number,
                    span: ctx.view.span(clause),
                });
                return;
            }
        }
        let told = ctx.view.words(span.clone());
        let each = total == 1
            || words![
                "其一", "其二", "一位", "另一", "一是", "二是", "一件", "一份", "第一", "第二", "一名",
                "一家", "还有", "另有", "一个", "一人", "一项", "前者", "后者"
            ]
            .any(told);
        if !told.contains("情形")
            && let Some(outcome) = outcomes::of(told).filter(|_| each || !states_a_rule(told))
        {
            stories.push((outcome, span.clone()));
            if each {
                single.push((outcome, span));
            }
        }
    }
    if total > 1 && single.len() as i64 != total && stories.len() as i64 == total {
        single = stories;
    }
    // 收到2件,…核实身份后已同意提供: one answer for all.
    if total > 1 && single.is_empty() {
        let mut granted: Option<&str> = None;
        let mut other = false;
        for piece in words.split(['。', ';', '\n']).filter(|piece| piece.len() <= LONGEST) {
            // What a clause says of fees is no answer.
            for outcome in piece.split(',').filter(|clause| !clause.contains('费')).filter_map(outcomes::of)
            {
                other |= outcome != Outcome::Granted || granted.is_some_and(|told| told != piece);
                granted = Some(piece);
            }
        }
        if let Some(piece) = granted.filter(|_| !other)
            && words!["已", "予以", "依法", "按"].any(piece)
            && !piece.contains("情形")
        {
            requests.granted = Some(StatedCount {
                value: drafts[received].value,
                stated: Stated::Number,
                span: ctx.view.span(range.clone()),
            });
            return;
        }
    }
    if single.len() as i64 == total || total == 1 && !single.is_empty() {
        for (outcome, span) in single.into_iter().take(total as usize) {
            let value = Decimal::from(1);
            add(requests, outcome, StatedCount { value, stated: Stated::Number, span: ctx.view.span(span) });
        }
    }
}

/// 对不予公开的说明理由, 凡信息不存在的应当告知: what is done in such cases, not what was done.
fn states_a_rule(told: &str) -> bool {
    words![
        "对不",
        "对于",
        "凡",
        "应当",
        "应予",
        "可以",
        "如果",
        "如属",
        "若",
        "一律",
        "原则",
        "的,",
        "按规定",
        "依照规定"
    ]
    .any(told)
}
