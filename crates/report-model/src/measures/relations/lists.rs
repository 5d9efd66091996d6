//! Lists that words open: 其中, 包括, 分别为, brackets, a colon behind a total, a division of a total stated before.

use super::super::{Context, Draft};
use super::openers::{OPENERS, opened};
use super::totals::{can_hold, divides, run_from};
use super::{anew_verb, countable, line_break_before, starts_anew};
use crate::lexis::date::after_year;
use crate::lexis::words::words;
use crate::model::Decimal;

/// An open list: its total, and where it was opened.
pub(super) struct List {
    pub(super) total: usize,
    pub(super) sentence: usize,
    pub(super) sum: Decimal,
    pub(super) bracket: bool,
    /// The bracket or list began behind a ; of an outer list.
    pub(super) colon: bool,
    /// The draft before which its total is named anew.
    pub(super) named_at: Option<usize>,
    /// Verbs of the first part: 面向…录取486人;面向…录取324人 goes on.
    pub(super) verbs: Vec<&'static str>,
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
        // 官方微信612条,累计阅读148.6万人次;官方微博345条: what is said of an item beside its count.
        let of_an_item = stack.last().is_some_and(|list| {
            !can_hold(ctx, &drafts[list.total], &drafts[i]) && said_of_an_item(ctx, drafts, i, list)
        });
        if of_an_item {
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

/// The figure stands in brackets, or behind a comma between items of a list that are set off by ;.
fn said_of_an_item(ctx: Context<'_>, drafts: &[Draft], i: usize, list: &List) -> bool {
    let lead = |k: usize| ctx.view.words(drafts[k].lead.clone());
    let Some(item) = i.checked_sub(1).filter(|&item| drafts[item].part_of == Some(list.total)) else {
        return false;
    };
    let Some(next) = drafts.get(i + 1).filter(|next| next.sentence == drafts[i].sentence) else {
        return false;
    };
    // 微信448条(累计阅读39.2万人次),微博236条
    if lead(i).starts_with('(') && lead(i + 1).starts_with(')') {
        return true;
    }
    (list.colon || lead(item).starts_with(';'))
        && lead(i).starts_with([',', '('])
        && !lead(i).contains([';', '。', '\n', ':'])
        && can_hold(ctx, &drafts[list.total], next)
        && lead(i + 1).trim_start_matches(')').starts_with(';')
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
    let yearly = i > 0 && drafts[i - 1].part_of == Some(list.total) && {
        let before = ctx.view.words(drafts[i - 1].lead.clone());
        let before = before.rsplit([',', ';', '、']).next().unwrap_or(before);
        after_year(before.trim_start_matches("其中")).is_some()
    };
    if lead.len() > clause.len() && after_year(clause).is_some() && !yearly {
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
    let completes = list.sum.checked_add(item.value).is_some_and(|sum| sum == total.value)
        || i > 0 && drafts[i - 1].part_of == Some(list.total) && parallel(ctx, &drafts[i - 1], item);
    if separated && !completes && parallel(ctx, total, item) {
        return false;
    }
    // A new clause with its own verb counts something else: 其中…3件,采纳建议2件 stays, 较上年…, 另举办… do not.
    !["另举办", "另召开", "另外", "此外", "同时", "举办", "召开", "组织开展"]
        .iter()
        .any(|word| lead.trim_start_matches([',', ';', '。', '、', '\n']).starts_with(word))
}

/// The clauses of two quantities begin with the same words.
fn parallel(ctx: Context<'_>, a: &Draft, b: &Draft) -> bool {
    let clause = |d: &Draft| {
        let lead = ctx.view.words(d.lead.clone());
        let clause = lead.rsplit([',', ';', '。', ':']).next().unwrap_or(lead).trim();
        // What all clauses of such reports begin with tells nothing.
        let clause = clause.trim_start_matches("其中");
        words!["公开", "发布", "网站", "通过", "推送", "共", "学校", "学院"]
            .opening(clause)
            .map_or(clause, |word| &clause[word.len()..])
    };
    let same = clause(a).chars().zip(clause(b).chars()).take_while(|(x, y)| x == y).count();
    same >= 2 && same < clause(b).chars().count()
}
