//! A report of another institution and year with other figures.

use crate::source::Source;
use fastrand::Rng;

/// Lengths of reports in bytes, short ones being the more usual.
const LENGTHS: [usize; 6] = [8_000, 10_000, 12_000, 14_000, 18_000, 24_000];

pub(crate) fn report(source: &Source, base: usize, institution: &str, year: u16, rng: &mut Rng) -> String {
    let base = &source.bases[base];
    let text = base.text.replace(&base.institution, institution);
    let shifted = figures(&years(&text, i32::from(year) - i32::from(base.year)), rng);
    let length = LENGTHS[rng.usize(..LENGTHS.len())];
    let mut out = String::with_capacity(length + 2_000);
    let mut fill = length.saturating_sub(shifted.len());
    let mut inside = false;
    for line in shifted.lines() {
        out.push_str(line);
        out.push('\n');
        // Behind the heading of the second part and a first line of it, but not in a table of contents.
        if inside && line.len() > 60 {
            while fill > 0 {
                let paragraph = figures(&source.paragraphs[rng.usize(..source.paragraphs.len())], rng);
                fill = fill.saturating_sub(paragraph.len());
                out.push_str(&paragraph);
                out.push('\n');
            }
        }
        inside |= line.contains("主动公开");
    }
    out
}

/// Years that stand before 年 or a range's dash, moved by so many.
fn years(text: &str, by: i32) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("20") {
        let (before, word) = rest.split_at(at);
        out.push_str(before);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let after = word[digits..].chars().next();
        let year = digits == 4 && !before.ends_with(['〔', '[', '(', '（', '第', '.', '/']);
        let followed = after.is_some_and(|c| "年-—~至学".contains(c));
        match word[..digits].parse::<i32>() {
            Ok(number) if year && followed => out.push_str(&(number + by).to_string()),
            _ => out.push_str(&word[..digits]),
        }
        rest = &word[digits..];
    }
    out.push_str(rest);
    out
}

/// Other digits in counts of two places and more.
pub(crate) fn figures(text: &str, rng: &mut Rng) -> String {
    const COUNTED: [char; 9] = ['条', '篇', '人', '次', '份', '期', '项', '件', '名'];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if end >= 2 && rest[end..].starts_with(COUNTED) {
            out.extend((0..end).map(|i| if i == 0 { rng.char('1'..='9') } else { rng.char('0'..='9') }));
        } else {
            out.push_str(&rest[..end]);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}
