//! The tests of the web package, run by Node.

use super::Done;
use super::wasm;
use super::workspace::{cargo, path, run, target_directory, write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Whether Node is on this machine.
pub(crate) fn present() -> bool {
    let mut node = Command::new("node");
    node.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    node.status().is_ok_and(|status| status.success())
}

/// Builds modules and package, checks the types and runs the tests that need no browser.
pub(crate) fn test() -> Done {
    package()?;
    run(node(&["node_modules/typescript/bin/tsc", "-p", "app"]))?;
    run(node(&["test/types.mjs"]))?;
    run(node(&["--expose-gc", "--test", "--test-reporter=spec", "test/golden.test.js", "test/api.test.js"]))
}

/// The package as `npm pack` gives it, in a new Vite project, in plain HTML and in Node.
pub(crate) fn packed() -> Done {
    package()?;
    super::web::ensure_browser()?;
    run(node(&["--test", "--test-reporter=spec", "test/pack/pack.test.mjs"]))
}

/// Dependencies, modules that are not there yet, and the package compiled into `web/dist`.
pub(crate) fn package() -> Done {
    install()?;
    if !wasm::built() {
        wasm::build()?;
    }
    run(node(&["node_modules/typescript/bin/tsc"]))
}

/// `npm ci`, where the lock file is not the one installed from.
pub(crate) fn install() -> Done {
    let web = path("web");
    let (lock, stamp) = (web.join("package-lock.json"), web.join("node_modules/.installed"));
    let wanted = std::fs::read(&lock).map_err(|error| format!("web/package-lock.json: {error}"))?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(&web).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    run(npm)?;
    write(&stamp, &wanted).map(|_| ())
}

/// Node in `web/`.
pub(crate) fn node(args: &[&str]) -> Command {
    let mut node = Command::new("node");
    node.current_dir(path("web")).args(args);
    node
}

/// How many times as long as native code the parser should take in WebAssembly at most.
const RATIO: f64 = 2.5;
/// What a busy machine, or another processor, may add to that before the step fails.
const NOISE: f64 = 0.25;
/// Odd, so that one of them is in the middle.
const ROUNDS: usize = 5;

/// The same report of some 20 KB, natively and in WebAssembly, by turns; fails where WebAssembly is far slower.
///
/// Both sides of a round run within seconds of each other and each tells its fastest run, so that a machine that is busy or
/// changes its pace slows both; the round in the middle counts.
pub(crate) fn speed() -> Done {
    package()?;
    run(cargo(&["build", "--quiet", "--release", "--package", "report-model-bench", "--bin", "speed"]))?;
    let target = target_directory()?;
    let text = target.join("speed.txt");
    write(&text, report()?.as_bytes())?;
    let native = target.join("release").join(format!("speed{}", std::env::consts::EXE_SUFFIX));
    let mut rounds = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let fastest = milliseconds(Command::new(&native), &text)?;
        let wasm = milliseconds(node(&["test/speed.mjs"]), &text)?;
        let ratio = wasm / fastest;
        eprintln!(
            "a report of 20 KB: native {fastest:.2} ms, WebAssembly {wasm:.2} ms, {ratio:.2} times (at most {RATIO})"
        );
        rounds.push(ratio);
    }
    rounds.sort_unstable_by(f64::total_cmp);
    let ratio = rounds[ROUNDS / 2];
    eprintln!("in the middle: {ratio:.2} times");
    if ratio > RATIO {
        eprintln!("ABOVE THE AIM of {RATIO} times");
    }
    if ratio > RATIO + NOISE { Err("the parser in WebAssembly is too slow".to_owned()) } else { Ok(()) }
}

/// Golden texts one behind the other until they are as long as a long report.
fn report() -> Result<String, String> {
    let mut text = String::new();
    for case in
        ["requests-with-outcomes", "nested-counts", "run-in-headings", "nil-statements"].iter().cycle()
    {
        let file = path("tests/golden").join(case).join("input.txt");
        text += &std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        if text.len() > 20_000 {
            break;
        }
    }
    Ok(text)
}

fn milliseconds(mut command: Command, text: &Path) -> Result<f64, String> {
    command.arg(text);
    let said = super::workspace::output(command)?;
    let said = String::from_utf8_lossy(&said);
    said.trim().parse().map_err(|_| format!("no time: {said}"))
}
