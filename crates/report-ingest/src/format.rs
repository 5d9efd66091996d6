//! What a file is, told from its bytes; a name decides nothing.

use crate::error::IngestError;
use serde::Serialize;
use std::fmt;

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Format {
    /// Plain text in any encoding.
    Text,
    /// A web page.
    Html,
    /// A web page saved with its parts in one file.
    Mhtml,
    /// Word, since 2007.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Rich text.
    Rtf,
    /// PDF.
    Pdf,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Html => "HTML",
            Self::Mhtml => "MHTML",
            Self::Docx => "DOCX",
            Self::Odt => "ODT",
            Self::Rtf => "RTF",
            Self::Pdf => "PDF",
        })
    }
}

/// How far into a file its kind must show.
const HEAD: usize = 2048;

/// Tells the format, or what it is instead.
///
/// # Errors
///
/// Everything that is plainly something else: pictures, archives, spreadsheets, legacy Word, other bytes.
///
/// ```
/// use report_ingest::{detect, Format};
/// assert_eq!(detect(b"%PDF-1.7\n"), Ok(Format::Pdf));
/// assert_eq!(detect(b"<!DOCTYPE html><title>x</title>"), Ok(Format::Html));
/// assert_eq!(detect(b"Rar!\x1a\x07\x01").unwrap_err().kind(), "archive");
/// ```
pub fn detect(bytes: &[u8]) -> Result<Format, IngestError> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if find(&head[..head.len().min(1024)], b"%PDF-").is_some() {
        return Ok(Format::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return zip(bytes);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(compound(bytes));
    }
    if head.starts_with(b"{\\rtf") {
        return Ok(Format::Rtf);
    }
    if is_picture(head) {
        return Err(IngestError::Image);
    }
    if let Some(name) = archive(head) {
        return Err(IngestError::Archive { name });
    }
    words(bytes, head)
}

/// Formats made of characters, and what is not.
fn words(bytes: &[u8], head: &[u8]) -> Result<Format, IngestError> {
    // ASCII signs of the head, whatever the encoding: the zero bytes of UTF-16 drop out.
    let plain: Vec<u8> = head.iter().filter(|&&b| b != 0).map(u8::to_ascii_lowercase).collect();
    if find(&plain, b"mime-version:").is_some() && find(&plain, b"multipart/related").is_some() {
        return Ok(Format::Mhtml);
    }
    let start = plain
        .iter()
        .position(|b| !matches!(b, 0xEF | 0xBB | 0xBF | 0xFE | 0xFF | b' ' | b'\t' | b'\r' | b'\n'));
    let body = &plain[start.unwrap_or(plain.len())..];
    if body.starts_with(b"<?xml") {
        if find(body, b"wordml").is_some()
            || find(body, b"<pkg:package").is_some()
            || find(body, b"word.document").is_some()
        {
            return Err(IngestError::WordXml);
        }
        if find(body, b"excel.sheet").is_some() {
            return Err(IngestError::Office { name: "spreadsheet" });
        }
    }
    const TAGS: [&[u8]; 18] = [
        b"<!doctype html",
        b"<html",
        b"<head",
        b"<body",
        b"<title",
        b"<meta",
        b"<div",
        b"<table",
        b"<p>",
        b"<p ",
        b"<h1",
        b"<h2",
        b"<span",
        b"<script",
        b"<style",
        b"<article",
        b"<section",
        b"<!--",
    ];
    if body.starts_with(b"<") && body.get(1).is_some_and(u8::is_ascii_lowercase)
        || body.starts_with(b"<") && TAGS.iter().any(|tag| find(body, tag).is_some())
    {
        return Ok(Format::Html);
    }
    // A fragment may begin with words.
    let closing: [&[u8]; 4] = [b"</p>", b"</div>", b"</td>", b"<br"];
    if closing.iter().filter_map(|tag| find(body, tag)).count() >= 1
        && find(body, b"<").is_some_and(|at| at < 400)
    {
        return Ok(Format::Html);
    }
    if is_binary(bytes) { Err(IngestError::Binary) } else { Ok(Format::Text) }
}

/// Zero and control bytes that no text has; UTF-16 has zero bytes on one side only.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(65536)];
    if std::str::from_utf8(bytes).is_ok() || crate::encoding::utf16(sample).is_some() {
        return false;
    }
    let odd = sample
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x0b | 0x1b | 0x1a));
    let count = odd.count();
    count > 0 && count * 200 > sample.len()
}

fn is_picture(head: &[u8]) -> bool {
    const MAGIC: [&[u8]; 7] =
        [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"BM\0"];
    MAGIC.iter().any(|magic| head.starts_with(magic))
        || head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP")
        || head.get(4..8) == Some(b"ftyp") && matches!(head.get(8..12), Some(b"heic" | b"avif" | b"mif1" | b"heix"))
        // A bitmap's size stands behind its magic, its reserved bytes are zero.
        || head.starts_with(b"BM") && head.get(6..10) == Some(&[0, 0, 0, 0])
}

fn archive(head: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 6] = [
        (b"Rar!\x1a\x07", "RAR"),
        (b"7z\xBC\xAF\x27\x1C", "7z"),
        (b"\x1F\x8B", "gzip"),
        (b"BZh", "bzip2"),
        (b"\xFD7zXZ\0", "xz"),
        (b"\x28\xB5\x2F\xFD", "zstd"),
    ];
    let tar = (head.get(257..262) == Some(b"ustar")).then_some("tar");
    MAGIC.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, name)| *name).or(tar)
}

/// Office files are ZIP archives; the names of their members tell which.
fn zip(bytes: &[u8]) -> Result<Format, IngestError> {
    // Names stand in the local headers and again in the directory at the end; both ends are enough.
    let tail = &bytes[bytes.len().saturating_sub(128 << 10)..];
    let head = &bytes[..bytes.len().min(128 << 10)];
    let has = |name: &[u8]| find(tail, name).is_some() || find(head, name).is_some();
    if has(b"word/document") || has(b"word/_rels") {
        Ok(Format::Docx)
    } else if has(b"application/vnd.oasis.opendocument.text") {
        Ok(Format::Odt)
    } else if has(b"xl/workbook") || has(b"opendocument.spreadsheet") {
        Err(IngestError::Office { name: "spreadsheet" })
    } else if has(b"ppt/presentation") || has(b"opendocument.presentation") {
        Err(IngestError::Office { name: "presentation" })
    } else {
        Err(IngestError::Archive { name: "ZIP" })
    }
}

/// An OLE compound file: the names of its streams are UTF-16.
fn compound(bytes: &[u8]) -> IngestError {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(&bytes[..bytes.len().min(8 << 20)], &wide).is_some()
    };
    if has("EncryptedPackage") {
        IngestError::Encrypted { format: Format::Docx }
    } else if has("Workbook") && !has("WordDocument") {
        IngestError::Office { name: "spreadsheet" }
    } else if has("PowerPoint Document") {
        IngestError::Office { name: "presentation" }
    } else {
        IngestError::LegacyWord
    }
}

/// Where the needle stands first. Short needles, so the plain way is quick enough.
pub(crate) fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    while let Some(at) = hay.get(from..)?.iter().position(|&b| b == first) {
        let at = from + at;
        if hay[at..].starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expect: Result<Format, &str>) {
        assert_eq!(detect(bytes).map_err(|e| e.kind()), expect);
    }

    #[test]
    fn by_content() {
        check(b"", Ok(Format::Text));
        check("一、概述".as_bytes(), Ok(Format::Text));
        check(b"\xFF\xFE\x00\x4e\x01\x30", Ok(Format::Text));
        check(b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Ok(Format::Html));
        check(b"\n\n  <TABLE><tr><td>", Ok(Format::Html));
        check(b"\xD2\xBB<p>\xB8\xC5</p>", Ok(Format::Html));
        check(
            b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x",
            Ok(Format::Mhtml),
        );
        check(b"junk\n%PDF-1.4", Ok(Format::Pdf));
        check(b"{\\rtf1\\ansi", Ok(Format::Rtf));
        check(b"GIF89a", Err("image"));
        check(b"\x1F\x8B\x08", Err("archive"));
        check(b"PK\x03\x04....readme.txt", Err("archive"));
        check(b"PK\x03\x04....word/document.xml", Ok(Format::Docx));
        check(b"PK\x03\x04....xl/workbook.xml", Err("office"));
        check(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", Err("legacy_word"));
        check(
            b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?><w:wordDocument>",
            Err("word_xml"),
        );
        check(&[0, 1, 2, 3, 4, 5, 6, 0x80, 0x90], Err("binary"));
    }
}
