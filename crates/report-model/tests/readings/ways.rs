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

#[test]
fn the_words_of_a_line_that_holds_one_channel() {
    let list = proactive(
        "公开信息2,182条，具体包括：\n1.学院官网：1,418条，占总量的65.0%；\n2.微信公众平台：764条，占总量的35.0%。",
    );
    assert_eq!((channel(&list, 1418), channel(&list, 764)), (Some(Channel::Website), Some(Channel::Wechat)));
    let told = proactive("公开信息6,050条。学校官网占比最高，为54%，计3,267条。");
    assert_eq!(channel(&told, 3267), Some(Channel::Website));
}

#[test]
fn what_is_said_of_all_channels() {
    let total = proactive("公众号推送387条，公告栏张贴94条，以上合计481条，其中招生类302条。");
    assert_eq!((channel(&total, 94), channel(&total, 481)), (Some(Channel::BulletinBoard), None));
    let account = proactive("官网发布120条，官方微信552条（关注人数9,611人，总阅读量317万次）。");
    assert_eq!(channel(&account, 3_170_000), Some(Channel::Wechat));
    assert_eq!(channel(&proactive("开展网站栏目普查47次。"), 47), None);
}

#[test]
fn another_matter_behind_a_semicolon() {
    let report = proactive("校长信箱收到来信208封；校园开放日接待考生及家长3,000人次。");
    assert_eq!(channel(&report, 3000), None);
    let read = proactive("官方微信推送208篇；阅读量3,000次。");
    assert_eq!(channel(&read, 3000), Some(Channel::Wechat));
    let both = proactive("信息均在官网发布，其中731条同步推送至微信公众号。");
    assert_eq!(channel(&both, 731), Some(Channel::Wechat));
}
