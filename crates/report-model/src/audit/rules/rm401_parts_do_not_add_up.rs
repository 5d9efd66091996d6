use crate::audit::case::{Case, Figure};
use crate::audit::interval::{Interval, Order, one_slip, show_as};
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::lexis::signs::is_han;
use crate::lexis::words::words;
use crate::model::MeasureKind;

rule! {
    /// ## What it does
    ///
    /// Adds up the parts that the text states of a total (其中, 包括, 分别, a list behind a colon) and compares the sum with
    /// the total. A total split twice (by channel and by subject) is checked for each split. Rounded numbers (28.46亿元) and
    /// hedges (余, 约) are compared by what they allow.
    ///
    /// ## Why it matters
    ///
    /// The totals of these reports are copied into statistics. A sum that does not come out means that one of the printed
    /// numbers is wrong, and a reader cannot tell which.
    ///
    /// ## Example
    ///
    /// > 全年公开信息1,286条，其中网站642条、微信418条、公告栏97条、校报119条。
    ///
    /// 642 + 418 + 97 + 119 = 1,276. A list that may be incomplete (其中国家专项120人、地方专项85人 of 4,680人) is left
    /// alone: it counts as uncertain, unless it nearly makes up the total or exceeds it. A list of persons or money behind
    /// 其中 names what matters and must come nearer than any other list.
    ///
    /// ## How to mend
    ///
    /// Check total and parts against the source, correct the wrong one; where the list names only some of the parts, say so
    /// (其中主要有…).
    ///
    /// ## Source
    ///
    /// The Ministry's yearly notice: what was published is reported with figures, in total and by channel.
    "RM401" "parts-do-not-add-up" Error
    "合计与分项不符" "the parts do not add up to the total"
    "核对合计与各分项，改正有误的一处；若只列举部分内容，请写明“其中主要有”。"
    "Check the total and its parts and correct the wrong one; where only some parts are listed, say so."
    check
}

/// A total from which on one wrong digit is no coincidence.
const HUNDRED: i128 = 100_000_000;

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); case.figures.len()];
    for (i, figure) in case.figures.iter().enumerate() {
        if let Some(total) = figure.measure.part_of
            && let Some(list) = children.get_mut(total as usize)
        {
            list.push(i);
        }
    }
    for (total, parts) in children.iter().enumerate().filter(|(_, parts)| !parts.is_empty()) {
        for list in splits(case, total, parts) {
            judge(case, total, list, notes);
        }
    }
}

/// The parts by the splits they come from: a split ends where its sum is reached, and between sentences.
fn splits<'p>(case: &Case<'_>, total: usize, parts: &'p [usize]) -> Vec<&'p [usize]> {
    let whole = case.figures[total].interval;
    let mut list = Vec::new();
    let (mut from, mut sum) = (0, Interval::exact(0));
    for (n, &part) in parts.iter().enumerate() {
        let over = n > from && (sum.meets(whole) && turns(case, parts[n - 1], part) || starts_anew(case, total, parts[n - 1], part));
        if over || n >= from + 3 && pauses(case, parts[n - 1], part) && misses_by_a_slip(case, total, &parts[from..n]) {
            list.push(&parts[from..n]);
            (from, sum) = (n, Interval::exact(0));
        }
        sum = sum.plus(case.figures[part].interval);
    }
    list.push(&parts[from..]);
    list
}

/// Another sentence, unless the split is a list whose every item is a sentence or a line.
fn starts_anew(case: &Case<'_>, total: usize, before: usize, part: usize) -> bool {
    let words = case.words(case.figures[before].range.end..case.figures[part].range.start);
    let listed = || {
        let first = case.figures[total].range.end;
        case.words(first..case.floor(first + 24)).contains(['\n', ':'])
    };
    words.contains('。') && (words.contains("。\n") || !listed()) || names_split(words)
}

/// A pause, or a word that opens another list: a plain comma goes on with the same one, even past its total.
fn turns(case: &Case<'_>, before: usize, part: usize) -> bool {
    let between = case.words(case.figures[before].range.end..case.figures[part].range.start);
    pauses(case, before, part) || between.contains(['\n', '(']) || words!["其中", "包括", "含", "分别", "按", "从", "另"].any(between)
}

/// A semicolon or a full stop between two parts.
fn pauses(case: &Case<'_>, before: usize, part: usize) -> bool {
    case.words(case.figures[before].range.end..case.figures[part].range.start).contains([';', '。'])
}

/// The parts so far miss the total by one digit: the list ends here, whatever was taken for its continuation.
fn misses_by_a_slip(case: &Case<'_>, total: usize, parts: &[usize]) -> bool {
    let figures: Vec<&Figure<'_>> = parts.iter().map(|&i| &case.figures[i]).collect();
    let stated = case.figures[total].value;
    let added: i128 = figures.iter().map(|part| part.value).sum();
    stated >= HUNDRED && (stated - added).abs() * 10 <= stated && slipped(&figures, stated, added)
}

/// 按渠道分, 从内容看: another way to split the same total.
fn names_split(words: &str) -> bool {
    // 仅就其中一部分公开: inside a clause the word divides nothing.
    let opens = |at: usize| words[..at].chars().next_back().is_none_or(|before| !is_han(before));
    words!["按", "从", "就"].places(words).filter(|&(at, _)| opens(at)).any(|(at, lead)| {
        let behind: String = words[at + lead.len()..].chars().take(8).collect();
        !behind.contains([',', '。']) && words!["分", "看", "统计", "而言"].any(&behind)
    })
}

fn judge(case: &Case<'_>, total: usize, parts: &[usize], notes: &mut Notes<'_>) {
    let figures: Vec<&Figure<'_>> = parts.iter().map(|&i| &case.figures[i]).collect();
    let whole = case.figures[total].interval;
    let sum = figures.iter().fold(Interval::exact(0), |sum, part| sum.plus(part.interval));
    let order = sum.compare(whole);
    if order == Order::Meets {
        return notes.holds();
    }
    let stated = case.figures[total].value;
    let added: i128 = figures.iter().map(|part| part.value).sum();
    let near = (stated - added).abs() * 10 <= stated.abs();
    let slip = || slipped(&figures, stated, added);
    let wrong = match (order, figures.len()) {
        // A part above its whole.
        (Order::Above, 1) => true,
        // 300人,知道的213人,占71%;用过的105人,占35%: who is in one may be in the other.
        (Order::Above, _) => (near || slip()) && !each_confirmed(case, total, parts),
        (_, 1) => false,
        (_, 2) => near && one_list(case, parts) && slip() && !confirmed(case, total, parts),
        // 毕业生1,205人,其中升学761人、出境98人、就业254人: persons and money are listed by what matters, not to the last.
        (Order::Below, _) if selected(case, total, parts) => (stated - added).abs() * 100 <= stated.abs() || slip(),
        // Three parts and more: that an incomplete list misses the total by just one digit is unlikely among large numbers,
        // and applications are counted out by their answers.
        _ => near || (stated >= HUNDRED || case.figures[total].measure.kind == MeasureKind::Requests) && slip(),
    };
    // Plans and last year's numbers are no totals of what was done.
    let at = case.figures[total].range.start;
    let planned = words!["计划", "拟", "目标"].any(case.words(case.floor(at.saturating_sub(9))..at));
    let current = !planned && case.figures[total].is_current() || !figures.iter().any(|part| part.is_current());
    if !wrong || !current || !beside(case, total, &figures) || counted_otherwise(case, total, parts, stated - added) {
        return notes.uncertain();
    }
    let scale = case.words(case.figures[total].range.clone());
    let show = |value| show_as(value, scale);
    let terms: Vec<String> = figures.iter().map(|part| show(part.value)).collect();
    let arithmetic = if terms.len() == 1 { terms[0].clone() } else { format!("{} = {}", terms.join(" + "), show(added)) };
    let mut finding = Finding::new(
        case.figures[total].range.clone(),
        format!("分项合计与总数不符：{arithmetic}，文中为 {}", show(stated)),
        format!("the parts do not make up the total: {arithmetic}, the text says {}", show(stated)),
    );
    for part in figures {
        finding = finding.related(part.range.clone(), "分项", "part");
    }
    notes.fails(finding);
}

/// 2,571条,其中网站702条、微博456条、…、橱窗板报95期: an item of the list in another unit makes up what is missing.
fn counted_otherwise(case: &Case<'_>, total: usize, parts: &[usize], missing: i128) -> bool {
    let (Some(&first), Some(&last)) = (parts.first(), parts.last()) else { return false };
    let sentence = case.sentence(case.figures[last].range.start);
    let near = first.max(total + 1)..(last + 4).min(case.figures.len());
    let others = near.filter(|i| parts.binary_search(i).is_err()).map(|i| &case.figures[i]);
    others.take(16).any(|item| item.value == missing && item.range.start < sentence.end && !item.is_rate())
}

/// A list of persons or money that 其中 opens: the rest may go unsaid.
fn selected(case: &Case<'_>, total: usize, parts: &[usize]) -> bool {
    let Some(&first) = parts.first().filter(|&&first| first > total) else { return false };
    let between = case.figures[total].range.end..case.figures[first].range.start;
    matches!(case.figures[total].measure.kind, MeasureKind::People | MeasureKind::Money)
        && words!["其中"].any(case.words(between))
}

/// Two parts in one breath: behind a semicolon something else may begin.
fn one_list(case: &Case<'_>, parts: &[usize]) -> bool {
    parts.windows(2).all(|pair| {
        let between = case.figures[pair[0]].range.end..case.figures[pair[1]].range.start;
        !case.words(between).contains([';', '。', '\n'])
    })
}

/// A percentage of the text confirms the total and a part: 142人，其中博士131人，占92.3%.
fn confirmed(case: &Case<'_>, total: usize, parts: &[usize]) -> bool {
    let whole = case.figures[total].interval;
    // It stands beside the part.
    let (Some(&first), Some(&last)) = (parts.first(), parts.last()) else { return false };
    let near = &case.figures[first.saturating_sub(3)..(last + 4).min(case.figures.len())];
    near.iter().filter(|rate| rate.is_rate()).any(|rate| {
        let part = rate.measure.share_of.map(|part| part as usize).filter(|part| parts.contains(part));
        let share = part.and_then(|part| case.figures[part].interval.percent_of(whole));
        share.is_some_and(|share| share.meets(rate.interval))
    })
}

/// Each part has a percentage of its own that fits.
fn each_confirmed(case: &Case<'_>, total: usize, parts: &[usize]) -> bool {
    let whole = case.figures[total].interval;
    parts.iter().all(|&part| {
        let near = &case.figures[part..(part + 3).min(case.figures.len())];
        near.iter().any(|rate| {
            let share = case.figures[part].interval.percent_of(whole);
            rate.measure.share_of == Some(part as u32) && share.is_some_and(|share| share.meets(rate.interval))
        })
    })
}

/// One wrong digit somewhere, in the total or in a part, explains the difference.
fn slipped(figures: &[&Figure<'_>], stated: i128, added: i128) -> bool {
    one_slip(stated, added)
        || figures.iter().filter_map(|part| part.exact()).any(|part| {
            let needed = part + stated - added;
            needed > 0 && one_slip(part, needed)
        })
}

/// The list begins in the total's own sentence or right behind it, or ends with the total (…总计公布1,283条).
fn beside(case: &Case<'_>, total: usize, parts: &[&Figure<'_>]) -> bool {
    let total = &case.figures[total].range;
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let stops = |range| case.words(range).chars().filter(|c| matches!(c, '。' | '\n')).count();
    if total.end <= first.range.start {
        stops(total.end..first.range.start) <= 2
    } else {
        last.range.end <= total.start && stops(last.range.end..total.start) <= 1
    }
}
