//! Lists that words open: 其中, 包括, 分别为, brackets, a colon behind a total, a division of a total stated before.

use super::super::{Context, Draft, Family};
use super::{ANEW, BACK, LONGEST, anew_verb, countable, kin, line_break_before, starts_anew};
use crate::lexis::words::{Words, endings, joined, words};
use crate::model::Decimal;

/// Words that open a list of parts.
const OPENER_LIST: [&str; 13] = [
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
    "当中",
];
const OPENERS: &Words = words!(in &OPENER_LIST);
/// Words that open a list by some division of a total stated before.
const DIVISION_LIST: [&str; 33] = [
    "分渠道",
    "分载体",
    "分类别",
    "分内容",
    "分平台",
    "分类型",
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
    "答复:",
    "答复如下",
    "情况如下",
];
const DIVISIONS: &Words = words!(in &DIVISION_LIST);

/// One look that settles most clauses: the words of both lists, and those that divide together with another.
const TELLING: &Words = words!(in &joined::<{ OPENER_LIST.len() + DIVISION_LIST.len() + 3 }>(&[&OPENER_LIST, &DIVISION_LIST, &["按", "从", "就"]]));

/// An open list: its total, and where it was opened.
struct List {
    total: usize,
    sentence: usize,
    sum: Decimal,
    bracket: bool,
    /// The bracket or list began behind a ; of an outer list.
    colon: bool,
    /// The draft before which its total is named anew.
    named_at: Option<usize>,
    /// Verbs of the first part: 面向…录取486人;面向…录取324人 goes on.
    verbs: Vec<&'static str>,
}

pub(super) fn by_words(ctx: Context<'_>, drafts: &mut [Draft]) {
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
        // 其他4件,予以公开3件,不予公开1件: behind a full list its last item is divided.
        let divided = stack.last().is_some_and(|list| {
            list.sum == drafts[list.total].value
                && !new_sentence
                && drafts[i - 1].part_of == Some(list.total)
                && words!["其他", "其余", "余下", "剩余"].any(ctx.view.words(drafts[i - 1].lead.clone()))
                && divides(drafts, &run_from(ctx, drafts, i), drafts[i - 1].value)
        });
        if divided && let Some(list) = stack.last_mut() {
            (list.total, list.sum, list.colon) = (i - 1, Decimal::ZERO, false);
        }
        if let Some(list) = opened(ctx, drafts, i, lead, new_sentence) {
            // A list opened inside another hangs below it; one with the same total replaces it.
            while stack.last().is_some_and(|l| l.total >= list.total && !l.bracket) {
                stack.pop();
            }
            stack.push(list);
        }
        // 政府资助3,650万元、15,820人次,校级资助642万元、3,105人次: a second figure of an item, in another unit.
        let beside = lead == "、"
            && stack.last().is_some_and(|list| i > 0 && drafts[i - 1].part_of == Some(list.total));
        if beside && stack.last().is_some_and(|list| drafts[list.total].family != drafts[i].family) {
            continue;
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
    if stack.is_empty() {
        return;
    }
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
    list.colon
        && list.sum < drafts[list.total].value
        && drafts[i].sentence == drafts[i - 1].sentence + 1
        && ctx.view.words(drafts[i].lead.clone()).chars().count() <= 16
        && line_break_before(ctx, &drafts[i])
}

/// The list that the words before draft `i` open, if they do.
fn opened(ctx: Context<'_>, drafts: &[Draft], i: usize, lead: &str, new_sentence: bool) -> Option<List> {
    let trimmed = lead.trim_start_matches(['。', '\n', ' ', ',', ';', '、']);
    let titled = run_in_title(ctx, drafts, i, lead);
    let lead = titled.as_deref().unwrap_or(lead);
    let near = lead.rsplit([';', '。']).next().unwrap_or(lead);
    let list = |total: usize, bracket: bool, colon: bool| List {
        total,
        sentence: drafts[i].sentence,
        sum: Decimal::ZERO,
        bracket,
        colon,
        named_at: None,
        verbs: ANEW.places(near).map(|(_, verb)| verb).collect(),
    };
    if let Some(total) = named_total(ctx, drafts, i, lead) {
        return Some(List { named_at: Some(i), ..list(total, false, false) });
    }
    let telling = TELLING.any(near);
    // 只公开其中部分者: no list.
    let opener = if telling { OPENERS.places(near).last() } else { None }
        .filter(|(at, _)| !near[*at..].starts_with("其中部分"));
    let division = telling
        && !near.contains("除上述")
        && !near.contains("除上列")
        && (DIVISIONS.any(near)
            || words!["按", "从", "就"].any(near)
                && words!["分", "看", "统计", "而言", "来说", "计"].any(near));
    if let Some((_, word)) = opener {
        let weak = matches!(word, "含" | "包括" | "包含" | "涵盖") && new_sentence && !near.starts_with(word)
            || word.starts_with("分别")
                && !near.trim_start_matches([',', ' ']).starts_with("分别")
                && !near.contains("其中")
            // 包括学校简介、机构设置等,共58条: a total of what it lists.
            || new_sentence && word != "其中" && endings![",共", ",共计", ",合计"].close(near);
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
    // 18.62亿元，由财政拨款9.45亿元、事业收入…三项构成: the closing word comes behind the parts.
    if near.trim_start_matches([',', '(', ' ']).starts_with('由')
        && (words!["构成", "组成"].any(near)
            || words!["构成", "组成"].any(ctx.view.words(drafts[i].range.end..ctx.sentence(&drafts[i]).end)))
        && let Some(total) = nearest_total(ctx, drafts, i)
    {
        return Some(list(total, false, false));
    }
    // 不予公开的4件申请中,涉及国家秘密1件: divides the quantity right before.
    // 上学年的5,125条信息中: a count of the year before can be divided too.
    if let Some(total) = i.checked_sub(1).filter(|&t| {
        kin(ctx, &drafts[t], &drafts[i]) && !drafts[t].is_rate() && drafts[t].value >= drafts[i].value
    }) {
        let first = lead.split([',', ':']).next().unwrap_or(lead);
        // 毕业生912人中,升学731人.
        if first.ends_with('中')
            && (1..=7).contains(&first.chars().count())
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
    if !words!["中", "里头", "里面"].any(lead) {
        return None;
    }
    let name = lead.rsplit([',', ';', ':', '。', '\n', '(']).take(2).find_map(|clause| {
        let at = clause.find('中').or_else(|| clause.find("里头")).or_else(|| clause.find("里面"))?;
        let name = clause[..at].trim_start_matches(['在', '的']).trim_end_matches(['的', '之']);
        let part_of_word = clause[..at]
            .ends_with(['集', '当', '其', '年', '空', '高', '初', '华', '居', '途', '折', '适'])
            || clause[at + '中'.len_utf8()..].starts_with([
                '心', '层', '级', '标', '国', '央', '外', '文', '介', '小', '期', '共', '等', '医', '秋',
                '学', '专', '职', '午', '英',
            ]);
        let idle = matches!(name, "信息" | "申请" | "学生" | "来信" | "意见" | "建议" | "问卷");
        ((2..=12).contains(&name.chars().count()) && !part_of_word && !idle).then_some(name)
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
        countable(&drafts[t]) && can_hold(ctx, &drafts[t], &drafts[i]) && drafts[t].value >= drafts[i].value
    })
}

/// Kin, or persons among times of persons: 惠及学生5,237人次,其中国家奖学金8人.
fn can_hold(ctx: Context<'_>, total: &Draft, item: &Draft) -> bool {
    kin(ctx, total, item)
        || total.family == Family::Person
            && item.family == Family::Person
            && total.unit.clone().is_some_and(|unit| ctx.view.words(unit) == "人次")
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
    // 31人,其中教授4人、副教授86人、讲师11人: behind 、 the list goes on, also where a part exceeds the whole.
    let exceeds =
        item.value > total.value && !(lead.starts_with('、') && drafts[i - 1].part_of == Some(list.total));
    if !can_hold(ctx, total, item) || exceeds || list.total == i {
        return false;
    }
    if item.sentence != list.sentence && !list.colon {
        return false;
    }
    let full = list.sum == total.value;
    // ;在新增信息中,…: the ; before the words that open a list does not end it.
    let separated = lead.contains(';') && list.named_at != Some(i);
    let clause = lead.rsplit([',', ';']).next().unwrap_or(lead);
    // 予以公开2件;另有1件所涉信息不属于本校掌握: what completes the list.
    if separated
        && list.sum.checked_add(item.value) == Some(total.value)
        && words!["另有", "其余", "余下", "另"].open(clause)
    {
        return true;
    }
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
    // ,2018年录取研究生1,960人: a clause that opens with a year speaks of that year.
    if lead.len() > clause.len() && opens_with_year(clause) {
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
    // ;新生报到3,187人: one count behind a full list and a ; is another matter; several may divide the total again.
    if full && separated && !OPENERS.any(lead) {
        let unit = |d: &Draft| d.unit.clone().map(|unit| ctx.view.words(unit));
        // 公开信息1,672条,其中…718条;公众号编发图文387篇
        if run_from(ctx, drafts, i).len() == 1 || unit(item) != unit(total) {
            return false;
        }
    }
    // 参评学生1,500人,其中满意1,425人;参评教职工320人: the words of the total, for another total.
    if separated && parallel(ctx, total, item) {
        return false;
    }
    // A new clause with its own verb counts something else: 其中…3件,采纳建议2件 stays, 较上年…, 另举办… do not.
    !["另举办", "另召开", "另外", "此外", "同时", "举办", "召开", "组织开展"]
        .iter()
        .any(|word| lead.trim_start_matches([',', ';', '。', '、', '\n']).starts_with(word))
}

/// Two quantities and more that add up to a value.
fn divides(drafts: &[Draft], run: &[usize], value: Decimal) -> bool {
    let sum = run.iter().try_fold(Decimal::ZERO, |sum, &k| sum.checked_add(drafts[k].value));
    run.len() >= 2 && sum == Some(value)
}

/// The clauses of two quantities begin with the same words.
fn parallel(ctx: Context<'_>, a: &Draft, b: &Draft) -> bool {
    let clause = |d: &Draft| {
        let lead = ctx.view.words(d.lead.clone());
        lead.rsplit([',', ';', '。', ':']).next().unwrap_or(lead).trim()
    };
    let same = clause(a).chars().zip(clause(b).chars()).take_while(|(x, y)| x == y).count();
    same >= 2 && same < clause(b).chars().count()
}

/// 2018年…
fn opens_with_year(clause: &str) -> bool {
    clause.find(|c: char| !c.is_ascii_digit()).is_some_and(|end| end == 4 && clause[end..].starts_with('年'))
}
