//! Writes a made corpus to a folder: for trying the tables and for measuring.

use super::Done;
use report_samples::Maker;
use std::fs;
use std::path::Path;

/// Reports made where no number is given: 300 institutions with ten years each, some 45 MB.
pub(crate) const REPORTS: usize = 3000;

/// `corpus FOLDER [N [SEED]]`
pub(crate) fn write(folder: &str, rest: &[&str]) -> Done {
    let number = |at: usize, default: u64| rest.get(at).map_or(Ok(default), |word| word.parse());
    let (reports, seed) = (number(0, REPORTS as u64), number(1, 1));
    let (Ok(reports), Ok(seed)) = (reports, seed) else {
        return Err("usage: cargo xtask corpus FOLDER [NUMBER OF REPORTS [SEED]]".to_owned());
    };
    let bytes = make(Path::new(folder), reports as usize, seed)?;
    eprintln!("{reports} reports, {:.1} MB, seed {seed}: {folder}", bytes as f64 / 1e6);
    Ok(())
}

/// Writes so many reports; gives their bytes.
pub(crate) fn make(folder: &Path, reports: usize, seed: u64) -> Result<usize, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    let maker = Maker::new(seed);
    let mut bytes = 0;
    for n in 0..reports {
        let sample = maker.sample(n);
        bytes += sample.bytes.len();
        fs::write(folder.join(&sample.name), &sample.bytes).map_err(failed)?;
    }
    Ok(bytes)
}
