//! Applications for disclosure: received, answered how, fees.

use super::fees;
use super::nil;
use super::outcomes::{self, Outcome};
use super::stories;
use crate::lexis::words::{endings, words};
use crate::measures::{Context, Draft};
use crate::model::{
    Decimal, MeasureKind, RefersTo, Refusal, RefusalGround, Requests, Role, Stated, StatedCount,
};
use crate::order;
use crate::tables::Name;
use std::ops::Range;

/// Reads the statements on applications.
pub(crate) fn read(ctx: Context<'_>, drafts: &[Draft]) -> Requests {
    let mut requests = Requests::default();
    let cases: Vec<usize> = (0..drafts.len())
        .filter(|&i| {
            drafts[i].kind == MeasureKind::Requests
                && !matches!(drafts[i].refers_to, RefersTo::Change | RefersTo::Previous)
        })
        .collect();
    // What another part says of applications does not outweigh that the part on them denies any.
    let received = received(ctx, drafts, &cases)
        .filter(|&i| drafts[i].role != Some(Role::Improvement) || none_received(ctx, true).is_none());
    if let Some(i) = received {
        requests.received = Some(stated(ctx, &drafts[i]));
    } else {
        requests.received = none_received(ctx, false);
    }
    if let Some(i) = received.filter(|&i| !drafts[i].value.is_zero()) {
        outcomes(ctx, drafts, &cases, i, &mut requests);
    }
    for sentence in ctx.sentences {
        if ctx.outline.role_at(sentence.start) == Some(Role::OnRequest) {
            none_refused(ctx, sentence.clone(), &mut requests);
        }
    }
    requests.fees = fees::read(ctx, drafts);

    requests
}

pub(super) fn stated(ctx: Context<'_>, draft: &Draft) -> StatedCount {
    let stated = if draft.value.is_zero() { Stated::Nil } else { Stated::Number };
    StatedCount { value: draft.value, stated, span: ctx.view.span(draft.range.clone()) }
}

/// Verbs of receiving, the plainest first.
const RECEIVED: [&str; 14] = [
    "新收", "收到", "接到", "收件", "受理", "接收", "接获", "收", "申请", "共", "提出", "来函", "办理", "有",
];

/// The count of applications received: the one with a verb of receiving that is no part of an outcome.
fn received(ctx: Context<'_>, drafts: &[Draft], cases: &[usize]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for &i in cases {
        let lead = ctx.view.words(drafts[i].lead.clone());
        if words!["结转", "遗留", "办结", "答复"].any(lead)
            && !words!["收到", "受理", "新收", "接到"].any(lead)
        {
            continue;
        }
        // A count tied to an answer is an outcome, unless the answer stands before the verb.
        let plainness = |(_, word)| RECEIVED.iter().position(|verb| *verb == word);
        let Some(rank) = words!(in &RECEIVED).places(lead).filter_map(plainness).min() else { continue };
        if drafts[i].part_of.is_some() && rank > 1 && drafts[i].part_of.is_none_or(|p| p <= i) {
            continue;
        }
        let rank = if lead.contains("新收") { 0 } else { rank.max(1) };
        if best.is_none_or(|(r, _)| rank < r && (rank == 0 || r > 5)) {
            best = Some((rank, i));
        }
    }
    best.map(|(_, i)| i).or_else(|| cases.iter().copied().find(|&i| drafts[i].part_of.is_none()))
}

/// 未收到…申请, 无依申请公开, 申请0件; `there`: in the part on applications only.
fn none_received(ctx: Context<'_>, there: bool) -> Option<StatedCount> {
    let text = &*ctx.view.text;
    for sentence in ctx.sentences {
        let role = ctx.outline.role_at(sentence.start);
        let words = &text[sentence.clone()];
        if role != Some(Role::OnRequest) && !ctx.hits.has(sentence.clone(), Name::Request)
            || matches!(role, Some(Role::Complaints | Role::Improvement))
            || there && role != Some(Role::OnRequest)
        {
            continue;
        }
        let subject = role == Some(Role::OnRequest)
            || words!["信息公开申请", "公开申请", "申请公开", "依申请"].any(words);
        if !subject {
            continue;
        }
        let mut named = false;
        for clause in nil::clauses(text, sentence.clone()) {
            let words = &text[clause.clone()];
            let negated = nil::negation(text, ctx.hits, clause.clone());
            if let Some(hit) = negated {
                let behind = &text[hit.end..clause.end];
                // The whole clause may run over the list 公民、法人和其他组织.
                if let Some(at) = behind.find("申请") {
                    let after = &behind[at + "申请".len()..];
                    let fee = ["费", "减免", "收取"]
                        .iter()
                        .any(|word| after.contains(word) || behind[..at].contains(word));
                    let about = words!["复议", "诉讼", "说明", "拒绝", "不予"].any(behind);
                    if !fee && !about {
                        return Some(nil_at(ctx, hit.start..clause.end));
                    }
                }
                if role == Some(Role::OnRequest) && named && nil::says_none(words) {
                    return Some(nil_at(ctx, clause));
                }
                let short = words.chars().count() <= 14
                    && words!["收到", "接到", "受理", "发生", "接获"].open(behind)
                    && !words.contains('费');
                if role == Some(Role::OnRequest) && named && short {
                    return Some(nil_at(ctx, clause));
                }
            }
            named |= words.contains("申请") && !words.contains('费');
            if named && words.contains("申请") && nil::ends_in_none(words) {
                return Some(nil_at(ctx, clause));
            }
            if role == Some(Role::OnRequest)
                && nil::says_none(words)
                && (named || is_whole_part(ctx, &clause))
            {
                return Some(nil_at(ctx, clause));
            }
        }
    }
    None
}

/// The clause is all that stands under its heading: 三、依申请公开情况 / 无。
fn is_whole_part(ctx: Context<'_>, clause: &Range<usize>) -> bool {
    ctx.outline.part_at(clause.start).is_some_and(|p| {
        let h = &ctx.outline.headings[p];
        ctx.view.words(h.body..clause.start).trim().is_empty()
    })
}

pub(super) fn nil_at(ctx: Context<'_>, range: Range<usize>) -> StatedCount {
    StatedCount { value: Decimal::ZERO, stated: Stated::Nil, span: ctx.view.span(range) }
}

fn outcomes(ctx: Context<'_>, drafts: &[Draft], cases: &[usize], received: usize, requests: &mut Requests) {
    let mut counted = false;
    let mut wholes: Vec<usize> = cases.iter().filter_map(|&i| drafts[i].part_of).collect();
    order::by_number(&mut wholes, |whole| *whole as u64);
    let tied = cases.iter().any(|&i| drafts[i].part_of.is_some() && outcome_of(ctx, drafts, i).is_some());
    for &i in cases {
        if i == received {
            continue;
        }
        let Some(outcome) = outcome_of(ctx, drafts, i) else { continue };
        // Where outcomes are parts of a total, a count by itself repeats one of them.
        if tied
            && drafts[i].part_of.is_none()
            && drafts[i].range.start > drafts[received].range.end
            && drafts[i].part != drafts[received].part
            && slot(requests, outcome).is_some()
        {
            continue;
        }
        // 12件申请中有6件全部公开: another part tells of the same applications again.
        let repeats = |whole: usize| {
            whole != received
                && drafts[whole].value == drafts[received].value
                && drafts[whole].part != drafts[received].part
        };
        if slot(requests, outcome).is_some() && drafts[i].part_of.is_some_and(repeats) {
            continue;
        }
        // 不予公开的3件,其中因…不同意公开2件: grounds of an outcome that is counted as a whole.
        let whole = drafts[i].part_of.filter(|&p| p != received);
        let several =
            |p: usize| ctx.view.words(drafts[p].lead.clone()).contains(['和', '及', '、', '或', '与']);
        let ground = |p: usize| {
            outcome != Outcome::Granted && outcome_of(ctx, drafts, p) == Some(outcome) && !several(p)
        };
        if whole.is_some_and(ground) {
            continue;
        }
        // A whole of outcomes is not an outcome itself.
        if outcome == Outcome::Granted && wholes.binary_search(&i).is_ok() {
            continue;
        }
        counted = true;
        // 不予公开2件。不予公开的2件,一件涉及…: what was counted before is taken up again.
        let again = ctx.view.words(drafts[i].lead.clone()).ends_with('的')
            && drafts[i].part_of.is_none()
            && slot(requests, outcome).as_ref().is_some_and(|known| known.value == drafts[i].value);
        if !again {
            add(requests, outcome, stated(ctx, &drafts[i]));
        }
    }
    let part = ctx.outline.part_at(drafts[received].range.start);
    let end = part.map_or(ctx.sentence(&drafts[received]).end, |p| top(ctx, p).end);
    if counted {
        none_refused(ctx, drafts[received].range.end..end, requests);
        return;
    }
    stories::told(ctx, drafts, received, drafts[received].range.end..end, requests);
    none_refused(ctx, drafts[received].range.end..end, requests);
}

fn top(ctx: Context<'_>, part: usize) -> &crate::outline::Heading {
    let mut h = &ctx.outline.headings[part];
    while let Some(p) = h.parent {
        if ctx.outline.headings[p].role != h.role {
            break;
        }
        h = &ctx.outline.headings[p];
    }
    h
}

/// The answer told by the words before the count, else by those behind it.
fn outcome_of(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Option<Outcome> {
    // ●全部公开:5件
    let lead = ctx.view.words(drafts[i].lead.clone()).trim_end_matches([':', ' ']);
    let near = lead.rsplit(['。', ';', ':']).next().unwrap_or(lead);
    let own = near.rsplit([',', '外']).next().unwrap_or(near);
    let behind = ctx.view.words(ctx.tail(drafts, i));
    let charged =
        words!["收费", "费用", "收取", "减免", "免收", "免费", "成本费", "复制费", "邮寄费", "检索费"];
    if behind.split(['。', ';', ',']).next().is_some_and(|clause| charged.any(clause)) {
        return None;
    }
    // 上学年未办结而转入者1件: an application of the year before.
    if words!["上学年", "上年", "去年", "上一学年"].any(own) && words!["转入", "结转", "未办结"].any(own)
    {
        return None;
    }
    if let Some(outcome) = outcomes::of(own) {
        return Some(outcome);
    }
    // 办结5件,公开5件 counts answers; 均按期办结,2件予以公开 tells them.
    let settled = words!["办结", "办理完", "答复", "处理完"];
    let all_settled = own.is_empty() && words!["均", "全部", "都"].any(near);
    // 从答复看,学籍方面的3件全部同意公开: how they are divided.
    let division = words!["从答复", "按答复", "从办理", "按办理", "从处理", "答复结果", "办理结果"].any(near)
        && !settled.any(own);
    if settled.any(near) && !all_settled && !division {
        return None;
    }
    let tail = ctx.view.words(ctx.tail(drafts, i));
    // …1份,全部予以公开: said of all, not of the last.
    let all = |clause: &str| {
        words!["全部", "均", "都", "皆", "一律"].open(clause.trim_start_matches([',', '已', '经']))
    };
    if tail.split(',').skip(1).any(all) {
        return None;
    }
    match tail.find(['。', ';']) {
        Some(stop) => outcomes::of(&tail[..stop]),
        // The last clause before the next number is that number's.
        None if i + 1 < drafts.len() && drafts[i + 1].sentence == drafts[i].sentence => {
            tail.rfind([',', '、']).and_then(|cut| outcomes::of(&tail[..cut]))
        }
        None => outcomes::of(tail),
    }
    .or_else(|| {
        outcomes::of(near)
            .filter(|_| !near.contains("其余") && i > 0 && drafts[i - 1].sentence != drafts[i].sentence)
    })
}

/// Adds what is told of an answer to what was told of it before.
pub(super) fn add(requests: &mut Requests, outcome: Outcome, new: StatedCount) {
    let slot = slot(requests, outcome);
    *slot = match slot.take() {
        Some(old) => old.value.checked_add(new.value).map(|value| StatedCount {
            value,
            stated: Stated::Number,
            span: old.span,
        }),
        None => Some(new),
    };
}

pub(super) fn slot(requests: &mut Requests, outcome: Outcome) -> &mut Option<StatedCount> {
    match outcome {
        Outcome::Granted => &mut requests.granted,
        Outcome::PartlyGranted => &mut requests.partly_granted,
        Outcome::Refused => &mut requests.refused,
        Outcome::NotHeld => &mut requests.not_held,
        Outcome::Other => &mut requests.other,
        Outcome::Pending => &mut requests.pending,
    }
}

/// 不予公开的情况没有发生, 无不予公开情形.
fn none_refused(ctx: Context<'_>, range: Range<usize>, requests: &mut Requests) {
    if requests.refused.is_some() {
        return;
    }
    let words = ctx.view.words(range.clone());
    if !words!["不予公开"].any(words) {
        return;
    }
    let mut at = range.start;
    for piece in words.split_inclusive(['。', ';', ',', '\n']) {
        let span = at..at + piece.trim_end_matches(['。', ';', ',', '\n']).len();
        at += piece.len();
        let text = ctx.view.words(span.clone());
        let Some((before, behind)) = text.split_once("不予公开") else { continue };
        let denied = ["没有", "无", "不存在", "未发生", "未出现", "未作出"]
            .iter()
            .any(|word| before.ends_with(word) || before.ends_with(&format!("{word}发生")));
        let caused = before.contains(['因', '由']);
        let case = words!["情况", "情形", "现象", "的情况", "的情形", "的现象"].open(behind);
        // 没有出现应当公开而不予公开的情况, but not 未发生因不予公开引起的投诉.
        let absent = case && !caused && words!["没有出现", "没有发生", "未出现", "未发生"].open(text)
            // 不存在因涉及国家秘密等不予公开的情形
            || case && text.starts_with("不存在");
        // 没有对申请作出不予公开决定的情形
        let decided = !caused && endings!["作出", "做出"].close(before) && words!["没有", "未"].any(before);
        let none = words!["没有发生", "未发生", "均为0", "为0", "情况无", "未出现"].any(behind)
            // 不予公开:未作过此类决定
            || behind.strip_prefix(':').is_some_and(|rest| {
                nil::says_none(rest)
                    || words!["未作", "未做", "未发生", "未出现", "没有发生", "没有此类", "从未", "不曾"].open(rest)
                        && !rest.contains(|c: char| c.is_ascii_digit())
            });
        if denied || absent || decided || none {
            requests.refused = Some(nil_at(ctx, span));
            return;
        }
    }
}

/// Grounds of refusals, where a refusal is stated.
pub(crate) fn refusals(ctx: Context<'_>, drafts: &[Draft], refused: bool) -> Vec<Refusal> {
    let mut list = Vec::new();
    if !refused {
        return list;
    }
    let grounds = [
        ("国家秘密", RefusalGround::StateSecret),
        ("商业秘密", RefusalGround::TradeSecret),
        ("个人隐私", RefusalGround::Privacy),
        ("他人隐私", RefusalGround::Privacy),
        ("第三方隐私", RefusalGround::Privacy),
        ("内部", RefusalGround::OtherRule),
        ("过程性", RefusalGround::OtherRule),
    ];
    for sentence in ctx.sentences {
        let words = ctx.view.words(sentence.clone());
        if ctx.outline.role_at(sentence.start) != Some(Role::OnRequest)
            || outcomes::of(words) != Some(Outcome::Refused) && !words.contains("不予")
        {
            continue;
        }
        for (word, ground) in grounds {
            if let Some(at) = words.find(word)
                && !list.iter().any(|r: &Refusal| r.ground == ground)
            {
                let here = sentence.start + at..sentence.start + at + word.len();
                let behind = drafts.partition_point(|d| d.range.start < here.end);
                let count = drafts[behind..]
                    .iter()
                    .take_while(|d| d.lead.start <= here.start)
                    .find(|d| d.kind == MeasureKind::Requests)
                    .map(|d| d.value);
                list.push(Refusal { ground, count, span: ctx.view.span(here) });
            }
        }
    }
    list
}
