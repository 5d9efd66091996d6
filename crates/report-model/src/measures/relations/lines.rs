//! Lists over several lines: rows of a table above their total, one line for each part, totals in sub-parts.

use super::super::{Context, Draft};
use super::{BACK, CHANCE, LONGEST, countable, kin, line_break_before};
use crate::lexis::words::words;
use crate::model::{Decimal, Role};

pub(super) fn by_lines(ctx: Context<'_>, drafts: &mut [Draft]) {
    table_totals(ctx, drafts);
    line_lists(ctx, drafts);
    across_parts(ctx, drafts);
}

/// A total and below it one line for each part: 大数:1,024条。拆开来看—— / ●官网:498条 / ●公众号:302条.
///
/// A line of such a list starts with a few words and holds one count; percentages and differences may stand behind it.
fn line_lists(ctx: Context<'_>, drafts: &mut [Draft]) {
    // 不予公开:3件(其中商业秘密1件,其他2件): what divides an item stands in its line.
    let within = |k: usize| {
        drafts[k].part_of.is_some_and(|whole| whole < k && drafts[whole].sentence == drafts[k].sentence)
    };
    let counted: Vec<usize> = (0..drafts.len()).filter(|&k| countable(&drafts[k]) && !within(k)).collect();
    let item = |n: usize| {
        let d = &drafts[counted[n]];
        let other = |m: Option<usize>| {
            m.and_then(|m| counted.get(m)).is_some_and(|&k| drafts[k].sentence == d.sentence)
        };
        let alone = !other(n.checked_sub(1)) && !other(Some(n + 1));
        alone
            && d.part_of.is_none()
            && line_break_before(ctx, d)
            && ctx.view.words(d.lead.clone()).chars().count() <= 24
    };
    let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut n = 0;
    while n < counted.len() {
        let breaks = |m: usize| {
            !item(m)
                || !kin(ctx, &drafts[counted[n]], &drafts[counted[m]])
                || m > n && drafts[counted[m]].part != drafts[counted[n]].part
        };
        let end = (n..counted.len()).find(|&m| breaks(m)).unwrap_or(counted.len());
        let list = &counted[n..end];
        if list.len() >= 2 {
            found.extend(total_of_lines(ctx, drafts, list));
        }
        n = end.max(n + 1);
    }
    for (total, parts) in found {
        for part in parts {
            drafts[part].part_of = Some(total);
        }
    }
}

/// The total of a list of lines: its first line, where the others add up to it; else a quantity before; else, below a
/// colon or dash, the nearest that is larger than each.
fn total_of_lines(ctx: Context<'_>, drafts: &[Draft], list: &[usize]) -> Option<(usize, Vec<usize>)> {
    let sum =
        |list: &[usize]| list.iter().try_fold(Decimal::ZERO, |sum, &k| sum.checked_add(drafts[k].value));
    let (first, rest) = list.split_first()?;
    if rest.len() >= 2 && (sum(rest) == Some(drafts[*first].value) || points_of(ctx, drafts, *first, rest)) {
        return Some((*first, rest.to_vec()));
    }
    let whole = sum(list)?;
    let before: Vec<usize> = (first.saturating_sub(BACK)..*first)
        .rev()
        .filter(|&t| countable(&drafts[t]) && kin(ctx, &drafts[t], &drafts[*first]))
        .collect();
    let exact = before.iter().copied().find(|&t| drafts[t].value == whole);
    let above =
        ctx.view.text[..ctx.sentences[drafts[*first].sentence].start].trim_end().ends_with([':', '—']);
    let larger = || {
        before
            .first()
            .copied()
            .filter(|&t| above && first - t <= 3 && list.iter().all(|&k| drafts[k].value < drafts[t].value))
    };
    let points = || before.first().copied().filter(|&t| first - t == 1 && points_of(ctx, drafts, t, list));
    exact.or_else(larger).or_else(points).map(|total| (total, list.to_vec()))
}

/// Lines of points right below a line without their sign: 主动公开1,174条 / · 官网688条 / · 公众号342条.
fn points_of(ctx: Context<'_>, drafts: &[Draft], total: usize, parts: &[usize]) -> bool {
    let Some(sign) = parts.first().and_then(|&k| bullet(ctx, &drafts[k])) else { return false };
    bullet(ctx, &drafts[total]) != Some(sign)
        && parts
            .iter()
            .all(|&k| bullet(ctx, &drafts[k]) == Some(sign) && drafts[k].value < drafts[total].value)
}

/// The sign that opens the line of a draft, where it is one of those that set off points.
fn bullet(ctx: Context<'_>, draft: &Draft) -> Option<char> {
    let start = ctx.sentences[draft.sentence].start;
    let first = ctx.view.text[start..].chars().next()?;
    matches!(first, '·' | '•' | '●' | '○' | '▪' | '■' | '◆' | '◇' | '▲' | '★' | '-' | '—' | '*')
        .then_some(first)
}

/// A total behind its parts: rows of a table above their 合计, 上述四类渠道合计….
fn table_totals(ctx: Context<'_>, drafts: &mut [Draft]) {
    for total in 1..drafts.len() {
        if !countable(&drafts[total]) || drafts[total].part_of.is_some() {
            continue;
        }
        let lead = ctx.view.words(drafts[total].lead.clone());
        let clause = lead.rsplit([',', ';', '。', '\n']).next().unwrap_or(lead);
        let stated =
            words!["合计", "小计", "总计", "共计", "总共", "拢共", "加起来", "加在一起", "合起来", "相加"]
                .any(lead)
                || words!["上述", "以上"].any(clause) && clause.contains('共');
        if !stated {
            continue;
        }
        let mut sum = Decimal::ZERO;
        let mut parts = Vec::new();
        for k in (total.saturating_sub(LONGEST)..total).rev() {
            if drafts[k].role != drafts[total].role {
                break;
            }
            if !countable(&drafts[k]) || !kin(ctx, &drafts[k], &drafts[total]) || drafts[k].part_of.is_some()
            {
                continue;
            }
            let Some(next) = sum.checked_add(drafts[k].value) else { break };
            sum = next;
            parts.push(k);
            if sum >= drafts[total].value {
                break;
            }
        }
        if !settle(drafts, total, sum, parts) {
            rows_above(ctx, drafts, total);
            columns_above(ctx, drafts, total);
        }
    }
}

/// The rows right above a row that says 合计, a number each, also where they do not quite add up: the audit wants to hear
/// of it.
fn rows_above(ctx: Context<'_>, drafts: &mut [Draft], total: usize) {
    let row = |k: usize| {
        line_break_before(ctx, &drafts[k]) && ctx.view.words(drafts[k].lead.clone()).chars().count() <= 16
    };
    let named = ctx.view.words(drafts[total].lead.clone()).trim_matches(['\n', ' ', ':']);
    if !row(total) || !matches!(named, "合计" | "小计" | "总计" | "共计") {
        return;
    }
    let mut sum = Decimal::ZERO;
    let mut rows = Vec::new();
    for k in (total.saturating_sub(LONGEST)..total).rev() {
        let free =
            drafts[k].part_of.is_none() && drafts[k].part == drafts[total].part && countable(&drafts[k]);
        if !free || !row(k) || !kin(ctx, &drafts[k], &drafts[total]) {
            break;
        }
        let Some(next) = sum.checked_add(drafts[k].value) else { break };
        sum = next;
        rows.push(k);
    }
    let near = (sum.to_f64() / drafts[total].value.to_f64() - 1.0).abs() < 0.02;
    if rows.len() >= 2 && near {
        for k in rows {
            drafts[k].part_of = Some(total);
        }
    }
}

/// Rows of several figures above a row of totals: 招生1,320条1,204条 / 财务298条275条 / 合计1,618条1,479条. A column counts
/// where it adds up.
fn columns_above(ctx: Context<'_>, drafts: &mut [Draft], total: usize) {
    let row = |drafts: &[Draft], last: usize| {
        let line = drafts[last].sentence;
        let first = (0..=last).rev().take_while(|&k| drafts[k].sentence == line).last().unwrap_or(last);
        first..last + 1
    };
    let width =
        drafts[total..].iter().take_while(|d| d.sentence == drafts[total].sentence).take(LONGEST).count();
    if row(drafts, total).start != total || width < 2 {
        return;
    }
    let mut rows: Vec<usize> = Vec::new();
    let mut end = total;
    while let Some(last) = end.checked_sub(1).filter(|_| rows.len() < LONGEST) {
        let cells = row(drafts, last);
        let fits = cells.len() == width
            && line_break_before(ctx, &drafts[last])
            && drafts[last].part == drafts[total].part
            && cells.clone().zip(total..).all(|(cell, of)| {
                let free = drafts[cell].part_of.is_none() && countable(&drafts[cell]);
                free && countable(&drafts[of]) && kin(ctx, &drafts[cell], &drafts[of])
            });
        if !fits {
            break;
        }
        rows.push(cells.start);
        end = cells.start;
    }
    for column in 0..width {
        let parts: Vec<usize> = rows.iter().map(|first| first + column).collect();
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, &k| sum.checked_add(drafts[k].value));
        if let Some(sum) = sum {
            settle(drafts, total + column, sum, parts);
        }
    }
}

/// A total, and its parts in sub-parts of their own: 共9,316条 / 1.网站 … 6,208条 / 2.新媒体 … 1,975条.
fn across_parts(ctx: Context<'_>, drafts: &mut [Draft]) {
    for total in 0..drafts.len() {
        // Applications are few, and their answers add up.
        let least = if drafts[total].role == Some(Role::OnRequest) { 3 } else { 10 * CHANCE };
        if !countable(&drafts[total])
            || drafts[total].value < Decimal::from(least)
            || drafts[total + 1..drafts.len().min(total + 1 + LONGEST)]
                .iter()
                .any(|d| d.part_of == Some(total))
        {
            continue;
        }
        let mut sum = Decimal::ZERO;
        let mut parts: Vec<usize> = Vec::new();
        let mut seen = drafts[total].part;
        for k in total + 1..drafts.len().min(total + 1 + LONGEST) {
            if drafts[k].role != drafts[total].role {
                break;
            }
            let fresh = drafts[k].part != seen && drafts[k].part_of.is_none();
            if !fresh || !countable(&drafts[k]) || !kin(ctx, &drafts[k], &drafts[total]) {
                continue;
            }
            seen = drafts[k].part;
            let Some(next) = sum.checked_add(drafts[k].value) else { break };
            sum = next;
            parts.push(k);
            if sum >= drafts[total].value {
                break;
            }
        }
        settle(drafts, total, sum, parts);
    }
}

/// Ties the parts to their total where they add up to it; one part alone is no list.
fn settle(drafts: &mut [Draft], total: usize, sum: Decimal, parts: Vec<usize>) -> bool {
    let settled = sum == drafts[total].value && parts.len() >= 2;
    for part in parts.into_iter().filter(|_| settled) {
        drafts[part].part_of = Some(total);
    }
    settled
}
