//! Running headers and footers and page numbers, which stand on the page but not in the text.

use super::lines::{Line, PageLines, Piece};
use std::collections::HashMap;

/// Height of the strips at the top and bottom where running lines stand, as a share of the page.
const STRIPS: (f64, f64) = (0.09, 0.11);

/// Height of the strip in which only headers stand.
const TOP: f64 = 0.07;

/// Takes the running lines out; gives each once.
pub(super) fn take(pages: &mut [PageLines]) -> Vec<String> {
    let mut counts: HashMap<(String, bool), usize> = HashMap::new();
    for page in pages.iter() {
        for (line, top) in strips(page) {
            *counts.entry((without_digits(&line.text), top)).or_default() += 1;
        }
    }
    // Different headers on left and right pages each come on half of them.
    let least = (pages.len() * 2 / 5).max(2);
    let mut taken: Vec<String> = Vec::new();
    for page in pages.iter_mut() {
        let height = page.height;
        let apart = set_apart(page);
        page.pieces.retain(|piece| {
            let Piece::Line(line) = piece else { return true };
            let Some(top) = strip(line, height) else { return true };
            let often = counts.get(&(without_digits(&line.text), top)).copied().unwrap_or(0) >= least;
            let alone = top && apart.is_some_and(|y| line.y <= y);
            let runs =
                (often || alone) && line.text.chars().count() <= 60 || !top && is_page_number(&line.text);
            if runs && !taken.contains(&line.text) && taken.len() < 1000 {
                taken.push(line.text.clone());
            }
            !runs
        });
    }
    taken
}

/// The first line where it stands at the very top, well apart from the next: a header also on a single page.
fn set_apart(page: &PageLines) -> Option<f64> {
    let mut lines =
        page.pieces.iter().filter_map(|piece| if let Piece::Line(line) = piece { Some(line) } else { None });
    let (first, next) = (lines.next()?, lines.next()?);
    (first.y < page.height * TOP && next.y - first.y > 3.0 * next.size).then_some(first.y)
}

fn strips(page: &PageLines) -> impl Iterator<Item = (&Line, bool)> {
    page.pieces.iter().filter_map(|piece| match piece {
        Piece::Line(line) => strip(line, page.height).map(|top| (line, top)),
        Piece::Table { .. } => None,
    })
}

/// In the strip at the top (true) or bottom (false) of the page.
fn strip(line: &Line, height: f64) -> Option<bool> {
    if line.y < height * STRIPS.0 {
        Some(true)
    } else if line.y > height * (1.0 - STRIPS.1) {
        Some(false)
    } else {
        None
    }
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect()
}

/// 3, - 3 -, 第3页, 3/12, 第 3 页 共 12 页.
fn is_page_number(text: &str) -> bool {
    let core: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = core.chars().filter(char::is_ascii_digit).count();
    let others = core.chars().filter(|c| !c.is_ascii_digit());
    (1..=8).contains(&digits) && core.chars().count() <= 16 && { others }
        .all(|c| "-—–－·第页共/,，".contains(c))
}
