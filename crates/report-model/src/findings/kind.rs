//! Is the document a university's annual report on information disclosure?

use crate::frame::{Frame, LineKind};
use crate::lexis::words::words;
use crate::model::DocumentKind;
use crate::outline::Outline;
use crate::reading::View;
use crate::tables::{Hits, Name};

/// Ends of titles of documents that speak of reports without being one.
const OTHER_TITLES: [&str; 22] = [
    "通知", "通报", "指南", "办法", "细则", "规定", "目录", "公告", "讲话", "解读", "方案", "章程", "制度",
    "条例", "意见", "常态", "新闻", "会议", "清单", "函", "流程", "须知",
];
/// Tells the kind from the title, the addressee, self-reference and the parts.
pub(crate) fn of(view: &View<'_>, hits: &Hits, outline: &Outline, frame: &Frame) -> DocumentKind {
    let text = &*view.text;
    if text.is_empty() {
        return DocumentKind::Other;
    }
    let mut score = 0i32;
    let title = frame.title.clone().map(|t| view.words(t).to_owned());
    let head_end = floor(text, 1500);
    let head = &text[..head_end];
    match &title {
        Some(title) => {
            score += 3;
            if title.contains("政府信息公开")
                || words!["教育局", "教育厅", "人民政府", "委员会", "管理局"].any(title)
                    && frame.title_name.is_none()
            {
                score -= 5;
            }
        }
        None => score -= other_title(view, frame),
    }
    if words![
        "本报告",
        "编制本报告",
        "年度报告",
        "工作报告",
        "现将我校",
        "现将我院",
        "本年度报告",
        "白皮书",
        "年报"
    ]
    .any(head)
    {
        score += 1;
    }
    score += i32::from(words!["我校", "我院", "本校", "本院", "学校", "学院"].any(text));
    score -= 2 * elsewhere(view, hits, head_end);
    if text.trim_end().len() > 300 && floor_tail(text).contains("责任编辑") && title.is_none() {
        score -= 1;
    }
    // Parts prescribed for these reports, and figures or nil statements in them.
    score += match outline.roles().len() {
        0 | 1 => -1,
        2 => 0,
        3 => 1,
        _ => 2,
    };
    score += i32::from(words!["信息公开", "校务公开", "院务公开", "政务公开"].any(text)) * 2 - 2;
    if score >= 2 { DocumentKind::AnnualReport } else { DocumentKind::Other }
}

/// Signs of the press and of authorities that speak of many schools, each counted once.
fn elsewhere(view: &View<'_>, hits: &Hits, head_end: usize) -> i32 {
    // No longer than the table's list of them.
    let mut signs: Vec<&str> = Vec::new();
    for hit in hits.words(0..head_end, Name::Elsewhere) {
        let sign = view.words(hit.start..hit.end);
        if !signs.contains(&sign) {
            signs.push(sign);
        }
    }
    signs.len() as i32
}

/// A line of the head that titles another kind of document: how strongly it speaks against a report.
fn other_title(view: &View<'_>, frame: &Frame) -> i32 {
    let mut against = 0;
    for (line, kind) in view.lines.iter().zip(&frame.kinds).take(12) {
        let text = view.line(*line);
        let standing = matches!(kind, LineKind::Short | LineKind::Prose | LineKind::Name)
            && text.chars().count() <= 60
            && !text.contains(['。', ',']);
        if standing
            && (text.contains("公开") || text.contains("报告"))
            && OTHER_TITLES.iter().any(|word| text.ends_with(word))
        {
            against = against.max(4);
        }
        if matches!(kind, LineKind::Addressee) && text.starts_with('各') {
            against = against.max(3);
        }
        if text.starts_with('各') && text.ends_with(':') {
            against = against.max(3);
        }
    }
    against
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn floor_tail(text: &str) -> &str {
    let mut at = text.len().saturating_sub(300);
    while !text.is_char_boundary(at) {
        at += 1;
    }
    &text[at..]
}
