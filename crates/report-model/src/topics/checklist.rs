//! Items of the checklist (教办函〔2014〕23号) that the report touches.

use crate::lexis::words::words;
use crate::model::{ChecklistEntry, ChecklistStatus, Link};
use crate::order;
use crate::reading::View;
use crate::tables::{Cue, Hits};
use std::ops::Range;

/// Most places listed for one item.
const PLACES: usize = 12;

/// Items by number, with the places that touch them, addresses on the same line, and what is said.
pub(crate) fn find(view: &View<'_>, hits: &Hits, links: &[Link], body: Range<usize>) -> Vec<ChecklistEntry> {
    let mut list: Vec<ChecklistEntry> = Vec::new();
    for hit in hits.within(body) {
        let Cue::Item(item) = hit.cue else { continue };
        let line = &view.lines[view.lines.partition_point(|l| l.end <= hit.start).min(view.lines.len() - 1)];
        // Tables are read cell by cell (`grids`).
        if view.in_table(*line) {
            continue;
        }
        let span = view.span(hit.start..hit.end);
        let row = view.span(line.range());
        let urls = links
            .iter()
            .filter(|link| row.contains(link.span) && row.len() < 600)
            .map(|link| link.url.clone());
        if let Some(entry) = list.iter_mut().find(|entry| entry.item == item) {
            if entry.spans.len() < PLACES {
                entry.spans.push(span);
            }
            for url in urls {
                if !entry.urls.contains(&url) {
                    entry.urls.push(url);
                }
            }
            if entry.status == ChecklistStatus::NotStated {
                entry.status = status(view, hit.start, hit.end);
            }
        } else {
            let (urls, status) = (urls.collect(), status(view, hit.start, hit.end));
            list.push(ChecklistEntry { item, spans: vec![span], urls, status, department: None });
        }
    }
    order::by_number(&mut list, |entry| u64::from(entry.item));
    list
}

/// What the sentence says of the item.
fn status(view: &View<'_>, start: usize, end: usize) -> ChecklistStatus {
    let text = &*view.text;
    let from = text[..start]
        .rfind(['。', '\n', ';'])
        .map_or(0, |i| i + text[i..].chars().next().map_or(0, char::len_utf8));
    let to = text[end..].find(['。', '\n', ';']).map_or(text.len(), |i| end + i);
    let sentence = &text[from..to];
    if words!["不适用", "不涉及", "无此项"].any(sentence) {
        ChecklistStatus::NotApplicable
    } else if words!["本年度无", "本学年无", "年内无", "未发生此"].any(sentence) {
        ChecklistStatus::NothingThisYear
    } else if words!["公开", "公布", "公示", "发布", "上网", "公告", "http"].any(sentence) {
        ChecklistStatus::Disclosed
    } else {
        ChecklistStatus::NotStated
    }
}
