//! The table `reports`: one row a file, with all variables that people code by hand.

use super::figures::{Figure, Figures};
use super::{Sink, Spread, flags, requests, variables};
use crate::entry::{Entry, Outcome};
use crate::schema::TableOptions;
use crate::value::{Cell, Status};
use report_model::{Channel, DocumentKind, Report, Role, Severity, Span, StatedCount};

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    report: Option<&'e Report>,
    error: Option<(&'e str, &'e str)>,
    /// Only variables with evidence are wanted: what walks over the whole text can be left out.
    evidence_only: bool,
}

impl<'e> Row<'e> {
    pub(super) fn new(entry: &'e Entry<'e>, evidence_only: bool) -> Self {
        let error = match entry.outcome {
            Outcome::Read { .. } => None,
            Outcome::Unreadable { kind, message } => Some((kind, message)),
        };
        Self { entry, report: entry.report(), error, evidence_only }
    }

    /// The report, for what looks at its whole text.
    fn whole(&self) -> Option<&'e Report> {
        self.report.filter(|_| !self.evidence_only)
    }

    /// The report, where the document is one.
    fn annual(&self) -> Option<&'e Report> {
        self.report.filter(|report| report.kind == DocumentKind::AnnualReport)
    }

    /// The figures of the report, where the document is one.
    fn figures(&self) -> Option<&'e Figures> {
        self.annual().and_then(|_| self.entry.figures())
    }

    fn figure(&self, get: impl Fn(&Figures) -> Figure) -> Cell<'e> {
        self.figures().map_or(Cell::none(Status::NotApplicable), |figures| get(figures).into())
    }

    fn bound(&self, get: impl Fn(&Figures) -> Figure) -> Option<&'static str> {
        get(self.figures()?).bound()
    }

    /// A count that the report states as a number or as none.
    fn count(&self, get: impl Fn(&Report) -> Option<StatedCount>) -> Cell<'e> {
        let Some(report) = self.annual() else { return Cell::none(Status::NotApplicable) };
        get(report).map_or(Cell::none(Status::NotMentioned), |count| Cell {
            value: count.value.into(),
            status: requests::status(&count),
            span: Some(count.span),
        })
    }

    /// How a prescribed part is there.
    fn part(&self, role: Role) -> Option<&'static str> {
        self.report?.parts.iter().find(|part| part.role == role).map(|part| part.state.as_str())
    }
}

variables! {
    row: Row<'e>;
    source Plain Text ""
        "路径或标签" "path or label as given" ""
        = row.entry.source;
    kind Plain Text ""
        "annual_report 年度报告，other 其他文件，unreadable 无法读取" "annual_report, other, or unreadable" ""
        = row.report.map_or("unreadable", |r| r.kind.as_str());
    error Plain Text ""
        "无法读取的原因（代码）" "kind of error, where the file could not be read" ""
        = row.error.map(|(kind, _)| kind);
    error_message Plain Text ""
        "无法读取的原因" "what is wrong with the file" ""
        = row.error.map(|(_, message)| message);
    text_digest Plain Text ""
        "正文摘要，不计换行；相同即同文" "digest of the words, line breaks aside: equal for equal texts" "XXH3, 64 bits"
        = row.whole().map(|_| format!("{:016x}", crate::entry::hash(row.entry.text())));
    offset_unit Plain Text ""
        "位置的单位" "unit of all offsets of this report: utf8 (bytes), utf16 or utf32 (code points)" ""
        = row.report.map(|_| row.entry.offsets.unit().as_str());
    characters Plain Int "characters"
        "全文字数，不计空白" "length of the text without blanks" ""
        = row.whole().map(|_| row.entry.characters(Span::new(0, u32::MAX)));
    script Plain Text ""
        "hans 简体，hant 繁体" "hans (simplified) or hant (traditional, also partly)" ""
        = row.report.map(|r| r.script.as_str());
    truncated Plain Bool ""
        "是否残缺" "true where the text breaks off" ""
        = row.report.map(|r| r.truncated);
    institution_key Plain Text ""
        "学校名称的统一写法" "one spelling of the name: the same over years and scripts" "crate report-institutions"
        = row.entry.identity.key.as_deref();
    institution_matched Plain Text ""
        "与名单匹配的方式" "by which of its names the registry knew it: name, former_name, short_name, campus, base" "crate report-institutions"
        = row.entry.identity.matched.as_deref();
    institution_name Evidenced Text ""
        "学校名称" "name of the institution, as printed" ""
        = Cell::found(row.report.and_then(|r| r.institution.as_ref().map(|i| (&i.name, i.span))));
    category Plain Text ""
        "学校类别" "kind of institution, told from its name" "data: names"
        = row.report.and_then(|r| r.institution.as_ref()?.category.map(report_model::InstitutionCategory::as_str));
    province Evidenced Text ""
        "省份" "province, told from the text" "name, address, authority, postcode, area code or document number"
        = Cell::found(row.report.and_then(|r| r.institution.as_ref()?.province.as_ref().map(|p| (&p.short_name, p.span))));
    province_evidence Plain Text ""
        "判断省份的依据" "what told the province" ""
        = row.report.and_then(|r| Some(r.institution.as_ref()?.province.as_ref()?.evidence.as_str()));
    title Evidenced Text ""
        "标题" "title line of the report" ""
        = Cell::found(row.report.and_then(|r| r.title.as_ref().map(|t| (&t.value, t.span))));
    document_number Evidenced Text ""
        "发文字号" "document number of the letter round the report" "GB/T 9704-2012"
        = Cell::found(row.report.and_then(|r| r.letter.as_ref()?.document_number.as_ref().map(|n| (&n.text, n.span))));
    issuer Evidenced Text ""
        "发文机关" "issuer of the letter" "GB/T 9704-2012"
        = Cell::found(row.report.and_then(|r| r.letter.as_ref()?.issuer.as_ref().map(|t| (&t.value, t.span))));
    addressee Evidenced Text ""
        "主送机关" "addressee of the letter" "GB/T 9704-2012"
        = Cell::found(row.report.and_then(|r| r.letter.as_ref()?.addressee.as_ref().map(|t| (&t.value, t.span))));
    coverage_basis Plain Text ""
        "academic 学年，calendar 年度" "academic or calendar year" ""
        = row.report.and_then(|r| r.coverage.map(|c| c.basis.as_str()));
    coverage_first Evidenced Int "year"
        "报告年度的首年" "the year that the report's year begins in" "title first, else preamble"
        = Cell::found(row.report.and_then(|r| r.coverage.map(|c| (c.first, c.span))));
    coverage_last Evidenced Int "year"
        "报告年度的末年" "the year that the report's year ends in" "title first, else preamble"
        = Cell::found(row.report.and_then(|r| r.coverage.map(|c| (c.last, c.span))));
    period_start Evidenced Date ""
        "统计期限起" "first day of the statistical period" "the Ministry's yearly notices"
        = Cell::found(row.report.and_then(|r| r.period.map(|p| (p.start, p.span))));
    period_end Evidenced Date ""
        "统计期限止" "last day of the statistical period" "the Ministry's yearly notices"
        = Cell::found(row.report.and_then(|r| r.period.map(|p| (p.end, p.span))));
    period_days Plain Int "days"
        "统计期限天数" "days of the period, both ends included" ""
        = row.report.and_then(flags::period_days);
    period_conflict Plain Bool ""
        "标题年度与统计期限是否不符" "true where title and period are of different years; empty without an audit" "RM204"
        = row.report.and_then(|r| flags::found(r, &["RM204"]).map(|n| n > 0));
    published Evidenced Date ""
        "网页发布日期" "date of publication on the page" ""
        = Cell::found(row.report.and_then(|r| r.page.published.map(|d| (d.value, d.span))));
    views Evidenced Int "views"
        "浏览次数" "hit counter of the page" ""
        = Cell::found(row.report.and_then(|r| r.page.views.map(|v| (v.value, v.span))));
    signed_by Evidenced Text ""
        "落款单位" "who signed" ""
        = Cell::found(row.report.and_then(|r| r.signed.by.as_ref().map(|t| (&t.value, t.span))));
    signed_date Evidenced Date ""
        "落款日期" "date of the signature" ""
        = Cell::found(row.report.and_then(|r| r.signed.date.map(|d| (d.value, d.span))));
    days_after_due Plain Int "days"
        "迟于10月31日的天数，负数为提前" "days from 31 October to publication (else signature); negative before" "the Ministry's yearly notices: due 31 October"
        = row.report.and_then(flags::days_after_due);
    address Evidenced Text ""
        "联系地址" "address of the office" ""
        = Cell::found(row.report.and_then(|r| r.contact.address.as_ref().map(|t| (&t.value, t.span))));
    postcode Evidenced Text ""
        "邮政编码" "postcode of the office" ""
        = Cell::found(row.report.and_then(|r| r.contact.postcode.as_ref().map(|t| (&t.value, t.span))));
    phone Evidenced Text ""
        "联系电话（首个）" "first telephone number" ""
        = Cell::found(row.report.and_then(|r| r.contact.phones.first().map(|t| (&t.value, t.span))));
    email Evidenced Text ""
        "电子邮箱（首个）" "first e-mail address" ""
        = Cell::found(row.report.and_then(|r| r.contact.emails.first().map(|t| (&t.value, t.span))));
    cites_order_29 Plain Bool ""
        "是否引用教育部令第29号" "true where 《高等学校信息公开办法》 is cited" "Order 29"
        = row.report.map(|r| flags::cites(r, "moe-order-29"));
    cites_checklist Plain Bool ""
        "是否引用清单" "true where the checklist is cited" "教办函〔2014〕23号"
        = row.report.map(|r| flags::cites(r, "moe-checklist-2014"));
    regulation_cited Plain Text ""
        "引用的《政府信息公开条例》版本" "which version of the State Council's regulation is cited: 492 (2007), 711 (2019), both" "国务院令第492号、第711号"
        = row.report.and_then(flags::regulation);
    citations Plain Int ""
        "引用文件数" "distinct documents cited" ""
        = row.report.map(|r| r.citations.len());
    parts_declared Evidenced Int "parts"
        "声明的部分数" "number of parts that the preamble announces" ""
        = Cell::found(row.report.and_then(|r| r.declared_parts.as_ref().and_then(|d| Some((d.count?, d.span)))));
    parts_top_level Plain Int "parts"
        "一级部分数" "parts of the top level" ""
        = row.report.map(|r| r.sections.len());
    part_overview Plain Text ""
        "“概述”部分有无" "part overview: present, merged, missing, not_prescribed, unknown" "the Ministry's yearly notices"
        = row.part(Role::Overview);
    part_proactive Plain Text ""
        "“主动公开情况”部分有无" "part proactive: present, merged, missing, not_prescribed, unknown" "the Ministry's yearly notices"
        = row.part(Role::Proactive);
    part_on_request Plain Text ""
        "“依申请公开和不予公开情况”部分有无" "part on_request: present, merged, missing, not_prescribed, unknown" "the Ministry's yearly notices"
        = row.part(Role::OnRequest);
    part_appraisal Plain Text ""
        "“评议情况”部分有无" "part appraisal: present, merged, missing, not_prescribed, unknown" "the Ministry's yearly notices"
        = row.part(Role::Appraisal);
    part_complaints Plain Text ""
        "“举报、复议、诉讼情况”部分有无" "part complaints: present, merged, missing, not_prescribed, unknown" "the Ministry's yearly notices"
        = row.part(Role::Complaints);
    part_improvement Plain Text ""
        "“经验、问题和改进措施”部分有无" "part improvement: present, merged, missing, not_prescribed, unknown" "the Ministry's yearly notices"
        = row.part(Role::Improvement);
    part_checklist Plain Text ""
        "“清单事项公开情况”部分有无" "part checklist: present, merged, missing, not_prescribed, unknown" "the Ministry's yearly notices"
        = row.part(Role::Checklist);
    part_other_matters Plain Text ""
        "“其他需要报告的事项”部分有无" "part other_matters: present, merged, missing, not_prescribed, unknown" "the Ministry's yearly notices"
        = row.part(Role::OtherMatters);
    disclosed_total Stated Number "pieces"
        "主动公开信息总条数" "pieces of information published in all" "the whole that channels or categories are parts of; else what the text calls so"
        = row.figure(|f| f.disclosed);
    disclosed_total_bound Plain Text ""
        "disclosed_total 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.disclosed);
    disclosed_website Stated Number "pieces"
        "经网站公开的条数" "pieces published through channel website" "Order 29, art. 12; sum of measures that are no parts of one another"
        = row.figure(|f| f.by_channel.disclosed(Channel::Website));
    disclosed_website_bound Plain Text ""
        "disclosed_website 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.by_channel.disclosed(Channel::Website));
    disclosed_wechat Stated Number "pieces"
        "经微信公开的条数" "pieces published through channel wechat" "Order 29, art. 12; sum of measures that are no parts of one another"
        = row.figure(|f| f.by_channel.disclosed(Channel::Wechat));
    disclosed_wechat_bound Plain Text ""
        "disclosed_wechat 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.by_channel.disclosed(Channel::Wechat));
    disclosed_weibo Stated Number "pieces"
        "经微博公开的条数" "pieces published through channel weibo" "Order 29, art. 12; sum of measures that are no parts of one another"
        = row.figure(|f| f.by_channel.disclosed(Channel::Weibo));
    disclosed_weibo_bound Plain Text ""
        "disclosed_weibo 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.by_channel.disclosed(Channel::Weibo));
    disclosed_douyin Stated Number "pieces"
        "经抖音公开的条数" "pieces published through channel douyin" "Order 29, art. 12; sum of measures that are no parts of one another"
        = row.figure(|f| f.by_channel.disclosed(Channel::Douyin));
    disclosed_douyin_bound Plain Text ""
        "disclosed_douyin 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.by_channel.disclosed(Channel::Douyin));
    disclosed_newspaper Stated Number "pieces"
        "经报刊公开的条数" "pieces published through channel newspaper" "Order 29, art. 12; sum of measures that are no parts of one another"
        = row.figure(|f| f.by_channel.disclosed(Channel::Newspaper));
    disclosed_newspaper_bound Plain Text ""
        "disclosed_newspaper 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.by_channel.disclosed(Channel::Newspaper));
    disclosed_radio Stated Number "pieces"
        "经广播公开的条数" "pieces published through channel radio" "Order 29, art. 12; sum of measures that are no parts of one another"
        = row.figure(|f| f.by_channel.disclosed(Channel::Radio));
    disclosed_radio_bound Plain Text ""
        "disclosed_radio 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.by_channel.disclosed(Channel::Radio));
    disclosed_bulletin_board Stated Number "pieces"
        "经公告栏公开的条数" "pieces published through channel bulletin_board" "Order 29, art. 12; sum of measures that are no parts of one another"
        = row.figure(|f| f.by_channel.disclosed(Channel::BulletinBoard));
    disclosed_bulletin_board_bound Plain Text ""
        "disclosed_bulletin_board 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.by_channel.disclosed(Channel::BulletinBoard));
    disclosed_led_screen Stated Number "pieces"
        "经电子屏公开的条数" "pieces published through channel led_screen" "Order 29, art. 12; sum of measures that are no parts of one another"
        = row.figure(|f| f.by_channel.disclosed(Channel::LedScreen));
    disclosed_led_screen_bound Plain Text ""
        "disclosed_led_screen 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.by_channel.disclosed(Channel::LedScreen));
    disclosed_oa Stated Number "pieces"
        "经办公系统公开的条数" "pieces published through channel oa" "Order 29, art. 12; sum of measures that are no parts of one another"
        = row.figure(|f| f.by_channel.disclosed(Channel::Oa));
    disclosed_oa_bound Plain Text ""
        "disclosed_oa 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.by_channel.disclosed(Channel::Oa));
    disclosed_meeting Stated Number "pieces"
        "经会议公开的条数" "pieces published through channel meeting" "Order 29, art. 12; sum of measures that are no parts of one another"
        = row.figure(|f| f.by_channel.disclosed(Channel::Meeting));
    disclosed_meeting_bound Plain Text ""
        "disclosed_meeting 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.by_channel.disclosed(Channel::Meeting));
    requests_received Stated Number "applications"
        "收到申请件数" "applications received" "Order 29, art. 17-19"
        = row.count(|r| r.requests.received);
    requests_granted Stated Number "applications"
        "同意公开件数" "applications granted" "Order 29, art. 17-19"
        = row.count(|r| r.requests.granted);
    requests_partly_granted Stated Number "applications"
        "部分公开件数" "applications partly granted" "Order 29, art. 17-19"
        = row.count(|r| r.requests.partly_granted);
    requests_refused Stated Number "applications"
        "不予公开件数" "applications refused" "Order 29, art. 17-19"
        = row.count(|r| r.requests.refused);
    requests_not_held Stated Number "applications"
        "信息不存在或非本校职责件数" "information not held, or not the school's duty" "Order 29, art. 17-19"
        = row.count(|r| r.requests.not_held);
    requests_other Stated Number "applications"
        "其他答复件数（补正、重复、撤回等）" "other answers: unclear, repeated, withdrawn" "Order 29, art. 17-19"
        = row.count(|r| r.requests.other);
    requests_pending Stated Number "applications"
        "办理中件数" "applications pending at the end" "Order 29, art. 17-19"
        = row.count(|r| r.requests.pending);
    requests_fees Stated Number "yuan"
        "收取费用" "fees charged" "Order 29, art. 17-19"
        = row.count(|r| r.requests.fees);
    complaints Stated Number "cases"
        "举报件数" "complaints" "the Ministry's yearly notices"
        = row.count(|r| r.oversight.complaints);
    reconsiderations Stated Number "cases"
        "行政复议件数" "administrative reconsiderations" "the Ministry's yearly notices"
        = row.count(|r| r.oversight.reconsiderations);
    lawsuits Stated Number "cases"
        "行政诉讼件数" "lawsuits" "the Ministry's yearly notices"
        = row.count(|r| r.oversight.lawsuits);
    appraisal_sample Stated Number "persons or sheets"
        "参评人数或问卷数" "persons or questionnaires that the appraisal rests on" "the Ministry's yearly notices"
        = row.figure(|f| f.sample);
    appraisal_sample_bound Plain Text ""
        "appraisal_sample 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.sample);
    satisfaction Stated Number "%"
        "满意率" "share of the satisfied" "the Ministry's yearly notices"
        = row.figure(|f| f.satisfaction);
    trainings Stated Number ""
        "培训和会议次数" "trainings and meetings held" "sum of measures of kind training"
        = row.figure(|f| f.trainings);
    trainings_bound Plain Text ""
        "trainings 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.trainings);
    rules_issued Stated Number ""
        "制定修订制度数" "rules issued or revised" "sum of measures of kind rules"
        = row.figure(|f| f.rules);
    rules_issued_bound Plain Text ""
        "rules_issued 的精确程度" "exact, at_least, about, at_most" ""
        = row.bound(|f| f.rules);
    channels Plain Int ""
        "提到的渠道数" "channels named" "Order 29, art. 12"
        = row.report.map(|r| r.channels.len());
    checklist_items Plain Int "items"
        "涉及的清单事项数" "items of the checklist that the report touches" "教办函〔2014〕23号"
        = row.report.map(|r| r.checklist.len());
    checklist_linked Plain Int "items"
        "附链接的清单事项数" "items with an address" "教办函〔2014〕23号"
        = row.report.map(|r| r.checklist.iter().filter(|entry| !entry.urls.is_empty()).count());
    problems Plain Int ""
        "问题条数" "stated problems" ""
        = row.report.map(|r| r.problems.len());
    improvements Plain Int ""
        "改进措施条数" "planned measures" ""
        = row.report.map(|r| r.improvements.len());
    measures Plain Int ""
        "数值个数" "quantities read" ""
        = row.report.map(|r| r.measures.len());
    unclaimed Plain Int ""
        "未归属的数字个数" "numbers that nothing explains: the reader's own recall meter" ""
        = row.report.map(|r| r.unclaimed.len());
    errors Plain Int ""
        "错误数" "findings of severity error" "docs/rules"
        = row.report.map(|r| flags::of_severity(r, Severity::Error));
    warnings Plain Int ""
        "提醒数" "findings of severity warning" "docs/rules"
        = row.report.map(|r| flags::of_severity(r, Severity::Warning));
    sum_mismatches Plain Int ""
        "合计不符数" "sums that do not come out; empty without an audit" "RM401, RM405"
        = row.report.and_then(|r| flags::found(r, &["RM401", "RM405"]));
    share_mismatches Plain Int ""
        "百分比不符数" "percentages that do not fit; empty without an audit" "RM402, RM403, RM407"
        = row.report.and_then(|r| flags::found(r, &["RM402", "RM403", "RM407"]));
}

/// Gives the row of an entry to a sink.
pub(crate) fn rows<'e>(entry: &'e Entry<'e>, options: TableOptions, sink: &mut impl Sink<'e>) {
    cells(&Row::new(entry, false), &mut Spread { entry, options, sink });
    sink.end_row();
}
