//! The way of a file: what it is, its reader, its document, and on to the core parser.

use crate::document::{Block, BlockKind, Document, Origin};
use crate::encoding::{Decoded, decode};
use crate::error::IngestError;
use crate::format::{Format, detect};
use crate::limits::Limits;
use report_model::{Report, Span};

/// What is known of a file besides its bytes, and how much it may ask for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Label or path, copied to [`Report::source`]; decides nothing.
    pub name: Option<String>,
    /// Content type as a server sent it; only its charset is used.
    pub content_type: Option<String>,
    /// Where a web page comes from: links are resolved against it. A `base` element in the page goes first.
    pub url: Option<String>,
    /// Limits.
    pub limits: Limits,
}

impl Options {
    /// The charset that the content type names.
    pub(crate) fn charset(&self) -> Option<&str> {
        let value = self.content_type.as_deref()?;
        let at = value.to_ascii_lowercase().find("charset=")?;
        let name = value[at + "charset=".len()..].trim_start_matches(['"', '\'', ' ']);
        Some(&name[..name.find([';', '"', '\'', ' ']).unwrap_or(name.len())])
    }
}

/// A report with the document it was read from.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ParsedDocument {
    /// The report; its spans are bytes of `document.text`.
    pub report: Report,
    /// The document.
    pub document: Document,
}

/// Reads a file into text, tables and links.
///
/// # Errors
///
/// What cannot be read, told by its kind: see [`IngestError`].
pub fn read(bytes: &[u8], options: &Options) -> Result<Document, IngestError> {
    let limits = &options.limits;
    if bytes.len() as u64 > limits.file {
        return Err(IngestError::TooLarge { what: "file", limit: limits.file });
    }
    let document = match detect(bytes)? {
        Format::Text => text(bytes, options),
        #[cfg(feature = "html")]
        Format::Html => crate::html::read(bytes, options)?,
        #[cfg(feature = "html")]
        Format::Mhtml => crate::mhtml::read(bytes, options)?,
        #[cfg(feature = "docx")]
        Format::Docx => crate::docx::read(bytes, options)?,
        #[cfg(feature = "docx")]
        Format::Odt => crate::odt::read(bytes, options)?,
        Format::Rtf => crate::rtf::read(bytes, options)?,
        #[cfg(feature = "pdf")]
        Format::Pdf => crate::pdf::read(bytes, options)?,
        #[allow(unreachable_patterns, reason = "which formats are left depends on the features")]
        format => return Err(IngestError::FeatureOff { format, feature: feature(format) }),
    };
    if document.text.len() as u64 > limits.text.min(u64::from(u32::MAX)) {
        return Err(IngestError::TooLarge { what: "text", limit: limits.text });
    }
    Ok(document)
}

const fn feature(format: Format) -> &'static str {
    match format {
        Format::Html | Format::Mhtml => "html",
        Format::Docx | Format::Odt => "docx",
        _ => "pdf",
    }
}

/// Reads a file and parses it as a report, with all that the file says of its parts.
///
/// # Errors
///
/// As [`read`]; parsing itself never fails.
pub fn parse_document(bytes: &[u8], options: &Options) -> Result<ParsedDocument, IngestError> {
    let document = read(bytes, options)?;
    let mut core = report_model::Options::default().max_bytes(u32::MAX);
    core.source.clone_from(&options.name);
    let report = document.parse(&core);
    Ok(ParsedDocument { report, document })
}

/// A text keeps every character, a byte order mark in UTF-8 included, so that positions count from the file's start.
fn text(bytes: &[u8], options: &Options) -> Document {
    let decoded = match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => {
            Decoded { text: text.to_owned(), encoding: "UTF-8", replaced: 0, overruled: false }
        }
        _ => decode(bytes, options.charset()),
    };
    let mut document = Document::empty(Format::Text);
    note_encoding(&mut document, &decoded);
    document.text = decoded.text;
    let mut start = 0;
    for line in document.text.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() {
            let from = start + (line.len() - line.trim_start().len());
            let span = Span::new(from as u32, (from + words.len()) as u32);
            document.blocks.push(Block { kind: BlockKind::Paragraph, span, origin: Origin::default() });
        }
        start += line.len();
    }
    document
}

/// Records the encoding, and what went wrong with it.
pub(crate) fn note_encoding(document: &mut Document, decoded: &Decoded) {
    document.encoding = Some(decoded.encoding);
    if decoded.replaced > 0 {
        let n = decoded.replaced;
        document.warn(
            "undecodable",
            format!("有 {n} 处字节无法按 {} 解码，已用 U+FFFD 代替", decoded.encoding),
            format!("{n} places could not be decoded as {} and became U+FFFD", decoded.encoding),
            Some(n as u64),
        );
    }
    if decoded.overruled {
        document.warn(
            "wrong_charset",
            format!("声明的编码与内容不符，按 {} 读取", decoded.encoding),
            format!("the declared encoding does not fit the bytes, read as {}", decoded.encoding),
            None,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charsets() {
        let named = |value: &str| Options { content_type: Some(value.to_owned()), ..Options::default() };
        assert_eq!(named("text/html; charset=GBK").charset(), Some("GBK"));
        assert_eq!(named("text/html; Charset=\"gb2312\"; x").charset(), Some("gb2312"));
        assert_eq!(named("text/html").charset(), None);
    }

    #[test]
    fn texts_stay_as_they_are() {
        let words = "\u{feff}一、概述\r\n\r\n 无。";
        let document = read(words.as_bytes(), &Options::default()).unwrap();
        assert_eq!(document.text, words);
        let lines: Vec<_> = document.blocks.iter().map(|b| b.span.slice(words).unwrap()).collect();
        assert_eq!(lines[1], "无。");
    }
}
