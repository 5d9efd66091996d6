//! Which quantity is stated to be a part of which: 其中, 包括, brackets, lists behind a colon, 合计, and sums that come out.
//!
//! Words decide first, also where the sum is wrong (the audit wants those). Where no word tells, a list counts as parts
//! of a total only if it adds up to it exactly.

use super::{Context, Draft, Family};
use crate::lexis::words::{Words, words};
use crate::model::{Decimal, RefersTo, Role};

/// Words that open a list of parts.
const OPENERS: Words = words![
    "其中",
    "包括",
    "包含",
    "含",
    "分别为",
    "分别是",
    "细分",
    "构成为",
    "组成为",
    "具体为",
    "分为",
    "涵盖",
    "当中"
];
/// Words that open a list by some division of a total stated before.
const DIVISIONS: Words = words![
    "按载体",
    "按渠道",
    "按类别",
    "按方式",
    "按内容",
    "从渠道",
    "从类别",
    "从内容",
    "从办理结果",
    "从结果",
    "从方式",
    "答复结果",
    "处理结果",
    "结果为",
    "按答复",
    "按申请",
    "按结果",
    "上列",
    "上述",
    "按媒介",
    "按平台",
    "归类",
    "按类型",
    "从来源",
];
/// Words before a total of what was listed.
const TOTALS: [&str; 6] = ["合计", "共计", "总计", "总共", "计", "累计共"];

/// Most quantities looked back for a total.
const BACK: usize = 14;
/// Longest list added up.
const LONGEST: usize = 40;

pub(super) fn assign(ctx: Context<'_>, drafts: &mut [Draft]) {
    by_words(ctx, drafts);
    by_sums(ctx, drafts);
}

/// Units that can be whole and part: the same, or both persons.
fn kin(ctx: Context<'_>, a: &Draft, b: &Draft) -> bool {
    let unit = |d: &Draft| d.unit.clone().map_or("", |u| ctx.view.words(u));
    let (x, y) = (unit(a), unit(b));
    x == y && a.family == b.family
        || a.family == Family::Person && b.family == Family::Person && (x == "人次") == (y == "人次")
        || a.family == Family::Money && b.family == Family::Money
}

/// Can be a whole or a part at all.
fn countable(d: &Draft) -> bool {
    !d.is_rate() && matches!(d.refers_to, RefersTo::Current | RefersTo::Profile | RefersTo::Planned)
}

/// An open list: its total, and where it was opened.
struct List {
    total: usize,
    sentence: usize,
    sum: Decimal,
    bracket: bool,
    /// The bracket or list began behind a ; of an outer list.
    colon: bool,
    /// Verbs of the first part: 面向…录取486人;面向…录取324人 goes on.
    verbs: Vec<&'static str>,
}

fn by_words(ctx: Context<'_>, drafts: &mut [Draft]) {
    let mut stack: Vec<List> = Vec::new();
    for i in 0..drafts.len() {
        let lead = ctx.view.words(drafts[i].lead.clone());
        let new_sentence = i == 0 || drafts[i - 1].sentence != drafts[i].sentence;
        if new_sentence && !goes_on(ctx, drafts, i, &stack) {
            stack.clear();
        }
        if !countable(&drafts[i]) {
            close_brackets(lead, &mut stack);
            continue;
        }
        if drafts[i].role != i.checked_sub(1).and_then(|p| drafts[p].role) {
            stack.clear();
        }
        close_brackets(lead, &mut stack);
        if let Some(list) = opened(ctx, drafts, i, lead, new_sentence) {
            // A list opened inside another hangs below it; one with the same total replaces it.
            while stack.last().is_some_and(|l| l.total >= list.total && !l.bracket) {
                stack.pop();
            }
            stack.push(list);
        }
        while let Some(list) = stack.last() {
            if belongs(ctx, drafts, i, list, lead, stack.len()) {
                break;
            }
            stack.pop();
        }
        if let Some(list) = stack.last_mut() {
            drafts[i].part_of = Some(list.total);
            if let Some(sum) = list.sum.checked_add(drafts[i].value) {
                list.sum = sum;
            }
        }
    }
}

fn close_brackets(lead: &str, stack: &mut Vec<List>) {
    let closing = lead.matches(')').count().saturating_sub(lead.matches('(').count());
    for _ in 0..closing {
        if let Some(at) = stack.iter().rposition(|list| list.bracket) {
            stack.truncate(at);
        }
    }
}

/// A list goes on over a sentence end only in lines of a list: "甲60条。" / "乙40条。" under a colon.
fn goes_on(ctx: Context<'_>, drafts: &[Draft], i: usize, stack: &[List]) -> bool {
    let Some(list) = stack.last() else { return false };
    let between = ctx
        .view
        .words(drafts[i].lead.start.saturating_sub(3).max(drafts[i - 1].range.end)..drafts[i].lead.start);
    let _ = between;
    list.colon
        && list.sum < drafts[list.total].value
        && drafts[i].sentence == drafts[i - 1].sentence + 1
        && ctx.view.words(drafts[i].lead.clone()).chars().count() <= 16
        && line_break_before(ctx, &drafts[i])
}

fn line_break_before(ctx: Context<'_>, draft: &Draft) -> bool {
    let start = ctx.sentences[draft.sentence].start;
    ctx.view.text[..start].ends_with('\n')
}

/// The list that the words before draft `i` open, if they do.
fn opened(ctx: Context<'_>, drafts: &[Draft], i: usize, lead: &str, new_sentence: bool) -> Option<List> {
    let trimmed = lead.trim_start_matches(['。', '\n', ' ', ',', ';', '、']);
    let titled = run_in_title(ctx, drafts, i, lead);
    let lead = titled.as_deref().unwrap_or(lead);
    let near = lead.rsplit([';', '。']).next().unwrap_or(lead);
    let verbs: Vec<&'static str> = ANEW.places(near).map(|(_, verb)| verb).collect();
    let list = |total: usize, bracket: bool, colon: bool| List {
        total,
        sentence: drafts[i].sentence,
        sum: Decimal::ZERO,
        bracket,
        colon,
        verbs: verbs.clone(),
    };
    if let Some(total) = named_total(ctx, drafts, i, lead) {
        return Some(list(total, false, false));
    }
    let opener = OPENERS.places(near).last();
    let division = DIVISIONS.any(near)
        || (near.contains('按') || near.contains('从') || near.contains('就'))
            && words!["分", "看", "统计", "而言", "来说", "计"].any(near);
    if let Some((_, word)) = opener {
        let weak = matches!(word, "含" | "包括" | "包含" | "涵盖") && new_sentence && !near.starts_with(word)
            || word.starts_with("分别")
                && !near.trim_start_matches([',', ' ']).starts_with("分别")
                && !near.contains("其中");
        if !weak {
            let total =
                if new_sentence { total_before(ctx, drafts, i) } else { nearest_total(ctx, drafts, i) };
            if let Some(total) = total {
                let bracket =
                    near.rfind('(').is_some_and(|open| near.rfind(')').is_none_or(|close| close < open));
                return Some(list(total, bracket, near.contains(':')));
            }
        }
    }
    if division
        && (near.contains(':') || near.contains(',') || near.contains("为"))
        && let Some(total) = total_before(ctx, drafts, i)
    {
        return Some(list(total, false, true));
    }
    if new_sentence {
        return None;
    }
    // 不予公开的4件申请中,涉及国家秘密1件: divides the quantity right before.
    if let Some(total) = i.checked_sub(1).filter(|&t| {
        kin(ctx, &drafts[t], &drafts[i]) && countable(&drafts[t]) && drafts[t].value >= drafts[i].value
    }) {
        let first = lead.split([',', ':']).next().unwrap_or(lead);
        if first.ends_with('中')
            && (2..=7).contains(&first.chars().count())
            && !first.contains(['、', ';', '其'])
        {
            return Some(list(total, false, false));
        }
    }
    // 8人(正职2人,副职6人): right behind the total.
    let after_total = i.checked_sub(1).filter(|&t| {
        kin(ctx, &drafts[t], &drafts[i]) && countable(&drafts[t]) && drafts[t].value >= drafts[i].value
    });
    if let Some(total) = after_total {
        if trimmed.starts_with('(') && lead.matches('(').count() > lead.matches(')').count() {
            return Some(list(total, true, false));
        }
        // 2,588人:甲412人;乙…
        let colon = lead
            .find(':')
            .filter(|&at| lead[..at].chars().count() <= 12 && !lead[..at].contains([',', ';', '、']));
        if colon.is_some() {
            return Some(list(total, false, true));
        }
    }
    None
}

/// (2)上列按载体分:门户网站1,022条: the words that open the list may stand in a run-in title.
fn run_in_title(ctx: Context<'_>, drafts: &[Draft], i: usize, lead: &str) -> Option<String> {
    let start = ctx.sentences[drafts[i].sentence].start;
    let heading = &ctx.outline.headings[drafts[i].part?];
    let first = i == 0 || drafts[i - 1].sentence != drafts[i].sentence;
    (heading.run_in && heading.body == start && first)
        .then(|| format!("{}:{lead}", ctx.view.words(heading.title.clone())))
}

/// 师范类中,公费师范生360名; 就业学生中自主创业63人: the clause names the part stated before that it divides further.
fn named_total(ctx: Context<'_>, drafts: &[Draft], i: usize, lead: &str) -> Option<usize> {
    let clauses: Vec<&str> = lead.split([',', ';', ':', '。', '\n', '(']).collect();
    let name = clauses.iter().rev().take(2).find_map(|clause| {
        let at = clause.find('中').or_else(|| clause.find("里头")).or_else(|| clause.find("里面"))?;
        let name = clause[..at].trim_start_matches(['在', '的']).trim_end_matches(['的', '之']);
        let part_of_word = clause[..at]
            .ends_with(['集', '当', '其', '年', '空', '高', '初', '华', '居', '途', '折', '适'])
            || clause[at + '中'.len_utf8()..].starts_with([
                '心', '层', '级', '标', '国', '央', '外', '文', '介', '小', '期', '共', '等', '医', '秋',
                '学', '专', '职', '午', '英',
            ]);
        ((2..=12).contains(&name.chars().count()) && !part_of_word).then_some(name)
    })?;
    let holds = |t: usize| {
        countable(&drafts[t]) && kin(ctx, &drafts[t], &drafts[i]) && drafts[t].value > drafts[i].value
    };
    let candidates = || (i.saturating_sub(BACK)..i).rev().filter(|&t| holds(t));
    let words = |t: usize| {
        let lead = ctx.view.words(drafts[t].lead.clone());
        lead.rsplit([',', ';', '、', ':', '。'])
            .next()
            .unwrap_or(lead)
            .trim_start_matches("其中")
            .trim_start_matches("包括")
    };
    let pairs: Vec<String> =
        name.chars().collect::<Vec<_>>().windows(2).map(|pair| pair.iter().collect()).collect();
    let telling = |pair: &String| {
        !["学生", "人员", "毕业", "业生", "信息", "公开", "学校", "申请", "全年", "学年", "本年", "工作"]
            .contains(&pair.as_str())
    };
    candidates()
        .find(|&t| words(t) == name)
        .or_else(|| candidates().find(|&t| words(t).contains(name)))
        .or_else(|| {
            candidates().find(|&t| {
                pairs.iter().filter(|pair| telling(pair)).any(|pair| words(t).contains(pair.as_str()))
            })
        })
}

/// The nearest quantity before that can hold draft `i`, in the same sentence.
fn nearest_total(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Option<usize> {
    (i.saturating_sub(BACK)..i).rev().take_while(|&t| drafts[t].sentence == drafts[i].sentence).find(|&t| {
        countable(&drafts[t]) && kin(ctx, &drafts[t], &drafts[i]) && drafts[t].value >= drafts[i].value
    })
}

/// The total that a list opened at the start of a sentence divides: the nearest whose value the list adds up to, else the
/// nearest that can hold every part.
fn total_before(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Option<usize> {
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
fn run_from(ctx: Context<'_>, drafts: &[Draft], i: usize) -> Vec<usize> {
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

/// Does draft `i` belong to the open list?
fn belongs(ctx: Context<'_>, drafts: &[Draft], i: usize, list: &List, lead: &str, depth: usize) -> bool {
    let total = &drafts[list.total];
    let item = &drafts[i];
    if !kin(ctx, total, item) || item.value > total.value || list.total == i {
        return false;
    }
    if item.sentence != list.sentence && !list.colon {
        return false;
    }
    let full = list.sum == total.value;
    let separated = lead.contains(';');
    // An inner list ends where its total is reached, or where a ; returns to the list around it.
    if depth > 1 && (full || separated) && !list.bracket {
        return false;
    }
    if (separated && anew_verb(lead).is_some_and(|verb| !list.verbs.contains(&verb)))
        || (full && (separated || list.colon) && starts_anew(lead))
    {
        return false;
    }
    if item.value == total.value && !lead.contains("其中") {
        return false;
    }
    // ;专升本录取214人: behind a full list, a verb inside the clause counts anew too.
    if separated
        && full
        && words!["录取", "招收", "扩招", "聘用", "引进", "提拔"]
            .places(lead)
            .any(|(_, verb)| !list.verbs.contains(&verb))
    {
        return false;
    }
    if full && depth == 1 && list.colon {
        return false;
    }
    // A new clause with its own verb counts something else: 其中…3件,采纳建议2件 stays, 较上年…, 另举办… do not.
    !["另举办", "另召开", "另外", "此外", "同时", "举办", "召开", "组织开展"]
        .iter()
        .any(|word| lead.trim_start_matches([',', ';', '。', '、', '\n']).starts_with(word))
}

/// A clause that counts something new: 通过微信发布….
fn starts_anew(lead: &str) -> bool {
    let clause = lead.rsplit([';', '。']).next().unwrap_or(lead);
    words![
        "通过", "利用", "发布", "推送", "编印", "出版", "举办", "召开", "组织", "官方", "发放", "受理",
        "收到", "共", "录取", "招收", "招录", "面向", "自主", "扩招", "公示", "公布", "公开", "引进", "聘用",
        "评选", "资助", "选拔", "培训", "另", "新增", "完成"
    ]
    .open(clause.trim_start())
}

/// A clause with a verb of its own that counts another thing: 公示…, 录取…, 召开….
fn counts_anew(lead: &str) -> bool {
    anew_verb(lead).is_some()
}

/// The verb by which the clause counts another thing.
fn anew_verb(lead: &str) -> Option<&'static str> {
    let clause = lead.rsplit([';', '。']).next().unwrap_or(lead).trim_start_matches([',', '、', ' ']);
    ANEW.places(clause).next().filter(|(at, _)| *at == 0).map(|(_, verb)| verb)
}

/// Verbs of counting things of a kind of their own.
const ANEW: Words = words![
    "录取", "招收", "招录", "面向", "自主", "扩招", "发放", "受理", "收到", "举办", "召开", "引进", "聘用",
    "评选", "资助", "选拔", "培训", "另", "新增", "完成", "出版", "编印", "公示", "公布"
];

/// Lists without a telling word that add up exactly.
fn by_sums(ctx: Context<'_>, drafts: &mut [Draft]) {
    let mut start = 0;
    while start < drafts.len() {
        let end = (start..drafts.len())
            .find(|&k| drafts[k].sentence != drafts[start].sentence)
            .unwrap_or(drafts.len());
        sentence_sums(ctx, drafts, start, end);
        start = end;
    }
    table_totals(ctx, drafts);
    line_lists(ctx, drafts);
    across_parts(ctx, drafts);
}

/// Small numbers add up by chance: outside the part on applications, totals below this need words.
const CHANCE: u32 = 10;

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
        if (stated || large) && sum == Some(drafts[last].value) || clearly {
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
            let anew = run[at + 1..=at + 1 + count].iter().any(|&p| {
                counts_anew(ctx.view.words(drafts[p].lead.clone()).trim_start_matches([',', '、', '另']))
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

/// Words by which a total sums up what stands right before it.
const SUMMING: Words = words![
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

/// All of the sentence's quantities are parts of a total stated before: then says so.
fn total_of_all(ctx: Context<'_>, drafts: &mut [Draft], run: &[usize]) -> bool {
    let sum = run.iter().try_fold(Decimal::ZERO, |sum, &k| sum.checked_add(drafts[k].value));
    let (Some(sum), Some(&first)) = (sum, run.first()) else { return false };
    let top = |d: &Draft| ctx.outline.path(d.part).map(|h| h.label_range.start).last();
    let chance = |d: &Draft| d.value < Decimal::from(CHANCE) && d.role != Some(Role::OnRequest);
    let found = (first.saturating_sub(BACK)..first).rev().find(|&t| {
        let total = &drafts[t];
        countable(total)
            && kin(ctx, total, &drafts[first])
            && total.value == sum
            && !chance(total)
            && top(total) == top(&drafts[first])
    });
    if let Some(total) = found {
        for &k in run {
            drafts[k].part_of = Some(total);
        }
    }
    found.is_some()
}

/// A total and below it one line for each part: 大数:1,024条。拆开来看—— / ●官网:498条 / ●公众号:302条.
///
/// A line of such a list starts with a few words and holds one count; percentages and differences may stand behind it.
fn line_lists(ctx: Context<'_>, drafts: &mut [Draft]) {
    let counted: Vec<usize> = (0..drafts.len()).filter(|&k| countable(&drafts[k])).collect();
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
    if rest.len() >= 2 && sum(rest) == Some(drafts[*first].value) {
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
    exact.or_else(larger).map(|total| (total, list.to_vec()))
}

/// A total behind its parts: rows of a table above their 合计, 上述四类渠道合计….
fn table_totals(ctx: Context<'_>, drafts: &mut [Draft]) {
    for total in 1..drafts.len() {
        let lead = ctx.view.words(drafts[total].lead.clone());
        let clause = lead.rsplit([',', ';', '。', '\n']).next().unwrap_or(lead);
        let stated = words!["合计", "总计", "共计", "总共", "拢共", "加起来", "加在一起", "合起来", "相加"]
            .any(lead)
            || words!["上述", "以上"].any(clause) && clause.contains('共');
        if !countable(&drafts[total]) || !stated || drafts[total].part_of.is_some() {
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
        if sum == drafts[total].value && parts.len() >= 2 {
            for part in parts {
                drafts[part].part_of = Some(total);
            }
        }
    }
}

/// A total, and its parts in sub-parts of their own: 共9,316条 / 1.网站 … 6,208条 / 2.新媒体 … 1,975条.
fn across_parts(ctx: Context<'_>, drafts: &mut [Draft]) {
    for total in 0..drafts.len() {
        if !countable(&drafts[total])
            || drafts[total].value < Decimal::from(10 * CHANCE)
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
        if sum == drafts[total].value && parts.len() >= 2 {
            for part in parts {
                drafts[part].part_of = Some(total);
            }
        }
    }
}
