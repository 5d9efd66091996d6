//! Words without what a copy would change: the school's name, years, figures, signs.

use report_model::spelling;
use std::sync::LazyLock;

/// Stands for the school.
pub(super) const SCHOOL: char = '@';
/// Stands for a number.
pub(super) const NUMBER: char = '#';

static SELF_NAMES: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let rows =
        include_str!("../../data/self_names.csv").lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|word| word.trim().chars().collect()).collect()
});

/// Blots out names and numbers. Knows one report's institution.
#[derive(Debug)]
pub(super) struct Blot {
    names: Vec<Vec<char>>,
    /// Their first characters, which are looked for first.
    beginnings: Vec<char>,
}

impl Blot {
    pub(super) fn new(institution: Option<&str>) -> Self {
        let own = institution.map(|name| spelling(name).chars().collect::<Vec<char>>());
        let mut names: Vec<Vec<char>> = own.filter(|name| name.len() > 1).into_iter().collect();
        names.extend(SELF_NAMES.iter().cloned());
        let mut beginnings: Vec<char> = names.iter().filter_map(|name| name.first().copied()).collect();
        beginnings.sort_unstable();
        beginnings.dedup();
        Self { names, beginnings }
    }

    /// Letters of the words, `@` for the school, `#` for each number.
    pub(super) fn words(&self, words: &str) -> Vec<char> {
        let text: Vec<char> = spelling(words).chars().collect();
        let mut out = Vec::with_capacity(text.len());
        let mut at = 0;
        while let Some(&c) = text.get(at) {
            let may_begin = self.beginnings.contains(&c);
            if let Some(name) = self.names.iter().find(|name| may_begin && text[at..].starts_with(name)) {
                out.push(SCHOOL);
                at += name.len();
                continue;
            }
            if c.is_numeric() && !is_han(c) {
                if out.last() != Some(&NUMBER) {
                    out.push(NUMBER);
                }
            } else if c == SCHOOL || c.is_alphanumeric() {
                out.push(c);
            }
            at += 1;
        }
        out
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_and_figures_go() {
        let blot = |name, words: &str| Blot::new(Some(name)).words(words).into_iter().collect::<String>();
        assert_eq!(blot("清遠湖學院", "清远湖学院發佈信息３條"), "@发布信息#条");
        let ours = blot("清远湖学院", "2021年，清远湖学院公开信息1,326条，我校微信２１４条。");
        assert_eq!(ours, "#年@公开信息#条@微信#条");
        assert_eq!(ours, blot("云浦大学", "2023 年云浦大学公开信息 98 条；学校微信3条"));
    }
}
