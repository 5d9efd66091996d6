//! Parts of an office file, unpacked as far as the limits allow.

use crate::error::IngestError;
use crate::format::Format;
use crate::limits::Limits;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder};
use std::collections::HashMap;
use std::io::Read;

/// Parts smaller than this, in bytes, may be packed as well as they like.
const SMALL: u64 = 1 << 20;
/// Most parts of a file; office files have some dozens, with pictures some thousands.
const PARTS: usize = 50_000;

/// An office file: its parts by name.
pub(crate) struct Package<'b> {
    archive: rawzip::ZipSliceArchive<&'b [u8]>,
    parts: HashMap<String, Part>,
    format: Format,
    limits: Limits,
    /// Bytes unpacked so far.
    unpacked: u64,
}

#[derive(Clone, Copy)]
struct Part {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    encrypted: bool,
    packed: u64,
    size: u64,
}

impl<'b> Package<'b> {
    /// Reads the directory. Nothing is unpacked yet.
    pub(crate) fn open(bytes: &'b [u8], format: Format, limits: &Limits) -> Result<Self, IngestError> {
        let broken = |error: rawzip::Error| IngestError::broken(format, error);
        let archive = ZipArchive::from_slice(bytes).map_err(broken)?;
        let mut parts = HashMap::new();
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(broken)? {
            let path = entry.file_path();
            let Ok(name) = std::str::from_utf8(path.as_ref()) else { continue };
            let part = Part {
                place: entry.wayfinder(),
                method: entry.compression_method(),
                encrypted: entry.flags().is_encrypted(),
                packed: entry.compressed_size_hint(),
                size: entry.uncompressed_size_hint(),
            };
            // Of two parts with the same name the first counts, as office programs have it.
            parts.entry(name.trim_start_matches('/').to_owned()).or_insert(part);
            if parts.len() > PARTS {
                return Err(IngestError::Bomb { part: format!("{PARTS} parts") });
            }
        }
        Ok(Self { archive, parts, format, limits: *limits, unpacked: 0 })
    }

    /// Unpacks a part; `None` where there is none of that name.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, IngestError> {
        let Some(part) = self.parts.get(name).copied() else { return Ok(None) };
        if part.encrypted {
            return Err(IngestError::Encrypted { format: self.format });
        }
        // What the directory claims is enough to refuse, never enough to trust.
        let bomb = || IngestError::Bomb { part: name.to_owned() };
        let most = (part.packed.max(1).saturating_mul(self.limits.ratio)).max(SMALL).min(self.limits.part);
        let left = most.min((2 * self.limits.part).saturating_sub(self.unpacked));
        if part.size > left {
            return Err(bomb());
        }
        let entry =
            self.archive.get_entry(part.place).map_err(|error| IngestError::broken(self.format, error))?;
        let data = entry.data();
        let mut bytes = Vec::with_capacity(part.size as usize);
        let read = match part.method {
            CompressionMethod::STORE => data.take(part.size + 1).read_to_end(&mut bytes),
            CompressionMethod::DEFLATE => {
                flate2::bufread::DeflateDecoder::new(data).take(part.size + 1).read_to_end(&mut bytes)
            }
            _ => return Err(IngestError::broken(self.format, format!("{name}: unknown compression"))),
        };
        read.map_err(|error| IngestError::broken(self.format, format!("{name}: {error}")))?;
        // More than the directory says: the size was a lie.
        if bytes.len() as u64 > part.size {
            return Err(bomb());
        }
        self.unpacked += bytes.len() as u64;
        Ok(Some(crate::encoding::decode_xml(bytes)))
    }

    /// The part, or the error that it is missing.
    pub(crate) fn needed(&mut self, name: &str) -> Result<String, IngestError> {
        let format = self.format;
        self.part(name)?.ok_or_else(|| IngestError::broken(format, format!("{name} is missing")))
    }
}
