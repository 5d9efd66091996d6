//! Stated problems and planned measures, one entry a point.
//!
//! Points are 一是…二是…, （一）…, or the clauses of a sentence that names problems or plans; they are looked for in the part
//! on experience, problems and measures.

use crate::lexis::numeral::is_label_numeral;
use crate::lexis::words::{Words, words};
use crate::model::{Point, Role};
use crate::outline::Outline;
use crate::reading::View;
use std::ops::Range;

const PROBLEM: &Words = words![
    "不足",
    "问题",
    "差距",
    "薄弱",
    "短板",
    "有待",
    "不够",
    "滞后",
    "欠缺",
    "不平衡",
    "不及时",
    "困难",
    "缺憾",
    "偏少",
    "不强",
    "粗疏"
];
const PLAN: &Words = words![
    "下一步",
    "今后",
    "下一学年",
    "下学年",
    "明年",
    "新学年",
    "来年",
    "下一年",
    "将",
    "打算",
    "改进措施",
    "计划",
    "拟",
    "努力方向",
    "继续",
    "接下来",
];

/// Problems and improvements of the report.
pub(crate) fn find(
    view: &View<'_>,
    outline: &Outline,
    sentences: &[Range<usize>],
) -> (Vec<Point>, Vec<Point>) {
    let (mut problems, mut improvements) = (Vec::new(), Vec::new());
    let mut planning = false;
    // The heading above says that all of it is problems.
    let mut named_problems = false;
    let mut part = None;
    for sentence in sentences {
        if outline.role_at(sentence.start) != Some(Role::Improvement) {
            continue;
        }
        let here = outline.part_at(sentence.start);
        if here != part {
            part = here;
            named_problems = false;
            if let Some(heading) = outline.path(here).next() {
                let title = view.words(heading.title.clone());
                let plan = PLAN.any(title) || words!["措施", "改进", "举措", "对策"].any(title);
                let problem = PROBLEM.any(title);
                if plan != problem {
                    planning = plan;
                    named_problems = problem;
                }
            }
        }
        if in_title(outline, sentence)
            || words!["http", "//", "www.", "序号"].any(view.words(sentence.clone()))
        {
            continue;
        }
        let words = view.words(sentence.clone());
        let problem = PROBLEM.any(words);
        let plan_at = PLAN.first(words).map(|(at, _)| at);
        if let Some(at) = plan_at {
            planning = !problem || at < words.len() / 3 || planning;
        } else if problem || named_problems {
            planning = false;
        }
        if !problem && plan_at.is_none() && !planning && !named_problems {
            continue;
        }
        let list = if planning { &mut improvements } else { &mut problems };
        for range in points(view, sentence.clone()) {
            list.push(Point { value: view.printed(range.clone()), span: view.span(range) });
        }
    }
    (problems, improvements)
}

fn in_title(outline: &Outline, sentence: &Range<usize>) -> bool {
    outline.part_at(sentence.start).is_some_and(|p| {
        sentence.end <= outline.headings[p].body && sentence.start < outline.headings[p].title.end
    })
}

/// The points of a sentence: by 一是, 二是; else by ; ; else the sentence behind its colon.
fn points(view: &View<'_>, sentence: Range<usize>) -> Vec<Range<usize>> {
    let words = view.words(sentence.clone());
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for (at, _) in words.match_indices('是') {
        let before = words[..at].chars().next_back();
        if before.is_some_and(is_label_numeral) {
            let start = at - before.map_or(0, char::len_utf8);
            let opens = words[..start]
                .chars()
                .next_back()
                .is_none_or(|c| matches!(c, ',' | ';' | ':' | '。' | '、' | '\n' | '足' | '题'));
            if opens || marks.is_empty() {
                marks.push((start, at + '是'.len_utf8()));
            }
        }
    }
    let mut list = Vec::new();
    if marks.len() >= 2 {
        for (i, &(_, from)) in marks.iter().enumerate() {
            let to = marks.get(i + 1).map_or(words.len(), |m| m.0);
            list.push(trimmed(view, sentence.start + from..sentence.start + to));
        }
    } else {
        let from = words.find(':').map_or(0, |i| i + 1);
        let mut at = from;
        for piece in words[from..].split_inclusive(';') {
            list.push(trimmed(view, sentence.start + at..sentence.start + at + piece.len()));
            at += piece.len();
        }
    }
    list.retain(|range| view.words(range.clone()).chars().count() >= 4);
    list
}

fn trimmed(view: &View<'_>, range: Range<usize>) -> Range<usize> {
    let words = view.words(range.clone());
    let start = range.start + (words.len() - words.trim_start_matches([',', ';', ':', ' ', '、']).len());
    let end = range.start + words.trim_end_matches([',', ';', ':', ' ', '、', '。', '\n']).len();
    start..end.max(start)
}
