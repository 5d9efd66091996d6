//! From the arguments to the list of texts, and from a text's name to its words.
//!
//! Files stand in the order given; those of a folder or pattern are sorted by path. What cannot be read keeps its
//! place in the list, so that the output has a record for it. Nothing is dropped silently.

use crate::unreadable::Unreadable;
use report_ingest::{Document, IngestError};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A text to read, by the name that it was given.
#[derive(Debug)]
pub struct Input {
    /// Path as given, or found below a folder given.
    pub label: String,
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
pub struct Inputs {
    /// In the order of the output.
    pub list: Vec<Input>,
    /// False for exactly one file named outright: JSON is then that one object, not an array.
    pub several: bool,
}

impl Inputs {
    /// Expands names: files, folders, patterns, `-` for standard input under a name of its own; then the names of a list.
    ///
    /// # Errors
    ///
    /// Where the list cannot be read, with its name.
    pub fn of(
        files: &[PathBuf],
        list: Option<&Path>,
        stdin_name: &str,
    ) -> Result<Self, (String, Unreadable)> {
        let mut inputs = Self { list: Vec::new(), several: files.len() != 1 || list.is_some() };
        for file in files {
            if file.as_os_str() == "-" {
                inputs.list.push(Input { label: stdin_name.to_owned(), origin: Origin::Stdin });
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

    /// All files below a folder whose names say that they hold documents. Hidden names and links to folders are left aside: the first are no reports, the
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
            } else if is_taken(&path) && !path.is_dir() {
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
    /// The document, where one can be had.
    ///
    /// # Errors
    ///
    /// Where the file cannot be opened, is no document, or is longer than the limit.
    pub fn read(self, limit: u32) -> Result<Document, Unreadable> {
        document(&self.bytes(limit)?, limit)
    }

    /// The file as it is. Office files and PDFs are larger than their text, so the limit for the file is higher.
    pub(crate) fn bytes(self, limit: u32) -> Result<Vec<u8>, Unreadable> {
        let most = limit.max(LARGEST_FILE);
        match self.origin {
            Origin::Stdin => read_up_to(io::stdin().lock(), most),
            Origin::File(path) => read_up_to(File::open(path)?, most),
            Origin::Nowhere(error) => Err(error),
        }
    }
}

/// The document in the bytes of a file, whose text may be as long as the limit.
pub(crate) fn document(bytes: &[u8], limit: u32) -> Result<Document, Unreadable> {
    let mut options = report_ingest::Options::default();
    options.limits.file = u64::from(limit.max(LARGEST_FILE));
    options.limits.text = u64::from(limit);
    report_ingest::read(bytes, &options).map_err(|error| match error {
        IngestError::TooLarge { what: "text", .. } => Unreadable::TooLong { limit },
        error => Unreadable::Document(error),
    })
}

/// Largest file read, in bytes, where the limit for text is smaller.
const LARGEST_FILE: u32 = 64 << 20;

/// Names of files that are taken from folders, by their ends.
const NAMES: [&str; 9] = ["txt", "html", "htm", "mhtml", "mht", "docx", "odt", "rtf", "pdf"];

fn is_taken(path: &Path) -> bool {
    path.extension().is_some_and(|end| NAMES.iter().any(|name| end.eq_ignore_ascii_case(name)))
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

/// A list of names; names in another encoding than UTF-8 could not be found again.
fn decode(bytes: Vec<u8>) -> Result<String, Unreadable> {
    String::from_utf8(bytes).map_err(|error| Unreadable::NotUtf8 { at: error.utf8_error().valid_up_to() })
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
    fn limit_is_exact() {
        assert_eq!(read_up_to(&b"12345"[..], 5).unwrap().len(), 5);
        assert!(matches!(read_up_to(&b"123456"[..], 5), Err(Unreadable::TooLong { limit: 5 })));
    }
}
