//! Developer commands: `cargo xtask test|schema|golden|rules|score|tables|corpus|wasm|python`. Run without arguments for help.

mod corpus;
mod golden;
mod node;
mod planted;
mod python;
mod rules;
mod schema;
mod score;
mod tables;
mod test;
mod wasm;
mod web;
mod workspace;

use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  test [STEP...]             all checks, or those named; `test --list` names them
  schema [--check]           write docs/report.schema.json, or say where it is stale
  golden --bless | --check   write or compare tests/golden/<case>/expected.json and tests/rules/<code>/expected.txt
  rules [--check | --judge]  write docs/rules; say where it is stale or a finding is not judged; list what to judge
  score [--min]              accuracy on the annotated reports; with --min, fail below the floors
  tables [--check]           write docs/data-dictionary.md, or say where it is stale
  corpus FOLDER [N [SEED]]   make N reports (3000) out of the golden texts: other names, years, figures and layouts
  planted FOLDER [N [SEED]]  make N reports (2000) with passages copied between them, and a table of where they stand
  wasm [MODULE...]           build the WebAssembly modules into web/wasm and print their sizes
  web [serve | --build | --picture]
                             build modules, package and page and serve it; only build web/site; take the README's picture
  python                     build the wheel, install it beside the target, check its types, run its tests";

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
        ["rules"] => rules::write_docs(),
        ["rules", "--judge"] => rules::judge(),
        ["rules", "--check"] => rules::check(),
        ["score"] => score::run(false),
        ["score", "--min"] => score::run(true),
        ["tables"] => tables::write(),
        ["tables", "--check"] => tables::check(),
        // What looks like an option is none: once it became a folder of that name.
        ["corpus", folder, ref rest @ ..] if !folder.starts_with('-') => corpus::write(folder, rest),
        ["planted", folder, ref rest @ ..] if !folder.starts_with('-') => planted::write(folder, rest),
        ["wasm", ref names @ ..] => wasm::build_some(names),
        ["web"] | ["web", "serve"] => web::serve(),
        ["web", "--build"] => web::build(),
        ["web", "--picture"] => web::picture(),
        ["python"] => python::test(),
        ["test", "--list"] => {
            test::list();
            Ok(())
        }
        ["test", ref steps @ ..] => test::run(steps),
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
