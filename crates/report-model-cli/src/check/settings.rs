//! Configuration: found beside a file or above it, checked key by key.

use super::args::{ChoiceArgs, FailOn};
use clap::ValueEnum;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// File names looked for in each folder, the first found wins.
const NAMES: [&str; 3] = ["report-model.toml", ".report-model.toml", "pyproject.toml"];
/// Keys understood.
const KEYS: [&str; 8] =
    ["select", "extend-select", "ignore", "per-file-ignores", "exclude", "baseline", "fail-on", "lang"];
/// The list of known findings, where none is named.
pub(crate) const BASELINE: &str = "report-model-baseline.json";

/// What holds for a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The folder that paths of the configuration are relative to.
    pub(crate) folder: PathBuf,
    pub(crate) select: Vec<String>,
    pub(crate) ignore: Vec<String>,
    /// Patterns of paths, and the codes left out there.
    pub(crate) per_file_ignores: Vec<(String, Vec<String>)>,
    pub(crate) exclude: Vec<String>,
    pub(crate) baseline: Option<PathBuf>,
    pub(crate) fail_on: Option<FailOn>,
    pub(crate) lang: Option<crate::lang::Lang>,
}

/// Finds the settings of files; each folder is looked at once.
#[derive(Debug)]
pub(crate) struct Finder {
    fixed: Option<Settings>,
    known: BTreeMap<PathBuf, Settings>,
}

impl Finder {
    pub(crate) fn new(args: &ChoiceArgs) -> Result<Self, String> {
        let fixed = match &args.config {
            _ if args.isolated => Some(Settings::default()),
            Some(path) => {
                Some(read(path)?.ok_or_else(|| format!("{}: no [tool.report-model]", path.display()))?)
            }
            None => None,
        };
        Ok(Self { fixed, known: BTreeMap::new() })
    }

    /// The settings for a file; its folder need not exist (standard input).
    pub(crate) fn of(&mut self, file: &Path) -> Result<Settings, String> {
        if let Some(fixed) = &self.fixed {
            return Ok(fixed.clone());
        }
        let here = std::env::current_dir().unwrap_or_default();
        let file = here.join(file);
        let folder = if file.is_dir() { file.as_path() } else { file.parent().unwrap_or(&here) };
        if let Some(known) = self.known.get(folder) {
            return Ok(known.clone());
        }
        let mut found = Settings { folder: here.clone(), ..Settings::default() };
        'search: for above in folder.ancestors() {
            for name in NAMES {
                let path = above.join(name);
                if path.is_file()
                    && let Some(settings) = read(&path)?
                {
                    found = settings;
                    break 'search;
                }
            }
        }
        self.known.insert(folder.to_owned(), found.clone());
        Ok(found)
    }
}

/// Reads a configuration; `None` for a pyproject.toml without a table of ours.
fn read(path: &Path) -> Result<Option<Settings>, String> {
    let at = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| at(&error))?;
    let mut table: toml::Table = text.parse().map_err(|error: toml::de::Error| at(&error))?;
    if path.file_name().is_some_and(|name| name == "pyproject.toml") {
        let tool = table.remove("tool").and_then(|tool| tool.as_table().cloned());
        let Some(own) = tool.and_then(|mut tool| tool.remove("report-model")) else { return Ok(None) };
        table = own.as_table().cloned().ok_or_else(|| at(&"[tool.report-model] is no table"))?;
    }
    settings(&table, path.parent().unwrap_or(Path::new(""))).map(Some).map_err(|error| at(&error))
}

fn settings(table: &toml::Table, folder: &Path) -> Result<Settings, String> {
    let mut settings = Settings { folder: folder.to_owned(), ..Settings::default() };
    for (key, value) in table {
        match key.as_str() {
            "select" | "extend-select" => settings.select.extend(codes(key, value)?),
            "ignore" => settings.ignore = codes(key, value)?,
            "exclude" => settings.exclude = strings(key, value)?,
            "per-file-ignores" => {
                let list = value.as_table().ok_or("per-file-ignores: expected a table of patterns")?;
                for (pattern, value) in list {
                    settings.per_file_ignores.push((pattern.clone(), codes(pattern, value)?));
                }
            }
            "baseline" => settings.baseline = Some(folder.join(string(key, value)?)),
            "fail-on" => settings.fail_on = Some(FailOn::from_str(string(key, value)?, true)?),
            "lang" => settings.lang = Some(crate::lang::Lang::from_str(string(key, value)?, true)?),
            unknown => return Err(unknown_key(unknown)),
        }
    }
    Ok(settings)
}

fn unknown_key(key: &str) -> String {
    match nearest(key, KEYS) {
        Some(hint) => format!("unknown key {key:?}, did you mean {hint:?}?"),
        None => format!("unknown key {key:?}; known are {}", KEYS.join(", ")),
    }
}

/// The name that was probably meant.
pub(crate) fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let ranked = names.into_iter().map(|name| (strsim::jaro_winkler(word, name), name));
    ranked.filter(|(like, _)| *like > 0.8).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

fn string<'v>(key: &str, value: &'v toml::Value) -> Result<&'v str, String> {
    value.as_str().ok_or_else(|| format!("{key}: expected a string"))
}

fn strings(key: &str, value: &toml::Value) -> Result<Vec<String>, String> {
    let list = value.as_array().ok_or_else(|| format!("{key}: expected a list of strings"))?;
    list.iter().map(|item| string(key, item).map(str::to_owned)).collect()
}

fn codes(key: &str, value: &toml::Value) -> Result<Vec<String>, String> {
    let list = strings(key, value)?;
    list.iter().try_for_each(|code| known_code(code).map_err(|error| format!("{key}: {error}")))?;
    Ok(list)
}

/// A code, or the beginning of one, that some rule has: a misspelt one would silently check nothing.
pub(crate) fn known_code(code: &str) -> Result<(), String> {
    let known = super::rules::codes();
    if !code.is_empty() && known.iter().any(|rule| rule.starts_with(code)) {
        return Ok(());
    }
    let hint = nearest(code, known).map(|hint| format!(", did you mean {hint}?")).unwrap_or_default();
    Err(format!("no rule {code:?}{hint}"))
}

/// True where a path, as given or relative to the configuration, fits a pattern or lies below it.
pub(crate) fn fits(pattern: &str, path: &Path, folder: &Path) -> bool {
    let Ok(glob) = glob::Pattern::new(pattern) else { return false };
    let here = std::env::current_dir().unwrap_or_default();
    let whole = here.join(path);
    let relative = whole.strip_prefix(folder).unwrap_or(&whole);
    glob.matches_path(relative)
        || relative.file_name().is_some_and(|name| glob.matches(&name.to_string_lossy()))
        || relative.ancestors().skip(1).any(|above| glob.matches_path(above))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Settings, String> {
        settings(&text.parse().unwrap(), Path::new("/a"))
    }

    #[test]
    fn keys() {
        let all = parse("select = [\"RM4\"]\nignore = [\"RM401\"]\nfail-on = \"warning\"\n[per-file-ignores]\n\"old/*\" = [\"RM2\"]").unwrap();
        assert_eq!(all.select, ["RM4"]);
        assert_eq!(all.fail_on, Some(FailOn::Warning));
        assert_eq!(all.per_file_ignores, [("old/*".to_owned(), vec!["RM2".to_owned()])]);
        assert_eq!(parse("selct = []").unwrap_err(), "unknown key \"selct\", did you mean \"select\"?");
        assert!(parse("select = [\"RM499\"]").unwrap_err().contains("did you mean RM4"));
        assert!(parse("fail-on = \"never\"").is_err());
    }

    #[test]
    fn patterns() {
        let folder = std::env::current_dir().unwrap();
        assert!(fits("old/*", Path::new("old/a.txt"), &folder));
        assert!(fits("*.txt", Path::new("x/y/a.txt"), &folder));
        assert!(fits("old", Path::new("old/deep/a.txt"), &folder));
        assert!(!fits("new", Path::new("old/a.txt"), &folder));
    }
}
