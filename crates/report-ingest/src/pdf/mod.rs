//! PDFs with a text layer: words in reading order, lines joined to paragraphs, running lines apart, ruled tables.
//!
//! [`hayro_interpret`] interprets the pages and tells each glyph with its character and place; lines, paragraphs and
//! tables are made here. Not read: pictures, forms, text set in columns or upright.

mod bombs;
mod glyphs;
mod lines;
mod margins;
mod paragraphs;
mod radicals;
mod tables;

use crate::document::Document;
use crate::error::IngestError;
use crate::format::Format;
use crate::layout;
use crate::read::Options;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use lines::PageLines;

/// Share of characters without a known meaning, in percent, from which a text layer is of no use.
const UNREADABLE: usize = 30;

/// Reads a file.
pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, IngestError> {
    let limits = &options.limits;
    bombs::refuse(bytes, limits)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => IngestError::Encrypted { format: Format::Pdf },
        LoadPdfError::Invalid => IngestError::broken(Format::Pdf, "no pages can be found"),
    })?;
    let count = pdf.pages().len();
    if count > limits.pages {
        return Err(IngestError::TooLarge { what: "pages", limit: limits.pages as u64 });
    }
    let mut pages: Vec<PageLines> = Vec::with_capacity(count);
    let (mut known, mut unknown) = (0usize, 0usize);
    for drawn in glyphs::pages(&pdf, limits)? {
        known += drawn.glyphs.len() - drawn.unknown;
        unknown += drawn.unknown;
        let ruled = tables::find(&drawn);
        pages.push(lines::set(drawn, ruled));
    }
    // A few characters are page numbers or stamps on a scan.
    if known + unknown < 12 * count.max(1) {
        return Err(IngestError::NoTextLayer { pages: count as u32 });
    }
    if unknown * 100 > (known + unknown) * UNREADABLE {
        return Err(IngestError::UnmappedText);
    }
    let mut document = Document::empty(Format::Pdf);
    document.margins = margins::take(&mut pages);
    let items = paragraphs::join(pages);
    layout::write(&mut document, items, limits)?;
    if unknown > 0 {
        document.warn(
            "unmapped",
            format!("有 {unknown} 个字符在 PDF 里没有对应的文字，已用 U+FFFD 代替"),
            format!("{unknown} characters have no meaning in the PDF and became U+FFFD"),
            Some(unknown as u64),
        );
    }
    Ok(document)
}
