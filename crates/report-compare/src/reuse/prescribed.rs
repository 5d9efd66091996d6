//! Wording that the Ministry prescribes or that all reports have of old: nobody copied it from anybody.

use super::blot::Blot;
use super::sketch::runs;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Share of a passage's runs that must be prescribed, in tenths.
const MOST: usize = 7;

/// A prescribed wording and the document that gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prescribed {
    /// The words; `@` is the school.
    pub wording: &'static str,
    /// Where they come from.
    pub source: &'static str,
}

/// The table `data/prescribed.csv`.
///
/// ```
/// assert!(report_compare::reuse::prescribed::table().all(|row| !row.source.is_empty()));
/// ```
pub fn table() -> impl Iterator<Item = Prescribed> {
    let lines = include_str!("../../data/prescribed.csv").lines();
    // The words themselves hold no comma of this kind, so the last one is the separator.
    let rows = lines.filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.rsplit_once(','));
    rows.map(|(wording, source)| Prescribed { wording, source })
}

static RUNS: LazyLock<HashSet<u64>> = LazyLock::new(|| {
    let blot = Blot::new(None);
    let items = report_model::checklist_items();
    let wordings = table().map(|row| blot.words(row.wording));
    let items = items.iter().map(|item| blot.words(item.text));
    let all: Vec<Vec<char>> = wordings.chain(items).collect();
    all.iter().flat_map(|words| runs(words)).collect()
});

/// True where most of a passage is prescribed; the words are blotted.
pub(super) fn is_prescribed(words: &[char]) -> bool {
    let (mut known, mut all) = (0, 0);
    for run in runs(words) {
        all += 1;
        known += usize::from(RUNS.contains(&run));
    }
    all > 0 && known * 10 >= all * MOST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expect: bool) {
        assert_eq!(is_prescribed(&Blot::new(Some("清远湖学院")).words(words)), expect, "{words}");
    }

    #[test]
    fn prescribed_and_own() {
        assert!(table().count() >= 20);
        check("本报告中所列数据统计期限自2023年9月1日起至2024年8月31日止。", true);
        check("清远湖学院未收到公民、法人和其他组织提出的信息公开申请。", true);
        check("我校把公开嵌入办文流程，发文时同步勾选公开属性，不再事后补报。", false);
    }
}
