use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::words::{endings, words};

rule! {
    /// ## What it does
    ///
    /// Finds mobile numbers in the text outside the contact of the office, and those said to be a 手机 in a sentence of a part
    /// that speaks of no office, hotline or contact person.
    ///
    /// ## Why it matters
    ///
    /// The mobile number of a person is personal information; the number of an office belongs to the contact.
    ///
    /// ## Example
    ///
    /// > 受助学生联系人张某，手机13912345678。
    ///
    /// ## How to mend
    ///
    /// Take it out or mask it, or give the number of the office.
    ///
    /// ## Source
    ///
    /// 《中华人民共和国个人信息保护法》, article 4; 《高等学校信息公开办法》, article 10.
    "RM602" "personal-mobile" Warning
    "出现手机号码" "a mobile number in the text"
    "删去或遮盖，或改用办公电话。"
    "Take it out or mask it, or give the number of the office."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let contact = &case.report.contact;
    for run in case.signs.numbers(&case.view.text, 11) {
        let number = &case.view.text[run.clone()];
        let mobile = number.len() == 11 && number.starts_with('1') && matches!(number.as_bytes()[1], b'3'..=b'9');
        if !mobile {
            continue;
        }
        let span = case.span(run.clone());
        let within = |s: crate::model::Span| s.start <= span.start && span.end <= s.end;
        let sentence = case.words(case.sentence(run.start));
        let office = words!["联系", "咨询", "监督", "投诉", "举报", "地址", "邮编", "热线", "办公", "受理"].any(sentence);
        let given = contact.phones.iter().chain(&contact.faxes).chain(&contact.emails).any(|text| within(text.span));
        // 联系资产处某人，手机…: in a sentence of a part, a person's.
        let person = case.part_at(run.start).is_some()
            && endings!["手机", "手机号", "手机号码", "手机:"].close(case.words(case.floor(run.start.saturating_sub(24))..run.start))
            && !words!["办公室", "公开办", "受理", "监督", "信息公开", "热线", "投诉", "举报", "咨询", "联系人", "值班"].any(sentence);
        // Inside a part, a number without any word of an office is a person's.
        if given && !person && (office || case.part_at(run.start).is_none()) {
            notes.holds();
            continue;
        }
        notes.fails(Finding::new(run, "出现手机号码", "a mobile number is published"));
    }
}
