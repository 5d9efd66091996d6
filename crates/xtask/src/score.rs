//! Accuracy on annotated reports, as `score.py` of the shared folder counts it.
//!
//! The annotated sets lie outside the repository. Where they are absent, this says so and passes: a check that could
//! not run must be seen, and must not stop those who lack the sets.

use super::Done;
use super::workspace::{path, read, release_binary, root, shown};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Floors of the mean F1 over all fields. They only go up.
const FLOORS: [(&str, f64); 3] = [("dev", 0.99), ("devhard", 0.96), ("real", 0.99)];
/// Floors of the rounds of fresh reports, `round floor` a line; `#` begins a comment.
const FRESH_FLOORS: &str = "tests/fresh/floors.txt";

struct Set {
    name: String,
    folder: PathBuf,
    floor: f64,
}

/// The folder of the annotated sets, where it is there.
pub(crate) fn shared() -> Option<PathBuf> {
    let shared = root().with_file_name("shared");
    shared.join("eval/score.py").is_file().then_some(shared)
}

/// `cargo xtask score [--min]`
pub(crate) fn run(enforce: bool) -> Done {
    let Some(shared) = shared() else {
        eprintln!("score: skipped: ../shared is absent");
        return Ok(());
    };
    let script = shared.join("eval/score.py");
    let mut sets = Vec::new();
    for (name, floor) in FLOORS {
        sets.push(Set { name: name.to_owned(), folder: shared.join("corpus").join(name), floor });
    }
    sets.extend(fresh()?);
    let binary = release_binary()?;
    eprintln!("{:10} {:>5} {:>7} {:>8} {:>9} {:>6}", "set", "texts", "MACRO", "PERFECT", "EVIDENCE", "floor");
    let mut below = Vec::new();
    for set in sets {
        if !set.folder.is_dir() {
            eprintln!("{:10} skipped: {} is absent", set.name, shown(&set.folder));
            continue;
        }
        let (fields, bad_spans) = score(&script, &binary, &set)?;
        let f1 = |field: &str| fields[field]["f1"].as_f64().unwrap_or(0.0);
        let (macro_f1, n) = (f1("MACRO"), fields["MACRO"]["n"].as_u64().unwrap_or(0));
        let bad = macro_f1 < set.floor || bad_spans > 0;
        let mark = if bad { "  <--" } else { "" };
        eprintln!(
            "{:10} {n:5} {macro_f1:7.4} {:8.4} {:9.4} {:6.4}{mark}",
            set.name,
            f1("PERFECT"),
            f1("EVIDENCE"),
            set.floor
        );
        if bad {
            below.push(format!(
                "{}: MACRO {macro_f1:.4}, bad spans {bad_spans}, {}",
                set.name,
                worst(&fields)
            ));
        }
    }
    if enforce && !below.is_empty() {
        return Err(format!("below the floor:\n{}", below.join("\n")));
    }
    Ok(())
}

/// The rounds that `floors.txt` names.
fn fresh() -> Result<Vec<Set>, String> {
    let file = path(FRESH_FLOORS);
    if !file.is_file() {
        eprintln!("score: no {FRESH_FLOORS}: no fresh rounds");
        return Ok(Vec::new());
    }
    let text = String::from_utf8_lossy(&read(&file)?).into_owned();
    let lines =
        text.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|l| !l.is_empty());
    let set = |line: &str| {
        let (name, floor) = line.split_once(char::is_whitespace)?;
        let floor = floor.trim().parse().ok()?;
        Some(Set { name: name.to_owned(), folder: path("tests/fresh").join(name), floor })
    };
    lines.map(|line| set(line).ok_or_else(|| format!("{FRESH_FLOORS}: not `round floor`: {line}"))).collect()
}

/// Fields of the scoring script's JSON, and the number of spans that point nowhere.
fn score(script: &Path, binary: &Path, set: &Set) -> Result<(Value, u64), String> {
    let mut python = Command::new("python3");
    let command = format!("{} parse --format jsonl", quoted(binary));
    python.arg(script).arg("--gold").arg(&set.folder).args(["--json", "--cmd", &command]);
    // The script fails for bad spans, after it has printed: its JSON tells them as well.
    let out = python.stderr(std::process::Stdio::inherit()).output().map_err(|e| format!("python3: {e}"))?;
    let text = String::from_utf8_lossy(&out.stdout);
    let line = text.lines().next().unwrap_or("");
    let mut json: Value = serde_json::from_str(line)
        .map_err(|_| format!("{}: the scoring script printed no result ({})", set.name, out.status))?;
    let bad = json["bad_spans"].as_u64().unwrap_or(u64::MAX);
    Ok((json["fields"].take(), bad))
}

/// The three weakest fields, for a hint where to look.
fn worst(fields: &Value) -> String {
    let mut rows: Vec<(f64, &str)> = fields
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| !["MACRO", "PERFECT", "EVIDENCE"].contains(&name.as_str()))
        .filter_map(|(name, row)| Some((row["f1"].as_f64()?, name.as_str())))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let named: Vec<String> = rows.iter().take(3).map(|(f1, name)| format!("{name} {f1:.3}")).collect();
    format!("weakest: {}", named.join(", "))
}

/// A path as one word of a POSIX shell.
fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', r"'\''"))
}
