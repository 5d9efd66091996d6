//! Which printed lines go on with the sentence of the line before.

use super::physical::Physical;
use crate::lexis::fold::Fold;
use crate::lexis::label::label_at;
use crate::lexis::signs::is_han;
use crate::lexis::words::words;

/// Lines narrower than this many columns are never taken for broken sentences unless the whole text is wrapped.
const PROSE: u32 = 40;

/// Fewest open lines of one width that show a layout.
const FEWEST: usize = 5;

/// The width at which a layout broke the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wrap {
    width: u32,
    /// The layout counted characters, not columns.
    by_signs: bool,
}

impl Wrap {
    fn of(self, line: &Physical) -> u32 {
        if self.by_signs { line.signs } else { line.width }
    }

    /// A line that reaches the margin, but for a word that did not fit.
    fn is_full(self, line: &Physical) -> bool {
        self.of(line) + 9 >= self.width
    }
}

/// The width at which a layout broke the lines, where one did.
///
/// A wrapped text shows many lines that stop in mid-sentence at nearly the same width, in columns or in characters.
pub(super) fn wrap_width(lines: &[Physical]) -> Option<Wrap> {
    let columns = cluster(lines, |line| line.width);
    let signs = cluster(lines, |line| line.signs);
    match (columns, signs) {
        (Some((a, n)), Some((b, m))) => {
            Some(if m > n { Wrap { width: b, by_signs: true } } else { Wrap { width: a, by_signs: false } })
        }
        (Some((a, _)), None) => Some(Wrap { width: a, by_signs: false }),
        (None, Some((b, _))) => Some(Wrap { width: b, by_signs: true }),
        (None, None) => None,
    }
}

/// The width near which most open lines stop, and how many do.
fn cluster(lines: &[Physical], measure: impl Fn(&Physical) -> u32) -> Option<(u32, u32)> {
    // Rows of a table that end with an address are as long as one another, and no prose: half of a line is Han.
    let prose = |line: &Physical| !line.closed && 4 * line.wide >= line.width;
    // Usual texts have no open lines at all.
    if lines.iter().filter(|line| prose(line) && (36..=200).contains(&measure(line))).count() < FEWEST {
        return None;
    }
    let mut histogram = [0u32; 201];
    // All lines in order: the width of an open one, 0 for one too wide to belong to any layout, 1 for any other.
    let mut open: Vec<u32> = Vec::new();
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let width = measure(line);
        let counted = width >= 36 && prose(line);
        open.push(if !counted {
            1
        } else if width > 200 {
            0
        } else {
            width
        });
        histogram[width.min(200) as usize] += u32::from(counted && width <= 200);
    }
    if open.len() < 6 {
        return None;
    }
    // Few lines must agree closely; many may fall short of the margin by a word or number that did not fit.
    agreeing(&open, &histogram, 5, FEWEST as u32, 40).or_else(|| agreeing(&open, &histogram, 8, 9, 30))
}

/// The peak within `spread` columns, where at least `least` lines and `share` percent of those between the first and the
/// last full line agree. Menus before and behind the text do not count.
fn agreeing(
    open: &[u32],
    histogram: &[u32; 201],
    spread: usize,
    least: u32,
    share: u32,
) -> Option<(u32, u32)> {
    let near = |w: usize| histogram[w.saturating_sub(spread)..=w].iter().sum::<u32>();
    let peak = (36..=200usize).rev().max_by_key(|&w| near(w))?;
    let full = |width: &u32| (peak.saturating_sub(spread)..=peak).contains(&(*width as usize));
    let (first, last) = (open.iter().position(full)?, open.iter().rposition(full)?);
    let inside = &open[first..=last];
    let wide = inside.iter().filter(|width| **width == 0).count() as u32;
    let others = inside.iter().filter(|width| **width > 1 && !full(width)).count() as u32;
    let found = near(peak);
    let agreed =
        found >= least && found > others && found * 100 > share * inside.len() as u32 && found > 3 * wide;
    agreed.then_some((peak as u32, found))
}

/// Signs that set off the points of a list.
const BULLETS: [char; 11] = ['●', '■', '◆', '▲', '★', '◇', '•', '▪', '➢', '✓', '✔'];

/// For each line: does it go on with the line before (blank lines and page numbers between them left out)?
pub(super) fn decide(source: &str, lines: &[Physical], wrap: Option<Wrap>) -> Vec<bool> {
    let mut joins = vec![false; lines.len()];
    let mut before: Option<usize> = None;
    for i in 0..lines.len() {
        if lines[i].is_blank() || lines[i].page_number {
            continue;
        }
        if let Some(b) = before {
            let gap = &lines[b + 1..i];
            let apart = gap.iter().any(Physical::is_blank);
            let gap = Gap { apart, page_end: gap.iter().any(|line| line.page_number), inside: joins[b] };
            joins[i] = goes_on(source, lines, b, i, wrap, gap);
        }
        before = Some(i);
    }
    joins
}

/// What lies between two lines, and whether the upper one goes on with a line itself.
#[derive(Clone, Copy)]
struct Gap {
    /// A blank line.
    apart: bool,
    /// A page number.
    page_end: bool,
    inside: bool,
}

fn goes_on(source: &str, lines: &[Physical], b: usize, i: usize, wrap: Option<Wrap>, gap: Gap) -> bool {
    let Gap { apart, page_end, inside } = gap;
    let (upper, lower) = (&lines[b], &lines[i]);
    let (above, below) = (&source[upper.start..upper.end], &source[lower.start..lower.end]);
    let open = !upper.closed;
    // A page break or a stray line end inside a long sentence, the only joint where no layout broke the lines.
    if wrap.is_none() && (!open || upper.width < PROSE || lower.width < 8) {
        return false;
    }
    // ● 部分公开：2件
    if below.starts_with(BULLETS) {
        return false;
    }
    let label = label_at(below);
    if label.is_some_and(|l| !(in_sentence(above, below, l.len) || open && bracket_lasts(above, below))) {
        return false;
    }
    if let Some(wrap) = wrap {
        // A full line goes on. Behind a sentence end at the margin, a paragraph goes on too, unless the next is set off.
        if wrap.is_full(upper) {
            // Menus and lines about the page are as wide by chance.
            let page = is_of_the_page(above) || is_of_the_page(below);
            let another = !reads_as_prose(above) && (page || apart && !page_end && short_standing(below));
            return open && !another || !open && lower.indent < 2 && !short_standing(below);
        }
        // The rest of a heading that did not fit: a few characters without any sign.
        if open
            && label_at(above).is_some()
            && wrap.of(upper) + 40 >= wrap.width
            && lower.width <= 16
            && plain_rest(below)
        {
            return true;
        }
        // A sentence that stops at no sign goes on, also where the layout left much of the line empty.
        return open
            && (wrap.of(upper) * 2 >= wrap.width || inside && above.ends_with(is_han))
            && !apart
            && lower.indent < 2
            && label_at(above).is_none()
            && (reads_as_prose(above) || bracket_lasts(above, below) || above.ends_with('、'))
            && starts_inside(below, apart)
            && !short_standing(below);
    }
    // A heading ends with its line, whatever follows.
    if label_at(above).is_some_and(|l| l.level <= 2 || !reads_as_prose(above))
        && !above.contains('。')
        && upper.width < 2 * PROSE
    {
        return false;
    }
    reads_as_prose(above) && starts_inside(below, apart)
}

/// A label that stands where a broken line happens to begin: "…（教育部令第" / "29、…".
fn in_sentence(above: &str, below: &str, len: usize) -> bool {
    let last = above.chars().next_back();
    let inside =
        matches!(last, Some('第' | '〔' | '（' | '(' | '《' | '、' | '年' | '月' | '至' | '—' | '-' | '～'));
    inside && below[..len].starts_with(|c: char| c.is_ascii_digit())
}

/// A short line that may stand alone: a signature, a date, a heading without number.
fn short_standing(line: &str) -> bool {
    line.chars().count() <= 24 && !line.contains(['，', ',', '。', '；'])
}

/// A bracket that the line opens is closed in the next: "…的通知》（教办函" / "〔2014〕23号）的要求…".
fn bracket_lasts(above: &str, below: &str) -> bool {
    const OPEN: [char; 2] = ['(', '（'];
    const CLOSE: [char; 2] = [')', '）'];
    let opened = above.rfind(OPEN).is_some_and(|open| above.rfind(CLOSE).is_none_or(|close| close < open));
    opened && below.find(CLOSE).is_some_and(|close| below.find(OPEN).is_none_or(|open| close < open))
}

/// A few Han characters without any sign: the overhang of a heading.
fn plain_rest(line: &str) -> bool {
    line.chars().all(is_han) && !matches!(line, "无" | "略" | "無")
}

/// A comma between words, not inside a number, or a full stop.
fn reads_as_prose(line: &str) -> bool {
    let mut before = ' ';
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let grouping = before.is_ascii_digit() && chars.peek().is_some_and(char::is_ascii_digit);
        if matches!(c, '；' | '。') || matches!(c, '，' | ',') && !grouping {
            return true;
        }
        before = c;
    }
    false
}

/// Does the line begin in the middle of something? Only asked after a long open line.
fn starts_inside(line: &str, apart: bool) -> bool {
    !(names_the_page(line) || apart && short_standing(line))
}

/// Words of a page, not of a report, near the start of a line.
fn names_the_page(line: &str) -> bool {
    let head = head(line);
    is_of_the_page(line)
        || words![
            "如若转载",
            "转载",
            "首页",
            "Copyright",
            "©",
            "分享",
            "打印",
            "关闭",
            "友情",
            "技术支持",
            "责任编辑",
            "浏览",
            "扫码",
            "返回",
            "备案",
            "来源",
            "编辑",
            "附件",
            "附:",
            "联系",
            "地址",
            "电话",
            "抄送",
            "上一篇",
            "下一篇",
            "序号",
            "【",
            "版权",
            "注:"
        ]
        .any(&head)
}

/// A line of a page: nothing else begins so, however wide it is.
fn is_of_the_page(line: &str) -> bool {
    words!["当前位置", "您的位置", "字号", "发布时间", "发布日期", "上一条", "下一条"].any(&head(line))
}

/// The first characters, as they are read.
fn head(line: &str) -> String {
    let fold = Fold::new();
    line.chars().take(12).map(|c| fold.char(c)).collect()
}
