//! Everything that must hold, in the order in which a fault is found soonest.
//!
//! A failed step does not stop the others: one run tells all that is wrong.

use super::workspace::{cargo, release_binary, run as execute};
use super::{Done, golden, node, python, rules, schema, score, tables, wasm};
use std::time::{Duration, Instant};

struct Step {
    name: &'static str,
    about: &'static str,
    run: fn() -> Done,
    /// Why it can't run here, where it can't.
    obstacle: fn() -> Option<&'static str>,
    /// A check that CI must not go without.
    needed_in_ci: bool,
}

impl Step {
    const fn new(name: &'static str, about: &'static str, run: fn() -> Done) -> Self {
        Self { name, about, run, obstacle: || None, needed_in_ci: true }
    }
}

enum Outcome {
    Passed,
    Skipped(&'static str),
    Failed(String),
}

fn steps() -> Vec<Step> {
    vec![
        // The names of the files only: cargo fmt --all mends them.
        Step::new("fmt", "formatting", || execute(cargo(&["fmt", "--all", "--check", "--", "-l"]))),
        Step::new("clippy", "lints of all crates", || {
            execute(cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
        }),
        Step::new("rust", "Rust tests, the schema feature on", || {
            execute(cargo(&[
                "test",
                "--workspace",
                "--no-fail-fast",
                "--features",
                "report-model/schema,report-compare/reuse",
            ]))
        }),
        Step::new("docs", "documentation without warnings", docs),
        Step::new("schema", "the committed JSON Schema is the generated one", schema::check),
        Step::new("golden", "the golden reports, in Rust", golden::check),
        Step::new("rules", "the rules' pages, and every loud finding judged", rules::check),
        Step::new("dictionary", "the data dictionary covers every column", tables::check),
        Step::new("release", "release build of the command line", || release_binary().map(|_| ())),
        Step::new("core-wasm", "the parser and the comparison alone, for WebAssembly", wasm::core),
        Step::new("ingest-wasm", "the readers of documents, for WebAssembly", wasm::ingest),
        Step::new("wasm", "the WebAssembly module and its size", wasm::build),
        Step {
            obstacle: || (!node::present()).then_some("node is absent"),
            ..Step::new("node", "the golden reports, in JavaScript", node::test)
        },
        Step::new("tables", "the tables of 3,000 made reports, against their JSON", tables::against_json),
        Step::new(
            "python",
            "the Python package: wheel, types, tests, notebooks, Spark, beside the command line",
            python::test,
        ),
        Step {
            obstacle: || score::shared().is_none().then_some("../shared is absent"),
            // The annotated sets lie outside the repository, so that no check-out of it alone has them.
            needed_in_ci: false,
            ..Step::new("score", "accuracy on annotated reports", || score::run(true))
        },
    ]
}

fn docs() -> Done {
    let mut doc = cargo(&[
        "doc",
        "--no-deps",
        "--package",
        "report-model",
        "--package",
        "report-ingest",
        "--package",
        "report-compare",
        "--package",
        "report-model-cli",
    ]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    execute(doc)
}

/// `cargo xtask test --list`
pub(crate) fn list() {
    for step in steps() {
        eprintln!("{:12} {}", step.name, step.about);
    }
}

/// `cargo xtask test [STEP...]`
pub(crate) fn run(names: &[&str]) -> Done {
    let mut wanted = steps();
    if let Some(unknown) = names.iter().find(|name| wanted.iter().all(|step| step.name != **name)) {
        return Err(format!("no step {unknown}: see cargo xtask test --list"));
    }
    wanted.retain(|step| names.is_empty() || names.contains(&step.name));
    let count = wanted.len();
    let started = Instant::now();
    let mut results = Vec::new();
    for (i, step) in wanted.into_iter().enumerate() {
        eprintln!("\n=== {}/{count} {}: {}", i + 1, step.name, step.about);
        let began = Instant::now();
        let outcome = attempt(&step);
        match &outcome {
            Outcome::Passed => {}
            Outcome::Skipped(why) => eprintln!("skipped: {why}"),
            Outcome::Failed(why) => eprintln!("{why}"),
        }
        results.push((step.name, outcome, began.elapsed()));
    }
    summarise(&results, started.elapsed())
}

fn attempt(step: &Step) -> Outcome {
    match (step.obstacle)() {
        Some(why) if step.needed_in_ci && in_ci() => Outcome::Failed(format!("{why}, and CI needs it")),
        Some(why) => Outcome::Skipped(why),
        None => (step.run)().map_or_else(Outcome::Failed, |()| Outcome::Passed),
    }
}

fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

fn summarise(results: &[(&str, Outcome, Duration)], total: Duration) -> Done {
    eprintln!("\n=== summary");
    let mut failed = Vec::new();
    for (name, outcome, took) in results {
        let said = match outcome {
            Outcome::Passed => "ok".to_owned(),
            Outcome::Skipped(why) => format!("skipped: {why}"),
            Outcome::Failed(_) => {
                failed.push(*name);
                "FAILED".to_owned()
            }
        };
        eprintln!("{name:12} {:7.1} s  {said}", took.as_secs_f64());
    }
    eprintln!("{:12} {:7.1} s", "total", total.as_secs_f64());
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}
