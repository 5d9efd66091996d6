//! The red-header letter (GB/T 9704) or the addressee above the report.

use super::LineKind;
use crate::facts::document_number;
use crate::model::{Letter, Text};
use crate::reading::View;

/// Finds letter parts above the first heading: …文件, document number, addressee, 附件.
pub(super) fn find(
    view: &View<'_>,
    kinds: &mut [LineKind],
    first_heading: usize,
    after_title: usize,
) -> Option<Letter> {
    let until = first_heading.min(kinds.len()).min(60);
    let text_of = |i: usize| view.line(view.lines[i]);
    let mut letter =
        Letter { issuer: None, document_number: None, addressee: None, title: None, attachments: Vec::new() };
    let mut found = false;
    for (i, kind) in kinds.iter_mut().enumerate().take(until) {
        let (line, text) = (view.lines[i], text_of(i));
        match *kind {
            LineKind::Addressee if letter.addressee.is_none() => {
                let end = line.start + text.trim_end_matches(':').len();
                letter.addressee =
                    Some(Text { value: view.printed(line.start..end), span: view.span(line.start..end) });
                *kind = LineKind::Letter;
                found = true;
            }
            LineKind::Metadata => {
                // 文号: in an index block is the report's own number, where it is filled in.
                if let Some(at) = text.find("文号:") {
                    let from = line.start + at + "文号:".len();
                    let rest = view.words(from..line.end);
                    let len = rest.find(['号']).map(|k| k + '号'.len_utf8());
                    if let Some(number) = len.and_then(|len| document_number::whole(view, from..from + len)) {
                        letter.document_number.get_or_insert(number);
                        found = true;
                    }
                }
            }
            LineKind::Heading | LineKind::Contents => {}
            _ if text.ends_with("文件")
                && text.chars().count() <= 40
                && !text.contains(['《', '。', ',']) =>
            {
                let end = line.end - "文件".len();
                letter.issuer =
                    Some(Text { value: view.printed(line.start..end), span: view.span(line.start..end) });
                *kind = LineKind::Letter;
                found = true;
            }
            LineKind::Short | LineKind::Name | LineKind::Prose if letter.document_number.is_none() => {
                // The number stands alone, or with 签发人 on the same line.
                let core = text.find("签发人").map_or(text, |k| &text[..k]);
                if core.chars().count() <= 30
                    && core.ends_with('号')
                    && core.contains(['〔', '[', '【', '('])
                    && let Some(number) = document_number::whole(view, line.start..line.start + core.len())
                {
                    letter.document_number = Some(number);
                    *kind = LineKind::Letter;
                    found = true;
                }
            }
            _ => {}
        }
        if let Some(rest) = text.strip_prefix("附件:").or_else(|| text.strip_prefix("附:"))
            && !rest.is_empty()
            && rest.chars().count() <= 60
        {
            let start = line.end - rest.len();
            let start = start + crate::lexis::label::label_at(rest).map_or(0, |label| label.len);
            letter
                .attachments
                .push(Text { value: view.printed(start..line.end), span: view.span(start..line.end) });
            *kind = LineKind::Letter;
        }
    }
    if !found {
        return None;
    }
    letter.title = own_title(view, kinds, until, after_title);
    Some(letter)
}

/// 关于报送…的函: the letter's title, where the report's own comes later.
fn own_title(view: &View<'_>, kinds: &[LineKind], until: usize, after_title: usize) -> Option<Text> {
    let before =
        (0..until.min(after_title)).filter(|&i| matches!(kinds[i], LineKind::Short | LineKind::Prose));
    for i in before {
        let mut end = view.lines[i].end;
        let mut words = view.words(view.lines[i].start..end);
        if !words.contains("关于") || words.contains('。') || words.contains('《') {
            continue;
        }
        for k in i..(i + 3).min(until) {
            end = view.lines[k].end;
            words = view.words(view.lines[i].start..end);
            if ["函", "报告", "通知", "请示"].iter().any(|noun| words.ends_with(noun)) {
                let range = view.lines[i].start..end;
                return Some(Text { value: view.printed(range.clone()), span: view.span(range) });
            }
        }
    }
    None
}
