//! The WebAssembly modules: built, bound, made small and weighed.

use super::Done;
use super::workspace::{cargo, output, path, read, root, run, shown, target_directory, write};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";
/// Where `web/src` looks for the modules and their glue code.
const WASM: &str = "web/wasm";

/// A module: what a page loads for one kind of files.
struct Module {
    /// Name of its files.
    name: &'static str,
    /// Feature of the binding.
    feature: &'static str,
    /// What it may cost its readers, gzipped.
    budget: usize,
    /// Up to which cost a function is inlined. The profile builds for size, which by itself inlines nothing and makes the
    /// parser four times as slow as native code. At 64 it is little larger and three times as slow; at 135, a tenth
    /// larger, the loops over characters have no calls left: two and a half times. Above that it only grows.
    inlining: u32,
}

const MODULES: [Module; 4] = [
    Module { name: "core", feature: "parser", budget: 350 * 1024, inlining: 145 },
    Module { name: "documents", feature: "documents", budget: 700 * 1024, inlining: 64 },
    Module { name: "pdf", feature: "pdf", budget: 1331 * 1024, inlining: 64 },
    Module { name: "compare", feature: "compare", budget: 160 * 1024, inlining: 64 },
];

/// `cargo xtask wasm`
pub(crate) fn build() -> Done {
    build_some(&[])
}

/// `cargo xtask wasm core`: only the modules named, or all.
pub(crate) fn build_some(names: &[&str]) -> Done {
    ensure_target()?;
    let module = target_directory()?.join(TARGET).join("wasm/report_model_wasm.wasm");
    let mut heavy = Vec::new();
    let wanted = |module: &&Module| names.is_empty() || names.contains(&module.name);
    for Module { name, feature, budget, inlining } in MODULES.iter().filter(wanted) {
        // One after the other: all of them are built into the same file.
        let mut build = cargo(&[
            "build",
            "--quiet",
            "--package",
            "report-model-wasm",
            "--profile",
            "wasm",
            "--target",
            TARGET,
            "--no-default-features",
            "--features",
            feature,
        ]);
        // What asks for being inlined gets no more than the rest.
        let flags = ["inline", "inlinehint"].map(|kind| format!("-Cllvm-args=-{kind}-threshold={inlining}"));
        build.env("RUSTFLAGS", flags.join(" "));
        run(build)?;
        bind(&module, name).map_err(|error| format!("wasm-bindgen: {error:#}"))?;
        if weigh(&path(WASM).join(format!("{name}_bg.wasm")), *budget)? {
            heavy.push(*name);
        }
    }
    if heavy.is_empty() { Ok(()) } else { Err(format!("over the budget: {}", heavy.join(", "))) }
}

/// True where all modules are there, of whatever date.
pub(crate) fn built() -> bool {
    MODULES.iter().all(|module| path(WASM).join(format!("{}_bg.wasm", module.name)).exists())
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

/// `--target web`: one ES module that runs in browsers, workers, bundlers and Node. Where its bytes come from is for
/// `web/src` to say, in a form that bundlers see.
fn bind(module: &Path, name: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).web(true)?.typescript(true);
    bindgen.omit_default_module_path(true);
    // The package drops an instance that trapped and takes a new one.
    bindgen.reset_state_function(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let mut output = bindgen.generate_output()?;
    let folder = path(WASM);
    // Written only where it changed: what is built on it keeps its date.
    write(&folder.join(format!("{name}_bg.wasm")), &output.wasm_mut().emit_wasm())?;
    write(&folder.join(format!("{name}.js")), output.js().as_bytes())?;
    write(&folder.join(format!("{name}.d.ts")), output.ts().unwrap_or_default().as_bytes())?;
    Ok(())
}

/// Prints the size, raw and packed as servers pack; true above the budget.
fn weigh(module: &Path, budget: usize) -> Result<bool, String> {
    let bytes = read(module)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(&bytes).and_then(|()| gzip.finish());
    let packed = packed.map_err(|error| format!("{}: {error}", shown(module)))?.len();
    let mut brotli = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &parameters)
        .map_err(|error| format!("{}: {error}", shown(module)))?;
    let kb = |size: usize| size.div_ceil(1024);
    eprintln!(
        "{}: raw {} KB, gzip {} KB of {} KB, brotli {} KB",
        shown(module),
        kb(bytes.len()),
        kb(packed),
        kb(budget),
        kb(brotli.len())
    );
    Ok(packed > budget)
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
