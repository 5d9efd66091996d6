//! What must hold of whatever was read.

use report_ingest::{Options, parse_document};

/// Reads and parses; spans fit the text, cells lie in their tables, links carry words.
pub fn check(bytes: &[u8]) {
    let Ok(mut parsed) = parse_document(bytes, &Options::default()) else { return };
    let text = &parsed.document.text;
    for block in &parsed.document.blocks {
        assert!(block.span.slice(text).is_some(), "{block:?}");
    }
    for table in &parsed.document.tables {
        for cell in &table.cells {
            assert!(table.span.contains(cell.span) && cell.span.slice(text).is_some(), "{cell:?}");
            assert!(cell.row_span > 0 && cell.column_span > 0, "{cell:?}");
        }
    }
    for link in &parsed.document.links {
        assert!(link.span.slice(text).is_some_and(|words| !words.is_empty()), "{link:?}");
    }
    for pair in parsed.document.pages.windows(2) {
        assert!(pair[0].span.end == pair[1].span.start && pair[0].number < pair[1].number);
    }
    parsed.report.for_each_span(&mut |span| assert!(span.slice(text).is_some(), "{span:?}"));
    for measure in &parsed.report.measures {
        for index in [measure.part_of, measure.share_of].into_iter().flatten() {
            assert!((index as usize) < parsed.report.measures.len(), "{measure:?}");
        }
    }
}

/// An office file with these parts, not packed: the fuzzer sees through.
#[allow(dead_code, reason = "only office formats need it")]
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut file);
    for (name, bytes) in parts {
        let (mut entry, config) =
            archive.new_file(name).compression_method(rawzip::CompressionMethod::STORE).start().unwrap();
        let mut writer = config.wrap(&mut entry);
        std::io::Write::write_all(&mut writer, bytes).unwrap();
        let (_, descriptor) = writer.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    archive.finish().unwrap();
    file
}
