//! Lines joined to paragraphs: a line goes on where the next word would not have fitted on it.

use super::lines::{Line, PageLines, Piece, Words};
use crate::document::{BlockKind, Origin};
use crate::items::{Item, Paragraph, TableItem};

/// Joins the lines of all pages; a paragraph may run over pages.
pub(super) fn join(pages: Vec<PageLines>) -> Vec<Item> {
    let measure = Measure::of(&pages);
    let mut items: Vec<Item> = Vec::new();
    let mut open: Option<Open> = None;
    for page in pages {
        for piece in page.pieces {
            match piece {
                Piece::Line(line) => {
                    match open.as_mut().filter(|open| open.goes_on(&line, page.number, &measure)) {
                        Some(open) => open.add(line, page.number),
                        None => {
                            items.extend(open.replace(Open::new(line, page.number)).map(Open::finish));
                        }
                    }
                }
                Piece::Table { table, columns, y, bottom } => {
                    items.extend(open.take().map(Open::finish));
                    let place = Place {
                        page: page.number,
                        columns,
                        top: y / page.height,
                        bottom: bottom / page.height,
                    };
                    put_table(&mut items, table, place);
                }
            }
        }
    }
    items.extend(open.map(Open::finish));
    items
        .into_iter()
        .map(|item| match item {
            // The place of a table was kept in its path while tables of following pages could still join.
            Item::Table(mut table) => {
                table.origin.path = None;
                Item::Table(table)
            }
            item @ Item::Paragraph(_) => item,
        })
        .collect()
}

/// Where a table stands, to tell whether the next page goes on with it.
struct Place {
    page: u32,
    columns: Vec<f64>,
    top: f64,
    bottom: f64,
}

impl Place {
    fn told(&self) -> String {
        let columns: Vec<String> = self.columns.iter().map(|x| format!("{:.0}", x / 4.0)).collect();
        columns.join(" ")
    }
}

/// A table at the top of a page with the columns of the one that ended the page before goes on with it; a repeated row of
/// headings is left out.
fn put_table(items: &mut Vec<Item>, mut table: TableItem, place: Place) {
    let told = place.told();
    if let Some(Item::Table(above)) = items.last_mut()
        && above.origin.path.as_deref() == Some(told.as_str())
        && above.origin.page != Some(place.page)
        && place.top < 0.25
    {
        let first =
            |table: &TableItem| table.rows.first().map(|row| row.iter().map(text).collect::<Vec<_>>());
        if first(above) == first(&table) && !table.rows.is_empty() {
            table.rows.remove(0);
        }
        above.rows.append(&mut table.rows);
        // Only the page before may go on here: the table now ends on this one.
        if place.bottom < 0.6 {
            above.origin.path = None;
        }
        return;
    }
    table.origin.page = Some(place.page);
    table.origin.path = (place.bottom > 0.6).then_some(told);
    items.push(Item::Table(table));
}

fn text(cell: &crate::items::CellItem) -> String {
    cell.items.iter().map(|item| if let Item::Paragraph(p) = item { p.text.as_str() } else { "" }).collect()
}

/// The margins of the type area and the usual distance of lines.
struct Measure {
    left: f64,
    right: f64,
    pitch: f64,
    size: f64,
}

impl Measure {
    fn of(pages: &[PageLines]) -> Self {
        let lines = || {
            pages.iter().flat_map(|page| &page.pieces).filter_map(|piece| match piece {
                Piece::Line(line) => Some(line),
                Piece::Table { .. } => None,
            })
        };
        let mut sizes: Vec<f64> = lines().map(|line| line.size).collect();
        sizes.sort_by(f64::total_cmp);
        let size = sizes.get(sizes.len() / 2).copied().unwrap_or(12.0).max(1.0);
        let body = |line: &&Line| (line.size - size).abs() < 0.2 * size;
        let mut pitches: Vec<f64> = Vec::new();
        for page in pages {
            for pair in page.pieces.windows(2) {
                if let [Piece::Line(a), Piece::Line(b)] = pair
                    && body(&a)
                    && body(&b)
                {
                    pitches.push(b.y - a.y);
                }
            }
        }
        pitches.sort_by(f64::total_cmp);
        let pitch = pitches.get(pitches.len() / 2).copied().unwrap_or(1.6 * size);
        let edges = |take: fn(&Line) -> f64| {
            let mut list: Vec<f64> = lines().filter(body).map(take).collect();
            list.sort_by(f64::total_cmp);
            list
        };
        let (lefts, rights) = (edges(|line| line.left), edges(|line| line.right));
        // A single line may show the margin; what lies far outside is something else.
        let outer = |edges: &[f64], reach: f64| match (shared(edges, size), edges.first()) {
            (Some(common), Some(&edge)) if (common - edge).abs() > reach * size => common,
            (_, edge) => edge.copied().unwrap_or(0.0),
        };
        let left = outer(&lefts, 4.0);
        let right = outer(&rights.into_iter().rev().collect::<Vec<f64>>(), 12.0);
        Self { left, right, pitch, size }
    }
}

/// The outermost edge that at least two lines share.
fn shared(edges: &[f64], size: f64) -> Option<f64> {
    edges.windows(2).find(|pair| (pair[0] - pair[1]).abs() < size).map(|pair| pair[0])
}

/// A paragraph under work.
struct Open {
    words: Words,
    page: u32,
    last: Line,
    last_page: u32,
    /// Where in the text further pages begin.
    turns: Vec<(usize, u32)>,
}

impl Open {
    fn new(line: Line, page: u32) -> Self {
        let mut words = Words::default();
        words.append(line.clone());
        Self { words, page, last: line, last_page: page, turns: Vec::new() }
    }

    fn goes_on(&self, next: &Line, page: u32, measure: &Measure) -> bool {
        let last = &self.last;
        let size = measure.size;
        if (last.size - next.size).abs() > 0.15 * size {
            return false;
        }
        let indented = next.left > measure.left + 0.8 * size;
        // Titles over two lines are centred; the parser joins them by their words.
        if indented && (next.left - last.left).abs() > 0.5 * size
            || indented && last.left > measure.left + 0.8 * size && self.words.text.chars().count() < 8
        {
            return false;
        }
        let below = page == self.last_page;
        if below && next.y - last.y > 1.55 * measure.pitch.max(size) {
            return false;
        }
        let room = measure.right - last.right;
        let full = room < next.first + 0.35 * size;
        let ended = last.text.ends_with(['。', '！', '？', '；', '：', '.', ';', ':']);
        full && !indented && !(ended && opens(&next.text))
    }

    fn add(&mut self, line: Line, page: u32) {
        if page != self.last_page {
            self.turns.push((self.words.text.len(), page));
        }
        self.words.append(line.clone());
        self.last_page = page;
        self.last = line;
    }

    fn finish(self) -> Item {
        let origin = Origin { page: Some(self.page), ..Origin::default() };
        Item::Paragraph(Paragraph {
            kind: BlockKind::Paragraph,
            text: self.words.text,
            links: self.words.links,
            origin,
            turns: self.turns,
        })
    }
}

/// Begins with the label of a heading or list: 一、 （一） 1. ①.
fn opens(text: &str) -> bool {
    let rest = text.trim_start_matches(['（', '(']);
    let label = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c));
    let bracketed = rest.len() < text.len();
    let counted = label.len() < rest.len();
    text.starts_with(|c: char| matches!(c, '①'..='⑳'))
        || counted
            && (bracketed && label.starts_with(['）', ')'])
                || !bracketed && label.starts_with(['、', '.', '．', '）', ')']))
}
