//! Which quantity is stated to be a part of which.
//!
//! Words decide first ([`openers`] of [`lists`]: 其中, 包括, brackets, a colon), also where the sum is wrong (the audit wants
//! those). Where no word tells, a list counts as parts of a total only if it adds up to it exactly ([`sums`], with two exceptions), in a
//! sentence, over lines, or over sub-parts ([`lines`]).

mod lines;
mod lists;
mod openers;
mod sums;
mod totals;

use super::{Context, Draft, Family};
use crate::lexis::words::{Words, words};
use crate::model::RefersTo;

/// Most quantities looked back for a total.
const BACK: usize = 14;
/// Longest list added up.
const LONGEST: usize = 40;

/// Small numbers add up by chance: outside the part on applications, totals below this need words.
const CHANCE: u32 = 10;

pub(super) fn assign(ctx: Context<'_>, drafts: &mut [Draft]) {
    lists::by_words(ctx, drafts);
    sums::by_sums(ctx, drafts);
    lines::by_lines(ctx, drafts);
    // 上学年的100条中,招生信息80条: of the year before too.
    for i in 0..drafts.len() {
        if drafts[i].part_of.is_some_and(|p| p < i && drafts[p].refers_to == RefersTo::Previous) {
            drafts[i].refers_to = RefersTo::Previous;
        }
    }
}

/// Units of what is published: 公开2,549条,其中…推送713篇.
const PIECES: [&str; 5] = ["条", "篇", "则", "条次", "篇次"];

/// Units that can be whole and part: the same, both persons, or both of what is published.
fn kin(ctx: Context<'_>, a: &Draft, b: &Draft) -> bool {
    let unit = |d: &Draft| d.unit.clone().map_or("", |u| ctx.view.words(u));
    let (x, y) = (unit(a), unit(b));
    (x == y || PIECES.contains(&x) && PIECES.contains(&y)) && a.family == b.family
        || a.family == Family::Person && b.family == Family::Person && (x == "人次") == (y == "人次")
        || a.family == Family::Money && b.family == Family::Money
}

/// Can be a whole or a part at all.
fn countable(d: &Draft) -> bool {
    !d.is_rate() && matches!(d.refers_to, RefersTo::Current | RefersTo::Profile | RefersTo::Planned)
}

fn line_break_before(ctx: Context<'_>, draft: &Draft) -> bool {
    let start = ctx.sentences[draft.sentence].start;
    ctx.view.text[..start].ends_with('\n')
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
    let clause = ["最终", "实际"].iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
    // 公示栏96条, 自主创业9人: where it stands and what it is, not what is done.
    let noun = |verb: &str| match verb {
        "公示" | "公布" => {
            let behind = &clause[verb.len()..];
            behind.starts_with(['栏', '墙', '牌', '屏'])
                || behind.starts_with('网') && !words!["网上", "网络", "网站", "网页"].open(behind)
        }
        "自主" => clause[verb.len()..].starts_with('创'),
        _ => false,
    };
    ANEW.places(clause).next().filter(|(at, verb)| *at == 0 && !noun(verb)).map(|(_, verb)| verb)
}

/// Verbs of counting things of a kind of their own.
const ANEW: &Words = words![
    "录取", "招收", "招录", "面向", "自主", "扩招", "发放", "受理", "收到", "举办", "召开", "引进", "聘用",
    "评选", "资助", "选拔", "培训", "另", "新增", "完成", "出版", "编印", "公示", "公布", "离职", "退休",
    "辞职", "调离", "调出", "选派", "外派"
];
