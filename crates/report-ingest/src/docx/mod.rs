//! Word files (DOCX): paragraphs with the labels that Word prints, tables, links, text boxes, notes.
//!
//! Tracked changes are read as accepted: what is deleted is left out. Headers and footers stand apart from the text.
//! Fields show their last result. Not read: pictures, charts, formulas, comments.

mod body;
mod lists;
mod styles;

use crate::document::{BlockKind, Document, Origin};
use crate::error::IngestError;
use crate::format::Format;
use crate::items::{Item, Paragraph};
use crate::layout;
use crate::read::Options;
use crate::xml::{Token, Xml};
use crate::zip::Package;
use std::collections::HashMap;

/// Reads a file.
pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, IngestError> {
    let limits = &options.limits;
    let mut package = Package::open(bytes, Format::Docx, limits)?;
    let main = main_part(&mut package, limits.depth)?;
    let folder = main.rfind('/').map_or("", |at| &main[..at]);
    let beside = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    let references = references(&mut package, &main, limits.depth)?;
    let styles = match package.part(&beside("styles.xml"))? {
        Some(xml) => styles::read(&xml, limits.depth)?,
        None => styles::Styles::default(),
    };
    let lists = match package.part(&beside("numbering.xml"))? {
        Some(xml) => lists::read(&xml, limits.depth)?,
        None => lists::Lists::default(),
    };
    let text = package.needed(&main)?;
    let mut reader = body::Body::new(&styles, lists, &references.links, limits);
    let mut items = reader.read(&text)?;
    for name in ["footnotes.xml", "endnotes.xml"] {
        if let Some(xml) = package.part(&beside(name))? {
            items.extend(reader.read(&xml)?.into_iter().filter_map(note));
        }
    }
    let mut document = Document::empty(Format::Docx);
    for name in &references.margins {
        let path = if name.starts_with('/') { name.trim_start_matches('/').to_owned() } else { beside(name) };
        if let Some(xml) = package.part(&path)? {
            for item in reader.read(&xml)? {
                let Item::Paragraph(paragraph) = item else { continue };
                if !document.margins.contains(&paragraph.text) {
                    document.margins.push(paragraph.text);
                }
            }
        }
    }
    if let Some(count) = reader.deleted() {
        document.warn(
            "tracked_changes",
            format!("文件里有修订记录，已按接受全部修订读取（删去 {count} 处）"),
            format!("the file has tracked changes, read as accepted ({count} deletions left out)"),
            Some(count),
        );
    }
    layout::write(&mut document, items, limits)?;
    Ok(document)
}

/// Notes stand behind the text.
fn note(item: Item) -> Option<Item> {
    match item {
        Item::Paragraph(paragraph) => Some(Item::Paragraph(Paragraph { kind: BlockKind::Note, ..paragraph })),
        Item::Table(_) => None,
    }
}

/// The part that holds the text, as the package's own references name it.
fn main_part(package: &mut Package<'_>, depth: usize) -> Result<String, IngestError> {
    let mut main = "word/document.xml".to_owned();
    if let Some(xml) = package.part("_rels/.rels")? {
        let mut xml = Xml::new(&xml, Format::Docx, depth);
        while let Some(token) = xml.next()? {
            if let Token::Open(element) = token
                && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
                && let Some(target) = element.attribute("Target")
            {
                target.trim_start_matches('/').clone_into(&mut main);
            }
        }
    }
    Ok(main)
}

/// What the text refers to by number.
#[derive(Debug, Default)]
struct References {
    /// Addresses of links.
    links: HashMap<String, String>,
    /// Parts with headers and footers.
    margins: Vec<String>,
}

fn references(package: &mut Package<'_>, main: &str, depth: usize) -> Result<References, IngestError> {
    let mut list = References::default();
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
    let path =
        if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let Some(xml) = package.part(&path)? else { return Ok(list) };
    let mut xml = Xml::new(&xml, Format::Docx, depth);
    while let Some(token) = xml.next()? {
        let Token::Open(element) = token else { continue };
        let (Some(id), Some(kind), Some(target)) =
            (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
        else {
            continue;
        };
        if kind.ends_with("/hyperlink") {
            list.links.insert(id, target);
        } else if kind.ends_with("/header") || kind.ends_with("/footer") {
            list.margins.push(target);
        }
    }
    list.margins.sort();
    Ok(list)
}

/// Where a paragraph stands.
fn origin(number: u32) -> Origin {
    Origin { paragraph: Some(number), ..Origin::default() }
}

#[cfg(test)]
mod tests;
