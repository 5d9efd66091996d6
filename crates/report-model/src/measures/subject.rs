//! The words that say what a quantity counts.

use super::{Context, Draft};
use crate::lexis::words::{Endings, Words, endings, joined, words};
use crate::reading::View;

/// Words that name nothing.
const FILLERS: [&str; 33] = [
    "其中",
    "包括",
    "共计",
    "合计",
    "总计",
    "累计",
    "全年",
    "本学年",
    "学年内",
    "年内",
    "共",
    "通过",
    "在",
    "以",
    "约",
    "近",
    "超过",
    "达到",
    "达",
    "为",
    "有",
    "和",
    "及",
    "并",
    "已",
    "各",
    "计",
    "含",
    "另",
    "余下",
    "其余",
    "则",
    "了",
];
/// Verbs and fillers that open a clause without naming what is counted.
const OPENING: &Words = words!(in &joined::<{ FILLERS.len() + 3 }>(&[&FILLERS, &["分别为", "另有", "还有"]]));
/// Those that may stand right before the number.
const CLOSING: &Endings = endings!(in &FILLERS);

/// The clause before the number without fillers; where that is empty, the noun behind the unit.
pub(super) fn of(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Option<String> {
    let view = ctx.view;
    let draft = &drafts[i];
    let lead = view.words(draft.lead.clone());
    let cut = lead
        .rfind([',', ';', ':', '、', '(', ')', '。'])
        .map_or(0, |at| at + lead[at..].chars().next().map_or(0, char::len_utf8));
    let mut start = draft.lead.start + cut;
    let mut end = draft.lead.end;
    trim(view, &mut start, &mut end);
    if end > start && view.words(start..end).chars().count() >= 2 {
        return Some(clip(view, start, end));
    }
    // 录取12人, 12名学生: the noun behind.
    let tail = ctx.tail(drafts, i);
    let words = view.words(tail.clone());
    let stop = words.find([',', ';', '。', '、', '(', ')', ':', '\n']).unwrap_or(words.len());
    let (mut start, mut end) = (tail.start, tail.start + stop);
    trim(view, &mut start, &mut end);
    (end > start).then(|| clip(view, start, end))
}

fn trim(view: &View<'_>, start: &mut usize, end: &mut usize) {
    loop {
        let words = view.words(*start..*end);
        if let Some(word) = OPENING.opening(words) {
            *start += word.len();
        } else if let Some(word) = CLOSING.closing(words) {
            *end -= word.len();
        } else {
            return;
        }
    }
}

fn clip(view: &View<'_>, start: usize, end: usize) -> String {
    let printed = view.printed(start..end);
    match printed.chars().count().checked_sub(40) {
        None | Some(0) => printed,
        Some(more) => printed.chars().skip(more).collect(),
    }
}
