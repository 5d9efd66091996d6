use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::frame::names;
use crate::lexis::words::{endings, words};
use crate::reading::View;
use std::ops::Range;

rule! {
    /// ## What it does
    ///
    /// Finds the name of another school in a place that speaks of the reporting one: at the head of a clause, followed by its
    /// people, offices, website or work, or behind the verb that says how this work is to go on (提升…信息公开工作), as the
    /// congress that is reported to (向…教代会), or where its work is praised. Partners (与…大学合作), places visited, bodies that issue documents and the school's
    /// own colleges are left alone.
    ///
    /// ## Why it matters
    ///
    /// The sentence was taken from another school's report. Nothing embarrasses an office more.
    ///
    /// ## Example
    ///
    /// > 清远湖学院2021年信息公开年度报告 …… 桂西职业学院师生对信息公开工作表示满意。
    ///
    /// ## How to mend
    ///
    /// Replace the name, and check whether the sentence is true of this school.
    ///
    /// ## Source
    ///
    /// The report's own institution.
    "RM501" "other-institution" Error
    "出现其他学校名称" "another institution's name"
    "改为本校名称，并核实该句内容是否属于本校。"
    "Replace the name, and check whether the sentence is true of this school."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let Some(institution) = &case.report.institution else { return notes.not_assessable() };
    let own = View::new(&institution.name).text.into_owned();
    let from = case.view.lines.partition_point(|line| line.end < case.body.start);
    for line in case.view.lines[from..].iter().take_while(|line| line.start < case.body.end) {
        let words = case.view.line(*line);
        for name in names::inside(words) {
            let range = line.start + name.start..line.start + name.end;
            judge(case, &own, range, notes);
        }
    }
}

fn judge(case: &Case<'_>, own: &str, name: Range<usize>, notes: &mut Notes<'_>) {
    let printed = case.words(name.clone());
    if related(own, printed) {
        return notes.holds();
    }
    let clause = case.clause(name.start);
    let before = case.words(clause.start..name.start);
    let behind = case.words(name.end..case.floor(name.end + 45));
    // 不断提升桂西学院信息公开工作水平: the work spoken of is one's own.
    let work = words!["信息公开", "校务公开", "院务公开"].open(behind)
        && endings!["提升", "提高", "推进", "推动", "加强", "改进", "做好", "促进"].close(before);
    if !work && !speaks_of_the_school(before, behind) && !tells_its_own(before, behind) || quoted(case, &name) {
        return notes.uncertain();
    }
    // 桂西信息工程学院校长办公室: no college of a university has such an office.
    let office = words!["校长办公室", "学校办公室", "校办公室"].open(behind);
    if !is_proper(printed) || !office && !same_kind(own, printed) {
        return notes.uncertain();
    }
    notes.fails(
        Finding::new(
            name.clone(),
            format!("出现其他学校名称“{printed}”，本报告的学校是“{own}”"),
            format!("“{printed}” is another institution; this report is of “{own}”"),
        )
        .related(
            case.view.range(case.report.institution.as_ref().map_or(case.span(name), |i| i.span)),
            "本报告的学校",
            "the reporting institution",
        ),
    );
}

/// The school's own name, a short or older form of it, or a unit below it.
fn related(own: &str, name: &str) -> bool {
    if own.contains(name) || name.contains(own) {
        return true;
    }
    // 桂西师大 for 桂西师范大学: all characters, in order.
    let mut rest = own.chars();
    if name.chars().all(|c| rest.any(|o| o == c)) {
        return true;
    }
    // Anonymised names: XX学院.
    own.contains(['X', '×', '*', '○', '某']) || name.contains(['X', '×', '*', '○', '某'])
}

/// A name of its own, not 学院 behind a verb, a particle or a number: 通过学院, 各二级学院.
fn is_proper(name: &str) -> bool {
    let kinds = ["职业技术大学", "职业大学", "大学", "职业技术学院", "职业学院", "高等专科学校", "师范学院", "学院", "学校"];
    let core = kinds.iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(name);
    let verbs = words![
        "与", "和", "及", "对", "在", "通过", "其中", "部分", "个别", "涉及", "开通", "提升", "登录", "针对", "构成", "的", "了", "均", "可",
        "我", "本", "各", "凡", "其", "到", "由", "为", "是", "将", "把", "被", "从", "向", "于", "做好", "形成", "首先", "利用", "提高", "包括",
        "会同", "此外", "加强", "推进", "推动", "完善", "关于", "全体", "二级", "所有", "每个", "有关", "相关", "学院", "维护", "经过", "反映",
        "年", "月", "日", "或", "以", "并", "已", "至", "使", "让", "给", "如", "即", "但", "因", "该", "同", "要求", "促进", "结合", "依托", "根据",
        "按照", "建立", "成立", "作为", "代表", "参加", "负责", "发布", "公开", "更新", "访问", "关注", "收到", "认为", "围绕", "落实", "强化", "了解",
        "明确", "确定", "确保", "保障", "方便", "帮助", "支持", "引导", "邀请", "走访", "调研", "检查", "督促", "组织", "指导", "协助", "配合",
        "委托", "选择", "报考", "进入", "离开", "考入", "转入", "介绍", "展示", "宣传", "影响", "适应", "服务", "遵循", "遵照", "依照", "基于",
        "鉴于", "规定", "规范", "健全", "改进", "优化", "充分", "进一步", "不断", "确认", "表明", "显示", "监督", "维护", "支撑", "体现", "内有", "设有", "拥有", "还有", "只有"
    ];
    // 意见请寄学院, 链接见学院: a bare 学院 behind a verb.
    let bare = matches!(&name[core.len()..], "学院" | "大学" | "学校");
    let acts = bare
        && core.contains([
            '请', '寄', '见', '交', '送', '给', '应', '须', '需', '要', '会', '能', '都', '也', '就', '才', '不', '没', '未', '无', '还', '再', '更',
            '最', '很', '等', '问', '答', '做', '办', '向', '让', '使', '令', '致', '按', '据',
        ]);
    !acts && (2..=10).contains(&core.chars().count()) && !core.starts_with("大学") && !verbs.any(core)
}

/// Same kind of school, or plainly a school of its own and not a college of the reporting university.
fn same_kind(own: &str, name: &str) -> bool {
    let kind = |name: &str| {
        ["职业技术大学", "职业大学", "大学", "职业技术学院", "职业学院", "高等专科学校", "师范学院", "学院"]
            .into_iter()
            .find(|kind| name.ends_with(kind))
    };
    // 护理学院, 马克思主义学院, 继续教育学院: what a college teaches, not where a school stands.
    let subject = words![
        "马克思", "继续教育", "国际", "计算机", "软件", "信息工程", "外国语", "外语", "艺术", "体育", "医学院", "药学", "护理", "法学",
        "政法", "商学", "管理", "经济", "理学", "工学", "文学", "机械", "电气", "电子", "土木", "建筑", "材料", "化学", "化工", "生命",
        "环境", "农学", "林学", "动物", "食品", "教育学院", "音乐", "美术", "传媒", "新闻", "旅游", "人文", "马院", "二级", "各学院", "研究生",
        "成人", "创新创业", "书院", "数学", "物理", "航空", "汽车", "会计", "金融", "财经", "公共", "社会", "口腔", "中医", "临床", "基础",
        "独立学院", "老年", "开放教育", "网络", "智能", "交通学院", "海洋", "地质", "能源", "党校", "设计", "轨道", "民族学院", "应用"
    ];
    match (kind(own), kind(name)) {
        (Some(a), Some(b)) if a == b && b != "学院" => true,
        // A bare 学院 below a 大学 is mostly one of its colleges; no 体育学院 has another below it.
        (_, Some("学院")) => subject.places(name).all(|(_, word)| own.contains(word)) && (own.ends_with("学院") || own.ends_with("学校") || name.chars().count() <= 5),
        (_, Some(_)) => true,
        _ => false,
    }
}

/// The words round the name are those of a school that reports on itself.
fn speaks_of_the_school(before: &str, behind: &str) -> bool {
    let opens = matches!(before, "" | "在" | "本" | "即" | "一年来" | "本学年" | "我校" | "今年" | "经")
        || before.ends_with(['年', '度', '期'])
        || words!["学年", "本年度", "一是", "二是", "三是", "四是"].any(before) && before.chars().count() <= 12;
    let own = words![
        "师生", "广大", "全体", "教职工", "学生对", "信息公开", "校务公开", "院务公开", "党委", "高度重视", "官网", "官方", "门户", "网站",
        "认真", "严格", "坚持", "积极", "始终", "通过", "召开", "主动", "未收到", "没有收到", "共收到", "办公室", "教务处", "学生处", "人事处", "财务处",
        "在校", "领导", "将继续", "将进一步", "继续", "进一步", "下一步"
    ];
    let near: String = behind.chars().take(8).collect();
    opens && own.any(&near)
}

/// 向桂西学院教代会报告收支情况, 对桂西学院的公开工作给予肯定: a congress of one's own, and what is said of one's own work.
fn tells_its_own(before: &str, behind: &str) -> bool {
    let congress = words!["教代会", "职代会", "教职工代表大会", "学生代表大会", "校务委员会", "校长办公会", "院长办公会"].open(behind);
    let reports = before.ends_with('向') || before.ends_with('在');
    let judged = words!["信息公开", "校务公开", "院务公开", "公开工作"].open(behind.trim_start_matches('的'));
    let praised = before.ends_with('对') && words!["给予", "肯定", "满意", "认可", "好评"].any(behind);
    congress && reports || judged && praised
}

/// Inside 《…》 or quotation marks the name belongs to a title.
fn quoted(case: &Case<'_>, name: &Range<usize>) -> bool {
    let sentence = case.sentence(name.start);
    let before = case.words(sentence.start..name.start);
    let open = |a: char, b: char| before.matches(a).count() > before.matches(b).count();
    open('《', '》') || open('“', '”')
}
