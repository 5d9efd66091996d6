//! Letters, pages and broken lines round the report.

use report_model::{DocumentKind, Options, parse};

const BODY: &str = "一、概述\n学院重视信息公开。\n二、主动公开情况\n公开信息12条。\n三、依申请公开情况\n未收到申请。\n四、存在的问题\n更新不及时。\n";

#[test]
fn a_letter_that_is_the_report() {
    let letter = format!(
        "清远湖学院\n\n清湖院函〔2016〕31号\n\n清远湖学院关于报送2015-2016学年信息公开年度报告的函\n\n省教育厅：\n\n\
         现将我院信息公开工作情况函报如下。\n{BODY}"
    );
    let report = parse(&letter, &Options::default()).report;
    assert_eq!(report.kind, DocumentKind::AnnualReport);
    let title = report.title.map(|title| title.value);
    assert_eq!(title.as_deref(), Some("清远湖学院关于报送2015-2016学年信息公开年度报告的函"));
    assert!(report.letter.is_some_and(|letter| letter.document_number.is_some()));
    // A letter that only sends one is none.
    let sends = "清远湖学院关于报送2015-2016学年信息公开年度报告的函\n\n省教育厅：\n\n现将年度报告报上，请审阅。\n\n附件：年度报告\n";
    assert_eq!(parse(sends, &Options::default()).report.kind, DocumentKind::Other);
}

#[test]
fn menus_as_wide_as_the_lines() {
    let line = "我院是培养专门人才的省属本科院校，工作兼具开放性和专业性，学\n";
    let page = format!(
        "学院首页　学院概况　机构设置　教育训练　科研工作　招录工作　校园文化　下载专区\n您的位置：学院首页 → 信息公开 → 年报 → 正文\n\n\
         清远湖学院2012—2013学年\n信息公开工作年度报告\n\n[ 字号：大 中 小 ]　点击：542 次　发布时间：2013-10-31 09:40:12\n\n\
         为加强民主监督，根据《高等学校信息公开办法》的规定，现公布\n年度报告。报告由概述、主动公\n开情况、存在的问题三个部分组成。\n\n\
         一、概述\n\n{}\n\n二、主动公开情况\n\n公开信息12条。\n\n三、存在的问题\n\n更新不及时。\n",
        line.repeat(9)
    );
    let report = parse(&page, &Options::default()).report;
    let title = report.title.map(|title| title.value);
    assert_eq!(title.as_deref(), Some("清远湖学院2012—2013学年信息公开工作年度报告"));
    assert_eq!(report.page.views.map(|views| views.value), Some(542));
    let declared = report.declared_parts.map(|declared| (declared.count, declared.parts.len()));
    assert_eq!(declared, Some((Some(3), 3)));
}

#[test]
fn lines_set_apart_by_blank_ones_go_on() {
    let line = "学年内新制定信息公开实施细则和公文公开属性源头认定办法以及新媒体账号备案管理\n\n";
    let text = format!(
        "清远湖学院2021-2022学年信息公开年度报告\n\n一、概述\n\n{}规定。\n\n二、主动公开情况\n\n公开信息12条。\n",
        line.repeat(9)
    );
    let report = parse(&text, &Options::default()).report;
    assert_eq!(report.sections[0].paragraphs.len(), 1);
}

#[test]
fn a_full_line_goes_on_with_common_words() {
    let line = "学校通过信息公开网站和各学院网站主动公开各类信息并设置专门的\n电话和电子邮箱接受师生咨询以及社会各界对信息公开工作提出的意\n".repeat(6);
    let text = format!(
        "清远湖学院2021-2022学年信息公开年度报告\n一、概述\n{line}见。\n二、主动公开情况\n公开信息12条。\n"
    );
    let report = parse(&text, &Options::default()).report;
    assert_eq!(report.sections[0].paragraphs.len(), 1);
}
