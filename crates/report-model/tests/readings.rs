//! Pairs of sentences that look alike and say different things: what one rule reads must not spill over to the other.

use report_model::{MeasureKind, Options, RefersTo, Report, parse};

fn report(parts: [&str; 3]) -> Report {
    let [overview, proactive, on_request] = parts;
    let text = format!(
        "清远湖学院2021-2022学年信息公开年度报告\n一、概述\n{overview}\n二、主动公开情况\n{proactive}\n\
         三、依申请公开情况\n{on_request}\n四、存在的问题\n个别栏目更新不及时。\n"
    );
    parse(&text, &Options::default()).report
}

fn proactive(text: &str) -> Report {
    report(["学校重视信息公开。", text, "本学年未收到信息公开申请。"])
}

fn on_request(text: &str) -> Report {
    report(["学校重视信息公开。", "全年公开信息120条。", text])
}

/// Kind of the measure with a value.
#[track_caller]
fn kind(report: &Report, value: i64) -> MeasureKind {
    measure(report, value).kind
}

#[track_caller]
fn measure(report: &Report, value: i64) -> &report_model::Measure {
    let found = report.measures.iter().find(|m| m.value.as_integer() == Some(value));
    found.unwrap_or_else(|| panic!("no measure of {value}"))
}

#[test]
fn a_heading_with_a_comma_stays_a_heading_in_wrapped_text() {
    let line = "学校成立信息公开工作领导小组并明确各部门职责分工定期研究解决信息公开工作中的重点难点";
    let wrapped = format!("{}\n", &line[..36 * 3]).repeat(9);
    let text = format!(
        "清远湖学院2021-2022学年信息公开年度报告\n一、概述\n（一）加强组织领导，完善信息公开工作机制\n{wrapped}\
         （二）强化制度建设，健全信息公开责任体系\n{wrapped}二、主动公开情况\n公开信息12条。\n"
    );
    let report = parse(&text, &Options::default()).report;
    let titles: Vec<&str> = report.sections[0].children.iter().map(|s| s.title.value.as_str()).collect();
    assert_eq!(titles, ["加强组织领导，完善信息公开工作机制", "强化制度建设，健全信息公开责任体系"]);
}

#[test]
fn a_notice_with_its_year_is_the_notice() {
    let cite = |title: &str| {
        let report = report([&format!("依据《{title}》编制。"), "公开信息12条。", "未收到申请。"]);
        report.citations[0].instrument.clone()
    };
    let finance = "关于做好2012年高等学校财务信息公开工作的通知》（教财〔2012〕4号）和《其他通知";
    assert_eq!(cite(finance).as_deref(), Some("moe-finance-2012"));
    let yearly = "教育部办公厅关于做好2012-2013学年度高等学校信息公开年度报告工作的通知》（教办厅函〔2013〕48号）和《其他通知";
    assert_eq!(cite(yearly).as_deref(), Some("moe-office-notice-2013"));
}

#[test]
fn one_account_stated_twice() {
    let found = |overview: &str, proactive: &str| {
        let report = report([overview, proactive, "未收到申请。"]);
        report.diagnostics.iter().filter(|d| d.code == "RM404").count()
    };
    let list = "主动公开信息共计2,549条，其中学校网站1,836条，官方微信713篇。";
    assert_eq!(found("“清湖之声”官方微信推送731篇。", list), 1);
    assert_eq!(found("“清湖之声”官方微信推送713篇。", list), 0);
    // A topic's count is not the account's; and one defect is told once.
    assert_eq!(found("学校重视。", "官方微信推送信息321篇。\n（一）招生信息公开\n微信公众号推送312篇。"), 0);
    assert_eq!(found("学校官方微信推送信息731篇。", "学校官方微信推送信息713篇。"), 1);
}

#[test]
fn places_levels_and_questionnaires() {
    assert_eq!(kind(&proactive("课程表、师资和收费标准张贴于43个社区学习点。"), 43), MeasureKind::Other);
    assert_eq!(kind(&proactive("公开规章制度达到215个。"), 215), MeasureKind::Rules);
    assert_eq!(kind(&proactive("工会组织评议，发出评议表240张。"), 240), MeasureKind::Other);
    assert_eq!(
        kind(&proactive("学校开展师生满意度问卷调查，主动公开文件23份。"), 23),
        MeasureKind::Disclosed
    );
    let listed = "发布形成性考核安排、终结性考试时间表、考点设置等信息96条。";
    assert_eq!(kind(&proactive(listed), 96), MeasureKind::Disclosed);
    assert_eq!(kind(&proactive("关注人数由0.6万人上升到1.7万人。"), 17_000), MeasureKind::Audience);
}

#[test]
fn comparisons_with_a_year_by_its_number() {
    let report = proactive("公开信息5,127条。与2020-2021学年的4,586条相比，增长11.8%。");
    assert_eq!(measure(&report, 4_586).refers_to, RefersTo::Previous);
    let report = proactive("2022年公开信息512条，其中2022年新增88条。");
    assert_eq!(measure(&report, 88).refers_to, RefersTo::Current);
}

#[test]
fn what_opens_a_new_count() {
    let board =
        proactive("公开信息1,322条。从载体看：网站688条，占52.0%；微信538条，占40.7%；公示栏96条，占7.3%。");
    assert_eq!(measure(&board, 96).part_of, Some(0));
    let online = on_request("收到信息公开申请20件，其中书面申请15件、电子邮件申请5件；受理网上咨询3件。");
    assert_eq!(measure(&online, 3).part_of, None);
}

#[test]
fn shares_of_counts() {
    let votes = proactive("代表投票186票，其中满意151票，比较满意30票，不满意5票，满意率81.2%。");
    assert_eq!(votes.measures[4].share_of, Some(1));
    let bracket = proactive("录取5,630人，其中省内4,054人（文科3,834人、艺术类220人），占72.0%。");
    assert_eq!(bracket.measures[4].share_of, Some(1));
}

#[test]
fn rows_above_a_total_that_is_slightly_wrong() {
    let rows = |rows: &str| proactive(&format!("公开情况见下表。\n渠道 数量\n{rows}"));
    let wrong = rows("学校网站 3,758条\n官方微信 890条\n公示栏 737条\n合计 5,358条\n");
    assert_eq!(measure(&wrong, 890).part_of, Some(3));
    let nested = rows("学校网站 1,200条\n官方微信 600条\n其中原创 150条\n合计 1,800条\n");
    assert_ne!(measure(&nested, 150).part_of, Some(3));
}

#[test]
fn answers_and_mere_words() {
    let held =
        on_request("收到信息公开申请3件，其中予以公开2件，不属于本院公开范围、告知申请人向有关单位咨询1件。");
    assert_eq!(held.requests.not_held.map(|count| count.value.as_integer()), Some(Some(1)));
    let topics = on_request("收到信息公开申请20件，其中属于招生就业类12件，属于其他类8件。");
    assert_eq!(topics.requests.not_held, None);
    let refused = on_request("收到申请2件，均已公开。没有出现应当公开而不予公开的情况。");
    assert!(refused.requests.refused.is_some_and(|count| count.value.is_zero()));
    let disputes = on_request("收到申请10件，同意公开7件，部分公开3件。未发生因不予公开引起的投诉。");
    assert_eq!(disputes.requests.refused, None);
    let again = on_request(
        "收到申请9件，其中同意公开7件，不予公开2件。不予公开的2件，一件涉及商业秘密，一件涉及个人隐私。",
    );
    assert_eq!(again.requests.refused.map(|count| count.value.as_integer()), Some(Some(2)));
}
