//! From the arguments to the list of texts, and from a text's name to its words.
//!
//! Files stand in the order given; those of a folder or pattern are sorted by path. What cannot be read keeps its
//! place in the list, so that the output has a record for it. Nothing is dropped silently.

use crate::args::InputArgs;
use crate::error::Unreadable;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A text to read, by the name that it was given.
#[derive(Debug)]
pub(crate) struct Input {
    /// Path as given, or found below a folder given.
    pub(crate) label: String,
    origin: Origin,
}

#[derive(Debug)]
enum Origin {
    Stdin,
    File(PathBuf),
    Nowhere(Unreadable),
}

/// All texts to read.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    /// In the order of the output.
    pub(crate) list: Vec<Input>,
    /// False for exactly one file named outright: JSON is then that one object, not an array.
    pub(crate) several: bool,
}

impl Inputs {
    /// Expands arguments: files, folders, patterns, `-`; then the names of a list.
    pub(crate) fn expand(args: &InputArgs) -> Result<Self, (String, Unreadable)> {
        let (files, list) = (&args.files, args.files_from.as_deref());
        let mut inputs = Self { list: Vec::new(), several: files.len() != 1 || list.is_some() };
        for file in files {
            if file.as_os_str() == "-" {
                inputs.list.push(Input { label: args.stdin_filename.clone(), origin: Origin::Stdin });
            } else {
                inputs.add(file, true);
            }
        }
        if let Some(list) = list {
            let names = read_list(list).map_err(|error| (list.to_string_lossy().into_owned(), error))?;
            for name in names {
                inputs.add(Path::new(&name), false);
            }
        }
        Ok(inputs)
    }

    fn add(&mut self, path: &Path, patterns: bool) {
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => {
                self.several = true;
                let before = self.list.len();
                self.walk(path);
                if self.list.len() == before {
                    self.fail(path, Unreadable::NoTexts);
                }
            }
            Ok(_) => self.file(path.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::NotFound && patterns && is_pattern(path) => {
                self.several = true;
                self.matches(path);
            }
            Err(error) => self.fail(path, error.into()),
        }
    }

    /// All `*.txt` below a folder. Hidden names and links to folders are left aside: the first are no reports, the
    /// second can go round in circles.
    fn walk(&mut self, folder: &Path) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut paths: Vec<PathBuf> = match entries {
            Ok(entries) => entries.iter().map(fs::DirEntry::path).collect(),
            Err(error) => return self.fail(folder, error.into()),
        };
        paths.sort();
        for path in paths {
            let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            if hidden {
                continue;
            }
            let kind = fs::symlink_metadata(&path).map(|meta| meta.file_type());
            if kind.is_ok_and(|kind| kind.is_dir()) {
                self.walk(&path);
            } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt")) && !path.is_dir() {
                self.file(path);
            }
        }
    }

    fn matches(&mut self, pattern: &Path) {
        let text = pattern.to_string_lossy();
        let options = glob::MatchOptions { require_literal_leading_dot: true, ..Default::default() };
        let found = match glob::glob_with(&text, options) {
            Ok(found) => found,
            Err(error) => return self.fail(pattern, Unreadable::BadPattern(error.to_string())),
        };
        let before = self.list.len();
        for entry in found {
            match entry {
                Ok(path) => self.add(&path, false),
                Err(error) => {
                    let path = error.path().to_owned();
                    self.fail(&path, io::Error::from(error).into());
                }
            }
        }
        if self.list.len() == before {
            self.fail(pattern, Unreadable::NoMatch);
        }
    }

    fn file(&mut self, path: PathBuf) {
        self.list.push(Input { label: path.to_string_lossy().into_owned(), origin: Origin::File(path) });
    }

    fn fail(&mut self, path: &Path, error: Unreadable) {
        self.list.push(Input { label: path.to_string_lossy().into_owned(), origin: Origin::Nowhere(error) });
    }
}

impl Input {
    /// The words, where they can be had.
    pub(crate) fn read(self, limit: u32) -> Result<String, Unreadable> {
        match self.origin {
            Origin::Stdin => decode(read_up_to(io::stdin().lock(), limit)?),
            Origin::File(path) => decode(read_up_to(File::open(path)?, limit)?),
            Origin::Nowhere(error) => Err(error),
        }
    }
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}

/// Never holds more than the limit, however large the file.
fn read_up_to(from: impl Read, limit: u32) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    from.take(u64::from(limit) + 1).read_to_end(&mut bytes)?;
    if bytes.len() > limit as usize {
        return Err(Unreadable::TooLong { limit });
    }
    Ok(bytes)
}

/// The byte order mark, if any, stays: positions count from the first byte of the file.
fn decode(bytes: Vec<u8>) -> Result<String, Unreadable> {
    String::from_utf8(bytes).map_err(|error| Unreadable::NotUtf8 {
        at: error.utf8_error().valid_up_to(),
        looks_like: looks_like(error.as_bytes()),
    })
}

/// Names what plainly is something else. A guess that could be wrong is not made.
fn looks_like(bytes: &[u8]) -> Option<&'static str> {
    let head = |magic: &[u8]| bytes.starts_with(magic);
    if head(b"%PDF") {
        Some("PDF")
    } else if head(b"PK\x03\x04") {
        Some("DOCX / ZIP")
    } else if head(b"\xD0\xCF\x11\xE0") {
        Some("DOC")
    } else if head(b"\xFF\xFE") || head(b"\xFE\xFF") {
        Some("UTF-16")
    } else {
        is_double_byte(bytes).then_some("GB18030")
    }
}

/// Whether all but a few of the bytes outside ASCII pair up as GBK has them.
fn is_double_byte(bytes: &[u8]) -> bool {
    let (mut pairs, mut strays, mut rest) = (0usize, 0usize, bytes);
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (0x20..=0x7F | b'\t' | b'\n' | b'\r', _) => {}
            (0x81..=0xFE, [0x40..=0x7E | 0x80..=0xFE, tail @ ..]) => {
                pairs += 1;
                rest = tail;
            }
            _ => strays += 1,
        }
    }
    pairs >= 10 && strays * 100 <= pairs
}

/// Names, one a line or separated by NUL; taken as they are, a pattern is not expanded.
fn read_list(list: &Path) -> Result<Vec<String>, Unreadable> {
    let bytes = if list.as_os_str() == "-" {
        read_up_to(io::stdin().lock(), u32::MAX)?
    } else {
        read_up_to(File::open(list)?, u32::MAX)?
    };
    let text = decode(bytes)?;
    let separator = if text.contains('\0') { '\0' } else { '\n' };
    let names = text.trim_start_matches('\u{feff}').split(separator).map(|name| name.trim_end_matches('\r'));
    Ok(names.filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses() {
        assert_eq!(looks_like(b"%PDF-1.7"), Some("PDF"));
        assert_eq!(looks_like(b"\xFF\xFEa\0"), Some("UTF-16"));
        let gbk = b"\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xC4\xEA\xB6\xC8\xB1\xA8\xB8\xE6\xD0\xC5\xCF\xA2\r\n";
        assert_eq!(looks_like(gbk), Some("GB18030"));
        assert_eq!(looks_like(b"\xFF\x00\x01\x02"), None);
        assert_eq!(looks_like("信息公开".as_bytes().split_last().unwrap().1), None);
    }

    #[test]
    fn limit_is_exact() {
        assert_eq!(read_up_to(&b"12345"[..], 5).unwrap().len(), 5);
        assert!(matches!(read_up_to(&b"123456"[..], 5), Err(Unreadable::TooLong { limit: 5 })));
    }
}
