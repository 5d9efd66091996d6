//! Sentences out of the words of the genre. So many words are drawn for each that two sentences of a whole corpus are
//! hardly ever alike, unless one was copied.

use fastrand::Rng;
use std::fmt::Write as _;

const VERBS: [&str; 40] = [
    "完善", "加强", "推进", "规范", "梳理", "更新", "核对", "汇总", "制定", "修订", "落实", "组织", "开展",
    "检查", "督促", "优化", "改进", "健全", "建立", "细化", "明确", "整合", "拓展", "强化", "统筹", "协调",
    "审核", "发布", "公示", "解读", "回应", "收集", "分析", "评估", "考核", "通报", "整改", "培训", "宣传",
    "归档",
];
const MODIFIERS: [&str; 40] = [
    "年度", "专项", "重点", "日常", "网上", "校内", "基层", "院系", "部门", "机关", "后勤", "科研", "教学",
    "学生", "教师", "招生", "财务", "资产", "采购", "基建", "人事", "职称", "干部", "党务", "工会", "团委",
    "图书", "档案", "安全", "保卫", "卫生", "食堂", "宿舍", "实验", "实训", "就业", "创业", "校友", "国际",
    "合作",
];
const NOUNS: [&str; 40] = [
    "目录", "栏目", "制度", "流程", "清单", "台账", "机制", "平台", "渠道", "窗口", "队伍", "责任", "标准",
    "指南", "办法", "细则", "方案", "计划", "数据", "材料", "事项", "内容", "范围", "时限", "程序", "记录",
    "问题", "建议", "意见", "反馈", "需求", "成果", "报表", "公告", "通知", "简报", "会议", "专栏", "信箱",
    "热线",
];

/// A word, the school's name or a figure.
#[derive(Debug, Clone, Copy)]
enum Word {
    Said(&'static str),
    Drawn(&'static [&'static str], usize),
    Name,
    Figure,
}

/// Words before they are written for a school.
#[derive(Debug, Clone)]
pub(super) struct Passage(Vec<Word>);

impl Passage {
    /// Two to four sentences.
    pub(super) fn any(rng: &mut Rng) -> Self {
        let mut words = Vec::new();
        for _ in 0..2 + rng.usize(..3) {
            sentence(&mut words, true, rng);
        }
        Self(words)
    }

    /// The same with so many words in a hundred replaced by others of their kind.
    pub(super) fn reworded(&self, percent: usize, rng: &mut Rng) -> Self {
        let mut word = |word: &Word| match *word {
            Word::Drawn(list, _) if rng.usize(..100) < percent => Word::Drawn(list, rng.usize(..list.len())),
            same => same,
        };
        Self(self.0.iter().map(&mut word).collect())
    }

    /// The words for a school, with figures of its own.
    pub(super) fn render(&self, name: &str, rng: &mut Rng) -> String {
        let mut out = String::new();
        for word in &self.0 {
            match *word {
                Word::Said(word) => out.push_str(word),
                Word::Drawn(list, index) => out.push_str(list[index]),
                Word::Name => out.push_str(name),
                Word::Figure => {
                    let _ = write!(out, "{}", 2 + rng.u32(..4000));
                }
            }
        }
        out
    }
}

fn clause(words: &mut Vec<Word>, rng: &mut Rng) {
    for list in [&VERBS, &MODIFIERS, &NOUNS] {
        words.push(Word::Drawn(list, rng.usize(..list.len())));
    }
}

/// Six to eight clauses; `named` has the school's name and a figure in it.
fn sentence(words: &mut Vec<Word>, named: bool, rng: &mut Rng) {
    if named {
        words.extend([Word::Name, Word::Said("本年度")]);
    }
    for i in 0..6 + rng.usize(..3) {
        if i > 0 {
            words.push(Word::Said(["，", "，", "、", "并", "，同时"][rng.usize(..5)]));
        }
        clause(words, rng);
    }
    if named {
        words.extend([Word::Said("共"), Word::Figure, Word::Said("次")]);
    }
    words.push(Word::Said("。"));
}

/// One or two sentences that no other report has.
pub(super) fn paragraph(rng: &mut Rng) -> String {
    let mut words = Vec::new();
    for _ in 0..=rng.usize(..2) {
        let named = rng.usize(..4) == 0;
        sentence(&mut words, named, rng);
    }
    Passage(words).render("学校", rng)
}

/// What all schools write in a part: the same words round other figures.
pub(super) fn common(part: usize, name: &str, rng: &mut Rng) -> String {
    let (a, b) = (20 + rng.u32(..900), 2 + rng.u32(..90));
    match part {
        0 => format!(
            "{name}高度重视信息公开工作，把信息公开作为推进依法治校、接受社会监督的重要抓手，全年召开专题会议{b}次。"
        ),
        1 => format!(
            "{name}通过门户网站、官方微信、校报和公告栏等多种渠道主动公开各类信息，全年共发布{a}条，其中网站{b}条。"
        ),
        2 => format!("{name}未收到公民、法人和其他组织提出的信息公开申请，未发生收取费用的情况。"),
        3 => format!(
            "从座谈和问卷的结果看，师生员工和社会公众对{name}的信息公开工作总体评价良好，收回问卷{a}份。"
        ),
        4 => "本年度未发生因信息公开工作受到举报、行政复议、行政诉讼的情况。".to_owned(),
        _ => format!(
            "虽然取得了一定成绩，但与师生和社会的期待相比仍有差距，{name}将在今后的工作中认真加以改进。"
        ),
    }
}
