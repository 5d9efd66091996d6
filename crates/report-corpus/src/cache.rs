//! Readings kept on disk, so that the second run over a corpus reads only what is new.
//!
//! A reading is found by a digest of the file's bytes, of what was asked for, and of the program that read it: a new
//! version reads everything anew. A run that is cut off goes on where it was, because every reading is written at once,
//! under another name first. What cannot be read or written is no error: the file is then read as without a cache.

use crate::packed::{pack, unpack};
use crate::reader::{Read, Reader};
use report_model::Report;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::time::UNIX_EPOCH;

/// A folder of readings.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
    program: String,
}

impl Cache {
    /// A cache in a folder, which is made where it is missing.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be made.
    pub fn new(folder: impl Into<PathBuf>) -> io::Result<Self> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, program: program() })
    }

    /// Under which name the reading of these bytes is kept.
    pub(crate) fn key(&self, bytes: &[u8], reader: &Reader) -> String {
        let mut hasher = blake3::Hasher::new();
        let asked = format!("{}\0{}\0{:?}\0", self.program, reader.max_bytes, reader.audit);
        hasher.update(asked.as_bytes()).update(bytes);
        hasher.finalize().to_hex().to_string()
    }

    fn path(&self, key: &str) -> PathBuf {
        let (shard, rest) = key.split_at(2.min(key.len()));
        self.folder.join(shard).join(format!("{rest}.zst"))
    }

    pub(crate) fn get(&self, key: &str) -> Option<Read> {
        unpack(&fs::read(self.path(key)).ok()?)
    }

    pub(crate) fn put(&self, key: &str, read: &Read) {
        let written = pack(read).and_then(|packed| write(&self.path(key), &packed));
        // Without room on the disk the next run reads the file again.
        drop(written);
    }
}

/// Writes a file whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let half = path.with_extension(format!("{}.tmp", process::id()));
    fs::write(&half, bytes)?;
    fs::rename(&half, path)
}

/// The version, and the size and age of the program itself: a build that was changed without a new version reads anew.
fn program() -> String {
    let built = std::env::current_exe().and_then(fs::metadata).map(|meta| {
        let age = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        (meta.len(), age.map_or(0, |age| age.as_secs()))
    });
    format!("{} {} {:?}", env!("CARGO_PKG_VERSION"), Report::SCHEMA, built.ok())
}
