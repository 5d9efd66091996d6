use crate::audit::case::Case;
use crate::audit::form;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::label::label_at;
use crate::order;
use crate::outline::title_role;
use crate::roles::Roles;
use std::ops::Range;

rule! {
    /// ## What it does
    ///
    /// Finds lines that read like headings but carry no number, between numbered headings whose numbers leave room for
    /// them. At the top level such a line must name a prescribed part; below it there must be as many short lines as numbers
    /// are missing.
    ///
    /// ## Why it matters
    ///
    /// Automatic numbering got lost on the way to the web page; readers and programs take the part for a piece of the one
    /// before.
    ///
    /// ## Example
    ///
    /// > 一、概述 …… 主动公开情况 …… 三、依申请公开情况
    ///
    /// ## How to mend
    ///
    /// Number the heading.
    ///
    /// ## Source
    ///
    /// GB/T 9704-2012, 7.3.3: numbers of the levels of headings.
    "RM108" "number-missing" Warning
    "标题缺少序号" "a heading among numbered ones has no number"
    "补上标题序号。"
    "Number the heading."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for Unnumbered { title, .. } in unnumbered(case) {
        notes.fails(Finding::new(
            title.clone(),
            format!("标题“{}”缺少序号", case.words(title.clone())),
            format!("the heading “{}” has no number", case.words(title)),
        ));
    }
}

/// A heading that has lost its number.
pub(super) struct Unnumbered {
    pub title: Range<usize>,
    /// Of the top level.
    pub top: bool,
}

/// Lines between two numbered headings of one list that read like the headings missing there: at the top level lines that
/// name a prescribed part, below it as many short lines as numbers are missing.
pub(super) fn unnumbered(case: &Case<'_>) -> Vec<Unnumbered> {
    let mut found = Vec::new();
    let mut roles: Roles = case.top().flat_map(|i| form::named(case, i).iter()).collect();
    let before = numbered_before(case);
    for (i, part) in case.parts.iter().enumerate() {
        let (Some(ordinal), Some(before)) = (part.ordinal, before[i].map(|b| &case.parts[b])) else { continue };
        let room = ordinal.saturating_sub(before.ordinal.unwrap_or(0) + 1) as usize;
        if room == 0 || room > 20 {
            continue;
        }
        let lines: Vec<Range<usize>> = bare_lines(case, before.title.end..part.range.start).collect();
        if part.parent.is_none() {
            let named = lines.into_iter().filter(|line| {
                title_role(case.words(line.clone()))
                    .is_some_and(|role| form::place(role).is_some() && roles.insert(role))
            });
            found.extend(named.take(room).map(|title| Unnumbered { title, top: true }));
        } else if lines.len() == room {
            found.extend(lines.into_iter().map(|title| Unnumbered { title, top: false }));
        }
    }
    order::by_number(&mut found, |line| line.title.start as u64);
    found
}

/// For each numbered heading the one before it in its list: of the same level, under the same part.
fn numbered_before(case: &Case<'_>) -> Vec<Option<usize>> {
    let list = |i: usize| {
        let part = &case.parts[i];
        order::pair(part.parent.map_or(0, |parent| parent + 1), part.section.level.into())
    };
    let mut numbered: Vec<usize> = (0..case.parts.len()).filter(|&i| case.parts[i].ordinal.is_some()).collect();
    order::by_number(&mut numbered, |&i| list(i));
    let mut before = vec![None; case.parts.len()];
    for pair in numbered.windows(2).filter(|pair| list(pair[0]) == list(pair[1])) {
        before[pair[1]] = Some(pair[0]);
    }
    before
}

/// Short lines without a sign inside that could be headings.
fn bare_lines<'c>(case: &'c Case<'_>, within: Range<usize>) -> impl Iterator<Item = Range<usize>> + 'c {
    let lines = &case.view.lines;
    let first = lines.partition_point(|line| line.start < within.start);
    lines[first..].iter().take_while(move |line| line.end <= within.end).filter_map(|line| {
        let words = case.view.line(*line);
        let title = words.trim_end_matches(['。', ':']);
        let heading = (4..=30).contains(&title.chars().count())
            && !title.contains(['。', ',', ';', ':', '!', '《', '['])
            && label_at(words).is_none();
        heading.then_some(line.start..line.start + title.len())
    })
}
