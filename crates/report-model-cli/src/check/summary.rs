//! The last line: everything that was counted, and what could not be judged.

use super::Checked;
use crate::lang::Lang;
use report_model::Severity;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Counts over a run.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Annual reports checked.
    pub(crate) reports: usize,
    /// Documents that are none.
    pub(crate) others: usize,
    pub(crate) unreadable: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) infos: usize,
    /// Findings that the baseline knows.
    pub(crate) known: usize,
    pub(crate) holds: usize,
    pub(crate) uncertain: usize,
    pub(crate) not_assessable: usize,
    /// Findings by code.
    pub(crate) rules: BTreeMap<String, usize>,
}

impl Tally {
    pub(crate) fn add(&mut self, checked: &Checked) {
        if super::is_report(checked) {
            self.reports += 1;
        } else {
            self.others += 1;
        }
        self.known += checked.findings.iter().filter(|finding| finding.known.is_some()).count();
        for finding in checked.fresh() {
            *self.rules.entry(finding.code.clone()).or_default() += 1;
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                _ => self.infos += 1,
            }
        }
        for check in &checked.report.checks {
            self.holds += check.holds as usize;
            self.uncertain += check.uncertain as usize;
            self.not_assessable += check.not_assessable as usize;
        }
    }
}

/// The summary in words.
pub(crate) fn text(tally: &Tally, unused: usize, lang: Lang, statistics: bool) -> String {
    let mut out = String::new();
    if statistics {
        for (code, count) in &tally.rules {
            let title = super::rules::title(code, lang);
            let _ = writeln!(out, "{count:>5}  {code}  {title}");
        }
    }
    let total = tally.reports + tally.others + tally.unreadable;
    let Tally { errors, warnings, infos, holds, uncertain, not_assessable, known, .. } = tally;
    let _ = match lang {
        Lang::Zh => write!(out, "共 {total} 份：{errors} 个错误，{warnings} 个提醒，{infos} 个提示"),
        Lang::En => {
            let many =
                |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
            let (files, errors) = (many(total, "file"), many(*errors, "error"));
            write!(out, "{files}: {errors}, {}, {}", many(*warnings, "warning"), many(*infos, "note"))
        }
    };
    let mut also = |zh: &str, en: &str, count: usize| {
        if count > 0 {
            let _ = match lang {
                Lang::Zh => write!(out, "；{}", zh.replace('#', &count.to_string())),
                Lang::En => write!(out, "; {}", en.replace('#', &count.to_string())),
            };
        }
    };
    also("# 份不是年度报告，未检查", "# no annual reports, not checked", tally.others);
    also("# 份无法读取", "# unreadable", tally.unreadable);
    also("基线中另有 # 条未显示", "# more in the baseline", *known);
    also(
        "基线中有 # 条已不再出现（report-model baseline prune）",
        "# unused in the baseline (report-model baseline prune)",
        unused,
    );
    let _ = match lang {
        Lang::Zh => write!(out, "。检查 {holds} 处相符，{uncertain} 处不确定，{not_assessable} 处无法判断。"),
        Lang::En => write!(
            out,
            ". {holds} checks hold, {uncertain} are uncertain, {not_assessable} could not be judged."
        ),
    };
    if tally.reports == 0 {
        let nothing = lang.pick("没有检查任何年度报告。", " No annual report was checked.");
        out.push_str(nothing);
    }
    out
}
