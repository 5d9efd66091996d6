//! Names of institutions as words: where one ends, where one begins.

use crate::lexis::words::{Words, endings, words};

/// Words that end a school's name, longest first where one ends another.
const SUFFIXES: &Words = words![
    "高等专科学校",
    "专科学校",
    "技工学校",
    "大学",
    "学院",
    "学校",
    "党校",
    "高专",
    "职大",
    "电大",
    "研究院"
];
/// A name stops before these.
const STOPS: &Words = words![
    "关于",
    "信息",
    "校务",
    "院务",
    "党务",
    "公开",
    "年度",
    "文件",
    "办公室",
    "编制",
    "根据",
    "按照",
    "主动",
    "依申请",
    "政务",
    "工作报告",
    "教育部",
    "学年",
    "全体",
    "广大",
    "师生",
    "以下",
    "简称",
    "现将",
];
/// Offices behind a school's name in a signature.
const OFFICES: [&str; 14] = [
    "办公室",
    "院办",
    "办",
    "党政办",
    "校办",
    "院办",
    "中心",
    "委员会",
    "处",
    "领导小组",
    "部",
    "党委",
    "秘书处",
    "科",
];
/// Words before a name that do not belong to it, and the ends of dates.
const LEADS: &Words = words![
    "根据",
    "按照",
    "现将",
    "请与",
    "我们",
    "关于",
    "以下是",
    "结合",
    "反映",
    "全面",
    "推进",
    "推动",
    "体现",
    "促进",
    "提升",
    "提高",
    "加强",
    "改进",
    "做好",
    "印发",
    "制定",
    "修订",
    "公布",
    "联系",
    "发布",
    "已向",
    "并向",
    "均向",
    "曾向",
    "应向",
    "年",
    "月",
    "日",
];
/// Single characters count only at the start or behind another lead, as they may belong to a name.
const SINGLE_LEADS: [char; 24] = [
    '由', '经', '对', '和', '及', '与', '在', '向', '为', '是', '于', '致', '从', '把', '将', '请', '到',
    '即', '被', '如', '就', '特', '现', '各',
];

// A dash joins two names (中外合作办学); digits end a name, so dates are safe.
fn name_char(c: char) -> bool {
    crate::lexis::signs::is_han(c)
        || c.is_ascii_alphabetic()
        || matches!(c, '*' | '×' | '○' | '·' | '_' | '□' | '-' | '—')
}

/// Length in bytes of the school's name that folded text starts with.
pub(crate) fn leading(text: &str) -> Option<usize> {
    // A bare 学院 or 大学 is no name; nor is 我院, 本校.
    if text.starts_with(['我', '本', '该', '各', '全', '-', '—']) || words!["一所", "这所"].open(text)
    {
        return None;
    }
    let run = &text[..stop(text)];
    let end = last_suffix(run)?;
    if run[..end].chars().count() < 4 || matches!(&run[..end], "高等学校" | "高等院校" | "普通高等学校")
    {
        return None;
    }
    // 华东石油大学(青岛): a place in brackets belongs to the name, at once or before 学院.
    let behind = &text[end..];
    if let Some(place) =
        behind.strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(inner, _)| inner)
    {
        let han = place.chars().all(crate::lexis::signs::is_han) && (2..=4).contains(&place.chars().count());
        let remark = words!["印", "章", "盖", "试行", "简称", "年", "草案", "代"].any(place);
        if han && !remark {
            let bracket_end = end + 1 + place.len() + 1;
            let more = leading_rest(&text[bracket_end..]);
            return Some(bracket_end + more);
        }
    }
    Some(end)
}

/// Where the name that folded text may start with stops at the latest: at a sign or a word that no name holds.
fn stop(text: &str) -> usize {
    // Both are looked for together: texts without any sign are not passed over again for every name in them.
    let stops = |&(at, c): &(usize, char)| !name_char(c) || STOPS.open(&text[at..]) && !field(&text[at..]);
    text.char_indices().find(stops).map_or(text.len(), |(at, _)| at)
}

/// 信息 as what a school teaches: 信息职业技术学院, 信息工程大学.
fn field(text: &str) -> bool {
    text.strip_prefix("信息").is_some_and(|rest| {
        words![
            "工程",
            "技术",
            "职业",
            "科技",
            "传播",
            "商务",
            "大学",
            "学院",
            "产业",
            "管理职业",
            "管理学院",
            "应用",
            "软件",
            "统计",
            "传媒",
            "工业",
            "科学",
            "与",
            "安全"
        ]
        .open(rest)
    })
}

/// Behind the last word that can end a name.
fn last_suffix(run: &str) -> Option<usize> {
    SUFFIXES.places(run).map(|(at, word)| at + word.len()).max()
}

/// A second name right behind: …大学(华东)石油学院.
fn leading_rest(text: &str) -> usize {
    last_suffix(&text[..stop(text)]).unwrap_or(0)
}

/// Schools named inside folded text: ranges in it, in order. Names of regulations should be cut out before.
pub(crate) fn inside(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut list: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = 0;
    // Runs of name characters that hold the end of a name; it begins behind the last lead word before that.
    while let Some((end, word)) = SUFFIXES.first(&text[at..]) {
        let suffix = at + end;
        let bytes = |c: char| name_char(c).then(|| c.len_utf8());
        let back: usize = text[at..suffix].chars().rev().map_while(bytes).sum();
        let ahead: usize = text[suffix..].chars().map_while(bytes).sum();
        let start = suffix - back;
        let run = &text[start..suffix + ahead];
        let mut known = Some((back, word));
        let mut from = 0;
        while from < run.len() && run.len() - from >= 12 {
            let next = || SUFFIXES.first(&run[from..]).map(|(at, word)| (from + at, word));
            let Some((first, word)) = known.take().or_else(next) else { break };
            // 学校 by itself, with nothing before it that could be a name.
            if first == from {
                from += word.len();
                continue;
            }
            let begin = from + lead_end(&run[from..first]);
            if let Some(len) = leading(&run[begin..]) {
                list.push(start + begin..start + begin + len);
                from = begin + len;
            } else {
                from = first + "大学".len();
            }
        }
        at = suffix + ahead;
    }
    list
}

/// Behind the last lead word before a name.
fn lead_end(before: &str) -> usize {
    let (mut cut, mut date) = (0, 0);
    for (at, word) in LEADS.places(before) {
        let end = at + word.len();
        if matches!(word, "年" | "月" | "日") { date = date.max(end) } else { cut = cut.max(end) }
    }
    while before[cut..].starts_with(SINGLE_LEADS) {
        cut += before[cut..].chars().next().map_or(1, char::len_utf8);
    }
    cut.max(date)
}

/// A line that is a school's name, perhaps with an office behind: the name's length, and the length of the whole.
pub(crate) fn signature_line(line: &str) -> Option<(usize, usize)> {
    let core = strip_seal(line);
    // 联系单位:清远湖学院: a label says what the name is for.
    if core.chars().count() > 40 || core.contains(':') || !SUFFIXES.any(core) {
        return None;
    }
    let name = leading(core).or_else(|| {
        // …学院党委办公室: the office is a stop word for the name.
        SUFFIXES
            .places(core)
            .map(|(at, word)| at + word.len())
            .min()
            .filter(|&len| core[..len].chars().count() >= 4)
    })?;
    let office = &core[name..];
    let fits = office.is_empty()
        || OFFICES.iter().any(|word| office.ends_with(word))
            && office.chars().count() <= 16
            // 党委办公室、校长办公室
            && office.chars().all(|c| name_char(c) || c == '、')
            && core[..name].chars().count() <= 26;
    fits.then_some((name, core.len()))
}

/// An office alone: 党政办公室, 学校办公室.
pub(crate) fn office_line(line: &str) -> bool {
    let core = strip_seal(line);
    // 校长办公室(党委办公室)
    let outer = core
        .strip_suffix(')')
        .and_then(|core| core.split_once('('))
        .filter(|(_, inner)| inner.ends_with("办公室"));
    let core = outer.map_or(core, |(outer, _)| outer);
    endings!["办公室", "领导小组", "党政办", "校办", "院办"].close(core)
        && (3..=16).contains(&core.chars().count())
        && core.chars().all(name_char)
}

/// Without (印), (盖章) and the like.
pub(crate) fn strip_seal(line: &str) -> &str {
    let cut = line.rfind('(').filter(|&i| {
        let inner = line[i + 1..].trim_end_matches(')');
        inner.chars().count() <= 4 && (inner.contains('印') || inner.contains('章') || inner.contains('代'))
    });
    cut.map_or(line, |i| &line[..i])
}

#[cfg(test)]
mod tests {

    use super::*;

    #[test]
    fn names() {
        let name = |s: &'static str| leading(s).map(|len| &s[..len]);
        assert_eq!(name("清远湖学院2021-2022学年"), Some("清远湖学院"));
        assert_eq!(name("海津工业大学滨河学院2024"), Some("海津工业大学滨河学院"));
        assert_eq!(name("沱水医学高等专科学校关于2011年度"), Some("沱水医学高等专科学校"));
        assert_eq!(name("临江海事职业技术学院院务公开"), Some("临江海事职业技术学院"));
        assert_eq!(name("东石油大学(华东)信息公开"), Some("东石油大学(华东)"));
        assert_eq!(name("XX交通职业技术学院2019"), Some("XX交通职业技术学院"));
        assert_eq!(name("淮皋信息职业技术学院2021年信息公开"), Some("淮皋信息职业技术学院"));
        assert_eq!(name("淮皋学院信息公开网由学校"), Some("淮皋学院"));
        assert_eq!(name("信息公开工作年度报告"), None);
        assert_eq!(name("我学院关于"), None);
    }

    #[test]
    fn in_sentences() {
        let find = |s: &'static str| inside(s).into_iter().map(|r| &s[r]).collect::<Vec<_>>();
        assert_eq!(find("的安排部署,由内蒙科技职业学院编制。"), ["内蒙科技职业学院"]);
        assert_eq!(find("根据有关规定,姚埠幼儿师范高等专科学校(以下简称"), ["姚埠幼儿师范高等专科学校"]);
        assert_eq!(signature_line("淮皋学院党政办公室").map(|(n, _)| n), Some("淮皋学院".len()));
        assert_eq!(signature_line("朔宁警官学院(印)"), Some((18, 18)));
        let two = "淮皋学院党委办公室、院长办公室";
        assert_eq!(signature_line(two), Some(("淮皋学院".len(), two.len())));
        assert_eq!(signature_line("学校今年召开会议"), None);
    }
}
