//! `report-model check`: reads reports as `parse` does, shows what the audit found, keeps known findings out.
//!
//! Arguments and configuration → texts, parsed in parallel → findings without the known ones → one or more formats → exit
//! code. What is wrong with a report is the library's to say.

pub(crate) mod args;
mod baseline;
mod diff;
mod excerpt;
pub(crate) mod formats;
mod place;
pub(crate) mod rules;
mod settings;
mod summary;

use crate::args::InputArgs;
use crate::error::{Unreadable, Worded as _, say};
use crate::inputs::{self, Input};
use crate::lang::Lang;
use crate::output::width::sanitise;
use crate::progress::Progress;
use args::{BaselineArgs, BaselineCommand, CheckArgs, ChoiceArgs, FailOn};
use baseline::Baseline;
use formats::{Look, Sink};
use report_corpus::in_order;
use report_model::{AuditOptions, Diagnostic, DocumentKind, Options, Report};
use settings::{Finder, Settings};
use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use summary::Tally;

/// Nothing found.
const CLEAN: u8 = 0;
/// Something found.
const FOUND: u8 = 1;
/// Something wrong with the run itself.
const WRONG: u8 = 2;

/// A report that was checked.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) report: Report,
    /// Findings to show, by place.
    pub(crate) findings: Vec<Finding>,
}

/// A finding, and whether the baseline knows it.
#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) diagnostic: Diagnostic,
    /// `Some` where it is known.
    pub(crate) known: Option<Known>,
}

/// What the baseline says of a finding.
#[derive(Debug)]
pub(crate) struct Known {
    /// Why it is known.
    pub(crate) reason: Option<String>,
}

impl Checked {
    /// Findings that the baseline does not know.
    pub(crate) fn fresh(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings.iter().filter(|finding| finding.known.is_none()).map(|finding| &finding.diagnostic)
    }
}

/// Runs `check`; the exit code.
pub(crate) fn run(args: &CheckArgs) -> io::Result<u8> {
    let (plan, lang) = match Plan::new(&args.input, &args.choice, args.look.lang) {
        Ok(plan) => plan,
        Err(complaint) => return Ok(wrong(&complaint)),
    };
    let look = Look::new(args, lang);
    let mut sinks: Vec<Box<dyn Sink>> = Vec::new();
    if args.diff {
        sinks.push(Box::new(diff::Diff::new(look)));
    } else if !args.quiet || !args.format.is_empty() {
        for spec in formats::chosen(&args.format) {
            match spec.open(look) {
                Ok(sink) => sinks.push(sink),
                Err(complaint) => return Ok(wrong(&complaint)),
            }
        }
    }
    let mut tally = Tally::default();
    let mut failed = false;
    let fail_on = args.fail_on;
    let ends = walk(plan, &args.input, lang, |result, settings| match result {
        Ok(checked) => {
            tally.add(checked);
            let least = fail_on.or(settings.fail_on).unwrap_or(FailOn::Error);
            failed |= checked.fresh().any(|finding| least.covers(finding.severity));
            sinks.iter_mut().try_for_each(|sink| sink.item(checked))
        }
        Err((path, error)) => {
            tally.unreadable += 1;
            sinks.iter_mut().try_for_each(|sink| sink.unreadable(path, error))
        }
    })?;
    let ends = match ends {
        Ok(ends) => ends,
        Err(complaint) => return Ok(wrong(&complaint)),
    };
    for sink in &mut sinks {
        sink.end(&tally)?;
    }
    let unused: usize = ends.baselines.values().map(|list| list.unused().len()).sum();
    // A machine reads standard output where the only format is one of theirs; people get the summary either way.
    say(&summary::text(&tally, unused, lang, args.statistics));
    Ok(match () {
        () if tally.unreadable > 0 || tally.reports == 0 => WRONG,
        () if failed && !args.exit_zero => FOUND,
        () => CLEAN,
    })
}

/// Runs `baseline`; the exit code.
pub(crate) fn baseline_command(command: &BaselineCommand) -> io::Result<u8> {
    let (args, write) = match command {
        BaselineCommand::Write(args) => (args, true),
        BaselineCommand::Prune(args) => (args, false),
    };
    let BaselineArgs { input, choice, reason, lang } = args;
    let (plan, lang) = match Plan::new(input, choice, *lang) {
        Ok(plan) => plan,
        Err(complaint) => return Ok(wrong(&complaint)),
    };
    let mut found: Vec<(PathBuf, String, String, String)> = Vec::new();
    let mut unreadable = 0;
    let ends = walk(plan, input, lang, |result, settings| {
        match result {
            Ok(checked) => found.extend(checked.fresh().map(|d| {
                (
                    settings.baseline.clone().unwrap_or_default(),
                    checked.path.clone(),
                    d.code.clone(),
                    d.fingerprint.clone(),
                )
            })),
            Err(_) => unreadable += 1,
        }
        Ok(())
    })?;
    let mut ends = match ends {
        Ok(ends) => ends,
        Err(complaint) => return Ok(wrong(&complaint)),
    };
    for (file, list) in &mut ends.baselines {
        let before = list.len();
        let gone = list.prune();
        if write {
            for (_, path, code, fingerprint) in found.iter().filter(|(own, ..)| own == file) {
                list.add(path, code, fingerprint, reason.as_deref());
            }
        }
        list.write()?;
        let (new, all) = (list.len() + gone - before, list.len());
        say(&match lang {
            Lang::Zh => format!("{}：新增 {new} 条，移除 {gone} 条，现有 {all} 条", file.display()),
            Lang::En => format!("{}: {new} added, {gone} removed, {all} in all", file.display()),
        });
    }
    Ok(if unreadable > 0 { WRONG } else { CLEAN })
}

fn wrong(complaint: &str) -> u8 {
    say(&format!("report-model: {}", sanitise(complaint)));
    WRONG
}

/// What to read, each with its settings.
struct Plan {
    inputs: Vec<(Input, Settings)>,
    baselines: BTreeMap<PathBuf, Baseline>,
}

impl Plan {
    fn new(input: &InputArgs, choice: &ChoiceArgs, lang: Option<Lang>) -> Result<(Self, Lang), String> {
        choice.select.iter().chain(&choice.ignore).try_for_each(|code| settings::known_code(code))?;
        let mut finder = Finder::new(choice)?;
        let lang = lang.or(finder.of(Path::new("."))?.lang).unwrap_or_else(Lang::from_env);
        if input.stdin_uses() > 1 {
            return Err(lang.pick("标准输入只能用一次", "standard input can be used only once").to_owned());
        }
        let list =
            inputs::expand(input).map_err(|(label, error)| format!("{label}: {}", error.message(lang)))?;
        let (mut inputs, mut baselines) = (Vec::new(), BTreeMap::new());
        for item in list.list {
            let path = PathBuf::from(&item.label);
            let mut settings = finder.of(&path)?;
            let named = input.files.contains(&path);
            if !named
                && settings.exclude.iter().any(|pattern| settings::fits(pattern, &path, &settings.folder))
            {
                continue;
            }
            if !choice.select.is_empty() {
                settings.select.clone_from(&choice.select);
            }
            settings.ignore.extend(choice.ignore.iter().cloned());
            let file = choice.baseline.clone().or(settings.baseline.take());
            let file = file.unwrap_or_else(|| settings.folder.join(settings::BASELINE));
            if !choice.no_baseline {
                if !baselines.contains_key(&file) {
                    baselines.insert(file.clone(), Baseline::read(&file)?);
                }
                settings.baseline = Some(file);
            }
            inputs.push((item, settings));
        }
        Ok((Self { inputs, baselines }, lang))
    }
}

/// What is left after a walk.
struct Ends {
    baselines: BTreeMap<PathBuf, Baseline>,
}

type Read = Result<Checked, (String, Unreadable)>;

/// Reads and checks everything, in parallel; calls `sink` in order.
fn walk(
    plan: Plan,
    input: &InputArgs,
    lang: Lang,
    mut sink: impl FnMut(Result<&Checked, (&str, &Unreadable)>, &Settings) -> io::Result<()>,
) -> io::Result<Result<Ends, String>> {
    let Plan { inputs, mut baselines } = plan;
    if inputs.is_empty() {
        let nothing = lang.pick("没有要检查的文件", "no file to check");
        return Ok(Err(nothing.to_owned()));
    }
    let mut progress = Progress::new(inputs.len(), io::stdout().is_terminal());
    let work = |(item, settings): (Input, Settings)| (check(item, &settings, input.max_bytes), settings);
    in_order(inputs, input.jobs.map_or(0, usize::from), work, |(read, settings)| {
        progress.step();
        match read {
            Ok(mut checked) => {
                if let Some(list) = settings.baseline.as_ref().and_then(|file| baselines.get_mut(file)) {
                    list.checked(&checked.path);
                    for finding in &mut checked.findings {
                        let d = &finding.diagnostic;
                        finding.known = list
                            .knows(&d.code, &d.fingerprint)
                            .map(|entry| Known { reason: entry.reason.clone() });
                    }
                }
                sink(Ok(&checked), &settings)
            }
            Err((path, error)) => {
                let complaint =
                    format!("report-model: {}: {}", sanitise(&path), sanitise(&error.message(lang)));
                progress.hidden(|| say(&complaint));
                sink(Err((&path, &error)), &settings)
            }
        }
    })?;
    Ok(Ok(Ends { baselines }))
}

/// Reads and checks one report.
fn check(input: Input, settings: &Settings, max_bytes: u32) -> Read {
    let path = input.label.clone();
    let file = Path::new(&path);
    let mut ignore = settings.ignore.clone();
    for (pattern, codes) in &settings.per_file_ignores {
        if settings::fits(pattern, file, &settings.folder) {
            ignore.extend(codes.iter().cloned());
        }
    }
    let wanted = AuditOptions::select(settings.select.iter().cloned()).ignore(ignore);
    let options = Options::with_source(path.as_str()).max_bytes(max_bytes).audit(Some(wanted.clone()));
    // The library promises never to panic. Should it break its word, the other files still get their answer.
    let read = std::panic::catch_unwind(AssertUnwindSafe(|| {
        let document = input.read(max_bytes)?;
        Ok((document.parse(&options), document.text))
    }));
    let (mut report, text) = match read {
        Ok(Ok(read)) => read,
        Ok(Err(error)) => return Err((path, error)),
        Err(_) => return Err((path, Unreadable::Internal)),
    };
    let findings = std::mem::take(&mut report.diagnostics)
        .into_iter()
        .filter(|diagnostic| wanted.wants(&diagnostic.code))
        .map(|diagnostic| Finding { diagnostic, known: None })
        .collect();
    Ok(Checked { path, text, report, findings })
}

/// True for a document that the audit had something to say of.
pub(crate) fn is_report(checked: &Checked) -> bool {
    checked.report.kind == DocumentKind::AnnualReport
}
