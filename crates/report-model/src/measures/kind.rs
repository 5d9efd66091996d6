//! What a quantity counts: by its unit, the cue nearest to it, the whole it is a part of, and the part it stands in.

use super::{Context, Draft, Family};
use crate::model::{MeasureKind, Role};
use crate::tables::Cue;

pub(super) fn assign(ctx: Context<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        drafts[i].kind = of(ctx, drafts, i);
    }
    // A total stated behind its parts, and parts before it, are of one kind.
    for i in 0..drafts.len() {
        if let Some(p) = drafts[i].part_of.filter(|&p| p > i) {
            if drafts[i].kind == MeasureKind::Other {
                drafts[i].kind = drafts[p].kind;
            }
        }
    }
}

/// Kinds that a cue word speaks for.
fn kind_of(cue: &str) -> Option<MeasureKind> {
    Some(match cue {
        "audience" => MeasureKind::Audience,
        "training" => MeasureKind::Training,
        "rules" | "rule_verb" => MeasureKind::Rules,
        "disclose" => MeasureKind::Disclosed,
        "other_noun" => MeasureKind::Other,
        "complaint" | "grievance" | "remedy" => MeasureKind::Complaints,
        "request" => MeasureKind::Requests,
        _ => return None,
    })
}

fn of(ctx: Context<'_>, drafts: &[Draft], i: usize) -> MeasureKind {
    let draft = &drafts[i];
    match draft.family {
        Family::Rate => return MeasureKind::Rate,
        Family::Money => return MeasureKind::Money,
        Family::Area | Family::Score => return MeasureKind::Other,
        _ => {}
    }
    let unit = draft.unit.clone().map_or("", |u| ctx.view.words(u));
    let parent = draft.part_of.filter(|&p| p < i).map(|p| drafts[p].kind);
    let (nearest, behind) = cues(ctx, drafts, i);
    if draft.family == Family::Person || draft.family == Family::Bare && parent.is_none() {
        let audience = nearest == Some(MeasureKind::Audience) || behind == Some(MeasureKind::Audience) || parent == Some(MeasureKind::Audience);
        return match (draft.family, audience) {
            (_, true) => MeasureKind::Audience,
            (Family::Person, false) => MeasureKind::People,
            _ => nearest.unwrap_or(MeasureKind::Other),
        };
    }
    if let Some(kind) = parent {
        return kind;
    }
    let role = draft.role;
    let case = matches!(unit, "件" | "起" | "宗" | "份" | "例" | "次" | "条" | "项" | "件次" | "单" | "封" | "");
    if role == Some(Role::OnRequest) && case {
        let elsewhere = [nearest, behind].into_iter().flatten().any(|k| matches!(k, MeasureKind::Complaints));
        let unrelated = behind_says_other(ctx, drafts, i);
        if !elsewhere && !unrelated && !matches!(unit, "次" | "条" | "项" | "封") {
            return MeasureKind::Requests;
        }
        if nearest == Some(MeasureKind::Requests) && !unrelated {
            return MeasureKind::Requests;
        }
    }
    if role == Some(Role::Complaints) && case && !matches!(nearest, Some(MeasureKind::Training)) {
        return MeasureKind::Complaints;
    }
    match nearest.or(behind) {
        Some(MeasureKind::Audience) if !matches!(unit, "次" | "个" | "户" | "") => {}
        Some(MeasureKind::Training) if !matches!(unit, "次" | "场" | "期" | "轮" | "班" | "场次" | "个" | "回" | "期次" | "批" | "批次" | "堂" | "班次") => {}
        Some(MeasureKind::Rules) if !matches!(unit, "项" | "个" | "件" | "部" | "份" | "条" | "篇") => {}
        Some(MeasureKind::Requests) if role != Some(Role::OnRequest) && !info_request(ctx, draft) => {}
        Some(MeasureKind::Complaints) if !case => {}
        Some(kind) => return kind,
        None => {}
    }
    // No telling word: as the quantity before in the same sentence, if counted in the same unit.
    if let Some(k) = i.checked_sub(1).filter(|&k| drafts[k].sentence == draft.sentence && drafts[k].family == draft.family) {
        let same_unit = drafts[k].unit.clone().map_or("", |u| ctx.view.words(u)) == unit;
        if same_unit || drafts[k].kind == MeasureKind::Disclosed && draft.channel.is_some() {
            return drafts[k].kind;
        }
    }
    let published = matches!(unit, "条" | "篇" | "则" | "期" | "条次" | "篇次" | "版");
    match role {
        Some(Role::Proactive | Role::KeyAreas | Role::Checklist) if published || draft.channel.is_some() && matches!(unit, "次" | "份" | "块" | "张" | "批" | "批次") => MeasureKind::Disclosed,
        _ if published && matches!(unit, "条" | "篇" | "则") && draft.channel.is_some() => MeasureKind::Disclosed,
        _ => MeasureKind::Other,
    }
}

/// 信息公开申请, 申请公开: an application for disclosure, not for a grant.
fn info_request(ctx: Context<'_>, draft: &Draft) -> bool {
    let sentence = ctx.view.words(ctx.sentence(draft));
    ["信息公开申请", "公开申请", "申请公开", "依申请"].iter().any(|word| sentence.contains(word))
}

/// 来电6次询问…, 不计入申请: stands in the part on applications but is none.
fn behind_says_other(ctx: Context<'_>, drafts: &[Draft], i: usize) -> bool {
    let lead = ctx.view.words(drafts[i].lead.clone());
    let tail = ctx.view.words(ctx.tail(drafts, i));
    let clause = tail.split(['。', ';']).next().unwrap_or(tail);
    ["不计入", "不作为", "未计入", "不列入", "不在此列", "另行处理", "不属于依申请", "未纳入", "不纳入"].iter().any(|word| clause.contains(word))
        || ["来电", "咨询", "来访", "问卷", "查阅成绩", "电话查询"].iter().any(|word| lead.contains(word)) && !lead.contains("申请")
}

/// The cue nearest before the number (in its clause, else in its lead), and the first behind the unit.
fn cues(ctx: Context<'_>, drafts: &[Draft], i: usize) -> (Option<MeasureKind>, Option<MeasureKind>) {
    let draft = &drafts[i];
    let lead = draft.lead.clone();
    let words = ctx.view.words(lead.clone());
    let from = words.rfind([';', '。']).map_or(lead.start, |at| lead.start + at);
    let mut best: Option<(usize, usize, MeasureKind)> = None;
    for hit in ctx.hits.within(from..draft.range.start) {
        let Cue::Word(cue) = hit.cue else { continue };
        let Some(kind) = kind_of(cue) else { continue };
        // Nearest by its end; of two that end together the longer one.
        let better = best.is_none_or(|(end, len, known)| hit.end > end || hit.end == end && hit.end - hit.start > len || hit.end == end && rank(kind) > rank(known) && hit.end - hit.start == len);
        if better {
            best = Some((hit.end, hit.end - hit.start, kind));
        }
    }
    let tail = ctx.tail(drafts, i);
    let words = ctx.view.words(tail.clone());
    let stop = words.find([',', ';', '。', '\n', '、', ')', '(']).map_or(tail.end, |at| tail.start + at);
    let behind = ctx.hits.within(tail.start..stop).find_map(|hit| if let Cue::Word(cue) = hit.cue { kind_of(cue) } else { None });
    // 公开招聘, 招标公告发布 …: a verb of disclosure far before a noun of another kind loses to the nearer noun, which the
    // loop above decides; a rule's noun needs a verb that makes rules or the unit 项.
    (best.map(|(_, _, kind)| kind), behind)
}

/// Ties: the more special kind wins.
const fn rank(kind: MeasureKind) -> u8 {
    match kind {
        MeasureKind::Complaints | MeasureKind::Requests => 4,
        MeasureKind::Audience => 3,
        MeasureKind::Training | MeasureKind::Rules => 2,
        MeasureKind::Disclosed => 1,
        _ => 0,
    }
}
