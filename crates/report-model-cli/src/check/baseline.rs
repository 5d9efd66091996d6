//! The list of known findings: kept by fingerprint, never by position or count, so that it survives edits elsewhere.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The file's version.
const VERSION: u32 = 1;

/// The list as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    findings: Vec<Entry>,
}

/// A known finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// The report, relative to the list's folder, with `/`.
    pub(crate) path: String,
    pub(crate) code: String,
    pub(crate) fingerprint: String,
    /// Why it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
}

/// The list under work.
#[derive(Debug, Default)]
pub(crate) struct Baseline {
    /// Where it stands, or would stand.
    pub(crate) file: PathBuf,
    entries: BTreeMap<(String, String), Entry>,
    used: BTreeSet<(String, String)>,
    checked: BTreeSet<String>,
}

impl Baseline {
    /// Reads the list; an absent file is an empty list.
    pub(crate) fn read(file: &Path) -> Result<Self, String> {
        let mut baseline = Self { file: file.to_owned(), ..Self::default() };
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(baseline),
            Err(error) => return Err(format!("{}: {error}", file.display())),
        };
        let list: File =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        if list.version != VERSION {
            return Err(format!("{}: version {} is not {VERSION}", file.display(), list.version));
        }
        for entry in list.findings {
            baseline.entries.insert((entry.code.clone(), entry.fingerprint.clone()), entry);
        }
        Ok(baseline)
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether a finding is known; remembers that it was met.
    pub(crate) fn knows(&mut self, code: &str, fingerprint: &str) -> Option<&Entry> {
        let key = (code.to_owned(), fingerprint.to_owned());
        let entry = self.entries.get(&key)?;
        self.used.insert(key);
        Some(entry)
    }

    /// A report was looked at: what is known of it and was not met is unused.
    pub(crate) fn checked(&mut self, path: &str) {
        let path = self.relative(path);
        self.checked.insert(path);
    }

    /// Adds a finding.
    pub(crate) fn add(&mut self, path: &str, code: &str, fingerprint: &str, reason: Option<&str>) {
        let path = self.relative(path);
        let key = (code.to_owned(), fingerprint.to_owned());
        self.used.insert(key.clone());
        self.entries.entry(key).or_insert_with(|| Entry {
            path,
            code: code.to_owned(),
            fingerprint: fingerprint.to_owned(),
            reason: reason.map(str::to_owned),
        });
    }

    /// Entries that no finding met: of reports looked at, and of reports that are gone.
    pub(crate) fn unused(&self) -> Vec<&Entry> {
        let folder = self.file.parent().unwrap_or(Path::new(""));
        let judged = |entry: &Entry| self.checked.contains(&entry.path) || !folder.join(&entry.path).exists();
        self.entries
            .iter()
            .filter(|(key, entry)| !self.used.contains(*key) && judged(entry))
            .map(|(_, e)| e)
            .collect()
    }

    /// Takes the unused entries out; how many.
    pub(crate) fn prune(&mut self) -> usize {
        let gone: Vec<(String, String)> =
            self.unused().iter().map(|entry| (entry.code.clone(), entry.fingerprint.clone())).collect();
        for key in &gone {
            self.entries.remove(key);
        }
        gone.len()
    }

    /// Writes the list, sorted by path: small changes make small differences.
    pub(crate) fn write(&self) -> std::io::Result<()> {
        let mut findings: Vec<Entry> = self.entries.values().cloned().collect();
        findings.sort();
        let list = File { version: VERSION, findings };
        let text = serde_json::to_string_pretty(&list).map_err(std::io::Error::other)?;
        std::fs::write(&self.file, text + "\n")
    }

    fn relative(&self, path: &str) -> String {
        let here = std::env::current_dir().unwrap_or_default();
        let whole = here.join(path);
        let folder = here.join(self.file.parent().unwrap_or(Path::new("")));
        let relative = whole.strip_prefix(&folder).unwrap_or(Path::new(path));
        relative.to_string_lossy().replace('\\', "/")
    }
}
