//! A comparison as Markdown: tables of values and parts, and the longest passages carried over.

use super::{Texts, names, phrases};
use crate::lang::Lang;
use crate::model::{CarriedSpan, Comparison, SectionPair};
use std::fmt::Write as _;

/// Passages quoted at most; the full list is the JSON's.
const PASSAGES: usize = 20;
/// Characters quoted of a passage.
const QUOTED: usize = 120;

/// The comparison as Markdown (GitHub's tables). `texts` are those that were compared.
///
/// ```
/// use report_compare::{Lang, Side, compare, render};
/// let text = "清远湖学院2021年信息公开年度报告\n一、概述\n学校重视信息公开工作，成立领导小组。";
/// let report = report_model::parse(text, &Default::default()).report;
/// let side = Side { report: &report, text };
/// let page = render::markdown(&compare(&side, &side), render::Texts { left: text, right: text }, Lang::En);
/// assert!(page.contains("no value differs"));
/// ```
pub fn markdown(comparison: &Comparison, texts: Texts<'_>, lang: Lang) -> String {
    let [left, right] = names(comparison).map(|name| escape(&name));
    let mut out = format!("# {}\n\n", lang.pick("两份报告的比较", "Two reports compared"));
    let _ = writeln!(out, "- {}{left}", lang.pick("左：", "left: "));
    let _ = writeln!(out, "- {}{right}", lang.pick("右：", "right: "));
    let shares = [&comparison.left, &comparison.right].map(|document| phrases::share(&document.share));
    let _ = match lang {
        Lang::Zh => writeln!(out, "- 逐字沿用：左 {} · 右 {}\n", shares[0], shares[1]),
        Lang::En => writeln!(out, "- carried over word for word: left {} · right {}\n", shares[0], shares[1]),
    };
    values(&mut out, comparison, lang);
    sections(&mut out, comparison, lang);
    passages(&mut out, comparison, texts, lang);
    out
}

fn values(out: &mut String, comparison: &Comparison, lang: Lang) {
    let tally = comparison.tally;
    let _ = match lang {
        Lang::Zh => writeln!(
            out,
            "## 数值与事实\n\n变动 {}，新增 {}，不再出现 {}，相同 {}\n",
            tally.changed, tally.added, tally.gone, tally.same
        ),
        Lang::En => writeln!(
            out,
            "## Values\n\n{} changed, {} added, {} gone, {} the same\n",
            tally.changed, tally.added, tally.gone, tally.same
        ),
    };
    if comparison.values.is_empty() {
        let _ = writeln!(out, "{}\n", lang.pick("没有数值变动。", "no value differs."));
        return;
    }
    let head = lang.pick("| | 内容 | 左 | 右 | 差 |", "| | what | left | right | difference |");
    let _ = writeln!(out, "{head}\n|---|---|---|---|---|");
    for value in &comparison.values {
        let difference = phrases::value_difference(value, lang);
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {difference} |",
            phrases::change(value.change, lang),
            escape(&phrases::title(value, lang)),
            escape(phrases::value(value.left.as_ref())),
            escape(phrases::value(value.right.as_ref())),
        );
    }
    out.push('\n');
}

fn sections(out: &mut String, comparison: &Comparison, lang: Lang) {
    let _ = writeln!(out, "## {}\n", lang.pick("各部分", "Parts"));
    let head = lang.pick("| 部分 | | 逐字沿用（右） |", "| part | | carried over (right) |");
    let _ = writeln!(out, "{head}\n|---|---|---|");
    for pair in &comparison.sections {
        let Some(side) = pair.right.as_ref().or(pair.left.as_ref()) else { continue };
        let share = pair.right.as_ref().map_or_else(|| "—".to_owned(), |side| phrases::share(&side.share));
        let indent = "　".repeat(side.path.len().saturating_sub(1));
        let name =
            format!("{}{}", side.path.last().map(String::as_str).unwrap_or_default(), side.title.value);
        let _ = writeln!(out, "| {indent}{} | {} | {share} |", escape(&name), note(pair, lang));
    }
    out.push('\n');
}

/// What became of the part, with its old heading where that was another.
fn note(pair: &SectionPair, lang: Lang) -> String {
    let note = phrases::section_note(pair, lang);
    match (&pair.left, pair.renamed) {
        (Some(left), true) => {
            format!("{note}{}{}", lang.pick("，原为 ", ", was "), escape(&left.title.value))
        }
        _ => note,
    }
}

fn passages(out: &mut String, comparison: &Comparison, texts: Texts<'_>, lang: Lang) {
    let mut longest: Vec<&CarriedSpan> = comparison.carried.iter().collect();
    longest.sort_by_key(|pair| (std::cmp::Reverse(pair.right.len()), pair.right));
    longest.truncate(PASSAGES);
    if longest.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {}\n", lang.pick("逐字沿用的最长段落", "Longest passages carried over"));
    for pair in &longest {
        let words = pair.right.slice(texts.right).unwrap_or_default();
        let mut quote: String = words.chars().take(QUOTED).filter(|c| !matches!(c, '\r' | '\n')).collect();
        if words.chars().nth(QUOTED).is_some() {
            quote.push('…');
        }
        let _ = writeln!(out, "- {}", escape(&quote));
    }
    let left_out = comparison.carried.len() - longest.len();
    if left_out > 0 {
        let _ = match lang {
            Lang::Zh => writeln!(out, "\n另有 {left_out} 段未列出。"),
            Lang::En => writeln!(out, "\n{left_out} more are not listed."),
        };
    }
}

/// Report text as Markdown shows it literally, on one line.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\r' | '\n' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '#' | '\\' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            // Marks that turn the direction of writing could reorder what stands round them.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
