//! The rules of the audit: their pages in `docs/rules`, their golden texts, and how often they were right.
//!
//! `tests/rules/judged.csv` holds every finding of severity error or warning in the annotated reports, read and judged by a
//! person. A finding that is not in the list, or a line of it that is found no more, is an error: precision is measured,
//! not remembered.

use super::Done;
use super::score::shared;
use super::workspace::{path, read, shown, write};
use report_model::{AuditOptions, Diagnostic, Options, Rule, Severity, rules};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const DOCS: &str = "docs/rules";
const JUDGED: &str = "tests/rules/judged.csv";

/// A finding that was judged.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Judged {
    set: String,
    document: String,
    code: String,
    fingerprint: String,
}

/// Writes `tests/rules/<code>/expected.txt`.
pub(crate) fn bless() -> Done {
    for rule in rules() {
        let folder = path("tests/rules").join(rule.code);
        let text = String::from_utf8_lossy(&read(&folder.join("fires.txt"))?).into_owned();
        write(&folder.join("expected.txt"), expected(&text).as_bytes())?;
    }
    Ok(())
}

/// The findings of a text, one a line.
fn expected(text: &str) -> String {
    let report = report_model::parse(text, &Options::default()).report;
    let mut out = String::new();
    for d in &report.diagnostics {
        let words = report.text(text, d.span).unwrap_or_default().replace('\n', " ");
        let _ = writeln!(out, "{} {} | {words} | {} | {}", d.code, d.severity, d.message, d.message_en);
    }
    out
}

/// All pages, by file.
fn pages() -> Result<BTreeMap<PathBuf, String>, String> {
    let verdicts = verdicts()?;
    let mut pages = BTreeMap::new();
    for rule in rules() {
        pages.insert(path(DOCS).join(format!("{}.md", rule.code)), page(rule, &verdicts));
    }
    pages.insert(path(DOCS).join("README.md"), index(&verdicts));
    Ok(pages)
}

/// `cargo xtask rules`
pub(crate) fn write_docs() -> Done {
    let mut changed = 0;
    for (file, text) in pages()? {
        changed += usize::from(write(&file, text.as_bytes())?);
    }
    eprintln!("{} pages in {DOCS}, {changed} changed", rules().len() + 1);
    Ok(())
}

/// Numbers of findings by code: right, wrong.
type Verdicts = BTreeMap<String, (usize, usize)>;

fn verdicts() -> Result<Verdicts, String> {
    let mut verdicts = Verdicts::new();
    for (judged, right) in judged()? {
        let (yes, no) = verdicts.entry(judged.code).or_default();
        *(if right { yes } else { no }) += 1;
    }
    Ok(verdicts)
}

fn judged() -> Result<Vec<(Judged, bool)>, String> {
    let bytes = read(&path(JUDGED))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut list = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')).skip(1) {
        let fields: Vec<&str> = line.splitn(6, ',').collect();
        let [set, document, code, fingerprint, verdict, _] = fields[..] else {
            return Err(format!("{JUDGED}:{}: expected six fields", number + 1));
        };
        let right = match verdict {
            "true" | "planted" => true,
            "false" => false,
            other => return Err(format!("{JUDGED}:{}: {other:?} is no verdict", number + 1)),
        };
        let own = |field: &str| field.to_owned();
        let judged =
            Judged { set: own(set), document: own(document), code: own(code), fingerprint: own(fingerprint) };
        list.push((judged, right));
    }
    Ok(list)
}

fn page(rule: &Rule, verdicts: &Verdicts) -> String {
    let mut out = format!(
        "# {} {}\n\n**{}** · {} · {}\n\n改法：{}\n\n",
        rule.code, rule.name, rule.title, rule.title_en, rule.severity, rule.help
    );
    for line in rule.page {
        let _ = writeln!(out, "{}", line.strip_prefix(' ').unwrap_or(line));
    }
    let (right, wrong) = verdicts.get(rule.code).copied().unwrap_or_default();
    let measured = match right + wrong {
        0 => "Not met in the annotated reports.".to_owned(),
        all => format!("{all} findings in the annotated reports, {right} right, {wrong} wrong."),
    };
    let _ = writeln!(out, "\n## Measured\n\n{measured}");
    let _ = writeln!(
        out,
        "\nA text that fires it: [`fires.txt`](../../tests/rules/{0}/fires.txt); one that must not: \
         [`near-miss.txt`](../../tests/rules/{0}/near-miss.txt).",
        rule.code
    );
    out
}

fn index(verdicts: &Verdicts) -> String {
    let mut out = "# Rules of the audit\n\nWritten by `cargo xtask rules` from the rules' files; do not edit here.\n\n\
         *Right* and *wrong* count the findings of severity error and warning in the annotated reports, each read and judged \
         by a person (`tests/rules/judged.csv`); notes are not counted.\n"
        .to_owned();
    let mut group = None;
    let (mut all_right, mut all_wrong) = (0, 0);
    for rule in rules() {
        if group != Some(rule.group()) {
            group = Some(rule.group());
            let _ = writeln!(out, "\n## {} · {}\n", rule.group().title(), rule.group().title_en());
            let _ = writeln!(out, "| code | | severity | right | wrong |\n|---|---|---|---|---|");
        }
        let (right, wrong) = verdicts.get(rule.code).copied().unwrap_or_default();
        all_right += right;
        all_wrong += wrong;
        let _ = writeln!(
            out,
            "| [{0}]({0}.md) | {1} · {2} | {3} | {right} | {wrong} |",
            rule.code, rule.title, rule.title_en, rule.severity
        );
    }
    let _ = writeln!(out, "\nIn all: {all_right} right, {all_wrong} wrong.");
    out
}

/// `cargo xtask rules --check`
pub(crate) fn check() -> Done {
    let mut wrong = Vec::new();
    for (file, text) in pages()? {
        if read(&file).map_or(true, |old| old != text.as_bytes()) {
            wrong.push(format!("{} is stale: run `cargo xtask rules`", shown(&file)));
        }
    }
    let list: BTreeSet<Judged> = judged()?.into_iter().map(|(judged, _)| judged).collect();
    for (set, folder) in sets() {
        let found: BTreeSet<Judged> = loud(&set, &folder)?.into_iter().map(|(judged, _)| judged).collect();
        for new in found.difference(&list) {
            wrong.push(format!(
                "{set} {} {} {}: not judged in {JUDGED}",
                new.document, new.code, new.fingerprint
            ));
        }
        for gone in list.iter().filter(|judged| judged.set == set && !found.contains(*judged)) {
            wrong.push(format!("{set} {} {}: judged in {JUDGED}, found no more", gone.document, gone.code));
        }
    }
    if shared().is_none() {
        eprintln!("../shared is absent: findings in its reports were not looked at");
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// `cargo xtask rules --judge`: the list with what is new, verdicts to be filled in by a reader.
pub(crate) fn judge() -> Done {
    let known = judged().unwrap_or_default();
    let file = path(JUDGED);
    let text = String::from_utf8_lossy(&read(&file)?).into_owned();
    let mut new = 0;
    let mut out = text;
    for (set, folder) in sets() {
        for (judged, d) in loud(&set, &folder)? {
            if known.iter().any(|(own, _)| *own == judged) {
                continue;
            }
            new += 1;
            let message = d.message.replace(['\n', '\r'], " ");
            let _ = writeln!(
                out,
                "{},{},{},{},?,{message}",
                judged.set, judged.document, judged.code, judged.fingerprint
            );
        }
    }
    write(&file, out.as_bytes())?;
    eprintln!("{new} findings to judge in {JUDGED}");
    Ok(())
}

/// The folders below one, by name.
fn folders(below: &Path) -> Vec<(String, PathBuf)> {
    let entries = std::fs::read_dir(below).into_iter().flatten().flatten();
    let mut list: Vec<(String, PathBuf)> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        .collect();
    list.sort();
    list
}

/// The annotated sets: those of the repository, and those beside it where they are.
fn sets() -> Vec<(String, PathBuf)> {
    let mut list = folders(&path("tests/fresh"));
    if let Some(shared) = shared() {
        list.extend(folders(&shared.join("corpus")));
    }
    list
}

/// Errors and warnings of the audit in a folder of reports.
fn loud(set: &str, folder: &Path) -> Result<Vec<(Judged, Diagnostic)>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", shown(folder)))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let mut list = Vec::new();
    for file in files {
        let text = String::from_utf8_lossy(&read(&file)?).into_owned();
        let report = report_model::parse(&text, &Options::default().audit(None)).report;
        let document = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        for d in report_model::audit(&report, &text, &AuditOptions::default()) {
            if matches!(d.severity, Severity::Error | Severity::Warning) {
                let judged = Judged {
                    set: set.to_owned(),
                    document: document.clone(),
                    code: d.code.clone(),
                    fingerprint: d.fingerprint.clone(),
                };
                list.push((judged, d));
            }
        }
    }
    Ok(list)
}
