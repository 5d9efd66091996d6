//! Developer commands: `cargo xtask schema|golden|score`. Run without arguments for help.

mod golden;
mod schema;
mod score;
mod workspace;

use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  schema [--check]           write schemas/report.schema.json, or say where it is stale
  golden --bless | --check   write or compare tests/golden/<case>/expected.json
  score [--min]              accuracy on the annotated reports; with --min, fail below the floors";

/// What a command says at its end: done, or why not.
type Done = Result<(), String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args[..] {
        ["schema"] => schema::write(),
        ["schema", "--check"] => schema::check(),
        ["golden", "--bless"] => golden::bless(),
        ["golden", "--check"] => golden::check(),
        ["score"] => score::run(false),
        ["score", "--min"] => score::run(true),
        _ => Err(HELP.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
