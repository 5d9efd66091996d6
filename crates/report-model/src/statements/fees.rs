//! Fees for answers to applications: an amount, or that none was charged (Order 29: only search, copy and postage costs may be charged).

use super::nil;
use super::requests::{nil_at, stated};
use crate::lexis::words::{Words, endings, words};
use crate::measures::{Context, Draft, Family};
use crate::model::{Role, StatedCount};
use crate::tables::Name;
use std::ops::Range;

/// Words of fees, or of there being none.
const FEE: &Words = words![
    "收费",
    "费用",
    "收钱",
    "免费",
    "免收",
    "分文",
    "花钱",
    "收一分",
    "收取",
    "减免",
    "复制费",
    "检索费",
    "邮寄费",
    "成本费",
    "复印费",
    "工本费",
    "收过",
    "邮费",
    "处理费",
    "本费"
];

/// Fees: an amount charged, or that none was.
pub(super) fn read(ctx: Context<'_>, drafts: &[Draft]) -> Option<StatedCount> {
    let text = &*ctx.view.text;
    let relevant = |role: Option<Role>, words: &str| match role {
        Some(Role::OnRequest) => true,
        Some(Role::Improvement | Role::Overview | Role::KeyAreas) => {
            words.contains("依申请") || words.contains("信息公开申请")
        }
        Some(_) | None => words.contains("申请"),
    };
    let money = || drafts.iter().filter(|d| d.family == Family::Money && d.role == Some(Role::OnRequest));
    // 应收94元,减免40元,实收54元
    let paid = money().find(|d| endings!["实收", "实际收取", "实收取"].close(ctx.view.words(d.lead.clone())));
    if let Some(paid) = paid {
        return Some(stated(ctx, paid));
    }
    for draft in money() {
        let words = ctx.view.words(ctx.sentence(draft));
        // 复印费15元予以免收: nothing was charged.
        let behind = ctx.view.words(draft.range.end..ctx.sentence(draft).end);
        if words!["予以免", "免收", "已免", "全免", "减免"].open(behind) {
            continue;
        }
        if words.contains('费') && !words.contains("减免金额")
            || ctx.view.words(draft.lead.clone()).contains('费')
        {
            // 邮寄费23元、复印费16元,共计39元
            let whole = draft.part_of.map(|whole| &drafts[whole]);
            return Some(stated(
                ctx,
                whole.filter(|whole| whole.sentence == draft.sentence).unwrap_or(draft),
            ));
        }
    }
    for (n, sentence) in ctx.sentences.iter().enumerate() {
        let words = &text[sentence.clone()];
        let role = ctx.outline.role_at(sentence.start);
        if role.is_some_and(|r| {
            matches!(r, Role::Proactive | Role::Appraisal | Role::Complaints | Role::Checklist)
        }) && !ctx.hits.has(sentence.clone(), Name::Request)
        {
            continue;
        }
        // 收费? is answered by the next sentence; a longer one must name the fee.
        let brief = words.chars().count() <= 8;
        if !brief && !FEE.any(words) {
            continue;
        }
        if !words.contains(['费', '钱', '取', '文']) || !relevant(role, words) {
            continue;
        }
        // 收费、减免的问题 / 也不存在: the negation may stand in the clause before or behind.
        let clauses: Vec<Range<usize>> = nil::clauses(text, sentence.clone()).collect();
        for (i, clause) in clauses.iter().enumerate() {
            let here = &text[clause.clone()];
            let fee = FEE.any(here);
            let topic = words![
                "学费",
                "住宿费",
                "教材费",
                "代收费",
                "收费标准",
                "收费项目",
                "补考",
                "收费公示",
                "收费依据"
            ]
            .any(here);
            if !fee || topic {
                continue;
            }
            let next = clauses.get(i + 1).map(|c| &text[c.clone()]);
            let refused = words![
                "不收",
                "免收",
                "免费",
                "一分钱",
                "不涉及",
                "分文未取",
                "分文不取",
                "分文未收",
                "未取分文"
            ]
            .any(here);
            let negated = nil::negation(text, ctx.hits, clause.clone()).is_some_and(|hit| {
                hit.start < clause.start + here.rfind(['费', '收', '减', '钱']).unwrap_or(0)
            });
            let after = next.is_some_and(nil::says_none)
                || nil::says_none(here.rsplit(['费', '取', '免', '况']).next().unwrap_or(""));
            let behind =
                ["没有", "未发生", "无", "均无", "为零", "为0"].iter().any(|word| here.ends_with(word));
            if refused || negated || after || behind {
                return Some(nil_at(ctx, clause.clone()));
            }
        }
        // 收费? / 一分钱也没有收过。
        if let Some(next) = ctx.sentences.get(n + 1).filter(|_| brief) {
            let words = &text[next.clone()];
            if nil::says_none(words) || words!["没有收", "未收", "没收", "不收"].any(words) {
                return Some(nil_at(ctx, next.clone()));
            }
        }
    }
    None
}
