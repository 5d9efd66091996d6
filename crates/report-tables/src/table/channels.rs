//! The table `channels`: report × channel that is named or counted.

use super::figures::Figure;
use super::{rows, variables};
use crate::entry::Entry;
use crate::schema::OFFSETS;
use report_model::{Channel, ChannelMention};

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    channel: Channel,
    mention: Option<&'e ChannelMention>,
    disclosed: Figure,
    audience: Figure,
}

variables! {
    row: Row<'e>;
    channel Plain Text ""
        "渠道" "the channel" "Order 29, art. 12"
        = row.channel.as_str();
    mentions Plain Int ""
        "提及次数" "how often the body names it" ""
        = row.mention.map_or(0, |mention| mention.mentions);
    disclosed Stated Number "pieces"
        "经此渠道公开的信息条数" "pieces of information published through it in the reporting period" "sum of measures of kind disclosed that are no parts of one another"
        = row.disclosed;
    disclosed_bound Plain Text ""
        "条数的精确程度" "exact, at_least, about, at_most" ""
        = row.disclosed.bound();
    audience Evidenced Number "persons or times"
        "最大的关注、阅读或访问数" "the largest number of followers, reads or visits stated for it" "maximum of measures of kind audience"
        = row.audience;
    audience_bound Plain Text ""
        "该数的精确程度" "exact, at_least, about, at_most" ""
        = row.audience.bound();
    quote Plain Text ""
        "首次提及的原文" "the words of its first mention" ""
        = row.mention.map(|mention| row.entry.words(mention.span));
    start Plain Int OFFSETS
        "首次提及的起点" "start of the words" ""
        = row.mention.map(|mention| row.entry.offsets.at(mention.span.start));
    end Plain Int OFFSETS
        "首次提及的终点" "end of the words (exclusive)" ""
        = row.mention.map(|mention| row.entry.offsets.at(mention.span.end));
}

rows!(entry => entry.report().into_iter().flat_map(move |report| {
    let figures = entry.figures().map(|figures| &figures.by_channel);
    Channel::ALL.iter().filter_map(move |&channel| {
        let mention = report.channels.iter().find(|mention| mention.channel == channel);
        let counted = report.measures.iter().any(|measure| measure.channel == Some(channel));
        let figures = figures.filter(|_| mention.is_some() || counted)?;
        let (disclosed, audience) = (figures.disclosed(channel), figures.audience(channel));
        Some(Row { entry, channel, mention, disclosed, audience })
    })
}));
