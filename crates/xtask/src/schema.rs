//! The committed JSON Schema. The command line prints it; the file holds the same bytes, so that there is one author.

use super::Done;
use super::workspace::{self, cargo, output, path, read, shown};

const FILE: &str = "docs/report.schema.json";

fn generate() -> Result<Vec<u8>, String> {
    output(cargo(&["run", "--quiet", "--package", "report-model-cli", "--", "schema"]))
}

/// `cargo xtask schema`
pub(crate) fn write() -> Done {
    let said = if workspace::write(&path(FILE), &generate()?)? { "written" } else { "unchanged" };
    eprintln!("{FILE}: {said}");
    Ok(())
}

/// `cargo xtask schema --check`
pub(crate) fn check() -> Done {
    let file = path(FILE);
    if read(&file)? == generate()? {
        return Ok(());
    }
    Err(format!("{} is stale: run `cargo xtask schema`", shown(&file)))
}
