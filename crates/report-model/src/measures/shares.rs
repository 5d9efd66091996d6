//! Which count a percentage is the share of.

use super::{Context, Draft};
use crate::lexis::words::words;
use crate::model::RefersTo;

/// How far back and ahead a base is looked for.
const NEAR: usize = 8;

pub(super) fn assign(ctx: Context<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        if drafts[i].is_rate() && drafts[i].refers_to == RefersTo::Current && drafts[i].share_of.is_none() {
            match in_order(ctx, drafts, i) {
                Some(counts) => {
                    for (n, count) in counts.enumerate() {
                        drafts[i + n].share_of = Some(count);
                    }
                }
                None => drafts[i].share_of = share(ctx, drafts, i),
            }
            confirmed(ctx, drafts, i);
        }
    }
}

/// 回收3,612份。…满意的3,396份,占94.0%: the percentage tells of what the count is a part. A rate of its own name (回收率,
/// 就业率) sets the two side by side.
fn confirmed(ctx: Context<'_>, drafts: &mut [Draft], rate: usize) {
    if !ctx.view.words(drafts[rate].lead.clone()).contains('占') {
        return;
    }
    let Some(part) = drafts[rate].share_of.filter(|&part| part < rate && drafts[part].part_of.is_none())
    else {
        return;
    };
    let unit = |k: usize| drafts[k].unit.clone().map(|unit| ctx.view.words(unit));
    let holds = |&whole: &usize| {
        let counted = !drafts[whole].is_rate() && drafts[whole].refers_to == RefersTo::Current;
        counted
            && unit(whole) == unit(part)
            && drafts[part].sentence - drafts[whole].sentence <= 1
            && drafts[whole].value > drafts[part].value
            && drafts[part].refers_to == RefersTo::Current
            && comes_out(drafts, part, whole, rate)
    };
    drafts[part].part_of = (part.saturating_sub(NEAR)..part).rev().find(holds);
}

/// 满意246份、基本满意45份、不满意9份,分别占82%、15%、3%: the counts that the percentages from `i` on are of, in order.
fn in_order(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Option<std::ops::Range<usize>> {
    let words = |k: usize| ctx.view.words(drafts[k].lead.clone());
    if !words!["分别占", "各占", "分别为总数的", "依次占"].any(words(i)) {
        return None;
    }
    let follows = |k: usize| {
        drafts[k].is_rate()
            && drafts[k].sentence == drafts[i].sentence
            && matches!(words(k), "、" | "," | "和" | "与" | "及")
    };
    let rates = 1 + (i + 1..drafts.len()).take_while(|&k| follows(k)).count();
    let counts = i.checked_sub(rates)?..i;
    let unit = |k: usize| drafts[k].unit.clone().map(|unit| ctx.view.words(unit));
    let alike = |k: usize| {
        !drafts[k].is_rate() && drafts[k].sentence == drafts[i].sentence && unit(k) == unit(counts.start)
    };
    (rates >= 2 && counts.clone().all(alike)).then_some(counts)
}

fn share(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Option<usize> {
    let unit = drafts[i].unit.clone().map_or("%", |u| ctx.view.words(u));
    if unit != "%" {
        return None;
    }
    let lead = ctx.view.words(drafts[i].lead.clone());
    let count = |k: usize| !drafts[k].is_rate() && drafts[k].refers_to != RefersTo::Change;
    let same = |k: usize| drafts[k].sentence == drafts[i].sentence;
    let before = i.checked_sub(1).filter(|&k| count(k) && same(k));
    let after = Some(i + 1).filter(|&k| k < drafts.len() && count(k) && same(k));
    // 61.4%,即940条
    if let Some(k) = after {
        let between =
            ctx.view.words(drafts[i].range.end..drafts[k].range.start).trim_start_matches([',', '(', ' ']);
        if words!["即", "为", "计", "共", "合"].open(between) && between.chars().count() <= 6 {
            return Some(k);
        }
    }
    let clause = lead.trim_start_matches([',', '、', '(', ' ', ';', ')', '的', '人', '。']);
    if let Some(k) = before {
        // 13项,占7.9%
        let direct = words!["占", "约占", "占比", "比例", "比重", "分别占", "已占", "均占"].open(clause)
            || clause.is_empty();
        if direct {
            // 4,054人(文科1,516人、艺术220人),占72%: behind the bracket the whole is meant.
            let whole = drafts[k].part_of.filter(|&p| p < k && lead.starts_with(')'));
            return Some(whole.unwrap_or(k));
        }
        // 12名学生,占…: the noun of the count before 占.
        if clause.contains('占')
            && clause.find([',', ';']).is_none_or(|sign| {
                clause[sign..].trim_start_matches([',', ';']).starts_with('占')
                    && clause[..sign].chars().count() <= 14
            })
            && !clause.contains("的占")
        {
            // 满意的2,071份、不满意的67份,满意所占比重为83.2%: of several, the one that gives the percentage.
            let told = gives(drafts, k, i).then_some(k).or_else(|| giving(ctx, drafts, i));
            return Some(told.unwrap_or(k));
        }
    }
    // 满意票占77.8%: of the counts before, the one that gives the percentage.
    if clause.contains('占') && !clause.contains("的占") {
        let near: Vec<usize> = (i.saturating_sub(NEAR)..i)
            .rev()
            .filter(|&k| count(k) && drafts[i].sentence - drafts[k].sentence <= 1)
            .collect();
        if let Some(&k) = near.iter().find(|&&k| near.iter().any(|&b| b != k && comes_out(drafts, k, b, i))) {
            return Some(k);
        }
    }
    // 升学1,568人,升学率36.0%: the rate takes its name from the count.
    let name: String = clause.rsplit([',', ';', ':', '。']).next().unwrap_or(clause).chars().collect();
    let candidates: Vec<usize> = (i.saturating_sub(NEAR)..i)
        .rev()
        .filter(|&k| count(k) && drafts[i].sentence - drafts[k].sentence <= 1)
        .collect();
    let fitting = || {
        let near = candidates.iter().copied().filter(|&k| same(k));
        near.filter(|&k| fits_name(ctx, drafts, k, &name) && has_base(drafts, &candidates, k))
    };
    // 评议卡702张,满意率89% behind a ;: the persons counted before it are others.
    let apart = |k: usize| ctx.view.words(drafts[k].range.end..drafts[i].range.start).contains(';');
    // 满意151票,比较满意30票,不满意5票,满意率81.2%: of several that fit, the one that gives the percentage.
    let exact = fitting().find(|&k| candidates.iter().any(|&b| b != k && comes_out(drafts, k, b, i)));
    if let Some(k) = exact.or_else(|| fitting().take_while(|&k| i - k <= 4).find(|&k| !apart(k))) {
        return Some(k);
    }
    // Otherwise only where the arithmetic comes out to the printed digits.
    let near = candidates.first().copied()?;
    let compared =
        words!["较", "比上", "同比", "增长", "下降", "提高", "平均", "高于", "增幅", "降幅", "涨幅"]
            .any(clause);
    if compared && !clause.contains("升至") {
        return None;
    }
    let whole: Vec<usize> = candidates.iter().copied().filter(|&k| k != near).collect();
    let near = whole.iter().any(|&k| comes_out(drafts, near, k, i)).then_some(near);
    near.or_else(|| giving(ctx, drafts, i))
}

/// Some count before is the base by which a count gives the percentage.
fn gives(drafts: &[Draft], k: usize, rate: usize) -> bool {
    (k.saturating_sub(NEAR)..k).any(|base| comes_out(drafts, k, base, rate))
}

/// The count of the sentence that gives a percentage printed with decimals, of a base before it: 112名代表测评,“好”的103名,
/// “较好”的9名,好评率92.0%.
fn giving(ctx: Context<'_>, drafts: &[Draft], rate: usize) -> Option<usize> {
    let within = |k: usize| {
        let count = !drafts[k].is_rate() && drafts[k].refers_to != RefersTo::Change;
        count && drafts[k].sentence == drafts[rate].sentence
    };
    let found = (rate.saturating_sub(NEAR)..rate).rev().find(|&k| {
        within(k)
            && (rate.saturating_sub(NEAR)..k).any(|base| within(base) && comes_out(drafts, k, base, rate))
    })?;
    let apart = ctx.view.words(drafts[found].range.end..drafts[rate].range.start).contains(';');
    let decimals = ctx.view.words(drafts[rate].range.clone()).contains('.');
    (decimals && !apart).then_some(found)
}

/// A larger count of the same unit stands before, so that the count can be a share at all.
fn has_base(drafts: &[Draft], candidates: &[usize], k: usize) -> bool {
    candidates.iter().any(|&b| {
        b != k && b < k && drafts[b].family == drafts[k].family && drafts[b].value >= drafts[k].value
    }) || drafts[k].part_of.is_some()
}

/// 落实去向 … 去向落实率: the rate's name shares two characters with the count's words.
fn fits_name(ctx: Context<'_>, drafts: &[Draft], k: usize, name: &str) -> bool {
    let Some(stem) = name.find('率').map(|at| &name[..at]).or_else(|| name.strip_suffix("度")) else {
        return false;
    };
    let stem = stem.trim_start_matches("总体").trim_start_matches("综合");
    let tail = ctx.view.words(ctx.tail(drafts, k));
    let tail = tail.split([',', ';', '、']).next().unwrap_or(tail);
    let words = [ctx.view.words(drafts[k].lead.clone()), tail].concat();
    let chars: Vec<char> = stem.chars().collect();
    chars.windows(2).rev().take(3).any(|pair| words.contains(&pair.iter().collect::<String>()))
}

/// `part` / `whole` gives the percentage to the printed digits.
fn comes_out(drafts: &[Draft], part: usize, whole: usize, rate: usize) -> bool {
    let (a, b) = (drafts[part].value.to_f64(), drafts[whole].value.to_f64());
    if b <= 0.0 || a > b || drafts[part].family != drafts[whole].family {
        return false;
    }
    let printed = drafts[rate].value.to_string();
    let decimals = printed.split_once('.').map_or(0, |(_, d)| d.len()) as i32;
    (a / b * 100.0 - drafts[rate].value.to_f64()).abs() <= 0.6 * 10f64.powi(-decimals.max(1))
}
