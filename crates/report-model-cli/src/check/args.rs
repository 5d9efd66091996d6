//! What can be said to `check` and its companions.

use super::formats::FormatSpec;
use crate::args::{InputArgs, LookArgs};
use crate::lang::Lang;
use clap::{Args, Subcommand, ValueEnum};
use report_model::Severity;
use std::path::PathBuf;

pub(crate) const CHECK_HELP: &str = "\
Examples:
  report-model check report.txt                        findings with the words they are about
  report-model check reports/ --format concise         one line a finding
  report-model check reports/ --format full --format sarif=out.sarif
  report-model check draft.txt --select RM4 --fail-on warning
  report-model check draft.txt --diff                  the few safe corrections, as a patch
  report-model rule RM401                              what a rule does, and how to mend

Exit codes:
  0  nothing found at or above --fail-on (default: error)
  1  something was found
  2  something could not be read, nothing was checked, or arguments or configuration are wrong

Configuration: report-model.toml, .report-model.toml or [tool.report-model] in pyproject.toml; the nearest above a file wins.
Known findings: report-model-baseline.json (see report-model baseline --help).";

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,

    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,

    /// What to print, again for more: full, concise, json, jsonl, sarif, github, rdjson or csv; with =FILE into a file
    /// [default: full].
    #[arg(long, short, value_name = "FORMAT[=FILE]")]
    pub(crate) format: Vec<FormatSpec>,

    /// The least severity that makes the exit code 1 [default: error].
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<FailOn>,

    /// Exit with 0 whatever is found.
    #[arg(long)]
    pub(crate) exit_zero: bool,

    /// Print the safe corrections as a unified diff instead of the findings.
    #[arg(long, conflicts_with = "format")]
    pub(crate) diff: bool,

    /// Count the findings by rule at the end.
    #[arg(long)]
    pub(crate) statistics: bool,

    /// Only the summary.
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

/// Which rules, and what is known already.
#[derive(Debug, Args)]
pub(crate) struct ChoiceArgs {
    /// Rules to apply, by code or beginning of a code (RM401, RM4) [default: all].
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) select: Vec<String>,

    /// Rules to leave out; wins over --select.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,

    /// Use this configuration for all files.
    #[arg(long, value_name = "FILE", env = "REPORT_MODEL_CONFIG")]
    pub(crate) config: Option<PathBuf>,

    /// Use no configuration.
    #[arg(long, conflicts_with = "config")]
    pub(crate) isolated: bool,

    /// The list of known findings [default: report-model-baseline.json beside the configuration, or here].
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,

    /// Show known findings too.
    #[arg(long, conflicts_with = "baseline")]
    pub(crate) no_baseline: bool,
}

/// The least severity that counts as a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Errors only.
    Error,
    /// Warnings and errors.
    Warning,
    /// Everything.
    Info,
}

impl FailOn {
    /// True where a finding of this severity is a failure.
    pub(crate) fn covers(self, severity: Severity) -> bool {
        match severity {
            Severity::Error => true,
            Severity::Warning => self != Self::Error,
            _ => self == Self::Info,
        }
    }
}

/// Arguments of `rules`.
#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// Language of the titles [default: from the environment, else zh].
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,

    /// Print them as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `rule`.
#[derive(Debug, Args)]
pub(crate) struct RuleArgs {
    /// Code (RM401) or name (parts-do-not-add-up).
    pub(crate) rule: String,

    /// Language of title and help [default: from the environment, else zh].
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
}

/// What can be done with the list of known findings.
#[derive(Debug, Subcommand)]
pub(crate) enum BaselineCommand {
    /// Write all findings of these reports into the list: `check` then shows new ones only.
    Write(BaselineArgs),
    /// Take from the list what is found no more; adds nothing.
    Prune(BaselineArgs),
}

/// Arguments of `baseline`.
#[derive(Debug, Args)]
pub(crate) struct BaselineArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,

    /// Why the findings are known; written beside each new one.
    #[arg(long, value_name = "WORDS")]
    pub(crate) reason: Option<String>,

    /// Language of messages [default: from the environment, else zh].
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
}
