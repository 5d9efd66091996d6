//! Sketches of short texts by which their likeness can be told (MinHash): the share of equal places estimates the share
//! of common runs of characters (Jaccard), with a standard error of some six in a hundred.
//!
//! Own code, because a sketch is thirty lines and the libraries at hand keep the tables of all bands in memory at once,
//! where sorting one band after the other takes a twentieth.

/// Characters of a run.
const RUN: usize = 3;
/// Places of a sketch.
pub(super) const PLACES: usize = BANDS * ROWS;
/// Groups of places; two texts are compared where one group is equal. Twenty groups of three find 97 of 100 texts that
/// have half of their runs in common, and few that have a tenth.
pub(super) const BANDS: usize = 20;
const ROWS: usize = 3;

/// The least hash of all runs, by [`PLACES`] hash functions, sixteen bits of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sketch([u16; PLACES]);

impl Sketch {
    pub(super) fn new(chars: &[char]) -> Self {
        let mut least = [u32::MAX; PLACES];
        for run in runs(chars) {
            // One good hash, then a multiplication for each function.
            for (place, factor) in least.iter_mut().zip(FACTORS) {
                *place = (*place).min((run.wrapping_mul(factor) >> 32) as u32);
            }
        }
        // The low bits of the least hashes are as good as any.
        Self(least.map(|least| (least & 0xffff) as u16))
    }

    /// What is equal for texts that may be alike; `band` below [`BANDS`].
    pub(super) fn key(&self, band: usize) -> u64 {
        let rows = self.0.iter().skip(band * ROWS).take(ROWS);
        rows.fold(0, |key, &row| key << 16 | u64::from(row))
    }

    /// Estimated share of common runs, in places of [`PLACES`].
    pub(super) fn common(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).filter(|(a, b)| a == b).count()
    }
}

/// Hashes of all runs of a text.
pub(super) fn runs(chars: &[char]) -> impl Iterator<Item = u64> + '_ {
    chars.windows(RUN).map(|run| run.iter().fold(0u64, |hash, &c| mix(hash ^ u64::from(c as u32))))
}

/// Spreads all bits over all (the finisher of SplitMix64).
const fn mix(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// Odd numbers without pattern, one a function.
const FACTORS: [u64; PLACES] = {
    let mut list = [0; PLACES];
    let mut at = 0;
    while at < PLACES {
        list[at] = mix(at as u64 + 1) | 1;
        at += 1;
    }
    list
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_that_of_the_runs() {
        let sketch = |text: &str| Sketch::new(&text.chars().collect::<Vec<_>>());
        let share = |a, b| sketch(a).common(&sketch(b)) as f64 / PLACES as f64;
        let text = "学校每季度核对栏目更新情况并在中层干部会上通报核对结果各学院指定一名联络员";
        assert!((share(text, text) - 1.0).abs() < 1e-9);
        // Two of nineteen words are others: 26 runs of 44 are common.
        let near = share(text, "学校每季度检查栏目更新情况并在中层干部会上公布核对结果各学院指定一名联络员");
        assert!((0.45..0.75).contains(&near), "{near}");
        assert!(
            share(text, "本学年共收到信息公开申请三件均已在规定的期限之内答复申请人没有不予公开的") < 0.1
        );
    }
}
