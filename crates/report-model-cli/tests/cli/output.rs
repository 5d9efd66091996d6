//! What is printed: the three formats, positions, colours, languages, safety.

use crate::common::{Folder, RARE, REPORT};
use serde_json::Value;

fn schema(folder: &Folder) -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(folder.run(&["schema"]).good()).unwrap();
    assert_eq!(schema["$id"], "report-model/1");
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn reports_fit_the_schema() {
    let folder = Folder::new("schema");
    folder.file("a.txt", REPORT).file("b.txt", RARE).file("c.txt", "关于放假的通知");
    let validator = schema(&folder);
    for report in folder.run(&["parse", "--format", "jsonl", "."]).lines() {
        let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", report["source"]);
    }
    assert!(!validator.is_valid(&serde_json::json!({ "schema": "report-model/1" })));
}

#[test]
fn the_formats_say_the_same() {
    let folder = Folder::new("formats");
    folder.file("a.txt", REPORT).file("b.txt", RARE);
    let lines = folder.run(&["parse", "--format", "jsonl", "a.txt", "b.txt"]);
    let array = folder.run(&["parse", "--format", "json", "a.txt", "b.txt"]);
    assert_eq!(array.json().as_array().unwrap(), &lines.lines());
    assert!(array.good().starts_with("[\n  {\n    \"schema\"") && array.good().ends_with("\n  }\n]\n"));
    let one = folder.run(&["parse", "--format", "json", "a.txt"]);
    assert_eq!(one.json(), lines.lines()[0]);
    assert!(
        one.good().starts_with("{\n  \"schema\": \"report-model/1\",\n") && one.good().ends_with("\n}\n")
    );
}

/// All spans below, whatever their key.
fn spans(value: &Value, out: &mut Vec<(usize, usize)>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::Array(span)) = members.get("span") {
                let at = |i: usize| span[i].as_u64().unwrap() as usize;
                out.push((at(0), at(1)));
            }
            members.values().for_each(|v| spans(v, out));
        }
        Value::Array(items) => items.iter().for_each(|v| spans(v, out)),
        _ => {}
    }
}

/// The first difference between what a document shows and what is there; it may show less.
fn not_as_shown(shown: &Value, actual: &Value, path: &str) -> Option<String> {
    match (shown, actual) {
        (Value::Object(shown), Value::Object(actual)) => shown.iter().find_map(|(key, value)| {
            not_as_shown(value, actual.get(key).unwrap_or(&Value::Null), &format!("{path}.{key}"))
        }),
        (Value::Array(shown), Value::Array(actual)) if shown.len() <= actual.len() => {
            let pairs = shown.iter().zip(actual).enumerate();
            pairs.map(|(i, (s, a))| not_as_shown(s, a, &format!("{path}[{i}]"))).find_map(|found| found)
        }
        _ => (shown != actual).then(|| format!("{path}: {shown} is {actual}")),
    }
}

#[test]
fn the_documented_example_is_true() {
    let page = include_str!("../../../../docs/json-format.md");
    let example = page.split("```json").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let folder = Folder::new("example");
    folder.file("report.txt", REPORT);
    let actual = folder.run(&["parse", "--format", "json", "report.txt"]).json();
    assert_eq!(not_as_shown(&serde_json::from_str(example).unwrap(), &actual, ""), None);
}

#[test]
fn positions_in_three_units() {
    let folder = Folder::new("offsets");
    folder.file("rare.txt", RARE);
    let words = |unit: &str| -> Vec<String> {
        let run = folder.run(&["parse", "--format", "json", "--offsets", unit, "rare.txt"]);
        assert_eq!(run.json()["unit"], unit);
        let mut found = Vec::new();
        spans(&run.json(), &mut found);
        let utf16: Vec<u16> = RARE.encode_utf16().collect();
        let chars: Vec<char> = RARE.chars().collect();
        let slice = |(a, b): (usize, usize)| match unit {
            "utf8" => RARE[a..b].to_owned(),
            "utf16" => String::from_utf16(&utf16[a..b]).unwrap(),
            _ => chars[a..b].iter().collect(),
        };
        found.into_iter().map(slice).collect()
    };
    let bytes = words("utf8");
    assert!(bytes.iter().any(|w| w == "12条"), "{bytes:?}");
    assert_eq!(words("utf16"), bytes);
    assert_eq!(words("utf32"), bytes);
}

#[test]
fn the_card_in_two_languages() {
    let folder = Folder::new("card");
    folder.file("a.txt", REPORT);
    let chinese = folder.run(&["parse", "a.txt"]);
    for words in ["清远湖学院", "规定部分", "主动公开", "依申请公开", "未提及", "1,326 条"]
    {
        assert!(chinese.good().contains(words), "{words} is not in\n{}", chinese.out());
    }
    let english = folder.run(&["parse", "--lang", "en", "a.txt"]);
    assert!(english.good().contains("Institution") && english.out().contains("not mentioned"));
    let by = |env: &[(&str, &str)]| folder.run_with(&["parse", "a.txt"], b"", env).out().to_owned();
    assert_eq!(by(&[("LANG", "en_GB.UTF-8")]), english.out());
    assert_eq!(by(&[("LANG", "en_GB.UTF-8"), ("REPORT_MODEL_LANG", "zh")]), chinese.out());
    assert_eq!(by(&[("LC_ALL", "C")]), chinese.out());
    // The JSON is the same whatever the language.
    let json = folder.run(&["parse", "--format", "json", "a.txt"]);
    let other = folder.run_with(&["parse", "--format", "json", "a.txt"], b"", &[("LANG", "en")]);
    assert_eq!(other.out(), json.out());
}

#[test]
fn colour_only_where_wanted() {
    let folder = Folder::new("colour");
    folder.file("a.txt", REPORT);
    let coloured = |args: &[&str], env: &[(&str, &str)]| {
        let run = folder.run_with(&[&["parse", "a.txt"], args].concat(), b"", env);
        run.good().contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]));
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&["--color", "always", "--format", "json"], &[]));
}

#[test]
fn texts_cannot_command_the_terminal() {
    let folder = Folder::new("safety");
    let evil = REPORT
        .replace("清远湖", "清\u{1b}[31m远\u{9b}2J湖")
        .replace("更新", "更\u{1b}]0;x\u{7}新")
        .replace("概述", "概\u{202e}述");
    folder.file("a\u{1b}[1m.txt", &evil);
    for run in [folder.run(&["parse", "."]), folder.run(&["parse", "nope\u{1b}[1m"])] {
        for text in [run.out(), run.err()] {
            let bad = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
            assert!(!text.contains(bad), "{text:?}");
        }
    }
    let json = folder.run(&["parse", "--format", "jsonl", "."]);
    assert!(!json.out().contains('\u{1b}'));
    assert_eq!(json.lines()[0]["source"], format!(".{}a\u{1b}[1m.txt", std::path::MAIN_SEPARATOR));
}

#[test]
fn lines_fit_the_width() {
    let folder = Folder::new("width");
    folder.file("a.txt", REPORT);
    let narrow = folder.run(&["parse", "--width", "48", "a.txt"]);
    // Han characters take two columns, so no line may have more than 48 characters, nor 24 of them Han.
    for line in narrow.good().lines() {
        let columns: usize = line.chars().map(|c| if ('一'..='鿿').contains(&c) { 2 } else { 1 }).sum();
        assert!(columns <= 48, "{line}");
    }
}

#[test]
fn help_version_completions() {
    let folder = Folder::new("help");
    assert!(folder.run(&["--version"]).good().starts_with("report-model "));
    let help = folder.run(&["parse", "--help"]);
    assert!(help.good().contains("Examples:") && help.out().contains("Exit codes:"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(folder.run(&["completions", shell]).good().contains("report-model"), "{shell}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::{Command, Stdio};
    let folder = Folder::new("pipe");
    for i in 0..100 {
        folder.file(&format!("{i}.txt"), REPORT);
    }
    for format in ["json", "jsonl", "text"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_report-model"))
            .args(["parse", "--format", format, "."])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
    }
}
