//! The Python package: its wheel built as a user's pip builds it, installed apart, and tested.

use super::Done;
use super::workspace::{path, root, run, shown, target_directory};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the tests need besides the package. maturin as in `python/pyproject.toml`.
const TOOLS: [&str; 2] = ["maturin>=1.16,<2", "pytest>=8"];

/// `cargo xtask python`
pub(crate) fn test() -> Done {
    let target = target_directory()?;
    let venv = Venv::at(target.join("python-venv"), &TOOLS)?;
    let wheel = wheel(&venv, &target.join("python-wheels"))?;
    let mut pip = venv.pip("install");
    pip.args(["--force-reinstall", "--no-deps"]).arg(&wheel);
    run(pip)?;
    let mut pytest = venv.command("pytest");
    pytest.current_dir(path("python")).args(["-q", "-p", "no:cacheprovider"]);
    run(pytest)
}

/// Builds the one wheel. A stray feature would tie it to one version of Python, silently but for its name.
fn wheel(venv: &Venv, folder: &Path) -> Result<PathBuf, String> {
    // Wheels of other versions would be taken for this one.
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let mut pip = venv.pip("wheel");
    pip.args(["--no-deps", "--no-build-isolation", "--wheel-dir"]).arg(folder).arg(path("python"));
    run(pip)?;
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let wheels: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    match &wheels[..] {
        [wheel] if wheel.to_string_lossy().contains("-cp310-abi3-") => Ok(wheel.clone()),
        _ => Err(format!("one wheel cp310-abi3 was to be built, not {wheels:?}")),
    }
}

/// A virtual environment below the target directory, kept between runs.
pub(crate) struct Venv {
    bin: PathBuf,
}

impl Venv {
    pub(crate) fn at(folder: PathBuf, tools: &[&str]) -> Result<Self, String> {
        let venv = Self { bin: folder.join(if cfg!(windows) { "Scripts" } else { "bin" }) };
        if !venv.works() {
            eprintln!("virtual environment: {}", shown(&folder));
            let mut python = Command::new(if cfg!(windows) { "python" } else { "python3" });
            python.current_dir(root()).args(["-m", "venv", "--clear"]).arg(&folder);
            run(python)?;
        }
        let mut pip = venv.pip("install");
        pip.args(tools);
        run(pip)?;
        Ok(venv)
    }

    /// False also where the Python it was made from is gone.
    fn works(&self) -> bool {
        let mut pip = self.command("python");
        pip.args(["-m", "pip", "--version"]).stdout(Stdio::null()).stderr(Stdio::null());
        pip.status().is_ok_and(|status| status.success())
    }

    /// A program of the environment; programs that it starts (maturin) are found there too.
    pub(crate) fn command(&self, name: &str) -> Command {
        let mut command = Command::new(self.bin.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)));
        let mut places = OsString::from(&self.bin);
        if let Some(others) = std::env::var_os("PATH") {
            places.push(if cfg!(windows) { ";" } else { ":" });
            places.push(others);
        }
        command.env("PATH", places).env_remove("PYTHONPATH").env_remove("PYTHONHOME");
        command
    }

    fn pip(&self, verb: &str) -> Command {
        let mut pip = self.command("python");
        pip.current_dir(root()).args(["-m", "pip", verb, "--quiet", "--disable-pip-version-check"]);
        pip
    }
}
