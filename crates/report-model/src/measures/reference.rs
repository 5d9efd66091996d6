//! What time a quantity speaks of: this period, the one before, a difference, a plan, the school's size.

use super::{Context, Draft, Family};
use crate::lexis::words::{Endings, Words, endings, words};
use crate::model::{RefersTo, Role};

const COMPARED: &Words =
    words!["较上", "比上", "同比", "较去年", "比去年", "较前", "环比", "比前", "较往年", "比往年"];
const DIFFERENCE: &Endings = endings![
    "增加",
    "增加了",
    "减少",
    "减少了",
    "增长",
    "增长了",
    "下降",
    "下降了",
    "提高",
    "提高了",
    "上升",
    "上升了",
    "降低",
    "降低了",
    "净增",
    "多",
    "少",
    "增幅",
    "降幅",
    "回落",
    "提升",
    "提升了",
];
const PREVIOUS_YEARS: &[&str] = &[
    "上学年",
    "上年",
    "去年",
    "上一学年",
    "上年度",
    "上学年度",
    "上一年",
    "往年",
    "前一年",
    "上一年度",
    "上一学年度",
];
const PREVIOUS: &Words = words!(in PREVIOUS_YEARS);
const PREVIOUS_LAST: &Endings = endings!(in PREVIOUS_YEARS);
const CARRIED: &Words = words!["结转", "转入", "接转", "遗留", "结存", "延续"];
const PLANNED: &Words = words![
    "将",
    "计划",
    "力争",
    "拟",
    "目标",
    "下一步",
    "预计",
    "下学年",
    "明年",
    "来年",
    "新学年",
    "下一年",
    "下一学年",
    "确保"
];
const PROFILE: &Words = words![
    "占地",
    "馆藏",
    "在校生",
    "在校学生",
    "全日制",
    "专任教师",
    "教职工总数",
    "建筑面积",
    "现有教",
    "现有学",
    "现有本",
    "现有专",
    "校园面积",
    "固定资产",
    "设有",
    "下设",
    "现设",
    "开设有",
    "教学科研仪器",
    "在籍",
    "现有各类",
    "在编",
];

pub(super) fn assign(ctx: Context<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        drafts[i].refers_to = of(ctx, drafts, i);
    }
}

/// How a clause names the time that a figure is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compared {
    /// 2022年(的2,628条…): a year only; what stands before must be of the same family.
    Year,
    /// 比2022年, 与2011-2012学年, 较上年: with the word that compares.
    Stated,
}

fn compared_with(clause: &str) -> Option<Compared> {
    let compares = |head: &str| head.ends_with(['比', '较', '与', '同', '由', '从']);
    if let Some(word) = PREVIOUS_LAST.closing(clause) {
        return compares(&clause[..clause.len() - word.len()]).then_some(Compared::Stated);
    }
    // The year before named by its number, or the two years of a school year by theirs.
    let year = clause.strip_suffix('度').unwrap_or(clause).strip_suffix('年')?;
    let year = year.strip_suffix('学').unwrap_or(year);
    let head =
        year.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '–' | '~' | '至'));
    if year.len() - head.len() < 4 {
        return None;
    }
    if compares(head) { Some(Compared::Stated) } else { head.is_empty().then_some(Compared::Year) }
}

fn last_clause(lead: &str) -> &str {
    lead.rsplit([',', ';', '。', ':', '(']).next().unwrap_or(lead)
}

fn of(ctx: Context<'_>, drafts: &[Draft], i: usize) -> RefersTo {
    let draft = &drafts[i];
    let lead = ctx.view.words(draft.lead.clone());
    // Only the clause the number ends counts for differences.
    let clause = last_clause(lead);
    let clause = clause.trim_end_matches(['约', '近', '超', '过', '了']);
    // 比2022-2023学年(5,500条)多550条: the bracket holds what is compared with, behind it stands the difference.
    let behind_bracket = clause.strip_prefix(')');
    let opened = lead.strip_suffix('(').and_then(|before| compared_with(last_clause(before)));
    if opened == Some(Compared::Stated) {
        return RefersTo::Previous;
    }
    let after_previous = i.checked_sub(1).is_some_and(|k| {
        drafts[k].refers_to == RefersTo::Previous
            && drafts[k].sentence == draft.sentence
            && drafts[k].family == draft.family
    });
    if after_previous && behind_bracket.is_some_and(|clause| DIFFERENCE.close(clause)) {
        return RefersTo::Change;
    }
    if DIFFERENCE.close(clause) && !clause.ends_with("最多") {
        let sentence = &ctx.view.text[ctx.sentences[draft.sentence].start..draft.range.start];
        let compared = COMPARED.any(sentence) || PREVIOUS.any(sentence) || clause.ends_with("净增");
        if compared {
            return RefersTo::Change;
        }
    }
    if clause.ends_with("由上年的") || draft.family == Family::Rate && clause.contains("由上") {
        return RefersTo::Previous;
    }
    // 比上学年的2,418条增加317条: the figure compared with.
    let bare = clause.trim_end_matches(['的', '为', '是']).trim_end_matches("同期");
    let follows = i
        .checked_sub(1)
        .is_some_and(|k| drafts[k].sentence == draft.sentence && drafts[k].family == draft.family);
    match compared_with(bare) {
        Some(Compared::Stated) => return RefersTo::Previous,
        Some(Compared::Year) if follows => return RefersTo::Previous,
        _ => {}
    }
    // 增加96条 in a row of a table.
    if ["增加", "减少", "净增"].contains(&clause)
        && i.checked_sub(1)
            .is_some_and(|k| drafts[k].sentence == draft.sentence && drafts[k].family == draft.family)
    {
        return RefersTo::Change;
    }
    if words!["上", "去年", "往年", "前一年"].any(clause)
        && !CARRIED.any(lead)
        && !COMPARED.any(clause)
        && PREVIOUS.iter().any(|word| {
            clause.contains(word)
                && (clause.trim_end_matches(['为', '是', '的', '共', '有', '仅', '只']).ends_with(word)
                    || clause.starts_with(word)
                    || clause.starts_with('('))
        })
    {
        return RefersTo::Previous;
    }
    if !matches!(draft.role, Some(Role::OnRequest | Role::Complaints)) && PROFILE.any(lead) {
        return RefersTo::Profile;
    }
    let from_start = ctx.sentences[draft.sentence].start..draft.range.start;
    if draft.role == Some(Role::Improvement) && PLANNED.any(ctx.view.words(from_start)) {
        return RefersTo::Planned;
    }
    RefersTo::Current
}
