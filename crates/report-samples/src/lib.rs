//! Makes reports of any number out of the golden texts: other names, years, figures and layouts, from a seed.
//!
//! For tests and measurements that need a corpus. The same seed gives the same bytes on every machine; report number
//! `n` does not depend on how many are made.
//!
//! ```
//! let maker = report_samples::Maker::new(1);
//! let (first, again) = (maker.sample(7), maker.sample(7));
//! assert_eq!(first.bytes, again.bytes);
//! assert!(first.text.contains(&first.institution));
//! ```
//!
//! What the texts say is made up and need not add up: they are for counting rows and seconds, not for judging rules.

mod layout;
mod names;
pub mod planted;
mod source;
mod vary;

pub use layout::Layout;
use source::Source;

/// The text with other digits in its counts of two places and more, the same for the same seed.
pub fn other_figures(text: &str, seed: u64) -> String {
    vary::figures(text, &mut fastrand::Rng::with_seed(seed))
}

/// Years that one institution has reports of.
pub const YEARS: usize = 10;
/// The year that the first report of an institution ends in.
const FIRST_YEAR: u16 = 2014;

/// A made report.
#[derive(Debug, Clone)]
pub struct Sample {
    /// A file name: number, year and the ending of its layout.
    pub name: String,
    /// Who reports.
    pub institution: String,
    /// The year that the report's year ends in.
    pub year: u16,
    /// The file.
    pub bytes: Vec<u8>,
    /// The words of the report before they were laid out.
    pub text: String,
}

/// Makes samples.
#[derive(Debug)]
pub struct Maker {
    seed: u64,
    source: Source,
}

impl Maker {
    /// A maker that takes its words from the golden and the annotated reports of the project.
    ///
    /// # Panics
    ///
    /// Where the project's `tests` folder cannot be read: this crate is a tool of its tests.
    pub fn new(seed: u64) -> Self {
        Self { seed, source: Source::read() }
    }

    /// Report number `n`: the year `n mod 10` of institution `n / 10`.
    pub fn sample(&self, n: usize) -> Sample {
        let school = n / YEARS;
        let year = FIRST_YEAR + (n % YEARS) as u16;
        // What belongs to the institution depends on it alone, so that its reports are of one kind.
        let mut of_school = fastrand::Rng::with_seed(self.seed ^ (school as u64).wrapping_mul(0x9e37_79b9));
        let institution = names::institution(school);
        let base = of_school.usize(..self.source.bases.len());
        let rng = &mut fastrand::Rng::with_seed(self.seed.wrapping_add(n as u64).wrapping_mul(0x2545_f491));
        let text = vary::report(&self.source, base, &institution, year, rng);
        let layout = Layout::any(rng);
        let bytes = layout.lay_out(&text, rng);
        let name = format!("{n:06}-{year}.{}", layout.ending());
        Sample { name, institution, year, bytes, text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_of_the_size_of_real_reports_and_of_many_layouts() {
        let maker = Maker::new(3);
        let samples: Vec<Sample> = (0..60).map(|n| maker.sample(n)).collect();
        let mean = samples.iter().map(|s| s.text.len()).sum::<usize>() / samples.len();
        assert!((12_000..20_000).contains(&mean), "{mean} bytes a text");
        let pages = samples.iter().filter(|s| s.name.ends_with("html")).count();
        assert!((3..30).contains(&pages), "{pages} pages of 60");
        for sample in &samples {
            assert!(sample.text.contains(&sample.institution), "{}", sample.name);
        }
    }

    #[test]
    fn another_seed_gives_other_texts() {
        assert_ne!(Maker::new(1).sample(5).text, Maker::new(2).sample(5).text);
    }
}
