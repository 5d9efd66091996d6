//! Web pages: the report out of the page, with headings, lists, tables and links.
//!
//! One way: bytes → characters → tree ([`scraper`], as browsers build it) → the part that holds the report
//! ([`content`]) → paragraphs and tables ([`walk`]) → text. Scripts never run, style sheets are not read: only what an
//! element says of itself (`hidden`, `style="display:none"`) hides it.

mod content;
mod elements;
mod lists;
mod walk;

use crate::document::Document;
use crate::encoding::{declared_in_page, decode};
use crate::error::IngestError;
use crate::format::{Format, find};
use crate::layout;
use crate::read::{Options, note_encoding};
use crate::url::resolve;
use scraper::Html;

/// Pages with less text than this, in bytes, hold no report: the words may be in a picture or an embedded file.
const LITTLE: usize = 300;

/// Reads a page.
pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, IngestError> {
    let declared = options.charset().map(str::to_owned).or_else(|| declared_in_page(bytes));
    let decoded = decode(bytes, declared.as_deref());
    let mut document = Document::empty(Format::Html);
    note_encoding(&mut document, &decoded);
    check_depth(&decoded.text, options.limits.depth)?;
    let page = Html::parse_document(&decoded.text);
    let base = base(&page, options);
    let mut items = Vec::new();
    for root in content::roots(&page) {
        items.extend(walk::walk(root, base.as_deref(), options.limits.depth));
    }
    layout::write(&mut document, items, &options.limits)?;
    if document.text.len() < LITTLE && holds_elsewhere(bytes) {
        document.warn(
            "text_elsewhere",
            "网页里几乎没有文字，正文可能在图片、附件或内嵌的 PDF 里：请下载附件后读取".to_owned(),
            "the page holds hardly any text; it may be in a picture, an attachment or an embedded PDF: read that file"
                .to_owned(),
            None,
        );
    }
    Ok(document)
}

/// Elements among which the head's are looked for.
const HEAD: usize = 200;

/// Pictures, frames and embedded files, where the page itself says little.
fn holds_elsewhere(bytes: &[u8]) -> bool {
    let lower: Vec<u8> = bytes.iter().take(1 << 20).map(u8::to_ascii_lowercase).collect();
    [&b"<img"[..], b"<iframe", b"<embed", b"<object", b".pdf", b".doc"]
        .iter()
        .any(|mark| find(&lower, mark).is_some())
}

/// The address against which links are resolved: the page's own `base`, where it was fetched from, else what the page
/// calls its address.
fn base(page: &Html, options: &Options) -> Option<String> {
    let mut named = None;
    for element in page.tree.nodes().filter_map(|node| node.value().as_element()).take(HEAD) {
        let is =
            |key: &str, value: &str| element.attr(key).is_some_and(|found| found.eq_ignore_ascii_case(value));
        match element.name() {
            "base" if element.attr("href").is_some() => {
                return element.attr("href").and_then(|href| resolve(options.url.as_deref(), href));
            }
            "link" if is("rel", "canonical") => named = element.attr("href"),
            "meta" if is("property", "og:url") => named = named.or(element.attr("content")),
            _ => {}
        }
    }
    let named = named.filter(|url| url.contains("://")).map(str::to_owned);
    options.url.clone().or(named)
}

/// Refuses pages whose elements lie too deep: building their tree takes time that grows with its square.
///
/// Counts only elements that must be closed; those that browsers close themselves (p, li, td) may stay open.
fn check_depth(page: &str, limit: usize) -> Result<(), IngestError> {
    let bytes = page.as_bytes();
    let (mut depth, mut at) = (0usize, 0);
    while let Some(found) = bytes[at..].iter().position(|&b| b == b'<') {
        at += found + 1;
        let (closes, name) = match bytes.get(at) {
            Some(b'/') => (true, at + 1),
            _ => (false, at),
        };
        let len = bytes[name..].iter().take(16).take_while(|b| b.is_ascii_alphanumeric()).count();
        if len == 0 || is_closed_by_others(&bytes[name..name + len]) {
            continue;
        }
        if closes {
            depth = depth.saturating_sub(1);
        } else {
            depth += 1;
            if depth > limit {
                return Err(IngestError::TooDeep { limit });
            }
        }
    }
    Ok(())
}

/// Elements without end tag, or whose end browsers find themselves.
fn is_closed_by_others(name: &[u8]) -> bool {
    const NAMES: [&[u8]; 28] = [
        b"br",
        b"hr",
        b"img",
        b"input",
        b"meta",
        b"link",
        b"base",
        b"col",
        b"area",
        b"embed",
        b"param",
        b"source",
        b"track",
        b"wbr",
        b"p",
        b"li",
        b"dt",
        b"dd",
        b"tr",
        b"td",
        b"th",
        b"option",
        b"tbody",
        b"thead",
        b"tfoot",
        b"colgroup",
        b"rp",
        b"rt",
    ];
    NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests;
