//! What opens a list of parts: 其中, 包括, a division, a bracket, a colon, the name of a part stated before.

use super::super::{Context, Draft};
use super::lists::List;
use super::totals::{nearest_total, total_before};
use super::{ANEW, BACK, countable, kin};
use crate::lexis::signs::is_han;
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
pub(super) const OPENERS: &Words = words!(in &OPENER_LIST);
/// Words that open a list by some division of a total stated before.
const DIVISION_LIST: [&str; 32] = [
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
];
const DIVISIONS: &Words = words!(in &DIVISION_LIST);

/// One look that settles most clauses: the words of both lists, and those that divide together with another.
const TELLING: &Words = words!(in &joined::<{ OPENER_LIST.len() + DIVISION_LIST.len() + 3 }>(&[&OPENER_LIST, &DIVISION_LIST, &["按", "从", "就"]]));

/// The list that the words before draft `i` open, if they do.
pub(super) fn opened(
    ctx: Context<'_>,
    drafts: &[Draft],
    i: usize,
    lead: &str,
    new_sentence: bool,
) -> Option<List> {
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
    let opener = if telling { OPENERS.places(near).last() } else { None };
    let opener = opener.filter(|&(at, word)| !inside_clause(near, at, word));
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
                // 已有2,761人就业;其中考取研究生183人: behind the ; it is this list that begins.
                let named_at = (word == "其中" && near.starts_with(word)).then_some(i);
                return Some(List { named_at, ..list(total, bracket, near.contains(':')) });
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
        let first = first.trim_end_matches(['已', '有', '共', '约']);
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
        // 2,588人:甲412人;乙…; 3件,经核实:属实1件
        let lead = lead.trim_start_matches(',');
        let colon = lead
            .find(':')
            .filter(|&at| lead[..at].chars().count() <= 12 && !lead[..at].contains([',', ';', '、']));
        if colon.is_some() {
            return Some(list(total, false, true));
        }
    }
    None
}

/// 只公开其中部分者, 仅就其中一部分公开, 申请内容中含有个人信息的: the word is about one thing, and opens no list.
fn inside_clause(near: &str, at: usize, word: &str) -> bool {
    let behind = &near[at + word.len()..];
    match word {
        "其中" => {
            behind.starts_with("部分")
                || near[..at].ends_with(['就', '对', '将', '把', '除', '供', '仅', '了'])
        }
        "含" => behind.starts_with('有') && near[..at].ends_with(is_han),
        _ => false,
    }
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
