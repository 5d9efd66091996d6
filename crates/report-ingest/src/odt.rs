//! OpenDocument texts (ODT): paragraphs, headings, numbered lists, tables, links. Deleted words stand apart in the file and
//! are left out.

use crate::document::{BlockKind, Document, Origin};
use crate::error::IngestError;
use crate::format::Format;
use crate::items::{CellItem, Item, Line, Paragraph, TableItem};
use crate::layout;
use crate::numbering::{Numerals, print};
use crate::read::Options;
use crate::url::resolve;
use crate::xml::{Element, Token, Xml};
use crate::zip::Package;
use std::collections::HashMap;

/// Most times a repeated cell or row is written out; spreadsheets repeat blank ones by the thousand.
const REPEATED: u32 = 64;

/// Reads a file.
pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, IngestError> {
    let limits = &options.limits;
    let mut package = Package::open(bytes, Format::Odt, limits)?;
    let content = package.needed("content.xml")?;
    let mut lists = HashMap::new();
    if let Some(styles) = package.part("styles.xml")? {
        read_lists(&styles, limits.depth, &mut lists)?;
    }
    read_lists(&content, limits.depth, &mut lists)?;
    let mut walk = Walk { lists, ..Walk::default() };
    let mut xml = Xml::new(&content, Format::Odt, limits.depth);
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(element) if is_left_out(&element.name) => xml.skip()?,
            Token::Open(element) => walk.open(&element),
            Token::Close(name) => walk.close(&name),
            Token::Text(words) => walk.words(&words),
        }
    }
    let mut document = Document::empty(Format::Odt);
    walk.items.append(&mut walk.notes);
    layout::write(&mut document, walk.items, limits)?;
    Ok(document)
}

fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "tracked-changes"
            | "annotation"
            | "covered-table-cell"
            | "note-citation"
            | "automatic-styles"
            | "font-face-decls"
            | "forms"
            | "sequence-decls"
            | "scripts"
            | "object"
            | "image"
            | "ruby-text"
            | "bookmark"
    )
}

/// How a level of a list is printed.
#[derive(Debug, Clone)]
struct Level {
    numerals: Numerals,
    prefix: String,
    suffix: String,
    start: u32,
}

type Levels = HashMap<u8, Level>;

/// Styles of lists, from `content.xml` and `styles.xml`.
fn read_lists(xml: &str, depth: usize, lists: &mut HashMap<String, Levels>) -> Result<(), IngestError> {
    let mut xml = Xml::new(xml, Format::Odt, depth);
    let mut open: Option<String> = None;
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(element) => match (element.name.as_str(), &open) {
                ("list-style", _) => open = element.attribute("name"),
                ("list-level-style-number", Some(name)) => {
                    let text = |name| element.attribute(name).unwrap_or_default();
                    let level = Level {
                        numerals: numerals(&text("num-format")),
                        prefix: text("num-prefix"),
                        suffix: text("num-suffix"),
                        start: text("start-value").parse().unwrap_or(1),
                    };
                    let at = text("level").parse().unwrap_or(1);
                    lists.entry(name.clone()).or_default().insert(at, level);
                }
                _ => {}
            },
            Token::Close(name) if name == "list-style" => open = None,
            _ => {}
        }
    }
    Ok(())
}

fn numerals(format: &str) -> Numerals {
    match format {
        "" => Numerals::Nothing,
        "a" => Numerals::LowerLetter,
        "A" => Numerals::UpperLetter,
        "i" => Numerals::LowerRoman,
        "I" => Numerals::UpperRoman,
        format if format.starts_with('一') => Numerals::Chinese,
        format if format.starts_with('壹') => Numerals::ChineseLegal,
        format if format.starts_with('①') => Numerals::Circled,
        format if format.starts_with('甲') => Numerals::Stems,
        format if format.starts_with('１') => Numerals::DecimalFullWidth,
        _ => Numerals::Decimal,
    }
}

/// A table under work.
#[derive(Debug, Default)]
struct OpenTable {
    table: TableItem,
    cell: Option<(CellItem, u32)>,
}

#[derive(Debug, Default)]
struct Walk {
    lists: HashMap<String, Levels>,
    items: Vec<Item>,
    notes: Vec<Item>,
    tables: Vec<OpenTable>,
    line: Line,
    /// Lines of paragraphs round the one under work (text boxes, notes).
    outer: Vec<Line>,
    kind: Option<BlockKind>,
    /// Styles of the open lists, outermost first, and how far each level has counted.
    open_lists: Vec<Option<String>>,
    counters: Vec<u32>,
    label: Option<String>,
    in_note: bool,
    number: u32,
}

impl Walk {
    fn open(&mut self, element: &Element<'_>) {
        match element.name.as_str() {
            "p" | "h" => {
                self.outer.push(std::mem::take(&mut self.line));
                self.number += 1;
                let level =
                    element.attribute("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
                self.kind = (element.name == "h").then_some(BlockKind::Heading { level });
                if let Some(label) = self.label.take() {
                    self.line.push_label(&label);
                }
            }
            "s" => self.line.push(" "),
            "tab" => self.line.push(" "),
            "line-break" => self.flush(),
            "a" => {
                if let Some(url) = element.attribute("href").and_then(|href| resolve(None, &href)) {
                    self.line.open_link(url);
                }
            }
            "list" => {
                let style =
                    element.attribute("style-name").or_else(|| self.open_lists.last().cloned().flatten());
                self.open_lists.push(style);
                // A list counts anew unless it says that it goes on.
                let depth = self.open_lists.len();
                let goes_on = element.attribute("continue-numbering").as_deref() == Some("true")
                    || element.attribute("continue-list").is_some();
                if self.counters.len() < depth {
                    self.counters.resize(depth, 0);
                } else if !goes_on {
                    self.counters[depth - 1] = 0;
                }
            }
            "list-item" => self.label = self.next_label(element),
            "note-body" => self.in_note = true,
            "table" => self.tables.push(OpenTable::default()),
            "table-row" => {
                if let Some(open) = self.tables.last_mut() {
                    open.table.rows.push(Vec::new());
                }
            }
            "table-cell" => self.open_cell(element),
            _ => {}
        }
    }

    fn next_label(&mut self, item: &Element<'_>) -> Option<String> {
        let depth = self.open_lists.len();
        let style = self.open_lists.last()?.as_ref()?;
        let level = self.lists.get(style)?.get(&(depth as u8))?;
        let counter = self.counters.get_mut(depth - 1)?;
        let begins = item.attribute("start-value").and_then(|start| start.parse().ok());
        *counter = match (begins, *counter) {
            (Some(start), _) => start,
            (None, 0) => level.start,
            (None, count) => count.saturating_add(1),
        };
        let number = *counter;
        self.counters.truncate(depth);
        let printed = level.numerals != Numerals::Nothing;
        printed.then(|| format!("{}{}{}", level.prefix, print(number, level.numerals), level.suffix))
    }

    fn open_cell(&mut self, element: &Element<'_>) {
        let number =
            |name| element.attribute(name).and_then(|value| value.parse::<u32>().ok()).unwrap_or(1).max(1);
        let Some(open) = self.tables.last_mut() else { return };
        let cell = CellItem {
            items: Vec::new(),
            row_span: number("number-rows-spanned"),
            column_span: number("number-columns-spanned"),
        };
        open.cell = Some((cell, number("number-columns-repeated").min(REPEATED)));
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.flush();
                self.kind = None;
                self.line = self.outer.pop().unwrap_or_default();
            }
            "a" => self.line.close_link(),
            "list" => drop(self.open_lists.pop()),
            "list-item" => self.label = None,
            "note-body" => self.in_note = false,
            "table-cell" => {
                let Some(open) = self.tables.last_mut() else { return };
                if let (Some((cell, repeated)), Some(row)) = (open.cell.take(), open.table.rows.last_mut()) {
                    for _ in 1..repeated {
                        row.push(CellItem { items: Vec::new(), row_span: 1, column_span: 1 });
                    }
                    row.push(cell);
                }
            }
            "table" => {
                if let Some(open) = self.tables.pop() {
                    let origin = Origin { paragraph: Some(self.number), ..Origin::default() };
                    self.put(Item::Table(TableItem { origin, ..open.table }));
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if !self.outer.is_empty() {
            self.line.push(words);
        }
    }

    fn flush(&mut self) {
        let listed = if self.open_lists.is_empty() { BlockKind::Paragraph } else { BlockKind::ListItem };
        let number = self.number;
        let origin = || Origin { paragraph: Some(number), ..Origin::default() };
        if let Some(item) = self.line.take(self.kind.unwrap_or(listed), origin) {
            self.put(item);
        }
    }

    fn put(&mut self, item: Item) {
        if self.in_note
            && let Item::Paragraph(paragraph) = item
        {
            self.notes.push(Item::Paragraph(Paragraph { kind: BlockKind::Note, ..paragraph }));
            return;
        }
        match self.tables.iter_mut().rev().find_map(|open| open.cell.as_mut()) {
            Some((cell, _)) => cell.items.push(item),
            None => self.items.push(item),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{BlockKind, Options, read};

    #[test]
    fn text_lists_tables_and_links() {
        let styles = "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/>\
            <text:list-level-style-number text:level='2' style:num-format='1' style:num-suffix='.'/></text:list-style>";
        let body = "<text:h text:outline-level='1'>题<text:s/>目</text:h><text:tracked-changes><text:p>删</text:p></text:tracked-changes>\
            <text:list text:style-name='L'><text:list-item><text:p>概述</text:p><text:list><text:list-item><text:p>甲</text:p></text:list-item><text:list-item><text:p>乙</text:p></text:list-item></text:list></text:list-item>\
            <text:list-item><text:p>公开</text:p></text:list-item></text:list>\
            <table:table><table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>类</text:p></table:table-cell><table:table-cell><text:p>项</text:p></table:table-cell></table:table-row>\
            <table:table-row><table:covered-table-cell/><table:table-cell><text:p><text:a xlink:href='http://a.cn/'>查<text:span>看</text:span></text:a></text:p></table:table-cell></table:table-row></table:table>";
        let content = format!(
            "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body></office:document-content>"
        );
        let mut file = Vec::new();
        let mut archive = rawzip::ZipArchiveWriter::new(&mut file);
        for (name, text) in
            [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)]
        {
            let (mut entry, config) =
                archive.new_file(name).compression_method(rawzip::CompressionMethod::STORE).start().unwrap();
            let mut writer = config.wrap(&mut entry);
            std::io::Write::write_all(&mut writer, text.as_bytes()).unwrap();
            let (_, descriptor) = writer.finish().unwrap();
            entry.finish(descriptor).unwrap();
        }
        archive.finish().unwrap();
        let document = read(&file, &Options::default()).unwrap();
        assert_eq!(document.text, "题 目\n一、概述\n1.甲\n2.乙\n二、公开\n类\t项\n\t查看\n");
        assert_eq!(document.blocks[0].kind, BlockKind::Heading { level: 1 });
        assert_eq!(document.links[0].span.slice(&document.text), Some("查看"));
    }
}
