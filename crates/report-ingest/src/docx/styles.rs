//! Paragraph styles: which are headings, and which number their paragraphs.

use crate::error::IngestError;
use crate::format::Format;
use crate::xml::{Token, Xml};
use std::collections::HashMap;

/// A paragraph style.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    based_on: Option<String>,
    /// Level of heading, 1 is the highest.
    heading: Option<u8>,
    /// List and level within it.
    list: Option<String>,
    list_level: Option<u8>,
    hidden: bool,
}

/// All styles, by name inside the file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    list: HashMap<String, Style>,
}

/// Styles based on styles are followed so far.
const DEEP: usize = 12;

impl Styles {
    fn chain(&self, name: &str) -> impl Iterator<Item = &Style> {
        std::iter::successors(self.list.get(name), |style| self.list.get(style.based_on.as_deref()?))
            .take(DEEP)
    }

    /// The level of a heading.
    pub(super) fn heading(&self, name: &str) -> Option<u8> {
        self.chain(name).find_map(|style| style.heading)
    }

    /// The list that the style puts its paragraphs in, and the level.
    pub(super) fn list(&self, name: &str) -> (Option<String>, Option<u8>) {
        let list = self.chain(name).find_map(|style| style.list.clone());
        (list, self.chain(name).find_map(|style| style.list_level))
    }

    /// Words in this style are hidden.
    pub(super) fn hidden(&self, name: &str) -> bool {
        self.chain(name).any(|style| style.hidden)
    }
}

/// Reads `styles.xml`.
pub(super) fn read(xml: &str, depth: usize) -> Result<Styles, IngestError> {
    let mut xml = Xml::new(xml, Format::Docx, depth);
    let mut styles = Styles::default();
    let mut open: Option<(String, Style)> = None;
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(element) => {
                if element.name == "style" {
                    open = element.attribute("styleId").map(|id| (id, Style::default()));
                    continue;
                }
                let Some((_, style)) = &mut open else { continue };
                let value = || element.value();
                match element.name.as_str() {
                    "name" => {
                        style.heading = style.heading.or_else(|| value().and_then(|name| by_name(&name)));
                    }
                    "basedOn" => style.based_on = value(),
                    "outlineLvl" => {
                        style.heading = value().and_then(|level| level.parse::<u8>().ok()).and_then(outline);
                    }
                    "numId" => style.list = value(),
                    "ilvl" => style.list_level = value().and_then(|level| level.parse().ok()),
                    "vanish" => style.hidden = element.is_on(),
                    _ => {}
                }
            }
            Token::Close(name) if name == "style" => {
                if let Some((id, style)) = open.take() {
                    styles.list.insert(id, style);
                }
            }
            _ => {}
        }
    }
    Ok(styles)
}

/// Level 9 of the outline is running text.
pub(super) fn outline(level: u8) -> Option<u8> {
    (level < 9).then_some(level + 1)
}

/// `heading 2`, 标题 2, Title.
fn by_name(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if matches!(name.as_str(), "title" | "标题") {
        return Some(1);
    }
    let rest = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?;
    rest.trim().parse().ok().filter(|level| (1..=9).contains(level))
}
