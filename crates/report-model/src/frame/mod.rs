//! The frame: what each line outside the numbered body is for: chrome of the page, letter, title, preamble, signature.
//!
//! Knows layouts; knows nothing of the report's content.

pub(crate) mod letter;
mod lines;
pub(crate) mod names;
pub(crate) mod page;
mod signature;
mod title;

pub(crate) use lines::LineKind;

use crate::model::{Letter, Page, Signed};
use crate::outline::Outline;
use crate::reading::View;
use crate::tables::Hits;
use std::ops::Range;

/// The frame of a text.
#[derive(Debug)]
pub(crate) struct Frame {
    /// The report's title; may run over several lines of the view.
    pub title: Option<Range<usize>>,
    /// The institution's name inside or right above the title.
    pub title_name: Option<Range<usize>>,
    /// From behind the title to the first heading.
    pub preamble: Range<usize>,
    /// The preamble and the parts, without signature and chrome.
    pub body: Range<usize>,
    /// What each line is, by index.
    pub kinds: Vec<LineKind>,
    pub page: Page,
    pub letter: Option<Letter>,
    pub signed: Signed,
    /// The range of the signature's name, for the institution.
    pub signed_name: Option<Range<usize>>,
}

impl Frame {
    /// Reads the frame. Linear in the number of lines.
    pub(crate) fn read(view: &View<'_>, hits: &Hits, outline: &Outline) -> Self {
        let mut kinds = lines::classify(view, hits, outline);
        let first = outline.first_line().unwrap_or(view.lines.len());
        let title = title::find(view, &mut kinds, first).or_else(|| {
            let holds_it = outline.roles().len() >= 3;
            holds_it.then(|| title::of_letter(view, &mut kinds, first))?
        });
        let after_title = title.as_ref().map_or(0, |t| t.end_line + 1);
        let letter = letter::find(view, &mut kinds, first, after_title);
        let signature = signature::find(view, &mut kinds, outline, after_title, first);
        let page = page::find(view, &kinds);
        let line_start = |i: usize| view.lines.get(i).map_or(view.text.len(), |l| l.start);
        let preamble_line =
            (after_title..first).find(|&i| kinds[i] == LineKind::Prose).unwrap_or(first.min(kinds.len()));
        let body_start = line_start(preamble_line);
        let body_end = body_end(view, &kinds, preamble_line);
        Self {
            title: title.as_ref().map(|t| t.range.clone()),
            title_name: title.and_then(|t| t.name),
            preamble: body_start..line_start(first).max(body_start),
            body: body_start..body_end.max(body_start),
            kinds,
            page,
            letter,
            signed: signature.signed,
            signed_name: signature.name,
        }
    }
}

/// Behind the last line that belongs to the report's text.
fn body_end(view: &View<'_>, kinds: &[LineKind], from: usize) -> usize {
    let mut end = from;
    for (i, kind) in kinds.iter().enumerate().skip(from) {
        if matches!(kind, LineKind::Prose | LineKind::Heading | LineKind::Table) {
            end = i;
        }
    }
    // 八、其他需要报告的事项 / 无: a short word below the last heading is that part's text.
    if kinds.get(end) == Some(&LineKind::Heading) && kinds.get(end + 1) == Some(&LineKind::Short) {
        end += 1;
    }
    view.lines.get(end).map_or(view.text.len(), |line| line.end)
}
