use crate::audit::case::{Case, Figure};
use crate::audit::fingerprint::digest;
use crate::audit::interval::{one_slip, show};
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::date::after_year;
use crate::lexis::signs::is_han;
use crate::lexis::words::{Words, words};
use crate::model::{Channel, MeasureKind, Role, Severity};
use crate::order;

rule! {
    /// ## What it does
    ///
    /// Finds a quantity that the text states twice with different values: the same thing counted (the words before the
    /// number, without 共, 全年, 累计 and the like), the same unit, channel and time.
    ///
    /// ## Why it matters
    ///
    /// The overview repeats the totals of the parts. After a late correction one of the two places is often forgotten.
    ///
    /// ## Example
    ///
    /// > 一、概述 本学年共公开信息2,049条。…… 二、主动公开情况 全校公开信息2,094条。
    ///
    /// Two swapped digits, or one other digit, make it an error; other differences a warning. Statements of different scope
    /// (学院网站公开…, 招生信息公开…) have other words and are not compared. Only the count of an account (官方微信, 微博) in
    /// the overview is held against the list by channel whatever the words, and told where one digit slipped; and the
    /// applications of the year, received or accepted, are one number in all parts. A total in the overview needs no word that
    /// says that it is one.
    ///
    /// ## How to mend
    ///
    /// Find out which of the two is right and correct the other one.
    ///
    /// ## Source
    ///
    /// Two statements of one fact cannot differ.
    "RM404" "stated-twice" Warning
    "同一数据前后不一致" "one quantity is stated with two values"
    "核对两处数据，改正有误的一处。"
    "Find out which of the two is right and correct the other one."
    check
}

/// Words that say nothing about what is counted.
const IDLE: &Words = words![
    "本学年度", "本学年", "本年度", "全学年", "学年内", "全年度", "年度内", "全年", "一年来", "本年", "年内", "一年间", "学年",
    "年度", "我们", "我校", "我院", "学校", "学院", "全校", "全院", "本校", "本院", "总共", "共计", "累计", "合计", "总计", "一共",
    "共", "各类", "各种", "各项", "主动", "及时", "先后", "已", "了", "的", "为", "期间", "达到", "上述", "以上", "渠道", "四类", "五类",
    "三类", "各渠道", "通过", "召开", "举办", "开展", "组织", "安排", "只", "仅", "举行", "进行", "开办", "总量", "总数", "数量"];

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let keyed = |(i, figure)| key(case, figure).map(|key| (key, i));
    let mut keys: Vec<(u64, usize)> = case.figures.iter().enumerate().filter_map(keyed).collect();
    order::by_number(&mut keys, |key| key.0);
    for same in keys.chunk_by(|a, b| a.0 == b.0) {
        let [(_, first), others @ ..] = same else { continue };
        for (_, other) in others {
            judge(case, &case.figures[*first], &case.figures[*other], notes);
        }
    }
    accounts(case, notes);
    applications(case, notes);
}

/// Smaller numbers differ in one digit by chance.
const HUNDRED: i128 = 100_000_000;

/// 官方微信推送731篇 in the overview and 官方微信 713篇 in a table: the count of the school's one account. Words differ
/// here, so that only a slip of the pen is told.
fn accounts(case: &Case<'_>, notes: &mut Notes<'_>) {
    const OWN: &Words = words![
        "官方", "微信", "公众号", "公众平台", "微博", "新浪", "推送", "发布", "信息", "图文", "推文", "消息", "公开", "通过", "其中", "文章"
    ];
    // The first count of each channel and unit: two or three at most.
    let mut seen: Vec<(&str, Channel, &Figure<'_>)> = Vec::new();
    for figure in &case.figures {
        let measure = figure.measure;
        let (Some(channel @ (Channel::Wechat | Channel::Weibo)), Some(unit)) = (measure.channel, measure.unit.as_deref()) else {
            continue;
        };
        if measure.kind != MeasureKind::Disclosed || figure.exact().is_none() || !figure.is_current() {
            continue;
        }
        let clause = case.clause(figure.range.start);
        let lead = case.words(clause.start..figure.range.start);
        if !words!["微信", "微博", "公众号", "公众平台"].any(lead) {
            continue;
        }
        // The account's own name says nothing: “清湖之声”官方微信.
        let lead = lead.strip_prefix(['“', '"']).and_then(|rest| rest.split_once(['”', '"'])).map_or(lead, |(_, rest)| rest);
        let mut told = telling_words(lead);
        for word in OWN.places(&told.clone()).map(|(_, word)| word) {
            told = told.replace(word, "");
        }
        if !told.is_empty() {
            continue;
        }
        let known = seen.iter().find(|(u, c, _)| (*u, *c) == (unit, channel)).map(|known| known.2);
        match known {
            None => seen.push((unit, channel, figure)),
            Some(first) if first.value == figure.value => notes.holds(),
            // The rule on the same words has told of it.
            Some(first) if key(case, first).is_some() && key(case, first) == key(case, figure) => {}
            Some(first) if !repeats(case, first, figure) => notes.uncertain(),
            Some(first) if first.value >= HUNDRED && one_slip(first.value, figure.value) => judge(case, first, figure, notes),
            Some(_) => notes.uncertain(),
        }
    }
}

/// 受理信息公开申请6件 in one part and 收到信息公开申请8件 in another: the applications of the year, whatever the verb.
fn applications(case: &Case<'_>, notes: &mut Notes<'_>) {
    let part = |figure: &Figure<'_>| case.path(figure.range.start).last();
    let mut first: Option<&Figure<'_>> = None;
    for figure in case.figures.iter().filter(|figure| figure.measure.kind == MeasureKind::Requests) {
        let alone = figure.measure.part_of.is_none() && figure.exact().is_some() && figure.is_current();
        let clause = case.clause(figure.range.start);
        let lead = case.words(clause.start..figure.range.start);
        if !alone || !lead.ends_with("申请") {
            continue;
        }
        let told = telling_words(lead);
        // Nothing but the year before the verb: offices and branches count their own.
        let told = told.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '第' | '条'));
        let all = matches!(told, "收到信息公开申请" | "受理信息公开申请" | "接到信息公开申请" | "接收信息公开申请");
        if !all {
            continue;
        }
        match first {
            None => first = Some(figure),
            // The rule on the same words has told of it.
            Some(known) if key(case, known).is_some() && key(case, known) == key(case, figure) => {}
            Some(known) if part(known) != part(figure) => judge(case, known, figure, notes),
            Some(_) => {}
        }
    }
}

/// The overview and the list by channel repeat each other; anywhere else a count may be of a topic only.
fn repeats(case: &Case<'_>, first: &Figure<'_>, second: &Figure<'_>) -> bool {
    let role = |figure: &Figure<'_>| case.path(figure.range.start).last().map(|i| case.parts[i].section.role);
    let listed = |figure: &Figure<'_>| figure.measure.part_of.is_some();
    match (role(first), role(second)) {
        (Some(Role::Overview), Some(Role::Proactive)) => listed(second),
        (Some(Role::Proactive), Some(Role::Overview)) => listed(first),
        _ => false,
    }
}

/// A digest of what is counted, in bare words, and of unit, kind and channel; `None` where the statement is of no use for a
/// comparison.
fn key(case: &Case<'_>, figure: &Figure<'_>) -> Option<u64> {
    let measure = figure.measure;
    if figure.exact().is_none() || !figure.is_current() || measure.part_of.is_some() || figure.is_rate() {
        return None;
    }
    if !matches!(
        measure.kind,
        MeasureKind::Disclosed | MeasureKind::Requests | MeasureKind::Training | MeasureKind::Audience | MeasureKind::Rules
    ) {
        return None;
    }
    let clause = case.clause(figure.range.start);
    let before = case.words(clause.start..figure.range.start);
    let behind = case.words(figure.range.end..clause.end.max(figure.range.end));
    // 2023年新制定制度7项、修订11项: the year counts nothing, nor does the next item.
    let year = before.find(|c: char| c.is_ascii_digit()).and_then(|at| after_year(&before[at..]));
    let before = year.unwrap_or(before);
    // 6,138条(去年同期5,690条): a bracket compares, and counts nothing of its own.
    let behind = behind.split(['、', '(']).next().unwrap_or(behind);
    // Another quantity in the clause: what is counted is told by its own words only.
    if before.contains(|c: char| c.is_ascii_digit()) || behind.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if words!["其中", "分别", "每", "平均", "首", "上学年", "上年", "去年", "以来", "至今", "再", "又", "另", "还", "新增", "增加"].any(before) {
        return None;
    }
    let mut counted = telling_words(before);
    if counted.is_empty() {
        // 召开专题会议4次 and 召开的5次专题会议 count the same.
        counted = telling_words(behind);
        counted.truncate(counted.trim_end_matches(['中', '里', '内']).len());
    }
    if matches!(counted.as_str(), "公开信息" | "信息公开" | "信息" | "公开" | "发布信息") {
        // A bare total must say that it is one.
        let lead = case.words(clause.start..figure.range.start);
        let total = words!["共", "计", "总", "全年", "全学年", "本学年", "本年", "累", "全校", "全院"].any(lead);
        // 本学年度,…;主动公开信息6,318条: the overview tells of the year, and names no other who did it.
        let top = case.path(figure.range.start).last();
        let overview = || top.is_some_and(|i| case.parts[i].section.role == Role::Overview) && words!["主动公开", "公开"].open(lead);
        if !total && !overview() {
            return None;
        }
        return Some(digest(&[measure.unit.as_deref().unwrap_or_default(), "公开信息"]));
    }
    let telling = counted.chars().count() >= 4;
    let (unit, channel) = (measure.unit.as_deref().unwrap_or_default(), measure.channel.map_or("", Channel::as_str));
    telling.then(|| digest(&[unit, measure.kind.as_str(), channel, &counted]))
}

/// The words without idle ones and signs.
fn telling_words(text: &str) -> String {
    let mut out = String::new();
    let mut from = 0;
    let mut add = |words: &str| out.extend(words.chars().filter(|&c| is_han(c) || c.is_alphanumeric()));
    for (at, word) in IDLE.places(text) {
        if at >= from {
            add(&text[from..at]);
            from = at + word.len();
        }
    }
    add(&text[from..]);
    out
}

fn judge(case: &Case<'_>, first: &Figure<'_>, second: &Figure<'_>, notes: &mut Notes<'_>) {
    if first.value == second.value {
        return notes.holds();
    }
    // Lines of one list state different things; the parts of a report repeat one another.
    let apart = case.words(first.range.end..second.range.start).contains(['。', '\n']);
    if !apart {
        return notes.uncertain();
    }
    let slip = one_slip(first.value, second.value);
    let near = (first.value - second.value).abs() * 10 <= first.value.max(second.value);
    // The number of trainings on a subject is one number.
    let few = first.measure.kind == MeasureKind::Training;
    if !slip && !near && !few {
        return notes.uncertain();
    }
    let (a, b) = (show(first.value), show(second.value));
    let severity = if slip { Severity::Error } else { Severity::Warning };
    notes.fails(
        Finding::new(
            second.range.clone(),
            format!("同一数据前后不一致：此处为 {b}，前文为 {a}"),
            format!("one quantity has two values: {b} here, {a} above"),
        )
        .severity(severity)
        .related(first.range.clone(), "前文", "the earlier statement"),
    );
}
