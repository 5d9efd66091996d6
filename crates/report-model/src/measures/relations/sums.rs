//! Lists without a telling word that add up exactly, within a sentence or to a total in the sentence before; and two sorts
//! that names tell also where a digit is wrong: grades of satisfaction, and channels right behind a total.

use super::super::{Context, Draft};
use super::{BACK, CHANCE, LONGEST, PIECES, countable, counts_anew, kin};
use crate::lexis::words::{Words, words};
use crate::model::{Decimal, Role};

/// Words before a total of what was listed.
const TOTALS: [&str; 6] = ["合计", "共计", "总计", "总共", "计", "累计共"];

/// Lists without a telling word that add up exactly.
pub(super) fn by_sums(ctx: Context<'_>, drafts: &mut [Draft]) {
    let mut start = 0;
    while start < drafts.len() {
        let end = (start..drafts.len())
            .find(|&k| drafts[k].sentence != drafts[start].sentence)
            .unwrap_or(drafts.len());
        sentence_sums(ctx, drafts, start, end);
        start = end;
    }
}

fn sentence_sums(ctx: Context<'_>, drafts: &mut [Draft], start: usize, end: usize) {
    for first in start..end {
        if !countable(&drafts[first]) || drafts[first].part_of.is_some() {
            continue;
        }
        let earlier = (start.max(first.saturating_sub(LONGEST))..first)
            .any(|k| countable(&drafts[k]) && kin(ctx, &drafts[k], &drafts[first]));
        if earlier {
            continue;
        }
        // Quantities of this unit that belong to nothing yet.
        let run: Vec<usize> = (first..end.min(first + 2 * LONGEST))
            .filter(|&k| {
                countable(&drafts[k]) && kin(ctx, &drafts[first], &drafts[k]) && drafts[k].part_of.is_none()
            })
            .take(LONGEST)
            .collect();
        settle_run(ctx, drafts, &run);
    }
}

fn settle_run(ctx: Context<'_>, drafts: &mut [Draft], run: &[usize]) {
    let by_chance = |drafts: &[Draft], t: usize| {
        drafts[t].value < Decimal::from(CHANCE) && !matches!(drafts[t].role, Some(Role::OnRequest))
    };
    let sum_of = |drafts: &[Draft], list: &[usize]| {
        list.iter().try_fold(Decimal::ZERO, |sum, &k| sum.checked_add(drafts[k].value))
    };
    // 甲30条、乙12条,共计42条: the total comes last.
    if run.len() >= 3 {
        let (last, rest) = (run[run.len() - 1], &run[..run.len() - 1]);
        let lead = ctx.view.words(drafts[last].lead.clone());
        let stated = TOTALS.iter().any(|word| {
            lead.trim_end_matches(['为', '约']).ends_with(word)
                || lead.contains(word) && lead.chars().count() <= 12
        });
        let settled = words!["办结", "答复", "办理", "处理"].any(lead);
        let large = drafts[last].value >= Decimal::from(2 * CHANCE) && !settled;
        let sum = sum_of(drafts, rest);
        // A stated total may be wrong, but not by much: the audit wants to hear of it.
        let clearly = words!["总计", "合计", "共计", "总共"].any(lead)
            && large
            && sum.is_some_and(|sum| (sum.to_f64() / drafts[last].value.to_f64() - 1.0).abs() < 0.25);
        let exact = (stated || large) && sum == Some(drafts[last].value);
        if !exact
            && stated
            && let Some(pieces) = pieces_before(ctx, drafts, last)
        {
            for k in pieces {
                drafts[k].part_of = Some(last);
            }
            return;
        }
        if exact || clearly {
            for &k in rest {
                drafts[k].part_of = Some(last);
            }
            return;
        }
        // …,两者合起来2,357人: the last of a longer row sums up those right before it.
        if let Some((from, at)) = summed_inside(ctx, drafts, run) {
            for &k in &run[from..at] {
                drafts[k].part_of = Some(run[at]);
            }
            return;
        }
    }
    // A sentence of parts only: their total stands in a sentence before.
    if run.len() >= 2 && total_of_all(ctx, drafts, run) {
        return;
    }
    if grades(ctx, drafts, run) {
        return;
    }
    // 共1,326条,甲812条、乙514条: the total comes first; what follows, in order, adds up to it.
    for (at, &total) in run.iter().enumerate() {
        if by_chance(drafts, total) {
            continue;
        }
        let mut sum = Decimal::ZERO;
        for (count, &k) in run[at + 1..].iter().enumerate() {
            let Some(next) = sum.checked_add(drafts[k].value) else { break };
            sum = next;
            if sum > drafts[total].value {
                break;
            }
            // 发布公告1,184项,公示结果1,079项,…: counts with verbs of their own add up by chance.
            let anew = side_by_side(ctx, drafts, total, run[at + 1])
                || run[at + 1..=at + 1 + count].iter().any(|&p| {
                    let lead = ctx.view.words(drafts[p].lead.clone());
                    counts_anew(lead.trim_start_matches([',', '、', '另']))
                        || words!["节约", "结余"].any(lead)
                });
            if sum == drafts[total].value && count >= 1 && !anew {
                for &part in &run[at + 1..=at + 1 + count] {
                    drafts[part].part_of = Some(total);
                }
                let rest: Vec<usize> = run[at + 2 + count..].to_vec();
                if rest.len() >= 2 {
                    // A second division of the same total in the same sentence.
                    if sum_of(drafts, &rest) == Some(drafts[total].value) {
                        for part in rest {
                            drafts[part].part_of = Some(total);
                        }
                    }
                }
                return;
            }
        }
    }
}

/// 网站1,028条,橱窗张贴317份,广播205篇,合计公开信息1,550条: what is published is counted in several units, also where a digit of
/// a large total is wrong.
fn pieces_before(ctx: Context<'_>, drafts: &[Draft], last: usize) -> Option<Vec<usize>> {
    const NEAR: f64 = 0.05;
    let lead = ctx.view.words(drafts[last].lead.clone());
    if !words!["合计", "共计", "总计"].any(lead) || !words!["公开", "发布", "信息"].any(lead) {
        return None;
    }
    let unit = |d: &Draft| d.unit.clone().map_or("", |unit| ctx.view.words(unit));
    let published = |d: &Draft| PIECES.contains(&unit(d)) || matches!(unit(d), "份" | "期" | "幅" | "张");
    let within = (last.saturating_sub(LONGEST)..last)
        .rev()
        .take_while(|&k| drafts[k].sentence == drafts[last].sentence);
    let free = |&k: &usize| countable(&drafts[k]) && published(&drafts[k]) && drafts[k].part_of.is_none();
    let list: Vec<usize> = within.filter(free).collect();
    let sum = list.iter().try_fold(Decimal::ZERO, |sum, &k| sum.checked_add(drafts[k].value))?;
    let mixed = list.iter().any(|&k| unit(&drafts[k]) != unit(&drafts[last]));
    let near = (sum.to_f64() / drafts[last].value.to_f64() - 1.0).abs() < NEAR;
    let exact = sum == drafts[last].value;
    (mixed && list.len() >= 3 && (exact || near && drafts[last].value >= Decimal::from(10 * CHANCE)))
        .then_some(list)
}

/// 采购公告33条、结果公告31条、废标公告2条: items of one list.
fn side_by_side(ctx: Context<'_>, drafts: &[Draft], total: usize, next: usize) -> bool {
    let between = ctx.view.words(drafts[total].range.end..drafts[next].range.start);
    between.starts_with('、')
        || words!["成交公告", "中标公告", "结果公告", "成交结果", "中标结果", "废标公告"].any(between)
}

/// Words by which a total sums up what stands right before it.
const SUMMING: &Words = words![
    "合计",
    "共计",
    "总计",
    "总共",
    "拢共",
    "合起来",
    "加起来",
    "相加",
    "加在一起",
    "凑一块",
    "两者",
    "三者",
    "三项",
    "两项",
    "累计"
];

/// A quantity inside the row that sums up two or more right before it: where these begin, and its place.
fn summed_inside(ctx: Context<'_>, drafts: &[Draft], run: &[usize]) -> Option<(usize, usize)> {
    for at in 2..run.len() {
        let lead = ctx.view.words(drafts[run[at]].lead.clone());
        if !SUMMING.any(lead) {
            continue;
        }
        let mut sum = Decimal::ZERO;
        for from in (0..at).rev() {
            sum = sum.checked_add(drafts[run[from]].value)?;
            if sum == drafts[run[at]].value && at - from >= 2 {
                return Some((from, at));
            }
            if sum > drafts[run[at]].value {
                break;
            }
        }
    }
    None
}

/// 测评代表186人,满意165人,基本满意19人,不满意2人: grades divide those who gave them, also where a digit is wrong.
fn grades(ctx: Context<'_>, drafts: &mut [Draft], run: &[usize]) -> bool {
    let grade = |k: usize| {
        let lead = ctx.view.words(drafts[k].lead.clone());
        let clause = lead.rsplit([',', ';', '、']).next().unwrap_or(lead);
        words!["不满意", "基本满意", "比较满意", "较满意", "满意"].first(clause).map(|(_, word)| word)
    };
    let Some(at) = (1..run.len()).find(|&at| grade(run[at]).is_some()) else { return false };
    let graded: Vec<usize> = run[at..].iter().copied().take_while(|&k| grade(k).is_some()).collect();
    let names: Vec<&str> = graded.iter().filter_map(|&k| grade(k)).collect();
    let once = names.iter().enumerate().all(|(i, name)| !names[..i].contains(name));
    let total = run[at - 1];
    // The sheets handed out are not those that came back.
    if words!["发放", "发出", "投放", "发送", "印发"].any(ctx.view.words(drafts[total].lead.clone()))
    {
        return false;
    }
    let whole = at == 1 && run.len() == graded.len() + 1 && once && (3..=5).contains(&graded.len());
    if whole && graded.iter().all(|&k| drafts[k].value < drafts[total].value) {
        for k in graded {
            drafts[k].part_of = Some(total);
        }
        return true;
    }
    false
}

/// 总量1,026条。官网573条;公众号301条;…: channels right behind a total, also where a digit is wrong.
fn channels_of(ctx: Context<'_>, drafts: &[Draft], run: &[usize], sum: Decimal) -> Option<usize> {
    let total = run.first()?.checked_sub(1)?;
    let stated =
        words!["总量", "总数", "总计", "合计", "共计"].any(ctx.view.words(drafts[total].lead.clone()));
    let rest = drafts[*run.first()?].lead.start..ctx.sentence(&drafts[*run.first()?]).end;
    if words!["其他", "其它", "其余", "若干", "等", "主要"].any(ctx.view.words(rest)) {
        return None;
    }
    let near = (sum.to_f64() / drafts[total].value.to_f64() - 1.0).abs() < 0.1;
    let listed = |&k: &usize| {
        let lead = drafts[k].lead.clone();
        ctx.view.words(lead.clone()).chars().count() <= 12
            && ctx.hits.channels(lead).next().is_some()
            && drafts[k].value < drafts[total].value
    };
    let here = run.len() >= 3 && countable(&drafts[total]) && kin(ctx, &drafts[total], &drafts[run[0]]);
    (here && stated && near && run.iter().all(listed)).then_some(total)
}

/// All of the sentence's quantities are parts of a total stated before: then says so.
fn total_of_all(ctx: Context<'_>, drafts: &mut [Draft], run: &[usize]) -> bool {
    let sum = run.iter().try_fold(Decimal::ZERO, |sum, &k| sum.checked_add(drafts[k].value));
    let (Some(sum), Some(&first)) = (sum, run.first()) else { return false };
    let top = |d: &Draft| ctx.outline.path(d.part).map(|h| h.label_range.start).last();
    let chance = |d: &Draft| d.value < Decimal::from(CHANCE) && d.role != Some(Role::OnRequest);
    let found = (first.saturating_sub(BACK)..first).rev().find(|&t| {
        let total = &drafts[t];
        // 官方微博372条 in another list is no total of what adds up to it further down.
        let item = total.part_of.is_some() && drafts[first].sentence > total.sentence + 1;
        countable(total)
            && !item
            && kin(ctx, total, &drafts[first])
            && total.value == sum
            && !chance(total)
            && top(total) == top(&drafts[first])
    });
    let found = found.or_else(|| channels_of(ctx, drafts, run, sum));
    if let Some(total) = found {
        for &k in run {
            drafts[k].part_of = Some(total);
        }
    }
    found.is_some()
}
