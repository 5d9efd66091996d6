//! What is a part of what: lists that go on, lists that end, totals that only happen to fit.

use super::{measure, on_request, proactive};
use report_model::{Channel, Report};

/// Value of the whole that the measure with a value is a part of.
#[track_caller]
fn whole(report: &Report, value: i64) -> Option<i64> {
    let whole = measure(report, value).part_of?;
    report.measures[whole as usize].value.as_integer()
}

#[test]
fn a_list_of_one_total_does_not_add_up_to_an_item_of_another() {
    let report = proactive(
        "主动公开信息2,000条。按途径统计：学校官网1,528条，官方微信100条，官方微博372条。全年出版校报15期。\n\
         采购方面，公开采购意向54条、采购公告167条、结果公告151条。",
    );
    assert_eq!(whole(&report, 372), Some(2000));
    assert_eq!((whole(&report, 54), whole(&report, 151)), (None, None));
}

#[test]
fn what_is_listed_before_its_total() {
    let report =
        proactive("通过公示栏公开186条。\n1.学校概况。\n包括学校简介、机构设置、学院章程等，共58条。");
    assert_eq!(whole(&report, 58), None);
    assert_eq!(whole(&proactive("公开信息80条，包括招生信息共58条、财务信息22条。"), 22), Some(80));
}

#[test]
fn a_second_total_in_the_same_words() {
    let report = proactive("参评学生1,500人，其中满意1,425人；参评教职工320人，其中满意304人。");
    assert_eq!((whole(&report, 320), whole(&report, 304)), (None, Some(320)));
    assert_eq!(whole(&proactive("录取4,000人，其中本科3,100人；专科900人。"), 900), Some(4000));
}

#[test]
fn a_full_list_and_what_follows() {
    let report = proactive(
        "学校官网公开信息172条，其中要闻51条、通知公告121条；微信公众号编发图文38篇；视频号发布作品18个；工作群发布通知65条。",
    );
    assert_eq!((whole(&report, 121), whole(&report, 38)), (Some(172), None));
}

#[test]
fn two_figures_an_item() {
    let report = proactive(
        "发放奖助学金4,386万元，受助19,240人次。其中，政府资助3,650万元、15,820人次，校级资助642万元、3,105人次，社会捐助94万元、315人次。",
    );
    assert_eq!(whole(&report, 940_000), Some(43_860_000));
    assert_eq!(whole(&report, 315), Some(19_240));
    let persons = proactive("惠及学生5,237人次，其中国家奖学金8人，励志奖学金402人，助学金4,827人次。");
    assert_eq!((whole(&persons, 8), whole(&persons, 4827)), (Some(5237), Some(5237)));
}

#[test]
fn the_year_before_divided_too() {
    let report = proactive(
        "本学年公开的640条信息中，公开网286条，微信公众号354条；上学年的525条信息中，公开网270条，微信公众号255条。",
    );
    assert_eq!((whole(&report, 286), whole(&report, 354)), (Some(640), Some(640)));
    assert_eq!((whole(&report, 270), whole(&report, 255)), (Some(525), Some(525)));
    let years = proactive("录取研究生2,105人，其中博士265人，硕士1,840人，2018年录取研究生共计1,960人。");
    assert_eq!(whole(&years, 1960), None);
}

#[test]
fn the_rest_of_the_applications() {
    let report =
        on_request("受理信息公开申请3件，均在15个工作日内答复，其中予以公开2件；另有1件不属于学校掌握。");
    assert_eq!(whole(&report, 1), Some(3));
    let story =
        on_request("收到申请5件：信函2件，当面3件。答复如下：公开4件，不予公开一件（涉考试命题秘密）。");
    assert!(story.requests.refused.is_some_and(|count| count.value.as_integer() == Some(1)));
}

#[test]
fn a_table_torn_to_one_cell_a_line() {
    let report = proactive(
        "各渠道数量见下表。\n渠道\n细目\n数量\n网站\n学校主页\n918条\n二级单位网站\n245条\n小计\n1163条\n新媒体\n微信公众号\n366条\n\
         微博\n211条\n小计\n577条\n合计\n1740条",
    );
    assert_eq!((whole(&report, 918), whole(&report, 245)), (Some(1163), Some(1163)));
    assert_eq!(
        (whole(&report, 366), whole(&report, 577), whole(&report, 1163)),
        (Some(577), Some(1740), Some(1740))
    );
    assert_eq!(measure(&report, 366).channel, Some(Channel::Wechat));
}

#[test]
fn the_last_item_of_a_full_list_divided() {
    let report = on_request("收到申请9件。其中1件转作信访处理；其他8件，予以公开6件，不予公开2件。");
    assert_eq!((whole(&report, 8), whole(&report, 6), whole(&report, 2)), (Some(9), Some(8), Some(8)));
    let grounds = on_request(
        "收到申请14件。予以公开9件；不予公开的5件，其中因涉及隐私不同意公开3件，属于内部信息2件。",
    );
    assert_eq!(grounds.requests.refused.map(|count| count.value.to_f64()), Some(5.0));
}

#[test]
fn divisions_with_a_wrong_digit() {
    let report = proactive("总量1,028条。官网573条；公众号301条；公告栏97条；电子屏55条。");
    assert_eq!((whole(&report, 573), whole(&report, 55)), (Some(1028), Some(1028)));
    assert!(report.diagnostics.iter().any(|finding| finding.code == "RM401"));
    let other = proactive("总量1,028条。上年官网573条；公众号总数301个；公告栏更换97期。");
    assert_eq!(whole(&other, 573), None);
    let grades = proactive("测评代表186人，满意的163人，基本满意的19人，不满意的2人。");
    assert_eq!((whole(&grades, 163), whole(&grades, 2)), (Some(186), Some(186)));
    let two = proactive("参加测评教职工186人，满意163人。");
    assert_eq!(whole(&two, 163), None);
}

#[test]
fn years_and_words_that_a_list_shares() {
    let halves = proactive("本学年公开信息2,000条，其中2021年下半年900条，2022年上半年1,100条。");
    assert_eq!((whole(&halves, 900), whole(&halves, 1100)), (Some(2000), Some(2000)));
    let shared =
        proactive("公开招生信息300条，其中公开本科招生150条；公开研究生招生90条；公开留学生招生60条。");
    assert_eq!((whole(&shared, 90), whole(&shared, 60)), (Some(300), Some(300)));
    let next = proactive("学校网站发布信息1,200条。新媒体平台情况如下：微信推送320条，微博推送210条。");
    assert_eq!(whole(&next, 320), None);
    let sheets = proactive("发放问卷600份，满意410份，较满意90份，不满意20份。");
    assert_eq!(whole(&sheets, 410), None);
    let open = proactive("全年公开信息总量1,026条。官网573条；公众号301条；微博98条；其他渠道若干。");
    assert!(open.diagnostics.iter().all(|finding| finding.code != "RM401"));
}

#[test]
fn figures_beside_the_items_of_a_list() {
    let list = proactive(
        "公开信息1,069条，其中：信息公开网100条；官方微信612条，累计阅读148.6万人次；官方微博345条，粉丝2.3万余人；校报12条。",
    );
    assert_eq!((whole(&list, 345), whole(&list, 12)), (Some(1069), Some(1069)));
    let brackets =
        proactive("公开信息2,086条，其中官网1,402条，微信448条（累计阅读39.2万人次），微博236条。");
    assert_eq!(whole(&brackets, 236), Some(2086));
    let story =
        proactive("报名9,874人，其中参加考试8,655人，发合格证1,320张；音乐类新生312名，美术类488名。");
    assert_eq!(whole(&story, 312), None);
}

#[test]
fn words_of_lists_inside_a_clause() {
    let one = on_request(
        "接到信息公开申请14件。予以公开的9件；申请内容中含有他人评审意见的1件；不予公开的2件；信息不存在的2件。",
    );
    assert_eq!((whole(&one, 9), whole(&one, 1)), (Some(14), Some(14)));
    let part = on_request("收到申请13件。准予公开9件；仅就其中一部分公开4件。");
    assert_eq!((whole(&part, 9), whole(&part, 4)), (Some(13), Some(13)));
    assert!(part.diagnostics.iter().all(|finding| finding.code != "RM401"));
    let list = proactive("公示项目117个（含货物类68个、服务类49个）。");
    assert_eq!(whole(&list, 68), Some(117));
}

#[test]
fn columns_of_a_table_in_lines() {
    let table = proactive(
        "各类信息见下表。\n类别 本学年 上学年\n招生与学籍 1,320条 1,204条\n财务与采购 298条 275条\n人事与党建 942条 820条\n合计 2,560条 2,299条",
    );
    assert_eq!((whole(&table, 298), whole(&table, 275)), (Some(2560), Some(2299)));
    let other =
        proactive("见下表。\n招生与学籍 1,320条 1,204条\n财务与采购 298条 275条\n合计 2,560条 2,299条");
    assert_eq!((whole(&other, 298), whole(&other, 275)), (None, None));
}

#[test]
fn totals_of_several_units_and_those_compared_with() {
    let mixed =
        proactive("网站发布信息1,028条，院报刊登96条，橱窗张贴317份，广播播发205篇，合计公开信息1,646条。");
    assert_eq!((whole(&mixed, 317), whole(&mixed, 205)), (Some(1646), Some(1646)));
    let bracket = proactive("公开信息6,050条，比2020—2021学年（5,500条）多550条。");
    assert_eq!((whole(&bracket, 5500), whole(&bracket, 550)), (None, None));
    let shares = proactive("收回评议表300份，满意246份、基本满意45份、不满意9份，分别占82%、15%、3%。");
    let of = |value: i64| shares.measures.iter().position(|m| m.value.as_integer() == Some(value));
    assert_eq!(measure(&shares, 82).share_of.map(|at| at as usize), of(246));
    assert_eq!(measure(&shares, 3).share_of.map(|at| at as usize), of(9));
}

#[test]
fn shares_of_those_asked() {
    let share = proactive("回收问卷3,612份。表示满意的3,396份，占94.0%；比较满意的3,287份，占91.0%。");
    assert_eq!((whole(&share, 3396), whole(&share, 3287)), (Some(3612), Some(3612)));
    // A rate with a name of its own sets the two side by side.
    let rate = proactive("发放问卷1,200份，收回1,108份，回收率为92.3%。");
    assert_eq!(whole(&rate, 1108), None);
}

#[test]
fn answers_one_a_line() {
    let list = on_request(
        "本学年登记申请12件。处理结果见下：\n● 全部公开：5件\n● 部分公开：2件\n● 不予公开：3件（其中商业秘密1件，合作秘密2件）\n\
         ● 信息不存在：1件\n● 尚在办理：1件\n学校未收取费用。",
    );
    assert_eq!((whole(&list, 5), whole(&list, 3)), (Some(12), Some(12)));
    assert_eq!(list.requests.granted.and_then(|count| count.value.as_integer()), Some(5));
    assert_eq!(list.requests.refused.and_then(|count| count.value.as_integer()), Some(3));
}
