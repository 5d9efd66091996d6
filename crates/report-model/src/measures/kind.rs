//! What a quantity counts: by its unit, the whole it is a part of, the part it stands in, the verb that governs it and the
//! noun it counts.

use super::surroundings::{Surroundings, Word};
use super::{Context, Draft, Family, RISES, cases};
use crate::lexis::words::{endings, words};
use crate::model::{MeasureKind, RefersTo, Role};
use crate::tables::Name;

pub(super) fn assign(ctx: Context<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        drafts[i].kind = of(ctx, drafts, i);
    }
    // Parts before their total are of its kind.
    for i in 0..drafts.len() {
        if let Some(p) = drafts[i].part_of.filter(|&p| p > i)
            && drafts[i].family == drafts[p].family
            && drafts[p].kind != MeasureKind::Other
        {
            drafts[i].kind = drafts[p].kind;
        }
    }
}

/// Quantities looked back for what a figure of the year before is compared with.
const LOOKED_BACK: usize = 8;

fn of(ctx: Context<'_>, drafts: &[Draft], i: usize) -> MeasureKind {
    let draft = &drafts[i];
    match draft.family {
        Family::Rate => return MeasureKind::Rate,
        Family::Money => return MeasureKind::Money,
        Family::Area | Family::Score => return MeasureKind::Other,
        _ => {}
    }
    // A part is of its whole's kind; persons are persons, or an audience.
    if let Some(kind) = draft.part_of.filter(|&p| p < i).map(|p| drafts[p].kind) {
        // 适用事项46项,其中已公开45项
        let lead = ctx.view.words(draft.lead.clone());
        if kind == MeasureKind::Other
            && draft.family != Family::Person
            && endings!["已公开", "已公布", "已发布"].close(lead)
        {
            return MeasureKind::Disclosed;
        }
        let persons = draft.family == Family::Person && kind != MeasureKind::Audience;
        return if persons { MeasureKind::People } else { kind };
    }
    let near = Surroundings::of(ctx, drafts, i);
    match draft.family {
        Family::Person => persons(ctx, drafts, i, &near),
        Family::Bare => bare(ctx, drafts, i, &near),
        _ => pieces(ctx, drafts, i, &near),
    }
}

fn persons(ctx: Context<'_>, drafts: &[Draft], i: usize, near: &Surroundings) -> MeasureKind {
    let draft = &drafts[i];
    let lead = ctx.view.words(draft.lead.clone());
    let tail = ctx.view.words(ctx.tail(drafts, i));
    let invited = ["邀请", "随机", "组织", "培训", "招收", "录取", "录用"]
        .iter()
        .any(|word| lead.trim_end_matches(['了', '约', '近']).ends_with(word));
    let right_behind = near.behind == Some(MeasureKind::Audience)
        && words![
            "阅读", "点击", "浏览", "访问", "观看", "关注", "收看", "参观", "打开", "下载", "点赞", "收听",
            "围观"
        ]
        .open(tail.trim_start_matches(['在', '线', '的', '师', '生', '员', '工']));
    // 订阅用户83,240人,上学年同期为6.9万人,比上学年末净增1.4万人; 关注人数由0.6万人上升到1.7万人
    let grows = || endings!(in &RISES).close(lead.trim_end_matches(['了', '约', '近']));
    let echoes = draft.refers_to == RefersTo::Previous && near.noun.is_none();
    let grown = (draft.refers_to == RefersTo::Change || grows() || echoes)
        && i.checked_sub(1).is_some_and(|k| {
            drafts[k].sentence == draft.sentence
                && drafts[k].family == Family::Person
                && drafts[k].kind == MeasureKind::Audience
        });
    if grown {
        return MeasureKind::Audience;
    }
    if !invited && (near.noun == Some(MeasureKind::Audience) || right_behind) {
        MeasureKind::Audience
    } else {
        MeasureKind::People
    }
}

fn bare(ctx: Context<'_>, drafts: &[Draft], i: usize, near: &Surroundings) -> MeasureKind {
    match near.noun {
        Some(kind) => kind,
        None => match i
            .checked_sub(1)
            .filter(|&k| drafts[k].sentence == drafts[i].sentence && drafts[k].family == Family::Bare)
        {
            Some(k) => drafts[k].kind,
            None if near.verb(ctx) == Some(Word::Disclose) => MeasureKind::Disclosed,
            None => MeasureKind::Other,
        },
    }
}

fn pieces(ctx: Context<'_>, drafts: &[Draft], i: usize, near: &Surroundings) -> MeasureKind {
    let draft = &drafts[i];
    let unit = draft.unit.clone().map_or("", |u| ctx.view.words(u));
    let case =
        matches!(unit, "件" | "起" | "宗" | "份" | "例" | "次" | "条" | "项" | "件次" | "单" | "封" | "票");
    let held = matches!(
        unit,
        "次" | "场" | "期" | "轮" | "班" | "场次" | "个" | "回" | "批" | "批次" | "堂" | "班次"
    );
    let times = matches!(unit, "次" | "场" | "场次");
    let held_behind = || {
        words!["召开", "举办", "举行", "开展"].open(ctx.view.words(draft.range.end..ctx.tail(drafts, i).end))
    };
    if let Some(kind) = cases::kind(ctx, drafts, i, near, unit, case) {
        return kind;
    }
    // 发出评议表240张: handed out, not published.
    let lead = ctx.view.words(draft.lead.clone());
    let own = lead.rfind([',', ';', '、']).map_or(draft.lead.start, |at| draft.lead.start + at);
    let surveyed = || ctx.hits.has(own..draft.range.start, Name::Survey);
    if matches!(unit, "份" | "张" | "票") && draft.role != Some(Role::OnRequest) && surveyed() {
        return MeasureKind::Other;
    }
    // 张贴于43个社区: the place where something is shown, not what is shown.
    let place = lead.ends_with(['于', '在'])
        && !endings!["大于", "多于", "高于", "少于", "低于", "小于", "等于"].close(lead);
    if place && matches!(unit, "个" | "处" | "所" | "家") {
        return MeasureKind::Other;
    }
    // 录取名单分8批在网站公示.
    if matches!(unit, "批" | "批次") && lead.ends_with('分') && near.verb_behind == Some(Word::Disclose) {
        return MeasureKind::Disclosed;
    }
    // 发出整改提醒26份: handed to somebody.
    let handed = || {
        let clause = lead.rsplit([',', ';', '、']).next().unwrap_or(lead);
        near.noun == Some(MeasureKind::Other) && words!["发出", "下发", "发放", "制发"].any(clause)
    };
    if near.own_verb == Some(Word::Disclose) && handed() {
        return MeasureKind::Other;
    }
    // The noun it counts, before or behind the number.
    // …办法等11项重大议题: behind 等 the noun that follows sums up.
    let sums_up = ctx.view.words(draft.lead.clone()).ends_with('等');
    for noun in if (sums_up || near.subject) && near.behind.is_some() {
        [near.behind, near.noun]
    } else {
        [near.noun, near.behind]
    } {
        match noun {
            Some(MeasureKind::Audience) if matches!(unit, "次" | "个" | "户") => {
                return MeasureKind::Audience;
            }
            Some(MeasureKind::Training) if held && !(times && near.told) => return MeasureKind::Training,
            // 转发、解读有关规定14篇: written about, not made.
            Some(MeasureKind::Rules) if unit == "篇" && near.own_verb == Some(Word::Disclose) => {}
            Some(MeasureKind::Rules) if matches!(unit, "项" | "个" | "件" | "部" | "份" | "条" | "篇") =>
            {
                return MeasureKind::Rules;
            }
            Some(MeasureKind::Complaints) if case && draft.role != Some(Role::OnRequest) => {
                return MeasureKind::Complaints;
            }
            Some(MeasureKind::Requests) if case && cases::info_request(ctx, draft) => {
                return MeasureKind::Requests;
            }
            // 学院党委3次召开专题会议, 办公会研究相关议题6次: neither 学院 nor 议题 is counted by 次.
            Some(MeasureKind::Other)
                if times && (near.meets || near.behind == Some(MeasureKind::Training) && held_behind()) =>
            {
                return MeasureKind::Training;
            }
            // 发布各类公示、健康提示147条: an item of what is published.
            Some(MeasureKind::Other)
                if near.listed
                    && matches!(unit, "条" | "篇" | "则")
                    && near.own_verb.is_none()
                    && near.verb(ctx) == Some(Word::Disclose) => {}
            Some(MeasureKind::Other)
                if near.own_verb != Some(Word::Disclose)
                    || matches!(unit, "个" | "家" | "所" | "封" | "部") && noun == near.behind =>
            {
                return MeasureKind::Other;
            }
            _ => {}
        }
    }
    // 培训4次,参加260人次;上学年分别为2次、150人次: the year before of the same thing.
    if draft.refers_to == RefersTo::Previous && near.noun.is_none() && near.own_verb.is_none() {
        let same = |d: &&Draft| d.unit.clone().map_or("", |u| ctx.view.words(u)) == unit;
        let within = drafts[..i].iter().rev().take_while(|d| d.sentence == draft.sentence);
        if let Some(echoed) = within.take(LOOKED_BACK).find(same) {
            return echoed.kind;
        }
    }
    let before = i
        .checked_sub(1)
        .filter(|&k| drafts[k].sentence == draft.sentence && drafts[k].family == draft.family);
    let same_unit = before.filter(|&k| drafts[k].unit.clone().map_or("", |u| ctx.view.words(u)) == unit);
    if let Some(k) = before.filter(|_| near.row) {
        return drafts[k].kind;
    }
    // 设立“校长面对面”活动,全年举办4场: what was held is named before.
    let bare = lead.trim_end_matches(['了', '过', '共', '约', '近']);
    if near.noun.is_none()
        && (times || unit == "期")
        && endings!["举办", "召开", "举行"].close(bare)
        && ctx.hits.has(ctx.sentence(draft).start..draft.range.start, Name::Training)
    {
        return MeasureKind::Training;
    }
    let verb = near.verb(ctx);
    match verb {
        Some(Word::Disclose) => {
            return if near.noun == Some(MeasureKind::Training) && held && !(times && near.told) {
                MeasureKind::Training
            } else {
                MeasureKind::Disclosed
            };
        }
        // 印发公开类文件214份, 印发校内文件173份: handed out as a means of publication.
        Some(Word::Regulate)
            if matches!(draft.role, Some(Role::Proactive | Role::KeyAreas))
                && words!["印发", "下发"].any(lead.rsplit([',', ';']).next().unwrap_or(lead))
                && endings![
                    "校内文件",
                    "各类文件",
                    "公开类文件",
                    "公开文件",
                    "公文",
                    "学校文件",
                    "学院文件",
                    "党政文件",
                    "行政文件"
                ]
                .close(lead.trim_end()) =>
        {
            return MeasureKind::Disclosed;
        }
        // 修订17项, 废止4项 behind 新订规章9项; 废止文件17件
        Some(Word::Regulate)
            if before.is_some_and(|k| drafts[k].kind == MeasureKind::Rules)
                || names_rules(ctx, draft)
                || endings!["废止文件", "修订文件", "出台文件", "修改文件"].close(lead.trim_end()) =>
        {
            return MeasureKind::Rules;
        }
        Some(Word::Do) if near.noun != Some(MeasureKind::Disclosed) || near.own_verb == Some(Word::Do) => {
            return MeasureKind::Other;
        }
        _ => {}
    }
    if near.noun == Some(MeasureKind::Disclosed)
        || near.behind == Some(MeasureKind::Disclosed) && !matches!(verb, Some(Word::Do))
        || near.verb_behind == Some(Word::Disclose) && verb.is_none()
    {
        return MeasureKind::Disclosed;
    }
    if let Some(k) = same_unit {
        return drafts[k].kind;
    }
    let channel = ctx.hits.channels(draft.lead.clone()).next().is_some();
    let published = matches!(unit, "条" | "篇" | "则" | "期" | "条次" | "篇次" | "版");
    match draft.role {
        Some(Role::Proactive | Role::KeyAreas | Role::Checklist)
            if published
                || unit == "项" && verb.is_none()
                || channel && matches!(unit, "次" | "份" | "块" | "张" | "批" | "批次" | "件" | "个") =>
        {
            MeasureKind::Disclosed
        }
        _ if channel && matches!(unit, "条" | "篇" | "则") => MeasureKind::Disclosed,
        _ => MeasureKind::Other,
    }
}

/// The sentence up to the number speaks of rules: 对规章制度进行清理,继续有效15件.
fn names_rules(ctx: Context<'_>, draft: &Draft) -> bool {
    ctx.hits.has(ctx.sentences[draft.sentence].start..draft.range.start, Name::Rules)
}
