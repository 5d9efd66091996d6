//! Text that two reports share word for word.
//!
//! A character is carried over where it lies in a run of [`RUN`] characters that the other text has as well. That is a
//! property of the two texts alone, so it comes out the same from either side, wherever a passage was moved to. All runs
//! are looked up by their hashes in sorted lists: near-linear, whatever the texts.

use crate::normal::Normal;

/// Shortest run that counts, in characters without blanks. Names of regulations and usual turns of phrase are shorter;
/// the checkers of theses that schools use draw the line at the same length.
pub(crate) const RUN: usize = 13;

/// Places of the same run that are tried for the longest continuation. Texts that repeat themselves have many.
const TRIES: usize = 8;

/// What is shared, in characters of the [`Normal`] texts.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    /// For each character on the left, whether the right text has it in a run.
    pub(crate) left: Vec<bool>,
    /// The same for the right.
    pub(crate) right: Vec<bool>,
    /// Runs as long as they go, by the right text; they cover all that is shared there.
    pub(crate) runs: Vec<Run>,
}

/// The same characters at two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) left: usize,
    pub(crate) right: usize,
    pub(crate) len: usize,
}

/// Finds what both texts share.
pub(crate) fn shared(left: &Normal, right: &Normal) -> Shared {
    let (a, b) = (&left.chars[..], &right.chars[..]);
    // Texts shorter than a run are shared as a whole or not at all.
    let k = RUN.min(a.len().min(b.len())).max(1);
    if a.is_empty() || b.is_empty() || (k < RUN && a != b) {
        return Shared { left: vec![false; a.len()], right: vec![false; b.len()], runs: Vec::new() };
    }
    let (grams_a, grams_b) = (grams(a, k), grams(b, k));
    // For each place on the right, where the group of its run begins among the left's.
    let mut groups = vec![u32::MAX; b.len()];
    let (mut starts_a, mut starts_b) = (vec![false; a.len()], vec![false; b.len()]);
    let (mut rest_a, mut rest_b) = (&grams_a[..], &grams_b[..]);
    while let (Some(&(hash, first_a)), Some(&(other, first_b))) = (rest_a.first(), rest_b.first()) {
        let (here_a, behind_a) = rest_a.split_at(group(rest_a));
        let (here_b, behind_b) = rest_b.split_at(group(rest_b));
        if hash == other && same(a, b, first_a, first_b, k) {
            for &(_, at) in here_a {
                starts_a[at as usize] = true;
            }
            for &(_, at) in here_b {
                starts_b[at as usize] = true;
                groups[at as usize] = (grams_a.len() - rest_a.len()) as u32;
            }
        }
        rest_a = if hash <= other { behind_a } else { rest_a };
        rest_b = if other <= hash { behind_b } else { rest_b };
    }
    let cover = |starts: &[bool]| {
        let mut until = 0;
        let covered = starts.iter().enumerate().map(|(at, &start)| {
            until = if start { at + k } else { until };
            at < until
        });
        covered.collect::<Vec<bool>>()
    };
    let runs = runs(a, b, k, &grams_a, &groups);
    Shared { left: cover(&starts_a), right: cover(&starts_b), runs }
}

/// Hash of each run of `k` characters with its place, sorted.
fn grams(chars: &[char], k: usize) -> Vec<(u64, u32)> {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let lift = (1..k).fold(1u64, |power, _| power.wrapping_mul(BASE));
    // Neighbouring characters have neighbouring codes: they are scattered before they are summed.
    let scatter = |c: char| (u64::from(c as u32) + 1).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29);
    let mut hash = 0u64;
    let mut list = Vec::with_capacity(chars.len());
    for (at, &c) in chars.iter().enumerate() {
        if let Some(&gone) = at.checked_sub(k).and_then(|first| chars.get(first)) {
            hash = hash.wrapping_sub(scatter(gone).wrapping_mul(lift));
        }
        hash = hash.wrapping_mul(BASE).wrapping_add(scatter(c));
        if at + 1 >= k {
            list.push((hash, (at + 1 - k) as u32));
        }
    }
    list.sort_unstable();
    list
}

/// How many of the first have the same hash.
fn group(grams: &[(u64, u32)]) -> usize {
    let hash = grams.first().map(|gram| gram.0);
    grams.iter().take_while(|gram| Some(gram.0) == hash).count()
}

/// Equal hashes are no proof.
fn same(a: &[char], b: &[char], from_a: u32, from_b: u32, len: usize) -> bool {
    let (from_a, from_b) = (from_a as usize, from_b as usize);
    a.get(from_a..from_a + len) == b.get(from_b..from_b + len)
}

/// Goes through the right text and takes the longest run from where it stands. Each character of the right text is
/// compared at most [`TRIES`] + 1 times and then left behind.
fn runs(a: &[char], b: &[char], k: usize, grams: &[(u64, u32)], groups: &[u32]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut done = 0;
    for at in 0..b.len() {
        let Some(&first) = groups.get(at).filter(|&&first| first != u32::MAX) else { continue };
        // A run inside the last one brings nothing; one that reaches beyond it brings the rest.
        if at + k <= done {
            continue;
        }
        let skip = done.saturating_sub(at);
        let candidates = &grams[first as usize..];
        let candidates = candidates.iter().take(group_of(candidates)).map(|gram| gram.1 as usize);
        // Where the text goes on after a changed word, the place right behind the last run is the likeliest.
        // That run may begin further on than here, where it brought the rest of another.
        let next = out.last().map_or(0, |run| (run.left + at).saturating_sub(run.right));
        let best = candidates
            .filter(|&left| a.get(left..left + k) == b.get(at..at + k))
            .map(|left| (reach(a, b, left, at), left))
            .max_by_key(|&(len, left)| {
                (len, std::cmp::Reverse(left.abs_diff(next)), std::cmp::Reverse(left))
            });
        if let Some((len, left)) = best.filter(|&(len, _)| len > skip) {
            out.push(Run { left: left + skip, right: at + skip, len: len - skip });
            done = at + len;
        }
    }
    out
}

fn group_of(grams: &[(u64, u32)]) -> usize {
    group(&grams[..grams.len().min(TRIES)])
}

fn reach(a: &[char], b: &[char], i: usize, j: usize) -> usize {
    let pairs = a.get(i..).unwrap_or_default().iter().zip(b.get(j..).unwrap_or_default());
    pairs.take_while(|(x, y)| x == y).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, right: &str, expect: &[(&str, usize)]) {
        let (a, b) = (Normal::new(left), Normal::new(right));
        let shared = shared(&a, &b);
        let runs: Vec<(&str, usize)> = shared
            .runs
            .iter()
            .map(|run| (b.span(run.right, run.right + run.len).slice(right).unwrap(), run.left))
            .collect();
        assert_eq!(runs, expect);
        for run in &shared.runs {
            assert_eq!(a.chars[run.left..run.left + run.len], b.chars[run.right..run.right + run.len]);
        }
        let covered: usize = shared.runs.iter().map(|run| run.len).sum();
        assert_eq!(covered, shared.right.iter().filter(|&&covered| covered).count());
    }

    #[test]
    fn runs_as_long_as_they_go() {
        let text = "学校成立信息公开工作领导小组，由校长任组长。";
        check(text, text, &[(text, 0)]);
        check("无。", "无。", &[("无。", 0)]);
        check("无。", "无", &[]);
        check("", "无", &[]);
        check(
            text,
            "今年学校成立信息公开工作领导小组,由书记任组长。",
            &[("学校成立信息公开工作领导小组,由", 0)],
        );
        // Blanks and full-width signs make no other wording.
        check(
            "学校成立信息公开\n工作 领导小组。",
            "学校成立信息公开工作领导小组。",
            &[("学校成立信息公开工作领导小组。", 0)],
        );
    }

    #[test]
    fn order_is_free() {
        let (x, y) = ("一二三四五六七八九十百千万亿", "甲乙丙丁戊己庚辛壬癸子丑寅卯");
        let (left, right) = (format!("{x}{y}"), format!("{y}。{x}"));
        check(&left, &right, &[(y, 14), (x, 0)]);
    }

    #[test]
    fn overlapping_runs_cover_all() {
        // On the left the ends of both runs are apart, on the right they overlap.
        let left = "零一二三四五六七八九十百千万，丙九十百千万亿兆京垓秭穰沟涧正";
        check(
            left,
            "零一二三四五六七八九十百千万亿兆京垓秭穰沟涧正",
            &[("零一二三四五六七八九十百千万", 0), ("亿兆京垓秭穰沟涧正", 21)],
        );
    }

    #[test]
    fn a_run_may_begin_before_the_rest_that_the_last_one_brought() {
        let right = "零一二三四五六七八九十百千万亿兆京垓秭穰沟涧正载极恒";
        let cut = |from: usize, to: usize| right.chars().skip(from).take(to - from).collect::<String>();
        let left = format!("{}，丙{}，丁{}", cut(0, 13), cut(9, 9 + RUN), cut(10, 26));
        let covered = |shared: &Shared| shared.runs.iter().map(|run| run.len).sum::<usize>();
        assert_eq!(covered(&shared(&Normal::new(&left), &Normal::new(right))), 26);
    }

    #[test]
    fn same_from_either_side() {
        let (a, b) =
            ("报告全文可在网站下载查阅。报告全文可在网站下载查阅。附件", "见报告全文可在网站下载查阅。");
        let (a, b) = (Normal::new(a), Normal::new(b));
        let (there, back) = (shared(&a, &b), shared(&b, &a));
        assert_eq!((there.left, there.right), (back.right, back.left));
    }

    #[test]
    fn hostile_texts_take_no_longer() {
        let text = Normal::new(&"公开".repeat(300_000));
        assert_eq!(shared(&text, &text).runs, [Run { left: 0, right: 0, len: 600_000 }]);
    }
}
