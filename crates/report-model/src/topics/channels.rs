//! Channels that the report says it publishes through.

use crate::model::{Channel, ChannelMention};
use crate::reading::View;
use crate::tables::Hits;
use std::ops::Range;

/// Each channel once, in the order of first mention, with the number of mentions.
pub(crate) fn find(view: &View<'_>, hits: &Hits, body: Range<usize>) -> Vec<ChannelMention> {
    let mut list: Vec<ChannelMention> = Vec::new();
    for (hit, channel) in hits.channels(body) {
        // 学校网站 holds 校网; 电话:… and 邮箱:… are contact, not channels.
        let behind = &view.text[hit.end..];
        let label = behind.starts_with(|c: char| c == ':' || c.is_ascii_alphanumeric());
        if behind.starts_with('站') || label && matches!(channel, Channel::Other | Channel::Email) {
            continue;
        }
        if let Some(mention) = list.iter_mut().find(|m| m.channel == channel) {
            mention.mentions += 1;
        } else {
            let range = hit.start..hit.end;
            list.push(ChannelMention {
                channel,
                value: view.printed(range.clone()),
                span: view.span(range),
                mentions: 1,
            });
        }
    }
    list
}
