//! From bytes to characters: byte order mark, declared name, else what the bytes themselves say.
//!
//! A declared name is often wrong (a page saved in another encoding than its meta says), so it only leads where the text
//! that it gives reads as well as any other. Nothing is ever refused: what fits no encoding becomes U+FFFD, counted.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, without byte order mark.
    pub text: String,
    /// Name of the encoding, as the web platform spells it.
    pub encoding: &'static str,
    /// Places that could not be decoded, each now U+FFFD.
    pub replaced: usize,
    /// The declared name was put aside, because the bytes say otherwise.
    pub overruled: bool,
}

/// Decodes bytes; `declared` is what a header or a meta element calls the encoding.
///
/// ```
/// let decoded = report_ingest::decode(b"\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA", None);
/// assert_eq!((decoded.text.as_str(), decoded.encoding), ("信息公开", "gb18030"));
/// ```
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = utf16(bytes) {
        return with(encoding, bytes);
    }
    let declared = declared.and_then(|name| Encoding::for_label(name.trim().as_bytes())).map(widened);
    // Text that is valid UTF-8 and not ASCII is UTF-8, whatever is declared.
    if let Ok(text) = std::str::from_utf8(bytes) {
        let overruled = declared.is_some_and(|d| d != UTF_8) && !bytes.is_ascii();
        return Decoded { text: text.to_owned(), encoding: UTF_8.name(), replaced: 0, overruled };
    }
    let mut decoded = best(bytes, declared);
    decoded.overruled = declared.is_some_and(|d| d.name() != decoded.encoding);
    decoded
}

/// Of the encodings that come into question, the one whose text reads best; the first of equals.
fn best(bytes: &[u8], declared: Option<&'static Encoding>) -> Decoded {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guessed = widened(detector.guess(None, Utf8Detection::Allow));
    let mut list: Vec<&'static Encoding> = declared.into_iter().collect();
    for encoding in [guessed, GB18030, BIG5, UTF_8] {
        if !list.contains(&encoding) {
            list.push(encoding);
        }
    }
    let score = |encoding: &'static Encoding| {
        let decoded = with(encoding, sample);
        usual(&decoded.text) - 12 * decoded.replaced as i64
    };
    let mut chosen = (list[0], score(list[0]));
    for &encoding in &list[1..] {
        let points = score(encoding);
        if points > chosen.1 {
            chosen = (encoding, points);
        }
    }
    with(chosen.0, bytes)
}

/// Enough to tell an encoding by.
const SAMPLE: usize = 32 << 10;

/// Frequent characters of Chinese prose and of these reports, in both scripts.
const USUAL: &str = "的一是不了在人有我他这中大来上国个到说们为和年月日信息公开学校院工作度报告情况部门网站发布主动依申请教育办法规定及其以等条例管理招生财务师职业技术制度社会监督数据本统计时间學開報況門網發動請辦規條師職業術會據統計時間為與於";

/// How many characters are usual ones; private and unassigned ones count against.
fn usual(text: &str) -> i64 {
    text.chars()
        .map(|c| match c {
            '\u{e000}'..='\u{f8ff}' => -4,
            '\u{80}'..='\u{ff}' => -2,
            c if c.is_ascii() => 0,
            '，' | '。' | '、' | '：' | '；' | '（' | '）' | '《' | '》' => 1,
            c if USUAL.contains(c) => 1,
            _ => 0,
        })
        .sum()
}

/// GBK and its kin decode as GB18030, which holds them all.
fn widened(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

/// UTF-16 without a mark: the zero bytes of its ASCII characters and the high bytes of its Han characters stand on one
/// side.
pub(crate) fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if sample.starts_with(&[0xFF, 0xFE]) {
        return Some(UTF_16LE);
    }
    if sample.starts_with(&[0xFE, 0xFF]) {
        return Some(UTF_16BE);
    }
    if sample.len() < 4 || std::str::from_utf8(sample).is_ok_and(|text| !text.contains('\0')) {
        return None;
    }
    let pairs = sample.len() / 2;
    // Line ends, blanks and digits have a zero byte; Han characters have 4E–9F, their signs 30 and FF.
    let high = |byte: u8| matches!(byte, 0 | 0x20 | 0x30 | 0x4E..=0x9F | 0xFF);
    let count = |side: usize| sample.chunks_exact(2).filter(|pair| high(pair[side])).count();
    let zeros = |side: usize| sample.chunks_exact(2).filter(|pair| pair[side] == 0).count();
    let (front, back) = (zeros(0), zeros(1));
    if front + back == 0 {
        return None;
    }
    if back > front && count(1) * 10 >= pairs * 9 {
        Some(UTF_16LE)
    } else if front > back && count(0) * 10 >= pairs * 9 {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let mut replaced = 0;
    if had_errors {
        // U+FFFD that was encoded as such is no error; only UTF-8 and UTF-16 can hold it.
        let own = if encoding == UTF_8 { count_own(bytes) } else { 0 };
        replaced = text.matches('\u{fffd}').count().saturating_sub(own).max(1);
    }
    Decoded { text: text.into_owned(), encoding: encoding.name(), replaced, overruled: false }
}

fn count_own(bytes: &[u8]) -> usize {
    bytes.windows(3).filter(|w| *w == [0xEF, 0xBF, 0xBD]).count()
}

/// The charset that a page's meta elements or XML declaration name, from its first bytes.
#[cfg(feature = "html")]
pub(crate) fn declared_in_page(bytes: &[u8]) -> Option<String> {
    let head: Vec<u8> = bytes[..bytes.len().min(8192)].iter().map(u8::to_ascii_lowercase).collect();
    let mut from = 0;
    while let Some(at) = crate::format::find(&head[from..], b"charset") {
        let behind = &head[from + at + 7..];
        let skipped = behind.iter().take_while(|b| matches!(b, b' ' | b'=' | b'"' | b'\'')).count();
        let name: Vec<u8> = behind[skipped..]
            .iter()
            .take(24)
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
            .copied()
            .collect();
        if Encoding::for_label(&name).is_some() {
            return String::from_utf8(name).ok();
        }
        from += at + 7;
    }
    let at = crate::format::find(&head, b"encoding=")?;
    let name: Vec<u8> = head[at + 10..]
        .iter()
        .take(24)
        .take_while(|b| b.is_ascii_alphanumeric() || **b == b'-')
        .copied()
        .collect();
    String::from_utf8(name).ok()
}

/// A part of an office file: UTF-8, or UTF-16 with its mark.
#[cfg(feature = "docx")]
pub(crate) fn decode_xml(bytes: Vec<u8>) -> String {
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => with(encoding, &bytes[mark..]).text,
        None => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "清远湖学院2021-2022学年信息公开工作年度报告\r\n一、概述\r\n学校重视信息公开工作。";
    const TRADITIONAL: &str =
        "清遠湖學院2021-2022學年信息公開工作年度報告\r\n一、概述\r\n學校重視信息公開工作。";

    #[track_caller]
    fn check(bytes: &[u8], declared: Option<&str>, text: &str, encoding: &str) {
        let decoded = decode(bytes, declared);
        assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.replaced), (text, encoding, 0));
    }

    #[test]
    fn encodings_without_a_name() {
        check(REPORT.as_bytes(), None, REPORT, "UTF-8");
        check(format!("\u{feff}{REPORT}").as_bytes(), None, REPORT, "UTF-8");
        check(&GB18030.encode(REPORT).0, None, REPORT, "gb18030");
        check(&BIG5.encode(TRADITIONAL).0, None, TRADITIONAL, "Big5");
        for (order, name) in [(false, "UTF-16LE"), (true, "UTF-16BE")] {
            let bytes: Vec<u8> = REPORT
                .encode_utf16()
                .flat_map(|unit| if order { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect();
            check(&bytes, None, REPORT, name);
        }
    }

    #[test]
    fn wrong_names_are_put_aside() {
        for wrong in ["utf-8", "big5", "iso-8859-1", "nonsense"] {
            check(&GB18030.encode(REPORT).0, Some(wrong), REPORT, "gb18030");
            check(REPORT.as_bytes(), Some("gb2312"), REPORT, "UTF-8");
        }
        assert!(decode(REPORT.as_bytes(), Some("gbk")).overruled);
        check(&BIG5.encode(TRADITIONAL).0, Some("gb2312"), TRADITIONAL, "Big5");
    }

    #[test]
    fn damage_is_counted() {
        let mut bytes = GB18030.encode(REPORT).0.into_owned();
        bytes.extend([0xFF, 0xFF]);
        let decoded = decode(&bytes, None);
        assert_eq!((decoded.encoding, decoded.replaced), ("gb18030", 2));
        assert!(decoded.text.starts_with(REPORT));
        let mut bytes = REPORT.as_bytes().to_vec();
        bytes.truncate(bytes.len() - 1);
        let decoded = decode(&bytes, None);
        assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", 1));
    }

    #[test]
    #[cfg(feature = "html")]
    fn names_in_pages() {
        let name = |page: &str| declared_in_page(page.as_bytes());
        assert_eq!(name("<meta charset=\"GBK\">").as_deref(), Some("gbk"));
        assert_eq!(name("<META content='text/html; charset=gb2312'>").as_deref(), Some("gb2312"));
        assert_eq!(name("<?xml version=\"1.0\" encoding=\"utf-8\"?>").as_deref(), Some("utf-8"));
        assert_eq!(name("<p>charset</p>"), None);
    }
}
