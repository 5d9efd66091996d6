//! Applications and complaints among the quantities: by the part they stand in and the words round them.

use super::surroundings::Surroundings;
use super::{Context, Draft};
use crate::lexis::words::{endings, words};
use crate::model::{MeasureKind, Role};

/// The kind of a quantity that may count applications or complaints; `None` where other words decide.
pub(super) fn kind(
    ctx: Context<'_>,
    drafts: &[Draft],
    i: usize,
    near: &Surroundings,
    unit: &str,
    case: bool,
) -> Option<MeasureKind> {
    let draft = &drafts[i];
    if draft.role == Some(Role::OnRequest) && case {
        if says_other(ctx, drafts, i) {
            return Some(MeasureKind::Other);
        }
        let complaint =
            near.noun == Some(MeasureKind::Complaints) || near.behind == Some(MeasureKind::Complaints);
        let sentence = ctx.view.words(ctx.sentence(draft));
        if complaint && !ctx.view.words(draft.lead.clone()).contains("申请") {
            return Some(MeasureKind::Complaints);
        }
        if matches!(unit, "件" | "份" | "宗" | "起" | "件次" | "单")
            || matches!(unit, "条" | "项" | "次" | "封" | "例")
                && sentence.contains("申请")
                && !matches!(near.noun, Some(MeasureKind::Training | MeasureKind::Rules))
        {
            return Some(MeasureKind::Requests);
        }
    }
    // 共收到信息公开申请8件,没有申请人因此申请复议: the part on complaints takes the count up again.
    if draft.role == Some(Role::Complaints)
        && takes_up(ctx.view.words(draft.lead.clone()).trim_end())
        && !ctx.view.words(ctx.tail(drafts, i)).starts_with('的')
    {
        return Some(MeasureKind::Requests);
    }
    if draft.role == Some(Role::Complaints) && case && !matches!(near.noun, Some(MeasureKind::Training)) {
        let lead = ctx.view.words(draft.lead.clone());
        let unrelated = near.noun == Some(MeasureKind::Other)
            && words!["问卷", "票", "样本", "意见", "建议", "来信"].any(lead)
            && !lead.contains("举报");
        return Some(if unrelated || says_other(ctx, drafts, i) {
            MeasureKind::Other
        } else {
            MeasureKind::Complaints
        });
    }
    None
}

/// 共收到信息公开申请, but not 因信息公开申请….
fn takes_up(lead: &str) -> bool {
    let clause = lead.rsplit([',', ';', '。']).next().unwrap_or(lead);
    endings!["信息公开申请", "依申请公开申请", "公开申请"].close(clause)
        && words!["收到", "受理", "接到", "接收"].any(clause)
        && !words!["因", "就", "涉及", "对", "针对"].any(clause)
}

/// 信息公开申请, 申请公开: an application for disclosure, not for a grant.
pub(super) fn info_request(ctx: Context<'_>, draft: &Draft) -> bool {
    let sentence = ctx.view.words(ctx.sentence(draft));
    words!["信息公开申请", "公开申请", "申请公开", "依申请", "受理申请", "收到申请"].any(sentence)
}

/// 来电6次询问…, 不计入申请: stands in the part on applications but is none.
fn says_other(ctx: Context<'_>, drafts: &[Draft], i: usize) -> bool {
    let lead = ctx.view.words(drafts[i].lead.clone());
    let near = lead.rsplit(['。', ';']).next().unwrap_or(lead);
    let tail = ctx.view.words(drafts[i].range.end..ctx.sentence(&drafts[i]).end);
    let clause = tail.split(';').next().unwrap_or(tail);
    let apart = words![
        "不计入",
        "不作为",
        "未计入",
        "不列入",
        "不在此列",
        "另行处理",
        "不属于依申请",
        "未纳入",
        "不纳入",
        "不按依申请",
        "不在其列",
        "不属依申请"
    ]
    .any(clause);
    apart
        || words!["来电", "咨询", "来访", "问卷", "查阅成绩", "电话查询", "电话询问"].any(near)
            && !near.contains("申请")
        || words!["电话询问", "电话咨询"].open(clause)
}
