//! Through which channel a quantity was published: named in its own clause, else inherited inside the sentence, else from
//! a heading that names it. Two channels for one number: none.

use super::{Context, Draft, Family};
use crate::model::{Channel, RefersTo, Role};
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
    for i in 0..drafts.len() {
        if drafts[i].sentence != sentence {
            sentence = drafts[i].sentence;
            current = Named::Nothing;
        }
        let own = own(ctx, drafts, i);
        let named = match own {
            Named::Nothing => inherited(ctx, drafts, i, current),
            found => found,
        };
        if own != Named::Nothing {
            current = own;
        }
        drafts[i].channel = match named {
            Named::One(channel) if allowed(&drafts[i], own) => Some(channel),
            _ => None,
        };
        if drafts[i].is_rate() {
            if let Some(k) = drafts[i].share_of {
                drafts[i].channel = drafts[k].channel;
            }
        }
    }
}

/// Money is never published through a channel; persons only where the words themselves name one.
fn allowed(draft: &Draft, own: Named) -> bool {
    match draft.family {
        Family::Money | Family::Area | Family::Score => false,
        _ if draft.refers_to == RefersTo::Profile => false,
        Family::Person => own != Named::Nothing || !matches!(draft.role, Some(Role::KeyAreas)),
        _ => true,
    }
}

/// Channels named between the quantity before and this one, else right behind it (261条由公众号推送).
fn own(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Named {
    let draft = &drafts[i];
    let lead = draft.lead.clone();
    let words = ctx.view.words(lead.clone());
    // A ; or a second clause with its own subject takes the channel from its own words.
    let start = words.rfind(['。', ';']).map_or(lead.start, |at| lead.start + at);
    let before = named(ctx, start..draft.range.start);
    let tail = ctx.tail(drafts, i);
    let words = ctx.view.words(tail.clone());
    let stop = words.find([',', ';', '。', '\n']).map_or(tail.end, |at| tail.start + at);
    let carried = ["由", "见于", "发布于", "在", "通过", "经", "刊于", "贴在", "张贴", "登载", "发在", "来自", "以", "刊登", "推送至", "系通过", "上", "为", "挂在", "发于"].iter().any(|word| words.starts_with(word));
    match before {
        Named::Nothing if carried => named(ctx, tail.start..stop),
        // "1篇校报文章": the noun behind the unit.
        found => found,
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
        last_end = hit.end;
        result = match result {
            Named::Nothing => Named::One(channel),
            Named::One(known) if known == channel => result,
            // Meetings, telephones and the like beside a medium are what is reported, not where.
            Named::One(Channel::Other) => Named::One(channel),
            Named::One(known) if channel == Channel::Other => Named::One(known),
            _ => Named::Several,
        };
    }
    result
}

/// Words that look like a channel but name a thing counted or an office: 网站建设, 信息中心, 电话会议.
fn not_a_channel(ctx: Context<'_>, start: usize, end: usize) -> bool {
    let text = &*ctx.view.text;
    let behind = &text[end..];
    let before = &text[..start];
    ["建设", "改版", "中心", "员", "记者", "信访", "安全", "舆情", "技术", "栏目设置", "升级", "维护"].iter().any(|word| behind.starts_with(word)) || before.ends_with("《")
}

/// What the sentence or the heading says.
fn inherited(ctx: Context<'_>, drafts: &[Draft], i: usize, current: Named) -> Named {
    let draft = &drafts[i];
    if let Some(parent) = draft.part_of.filter(|&p| p < i) {
        // A part of a channel's count is of that channel.
        if let Some(channel) = drafts[parent].channel {
            return Named::One(channel);
        }
        return Named::Nothing;
    }
    if let Named::One(_) = current {
        let lead = ctx.view.words(draft.lead.clone());
        // A new clause about something else does not inherit: 同时录取新生….
        let anew = matches!(draft.family, Family::Person) && !["阅读", "关注", "粉丝", "浏览", "访问", "参与", "观看", "参加", "点击", "播放", "订阅"].iter().any(|word| lead.contains(word));
        return if anew { Named::Nothing } else { current };
    }
    // A heading that names one channel.
    let heading = ctx.outline.path(draft.part).next();
    heading.map_or(Named::Nothing, |h| named(ctx, h.title.clone()))
}
