//! What a caller knows of the text beyond its characters: tables, headings and links of the file it was taken from.
//!
//! [`parse_structured`](crate::parse_structured) uses it; [`parse`](crate::parse) is the same without any. All spans are
//! bytes of the text. What does not fit the text (spans out of it or inside a character, cells out of order) is left
//! aside, never an error: a converter's slip must not cost the report.

use crate::model::{Link, Span};
use crate::order;
use std::borrow::Cow;

/// Headings, tables and links of a text.
///
/// ```
/// use report_model::{CellLayout, Options, Span, Structure, TableLayout, parse_structured};
///
/// let text = "清远湖学院2021-2022学年信息公开工作年度报告\n一、概述\n学校重视。\n二、主动公开情况\n\
///             渠道\t数量（条）\n学校网站\t812\n";
/// let mut table = TableLayout::default();
/// let (mut row, mut column) = (0, 0);
/// let start = text.find("渠道").unwrap();
/// for (at, sign) in text.char_indices().filter(|(at, c)| *at >= start && matches!(c, '\t' | '\n')) {
///     let from = table.cells.last().map_or(start, |cell: &CellLayout| cell.span.end as usize + 1);
///     table.cells.push(CellLayout::new(Span::new(from as u32, at as u32), row, column));
///     (row, column) = if sign == '\t' { (row, column + 1) } else { (row + 1, 0) };
/// }
/// table.span = Span::new(start as u32, text.len() as u32 - 1);
/// let structure = Structure { tables: vec![table], ..Structure::default() };
/// let report = parse_structured(text, &structure, &Options::default()).report;
/// assert_eq!(report.measures[0].unit.as_deref(), Some("条"));
/// assert_eq!(report.sections[1].tables[0].rows[1][0].text, "学校网站");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Structure {
    /// Lines that the file marks as headings, in order.
    pub headings: Vec<HeadingHint>,
    /// Tables, in order, none inside another.
    pub tables: Vec<TableLayout>,
    /// Links with the words that carry them, in order.
    pub links: Vec<Link>,
}

/// A line that the file marks as a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingHint {
    /// The line, with its label.
    pub span: Span,
    /// As the file has it (h1 = 1); only the order of levels counts.
    pub level: u8,
}

/// A table as it lies in the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableLayout {
    /// From the first cell to the last.
    pub span: Span,
    /// Cells row by row, in the order of the text. A cell over several rows or columns is listed once, where it begins.
    pub cells: Vec<CellLayout>,
}

/// A cell as it lies in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellLayout {
    /// Its words, may be empty.
    pub span: Span,
    /// First row, from 0.
    pub row: u32,
    /// First column, from 0.
    pub column: u32,
    /// Rows covered, at least 1.
    pub row_span: u32,
    /// Columns covered, at least 1.
    pub column_span: u32,
}

impl CellLayout {
    /// A cell of one row and one column.
    pub const fn new(span: Span, row: u32, column: u32) -> Self {
        Self { span, row, column, row_span: 1, column_span: 1 }
    }
}

impl Structure {
    /// True where nothing is known beyond the text.
    pub fn is_empty(&self) -> bool {
        self.headings.is_empty() && self.tables.is_empty() && self.links.is_empty()
    }

    /// Without what does not fit the text. Linear.
    pub(crate) fn fitted(&self, text: &str) -> Self {
        let fits = |span: Span| span.start <= span.end && span.slice(text).is_some();
        let mut behind = 0;
        let mut tables: Vec<TableLayout> = Vec::with_capacity(self.tables.len());
        for table in &self.tables {
            let mut at = table.span.start;
            let mut place = (0, 0);
            let ordered = table.cells.iter().all(|cell| {
                let next = (cell.row, cell.column);
                let good = fits(cell.span)
                    && cell.span.start >= at
                    && next >= place
                    && cell.row_span > 0
                    && cell.column_span > 0
                    && cell.row < MOST_LINES
                    && cell.column < MOST_LINES;
                (at, place) = (cell.span.end, next);
                good
            });
            if ordered && fits(table.span) && table.span.start >= behind && table.span.end >= at {
                behind = table.span.end;
                tables.push(table.clone());
            }
        }
        let mut links: Vec<Link> = self.links.iter().filter(|link| fits(link.span)).cloned().collect();
        order::by_span(&mut links, |link| link.span);
        let mut headings: Vec<HeadingHint> = self
            .headings
            .iter()
            .filter(|hint| fits(hint.span) && hint.span.start < hint.span.end)
            .copied()
            .collect();
        order::by_span(&mut headings, |hint| hint.span);
        Self { headings, tables, links }
    }

    /// The text with each cell on a line of its own, as long as the text, so that all positions stay: what separates
    /// cells (a tab) is read as a line end. A cell must not run into the next one's words.
    pub(crate) fn apart<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.tables.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut bytes = text.as_bytes().to_vec();
        for table in &self.tables {
            for pair in table.cells.windows(2) {
                let between = pair[0].span.end as usize..pair[1].span.start as usize;
                for byte in bytes.get_mut(between).unwrap_or_default() {
                    if matches!(byte, b'\t' | b' ') {
                        *byte = b'\n';
                    }
                }
            }
        }
        // Only ASCII was replaced by ASCII.
        String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
    }
}

/// Rows or columns beyond this are no table that anybody wrote.
const MOST_LINES: u32 = 1 << 20;
