//! A corpus summed up: what a table of numbers would say first.

use crate::entry::{Entry, Outcome};
use report_model::{DocumentKind, PartState, Role, Severity, Stated};
use serde::Serialize;
use std::collections::BTreeMap;

/// Counts over the files of a corpus; the same whatever their order.
///
/// ```
/// use report_tables::{Entry, Summary};
/// let text = "棠溪大学2021-2022学年信息公开年度报告\n一、概述\n学校重视。\n三、依申请公开情况\n本学年未收到信息公开申请。";
/// let report = report_model::parse(text, &Default::default()).report;
/// let mut summary = Summary::default();
/// summary.add(&Entry::read(&report, text));
/// assert_eq!((summary.reports, summary.requests.nil, summary.years[&2022]), (1, 1, 1));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Summary {
    /// Files in all.
    pub files: u64,
    /// Annual reports among them.
    pub reports: u64,
    /// Documents that are none.
    pub others: u64,
    /// Files that could not be read, by kind of error.
    pub unreadable: BTreeMap<String, u64>,
    /// Different institutions, by the key of their names (by the printed name where no key was given).
    pub institutions: u64,
    /// Reports by the year that their year ends in.
    pub years: BTreeMap<u16, u64>,
    /// Reports without a year.
    pub without_year: u64,
    /// Reports by province.
    pub provinces: BTreeMap<String, u64>,
    /// Reports whose province could not be told.
    pub without_province: u64,
    /// Reports by how they have each prescribed part, in the prescribed order.
    pub parts: Vec<(Role, BTreeMap<PartState, u64>)>,
    /// Reports by channel: how many name it, and how many state a number for it.
    pub channels: BTreeMap<String, Counted>,
    /// What is said of applications received.
    pub requests: Answers,
    /// What is said of complaints.
    pub complaints: Answers,
    /// Quantities read.
    pub measures: u64,
    /// Numbers that nothing explains.
    pub unclaimed: u64,
    /// Findings by rule: how many, and in how many reports.
    pub findings: BTreeMap<String, Findings>,
    #[serde(skip)]
    seen: std::collections::BTreeSet<String>,
}

/// Reports that name something, and those that count it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// Reports that name it.
    pub named: u64,
    /// Reports that state a number for it.
    pub counted: u64,
}

/// How reports answer a question that may be answered with "none" or not at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Answers {
    /// Reports that state a number.
    pub stated: u64,
    /// Reports that state that there was none.
    pub nil: u64,
    /// Reports that say nothing.
    pub not_mentioned: u64,
    /// The sum of the stated numbers.
    pub total: f64,
}

/// Findings of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// The gravest of them.
    pub severity: Severity,
    /// How many.
    pub count: u64,
    /// In how many files.
    pub files: u64,
}

impl Answers {
    fn add(&mut self, count: Option<&report_model::StatedCount>) {
        match count {
            Some(count) if count.stated == Stated::Nil => self.nil += 1,
            Some(count) => {
                self.stated += 1;
                self.total += count.value.to_f64();
            }
            None => self.not_mentioned += 1,
        }
    }
}

impl Summary {
    /// Counts a file.
    pub fn add(&mut self, entry: &Entry<'_>) {
        self.files += 1;
        let report = match entry.outcome {
            Outcome::Read { report, .. } => report,
            Outcome::Unreadable { kind, .. } => {
                *self.unreadable.entry(kind.to_owned()).or_default() += 1;
                return;
            }
        };
        self.findings(entry);
        if report.kind != DocumentKind::AnnualReport {
            self.others += 1;
            return;
        }
        self.reports += 1;
        if let Some(name) = entry.identity.key.as_deref().or(entry.institution())
            && self.seen.insert(name.to_owned())
        {
            self.institutions += 1;
        }
        match entry.year() {
            Some(year) => *self.years.entry(year).or_default() += 1,
            None => self.without_year += 1,
        }
        let province = report.institution.as_ref().and_then(|i| i.province.as_ref());
        match province {
            Some(province) => *self.provinces.entry(province.short_name.clone()).or_default() += 1,
            None => self.without_province += 1,
        }
        for part in &report.parts {
            let known = self.parts.iter().position(|(role, _)| *role == part.role);
            let at = known.unwrap_or(self.parts.len());
            if at == self.parts.len() {
                self.parts.push((part.role, BTreeMap::new()));
            }
            let states = &mut self.parts[at].1;
            *states.entry(part.state).or_default() += 1;
        }
        self.channels(entry);
        self.requests.add(report.requests.received.as_ref());
        self.complaints.add(report.oversight.complaints.as_ref());
        self.measures += report.measures.len() as u64;
        self.unclaimed += report.unclaimed.len() as u64;
    }

    fn channels(&mut self, entry: &Entry<'_>) {
        let Some(report) = entry.report() else { return };
        for &channel in report_model::Channel::ALL {
            let named = report.channels.iter().any(|mention| mention.channel == channel);
            let counted = report.measures_of(channel).next().is_some();
            if named || counted {
                let of = self.channels.entry(channel.as_str().to_owned()).or_default();
                of.named += u64::from(named);
                of.counted += u64::from(counted);
            }
        }
    }

    fn findings(&mut self, entry: &Entry<'_>) {
        let Some(report) = entry.report() else { return };
        let mut here: Vec<&str> = Vec::new();
        for finding in &report.diagnostics {
            let fresh = Findings { severity: finding.severity, count: 0, files: 0 };
            let of = self.findings.entry(finding.code.clone()).or_insert(fresh);
            of.count += 1;
            of.severity = of.severity.min(finding.severity);
            if !here.contains(&finding.code.as_str()) {
                here.push(&finding.code);
                of.files += 1;
            }
        }
    }
}
