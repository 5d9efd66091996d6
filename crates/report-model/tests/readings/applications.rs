//! How applications were answered, and what was charged: told in lists, in sentences, in stories.

use super::{on_request, report};
use report_model::{Options, Report, StatedCount, parse};

fn number(count: Option<StatedCount>) -> Option<i64> {
    count.and_then(|count| count.value.as_integer())
}

/// Granted, partly granted, refused, not held, other.
fn answers(report: &Report) -> [Option<i64>; 5] {
    let r = &report.requests;
    [r.granted, r.partly_granted, r.refused, r.not_held, r.other].map(number)
}

#[test]
fn as_many_stories_as_applications() {
    let numbered = on_request(
        "收到信息公开申请3件，均以书面形式提交。第一件申请查阅评审文件，经审查予以公开；第二件申请采购报价明细，因涉及商业秘密，\
         决定不予公开；第三件申请阅卷教师名单，学院不掌握该信息。",
    );
    assert_eq!(answers(&numbered), [Some(1), None, Some(1), Some(1), None]);
    let named = on_request(
        "全年收到申请三件。张姓考生申请公开评委打分，属部分公开。某企业申请公开合同全文，我院决定不予公开。李某申请公开发放底册，\
         答复信息不存在。对上述申请均未收费。",
    );
    assert_eq!(answers(&named), [None, Some(1), Some(1), Some(1), None]);
    // Two answers for five applications tell of two of them only.
    let few =
        on_request("收到申请5件。张姓考生申请公开评委打分，属部分公开。某企业申请合同全文，决定不予公开。");
    assert_eq!(answers(&few), [None; 5]);
    let rules = on_request("收到申请2件，按期答复。对不予公开的申请说明理由。信息不存在的，告知申请人。");
    assert_eq!(answers(&rules), [None; 5]);
}

#[test]
fn words_beside_an_answer() {
    let expenses =
        on_request("收到申请2件。其中1件撤回申请；另外1件申请公开专项经费使用情况，经审查同意公开。");
    assert_eq!(answers(&expenses), [Some(1), None, None, None, Some(1)]);
    let waived = on_request("收到申请2件，予以公开2件，减免费用1件。");
    assert_eq!(answers(&waived), [Some(2), None, None, None, None]);
    let divided =
        on_request("受理信息公开申请4件。从答复看，学费方面的3件全部同意公开，投资方面的1件决定不予公开。");
    assert_eq!(answers(&divided), [Some(3), None, Some(1), None, None]);
    let mended =
        on_request("收到申请3件，其中1件因内容不明确，经补正后受理。3件全部答复，同意公开2件，不予公开1件。");
    assert_eq!(answers(&mended), [Some(2), None, Some(1), None, None]);
    let carried =
        on_request("上学年未办结而转入1件，新收申请2件。予以公开2件；未办结的1件，结转下学年继续办理。");
    assert_eq!(number(carried.requests.pending), Some(1));
    let partly = on_request("收到申请5件，准予公开3件；部分准予公开2件。");
    assert_eq!(answers(&partly), [Some(3), Some(2), None, None, None]);
}

#[test]
fn what_was_charged() {
    let fees = |text: &str| number(on_request(text).requests.fees);
    assert_eq!(fees("收到申请3件。应收检索复制费94元，其中减免40元，实收54元。"), Some(54));
    assert_eq!(fees("收到申请3件。收取邮寄费23元、复印费16元，共计39元。"), Some(39));
    assert_eq!(fees("收到申请3件。收取邮寄费23元。"), Some(23));
}

#[test]
fn by_which_way_applications_came() {
    let of = |text: &str| {
        let report = report(["学校重视。", "公开信息12条。", text]);
        report.measures.iter().filter_map(|m| m.channel).count()
    };
    assert_eq!(of("收到信息公开申请8件，均通过电子邮箱提交。"), 1);
    assert_eq!(of("收到信息公开申请8件，均为校友提出。"), 0);
}

#[test]
fn nothing_happened_in_few_words() {
    let told = |text: &str| {
        let text = format!(
            "清远湖学院2021-2022学年信息公开年度报告\n一、概述\n学校重视。\n二、主动公开情况\n公开信息12条。\n三、监督：{text}\n四、问题：栏目旧。\n"
        );
        let oversight = parse(&text, &Options::default()).report.oversight;
        [oversight.complaints, oversight.reconsiderations, oversight.lawsuits].map(number)
    };
    assert_eq!(told("举报——本学年空白；行政复议——不曾发生；行政诉讼——从未涉及。"), [Some(0); 3]);
    assert_eq!(told("举报1件；行政复议、行政诉讼均告阙如。"), [Some(1), Some(0), Some(0)]);
    assert_eq!(told("设有举报电话。"), [None; 3]);
}
