//! The ways to break a sound report, each with the rules of which one must speak.

use super::{Base, Mutator, Rng};
use report_model::{CoverageBasis, MeasureKind, RefersTo, Span, Stated};
use std::collections::BTreeMap;

fn replace(text: &str, span: Span, words: &str) -> String {
    let (start, end) = (span.start as usize, span.end as usize);
    format!("{}{words}{}", &text[..start], &text[end..])
}

fn span(text: &str, at: usize, words: &str) -> Span {
    debug_assert!(text[at..].starts_with(words));
    Span::new(at as u32, (at + words.len()) as u32)
}

/// One digit of the words changed, not the first into 0; `None` without an ASCII digit.
fn other_digit(words: &str, rng: &mut Rng) -> Option<String> {
    let places: Vec<usize> =
        words.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
    let at = *rng.pick(&places)?;
    let old = words.as_bytes()[at] - b'0';
    let new = (old + 1 + rng.below(8) as u8) % 10;
    let new = if new == 0 && at == places[0] { (old % 9) + 1 } else { new };
    (new != old).then(|| format!("{}{new}{}", &words[..at], &words[at + 1..]))
}

/// Families of a total and at least three parts that make it up exactly, all printed in plain digits.
fn families(base: &Base) -> Vec<(usize, Vec<usize>)> {
    let measures = &base.report.measures;
    let mut children: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, m) in measures.iter().enumerate() {
        if let Some(total) = m.part_of {
            children.entry(total as usize).or_default().push(i);
        }
    }
    let whole = |i: usize| measures[i].value.as_integer().filter(|_| plain(base, measures[i].span));
    let adds_up = |(total, parts): &(usize, Vec<usize>)| {
        let sum: Option<i64> = parts.iter().map(|&i| whole(i)).sum();
        parts.len() >= 3 && whole(*total).is_some() && sum == whole(*total)
    };
    children.into_iter().filter(adds_up).collect()
}

fn plain(base: &Base, span: Span) -> bool {
    let words = span.slice(&base.text).unwrap_or_default();
    words.starts_with(|c: char| c.is_ascii_digit()) && !words.contains(['万', '亿', '.', '余', '多'])
}

fn change_number(base: &Base, i: usize, rng: &mut Rng) -> Option<String> {
    let span = base.report.measures[i].span;
    Some(replace(&base.text, span, &other_digit(span.slice(&base.text)?, rng)?))
}

fn digit_of_a_part(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let families = families(base);
    let (_, parts) = rng.pick(&families)?;
    let part = *rng.pick(parts)?;
    Some((change_number(base, part, rng)?, &["RM401"]))
}

fn digit_of_a_total(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let families = families(base);
    let (total, _) = rng.pick(&families)?;
    Some((change_number(base, *total, rng)?, &["RM401"]))
}

fn digit_of_a_rate(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let measures = &base.report.measures;
    let checked: Vec<usize> = (0..measures.len())
        .filter(|&i| {
            let Some(count) = measures[i].share_of.map(|c| &measures[c as usize]) else { return false };
            let Some(whole) = count.part_of.map(|w| &measures[w as usize]) else { return false };
            let share = count.value.to_f64() / whole.value.to_f64() * 100.0;
            (share - measures[i].value.to_f64()).abs() < 0.06
        })
        .collect();
    let i = *rng.pick(&checked)?;
    let words = measures[i].span.slice(&base.text)?;
    // The first digit: a difference of ten per cent and more.
    let at = words.find(|c: char| c.is_ascii_digit())?;
    let old = words.as_bytes()[at] - b'0';
    let new = if old > 5 { old - 2 } else { old + 2 };
    Some((
        replace(&base.text, measures[i].span, &format!("{}{new}{}", &words[..at], &words[at + 1..])),
        &["RM402"],
    ))
}

const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Top-level headings with labels 一、 二、 in order: byte offset and ordinal.
fn top(base: &Base) -> Vec<(usize, usize)> {
    let labelled = base.report.sections.iter().filter_map(|s| {
        let label = s.label.as_deref()?;
        let ordinal =
            NUMERALS.iter().position(|n| label.strip_prefix(n).is_some_and(|rest| rest.starts_with('、')))?;
        Some((s.span.start as usize, ordinal))
    });
    labelled.collect()
}

fn heading_number(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let top = top(base);
    let inner: Vec<&(usize, usize)> = top.iter().filter(|(_, n)| *n > 0).collect();
    let (at, ordinal) = **rng.pick(&inner)?;
    let other = (0..top.len()).filter(|&n| n != ordinal).nth(rng.below(top.len() - 1))?;
    Some((replace(&base.text, span(&base.text, at, NUMERALS[ordinal]), NUMERALS[other]), &["RM106", "RM107"]))
}

fn part_dropped(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let sections = &base.report.sections;
    if top(base).len() != sections.len() || sections.len() < 5 {
        return None;
    }
    let section = &sections[1 + rng.below(sections.len() - 2)];
    Some((replace(&base.text, section.span, ""), &["RM101", "RM104", "RM105", "RM107"]))
}

/// Places where a sentence begins with the school and goes on with what it does.
fn speaking(base: &Base) -> Vec<Span> {
    let body = base.report.sections.first().map_or(0, |s| s.span.start as usize);
    let mut list = Vec::new();
    for subject in ["学校", "学院", "我校", "我院"] {
        for (at, _) in base.text[body..].match_indices(subject).map(|(i, w)| (i + body, w)) {
            let before = base.text[..at].trim_end_matches([' ', '　']).chars().next_back();
            let behind = &base.text[at + subject.len()..];
            let does = ["坚持", "高度重视", "认真", "严格", "积极", "通过", "召开", "主动", "师生"];
            if matches!(before, Some('。' | '\n')) && does.iter().any(|word| behind.starts_with(word)) {
                list.push(span(&base.text, at, subject));
            }
        }
    }
    list
}

fn other_school(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let places = speaking(base);
    let place = *rng.pick(&places)?;
    let name = *rng.pick(&["湖山职业技术学院", "沅陵师范学院", "北岭工业大学", "丹江医学高等专科学校"])?;
    Some((replace(&base.text, place, name), &["RM501"]))
}

fn earlier_year(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let coverage = base.report.coverage.filter(|c| c.basis == CoverageBasis::Academic)?;
    let places = speaking(base);
    let place = *rng.pick(&places)?;
    let (first, last) = (coverage.first - 1, coverage.last - 1);
    let words = format!("{first}-{last}学年，{}", place.slice(&base.text)?);
    Some((replace(&base.text, place, &words), &["RM210"]))
}

fn period_year(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let period = base.report.period?;
    let words = period.span.slice(&base.text)?;
    let year = if rng.below(2) == 0 { period.start.year() } else { period.end.year() };
    let at = words.find(&year.to_string())?;
    let other = if rng.below(2) == 0 { year + 1 } else { year - 1 };
    let words = format!("{}{other}{}", &words[..at], &words[at + 4..]);
    Some((replace(&base.text, period.span, &words), &["RM204", "RM205", "RM206", "RM208"]))
}

fn period_day(base: &Base, _: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let period = base.report.period?;
    let words = period.span.slice(&base.text)?;
    let changed = words.replace("8月31日", "8月30日");
    (changed != words).then(|| (replace(&base.text, period.span, &changed), &["RM207"][..]))
}

fn signed_too_early(base: &Base, _: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let date = base.report.signed.date?;
    base.report.period?;
    let words = date.span.slice(&base.text)?;
    let changed = words.replace(&date.value.year().to_string(), &(date.value.year() - 1).to_string());
    (changed != words).then(|| (replace(&base.text, date.span, &changed), &["RM208"][..]))
}

fn impossible_date(base: &Base, _: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let date = base.report.signed.date?;
    let words = date.span.slice(&base.text)?;
    let at = words.find('月')?;
    let digits = words[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (digits < at).then(|| {
        (replace(&base.text, date.span, &format!("{}13{}", &words[..digits], &words[at..])), &["RM211"][..])
    })
}

fn known_number(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let known: Vec<Span> = base
        .report
        .citations
        .iter()
        .filter(|c| {
            matches!(c.instrument.as_deref(), Some("moe-order-29" | "moe-checklist-2014" | "sc-order-711"))
        })
        .filter_map(|c| c.document_number.as_ref().map(|n| n.span))
        .collect();
    let place = *rng.pick(&known)?;
    let words = place.slice(&base.text)?;
    let at = words.rfind(|c: char| c.is_ascii_digit())?;
    let old = words.as_bytes()[at] - b'0';
    let words = format!("{}{}{}", &words[..at], (old + 1 + rng.below(8) as u8) % 10, &words[at + 1..]);
    Some((replace(&base.text, place, &words), &["RM301", "RM302"]))
}

fn misnamed(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let at = base.text.find("《高等学校信息公开办法》")?;
    let wrong =
        *rng.pick(&["《高校信息公开办法》", "《高等学校信息公开条例》", "《高等学校信息公开暂行办法》"])?;
    // The last one is told by the number beside it.
    let numbered =
        base.text[at..].chars().skip("《高等学校信息公开办法》".chars().count()).take(12).any(|c| c == '号');
    (numbered || !wrong.contains("暂行"))
        .then(|| (base.text.replacen("《高等学校信息公开办法》", wrong, 1), &["RM302", "RM303"][..]))
}

fn superseded(base: &Base, _: &mut Rng) -> Option<(String, &'static [&'static str])> {
    base.report.citations.iter().find(|c| c.instrument.as_deref() == Some("sc-order-711"))?;
    let changed = base.text.replace("第711号", "第492号");
    (changed != base.text).then_some((changed, &["RM304"]))
}

fn title_mark_lost(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    // Of a title that holds no other one: nested marks may be closed by one.
    let plain = base.report.citations.iter().filter(|c| !c.title.contains(['《', '<', '〈']));
    let ends: Vec<usize> =
        plain.map(|c| c.span.end as usize).filter(|&end| base.text[end..].starts_with('》')).collect();
    let at = *rng.pick(&ends)?;
    Some((replace(&base.text, span(&base.text, at, "》"), ""), &["RM306"]))
}

/// Behind the first full stop of a random part.
fn inside(base: &Base, rng: &mut Rng) -> Option<usize> {
    let paragraphs: Vec<Span> =
        base.report.all_sections().flat_map(|s| s.paragraphs.iter().copied()).collect();
    let ends: Vec<usize> = paragraphs
        .iter()
        .filter_map(|p| p.slice(&base.text)?.find('。').map(|at| p.start as usize + at + '。'.len_utf8()))
        .collect();
    rng.pick(&ends).copied()
}

fn insert(base: &Base, at: usize, words: &str) -> String {
    format!("{}{words}{}", &base.text[..at], &base.text[at..])
}

fn personal_data(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let (words, codes): (&str, &'static [&'static str]) = *rng.pick(&[
        ("受助学生韩某，身份证号11010519491231002X。", &["RM601"][..]),
        ("学生代表的手机是13912345678。", &["RM602"][..]),
        ("补助发至卡号6222020000000000018。", &["RM603"][..]),
        ("获奖学生韩立，学号20210308117。", &["RM604"][..]),
    ])?;
    Some((insert(base, inside(base, rng)?, words), codes))
}

fn placeholder(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let counts: Vec<Span> = base.report.measures.iter().map(|m| m.span).filter(|s| plain(base, *s)).collect();
    let place = *rng.pick(&counts)?;
    let words = place.slice(&base.text)?;
    let unit = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    Some((replace(&base.text, place, &format!("XX{unit}")), &["RM502"]))
}

fn paragraph_twice(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let long: Vec<&str> = base.text.lines().filter(|line| line.chars().count() > 60).collect();
    let line = *rng.pick(&long)?;
    Some((base.text.replacen(line, &format!("{line}\n\n{line}"), 1), &["RM503"]))
}

fn foreign_word(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let body = base.report.sections.first()?.span.start as usize;
    let end = base.report.sections.last()?.span.end as usize;
    let places: Vec<usize> = base.text[body..end].match_indices("和").map(|(i, _)| i + body).collect();
    let at = *rng.pick(&places)?;
    Some((replace(&base.text, span(&base.text, at, "和"), "and"), &["RM504"]))
}

fn doubled_sign(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let at = inside(base, rng)?;
    Some((insert(base, at, "。"), &["RM506"]))
}

fn applications_denied(base: &Base, _: &mut Rng) -> Option<(String, &'static [&'static str])> {
    base.report.requests.received.filter(|r| r.stated == Stated::Nil)?;
    let first = base.report.sections.first()?.paragraphs.first()?;
    Some((insert(base, first.end as usize, "全年共受理信息公开申请3件。"), &["RM406"]))
}

fn total_again(base: &Base, _: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let stated = |words: &str| words.contains("公开信息") && (words.contains('共') || words.contains("累计"));
    let total = base.report.measures.iter().find(|m| {
        let before = &base.text[..m.span.start as usize];
        let clause = before.rsplit(['，', ',', '。', '\n', '：']).next().unwrap_or_default();
        m.kind == MeasureKind::Disclosed
            && m.part_of.is_none()
            && m.refers_to == RefersTo::Current
            && m.unit.as_deref() == Some("条")
            && plain(base, m.span)
            && stated(clause)
            && clause.chars().count() <= 14
    })?;
    let value = total.value.as_integer().filter(|v| *v > 100)?;
    let first = base.report.sections.first()?.paragraphs.first()?;
    let words = format!("全年共公开信息{}条。", value + 10);
    Some((insert(base, first.end as usize, &words), &["RM404"]))
}

fn rate_without_point(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let rates: Vec<Span> = base
        .report
        .measures
        .iter()
        .filter(|m| {
            m.unit.as_deref() == Some("%") && m.share_of.is_none() && m.refers_to == RefersTo::Current
        })
        .filter(|m| m.value.to_f64() > 60.0 && m.span.slice(&base.text).is_some_and(|w| w.contains('.')))
        .filter(|m| base.text[..m.span.start as usize].ends_with('率'))
        .map(|m| m.span)
        .collect();
    let place = *rng.pick(&rates)?;
    Some((replace(&base.text, place, &place.slice(&base.text)?.replace('.', "")), &["RM407"]))
}

fn inner_address(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let link = rng.pick(&base.report.links)?;
    Some((replace(&base.text, link.span, "http://192.168.3.7/xxgk"), &["RM702"]))
}

fn declared_count(base: &Base, _: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let declared = base.report.declared_parts.as_ref()?;
    let count = declared.count? as usize;
    if count != base.report.sections.len() || !(2..=9).contains(&count) {
        return None;
    }
    // The words that count stand at the end of the announcement or right behind it.
    let end = declared.span.end as usize;
    let behind: String = base.text[end..].chars().take(12).collect();
    let words = &base.text[declared.span.start as usize..end + behind.len()];
    let at = words.rfind(NUMERALS[count - 1])?;
    let place = span(&base.text, declared.span.start as usize + at, NUMERALS[count - 1]);
    Some((replace(&base.text, place, NUMERALS[count]), &["RM104"]))
}

fn text_lost(base: &Base, rng: &mut Rng) -> Option<(String, &'static [&'static str])> {
    let bare: Vec<_> = base
        .report
        .sections
        .iter()
        .filter(|s| {
            s.children.is_empty() && s.paragraphs.len() == 1 && s.paragraphs[0].start > s.title.span.end
        })
        .filter(|s| s.role != report_model::Role::Checklist && !s.title.value.contains('表'))
        .filter(|s| base.text[s.title.span.end as usize..s.paragraphs[0].start as usize].contains('\n'))
        .collect();
    let section = rng.pick(&bare)?;
    Some((replace(&base.text, section.paragraphs[0], ""), &["RM110"]))
}

/// All of them, in the order in which they take their turns.
pub(super) const MUTATORS: [(&str, Mutator); 26] = [
    ("digit of a part", digit_of_a_part),
    ("heading number", heading_number),
    ("other school", other_school),
    ("known number", known_number),
    ("digit of a rate", digit_of_a_rate),
    ("earlier year", earlier_year),
    ("personal data", personal_data),
    ("digit of a total", digit_of_a_total),
    ("part dropped", part_dropped),
    ("period's year", period_year),
    ("misnamed regulation", misnamed),
    ("placeholder", placeholder),
    ("period's day", period_day),
    ("paragraph twice", paragraph_twice),
    ("applications denied", applications_denied),
    ("superseded version", superseded),
    ("signed too early", signed_too_early),
    ("title mark lost", title_mark_lost),
    ("foreign word", foreign_word),
    ("total again", total_again),
    ("rate without point", rate_without_point),
    ("inner address", inner_address),
    ("declared count", declared_count),
    ("text lost", text_lost),
    ("impossible date", impossible_date),
    ("doubled sign", doubled_sign),
];
