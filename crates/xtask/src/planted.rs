//! Writes a corpus with planted reuse to a folder, and where the passages stand: for trying `report-model reuse`.

use super::Done;
use report_samples::planted::Planted;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Reports made where no number is given, some 29 MB.
const REPORTS: usize = 2000;

/// `planted FOLDER [N [SEED]]`
pub(crate) fn write(folder: &str, rest: &[&str]) -> Done {
    let number = |at: usize, default: u64| rest.get(at).map_or(Ok(default), |word| word.parse());
    let (Ok(reports), Ok(seed)) = (number(0, REPORTS as u64), number(1, 1)) else {
        return Err("usage: cargo xtask planted FOLDER [NUMBER OF REPORTS [SEED]]".to_owned());
    };
    let failed = |error: std::io::Error| format!("{folder}: {error}");
    let path = Path::new(folder);
    fs::create_dir_all(path).map_err(failed)?;
    let corpus = Planted::new(seed, reports as usize);
    for (index, report) in corpus.reports.iter().enumerate() {
        fs::write(path.join(format!("{index:06}-{}.txt", report.year)), &report.text).map_err(failed)?;
    }
    let mut table = "family,kind,report,start,end\n".to_owned();
    for (index, family) in corpus.families.iter().enumerate() {
        for place in &family.places {
            let _ = writeln!(
                table,
                "{index},{:?},{},{},{}",
                family.kind, place.report, place.range.start, place.range.end
            );
        }
    }
    // Not a name that the command would take for a report.
    fs::write(path.join("planted.csv"), table).map_err(failed)?;
    eprintln!("{reports} reports, {} planted passages, seed {seed}: {folder}", corpus.families.len());
    Ok(())
}
