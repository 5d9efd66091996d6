//! Which of the 50 items of the checklist (教办函〔2014〕23号) the words of a cell name, also shortened, split or reworded.
//!
//! Pairs of neighbouring characters are compared: what a school prints is nearly always a piece of the official text or of
//! a usual short form. A pair that stands in many items (信息, 管理) says little.

use crate::lexis::fold::Fold;
use crate::lexis::signs::is_han;
use crate::tables::{alternatives, rows};
use once_cell::sync::Lazy;
use std::collections::HashMap;

/// Number of items.
pub(super) const ITEMS: usize = 50;
/// Longest cell looked at, in characters.
const LONGEST: usize = 400;

struct Table {
    /// Items whose text or short forms hold a pair, as bits.
    pairs: HashMap<(char, char), u64>,
    /// Short forms, folded, and their item.
    forms: HashMap<String, u8>,
    /// Category of each item.
    categories: Vec<u8>,
    /// Pairs of each category's name, as bits of the category.
    category_pairs: HashMap<(char, char), u16>,
}

static TABLE: Lazy<Table> = Lazy::new(|| {
    let mut table = Table {
        pairs: HashMap::new(),
        forms: HashMap::new(),
        categories: vec![0; ITEMS + 1],
        category_pairs: HashMap::new(),
    };
    for row in rows(include_str!("../../data/checklist.csv")) {
        let (Ok(item), Ok(category)) = (row[0].parse::<u8>(), row[1].parse::<u8>()) else { continue };
        if item == 0 || usize::from(item) > ITEMS {
            continue;
        }
        table.categories[usize::from(item)] = category;
        for form in std::iter::once(row[3]).chain(alternatives(row[4])) {
            let form = han(form);
            for pair in pairs(&form) {
                *table.pairs.entry(pair).or_default() |= 1 << (item - 1);
            }
            table.forms.insert(form, item);
        }
        for pair in pairs(row[2]) {
            *table.category_pairs.entry(pair).or_default() |= 1 << category;
        }
    }
    table
});

/// Han characters only, folded.
fn han(text: &str) -> String {
    let fold = Fold::new();
    text.chars().map(|c| fold.char(c)).filter(|&c| is_han(c)).take(LONGEST).collect()
}

fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1)).collect::<Vec<_>>().into_iter()
}

/// How well a cell's words fit each item, from 0 to 1; index 0 is item 1.
pub(super) type Scores = [f32; ITEMS];

/// Compares a cell with all items. `category` is what another cell of the row says.
pub(super) fn compare(words: &str, category: Option<u8>) -> Scores {
    let mut scores = [0f32; ITEMS];
    let words = han(words);
    let table = &*TABLE;
    let (mut whole, mut known) = (0f32, 0);
    for pair in pairs(&words) {
        let items = table.pairs.get(&pair).copied().unwrap_or(0);
        // Words that no item has weigh little: schools add them freely.
        let weight = if items == 0 { 0.4 } else { 1.0 / items.count_ones() as f32 };
        whole += weight;
        known += u32::from(items != 0);
        for (i, score) in scores.iter_mut().enumerate() {
            if items & (1 << i) != 0 {
                *score += weight;
            }
        }
    }
    let exact = table.forms.get(&words).copied();
    for (i, score) in scores.iter_mut().enumerate() {
        *score = if whole > 0.0 && known >= 2 { *score / whole } else { 0.0 };
        if exact == Some(i as u8 + 1) {
            *score = 1.2;
        }
        if *score > 0.0 && category.is_some_and(|category| category == table.categories[i + 1]) {
            *score += 0.2;
        }
    }
    scores
}

/// The category that a cell names; `None` where it names none plainly.
pub(super) fn category(words: &str) -> Option<u8> {
    let words = han(words);
    let count = words.chars().count();
    if !(2..=16).contains(&count) {
        return None;
    }
    let mut hits = [0u32; 16];
    for pair in pairs(&words) {
        let found = TABLE.category_pairs.get(&pair).copied().unwrap_or(0);
        for (i, hit) in hits.iter_mut().enumerate() {
            // 信息 stands in all names.
            *hit += u32::from(found & (1 << i) != 0 && found.count_ones() < 5);
        }
    }
    if words == "其他" {
        return Some(10);
    }
    let best = (1..=10u8).max_by_key(|&i| hits[usize::from(i)])?;
    let most = hits[usize::from(best)];
    let alone = (1..=10u8).filter(|&i| hits[usize::from(i)] == most).count() == 1;
    (most >= 1 && alone && most * 2 + 2 >= count as u32 / 2).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, item: usize) {
        let scores = compare(words, None);
        let best = (0..ITEMS).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap() + 1;
        assert_eq!(best, item, "{words}: {:?}", scores[best - 1]);
    }

    #[test]
    fn items_in_other_words() {
        check("(1)办学规模、校级领导班子简介及分工、学校机构设置等办学基本情况", 1);
        check("各类在校生情况", 1);
        check("教师和专业技术人员数量", 1);
        check("教代会制度、工作报告", 3);
        check("特殊类型招生办法", 7);
        check("考生个人录取信息查询渠道和办法", 9);
        check("分批次、分科类录取人数", 9);
        check("新生复查期间有关举报、调查及处理结果", 10);
        check("研究生复试考生成绩", 12);
        check("收费标准及投诉方式", 21);
        check("校级领导因公出国(境)情况", 23);
        check("毕业生就业质量年度报告", 33);
        check("学生奖学金、助学金、学费减免", 37);
        check("巡视组反馈意见", 49);
        check("重大事件的调查和处理情况", 50);
    }

    #[test]
    fn categories() {
        assert_eq!(category("招生考试信息(8项)"), Some(2));
        assert_eq!(category("财务、资产及收费信息"), Some(3));
        assert_eq!(category("其他"), Some(10));
        assert_eq!(category("学校章程"), None);
    }
}
