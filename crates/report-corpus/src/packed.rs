//! Readings made small: MessagePack under zstd, report and text together about as long as the text. What the cache
//! writes, and how a corpus of many thousand reports stays in memory.

use crate::reader::Read;
use report_model::Report;
use serde::{Deserialize, Serialize};
use std::io;

#[derive(Serialize)]
struct Kept<'r> {
    report: &'r Report,
    text: &'r str,
}

#[derive(Deserialize)]
struct Found {
    report: Report,
    text: String,
}

/// zstd in a hurry: a corpus is packed while it is read.
const LEVEL: i32 = -3;

/// Largest reading unpacked, in bytes: a damaged one cannot fill the memory.
const LARGEST: u64 = 256 << 20;

/// Packs a reading.
///
/// # Errors
///
/// Only where the libraries fail.
pub fn pack(read: &Read) -> io::Result<Vec<u8>> {
    let bytes =
        rmp_serde::to_vec(&Kept { report: &read.report, text: &read.text }).map_err(io::Error::other)?;
    zstd::bulk::compress(&bytes, LEVEL)
}

/// The reading that was packed; `None` where the bytes are others.
pub fn unpack(packed: &[u8]) -> Option<Read> {
    let mut bytes = Vec::new();
    let unpacked = zstd::stream::Decoder::new(packed).ok()?;
    io::Read::read_to_end(&mut io::Read::take(unpacked, LARGEST), &mut bytes).ok()?;
    let found: Found = rmp_serde::from_slice(&bytes).ok()?;
    Some(Read { report: found.report, text: found.text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let text = report_samples::Maker::new(1).sample(4).text;
        let report = report_model::parse(&text, &report_model::Options::with_source("a.txt")).report;
        let read = Read { report, text };
        let packed = pack(&read).unwrap();
        assert!(packed.len() < 2 * read.text.len(), "{} of {} bytes", packed.len(), read.text.len());
        let back = unpack(&packed).unwrap();
        assert_eq!((back.report, back.text), (read.report, read.text));
        assert!(unpack(&packed[..packed.len() / 2]).is_none());
        assert!(unpack(b"nothing").is_none());
    }
}
