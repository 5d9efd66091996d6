//! The text of a part: paragraphs and tables, one walk.

use super::lists::Lists;
use super::origin;
use super::styles::{Styles, outline};
use crate::document::BlockKind;
use crate::error::IngestError;
use crate::format::Format;
use crate::items::{Item, Line};
use crate::limits::Limits;
use crate::url::resolve;
use crate::xml::{Element, Token, Xml};
use std::collections::HashMap;

mod table;
use table::OpenTable;

/// Reads parts with the same styles and lists; the numbering goes on from part to part.
pub(super) struct Body<'s> {
    styles: &'s Styles,
    lists: Lists,
    links: &'s HashMap<String, String>,
    limits: &'s Limits,
    number: u32,
    deleted: u64,
}

/// A paragraph under work.
#[derive(Debug, Default)]
struct Open {
    line: Line,
    style: Option<String>,
    heading: Option<u8>,
    list: Option<String>,
    list_level: Option<u8>,
    /// The label was put before the words.
    begun: bool,
    /// The mark at its end is deleted: the next paragraph goes on.
    goes_on: bool,
    /// Paragraphs and tables of text boxes anchored here; they follow.
    boxes: Vec<Item>,
}

/// Where the walk is.
#[derive(Default)]
struct Walk {
    items: Vec<Item>,
    tables: Vec<OpenTable>,
    /// Paragraphs inside one another (text boxes), innermost last.
    open: Vec<Open>,
    /// A paragraph whose end is deleted waits for the next.
    waiting: Option<Open>,
    /// Words between here and its end are no words of the text: deletions, instructions of fields.
    run: Run,
    fields: Vec<Field>,
    /// Inside the properties of a paragraph, of a row.
    of_paragraph: bool,
    of_row: bool,
}

/// The run of words under work.
#[derive(Default)]
struct Run {
    words: bool,
    hidden: bool,
    instruction: bool,
}

/// A field: instruction, then result.
#[derive(Default)]
struct Field {
    instruction: String,
    result: bool,
    linked: bool,
}

impl<'s> Body<'s> {
    pub(super) fn new(
        styles: &'s Styles,
        lists: Lists,
        links: &'s HashMap<String, String>,
        limits: &'s Limits,
    ) -> Self {
        Self { styles, lists, links, limits, number: 0, deleted: 0 }
    }

    /// Deletions left out, if any.
    pub(super) fn deleted(&self) -> Option<u64> {
        (self.deleted > 0).then_some(self.deleted)
    }

    /// Reads a part.
    pub(super) fn read(&mut self, text: &str) -> Result<Vec<Item>, IngestError> {
        let mut xml = Xml::new(text, Format::Docx, self.limits.depth);
        let mut walk = Walk::default();
        while let Some(token) = xml.next()? {
            match token {
                Token::Open(element) => {
                    if self.is_left_out(&mut walk, &element) {
                        xml.skip()?;
                    } else {
                        self.open(&mut walk, &element);
                    }
                }
                Token::Close(name) => self.close(&mut walk, &name),
                Token::Text(words) => self.words(&mut walk, &words),
            }
        }
        if let Some(open) = walk.waiting.take() {
            self.end(&mut walk, open);
        }
        Ok(walk.items)
    }

    /// Parts that are no text, or no text any more.
    fn is_left_out(&mut self, walk: &mut Walk, element: &Element<'_>) -> bool {
        let deleted = matches!(element.name.as_str(), "del" | "moveFrom");
        self.deleted += u64::from(deleted);
        match (walk.open.last_mut(), walk.tables.last_mut()) {
            (Some(open), _) if deleted && walk.of_paragraph => open.goes_on = true,
            (_, Some(table)) if deleted && walk.of_row => table.delete_row(),
            _ => {}
        }
        deleted
            || matches!(
                element.name.as_str(),
                // Fallback repeats the text box for older programs; rt is the reading above a character.
                "sectPr" | "Fallback" | "rt" | "tblGrid" | "pPrChange" | "rPrChange" | "tblPrChange" | "tcPrChange"
                    | "trPrChange" | "object" | "oMath" | "oMathPara" | "blip" | "delText" | "annotationRef"
            )
            // Lines that Word draws between text and notes.
            || matches!(element.name.as_str(), "footnote" | "endnote")
                && element.attribute("type").is_some_and(|kind| kind != "normal")
    }

    fn open(&mut self, walk: &mut Walk, element: &Element<'_>) {
        match element.name.as_str() {
            "p" => {
                self.number += 1;
                let open = walk.waiting.take().unwrap_or_default();
                walk.open.push(open);
            }
            "r" => walk.run = Run::default(),
            "pPr" => walk.of_paragraph = true,
            "trPr" => walk.of_row = true,
            "t" => walk.run.words = true,
            "instrText" => walk.run.instruction = true,
            "tbl" => walk.tables.push(OpenTable::new(walk.open.len())),
            "tr" | "tc" | "gridSpan" | "vMerge" | "hMerge" | "gridBefore" => {
                if let Some(table) = walk.tables.last_mut() {
                    table.open(element);
                }
            }
            "fldChar" => self.field(walk, element),
            "fldSimple" => {
                let url = element.attribute("instr").and_then(|instruction| address(&instruction));
                self.link(walk, url);
            }
            "hyperlink" => {
                let url = element.prefixed("r:id").and_then(|id| self.links.get(&id).cloned());
                self.link(walk, url.and_then(|url| resolve(None, &url)));
            }
            name => self.in_paragraph(walk, name, element),
        }
    }

    fn in_paragraph(&mut self, walk: &mut Walk, name: &str, element: &Element<'_>) {
        if name == "vanish" && element.is_on() {
            walk.run.hidden = true;
        }
        if name == "rStyle" && element.value().is_some_and(|style| self.styles.hidden(&style)) {
            walk.run.hidden = true;
        }
        // A line break ends the line; a paragraph goes on behind it.
        if matches!(name, "br" | "cr") {
            self.flush(walk);
        }
        let Some(open) = walk.open.last_mut() else { return };
        match name {
            "pStyle" => open.style = element.value(),
            "outlineLvl" => {
                open.heading = element.value().and_then(|level| level.parse().ok()).and_then(outline);
            }
            "numId" => open.list = element.value(),
            "ilvl" => open.list_level = element.value().and_then(|level| level.parse().ok()),
            "tab" | "ptab" => self.text(walk, " "),
            "noBreakHyphen" => self.text(walk, "-"),
            "sym" => {
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                // Signs of symbol fonts lie in the private area; they decorate.
                if let Some(c) =
                    code.and_then(char::from_u32).filter(|c| !matches!(c, '\u{e000}'..='\u{f8ff}'))
                {
                    self.text(walk, c.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, walk: &mut Walk, name: &str) {
        match name {
            "p" => {
                let Some(mut open) = walk.open.pop() else { return };
                if open.goes_on {
                    open.goes_on = false;
                    walk.waiting = Some(open);
                } else {
                    self.end(walk, open);
                }
            }
            "t" => walk.run.words = false,
            "pPr" => walk.of_paragraph = false,
            "trPr" => walk.of_row = false,
            "instrText" => walk.run.instruction = false,
            "hyperlink" | "fldSimple" => {
                if let Some(open) = walk.open.last_mut() {
                    open.line.close_link();
                }
            }
            "tc" | "tr" => {
                if let Some(table) = walk.tables.last_mut() {
                    table.close(name);
                }
            }
            "tbl" => {
                if let Some(table) = walk.tables.pop() {
                    let item = Item::Table(table.finish(origin(self.number)));
                    let round = walk.open.len();
                    put(walk, item, round);
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, walk: &mut Walk, words: &str) {
        if walk.run.instruction {
            if let Some(field) = walk.fields.last_mut() {
                field.instruction.push_str(words);
            }
        } else if walk.run.words && !walk.run.hidden {
            self.text(walk, words);
        }
    }

    /// Words of the innermost paragraph; its label goes first.
    fn text(&mut self, walk: &mut Walk, words: &str) {
        // The result of an outer field is shown, the instruction of any is not.
        if walk.fields.iter().any(|field| !field.result) {
            return;
        }
        let Some(open) = walk.open.last_mut() else { return };
        if !open.begun && words.trim().is_empty() {
            return;
        }
        self.begin(walk);
        if let Some(open) = walk.open.last_mut() {
            open.line.push(words);
        }
    }

    /// Puts the label before the first words.
    fn begin(&mut self, walk: &mut Walk) {
        let Some(open) = walk.open.last_mut().filter(|open| !open.begun) else { return };
        open.begun = true;
        let (styled, styled_level) =
            open.style.as_deref().map_or((None, None), |style| self.styles.list(style));
        let list = open.list.clone().or(styled);
        let level = open.list_level.or(styled_level).unwrap_or(0);
        // List 0 takes a paragraph out of the list of its style.
        if let Some(list) = list.filter(|list| list != "0") {
            let label = self.lists.label(&list, level);
            if label.ends_with(' ') {
                open.line.push(&label);
            } else {
                open.line.push_label(&label);
            }
        }
    }

    fn kind(&self, open: &Open) -> BlockKind {
        let heading =
            open.heading.or_else(|| open.style.as_deref().and_then(|style| self.styles.heading(style)));
        match heading {
            Some(level) => BlockKind::Heading { level },
            None if open.list.is_some() => BlockKind::ListItem,
            None => BlockKind::Paragraph,
        }
    }

    /// Ends a line inside a paragraph.
    fn flush(&mut self, walk: &mut Walk) {
        let number = self.number;
        let Some(open) = walk.open.last() else { return };
        let kind = self.kind(open);
        let Some(open) = walk.open.last_mut() else { return };
        if let Some(item) = open.line.take(kind, || origin(number)) {
            let round = walk.open.len() - 1;
            put(walk, item, round);
        }
    }

    fn end(&mut self, walk: &mut Walk, mut open: Open) {
        let kind = self.kind(&open);
        let number = self.number;
        let item = open.line.take(kind, || origin(number));
        let boxes = std::mem::take(&mut open.boxes);
        let round = walk.open.len();
        for item in item.into_iter().chain(boxes) {
            put(walk, item, round);
        }
    }

    fn link(&mut self, walk: &mut Walk, url: Option<String>) {
        let Some(url) = url else { return };
        self.begin(walk);
        if let Some(open) = walk.open.last_mut() {
            open.line.open_link(url);
        }
    }

    fn field(&mut self, walk: &mut Walk, element: &Element<'_>) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => walk.fields.push(Field::default()),
            Some("separate") => {
                let Some(field) = walk.fields.last_mut() else { return };
                field.result = true;
                let url = address(&field.instruction);
                field.linked = url.is_some();
                self.link(walk, url);
            }
            Some("end") => {
                if walk.fields.pop().is_some_and(|field| field.linked)
                    && let Some(open) = walk.open.last_mut()
                {
                    open.line.close_link();
                }
            }
            _ => {}
        }
    }
}

/// Into the open cell, behind the paragraph that anchors the box, or into the flow: by the number of paragraphs open
/// round the item.
fn put(walk: &mut Walk, item: Item, round: usize) {
    let cell = walk.tables.last_mut().filter(|table| table.paragraphs == round).and_then(OpenTable::cell);
    match cell {
        Some(cell) => cell.push(item),
        None => match round.checked_sub(1).and_then(|outer| walk.open.get_mut(outer)) {
            Some(outer) => outer.boxes.push(item),
            None => walk.items.push(item),
        },
    }
}

/// The address of a field HYPERLINK "…".
fn address(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK")?;
    let url = rest.split('"').nth(1)?;
    resolve(None, url)
}
