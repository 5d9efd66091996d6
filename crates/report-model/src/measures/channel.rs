//! Through which channel a quantity was published: named in its own clause, else inherited inside the sentence, else from
//! a heading that names it. Two channels for one number: none.

use super::{Context, Draft, Family};
use crate::lexis::words::{endings, words};
use crate::model::{Channel, MeasureKind, RefersTo};
use crate::tables::{Hit, Name};
use std::ops::Range;

/// What a stretch of words says of channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Nothing,
    One(Channel),
    Several,
}

pub(super) fn assign(ctx: Context<'_>, drafts: &mut [Draft]) {
    let mut sentence = usize::MAX;
    // What the sentence has named so far, for the quantities that name nothing themselves.
    let mut current = Named::Nothing;
    let mut i = 0;
    while i < drafts.len() {
        if drafts[i].sentence != sentence {
            sentence = drafts[i].sentence;
            current = Named::Nothing;
        }
        if let Some(list) = distributed(ctx, drafts, i) {
            for (k, channel) in list.into_iter().enumerate() {
                drafts[i + k].channel = takes(&drafts[i + k]).then_some(channel);
            }
        }
        if drafts[i].channel.is_none() {
            let own = own(ctx, drafts, i);
            let named = if own == Named::Nothing { inherited(ctx, drafts, i, current) } else { own };
            // A meeting held is the thing counted, not a channel for what follows.
            // 在学生代表大会上听取意见3次,收到建议19条: there it is one.
            let lead = ctx.view.words(drafts[i].lead.clone());
            if own != Named::Nothing {
                let held = drafts[i].kind == MeasureKind::Training && !lead.contains("会上");
                current = if held { Named::Nothing } else { own };
            }
            drafts[i].channel = match named {
                // Forums are channels of their own (Order 29, article 12); working meetings and trainings are not.
                Named::One(channel) if drafts[i].kind == MeasureKind::Training => {
                    (channel == Channel::Meeting && own == named && forum(ctx, &drafts[i])).then_some(channel)
                }
                Named::One(channel) if takes(&drafts[i]) && !surveyed(ctx, &drafts[i]) => Some(channel),
                _ => None,
            };
        }
        i += 1;
    }
    for i in 0..drafts.len() {
        if drafts[i].is_rate() {
            // 留言64条,回复率100%: a rate is of the count it follows.
            let before = i.checked_sub(1).filter(|&k| {
                drafts[k].sentence == drafts[i].sentence && drafts[i].refers_to == RefersTo::Current
            });
            let named = before.filter(|_| ctx.view.words(drafts[i].lead.clone()).contains('率'));
            drafts[i].channel = drafts[i].share_of.or(named).and_then(|k| drafts[k].channel);
        }
    }
}

/// 座谈会, 教代会, 办公会: meetings where information is given and opinions are heard.
fn forum(ctx: Context<'_>, draft: &Draft) -> bool {
    let lead = ctx.view.words(draft.lead.clone());
    let clause = lead.rsplit([',', ';']).next().unwrap_or(lead);
    words![
        "座谈会",
        "论证会",
        "听证会",
        "教代会",
        "职代会",
        "代表大会",
        "办公会",
        "恳谈会",
        "通报会",
        "面对面"
    ]
    .any(clause)
}

/// Answers to questionnaires come through no channel, wherever the questionnaire was handed out; 网上问卷 names one.
fn surveyed(ctx: Context<'_>, draft: &Draft) -> bool {
    if draft.kind != MeasureKind::Other {
        return false;
    }
    let from = ctx.sentences[draft.sentence].start;
    let mut surveys = ctx.hits.words(from..draft.range.start, Name::Survey).peekable();
    // 网上问卷, 问卷星
    let named = |survey: &Hit| {
        let touches = |hit: &Hit| hit.start <= survey.start && survey.start <= hit.end;
        ctx.hits.channels(from..draft.range.start).any(|(hit, _)| touches(hit))
    };
    surveys.peek().is_some() && !surveys.any(named)
}

/// Persons, money and rules are not published through a channel.
fn takes(draft: &Draft) -> bool {
    let kind = !matches!(draft.kind, MeasureKind::Money | MeasureKind::People | MeasureKind::Rules);
    kind && !matches!(draft.family, Family::Area | Family::Score) && draft.refers_to != RefersTo::Profile
}

/// 微博与微信分别为158条、186条: the channels in order.
fn distributed(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Option<Vec<Channel>> {
    let draft = &drafts[i];
    let lead = ctx.view.words(draft.lead.clone());
    if !lead.contains('分') || !words!["分别", "各为"].any(lead) {
        return None;
    }
    let from = lead.rfind([';', '。']).map_or(draft.lead.start, |at| draft.lead.start + at);
    let mut list: Vec<Channel> = Vec::new();
    let mut end = 0;
    for (hit, channel) in ctx.hits.channels(from..draft.range.start) {
        if hit.start >= end && list.last() != Some(&channel) {
            list.push(channel);
        }
        end = hit.end.max(end);
    }
    let follow = (1..list.len()).all(|k| {
        drafts.get(i + k).is_some_and(|d| {
            d.sentence == draft.sentence
                && matches!(ctx.view.words(d.lead.clone()), "、" | "," | "和" | "与" | "及")
        })
    });
    (list.len() >= 2 && follow).then_some(list)
}

/// Channels named between the quantity before and this one, else right behind it (261条由公众号推送).
fn own(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Named {
    let draft = &drafts[i];
    let lead = draft.lead.clone();
    let words = ctx.view.words(lead.clone());
    let start = words.rfind(['。', ';']).map_or(lead.start, |at| lead.start + at);
    let tail = ctx.tail(drafts, i);
    let behind = ctx.view.words(tail.clone());
    if matches!(draft.kind, MeasureKind::Requests | MeasureKind::Complaints) {
        // Only what is said of the application itself: 网络申请9件; 1件,系通过电子邮箱提交.
        let clause = words.rfind([',', ';', '、', ':', '(', '。']).map_or(lead.start, |at| lead.start + at);
        let before = named(ctx, clause..draft.range.start);
        let stop = behind.find(['。', ';']).map_or(tail.end, |at| tail.start + at);
        let said = behind.trim_start_matches([',', '(']);
        let by =
            words!["均为", "系通过", "均通过", "全部通过", "均以", "系以", "均系", "通过", "以", "为", "由"]
                .open(said);
        // 3件,通过网站提交2件、来信1件: what stands between two numbers belongs to the second, unless it says of all.
        let shared = stop == tail.end
            && drafts.get(i + 1).is_some_and(|next| next.range.start == tail.end)
            && !said.contains(',')
            && !said.starts_with(['均', '全']);
        return match before {
            Named::Nothing if by && !shared => named(ctx, tail.start..stop.min(tail.start + 60)),
            found => found,
        };
    }
    let mut before = named(ctx, start..draft.range.start);
    // 在教代会上报告预算,公示收费标准73项: a meeting ends with its clause where the next has a verb of its own.
    if before == Named::One(Channel::Meeting)
        && let Some(comma) = words.rfind(',').map(|at| lead.start + at)
        && comma > start
        && ctx.hits.has(comma..draft.range.start, Name::VerbDisclose)
    {
        before = named(ctx, comma..draft.range.start);
    }
    // 公开常委会、办公会议题纪要64期: the meetings are what the minutes are of.
    if before == Named::One(Channel::Meeting) && words.ends_with("纪要") {
        before = Named::Nothing;
    }
    let stop = behind.find([',', ';', '。', '\n', '(']).map_or(tail.end, |at| tail.start + at);
    let carried = || {
        words![
            "由",
            "见于",
            "发布于",
            "在",
            "经",
            "刊于",
            "贴在",
            "张贴",
            "登载",
            "发在",
            "来自",
            "刊登",
            "推送至",
            "系通过",
            "挂在",
            "发于",
            "通过"
        ]
        .open(behind.strip_prefix("同步").unwrap_or(behind))
    };
    // 均在官网发布,其中731条同步推送至公众号: what stands behind says more than the clause before.
    let comma = words.rfind(',').map(|at| lead.start + at).filter(|&comma| comma > start);
    let own = comma.map_or(before, |comma| named(ctx, comma..draft.range.start));
    match own {
        Named::Nothing if carried() => match named(ctx, tail.start..stop) {
            Named::Nothing => before,
            found => found,
        },
        _ => before,
    }
}

/// One channel, several, or none among the words found in a range.
fn named(ctx: Context<'_>, range: Range<usize>) -> Named {
    let mut result = Named::Nothing;
    let mut last_end = 0;
    for (hit, channel) in ctx.hits.channels(range.clone()) {
        if hit.start < last_end || not_a_channel(ctx, hit.start, hit.end) {
            continue;
        }
        let beside = last_end > 0 && hit.start - last_end <= 12;
        // 校内网网站: the last of two words in one names the thing.
        let compound =
            last_end == hit.start && result == Named::One(Channel::Oa) && channel == Channel::Website;
        last_end = hit.end;
        result = match result {
            _ if in_company(ctx, hit.end) => Named::Several,
            Named::Nothing => Named::One(channel),
            Named::One(_) if compound => Named::One(channel),
            // Two telephones are one channel, 信函 and 窗口 are two.
            Named::One(known) if known == channel && !(channel == Channel::Other && beside) => result,
            _ => Named::Several,
        };
    }
    result
}

/// 会议、文件等形式: one of several ways, the others of which are no channels of their own.
fn in_company(ctx: Context<'_>, end: usize) -> bool {
    let Some(rest) = ctx.view.text[end..].strip_prefix('、') else { return false };
    let item: usize = rest.chars().take(6).take_while(|&c| c != '等').map(char::len_utf8).sum();
    words!["等形式", "等方式", "等渠道", "等途径", "等多种"].open(&rest[item..])
}

/// Words that look like a channel but name a thing counted or an office: 网站建设, 信息中心, 电话会议.
fn not_a_channel(ctx: Context<'_>, start: usize, end: usize) -> bool {
    let text = &*ctx.view.text;
    let behind = &text[end..];
    let before = &text[..start];
    words![
        "告",
        "建设",
        "中心",
        "员",
        "记者",
        "信访",
        "安全",
        "舆情",
        "技术",
        "栏目设置",
        "升级",
        "维护",
        "会议",
        "群众",
        "审议",
        "代表",
        "讨论",
        "通过",
        "研究",
        "管理员",
        "备案",
        "纪要",
        "议纪要",
        "议题纪要",
        "竞价",
        "评议",
        "测评",
        "核验",
        "空白",
        "归口",
        "更新滞后",
        "更新不",
        "名称",
        "存在",
        "失效"
    ]
    .open(behind)
        // 网站栏目普查4次
        || !behind.starts_with("进行") && words!["普查", "巡查", "检查", "排查", "自查", "抽查"].any(head(behind, 4))
        // 学习网络, 招聘网络管理员
        || behind.starts_with('络')
        // 现场监督57次, 对栏目开展巡检, 网络教学: what is done there, or looked at.
        || matches!(&text[start..end], "现场" | "栏目" | "当面" | "网络")
            && words!["开展", "监督", "督", "检查", "指导", "教学", "教育"].open(behind)
        // 《信息简报》 is no newspaper.
        || before.ends_with(['《', '简'])
}

/// The first characters.
fn head(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// What the sentence or the heading says.
fn inherited(ctx: Context<'_>, drafts: &[Draft], i: usize, current: Named) -> Named {
    let draft = &drafts[i];
    let lead = ctx.view.words(draft.lead.clone());
    if matches!(draft.kind, MeasureKind::Requests | MeasureKind::Complaints) {
        return Named::Nothing;
    }
    if let Some(parent) = draft.part_of.filter(|&p| p < i) {
        // A part of a channel's count is of that channel.
        if let Some(channel) = drafts[parent].channel {
            return Named::One(channel);
        }
        // 校园网占61.4%,即940条; 校园网占比最高,为61.4%,计940条
        let of_the_rate = i > 0 && drafts[i - 1].share_of == Some(i);
        let clause = lead.trim_start_matches([',', '(']);
        if clause.starts_with('即') || of_the_rate && words!["计", "共", "合", "为"].open(clause) {
            return current;
        }
        // 2.微信公众平台:764条: a part under a heading of its own, which names the channel.
        let apart = drafts[parent].part != draft.part && current == Named::Nothing;
        return if apart { by_heading(ctx, draft) } else { Named::Nothing };
    }
    let clause = lead.trim_start_matches([',', '、', ';', ')', '和', '及']);
    // 编印校报21期,编发《信息简报》34期; 召开会议13次,编印《院务通讯》8期: a publication of its own.
    let printed = words!["编印", "编发", "编辑"].open(clause)
        && endings!["》", "快报", "通报"].close(clause.trim_end());
    if draft.kind == MeasureKind::Disclosed
        && (printed || endings!["简报》", "简报", "公报》", "公报"].close(clause.trim_end()))
    {
        return Named::Nothing;
    }
    let before = ctx.view.words(ctx.sentences[draft.sentence].start..draft.range.start);
    // 微信552条(关注8.6万人,总阅读量317万次): said of the account, in its bracket.
    let bracketed = before.rfind('(').is_some_and(|open| before.rfind(')').is_none_or(|close| close < open));
    let sums_up = words!["总", "合计", "共", "以上", "上述"].open(clause)
        && !bracketed
        && i.checked_sub(1).is_some_and(|k| drafts[k].channel.is_some() && several_before(ctx, drafts, i));
    if let Named::One(channel) = current {
        let continues = match draft.kind {
            // …来信208封;校园开放日接待考生近3,000人次: another matter.
            MeasureKind::Audience => {
                let another = lead.contains(';') && words!["接待", "开放日", "来访"].any(clause);
                channel != Channel::Meeting && !sums_up && !another
            }
            MeasureKind::Disclosed => {
                clause.chars().count() <= 8 && !matches!(channel, Channel::Other) && !sums_up
            }
            MeasureKind::Other => {
                matches!(channel, Channel::Meeting | Channel::Email | Channel::Website | Channel::App)
                    && lead.contains(',')
                    && !lead.contains(';')
                    && clause.chars().count() <= 12
                    // 参加各地咨询会36场: another matter.
                    && !words!["参加", "举办", "组织", "开展", "召开", "走访"].open(clause)
            }
            _ => false,
        };
        return if continues { current } else { Named::Nothing };
    }
    if current == Named::Several {
        return Named::Nothing;
    }
    by_heading(ctx, draft)
}

/// A heading that names one channel.
fn by_heading(ctx: Context<'_>, draft: &Draft) -> Named {
    let heading = ctx.outline.path(draft.part).next();
    heading.map_or(Named::Nothing, |h| named(ctx, h.title.clone()))
}

/// Quantities of two channels stand before in the sentence, up to the last ;.
fn several_before(ctx: Context<'_>, drafts: &[Draft], i: usize) -> bool {
    let mut seen = None;
    let mut parted = false;
    drafts[..i]
        .iter()
        .rev()
        .take_while(|d| {
            let within = !parted && d.sentence == drafts[i].sentence;
            parted = ctx.view.words(d.lead.clone()).contains(';');
            within
        })
        .filter_map(|d| d.channel)
        .any(|channel| *seen.get_or_insert(channel) != channel)
}
