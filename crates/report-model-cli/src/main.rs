//! The command `report-model`: reads annual information-disclosure reports and shows or prints what they state.
//!
//! One way for the data: arguments → list of inputs → parsed in parallel, kept in order → one of the outputs. The
//! reading itself is the library's; nothing here knows how a value is found.

mod args;
mod check;
mod diff;
mod error;
mod inputs;
mod lang;
mod output;
mod progress;
mod reuse;
mod run;
mod schema;
mod series;
mod sources;
mod stats;
mod table;
mod text;

use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use std::io::{self, Write};
use std::process::ExitCode;

/// Exit code where something could not be read, and for wrong arguments (clap's own).
const UNREADABLE: u8 = 2;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Parse(args) => run::parse(&args),
        Command::Check(args) => return finish(check::run(&args)),
        Command::Rules(args) => print(check::rules::list(&args).as_bytes()),
        Command::Rule(args) => return finish(check::rules::explain(&args)),
        Command::Baseline(command) => return finish(check::baseline_command(&command)),
        Command::Diff(args) => diff::run(&args),
        Command::Series(args) => series::run(&args),
        Command::Reuse(args) => reuse::run(&args),
        Command::Text(args) => text::run(&args),
        Command::Table(args) => table::run(&args),
        Command::Stats(args) => stats::run(&args),
        Command::Schema => print(&schema::render()),
        Command::Completions { shell } => print(&completions(shell)),
    };
    finish(done.map(|all| if all { 0 } else { UNREADABLE }))
}

/// The exit code, whatever happened.
fn finish(done: io::Result<u8>) -> ExitCode {
    match done {
        Ok(code) => ExitCode::from(code),
        // The reader of a pipe has seen enough (`| head`): nothing is wrong.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            error::say(&format!("report-model: {error}"));
            ExitCode::from(UNREADABLE)
        }
    }
}

fn print(bytes: &[u8]) -> io::Result<bool> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(true)
}

fn completions(shell: clap_complete::Shell) -> Vec<u8> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "report-model", &mut out);
    out
}
