//! Totals that a list of parts can belong to.

use super::super::{Context, Draft, Family};
use super::{BACK, LONGEST, countable, kin};
use crate::lexis::words::words;
use crate::model::Decimal;

/// The nearest quantity before that can hold draft `i`, in the same sentence.
pub(super) fn nearest_total(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Option<usize> {
    (i.saturating_sub(BACK)..i).rev().take_while(|&t| drafts[t].sentence == drafts[i].sentence).find(|&t| {
        countable(&drafts[t]) && can_hold(ctx, &drafts[t], &drafts[i]) && drafts[t].value >= drafts[i].value
    })
}

/// Kin, or persons among times of persons: 惠及学生5,237人次,其中国家奖学金8人.
pub(super) fn can_hold(ctx: Context<'_>, total: &Draft, item: &Draft) -> bool {
    kin(ctx, total, item)
        || total.family == Family::Person
            && item.family == Family::Person
            && total.unit.clone().is_some_and(|unit| ctx.view.words(unit) == "人次")
}

/// The total that a list opened at the start of a sentence divides: the nearest whose value the list adds up to, else the
/// nearest that can hold every part.
pub(super) fn total_before(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Option<usize> {
    let run = run_from(ctx, drafts, i);
    let largest = run.iter().map(|&k| drafts[k].value).max()?;
    let top = |d: &Draft| ctx.outline.path(d.part).map(|h| h.label_range.start).last();
    let candidates = || {
        (i.saturating_sub(BACK)..i).rev().filter(|&t| {
            countable(&drafts[t]) && kin(ctx, &drafts[t], &drafts[i]) && top(&drafts[t]) == top(&drafts[i])
        })
    };
    let mut sums = Vec::new();
    let mut sum = Decimal::ZERO;
    for &k in &run {
        sum = sum.checked_add(drafts[k].value)?;
        sums.push(sum);
    }
    if run.len() >= 2 {
        let whole = candidates().find(|&t| sums.last() == Some(&drafts[t].value));
        if let Some(exact) = whole.or_else(|| candidates().find(|&t| sums[1..].contains(&drafts[t].value))) {
            return Some(exact);
        }
    }
    let near =
        candidates().filter(|&t| drafts[t].value >= largest && drafts[i].sentence - drafts[t].sentence <= 3);
    // Rather a whole than a part of something else.
    let list: Vec<usize> = near.collect();
    list.iter().copied().find(|&t| drafts[t].part_of.is_none()).or_else(|| list.first().copied())
}

/// The quantities of the same kind from `i` to the end of its sentence; those that an inner 其中 divides further are
/// left out.
pub(super) fn run_from(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Vec<usize> {
    let mut inner = false;
    let mut list = Vec::new();
    for k in i..drafts.len() {
        if drafts[k].sentence != drafts[i].sentence || list.len() >= LONGEST {
            break;
        }
        let lead = ctx.view.words(drafts[k].lead.clone());
        inner = inner && !lead.contains([';', ')'])
            || k > i && words!["其中", "包括", "包含", "含"].any(lead)
            || k > i && lead.starts_with('(');
        if !inner && countable(&drafts[k]) && kin(ctx, &drafts[i], &drafts[k]) {
            list.push(k);
        }
    }
    list
}

/// Two quantities and more that add up to a value.
pub(super) fn divides(drafts: &[Draft], run: &[usize], value: Decimal) -> bool {
    let sum = run.iter().try_fold(Decimal::ZERO, |sum, &k| sum.checked_add(drafts[k].value));
    run.len() >= 2 && sum == Some(value)
}
