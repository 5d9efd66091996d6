//! Breaks one thing in a sound report and asks whether the audit finds it: two hundred seeded mutants over all groups of
//! rules. The unbroken texts must give no error.

#[path = "../common/mod.rs"]
mod common;
mod mutators;

use mutators::MUTATORS;
use report_model::{Diagnostic, Options, Report, Severity, parse};
use std::collections::BTreeMap;
use std::path::Path;

/// Mutants made.
const MUTANTS: usize = 200;
/// Share of them that must be found, in per cent.
const FOUND: usize = 90;

/// A small generator: the same mutants in every run.
struct Rng(u64);

impl Rng {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n.max(1)
    }

    fn pick<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        if list.is_empty() { None } else { list.get(self.below(list.len())) }
    }
}

/// A sound report.
struct Base {
    name: String,
    text: String,
    report: Report,
}

/// Breaks one thing: the new text, and the rules of which one must speak. `None` where the text has no such thing.
type Mutator = fn(&Base, &mut Rng) -> Option<(String, &'static [&'static str])>;

fn read(text: &str) -> Report {
    parse(text, &Options::default()).report
}

/// Reports of the repository that the audit has no error or warning for.
fn bases() -> Vec<Base> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let mut list: Vec<(String, String)> = common::goldens().into_iter().map(|g| (g.name, g.text)).collect();
    list.push(("clean".to_owned(), std::fs::read_to_string(root.join("tests/rules/clean.txt")).unwrap()));
    let rounds = std::fs::read_dir(root.join("tests/fresh")).unwrap().map(|entry| entry.unwrap().path());
    let mut rounds: Vec<_> = rounds.filter(|path| path.join("planted.json").exists()).collect();
    rounds.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("round-")));
    rounds.sort();
    for folder in rounds {
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "txt")) {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            list.push((name, std::fs::read_to_string(file).unwrap()));
        }
    }
    let sound = |report: &Report| {
        report.kind == report_model::DocumentKind::AnnualReport
            && !report.truncated
            && report.diagnostics.iter().all(|d| d.severity == Severity::Info)
    };
    list.into_iter()
        .map(|(name, text)| Base { report: read(&text), name, text })
        .filter(|base| sound(&base.report) && base.text.len() > 1500)
        .collect()
}

/// The words round the first difference.
fn difference(old: &str, new: &str) -> String {
    let same = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
    let around: String = new.chars().skip(same.saturating_sub(30)).take(70).collect();
    around.replace('\n', " / ")
}

#[test]
fn unbroken_texts_give_no_error() {
    let bases = bases();
    assert!(bases.len() >= 20, "only {} sound texts", bases.len());
    for golden in common::goldens() {
        // Texts with planted errors say so in their names.
        if golden.name == "parts-do-not-add-up" {
            continue;
        }
        let report = read(&golden.text);
        let of_the_audit = |d: &&Diagnostic| d.severity == Severity::Error && !d.code.starts_with("RM9");
        let errors: Vec<&Diagnostic> = report.diagnostics.iter().filter(of_the_audit).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", golden.name);
    }
}

#[test]
fn mutants_are_found() {
    let bases = bases();
    let mut rng = Rng(20_221_031);
    let mut score: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut made, mut found, mut missed) = (0, 0, Vec::new());
    for turn in 0.. {
        if made == MUTANTS || turn > 100 * MUTANTS {
            break;
        }
        let (name, mutator) = MUTATORS[turn % MUTATORS.len()];
        let base = &bases[rng.below(bases.len())];
        let Some((text, codes)) = mutator(base, &mut rng) else { continue };
        made += 1;
        let before = &base.report.diagnostics;
        let new = read(&text).diagnostics.into_iter().any(|d| {
            codes.contains(&d.code.as_str()) && !before.iter().any(|old| old.fingerprint == d.fingerprint)
        });
        let tally = score.entry(name).or_default();
        tally.1 += 1;
        if new {
            found += 1;
            tally.0 += 1;
        } else {
            missed.push(format!("{name} in {}: {}", base.name, difference(&base.text, &text)));
        }
    }
    let table: Vec<String> =
        score.iter().map(|(name, (n, all))| format!("{name:22} {n:3} of {all:3}")).collect();
    let report = format!("{}\nmissed: {}", table.join("\n"), missed.join("\n  "));
    assert_eq!(made, MUTANTS, "{report}");
    assert!(found * 100 >= MUTANTS * FOUND, "{found} of {made} found\n{report}");
    // Some fit few texts, so that chance may leave them out; each must fit one.
    let fits = |mutator: Mutator| bases.iter().any(|base| mutator(base, &mut Rng(7)).is_some());
    let idle: Vec<_> = MUTATORS.iter().filter(|(_, mutator)| !fits(*mutator)).map(|(name, _)| name).collect();
    assert!(idle.is_empty(), "breaks that fit no text: {idle:?}");
    // One kind of break must not hide behind the others; of those that few texts allow, a single one says nothing.
    assert!(score.values().all(|(n, all)| *all < 3 || n * 2 >= *all), "{report}");
}
