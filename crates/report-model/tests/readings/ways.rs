//! Through which channel: what names one, and what only looks like it.

use super::{measure, on_request, proactive};
use report_model::{Channel, Report};

#[track_caller]
fn channel(report: &Report, value: i64) -> Option<Channel> {
    measure(report, value).channel
}

#[test]
fn the_last_of_two_words_in_one_names_it() {
    assert_eq!(channel(&proactive("通过校园内网网站公开481条。"), 481), Some(Channel::Website));
    assert_eq!(channel(&proactive("通过内网、网站公开481条。"), 481), None);
}

#[test]
fn one_of_several_ways() {
    assert_eq!(channel(&proactive("会议、文件等形式公开388条。"), 388), None);
    assert_eq!(channel(&proactive("教职工代表大会公开38条、文件公开12条。"), 38), Some(Channel::Meeting));
}

#[test]
fn what_stands_between_two_applications() {
    let report = on_request("收到信息公开申请3件，通过网站在线提交2件、来信1件。");
    assert_eq!((channel(&report, 3), channel(&report, 2)), (None, Some(Channel::Website)));
    let all = on_request("收到信息公开申请8件，均通过电子邮箱提交。");
    assert_eq!(channel(&all, 8), Some(Channel::Email));
}

#[test]
fn columns_that_are_looked_at() {
    let report = proactive("检查各单位，发现栏目空白、更新滞后等问题19个。");
    assert_eq!(channel(&report, 19), None);
    assert_eq!(channel(&proactive("招生专栏公开信息19条。"), 19), Some(Channel::Website));
    assert_eq!(channel(&proactive("纪委派员现场监督57次。"), 57), None);
}

#[test]
fn a_meeting_ends_what_the_sentence_said() {
    let report = proactive("校长信箱收到来信77封，召开师生座谈会11场，收集建议92条。");
    assert_eq!((channel(&report, 77), channel(&report, 92)), (Some(Channel::Email), None));
}

#[test]
fn a_paper_printed_behind_a_meeting() {
    let report = proactive("在教代会上通报情况13次，编印《院务通讯》8期。");
    assert_eq!(channel(&report, 8), None);
}

#[test]
fn what_a_channel_is_used_for_leaves_it_one() {
    assert_eq!(channel(&proactive("通过官网开展信息发布，公开信息320条。"), 320), Some(Channel::Website));
    assert_eq!(channel(&proactive("通过微博开展政策解读56次。"), 56), Some(Channel::Weibo));
    assert_eq!(channel(&proactive("在校园网微信公众号同步发布信息430条。"), 430), None);
    assert_eq!(channel(&proactive("在学校网站发布公告56条、通报12条。"), 12), Some(Channel::Website));
    assert_eq!(channel(&proactive("招聘网络管理员2人，公示名单4批。"), 4), None);
}
