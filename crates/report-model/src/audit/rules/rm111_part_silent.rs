use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::words::{Words, words};
use crate::model::{Role, Severity, Stated};

rule! {
    /// ## What it does
    ///
    /// Looks, in parts whose heading names a subject, for a word on that subject: 不予公开, 复议, 诉讼, 收费, 减免. A part that says
    /// 无 answers everything that its heading asks, and where no application was received there is nothing to refuse.
    ///
    /// ## Why it matters
    ///
    /// "None" and "not mentioned" are different answers; whoever codes the reports has to leave the second one open.
    ///
    /// ## Example
    ///
    /// > 五、受到举报、复议、诉讼情况 本学年未收到举报。
    ///
    /// Nothing is said on 复议 and 诉讼.
    ///
    /// ## How to mend
    ///
    /// Say it for each subject of the heading: 未因信息公开受到举报，未发生行政复议和行政诉讼。
    ///
    /// ## Source
    ///
    /// 《教育部办公厅关于做好高校信息公开年度报告工作的通知》 of each year; 《高等学校信息公开办法》, article 10 (grounds of refusal).
    "RM111" "part-silent" Info
    "标题提到的内容正文没有说明" "a heading names a subject that its text does not mention"
    "对标题中的每一项都作说明，没有的也写明。"
    "Say a word on each subject of the heading, also where there was none."
    check
}

/// What a heading may name, and the words that speak of it.
const SUBJECTS: [(&str, &Words); 5] = [
    ("不予公开", words!["不予", "不公开", "未予", "不同意", "拒绝", "谢绝", "不存在", "不宜", "全部公开", "全部同意", "均同意", "均予"]),
    ("复议", words!["复议"]),
    ("诉讼", words!["诉讼", "起诉", "应诉", "官司", "被诉", "法院"]),
    ("收费", words!["费"]),
    ("减免", words!["减免", "免收", "免费", "免除", "未收", "没有收", "不收"]),
];

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for (i, part) in case.parts.iter().enumerate() {
        if !matches!(part.section.role, Role::OnRequest | Role::Complaints) || case.report.truncated {
            continue;
        }
        let body = case.words(part.title.end..part.range.end.max(part.title.end));
        // A run-in heading is answered by its own line.
        if !body.trim_start_matches([':', '。', ' ']).starts_with('\n') {
            continue;
        }
        const SHORT: usize = 12;
        let length = body.chars().filter(|c| c.is_alphanumeric()).take(SHORT + 1).count();
        for (subject, answers) in SUBJECTS.iter().filter(|(subject, _)| case.title(i).contains(subject)) {
            let nothing = length <= SHORT && (words!["无", "没有", "未", "零"].any(body) || body.contains(|c: char| c.is_ascii_digit())) || words!["上述情况", "以上情况", "此类情况", "相关情况", "该类情况", "类似情况"].any(body);
            if answers.any(body) || nothing || length == 0 || nothing_to_refuse(case, subject) {
                notes.holds();
                continue;
            }
            let severity = if *subject == "诉讼" || *subject == "复议" { Severity::Warning } else { Severity::Info };
            notes.fails(
                Finding::new(
                    part.title.clone(),
                    format!("标题提到“{subject}”，正文没有说明"),
                    format!("the heading names {subject}, its text does not mention it"),
                )
                .severity(severity)
                .about(*subject),
            );
        }
    }
}

/// No application, or every one granted: no refusal to speak of.
fn nothing_to_refuse(case: &Case<'_>, subject: &str) -> bool {
    let requests = &case.report.requests;
    let none = requests.received.is_some_and(|r| r.stated == Stated::Nil || r.value.is_zero());
    let settled = requests.refused.is_some()
        || requests.received.zip(requests.granted).is_some_and(|(r, g)| r.value == g.value);
    matches!(subject, "不予公开" | "收费" | "减免") && none || subject == "不予公开" && settled
}
