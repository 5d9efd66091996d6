//! What is taken out of a file: the text, and what the file says of its parts.

use crate::format::Format;
use report_model::{Diagnostic, HeadingHint, Link, Report, Severity, Span, Structure, TableLayout};
use serde::Serialize;

/// A file, read: its text and what the file says of the text's parts. All spans are bytes of [`Document::text`].
///
/// ```
/// use report_ingest::{read, BlockKind, Options};
///
/// let page = "<title>x</title><h1>清远湖学院2021-2022学年信息公开工作年度报告</h1><p>见<a href='/xxgk'>网站</a>。</p>";
/// let options = Options { url: Some("https://www.qyh.edu.cn/info/1.htm".to_owned()), ..Options::default() };
/// let document = read(page.as_bytes(), &options).unwrap();
/// assert_eq!(document.blocks[0].kind, BlockKind::Heading { level: 1 });
/// assert_eq!(document.links[0].url, "https://www.qyh.edu.cn/xxgk");
/// assert_eq!(document.links[0].span.slice(&document.text), Some("网站"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Document {
    /// The words: a paragraph or a table's row a line, cells separated by tabs.
    pub text: String,
    /// The parts of the text, in order; those of kind [`BlockKind::Cell`] lie inside their table.
    pub blocks: Vec<Block>,
    /// Tables, in order.
    #[serde(serialize_with = "tables")]
    pub tables: Vec<TableLayout>,
    /// Links, in order: the words that carry them and where they lead.
    pub links: Vec<Link>,
    /// Pages of a PDF, in order; empty for formats without pages.
    pub pages: Vec<Page>,
    /// Headers, footers and running lines, kept out of the text; each once.
    pub margins: Vec<String>,
    /// What the file is.
    pub format: Format,
    /// The encoding of the characters, where the format leaves it open.
    pub encoding: Option<&'static str>,
    /// What a careful reader would want to know.
    pub warnings: Vec<Warning>,
}

/// A part of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    /// What it is.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// Its words.
    pub span: Span,
    /// Where the file has it.
    pub origin: Origin,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum BlockKind {
    /// A paragraph, or a line of one.
    Paragraph,
    /// A heading, by element or style.
    Heading {
        /// 1 is the highest.
        level: u8,
    },
    /// An item of a list.
    ListItem,
    /// A footnote or endnote; stands behind the text.
    Note,
    /// A table.
    Table,
    /// A cell of the table before.
    Cell,
}

/// Where the file has a block; what a format has no notion of is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// Page, from 1 (PDF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The last elements of the path to it (HTML).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Number of the paragraph in the file, from 1 (DOCX, ODT, RTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// Index into [`Document::tables`], for tables and cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
    /// Row and column of a cell, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<[u32; 2]>,
}

/// A page of a PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Number in the file, from 1.
    pub number: u32,
    /// The words that stand on it; a paragraph over two pages belongs to both in part.
    pub span: Span,
}

/// Something a careful reader would want to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Stable name.
    pub code: &'static str,
    /// One sentence in Chinese.
    pub message: String,
    /// The same in English.
    pub message_en: String,
    /// How often, where it is counted.
    pub count: Option<u64>,
}

impl Warning {
    fn diagnostic(&self) -> Diagnostic {
        let (code, severity) = match self.code {
            "undecodable" => ("RM950", Severity::Warning),
            "wrong_charset" => ("RM951", Severity::Info),
            "text_elsewhere" => ("RM952", Severity::Warning),
            "tracked_changes" => ("RM953", Severity::Info),
            _ => ("RM954", Severity::Warning),
        };
        Diagnostic {
            code: code.to_owned(),
            severity,
            message: self.message.clone(),
            message_en: self.message_en.clone(),
            span: Span::new(0, 0),
            related: Vec::new(),
            fix: None,
            // About the file, not about words of the report: there is nothing to dismiss.
            fingerprint: String::new(),
        }
    }
}

impl Document {
    /// A document without words.
    pub(crate) fn empty(format: Format) -> Self {
        Self {
            text: String::new(),
            blocks: Vec::new(),
            tables: Vec::new(),
            links: Vec::new(),
            pages: Vec::new(),
            margins: Vec::new(),
            format,
            encoding: None,
            warnings: Vec::new(),
        }
    }

    /// What the core parser is told besides the text.
    pub fn structure(&self) -> Structure {
        let headings = self.blocks.iter().filter_map(|block| match block.kind {
            BlockKind::Heading { level } => Some(HeadingHint { span: block.span, level }),
            _ => None,
        });
        Structure { headings: headings.collect(), tables: self.tables.clone(), links: self.links.clone() }
    }

    /// Parses the text with all that the file says of its parts. Warnings of the reading stand among the report's
    /// diagnostics (`RM950` and up), at the start of the text.
    ///
    /// ```
    /// let document = report_ingest::read("一、概述".as_bytes(), &Default::default()).unwrap();
    /// assert_eq!(document.parse(&Default::default()).diagnostics[0].code, "RM900");
    /// ```
    pub fn parse(&self, options: &report_model::Options) -> Report {
        let mut report = report_model::parse_structured(&self.text, &self.structure(), options).report;
        report.diagnostics.splice(0..0, self.diagnostics());
        report
    }

    /// The warnings as diagnostics of a report, at the start of the text.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.warnings.iter().map(Warning::diagnostic).collect()
    }

    /// The page on which a position of the text stands.
    pub fn page_at(&self, at: u32) -> Option<u32> {
        let i = self.pages.partition_point(|page| page.span.start <= at).checked_sub(1)?;
        self.pages.get(i).map(|page| page.number)
    }

    pub(crate) fn warn(
        &mut self,
        code: &'static str,
        message: String,
        message_en: String,
        count: Option<u64>,
    ) {
        self.warnings.push(Warning { code, message, message_en, count });
    }
}

/// The core's layout types carry no wire format of their own.
fn tables<S: serde::Serializer>(tables: &[TableLayout], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Table {
        span: Span,
        cells: Vec<Cell>,
    }
    #[derive(Serialize)]
    struct Cell {
        span: Span,
        row: u32,
        column: u32,
        row_span: u32,
        column_span: u32,
    }
    serializer.collect_seq(tables.iter().map(|table| {
        Table {
            span: table.span,
            cells: table
                .cells
                .iter()
                .map(|c| Cell {
                    span: c.span,
                    row: c.row,
                    column: c.column,
                    row_span: c.row_span,
                    column_span: c.column_span,
                })
                .collect(),
        }
    }))
}
