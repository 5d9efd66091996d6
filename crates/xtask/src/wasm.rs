//! The WebAssembly module: built, bound and weighed.

use super::Done;
use super::workspace::{cargo, output, path, read, root, run, shown, target_directory};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";
/// Where `web/src` looks for the module and its glue code.
const DIST: &str = "web/dist";
const NAME: &str = "report_model";
/// What a page may cost its readers, gzipped.
const BUDGET: usize = 350 * 1024;

/// `cargo xtask wasm`
pub(crate) fn build() -> Done {
    ensure_target()?;
    run(cargo(&["build", "--package", "report-model-wasm", "--profile", "wasm", "--target", TARGET]))?;
    let module = target_directory()?.join(TARGET).join("wasm/report_model_wasm.wasm");
    let dist = path(DIST);
    bind(&module, &dist).map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    weigh(&dist.join(format!("{NAME}_bg.wasm")))
}

/// The parser and the comparison alone compile for wasm: no I/O, no clock, no thread has crept in.
pub(crate) fn core() -> Done {
    ensure_target()?;
    run(cargo(&["build", "--package", "report-model", "--package", "report-compare", "--target", TARGET]))
}

/// The readers compile for wasm, all formats of them.
pub(crate) fn ingest() -> Done {
    ensure_target()?;
    run(cargo(&["check", "--package", "report-ingest", "--target", TARGET]))
}

/// `--target web`: one ES module that runs in browsers, workers, bundlers and Node.
fn bind(module: &Path, dist: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(NAME).web(true)?.typescript(true);
    // The package drops an instance that trapped and takes a new one.
    bindgen.reset_state_function(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    Ok(bindgen.generate(dist)?)
}

/// Prints the size, raw and gzipped; fails above the budget.
fn weigh(module: &Path) -> Done {
    let bytes = read(module)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(&bytes).and_then(|()| gzip.finish());
    let packed = packed.map_err(|error| format!("{}: {error}", shown(module)))?.len();
    let kb = |size: usize| size.div_ceil(1024);
    eprintln!("{}: {} KB, gzip {} KB of {} KB", shown(module), kb(bytes.len()), kb(packed), kb(BUDGET));
    if packed > BUDGET { Err(format!("{} is over its budget", shown(module))) } else { Ok(()) }
}

/// Adds the target on a machine that lacks it.
fn ensure_target() -> Done {
    if target_is_there()? {
        return Ok(());
    }
    eprintln!("the target {TARGET} is not installed: rustup target add {TARGET}");
    let mut rustup = Command::new("rustup");
    rustup.current_dir(root()).args(["target", "add", TARGET]);
    run(rustup).map_err(|error| format!("{error}\ninstall the Rust target {TARGET} by hand"))
}

fn target_is_there() -> Result<bool, String> {
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc")));
    rustc.current_dir(root()).args(["--print", "target-libdir", "--target", TARGET]);
    let libdir = output(rustc)?;
    Ok(Path::new(String::from_utf8_lossy(&libdir).trim()).is_dir())
}
