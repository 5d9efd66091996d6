//! Texts for tests and benchmarks: the golden reports, clean text of any size, and texts made to hurt.
#![allow(dead_code, unreachable_pub, reason = "each test file and the benchmark use a part of it")]
#![allow(clippy::format_collect, clippy::format_push_string, reason = "texts of tests, built once")]

use std::path::{Path, PathBuf};

/// A golden report.
pub struct Golden {
    /// Name of its folder.
    pub name: String,
    /// The text, byte order mark and line ends as they are.
    pub text: String,
}

/// The folder of the golden reports.
pub fn golden_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map(|root| root.join("tests/golden")).unwrap()
}

/// All golden reports, by name.
pub fn goldens() -> Vec<Golden> {
    let folder = golden_folder();
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut list: Vec<Golden> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let bytes =
                std::fs::read(path.join("input.txt")).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            Golden { text: String::from_utf8(bytes).unwrap_or_else(|e| panic!("{name}: {e}")), name }
        })
        .collect();
    list.sort_by(|a, b| a.name.cmp(&b.name));
    list
}

/// One golden report.
pub fn golden(name: &str) -> String {
    let path = golden_folder().join(name).join("input.txt");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What makes the parser take a text for a report and read on.
pub const HEAD: &str = "棠溪大学2021-2022学年信息公开工作年度报告\n\
    根据《高等学校信息公开办法》（教育部令第29号）编制本报告。统计期限为2021年9月1日至2022年8月31日。\n\
    一、概述\n学校重视信息公开工作，召开专题会议3次。\n二、主动公开情况\n";

/// What ends such a text.
pub const TAIL: &str =
    "\n三、依申请公开和不予公开情况\n本学年未收到信息公开申请。\n棠溪大学\n2022年10月26日\n";

/// Plain paragraphs as reports have them, each of the others' length.
const PARAGRAPHS: [&str; 6] = [
    "本学年学校通过各类渠道主动公开信息4,215条。其中，信息公开网1,068条，学校主页新闻2,431条，官方微信716条。",
    "学校坚持公开透明，把信息公开列入年度工作要点，健全统筹协调、分工负责、专人落实的工作机制。",
    "官方微信关注人数达9.2万人，全年阅读量约138万次，较上学年增加12万次，校报出版23期，发行3.6万份。",
    "招生信息方面，公布招生章程、分省计划和录取结果，接受电话咨询约6800人次，考生和家长满意率98.6%。",
    "财务信息方面，按照《教育部关于做好高等学校财务信息公开工作的通知》要求公开预算、决算信息各1份。",
    "师生代表通过座谈会提出意见和建议37条，采纳31条，详见学校网站（https://xxgk.example.edu.cn/info/1001.htm）。",
];

/// A report of about so many bytes, with the words and figures of usual reports.
pub fn clean(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 512);
    text.push_str(HEAD);
    for i in 0.. {
        if text.len() + TAIL.len() >= bytes {
            break;
        }
        if i % 3 == 0 {
            text.push_str(&format!("{}.工作之{}\n", i / 3 % 20 + 1, ["甲", "乙", "丙"][i / 3 % 3]));
        }
        text.push_str(PARAGRAPHS[i % PARAGRAPHS.len()]);
        text.push('\n');
    }
    text.push_str(TAIL);
    text
}

/// Texts made to hurt, at a share of their full size (1 = 200,000 characters and more).
pub fn hostile(part: f64) -> Vec<(&'static str, String)> {
    let times = |n: usize| ((n as f64 * part) as usize).max(1);
    let repeat = |what: &str, n: usize| what.repeat(times(n));
    let numbered: String = (0..times(50_000)).map(|i| format!("{}、第{i}项\n", i % 100)).collect();
    let nested: String =
        (0..times(20_000)).map(|i| format!("一、甲{i}\n（一）乙\n1.丙\n（1）丁\n")).collect();
    let increasing: String = (0..times(30_000)).map(|i| format!("其中{i}条，包括")).collect();
    vec![
        ("一 ×200k", repeat("一", 200_000)),
        ("9 ×200k", repeat("9", 200_000)),
        ("dates ×20k", repeat("2014年9月1日", 20_000)),
        ("（ ×200k", repeat("（", 200_000)),
        ("）( ×200k", repeat("）(", 100_000)),
        ("其中 ×100k", repeat("其中", 100_000)),
        ("《 ×100k", repeat("《", 100_000)),
        ("《》 ×100k", repeat("《》", 100_000)),
        ("《a》 ×50k", repeat("《办法》（第1号）", 50_000)),
        ("1. lines ×100k", repeat("1.\n", 100_000)),
        ("一、 lines ×50k", repeat("一、概述\n", 50_000)),
        ("numbered lines ×50k", numbered),
        ("four levels ×20k", nested),
        ("其中1条、 ×50k", repeat("其中1条、", 50_000)),
        ("其中n条，包括 ×30k", increasing),
        ("1条， ×100k", repeat("1条，", 100_000)),
        ("1条\\n ×100k", repeat("1条\n", 100_000)),
        ("占1%， ×50k", repeat("占1%，", 50_000)),
        ("网站微信 ×50k", repeat("网站微信", 50_000)),
        ("主动公开 ×50k", repeat("主动公开", 50_000)),
        ("未收到申请 ×30k", repeat("未收到申请，", 30_000)),
        ("收到申请1件 ×30k", repeat("收到申请1件，同意公开1件，不予公开1件；", 15_000)),
        ("一是二是 ×30k", repeat("一是不足；二是将改进；", 20_000)),
        ("大学学院 ×50k", repeat("大学学院", 50_000)),
        ("〔2014〕 ×50k", repeat("教办函〔2014〕", 50_000)),
        ("1,000 ×50k", repeat("1,000", 50_000)),
        ("1.1 ×100k", repeat("1.1", 70_000)),
        ("一万亿 ×100k", repeat("一万亿", 70_000)),
        ("http:// ×50k", repeat("http://", 50_000)),
        ("http://a.cn ×30k", repeat("http://a.cn/b ", 30_000)),
        ("a@ ×100k", repeat("a@", 100_000)),
        ("电话： ×50k", repeat("电话：010-", 50_000)),
        ("blanks ×500k", repeat(" ", 500_000)),
        ("blank lines ×500k", repeat("\n", 500_000)),
        ("blank between digits", repeat("1 ", 200_000)),
        ("zero width ×200k", repeat("\u{200b}", 200_000)),
        ("combining ×200k", repeat("e\u{301}", 100_000)),
        ("emoji ×100k", repeat("🎓𠮷", 50_000)),
        ("條 ×200k", repeat("條", 200_000)),
        ("，\\n ×100k", repeat("，\n", 100_000)),
        ("… ×200k", repeat("…", 200_000)),
        ("wrapped lines ×20k", repeat("学校高度重视信息公开工作并且把它列入重要议事日程认真\n", 20_000)),
        ("one line", repeat("学校公开信息12条，其中网站8条、微信4条。", 40_000)),
        ("one line, no stop", repeat("学校公开信息12条，其中网站8条、微信4条，", 40_000)),
        ("one line, no sign", repeat("学校公开信息", 100_000)),
        ("noise", noise(times(600_000))),
    ]
}

/// Bytes without order, read as UTF-8 with replacement characters.
pub fn noise(bytes: usize) -> String {
    let mut state = 0x9e37_79b9_7f4a_7c15u64;
    let raw: Vec<u8> = (0..bytes)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        })
        .collect();
    String::from_utf8_lossy(&raw).into_owned()
}
