//! The Python package: its wheel built as a user's pip builds it, installed apart, and tested.

use super::Done;
use super::corpus;
use super::workspace::{cargo, output, path, release_binary, root, run, shown, target_directory};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the tests need besides the package. maturin as in `python/pyproject.toml`. Checkers are held within a minor
/// version, since a new one finds new faults in old code.
const TOOLS: [&str; 20] = [
    "maturin>=1.16,<2",
    "pytest>=8",
    "hypothesis>=6.100,<7",
    "mypy>=2.0,<3",
    "basedpyright>=1.30,<2",
    "ruff>=0.17,<0.18",
    "pandas>=2.2,<4",
    "pandas-stubs>=2.2",
    "polars>=1.3,<3",
    "pyarrow>=15",
    "duckdb>=1.1",
    "openpyxl>=3.1,<4",
    "altair>=5.5,<7",
    // Draws the charts that Altair describes.
    "vl-convert-python>=1.7,<3",
    "tqdm>=4.60",
    // Needs Java 17.
    "pyspark>=4.0,<5",
    "dask[dataframe]>=2024.8",
    "nbclient>=0.10,<1",
    "nbformat>=5.10,<6",
    "ipykernel>=6.29",
];

/// `cargo xtask python`
pub(crate) fn test() -> Done {
    let target = target_directory()?;
    let venv = Venv::at(target.join("python-venv"), &TOOLS)?;
    let wheel = wheel(&venv, &target.join("python-wheels"))?;
    alone(&wheel, target.join("python-alone"))?;
    let mut pip = venv.pip("install");
    pip.args(["--force-reinstall", "--no-deps"]).arg(&wheel);
    run(pip)?;
    lint(&venv)?;
    let scratch = target.join("python-check");
    emptied(&scratch)?;
    let reports = scratch.join("corpus");
    corpus::make(&reports, corpus::REPORTS, 1)?;
    let mut pytest = venv.command("pytest");
    // Not beside the sources: what the tests start, Spark's workers too, must find the installed package.
    pytest.current_dir(path("python/tests")).args(["-q", "-p", "no:cacheprovider"]);
    pytest
        .env("REPORT_MODEL_CORPUS", &reports)
        .env("HYPOTHESIS_STORAGE_DIRECTORY", scratch.join("hypothesis"));
    run(pytest)?;
    let mut beside = venv.command("python");
    beside.arg(path("tests/python/against_cli.py")).arg(release_binary()?).arg(&reports).arg(&scratch);
    run(beside)?;
    sdist(&venv, &target)
}

/// The wheel in an environment that has nothing else, where no compiler can be found.
fn alone(wheel: &Path, folder: PathBuf) -> Done {
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let venv = Venv::at(folder, &[])?;
    let mut pip = venv.pip("install");
    pip.args(["--no-deps", "--no-index"]).arg(wheel).env("PATH", &venv.bin);
    run(pip)?;
    let code = "import report_model as rm, sys; print(rm.read(sys.argv[1]).institution.name)";
    let mut python = venv.command("python");
    python.args(["-c", code]).arg(path("tests/documents/report.docx")).env("PATH", &venv.bin);
    let name = String::from_utf8_lossy(&output(python)?).trim().to_owned();
    if !name.ends_with(['学', '院', '校']) {
        return Err(format!("the wheel alone reads the name of a school as {name:?}"));
    }
    eprintln!("the wheel alone reads a report of {name}");
    Ok(())
}

/// Types, stubs, style.
fn lint(venv: &Venv) -> Done {
    let package = |name: &str, args: &[&str]| {
        let mut command = venv.command(name);
        command.current_dir(path("python")).args(args);
        command
    };
    run(package("ruff", &["check", "--no-cache", "--quiet", ".", "../tests/python"]))?;
    run(package("ruff", &["format", "--no-cache", "--quiet", "--check", "."]))?;
    // Without a cache, which a run of seconds does not need and which can be broken.
    let mypy = || run(package("mypy", &["--cache-dir", NULL, "--show-traceback"]));
    if let Err(error) = mypy() {
        // It has crashed in itself, on files that it finds no fault with in any other run. Faults are found twice.
        eprintln!("{error}; once more, to tell a fault from a crash");
        mypy()?;
    }
    // The stub beside the module as it was built, whatever anyone thinks that it holds.
    run(package("stubtest", &["--mypy-config-file", "pyproject.toml", "report_model._native"]))?;
    let mut pyright = package("basedpyright", &["--level", "error", "--pythonpath"]);
    pyright.arg(venv.program("python"));
    run(pyright)
}

/// Where mypy's cache goes to be thrown away.
const NULL: &str = if cfg!(windows) { "nul" } else { "/dev/null" };

/// The source distribution holds all that is needed to build: compiled as far as it is new to this machine.
fn sdist(venv: &Venv, target: &Path) -> Done {
    let folder = target.join("python-sdist");
    emptied(&folder)?;
    let mut maturin = venv.command("maturin");
    maturin.current_dir(path("python")).args(["sdist", "--out"]).arg(&folder);
    run(maturin)?;
    // The times in the archive are those of no file, and older than every build: cargo would take anything for built.
    let unpack = "import sys, tarfile, time, pathlib\n\
                  (archive,) = pathlib.Path(sys.argv[1]).glob('*.tar.gz')\n\
                  now = lambda member, _: member.replace(mtime=time.time())\n\
                  tarfile.open(archive).extractall(sys.argv[1], filter=now)\n\
                  print(archive.name.removesuffix('.tar.gz'))";
    let mut python = venv.command("python");
    python.args(["-c", unpack]).arg(&folder);
    let name = String::from_utf8_lossy(&output(python)?).trim().to_owned();
    // Not `--locked`: the lock file is that of all crates, and the archive holds only those of the package.
    let mut check = cargo(&["check", "--quiet", "--package", "report-model-python"]);
    check.current_dir(folder.join(name)).env("CARGO_TARGET_DIR", target);
    run(check)
}

fn emptied(folder: &Path) -> Done {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

/// Builds the one wheel. A stray feature would tie it to one version of Python, silently but for its name.
fn wheel(venv: &Venv, folder: &Path) -> Result<PathBuf, String> {
    // Wheels of other versions would be taken for this one.
    emptied(folder)?;
    let mut pip = venv.pip("wheel");
    pip.args(["--no-deps", "--no-build-isolation", "--wheel-dir"]).arg(folder).arg(path("python"));
    run(pip)?;
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
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
        if !tools.is_empty() {
            let mut pip = venv.pip("install");
            pip.args(tools);
            run(pip)?;
        }
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
        let mut command = Command::new(self.program(name));
        let mut places = OsString::from(&self.bin);
        if let Some(others) = std::env::var_os("PATH") {
            places.push(if cfg!(windows) { ";" } else { ":" });
            places.push(others);
        }
        command.env("PATH", places).env_remove("PYTHONPATH").env_remove("PYTHONHOME");
        command
    }

    fn program(&self, name: &str) -> PathBuf {
        self.bin.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    fn pip(&self, verb: &str) -> Command {
        let mut pip = self.command("python");
        pip.current_dir(root()).args(["-m", "pip", verb, "--quiet", "--disable-pip-version-check"]);
        pip
    }
}
