//! Rich text (RTF): words, tables and links. What only says how things look is left out.
//!
//! Labels of lists are read as they are printed: RTF carries them along for programs that cannot count.

use crate::document::{BlockKind, Document, Origin};
use crate::error::IngestError;
use crate::format::Format;
use crate::items::{CellItem, Item, Line, TableItem};
use crate::layout;
use crate::read::Options;
use encoding_rs::Encoding;

/// Reads a file.
pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, IngestError> {
    let mut reader = Reader { limit: options.limits.depth, ..Reader::default() };
    reader.run(bytes)?;
    let mut document = Document::empty(Format::Rtf);
    layout::write(&mut document, reader.items, &options.limits)?;
    Ok(document)
}

/// What holds inside a pair of braces.
#[derive(Debug, Clone, Default)]
struct Group {
    /// Nothing in it is text.
    silent: bool,
    /// The instruction of a field.
    instruction: bool,
    /// Bytes that stand for a character given by number.
    skip: usize,
    code_page: Option<&'static Encoding>,
    hidden: bool,
    heading: Option<u8>,
    in_table: bool,
    /// The result of a field with a link.
    linked: bool,
}

#[derive(Debug, Default)]
struct Reader {
    limit: usize,
    items: Vec<Item>,
    stack: Vec<Group>,
    now: Group,
    line: Line,
    /// Bytes not yet decoded.
    bytes: Vec<u8>,
    /// First half of a character beyond the basic plane.
    high: Option<u16>,
    /// Bytes still to be left out behind a character given by number.
    skip: usize,
    code_pages: Vec<(i32, &'static Encoding)>,
    font: Option<i32>,
    document_page: Option<&'static Encoding>,
    instruction: String,
    number: u32,
    table: TableItem,
    row: Vec<CellItem>,
    cell: Vec<Item>,
    /// For each cell of the row: it goes on with the one above.
    merged: Vec<bool>,
    merge_next: bool,
    /// For each column, row and place of the last cell that stands by itself.
    above: Vec<(usize, usize)>,
}

impl Reader {
    fn run(&mut self, bytes: &[u8]) -> Result<(), IngestError> {
        self.now.skip = 1;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            match byte {
                b'{' => {
                    self.decode();
                    self.stack.push(self.now.clone());
                    if self.stack.len() > self.limit {
                        return Err(IngestError::TooDeep { limit: self.limit });
                    }
                }
                b'}' => {
                    self.decode();
                    if self.now.linked && !self.stack.last().is_some_and(|outer| outer.linked) {
                        self.line.close_link();
                    }
                    // Braces too many end nothing.
                    self.now = self.stack.pop().unwrap_or_default();
                }
                b'\\' => at = self.control(bytes, at),
                b'\r' | b'\n' => {}
                _ => self.byte(byte),
            }
        }
        self.end_paragraph();
        self.end_table();
        Ok(())
    }

    /// A control word or sign; gives the place behind it.
    fn control(&mut self, bytes: &[u8], at: usize) -> usize {
        let Some(&first) = bytes.get(at) else { return at };
        if !first.is_ascii_alphabetic() {
            match first {
                b'\'' => {
                    let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
                    let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) else {
                        return at + 1;
                    };
                    self.byte(byte);
                    return at + 3;
                }
                b'*' => self.now.silent = true,
                b'~' => self.text(" "),
                b'_' => self.text("-"),
                b'{' | b'}' | b'\\' => self.byte(first),
                b'\r' | b'\n' => self.end_paragraph(),
                _ => {}
            }
            return at + 1;
        }
        let len = bytes[at..].iter().take(32).take_while(|b| b.is_ascii_alphabetic()).count();
        let name = std::str::from_utf8(&bytes[at..at + len]).unwrap_or_default();
        let mut end = at + len;
        let digits = bytes[end..]
            .iter()
            .take(11)
            .enumerate()
            .take_while(|(i, b)| b.is_ascii_digit() || *i == 0 && **b == b'-');
        let digits = digits.count();
        let value =
            std::str::from_utf8(&bytes[end..end + digits]).ok().and_then(|digits| digits.parse::<i32>().ok());
        end += digits;
        if bytes.get(end) == Some(&b' ') {
            end += 1;
        }
        if name == "bin" {
            return end.saturating_add(value.unwrap_or(0).max(0) as usize);
        }
        self.word(name, value);
        end
    }

    fn word(&mut self, name: &str, value: Option<i32>) {
        if name != "u" {
            self.decode();
        }
        match name {
            "u" => self.unicode(value.unwrap_or(0)),
            "uc" => self.now.skip = value.unwrap_or(1).clamp(0, 16) as usize,
            "ansicpg" => {
                self.document_page = value.and_then(code_page);
                self.now.code_page = self.document_page;
            }
            "f" => self.font(value),
            "fcharset" => {
                if let (Some(font), Some(encoding)) = (self.font, value.and_then(charset)) {
                    self.code_pages.push((font, encoding));
                }
            }
            "par" | "sect" | "page" => self.end_paragraph(),
            "line" => self.end_line(),
            "tab" => self.text(" "),
            "emdash" => self.text("—"),
            "endash" => self.text("–"),
            "lquote" => self.text("‘"),
            "rquote" => self.text("’"),
            "ldblquote" => self.text("“"),
            "rdblquote" => self.text("”"),
            "v" | "deleted" => self.now.hidden = value != Some(0),
            "plain" => self.now.hidden = false,
            "pard" => (self.now.heading, self.now.in_table) = (None, false),
            "outlinelevel" => {
                self.now.heading = value
                    .and_then(|level| u8::try_from(level.saturating_add(1)).ok())
                    .filter(|level| (1..=9).contains(level));
            }
            "intbl" => self.now.in_table = true,
            "trowd" => self.merged.clear(),
            "clvmrg" => self.merge_next = true,
            "cellx" => self.merged.push(std::mem::take(&mut self.merge_next)),
            "cell" | "nestcell" => self.end_cell(),
            "row" | "nestrow" => self.end_row(),
            "fldinst" => {
                (self.now.silent, self.now.instruction) = (false, true);
                self.instruction.clear();
            }
            "fldrslt" => self.begin_result(),
            // Shapes hold text boxes inside ignorable parts.
            "shptxt" | "shpinst" | "shp" | "listtext" | "pntext" | "nesttableprops" => {
                self.now.silent = name == "nesttableprops";
            }
            "fonttbl" | "colortbl" | "stylesheet" | "info" | "pict" | "header" | "headerl" | "headerr"
            | "headerf" | "footer" | "footerl" | "footerr" | "footerf" | "object" | "sp" | "themedata"
            | "listtable" | "listoverridetable" | "rsidtbl" | "xmlnstbl" | "nonshppict" | "nonesttables" => {
                self.now.silent = true;
            }
            _ => {}
        }
    }

    fn font(&mut self, font: Option<i32>) {
        self.font = font;
        let known = self.code_pages.iter().find(|(id, _)| Some(*id) == font).map(|(_, encoding)| *encoding);
        self.now.code_page = known.or(self.document_page);
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        if self.now.instruction {
            self.instruction.push(char::from(byte));
        } else if !self.now.silent && !self.now.hidden {
            self.bytes.push(byte);
        }
    }

    fn decode(&mut self) {
        self.skip = 0;
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let encoding = self.now.code_page.unwrap_or(encoding_rs::GB18030);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        self.text(&text);
    }

    /// A character by its number, in halves where it lies beyond the basic plane.
    fn unicode(&mut self, value: i32) {
        self.decode();
        self.skip = self.now.skip;
        let unit = value as u16;
        let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        if units.len() == 1 && (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        self.text(&String::from_utf16_lossy(&units));
    }

    fn text(&mut self, words: &str) {
        if self.now.instruction {
            self.instruction.push_str(words);
        } else if !self.now.silent && !self.now.hidden {
            self.line.push(words);
        }
    }

    fn begin_result(&mut self) {
        self.now.silent = false;
        self.now.instruction = false;
        let url = self.instruction.trim().strip_prefix("HYPERLINK").and_then(|rest| rest.split('"').nth(1));
        if let Some(url) = url.filter(|url| url.contains("://")) {
            let url = url.to_owned();
            self.line.open_link(url);
            self.now.linked = true;
        }
        self.instruction.clear();
    }

    fn end_line(&mut self) {
        let kind = self.now.heading.map_or(BlockKind::Paragraph, |level| BlockKind::Heading { level });
        let number = self.number;
        let item = self.line.take(kind, || Origin { paragraph: Some(number), ..Origin::default() });
        let Some(item) = item else { return };
        if self.now.in_table {
            self.cell.push(item);
        } else {
            self.end_table();
            self.items.push(item);
        }
    }

    fn end_paragraph(&mut self) {
        self.decode();
        self.number += 1;
        self.end_line();
    }

    fn end_cell(&mut self) {
        self.now.in_table = true;
        self.end_paragraph();
        let items = std::mem::take(&mut self.cell);
        self.row.push(CellItem { items, row_span: 1, column_span: 1 });
    }

    fn end_row(&mut self) {
        let index = self.table.rows.len();
        let mut cells: Vec<CellItem> = Vec::new();
        for (column, cell) in std::mem::take(&mut self.row).into_iter().enumerate() {
            if self.merged.get(column) == Some(&true)
                && let Some(&(row, place)) = self.above.get(column)
                && let Some(upper) = self.table.rows.get_mut(row).and_then(|row| row.get_mut(place))
            {
                upper.row_span = (index - row + 1) as u32;
                continue;
            }
            if self.above.len() <= column {
                self.above.resize(column + 1, (index, 0));
            }
            self.above[column] = (index, cells.len());
            cells.push(cell);
        }
        self.table.rows.push(cells);
    }

    fn end_table(&mut self) {
        if !self.row.is_empty() {
            self.end_row();
        }
        self.above.clear();
        if !self.table.rows.is_empty() {
            let table = std::mem::take(&mut self.table);
            let origin = Origin { paragraph: Some(self.number), ..Origin::default() };
            self.items.push(Item::Table(TableItem { origin, ..table }));
        }
    }
}

/// Windows code pages by number.
fn code_page(number: i32) -> Option<&'static Encoding> {
    match number {
        936 | 54936 => Some(encoding_rs::GB18030),
        950 => Some(encoding_rs::BIG5),
        65001 => Some(encoding_rs::UTF_8),
        _ => Encoding::for_label(format!("windows-{number}").as_bytes()),
    }
}

/// Character sets of fonts that are no Western ones.
const fn charset(number: i32) -> Option<&'static Encoding> {
    match number {
        134 => Some(encoding_rs::GB18030),
        136 => Some(encoding_rs::BIG5),
        128 => Some(encoding_rs::SHIFT_JIS),
        129 => Some(encoding_rs::EUC_KR),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, read};

    #[track_caller]
    fn check(file: &str, expect: &str) {
        let document = read(file.as_bytes(), &Options::default()).unwrap();
        assert_eq!(document.text, expect);
    }

    #[test]
    fn words_in_code_pages_and_by_number() {
        check(
            "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 Arial;}}{\\info{\\title x}}\\f0 \\'d0\\'c5\\'cf\\'a2\\u20844?\\uc2\\u24320\\'bf\\'aa\\par {\\listtext 1.\\tab}a\\line b\\par}",
            "信息公开\n1. a\nb\n",
        );
        check(
            "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f1\\fcharset134 x;}}\\f1\\'d2\\'bb{\\v \\'d0\\'c5}\\uc2\\u-10179 xx\\u-9138 xx}",
            "一\u{1F44E}\n",
        );
    }

    #[test]
    fn tables_and_links() {
        let file = "{\\rtf1\\ansi before\\par\\trowd\\clvmgf\\cellx1\\cellx2\\pard\\intbl A\\cell B\\cell\\row\
            \\trowd\\clvmrg\\cellx1\\cellx2\\pard\\intbl\\cell {\\field{\\*\\fldinst HYPERLINK \"http://a.cn/\"}{\\fldrslt C}}\\cell\\row\\pard after\\par}";
        check(file, "before\nA\tB\n\tC\nafter\n");
        let document = read(file.as_bytes(), &Options::default()).unwrap();
        assert_eq!(document.links[0].url, "http://a.cn/");
        assert_eq!(document.tables[0].cells[0].row_span, 2);
    }

    #[test]
    fn broken_braces() {
        check("{\\rtf1 a}}}}\\'zz\\", "azz\n");
        assert_eq!(
            read("{\\rtf1".repeat(9000).as_bytes(), &Options::default()).unwrap_err().kind(),
            "too_deep"
        );
    }
}
