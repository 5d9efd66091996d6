//! Where things are, and how to run cargo.

use super::Done;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the workspace.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// A path below the root.
pub(crate) fn path(below: &str) -> PathBuf {
    root().join(below)
}

/// The cargo that runs this, at the root.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()).args(args);
    cargo
}

/// Standard output of a command that must succeed.
pub(crate) fn output(mut command: Command) -> Result<Vec<u8>, String> {
    let out = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    if !out.status.success() {
        return Err(format!("{}: {}", command.get_program().display(), out.status));
    }
    Ok(out.stdout)
}

/// Runs a command that must succeed; what it prints is seen.
pub(crate) fn run(mut command: Command) -> Done {
    let program = command.get_program().display().to_string();
    let status = command.status().map_err(|error| format!("{program}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{}: {status}", said(&command))) }
}

/// A command as one would type it.
fn said(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Where cargo builds.
pub(crate) fn target_directory() -> Result<PathBuf, String> {
    let metadata = output(cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let target = metadata["target_directory"].as_str().ok_or("cargo metadata names no target directory")?;
    Ok(PathBuf::from(target))
}

/// Builds the command in the release profile and gives its path.
pub(crate) fn release_binary() -> Result<PathBuf, String> {
    output(cargo(&["build", "--quiet", "--release", "--package", "report-model-cli"]))?;
    let name = format!("report-model{}", std::env::consts::EXE_SUFFIX);
    Ok(target_directory()?.join("release").join(name))
}

/// Reads a file, or says which one could not be read.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", shown(path)))
}

/// Writes a file where its content differs. True where it did.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<bool, String> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    folder.and_then(|()| std::fs::write(path, bytes)).map_err(|error| format!("{}: {error}", shown(path)))?;
    Ok(true)
}

/// A path as seen from the root.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// What stands at the top of the project; a corpus that somebody made there was once added with the rest.
    const TOP: [&str; 21] = [
        ".cargo",
        ".ci",
        ".gitattributes",
        ".gitignore",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CITATION.cff",
        "CONTRIBUTING.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "README.zh-CN.md",
        "bindings",
        "crates",
        "docs",
        "python",
        "rustfmt.toml",
        "tests",
        "web",
    ];

    #[test]
    fn nothing_else_at_the_top() {
        let mut git = Command::new("git");
        git.current_dir(root()).args(["ls-files", "-z"]);
        let Ok(listed) = output(git) else {
            eprintln!("no git checkout: what stands at the top of the project is not checked");
            return;
        };
        let listed = String::from_utf8_lossy(&listed);
        let top =
            listed.split('\0').filter_map(|file| file.split('/').next()).filter(|name| !name.is_empty());
        let strange: BTreeSet<&str> = top.filter(|name| !TOP.contains(name)).collect();
        assert!(strange.is_empty(), "{strange:?}");
    }
}
