//! Golden reports: `tests/golden/<case>/input.txt` and what the parser makes of it, `expected.json`.
//!
//! All languages compare with these files; only this writes them, so that no binding can bless its own mistake. The
//! input is read as bytes: a byte order mark and CRLF are part of the case.

use super::Done;
use super::workspace::{path, read, shown, write};
use report_model::Options;
use std::path::{Path, PathBuf};

const FOLDER: &str = "tests/golden";

struct Case {
    name: String,
    folder: PathBuf,
}

impl Case {
    fn expected(&self) -> PathBuf {
        self.folder.join("expected.json")
    }

    /// Pretty JSON with a line end, positions in UTF-8 bytes, the case's name as source.
    fn actual(&self) -> Result<String, String> {
        let input = self.folder.join("input.txt");
        let text = String::from_utf8(read(&input)?).map_err(|error| format!("{}: {error}", shown(&input)))?;
        let report = report_model::parse(&text, &Options::with_source(&self.name)).report;
        let json =
            serde_json::to_string_pretty(&report).map_err(|error| format!("{}: {error}", self.name))?;
        Ok(json + "\n")
    }
}

fn cases() -> Result<Vec<Case>, String> {
    let folder = path(FOLDER);
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", shown(&folder)))?;
    let mut folders: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    let name = |folder: &Path| folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let cases: Vec<Case> =
        folders.into_iter().filter_map(|folder| Some(Case { name: name(&folder)?, folder })).collect();
    if cases.is_empty() { Err(format!("no case in {FOLDER}")) } else { Ok(cases) }
}

/// `cargo xtask golden --bless`
pub(crate) fn bless() -> Done {
    let cases = cases()?;
    let mut changed = 0;
    for case in &cases {
        if write(&case.expected(), case.actual()?.as_bytes())? {
            eprintln!("blessed {}", case.name);
            changed += 1;
        }
    }
    eprintln!("{} golden reports, {changed} changed", cases.len());
    super::rules::bless()
}

/// `cargo xtask golden --check`
pub(crate) fn check() -> Done {
    let cases = cases()?;
    let mut wrong = Vec::new();
    for case in &cases {
        let actual = case.actual()?;
        match read(&case.expected()).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()) {
            Ok(expected) if expected == actual => {}
            Ok(expected) => wrong.push(format!("{}:\n{}", case.name, first_difference(&expected, &actual))),
            Err(why) => wrong.push(why),
        }
    }
    if wrong.is_empty() {
        eprintln!("{} golden reports as expected", cases.len());
        return Ok(());
    }
    wrong.push(format!("{} of {} golden reports differ", wrong.len(), cases.len()));
    wrong.push("if the new reading is right: cargo xtask golden --bless, and look at the diff".to_owned());
    Err(wrong.join("\n"))
}

/// The first line that differs, with two lines before it.
fn first_difference(expected: &str, actual: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    let at = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let mut shown: Vec<String> =
        old[at.saturating_sub(2)..at].iter().map(|line| format!("    {line}")).collect();
    let line = |lines: &[&str]| lines.get(at).map_or("(end)".to_owned(), |line| (*line).to_owned());
    shown.push(format!("  - {}", line(&old)));
    shown.push(format!("  + {}   (line {})", line(&new), at + 1));
    shown.join("\n")
}
