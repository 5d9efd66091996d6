//! The parts that the preamble announces: 本报告由概述、主动公开情况……八个部分组成.

use crate::frame::Frame;
use crate::lexis::label::label_at;
use crate::lexis::numeral::{numeral_at, starts_han};
use crate::lexis::signs::{closes_quote, opens_quote};
use crate::lexis::words::{Words, words};
use crate::model::{DeclaredParts, Text};
use crate::outline::names_a_part;
use crate::reading::View;
use std::ops::Range;

/// Verbs before the list.
const OPENERS: &Words = words![
    "依次说明",
    "依次为",
    "依次是",
    "分别说明",
    "依次介绍",
    "内容包括",
    "全文包括",
    "主要包括",
    "报告包括",
    "分为",
    "包括",
    "由",
    "包含",
    "共分",
    "内容:",
    "内容为",
    "分",
    "共有",
    "主要从",
    "计有",
    "涵盖",
    "涉及",
    "设",
    "共",
    "含",
];
/// Finds the announcement in the preamble.
pub(crate) fn find(view: &View<'_>, frame: &Frame) -> Option<DeclaredParts> {
    let preamble = frame.preamble.clone();
    let words = view.words(preamble.clone());
    let mut start = preamble.start;
    for sentence in words.split_inclusive(['。', '\n']) {
        let range = start..start + sentence.trim_end_matches(['。', '\n']).len();
        start += sentence.len();
        if let Some(found) = in_sentence(view, range) {
            return Some(found);
        }
    }
    None
}

fn in_sentence(view: &View<'_>, sentence: Range<usize>) -> Option<DeclaredParts> {
    let words = view.words(sentence.clone());
    let numbered = words!["部分", "部份", "方面", "章", "块", "项"].any(words);
    if !numbered
        && !words!["包括", "包含", "涵盖", "内容", "组成", "构成", "分为", "依次", "分别说明"].any(words)
    {
        return None;
    }
    let counted = if numbered { stated_count(words) } else { None };
    if let Some((count, at, end)) = counted {
        // The list stands before the count (由…等八个部分组成) or behind it (分八个部分:…).
        let before = list_before(view, sentence.start, words, at, count);
        let behind = list_behind(words, end);
        let after = behind
            .map(|from| items(view, sentence.start + from..sentence.end, Some(count)))
            .filter(|list| list.len() > 1);
        let parts = before.filter(|list| list.len() > 1).or(after).unwrap_or_default();
        let self_speaking =
            !parts.is_empty() || words!["报告", "全文", "年报", "总结", "本文"].any(&words[..at]);
        if !self_speaking {
            return None;
        }
        let span = parts.first().map_or_else(
            || view.span(sentence.start + at..sentence.start + end),
            |first| {
                let here = view.span(sentence.start + at..sentence.start + end);
                crate::model::Span::new(
                    first.span.start.min(here.start),
                    here.end.max(parts.last().map_or(0, |p| p.span.end)),
                )
            },
        );
        return Some(DeclaredParts { count: Some(count), parts, span });
    }
    // Without a number: 全文包括…, 内容:….
    let at = OPENERS
        .iter()
        .filter(|o| o.chars().count() >= 2 || *o == "由")
        .filter_map(|o| words.find(o).map(|i| (i, o.len())))
        .min()?;
    let head = &words[..at.0];
    // 全文包括…, 内容:…: the words that open the list say what it is of.
    let labelled = words!["全文", "报告", "内容"].any(&words[at.0..at.0 + at.1]);
    if !labelled
        && !["报告", "全文", "年报", "总结", "内容", "本文"]
            .iter()
            .any(|word| head.ends_with(word) || head.contains(word))
    {
        return None;
    }
    // 报告由以下部分组成:…
    let colon = ["组成:", "构成:"].iter().find_map(|verb| words.find(verb).map(|i| i + verb.len()));
    let from = colon.filter(|&colon| colon > at.0).unwrap_or(at.0 + at.1);
    let parts = items(view, sentence.start + from..sentence.end, None);
    let topical = parts.iter().filter(|p| names_a_part(&View::new(&p.value).text)).count();
    if parts.len() < 3 || topical * 3 < parts.len() * 2 {
        return None;
    }
    let span = crate::model::Span::new(parts[0].span.start, parts[parts.len() - 1].span.end);
    Some(DeclaredParts { count: None, parts, span })
}

/// Where a list behind the number begins: 六个部分:…, 六部分,包括…, 六个部分,分别是….
fn list_behind(words: &str, end: usize) -> Option<usize> {
    let rest = &words[end..];
    let rest = ["组成", "构成"].iter().find_map(|verb| rest.strip_prefix(verb)).unwrap_or(rest);
    let mut core = rest.trim_start_matches([',', ' ', '内', '容']);
    let opened = core.starts_with(':');
    core = core.trim_start_matches(':');
    let verb = ["分别是", "分别为", "依次是", "依次为", "主要包括", "包括", "即", "为", "是"]
        .iter()
        .find_map(|verb| core.strip_prefix(verb));
    let list = verb.unwrap_or(core).trim_start_matches(':');
    (opened || verb.is_some()).then(|| words.len() - list.len())
}

/// 八个部分, 7部分, 六个方面: the number, where it starts, where the words end.
fn stated_count(words: &str) -> Option<(u32, usize, usize)> {
    for (at, c) in words.char_indices() {
        if !c.is_ascii_digit() && !starts_han(c) || words[..at].ends_with('第') {
            continue;
        }
        let Some(number) = numeral_at(words, at) else { continue };
        let rest = &words[number.end..];
        let rest = rest.strip_prefix('个').or_else(|| rest.strip_prefix('大')).unwrap_or(rest);
        let noun = ["部分", "方面", "章", "板块", "篇章", "项内容", "项", "部份", "块"]
            .iter()
            .find(|noun| rest.starts_with(**noun));
        if let (Some(noun), Some(value)) = (noun, number.value.as_integer())
            && (2..=20).contains(&value)
        {
            let end = words.len() - rest.len() + noun.len();
            return Some((value as u32, at, end));
        }
    }
    None
}

fn list_before(view: &View<'_>, base: usize, words: &str, at: usize, count: u32) -> Option<Vec<Text>> {
    let head = &words[..at];
    let lists = |from: usize| {
        let signs = head[from..].matches(['、', ',', ';', '/']).count();
        signs.max(head[from..].matches(closes_quote).count()) >= 1.max(count.saturating_sub(2) as usize)
    };
    let speaks = |i: usize| {
        words!["报告", "全文", "年报", "总结", "内容", "本文", "共", "分"].any(&head[..i])
            || i == 0
            || head[..i].ends_with(',')
    };
    // The opener nearest before a list of several items.
    let openers: Vec<_> = OPENERS.places(head).collect();
    let nearest = openers.iter().rev().find(|&&(i, opener)| lists(i + opener.len()) && speaks(i));
    if let Some(from) = nearest.map(|(i, opener)| i + opener.len()) {
        return Some(items(view, base + from..base + at, Some(count)));
    }
    // 现将工作按组织领导、主动公开……六个方面报告如下: work may be told by aspects too, parts are what their names say.
    let (i, opener) =
        words!["按", "就", "从"].places(head).filter(|&(i, word)| lists(i + word.len())).last()?;
    let reports = words!["报告", "呈报", "汇报", "公布", "函告", "函报", "说明"].any(&words[at..]);
    let list = items(view, base + i + opener.len()..base + at, Some(count));
    let topical = list.iter().filter(|item| names_a_part(&View::new(&item.value).text)).count();
    // 从概述、主动公开……等七个方面,如实反映: told by its names alone, unless it is of the work.
    let of_the_work =
        words!["推进", "开展", "加强", "落实", "抓好", "做好", "着手", "入手", "发力"].any(&words[at..]);
    let told = topical * 4 >= list.len() * 3 && !of_the_work;
    (reports && topical * 2 >= list.len() || told).then_some(list)
}

/// Splits the list into titles.
fn items(view: &View<'_>, range: Range<usize>, count: Option<u32>) -> Vec<Text> {
    let words = view.words(range.clone());
    // What follows the verb of the list is another clause.
    let mut end = ["组成", "构成"].iter().filter_map(|verb| words.find(verb)).min().unwrap_or(words.len());
    // 从概述、主动公开……等方面加以说明
    end = ["等方面", "等几个方面"].iter().filter_map(|noun| words[..end].find(noun)).min().unwrap_or(end);
    // …、改进措施,统计数据截取…这一时段: another clause.
    let other = [",统计", ",数据", ",本报告", ",报告期", ",时间", ",所列", ",截至"];
    end = other.iter().filter_map(|clause| words[..end].find(clause)).min().unwrap_or(end);
    for tail in [
        "组成",
        "构成",
        "内容",
        "等方面",
        "等事项",
        "等部分",
        "等内容",
        "等",
        "共",
        "共计",
        "总计",
        "合计",
        "及附表",
        "这",
        "几个部分",
        "几部分",
        "等几个部分",
    ] {
        if let Some(cut) = words[..end].strip_suffix(tail) {
            end = cut.len();
        }
    }
    let words = words[..end].trim_end_matches(['等', '共', '、', ',']);
    let mut pieces = [';', ',', '、', '/']
        .map(|separator| split_at(words, separator))
        .into_iter()
        .max_by_key(|list| worth(words, list, count))
        .unwrap_or_default();
    pieces.retain(|piece| !words[piece.clone()].trim().is_empty());
    // 经验、存在的问题和改进措施 is one part: a piece that only continues the topic before it is taken back.
    let mut merged: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        let text = &words[piece.clone()];
        let continues =
            words!["存在", "问题", "改进", "复议", "行政复议", "诉讼", "不足", "措施", "行政诉讼"].open(text);
        match merged.last_mut() {
            Some(last) if continues && related(&words[last.clone()], text) => last.end = piece.end,
            _ => merged.push(piece),
        }
    }
    if let Some(count) = count {
        if merged.len() as u32 > count {
            // Merging went not far enough or the list is longer than announced: leave it as printed.
        } else if (merged.len() as u32) < count {
            let missing = count as usize - merged.len();
            split_last(words, &mut merged, missing);
        }
    } else if merged.len() > 2 {
        split_last_unlike(words, &mut merged);
    }
    merged
        .into_iter()
        .filter_map(|piece| {
            let text = &words[piece.clone()];
            let trimmed = text.trim_start_matches(|c| opens_quote(c) || matches!(c, ' ' | ':'));
            let trimmed = trimmed.strip_prefix("以及").unwrap_or(trimmed);
            // (1)概述;(2)主动公开情况; 一是概述: the number is no part of the title.
            let point = trimmed.split_once('是').filter(|(number, _)| number.chars().all(starts_han));
            let trimmed = point.filter(|(number, _)| !number.is_empty()).map_or(trimmed, |(_, title)| title);
            let trimmed = label_at(trimmed).map_or(trimmed, |label| trimmed[label.len..].trim_start());
            let trimmed = trimmed
                .strip_prefix('分')
                .filter(|rest| rest.starts_with(['概', '工', '信']))
                .unwrap_or(trimmed);
            let start = piece.start + (text.len() - trimmed.len());
            let stop = piece.start
                + text.trim_end_matches(|c| closes_quote(c) || matches!(c, ' ' | ',' | '等')).len();
            (stop > start).then(|| {
                let range = range.start + start..range.start + stop;
                Text { value: view.printed(range.clone()), span: view.span(range) }
            })
        })
        .collect()
}

/// Pieces between separators outside quotes and brackets; also cut at ,以及 and between closing and opening quotes.
fn split_at(words: &str, separator: char) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut depth = 0i32;
    let mut from = 0;
    for (i, c) in words.char_indices() {
        let behind = &words[i + c.len_utf8()..];
        if opens_quote(c) || c == '(' {
            // “概述”“主动公开情况”: quotes without separators.
            // …” 和“其他事项”
            let before = words[..i].trim_end_matches(['和', '及', '与', '以']);
            if depth == 0 && i > from && before.ends_with(closes_quote) {
                pieces.push(from..before.len());
                from = i;
            }
            depth += 1;
        } else if closes_quote(c) || c == ')' {
            depth -= 1;
        } else if depth <= 0 && (c == separator || c == ',' && behind.starts_with("以及")) {
            pieces.push(from..i);
            from = i + c.len_utf8() + if behind.starts_with("以及") { "以及".len() } else { 0 };
        }
    }
    pieces.push(from..words.len());
    pieces
}

/// How well a division reads as a list of parts: pieces that name a part, less those that do not; the announced number
/// decides between equals.
fn worth(words: &str, pieces: &[Range<usize>], count: Option<u32>) -> (i64, i64) {
    let topical = pieces.iter().filter(|piece| names_a_part(&words[(*piece).clone()])).count() as i64;
    let plain = pieces.iter().filter(|piece| words[(*piece).clone()].contains([',', ';'])).count() as i64;
    let off = count.map_or(0, |count| (i64::from(count) - pieces.len() as i64).abs());
    (topical - 2 * (pieces.len() as i64 - topical) - plain, -off)
}

/// 经验 goes on with 问题, 举报 with 复议.
fn related(last: &str, next: &str) -> bool {
    let improvement = ["经验", "做法", "问题", "成效", "亮点"]
        .iter()
        .any(|word| last.ends_with(word) || last.contains(word))
        && words!["问题", "改进", "不足", "措施", "存在"].any(next);
    let remedy = ["举报", "投诉", "复议"].iter().any(|word| last.ends_with(word))
        && ["复议", "诉讼"].iter().any(|word| next.starts_with(word) || next.starts_with("行政"));
    improvement || remedy
}

/// The last piece holds several parts joined by 和 or 及: split until the announced number is reached.
fn split_last(words: &str, pieces: &mut Vec<Range<usize>>, missing: usize) {
    for _ in 0..missing.min(2) {
        let Some(last) = pieces.last().cloned() else { return };
        let text = &words[last.clone()];
        let Some((i, word)) = ["以及", "和", "及", "与"]
            .iter()
            .filter_map(|word| text.rfind(word).map(|i| (i, *word)))
            // 以及 ends with 及.
            .max_by_key(|(i, word)| (i + word.len(), word.len()))
        else {
            return;
        };
        if i == 0 || i + word.len() >= text.len() {
            return;
        }
        pieces.pop();
        pieces.push(last.start..last.start + i);
        pieces.push(last.start + i + word.len()..last.end);
    }
}

/// Without a number: split the last piece only where both halves name different parts.
fn split_last_unlike(words: &str, pieces: &mut Vec<Range<usize>>) {
    let Some(last) = pieces.last().cloned() else { return };
    let text = &words[last.clone()];
    for word in ["以及", "和", "及"] {
        if let Some(i) = text.find(word) {
            let (a, b) = (&text[..i], &text[i + word.len()..]);
            let topic = |s: &str| crate::outline::title_role(s);
            if let (Some(x), Some(y)) = (topic(a), topic(b))
                && x != y
            {
                pieces.pop();
                pieces.push(last.start..last.start + i);
                pieces.push(last.start + i + word.len()..last.end);
            }
            return;
        }
    }
}
