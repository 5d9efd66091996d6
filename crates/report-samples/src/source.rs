//! The texts that samples are made of.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// A report that samples are made from.
#[derive(Debug)]
pub(crate) struct Base {
    pub(crate) text: String,
    /// As printed in it.
    pub(crate) institution: String,
    /// The year that the report's year ends in.
    pub(crate) year: u16,
}

/// Everything to draw from.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) bases: Vec<Base>,
    /// Paragraphs of running text, without the name of their institution.
    pub(crate) paragraphs: Vec<String>,
}

impl Source {
    pub(crate) fn read() -> Self {
        let tests: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().join("tests");
        let goldens = folders(&tests.join("golden"));
        let mut bases: Vec<Base> = goldens
            .iter()
            .filter_map(|folder| base(&folder.join("input.txt"), &folder.join("expected.json")))
            .collect();
        // A text that never reaches its second part would not hold what is put there.
        bases.retain(|base| base.text.contains("主动公开"));
        let rounds = folders(&tests.join("fresh")).into_iter().filter(|path| path.is_dir());
        let more = rounds
            .flat_map(|round| folders(&round))
            .filter(|path| path.extension().is_some_and(|end| end == "txt"))
            .filter_map(|path| base(&path, &path.with_extension("json")));
        let mut paragraphs: Vec<String> = Vec::new();
        for base in more {
            let lines = base.text.lines().map(str::trim).filter(|line| is_running_text(line));
            paragraphs.extend(lines.map(|line| line.replace(&base.institution, "学校")));
        }
        assert!(!bases.is_empty() && paragraphs.len() > 100, "the tests' texts are missing");
        Self { bases, paragraphs }
    }
}

/// The entries of a folder, sorted.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut list: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    list.sort();
    list
}

fn base(text: &Path, facts: &Path) -> Option<Base> {
    let text = fs::read_to_string(text).ok()?;
    let facts: Value = serde_json::from_str(&fs::read_to_string(facts).ok()?).ok()?;
    // The parser's facts have it as `{name, span}`, the annotators' as a bare name.
    let named = &facts["institution"];
    let name = named["name"].as_str().or_else(|| named.as_str())?;
    let institution = text.contains(name).then(|| name.to_owned())?;
    let year = u16::try_from(facts["coverage"]["last"].as_u64()?).ok()?;
    Some(Base { text, institution, year })
}

/// A whole paragraph of some length that is neither a heading nor a table's row.
fn is_running_text(line: &str) -> bool {
    line.len() > 150 && line.ends_with('。') && !line.contains(['\t', '|']) && !line.contains("统计期限")
}
