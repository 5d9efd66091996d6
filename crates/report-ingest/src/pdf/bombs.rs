//! Streams that would unpack without end, refused before the library unpacks them.

use crate::error::IngestError;
use crate::format::find;
use crate::limits::Limits;
use std::io::Read;

/// Streams packed smaller than this, in bytes, cannot grow beyond the limits in one step.
const SMALL: usize = 32 << 10;
/// Longest dictionary before a stream.
const DICTIONARY: usize = 2048;

/// Unpacks the large streams once, counting only.
pub(super) fn refuse(bytes: &[u8], limits: &Limits) -> Result<(), IngestError> {
    let bomb = |at: usize| IngestError::Bomb { part: format!("stream at byte {at}") };
    let mut left = 4 * limits.part;
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let word = at + found;
        at = word + b"stream".len();
        if bytes[..word].ends_with(b"end") {
            continue;
        }
        let dictionary = &bytes[word.saturating_sub(DICTIONARY)..word];
        let start = dictionary.windows(3).rposition(|w| w == b"obj").unwrap_or(0);
        let dictionary = &dictionary[start..];
        let packed =
            count(dictionary, b"FlateDecode") + count(dictionary, b"/Fl ") + count(dictionary, b"LZWDecode");
        if packed > 1 {
            // Packed twice: the first step alone can hide any size.
            return Err(bomb(word));
        }
        let data = bytes[at..]
            .strip_prefix(b"\r\n")
            .or_else(|| bytes[at..].strip_prefix(b"\n"))
            .unwrap_or(&bytes[at..]);
        let end = find(data, b"endstream").unwrap_or(data.len());
        if packed == 0 || end < SMALL {
            at += if packed == 0 { 0 } else { end };
            continue;
        }
        let most = limits.part.min(left);
        let mut sink = std::io::sink();
        let unpacked =
            std::io::copy(&mut flate2::bufread::ZlibDecoder::new(&data[..end]).take(most + 1), &mut sink);
        // What cannot be unpacked is the library's to judge.
        let size = unpacked.unwrap_or(0);
        if size > most {
            return Err(bomb(word));
        }
        left -= size;
        at += end;
    }
    Ok(())
}

fn count(hay: &[u8], needle: &[u8]) -> usize {
    let (mut count, mut at) = (0, 0);
    while let Some(found) = find(&hay[at..], needle) {
        count += 1;
        at += found + needle.len();
    }
    count
}
