//! The words that all renderers use, in both languages.

use crate::lang::Lang;
use crate::model::{Change, Difference, Direction, Evidence, SectionPair, SectionState, Share, ValueChange};
use report_model::{Channel, Decimal, MeasureKind, RefersTo};
use std::fmt::Write as _;

/// A number with separators: 1,326 or 84.3.
pub fn number(value: Decimal) -> String {
    let text = value.to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut out = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        let _ = write!(out, ".{fraction}");
    }
    out
}

fn signed(value: Decimal) -> String {
    let text = number(value);
    if text.starts_with('−') || value.is_zero() { text } else { format!("+{text}") }
}

/// What became of a value.
pub fn change(change: Change, lang: Lang) -> &'static str {
    match change {
        Change::Changed => lang.pick("变动", "changed"),
        Change::Added => lang.pick("新增", "added"),
        Change::Gone => lang.pick("不再出现", "gone"),
    }
}

/// A difference in words; what hedges leave open is never shown as an exact figure.
///
/// ```
/// use report_compare::{Difference, Direction, Lang, render};
/// let open = Difference { direction: Direction::Open, exact: None, about: None, least: None, most: Some(200.into()) };
/// assert_eq!(render::difference(&open, Lang::Zh), "增减不定（至多 +200）");
/// ```
pub fn difference(difference: &Difference, lang: Lang) -> String {
    if let Some(exact) = difference.exact {
        return signed(exact);
    }
    if let Some(about) = difference.about {
        return format!("{}{}", lang.pick("约 ", "about "), signed(about));
    }
    let direction = match difference.direction {
        Direction::Rise => lang.pick("增加", "more"),
        Direction::Fall => lang.pick("减少", "less"),
        Direction::Open => lang.pick("增减不定", "may be more or less"),
    };
    match (difference.least, difference.most) {
        (Some(least), None) => match lang {
            Lang::Zh => format!("{direction}（至少 {}）", signed(least)),
            Lang::En => format!("{direction} (at least {})", signed(least)),
        },
        (None, Some(most)) => match lang {
            Lang::Zh => format!("{direction}（至多 {}）", signed(most)),
            Lang::En => format!("{direction} (at most {})", signed(most)),
        },
        _ => direction.to_owned(),
    }
}

/// The difference of a value in words: the figure, per cent of the left one, points for percentages. Empty where there is
/// nothing to subtract.
pub fn value_difference(value: &ValueChange, lang: Lang) -> String {
    let Some(found) = value.difference else { return String::new() };
    let mut out = difference(&found, lang);
    if value.measure.as_ref().is_some_and(|measure| measure.kind == MeasureKind::Rate) {
        if found.exact.or(found.about).is_some() {
            out.push_str(lang.pick(" 个百分点", " points"));
        }
    } else if let Some(percent) = percent(value) {
        out.push_str(&lang.pick(format!("（{percent}）"), format!(" ({percent})")));
    }
    if value.derived {
        out.push_str(lang.pick("，合计", ", a sum"));
    }
    out
}

/// The difference of exact numbers in per cent of the left one, where that says something.
fn percent(value: &ValueChange) -> Option<String> {
    let before = value.left.as_ref()?.number?.to_f64();
    let exact = value.difference?.exact?.to_f64();
    (before > 0.0 && exact != 0.0).then(|| {
        let percent = (exact / before * 1000.0).round() / 10.0;
        format!("{}{:.1}%", if percent < 0.0 { "−" } else { "+" }, percent.abs())
    })
}

/// A share as people read it: 83 %. Only a text carried over wholly is 100 %.
pub fn share(share: &Share) -> String {
    let Some(ratio) = share.ratio else { return "—".to_owned() };
    let percent = (ratio * 100.0).round();
    if share.carried < share.of && percent >= 100.0 {
        return "99%".to_owned();
    }
    format!("{percent:.0}%")
}

/// What a side states, as printed; a count stated to be none says so.
pub fn value(evidence: Option<&Evidence>) -> &str {
    evidence.map_or("—", |evidence| if evidence.words.is_empty() { &evidence.value } else { &evidence.words })
}

/// The name of what a value is: 收到申请, 网站 · 公开信息.
pub fn title(value: &ValueChange, lang: Lang) -> String {
    let Some(measure) = &value.measure else { return field(&value.field, lang) };
    let mut parts = Vec::new();
    match measure.refers_to {
        RefersTo::Previous => parts.push(lang.pick("上年", "previous period").to_owned()),
        RefersTo::Change => parts.push(lang.pick("增减", "change stated").to_owned()),
        RefersTo::Planned => parts.push(lang.pick("计划", "planned").to_owned()),
        RefersTo::Profile => parts.push(lang.pick("学校概况", "profile").to_owned()),
        _ => {}
    }
    parts.extend(measure.subject.clone());
    if measure.subject.is_none() {
        let channel = measure.channel.map(|channel| named(channel, lang));
        parts.push(channel.unwrap_or_else(|| counted(measure.kind, lang)).to_owned());
    }
    let mut name = parts.join(" ");
    if let Some(unit) = &measure.unit {
        name.push_str(&lang.pick(format!("（{unit}）"), format!(" ({unit})")));
    }
    if name.is_empty() { field(&value.field, lang) } else { name.trim_start().to_owned() }
}

/// What a quantity counts whose words do not say it.
fn counted(kind: MeasureKind, lang: Lang) -> &'static str {
    match kind {
        MeasureKind::Disclosed => lang.pick("公开信息", "disclosed"),
        MeasureKind::Audience => lang.pick("读者", "audience"),
        MeasureKind::Requests => lang.pick("申请", "requests"),
        MeasureKind::Complaints => lang.pick("举报", "complaints"),
        MeasureKind::Training => lang.pick("会议培训", "training"),
        MeasureKind::Rules => lang.pick("制度", "rules"),
        MeasureKind::People => lang.pick("人员", "people"),
        MeasureKind::Money => lang.pick("金额", "money"),
        MeasureKind::Rate => lang.pick("比例", "rate"),
        _ => lang.pick("数值", "quantity"),
    }
}

fn named(channel: Channel, lang: Lang) -> &'static str {
    match channel {
        Channel::Website => lang.pick("网站", "website"),
        Channel::Wechat => lang.pick("微信", "WeChat"),
        Channel::Weibo => lang.pick("微博", "Weibo"),
        other => other.as_str(),
    }
}

const FIELDS: &[(&str, &str, &str)] = &[
    ("title", "标题", "title"),
    ("institution", "学校", "institution"),
    ("coverage", "年度", "year covered"),
    ("period", "统计期限", "period"),
    ("page.published", "发布日期", "published"),
    ("page.views", "浏览次数", "views"),
    ("page.source", "来源", "page source"),
    ("page.author", "发布者", "page author"),
    ("letter.issuer", "发文机关", "issuer"),
    ("letter.document_number", "发文字号", "document number"),
    ("letter.addressee", "主送机关", "addressee"),
    ("signed.by", "署名", "signed by"),
    ("signed.date", "成文日期", "date signed"),
    ("contact.address", "地址", "address"),
    ("contact.postcode", "邮编", "postcode"),
    ("contact.phones", "电话", "telephone"),
    ("contact.faxes", "传真", "fax"),
    ("contact.emails", "电子邮箱", "e-mail"),
    ("declared_parts.count", "声明的部分数", "number of parts announced"),
    ("requests.received", "收到申请", "requests received"),
    ("requests.granted", "予以公开", "requests granted"),
    ("requests.partly_granted", "部分公开", "partly granted"),
    ("requests.refused", "不予公开", "refused"),
    ("requests.not_held", "信息不存在", "not held"),
    ("requests.other", "其他处理", "other outcomes"),
    ("requests.pending", "正在办理", "pending"),
    ("requests.fees", "收费（元）", "fees (yuan)"),
    ("oversight.complaints", "举报", "complaints"),
    ("oversight.reconsiderations", "行政复议", "reconsiderations"),
    ("oversight.lawsuits", "行政诉讼", "lawsuits"),
    ("measures", "数值", "quantity"),
    ("channels", "渠道", "channel"),
    ("citations", "引用文件", "document cited"),
    ("links", "链接", "link"),
];

/// The name of a field.
pub fn field(field: &str, lang: Lang) -> String {
    if let Some(item) = field.strip_prefix("checklist.") {
        return lang.pick(format!("清单第 {item} 项"), format!("checklist item {item}"));
    }
    let known = FIELDS.iter().find(|(name, ..)| *name == field);
    known.map_or(field, |&(_, zh, en)| lang.pick(zh, en)).to_owned()
}

/// What became of a part, in a few words.
pub fn section_note(pair: &SectionPair, lang: Lang) -> String {
    let mut notes = Vec::new();
    match pair.state {
        SectionState::Added => notes.push(lang.pick("新增", "added")),
        SectionState::Gone => notes.push(lang.pick("不再出现", "gone")),
        SectionState::Kept => {
            let found = [
                (pair.moved, lang.pick("位置变动", "moved")),
                (pair.renamed, lang.pick("标题改写", "heading reworded")),
                (pair.renumbered, lang.pick("序号变动", "renumbered")),
            ];
            notes.extend(found.into_iter().filter(|(is, _)| *is).map(|(_, note)| note));
        }
    }
    notes.join(lang.pick("，", ", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let shown = |text: &str| number(text.parse().unwrap());
        assert_eq!([shown("1326"), shown("-1234567.5"), shown("12")], ["1,326", "−1,234,567.5", "12"]);
        assert_eq!(share(&Share::new(9999, 10_000)), "99%");
        assert_eq!(share(&Share::new(0, 0)), "—");
    }
}
