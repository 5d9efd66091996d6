//! How to reach the office: address, postcode, telephone, fax, e-mail.
//!
//! Labels decide what a number is; a telephone number with area code speaks for itself. Footers of web pages are no
//! contact (annotation guide).

use super::claims::Claims;
use crate::lexis::words::{Words, words};
use crate::model::{Contact, Text};
use crate::reading::View;
use crate::tables::{Hits, Name};
use once_cell::sync::Lazy;
use regex::Regex;
use std::ops::Range;

static EMAIL: Lazy<Regex> =
    Lazy::new(|| compile(r"[A-Za-z0-9._*+\-]+ ?@ ?[A-Za-z0-9*\-]+(?:\.[A-Za-z0-9*\-]+)+"));
/// With area code (digits may be masked), mobile, service number, or bare local digits.
static PHONE: Lazy<Regex> = Lazy::new(|| {
    compile(
        r"(?:\+86|0086)[- ]?[1-9][0-9]{1,2}[- ][0-9Xx*]{7,8}|\(0[0-9]{2,3}\) ?[-—–~]?[0-9Xx*]{7,8}|0[0-9]{2,3} ?[-—–―~－─]{1,2} ?[0-9Xx*]{3,4}[ -]?[0-9Xx*]{4}(?:(?:转|[-—])[0-9]{1,5})?|0[0-9]{2,3} [0-9Xx*]{7,8}|0[1-9][0-9]{8,10}|1[3-9][0-9Xx*]{9}|400-?[0-9]{3}-?[0-9]{4}|[2-9][0-9]{6,7}",
    )
});
const PHONE_LABELS: [&str; 9] = ["电话", "热线", "手机", "联系方式", "Tel", "TEL", "tel", "咨询", "联系人"];
const FAX_LABELS: [&str; 4] = ["传真", "Fax", "FAX", "fax"];
const ADDRESS_LABELS: &Words = words![
    "通讯地址",
    "通信地址",
    "联系地址",
    "办公地址",
    "学校地址",
    "学院地址",
    "邮寄地址",
    "详细地址",
    "单位地址",
    "地址",
    "校址",
    "办公地点"
];
const POSTCODE_LABELS: [&str; 3] = ["邮政编码", "邮编", "邮码"];
/// What the last words of an address name.
const DOORS: [char; 8] = ['号', '室', '楼', '层', '栋', '幢', '座', '院'];
/// A line with one of these belongs to the page, not to the report.
const FOOTER: &Words =
    words!["版权所有", "Copyright", "COPYRIGHT", "©", "ICP备", "公网安备", "技术支持", "备案号"];

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|_| unreachable!("the patterns are constants; tests compile them"))
}

/// Finds the contact and claims its words.
pub(crate) fn find(view: &View<'_>, hits: &Hits, claims: &mut Claims) -> Contact {
    let mut contact = Contact::default();
    let mailed = view.text.contains('@');
    let mut labels = hits.words(0..view.text.len(), Name::Contact).map(|hit| hit.start).peekable();
    for line in &view.lines {
        let text = view.line(*line);
        let mut label = false;
        while labels.next_if(|&at| at < line.end).is_some() {
            label = true;
        }
        let at_sign = mailed && text.contains('@');
        let digits = may_hold_phone(text.as_bytes());
        if !at_sign && !digits && !label {
            continue;
        }
        let footer = FOOTER.any(text);
        if at_sign {
            emails(view, line.start, text, footer, &mut contact, claims);
        }
        if digits {
            phones(view, line.start, text, footer, &mut contact, claims);
        }
        if !footer && label {
            postcode(view, line.start, text, &mut contact, claims);
            address(view, line.start, text, &mut contact, claims);
        }
    }
    contact
}

/// Could a telephone number stand in the line? It has seven digits in a row, or starts like an area code or with 400.
fn may_hold_phone(text: &[u8]) -> bool {
    let masked = |b: u8| b.is_ascii_digit() || matches!(b, b'*' | b'X' | b'x');
    // Three digits in a row cover one of every three places.
    (2..text.len()).step_by(3).filter(|&at| masked(text[at])).any(|at| {
        let from = at - text[..at].iter().rev().take(12).take_while(|b| masked(**b)).count();
        let run = &text[from..at + text[at..].iter().take(12).take_while(|b| masked(**b)).count()];
        let opens = |(i, code): (usize, &[u8])| {
            let area = code[0] == b'0' && (i == 0 || !run[i - 1].is_ascii_digit());
            (area || code == b"400") && code.iter().all(u8::is_ascii_digit)
        };
        run.len() >= 7 || run.windows(3).enumerate().any(opens)
    })
}

/// The stretches of a line that a telephone number could be: nothing but signs of `PHONE`, as many digits as the shortest
/// has. The pattern is slow, and lines are long.
fn dialled(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const FEWEST: usize = 7;
    let foreign = |c: char| {
        !matches!(c, '0'..='9' | 'X' | 'x' | '*' | '(' | ')' | ' ' | '-' | '+' | '转')
            && !matches!(c, '—' | '–' | '―' | '~' | '～' | '－' | '─')
    };
    let mut behind = 0;
    text.split_inclusive(foreign).filter_map(move |run| {
        let start = behind;
        behind += run.len();
        let digit = |b: &u8| b.is_ascii_digit() || matches!(b, b'X' | b'x' | b'*');
        (run.bytes().filter(digit).count() >= FEWEST).then_some((start, run))
    })
}

fn push(view: &View<'_>, list: &mut Vec<Text>, range: Range<usize>) {
    let value = view.printed(range.clone());
    if list.len() < MOST && !list.iter().any(|t| t.value == value) {
        list.push(Text { value, span: view.span(range) });
    }
}

/// Bytes before a number in which its label stands.
const NEAR: usize = 90;
/// Most numbers, and most addresses, of a contact.
const MOST: usize = 100;

fn emails(
    view: &View<'_>,
    base: usize,
    text: &str,
    footer: bool,
    contact: &mut Contact,
    claims: &mut Claims,
) {
    for found in EMAIL.find_iter(text) {
        let range = base + found.start()..base + found.end();
        claims.add(range.clone());
        if !footer {
            push(view, &mut contact.emails, range);
        }
    }
}

/// The label that rules a position of the line: the last of any kind before it.
fn label_before<'l>(text: &str, at: usize, labels: impl Iterator<Item = &'l &'l str>) -> Option<usize> {
    // A label further off rules nothing; and a line of thousands of numbers stays cheap.
    let mut from = at.saturating_sub(NEAR);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    labels.filter_map(|label| text[from..at].rfind(label).map(|i| from + i + label.len())).max()
}

fn phones(
    view: &View<'_>,
    base: usize,
    text: &str,
    footer: bool,
    contact: &mut Contact,
    claims: &mut Claims,
) {
    let mut last: Option<(usize, bool)> = None;
    let numbers = dialled(text).flat_map(|(at, run)| PHONE.find_iter(run).map(move |found| (at, found)));
    for (at, found) in numbers {
        let (start, end) = (at + found.start(), at + found.end());
        let digit_before = text[..start]
            .ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '@' | '/' | '_'));
        let behind = text[end..].chars().next();
        if digit_before || behind.is_some_and(|c| c.is_ascii_digit() || c == '@') {
            continue;
        }
        let area = found.as_str().starts_with(['0', '(', '1', '4', '+'])
            && found.as_str().contains(['-', '—', '–', '~', '(', '―']);
        let phone = label_before(text, start, PHONE_LABELS.iter());
        let fax = label_before(text, start, FAX_LABELS.iter());
        // 传真电话: one label.
        let phone = phone.filter(|&p| fax.is_none_or(|f| p != f + "电话".len()));
        let near =
            |label: Option<usize>| label.filter(|&l| start - l <= 60 && !text[l..start].contains("QQ"));
        // A second number behind 、 shares the label of the first.
        let chained = last
            .filter(|&(e, _)| matches!(text.get(e..start), Some("、" | "," | ";" | "/" | "或" | "和" | " ")));
        let is_fax = match (near(phone), near(fax)) {
            (Some(p), Some(f)) => f > p,
            (None, Some(_)) => true,
            _ => false,
        };
        let labelled =
            [near(phone), near(fax)].into_iter().flatten().max().is_some_and(|l| connects(&text[l..start]));
        if !(area || labelled || chained.is_some()) {
            continue;
        }
        let is_fax = if labelled || chained.is_none() { is_fax } else { chained.is_some_and(|(_, fax)| fax) };
        let both = ["电话/传真", "电话(传真)", "传真/电话", "电话及传真", "电话、传真"]
            .iter()
            .any(|word| text[..start].trim_end_matches([':', ' ']).ends_with(word));
        last = Some((end, is_fax));
        let range = base + start..base + end;
        claims.add(range.clone());
        if footer {
            continue;
        }
        if is_fax || both {
            push(view, &mut contact.faxes, range.clone());
        }
        if !is_fax || both {
            push(view, &mut contact.phones, range);
        }
    }
}

/// What may stand between a label and its number: a sign, a name, another number of the row.
fn connects(between: &str) -> bool {
    let trimmed = between.trim_start_matches(['号', '码', '为', '是']);
    trimmed.is_empty()
        || trimmed.starts_with([':', ',', '(', ')', ' ', '、', '/', '.']) && !trimmed.contains('。')
        || trimmed.chars().count() <= 2
}

fn postcode(view: &View<'_>, base: usize, text: &str, contact: &mut Contact, claims: &mut Claims) {
    if contact.postcode.is_some() {
        return;
    }
    let six = |from: usize| {
        let rest = &text[from..];
        let skipped = rest.len() - rest.trim_start_matches([':', ',', ' ', '为', '是', '(', '.']).len();
        let digits = rest[skipped..].bytes().take_while(u8::is_ascii_digit).count();
        (digits == 6).then_some(from + skipped..from + skipped + 6)
    };
    let labelled = POSTCODE_LABELS
        .iter()
        .filter_map(|label| text.find(label).and_then(|i| six(i + label.len())))
        .min_by_key(|r| r.start);
    // ",226019,电话0513-…": six digits in a row of contact details.
    let bare = || {
        let near = PHONE_LABELS.iter().filter_map(|label| text.find(label)).min()?;
        let comma = text[..near].trim_end_matches([',', ';']).rfind([',', ';'])?;
        six(comma + 1).filter(|r| text[r.end..].starts_with([',', ';']) && r.end + 12 > near)
    };
    if let Some(range) = labelled.or_else(bare) {
        let range = base + range.start..base + range.end;
        claims.add(range.clone());
        contact.postcode = Some(Text { value: view.printed(range.clone()), span: view.span(range) });
    }
}

fn address(view: &View<'_>, base: usize, text: &str, contact: &mut Contact, claims: &mut Claims) {
    if contact.address.is_some() {
        return;
    }
    let Some(range) = labelled_address(text).or_else(|| bare_address(text)) else { return };
    let range = base + range.start..base + range.end;
    claims.add(range.clone());
    contact.address = Some(Text { value: view.printed(range.clone()), span: view.span(range) });
}

fn labelled_address(text: &str) -> Option<Range<usize>> {
    for (at, label) in ADDRESS_LABELS.places(text) {
        let rest = &text[at + label.len()..];
        let value = rest.trim_start_matches([':', ',', ' ', '为', '是', '在']);
        let value = words!["位于", "设在", "设于"].opening(value).map_or(value, |word| &value[word.len()..]);
        let start = at + label.len() + (rest.len() - value.len());
        if text[..at].ends_with(['网', '址']) {
            continue;
        }
        // 联系方式:校长办公室,地址学府路1号305室,…: without a sign the label opens its clause and a door ends the value.
        let unsigned = rest.len() == value.len();
        let opens = at == 0 || text[..at].ends_with([',', ';', ':', '(', ' ', '。']);
        let end = start + value_end(value);
        let words = &text[start..end];
        let place = words.contains(['路', '街', '道', '号', '区', '镇', '县', '市', '村', '园', '城']);
        let told = !unsigned || opens && words.ends_with(DOORS);
        if told && place && words.chars().count() >= 4 && !words.contains("http") && !words.contains('@') {
            return Some(start..end);
        }
    }
    None
}

/// An address ends at a sign or where the next label begins.
fn value_end(value: &str) -> usize {
    let sign = value.find([';', ',', '。', '\n', '|']).unwrap_or(value.len());
    let closing = closing_bracket(value).unwrap_or(value.len());
    let labels = PHONE_LABELS
        .iter()
        .chain(&FAX_LABELS)
        .chain(&POSTCODE_LABELS)
        .chain(["电子邮箱", "邮箱", "网址", "E-mail", "联系", "电子信箱", "(邮", "(电"].iter());
    let label = labels.filter_map(|label| value.find(label)).filter(|&i| i > 0).min().unwrap_or(value.len());
    value[..sign.min(closing).min(label)].trim_end_matches([' ', ',', ';', ':', '、', '(']).len()
}

/// A ) that closes a bracket opened before the value.
fn closing_bracket(value: &str) -> Option<usize> {
    let mut depth = 0;
    for (i, c) in value.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(i),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// "请与…联系,江苏省南通市东澜大道66号行政楼305室,226019,电话…": an address in a row of contact details.
fn bare_address(text: &str) -> Option<Range<usize>> {
    let near = ["电话", "邮编"].iter().filter_map(|label| text.find(label)).min()?;
    let sentence = text[..near]
        .rfind(['。', '(', '\n'])
        .map_or(0, |i| i + text[i..].chars().next().map_or(0, char::len_utf8));
    let mut start = sentence;
    for segment in text[sentence..near].split([',', ';', ':']) {
        let road = segment.contains(['路', '街', '道', '巷', '镇', '区', '村']);
        let door = segment.ends_with(DOORS);
        let digits = segment.bytes().any(|b| b.is_ascii_digit());
        if road
            && door
            && digits
            && (6..=50).contains(&segment.chars().count())
            && !segment.contains(['《', '〔'])
        {
            return Some(start..start + segment.len());
        }
        start += segment.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Contact {
        let view = View::new(text);
        find(&view, &crate::tables::vocabulary().find(&view.text), &mut Claims::default())
    }

    fn values(list: &[Text]) -> Vec<&str> {
        list.iter().map(|t| t.value.as_str()).collect()
    }

    #[test]
    fn bracketed_run() {
        let c = of(
            "请与学校办公室联系(地址:山东省烟台市栖霞岭路18号;邮编:264977;电话:0535-6650101、6650102;传真:0535-6650103;电子邮箱:xxgk@qxlnu.edu.cn)。",
        );
        assert_eq!(c.address.unwrap().value, "山东省烟台市栖霞岭路18号");
        assert_eq!(c.postcode.unwrap().value, "264977");
        assert_eq!(values(&c.phones), ["0535-6650101", "6650102"]);
        assert_eq!(values(&c.faxes), ["0535-6650103"]);
        assert_eq!(values(&c.emails), ["xxgk@qxlnu.edu.cn"]);
    }

    #[test]
    fn label_without_a_sign() {
        let c = of("联系方式:洮阳大学校长办公室,地址洮阳市学府路1号行政楼305室,邮政编码137009。");
        assert_eq!(c.address.unwrap().value, "洮阳市学府路1号行政楼305室");
        assert!(of("学校公布了地址、路线和3号楼。").address.is_none());
    }

    #[test]
    fn without_labels() {
        let c = of(
            "请与办公室联系,江苏省南通市东澜大道66号行政楼305室,226019,电话0513-85990066,传真0513-85990067。",
        );
        assert_eq!(c.address.unwrap().value, "江苏省南通市东澜大道66号行政楼305室");
        assert_eq!(c.postcode.unwrap().value, "226019");
        assert_eq!(values(&c.phones), ["0513-85990066"]);
        assert_eq!(values(&c.faxes), ["0513-85990067"]);
    }

    #[test]
    fn odd_forms() {
        assert_eq!(values(&of("联系人及电话：党委办公室韦老师，0774～5228616").phones), ["0774～5228616"]);
        assert_eq!(values(&of("电话,029-88640290。").phones), ["029-88640290"]);
        assert_eq!(values(&of("联络:Tel 0580-8801 2233  E-mail t@qnic.edu.cn").phones), ["0580-88012233"]);
        assert_eq!(values(&of("电话：0371-6XXXX218，邮箱：xxgk****@163.com。").emails), ["xxgk****@163.com"]);
        assert!(of("版权所有 地址:上海市浦溪路1000号 电话:021-67850012").address.is_none());
        assert!(of("开通24部热线,接听来电9130余个,公开信息12345678条").phones.is_empty());
    }
}
