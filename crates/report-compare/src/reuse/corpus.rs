//! The sketches of all reports, and what they have in common.

use super::cluster::{self, Groups};
use super::model::{Cluster, DocumentInfo, Member, Reach, Reuse, SetApart};
use super::sketch::{BANDS, PLACES, Sketch};
use super::units::Fingerprints;
use report_model::Span;
use std::collections::BTreeMap;

/// How reuse is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Least share of common runs of characters of two sentences, in per cent.
    pub likeness: u32,
    /// Wording that more institutions have than this is common, not copied.
    pub common: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self { likeness: 50, common: 20 }
    }
}

/// Takes in reports one by one and keeps their sketches only: some 140 bytes a sentence.
///
/// ```
/// use report_compare::{Side, reuse::{Corpus, Options, Reach, fingerprints}};
/// let text = |name: &str, year: u16, count: u16| format!(
///     "{name}{year}年信息公开年度报告\n一、概述\n{name}把公开嵌入办文流程，全年发文{count}份，发文时同步勾选公开属性，不再事后补报。\n");
/// let mut corpus = Corpus::new();
/// for (name, year, count) in [("清远湖学院", 2021, 318), ("云浦大学", 2022, 1206)] {
///     let text = text(name, year, count);
///     let report = report_model::parse(&text, &Default::default()).report;
///     corpus.add(fingerprints(&Side { report: &report, text: &text }, Some(name), name));
/// }
/// let reuse = corpus.find(&Options::default());
/// assert_eq!((reuse.clusters.len(), reuse.clusters[0].reach), (1, Reach::Between));
/// assert_eq!(reuse.clusters[0].original, Some(0)); // 2021 is before 2022
/// ```
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    documents: Vec<DocumentInfo>,
    /// For each sentence its report and place.
    members: Vec<Member>,
    characters: Vec<u32>,
    sketches: Vec<Sketch>,
    prescribed: u64,
    figures: u64,
}

impl Corpus {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a report.
    pub fn add(&mut self, fingerprints: Fingerprints) {
        let document = self.documents.len() as u32;
        self.documents.push(fingerprints.info);
        self.prescribed += fingerprints.prescribed;
        self.figures += fingerprints.figures;
        for unit in fingerprints.units {
            self.members.push(Member { document, span: unit.span });
            self.characters.push(unit.characters);
            self.sketches.push(unit.sketch);
        }
    }

    /// Number of reports.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// True before the first report.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// Finds what the reports share. Linear in the number of sentences but for the sorting; the same reports in the same
    /// order give the same answer.
    pub fn find(self, options: &Options) -> Reuse {
        let groups = self.groups(*options);
        let clusters =
            cluster::joined(groups.lists(), |unit| self.members.get(unit).map(|member| member.document));
        let institutions = self.institutions();
        let (mut shared, mut common) = (Vec::new(), Vec::new());
        for rows in clusters {
            let Some(cluster) = self.cluster(&rows, &institutions) else { continue };
            let list = if cluster.institutions > options.common { &mut common } else { &mut shared };
            list.push(cluster);
        }
        for list in [&mut shared, &mut common] {
            list.sort_by(|a: &Cluster, b| {
                let size = |c: &Cluster| u64::from(c.characters) * c.members.len() as u64;
                size(b).cmp(&size(a)).then_with(|| a.members.cmp(&b.members))
            });
        }
        Reuse {
            schema: Reuse::SCHEMA.to_owned(),
            clusters: shared,
            common,
            looked_at: SetApart {
                passages: self.members.len() as u64,
                prescribed: self.prescribed,
                figures: self.figures,
            },
            documents: self.documents,
        }
    }

    /// Sentences that are alike, band by band: one sorted list at a time is in memory.
    fn groups(&self, options: Options) -> Groups {
        let least = (PLACES * options.likeness.min(100) as usize).div_ceil(100).max(1);
        let alike = |a: u32, b: u32| {
            let pair = self.sketches.get(a as usize).zip(self.sketches.get(b as usize));
            pair.is_some_and(|(a, b)| a.common(b) >= least)
        };
        let mut groups = Groups::new(self.sketches.len());
        let mut keys: Vec<(u64, u32)> = Vec::with_capacity(self.sketches.len());
        for band in 0..BANDS {
            keys.clear();
            keys.extend((0u32..).zip(&self.sketches).map(|(unit, sketch)| (sketch.key(band), unit)));
            keys.sort_unstable();
            for bucket in keys.chunk_by(|a, b| a.0 == b.0).filter(|bucket| bucket.len() > 1) {
                groups.join_alike(bucket.iter().map(|&(_, unit)| unit), alike);
            }
        }
        groups
    }

    /// For each report a number for its institution; one without a key is its own.
    fn institutions(&self) -> Vec<u32> {
        let mut known: BTreeMap<&str, u32> = BTreeMap::new();
        let documents = (0u32..).zip(&self.documents);
        documents
            .map(|(index, document)| {
                document.key.as_deref().map_or(index, |key| *known.entry(key).or_insert(index))
            })
            .collect()
    }

    /// A cluster out of rows of sentences, one row a member; `None` where one report has them all.
    fn cluster(&self, rows: &[(usize, usize)], institutions: &[u32]) -> Option<Cluster> {
        let member = |&(first, last): &(usize, usize)| {
            let (first, last) = (self.members.get(first)?, self.members.get(last)?);
            Some(Member { document: first.document, span: Span::new(first.span.start, last.span.end) })
        };
        let members: Vec<Member> = rows.iter().filter_map(member).collect();
        let mut documents: Vec<u32> = members.iter().map(|member| member.document).collect();
        documents.dedup();
        if documents.len() < 2 {
            return None;
        }
        let mut schools: Vec<u32> =
            documents.iter().filter_map(|&d| institutions.get(d as usize).copied()).collect();
        schools.sort_unstable();
        schools.dedup();
        let letters = |&(first, last): &(usize, usize)| {
            self.characters.get(first..=last).unwrap_or_default().iter().sum::<u32>()
        };
        Some(Cluster {
            reach: if schools.len() > 1 { Reach::Between } else { Reach::Within },
            institutions: schools.len() as u32,
            original: self.original(&members),
            characters: rows.iter().map(letters).max().unwrap_or_default(),
            members,
        })
    }

    /// The member of the earliest report: the first year, within a year the first day if all of that year have one. A
    /// report without a year could be older than all, so then nothing is told.
    fn original(&self, members: &[Member]) -> Option<u32> {
        let of = |member: &Member| self.documents.get(member.document as usize);
        let years: Option<Vec<u16>> = members.iter().map(|member| of(member)?.year).collect();
        let first = years?.into_iter().min()?;
        let of_first_year = (0u32..).zip(members).filter(|(_, m)| of(m).and_then(|d| d.year) == Some(first));
        let candidates: Vec<(u32, &Member)> = of_first_year.collect();
        let single = |list: &[(u32, &Member)]| {
            let document = list.first()?.1.document;
            // A report can have a passage twice; its first place is as good as the other.
            list.iter()
                .all(|(_, member)| member.document == document)
                .then(|| list.first().map(|&(index, _)| index))?
        };
        single(&candidates).or_else(|| {
            let days: Option<Vec<_>> = candidates.iter().map(|(_, member)| of(member)?.date).collect();
            let day = days?.into_iter().min()?;
            let earliest: Vec<(u32, &Member)> =
                candidates.into_iter().filter(|(_, m)| of(m).and_then(|d| d.date) == Some(day)).collect();
            single(&earliest)
        })
    }
}
