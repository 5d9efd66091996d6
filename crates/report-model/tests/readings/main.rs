//! Pairs of sentences that look alike and say different things: what one rule reads must not spill over to the other.

mod applications;
mod divisions;
mod frame;
mod ways;

use report_model::{DeclaredParts, MeasureKind, Options, RefersTo, Report, parse};

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
    assert_eq!(
        found("本学年，学校召开会议；主动公开信息6,318条。", "全校主动公开信息6,138条（去年同期5,690条）。"),
        1
    );
    assert_eq!(found("本学年，招生处公开信息6,318条。", "全校主动公开信息6,138条。"), 0);
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

#[test]
fn verbs_inside_nouns_and_names_of_who_acts() {
    let published = "发布招标公告、流标公告977条。招标公告29条，废标2项后重新组织。";
    assert_eq!(kind(&proactive(published), 977), MeasureKind::Disclosed);
    assert_eq!(kind(&proactive(published), 2), MeasureKind::Other);
    let minutes = proactive("召开院长办公会31次，会议纪要57期均在办公系统公开。");
    assert_eq!(kind(&minutes, 31), MeasureKind::Training);
    assert_eq!(kind(&minutes, 57), MeasureKind::Disclosed);
    let reminded = proactive("学校对网站栏目进行巡查，发出整改提醒26份。学校发出公告35份。");
    assert_eq!(kind(&reminded, 26), MeasureKind::Other);
    assert_eq!(kind(&reminded, 35), MeasureKind::Disclosed);
}

#[test]
fn what_is_held_and_what_is_told_there() {
    assert_eq!(kind(&proactive("学院党委3次召开专题会议研究信息公开。"), 3), MeasureKind::Training);
    assert_eq!(kind(&proactive("投保与理赔情况，在家长委员会例会上通报4次。"), 4), MeasureKind::Disclosed);
    assert_eq!(kind(&proactive("面向师生召开情况通报会4次。"), 4), MeasureKind::Training);
    let before = proactive("学校设立“校长面对面”活动，本学年共举办4场。学校举办展览6场。");
    assert_eq!(kind(&before, 4), MeasureKind::Training);
    assert_eq!(kind(&before, 6), MeasureKind::Other);
    let lots = proactive("复试名单和拟录取名单分8批在网站公示。学员分4批返校。");
    assert_eq!(kind(&lots, 8), MeasureKind::Disclosed);
    assert_eq!(kind(&lots, 4), MeasureKind::Other);
}

#[test]
fn numbers_side_by_side_and_parts() {
    let notices = proactive("发布采购公告33条、结果公告31条、废标公告2条。");
    assert_eq!(measure(&notices, 31).part_of, None);
    let split = proactive("发布采购信息33条，公开招标31条、询价2条。");
    assert_eq!(measure(&split, 31).part_of, Some(0));
    let saved = proactive("项目预算总额6,120万元，成交总额5,647.5万元，节约资金472.5万元。");
    assert_eq!(saved.measures[1].part_of, None);
    let among = proactive("2023届本科毕业生912人中，升学731人，签约就业128人。");
    assert_eq!(measure(&among, 731).part_of, Some(0));
    let left = proactive("引进专任教师27人，其中教授4人；离职9人。");
    assert_eq!((measure(&left, 4).part_of, measure(&left, 9).part_of), (Some(0), None));
    let titles = proactive("印发《信息发布审核办法》（清院〔2021〕58号）《账号备案规定》两项制度。");
    assert_eq!(kind(&titles, 2), MeasureKind::Rules);
    assert!(proactive("《办法》两个方面的要求均已落实。").measures.is_empty());
}

#[test]
fn a_share_is_of_the_count_that_gives_it() {
    let survey = proactive("回收问卷2,488份，其中表示满意的2,071份、不满意的67份，满意所占比重为83.2%。");
    assert_eq!(survey.measures[3].share_of, Some(1));
    let praised = proactive("112名代表参加测评，评价“好”的103名，“较好”的9名，好评率92.0%。");
    assert_eq!(praised.measures[3].share_of, Some(1));
    let cards = proactive("代表86人，满意80人，满意率93%；毕业生填写评议卡702张，满意率89%。");
    let shares: Vec<_> = cards.measures.iter().filter_map(|m| m.share_of).collect();
    assert_eq!(shares, [1]);
    let grown = proactive("公开信息8,463条，比上一学年的7,942条多521条，增幅为6.6%。");
    assert_eq!(grown.measures[3].share_of, None);
}

#[test]
fn a_list_is_complete_with_an_item_in_another_unit() {
    let found = |last: &str| {
        let report =
            proactive(&format!("公开信息2,571条。其中，公开网702条，办公系统1,318条，微博456条{last}。"));
        report.diagnostics.iter().filter(|d| d.code == "RM401").count()
    };
    assert_eq!(found("，橱窗板报95期"), 0);
    assert_eq!(found("，橱窗板报90期"), 1);
    assert_eq!(found(""), 1);
}

#[test]
fn applications_answered_in_other_clauses() {
    let settled = on_request(
        "收到信息公开申请4件。所有申请均按期办结，2件予以公开，1件部分公开，另1件不属于本院职责。",
    );
    assert_eq!(settled.requests.granted.map(|count| count.value.as_integer()), Some(Some(2)));
    let counted = on_request("收到信息公开申请9件，办结7件，2件正在办理。");
    assert_eq!(counted.requests.granted, None);
    let waived = on_request("收到申请1件。复印费15元予以免收，实际未收取任何费用。");
    assert!(waived.requests.fees.is_some_and(|fees| fees.value.is_zero()));
    let charged = on_request("收到申请1件。收取复印费15元。");
    assert!(charged.requests.fees.is_some_and(|fees| !fees.value.is_zero()));
    let decided = on_request("收到申请1件，已公开。本学年没有对申请作出不予公开决定的情形。");
    assert!(decided.requests.refused.is_some_and(|count| count.value.is_zero()));
}

#[test]
fn lines_broken_inside_brackets_and_lists() {
    let long = "学校坚持以公开为常态以不公开为例外的原则，不断健全制度，规范程序，\n".repeat(9);
    let text = format!(
        "清远湖学院2021-2022学年信息公开年度报告\n\n    本报告依据《高等学校信息公开办法》(教育部令第29号)、\n\
         《教育部关于公布高等学校信息公开事项清单的通知》(教办函\n〔2014〕23号)的要求编制,共分七个部分。\n\
         一、概述\n{long}二、主动公开情况\n公开信息12条。\n"
    );
    let report = parse(&text, &Options::default()).report;
    assert_eq!(report.declared_parts.and_then(|declared| declared.count), Some(7));
    assert_eq!(report.sections.len(), 2);
}

#[test]
fn a_signature_in_brackets_below_the_title() {
    let head = |line: &str| {
        let text = format!(
            "清远湖学院2021年信息公开年度报告\n{line}\n\n学校编制本报告。\n一、概述\n学校重视。\n二、主动公开情况\n公开信息12条。\n"
        );
        parse(&text, &Options::default()).report.signed
    };
    let signed = head("(清远湖学院  2021年11月8日)");
    assert_eq!(signed.by.map(|by| by.value).as_deref(), Some("清远湖学院"));
    assert!(signed.date.is_some());
    assert_eq!(head("(2021年1月1日至12月31日)").date, None);
}

#[test]
fn a_title_with_its_edition() {
    let kind = |title: &str| {
        let text = format!(
            "清远湖学院\n{title}\n\n问：一年公开了多少？\n答：公开信息12条。没有人提出信息公开申请。\n"
        );
        parse(&text, &Options::default()).report.title.map(|title| title.value)
    };
    assert!(kind("二〇一六年度信息公开年报 · 问答版").is_some_and(|title| title.ends_with("问答版")));
    assert_eq!(kind("二〇一六年度信息公开指南 · 问答版"), None);
}

#[test]
fn applications_denied_where_they_belong() {
    let text = "清远湖学院2021-2022学年信息公开年度报告\n一、概述\n学校重视。\n二、主动公开情况\n公开信息12条。\n\
                三、依申请公开情况\n学校未收到信息公开申请。\n四、经验、问题和改进措施\n收到的2件信息公开申请均已答复。\n";
    let report = parse(text, &Options::default()).report;
    assert!(report.requests.received.is_some_and(|count| count.value.is_zero()));
    assert!(report.diagnostics.iter().any(|finding| finding.code == "RM406"));
    let absent = on_request("收到申请1件，已公开。不存在因涉及国家秘密、商业秘密不予公开的情形。");
    assert!(absent.requests.refused.is_some_and(|count| count.value.is_zero()));
}

#[test]
fn items_of_what_is_published() {
    assert_eq!(kind(&proactive("利用电子显示屏播出公示、安全提示260条。"), 260), MeasureKind::Disclosed);
    assert_eq!(kind(&proactive("座谈会收集建议、意见12条。"), 12), MeasureKind::Other);
    assert_eq!(kind(&proactive("对照章程，废止文件17件，修订文件22件。"), 22), MeasureKind::Rules);
    let newsletter = proactive("编印《清湖学院报》21期，编发《信息简报》34期。");
    assert_eq!(measure(&newsletter, 34).channel, None);
    assert!(measure(&newsletter, 21).channel.is_some());
}

#[test]
fn schools_that_teach_information() {
    let institution = |name: &str| {
        let text = format!(
            "{name}2021-2022学年信息公开年度报告\n一、概述\n学校重视。\n二、主动公开情况\n公开信息12条。\n"
        );
        let institution = parse(&text, &Options::default()).report.institution;
        institution.map(|found| found.name)
    };
    for name in ["清远湖信息职业技术学院", "清湖信息工程大学", "清远湖学院"] {
        assert_eq!(institution(name).as_deref(), Some(name));
    }
}

#[test]
fn figures_of_the_year_before_are_of_the_same_kind() {
    let before = proactive("本学年举办信息公开培训4次，参加260人次；上学年分别为3次、150人次。");
    assert_eq!(kind(&before, 3), MeasureKind::Training);
    let followers = proactive("官方微信公众号关注人数18.6万人，上学年同期为15.2万人。");
    assert_eq!(kind(&followers, 152_000), MeasureKind::Audience);
    assert_eq!(kind(&proactive("录取新生4,950人，上学年为4,880人。"), 4880), MeasureKind::People);
}

#[test]
fn papers_handed_out_and_rules_made() {
    assert_eq!(kind(&proactive("通报工作情况；印发校内文件173份。"), 173), MeasureKind::Disclosed);
    assert_eq!(kind(&proactive("印发制度文件17份。"), 17), MeasureKind::Rules);
    assert_ne!(kind(&proactive("废止行政文件12份。"), 12), MeasureKind::Disclosed);
    assert_eq!(kind(&proactive("对不及时的单位发出督办单9份。"), 9), MeasureKind::Other);
}

#[test]
fn applications_taken_up_again() {
    let text = |count: u32| {
        format!(
            "清远湖学院2017年信息公开年度报告\n一、概述\n学校重视。\n二、依申请公开情况\n2017年共受理信息公开申请6件，均予公开。\n\
             三、举报、复议、诉讼情况\n2017年，学校共收到信息公开申请{count}件，没有申请人因不服答复申请行政复议。\n"
        )
    };
    let codes = |count: u32| {
        let report = parse(&text(count), &Options::default()).report;
        assert_eq!(report.oversight.complaints.filter(|c| !c.value.is_zero()), None);
        report.diagnostics.iter().any(|finding| finding.code == "RM404")
    };
    assert!(codes(8));
    assert!(!codes(6));
    let provided = on_request("收到信息公开申请2件，均为学生申请查阅，学校已按时予以提供，未收取费用。");
    assert_eq!(provided.requests.granted.map(|count| count.value.to_f64()), Some(2.0));
    let nobody = on_request("没有收到信息公开申请，因此不存在不予公开的情况。");
    assert!(nobody.requests.refused.is_some_and(|count| count.value.is_zero()));
    let some = on_request("收到申请5件。同意公开3件。(3)不予公开：未达到公开条件的2件。");
    assert!(some.requests.refused.is_none_or(|count| !count.value.is_zero()));
    let within = on_request("收到申请3件，均在职权范围内予以公开。");
    assert_eq!(within.requests.granted.map(|count| count.value.to_f64()), Some(3.0));
}

/// The parts that a preamble announces.
fn announced(preamble: &str) -> Option<DeclaredParts> {
    let text = format!(
        "清远湖学院2013-2014学年信息公开年度报告\n{preamble}\n一、概述\n学校重视。\n二、主动公开情况\n公开信息12条。\n"
    );
    parse(&text, &Options::default()).report.declared_parts
}

#[test]
fn parts_announced_without_a_number() {
    let declared = |opener: &str| {
        let list = "概述,主动公开情况,依申请公开情况,评议情况,存在问题与改进措施等。";
        announced(&format!("{opener}{list}")).map_or(0, |declared| declared.parts.len())
    };
    assert_eq!(declared("现发布年度报告。全文包括"), 5);
    assert_eq!(declared("学校公开的事项包括"), 0);
    assert_eq!(declared("本报告由以下部分组成:"), 5);
}

#[test]
fn parts_announced_with_their_numbers() {
    let declared = |preamble: &str| {
        let declared = announced(&format!("{preamble}。"));
        declared
            .map(|declared| declared.parts.into_iter().map(|part| part.value).collect::<Vec<_>>().join("/"))
    };
    let brackets = "本报告设三个部分：（1）概述；（2）主动公开情况；（3）存在的问题";
    assert_eq!(declared(brackets).as_deref(), Some("概述/主动公开情况/存在的问题"));
    let points = "本报告包含三个部分：一是概述，二是主动公开情况，三是存在的问题";
    assert_eq!(declared(points).as_deref(), Some("概述/主动公开情况/存在的问题"));
    let both = "内容涵盖概述、主动公开情况、其他事项以及清单事项公开情况，共计四个部分";
    assert_eq!(declared(both).as_deref(), Some("概述/主动公开情况/其他事项/清单事项公开情况"));
}

#[test]
fn parts_announced_with_a_number() {
    let declared = |preamble: &str| {
        let declared = announced(&format!("{preamble}。"));
        declared.map(|declared| (declared.count, declared.parts.len()))
    };
    assert_eq!(
        declared("正文由三个部分组成，即：概述，主动公开情况，存在的问题和改进措施"),
        Some((Some(3), 3))
    );
    assert_eq!(declared("分3块：概况/主动公开/问题与改进"), Some((Some(3), 3)));
    assert_eq!(declared("报告内容依次为“概述”“主动公开情况”和“其他事项”"), Some((None, 3)));
    let work = "现将学校工作按概述、主动公开情况、问题与改进三个方面报告如下";
    assert_eq!(declared(work), Some((Some(3), 3)));
    assert_eq!(declared("学校从加强领导、完善制度、拓展渠道三个方面推进工作"), None);
    assert_eq!(declared("学校从主动公开情况、依申请公开情况、评议情况三个方面推进工作"), None);
    assert_eq!(
        declared("本报告从主动公开情况、依申请公开情况、评议情况三个方面如实反映"),
        Some((Some(3), 3))
    );
    let told = "现就有关工作，从组织推进、主动公开情况、存在的问题三个方面函告如下";
    assert_eq!(declared(told), Some((Some(3), 3)));
}

#[test]
fn numbers_of_documents_in_chinese() {
    let text = "清远湖学院2013-2014学年信息公开年度报告\n依据《高等学校信息公开办法》（教育部令第二十九号）编制。\n一、概述\n学校重视。\n";
    let report = parse(text, &Options::default()).report;
    assert_eq!(report.citations[0].instrument.as_deref(), Some("moe-order-29"));
    assert!(report.diagnostics.iter().all(|finding| finding.code != "RM301"));
}

#[test]
fn years_and_names_left_over() {
    let codes = |closing: &str| {
        let text = format!(
            "清远湖学院2012-2013学年信息公开年度报告\n本报告统计期限自2012年9月1日至2013年8月31日。\n一、概述\n学校重视。\n\
             二、主动公开情况\n公开信息919条。{closing}\n三、存在的问题\n栏目更新不及时。\n"
        );
        let report = parse(&text, &Options::default()).report;
        report.diagnostics.iter().map(|finding| finding.code.clone()).collect::<Vec<_>>()
    };
    let told = |closing: &str, code: &str| codes(closing).iter().any(|found| found == code);
    assert!(told("以上即为我院2010-2011学年信息公开工作的全部情况。", "RM210"));
    assert!(!told("2011-2012学年共公开信息866条，本学年多53条。", "RM210"));
    assert!(told("今后要不断提升桂西师范学院信息公开工作的水平。", "RM501"));
    assert!(!told("本学年对校内有学院办公的楼宇设置了公告栏。", "RM501"));
    assert!(told("如有疑问，可联系资产处韦某，手机13877406152。", "RM602"));
    assert!(!told("信息公开监督联系人：王老师，手机：13900139000。", "RM602"));
    assert!(told("收支情况已向桂西师范学院教代会报告。", "RM501"));
    assert!(!told("上述收费已向马克思主义学院学生公示。", "RM501"));
    assert!(told("省厅监督员来院座谈，对桂西师范学院的公开工作给予了肯定。", "RM501"));
    assert!(!told("我院派员对桂西师范学院的公开工作进行了学习考察。", "RM501"));
    assert!(!told("马克思主义学院党委负责审核本单位公开信息。", "RM501"));
    assert!(!told("《条例》原由国务院令第492号公布，后经国务院令第711号修订。", "RM302"));
}
