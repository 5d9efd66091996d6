//! Cards of reports written by hand, so that nothing here depends on how well texts are read.

use super::*;
use report_model::*;

const TEXT: &str = "清远湖学院\n公开信息1,326条,网站812条,微信514条,另有7个\n";

fn text(value: &str) -> report_model::Text {
    report_model::Text { value: value.to_owned(), span: at(value) }
}

fn at(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or(0) as u32;
    Span::new(start, start + words.len() as u32)
}

fn measure(words: &str, value: u32, channel: Option<Channel>, part_of: Option<u32>) -> Measure {
    Measure {
        value: value.into(),
        unit: Some("条".to_owned()),
        bound: Bound::Exact,
        kind: MeasureKind::Disclosed,
        channel,
        subject: Some("信息".to_owned()),
        section: Vec::new(),
        refers_to: RefersTo::Current,
        part_of,
        share_of: None,
        span: at(words),
    }
}

fn part(label: &str, title: &str, role: Role) -> Section {
    Section {
        label: Some(label.to_owned()),
        level: 1,
        title: text(title),
        role,
        span: Span::new(0, TEXT.len() as u32),
        paragraphs: Vec::new(),
        tables: Vec::new(),
        children: Vec::new(),
    }
}

fn sample() -> Report {
    let mut report = Report::empty(DocumentKind::AnnualReport, Script::Hans);
    report.source = Some("清远湖.txt".to_owned());
    report.title = Some(text("清远湖学院2022年信息公开年度报告"));
    report.institution = Some(Institution {
        name: "清远湖学院".to_owned(),
        span: at("清远湖学院"),
        category: Some(InstitutionCategory::College),
        province: None,
    });
    report.sections = vec![part("一、", "概述", Role::Overview), part("二、", "主动公开", Role::Proactive)];
    report.parts = [
        (Role::Overview, PartState::Present, Some(at("概述"))),
        (Role::Proactive, PartState::Present, Some(at("主动公开"))),
        (Role::OnRequest, PartState::Unknown, None),
        (Role::Appraisal, PartState::Missing, None),
        (Role::OtherMatters, PartState::NotPrescribed, None),
    ]
    .map(|(role, state, span)| PrescribedPart { role, title: String::new(), state, required: true, span })
    .into();
    let mut rough = measure("514条", 514, Some(Channel::Wechat), Some(0));
    rough.bound = Bound::AtLeast;
    report.measures = vec![
        measure("1,326条", 1326, None, None),
        measure("812条", 812, Some(Channel::Website), Some(0)),
        rough,
    ];
    let nil = StatedCount { value: Decimal::ZERO, stated: Stated::Nil, span: Span::default() };
    report.requests.received = Some(nil);
    report.requests.fees = Some(StatedCount { stated: Stated::Number, ..nil });
    report.oversight.complaints = Some(nil);
    let cites = |title: &str, number: Option<&str>| Citation {
        title: title.to_owned(),
        document_number: number.map(|text| DocumentNumber {
            text: text.to_owned(),
            agency: None,
            year: None,
            serial: None,
            span: Span::default(),
        }),
        span: Span::default(),
        instrument: None,
    };
    report.citations = vec![
        cites("高等学校信息公开办法", Some("教育部令第29号")),
        cites("院讯", None),
        cites(&"关于做好信息公开年度报告工作的通知".repeat(2), Some("教办厅函〔2014〕55号")),
    ];
    report.problems = vec![Point { value: "更新不够及时".to_owned(), span: Span::default() }];
    report.unclaimed = vec![at("7个")];
    report.diagnostics = vec![Diagnostic {
        code: "RM201".to_owned(),
        severity: Severity::Error,
        message: "合计与分项不符".to_owned(),
        message_en: "the parts do not add up".to_owned(),
        span: at("1,326条"),
        related: Vec::new(),
        fix: None,
        fingerprint: String::new(),
    }];
    report
}

fn card(report: &Report, lang: Lang, width: usize) -> String {
    render(report, TEXT, &Look { lang, colour: false, width })
}

#[test]
fn chinese() {
    let expected = "\
清远湖学院2022年信息公开年度报告
清远湖.txt

学校        清远湖学院 · 学院
年度        未提及
统计期限    未提及
落款        未提及
联系        未提及

规定部分    ✓ 概述        一、概述
            ✓ 主动公开    二、主动公开
            - 依申请公开  无法判断
            - 评议        没有单独成章
            - 其他事项    当年尚未要求

主动公开    合计      信息  1,326 条 ████████████████████████
            网站      信息    812 条 ██████████████▊
            微信      信息  ≥ 514 条 █████████▎

依申请公开  收到申请  无
            收费      0 元
            未提及    予以公开、部分公开、不予公开、不掌握、其他处理、正在办理

监督救济    举报投诉  无
            行政复议  未提及
            行政诉讼  未提及

引用文件    《高等学校信息公开办法》 教育部令第29号
            《院讯》
            《关于做好信息公开年度报告工作的通知关于做好信息公开年度报告工作的通知》
            教办厅函〔2014〕55号

存在问题    1 更新不够及时

改进措施    未提及

发现        错误  RM201 合计与分项不符（第 2 行）
未归属数字  1 个：7个
";
    let shown = card(&sample(), Lang::Zh, 100);
    assert_eq!(shown, expected, "\n{shown}");
}

#[test]
fn english() {
    let shown = card(&sample(), Lang::En, 100);
    for line in [
        "Institution    清远湖学院 · college",
        "Period         not mentioned",
        "               - appraisal      no part of its own",
        "               WeChat          信息  ≥ 514 条 █████████▎",
        "Oversight      complaints        none",
        "               lawsuits          not mentioned",
        "Findings       error    RM201 the parts do not add up (line 2)",
        "Unclaimed      1: 7个",
    ] {
        assert!(shown.lines().any(|l| l == line), "{line:?} is not in\n{shown}");
    }
}

#[test]
fn no_line_is_wider_than_asked() {
    let mut report = sample();
    let long = "关于进一步做好信息公开工作的若干意见 and some Latin words 12,345 ".repeat(9);
    report.title = Some(text(&long));
    report.citations = vec![Citation {
        title: long.clone(),
        document_number: None,
        span: Span::default(),
        instrument: None,
    }];
    report.problems = vec![Point { value: long.clone(), span: Span::default() }; 5];
    report.diagnostics[0].message.clone_from(&long);
    report.measures[1].subject = Some(long.clone());
    report.unclaimed = vec![at("1,326条,网站812条,微信514条"); 9];
    for lang in [Lang::Zh, Lang::En] {
        for width in [40, 41, 60, 80, 110] {
            for line in card(&report, lang, width).lines() {
                assert!(crate::output::width::width(line) <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn words_of_the_text_cannot_command_the_terminal() {
    let mut report = sample();
    let evil = "a\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\r\nb";
    report.source = Some(evil.to_owned());
    report.title = Some(text(evil));
    report.institution.as_mut().unwrap().name = evil.to_owned();
    report.sections[0].title.value = evil.to_owned();
    report.sections[0].label = Some(evil.to_owned());
    report.measures[0].subject = Some(evil.to_owned());
    report.measures[0].unit = Some(evil.to_owned());
    report.problems[0].value = evil.to_owned();
    report.diagnostics[0].message = evil.to_owned();
    report.contact.emails = vec![text(evil)];
    let shown = card(&report, Lang::Zh, 100);
    assert!(!shown.contains(|c: char| crate::output::width::is_unsafe(c) && c != '\n'), "{shown:?}");
}

#[test]
fn other_documents_get_a_short_card() {
    let mut report = Report::empty(DocumentKind::Other, Script::Hans);
    report.source = Some("notice.txt".to_owned());
    assert_eq!(card(&report, Lang::Zh, 80), "不是高校信息公开年度报告\nnotice.txt\n");
    report.title = Some(text("关于放假的通知"));
    assert_eq!(
        card(&report, Lang::En, 80),
        "关于放假的通知\nnotice.txt\nnot an information-disclosure annual report\n"
    );
}
