//! What tables cost: the whole run over a corpus (read, parse, audit, all tables to Parquet) beside the parse alone, and
//! the table of measures beside pandas, which builds it from the parser's JSON.
//!
//! `cargo bench -p report-model-bench --bench tables [-- REPORTS]`. Everything on one thread, so that ratios are of work.
//! pandas is asked for as `python3 -c "import pandas"`; where it is absent the line says so.

use report_corpus::{Form, Inputs, Read, Reader, Record, TableFiles, TableFormat, Workers};
use report_model::OffsetEncoding;
use report_model_bench::shortest;
use report_samples::Maker;
use report_tables::write::{Parquet, WriteError, Writer};
use report_tables::{Entry, Table, TableOptions};
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The table of measures as a person builds it with pandas: one JSON document a line, one row a measure.
const PANDAS: &str = "
import json, sys, time
import pandas as pd
began = time.perf_counter()
rows = []
with open(sys.argv[1], encoding='utf-8') as lines:
    for line in lines:
        report = json.loads(line)
        for index, measure in enumerate(report['measures']):
            start, end = measure['span']
            rows.append({'report_id': report['source'], 'measure': index, 'value': measure['value'], 'unit': measure['unit'],
                         'bound': measure['bound'], 'kind': measure['kind'], 'channel': measure['channel'],
                         'subject': measure['subject'], 'refers_to': measure['refers_to'], 'part_of': measure['part_of'],
                         'share_of': measure['share_of'], 'start': start, 'end': end})
frame = pd.DataFrame(rows)
print(time.perf_counter() - began, len(frame))
";

/// Times each is measured; the shortest counts.
const ROUNDS: usize = 6;

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let reports = words.first().and_then(|word| word.parse().ok()).unwrap_or(1000);
    let scratch = std::env::temp_dir().join(format!("report-model-bench-{}", std::process::id()));
    let done = measure(reports, &scratch);
    fs::remove_dir_all(&scratch)?;
    done
}

fn measure(reports: usize, scratch: &Path) -> io::Result<()> {
    let corpus = scratch.join("corpus");
    fs::create_dir_all(&corpus)?;
    let maker = Maker::new(1);
    let mut bytes = 0;
    for n in 0..reports {
        let sample = maker.sample(n);
        bytes += sample.bytes.len();
        fs::write(corpus.join(sample.name), sample.bytes)?;
    }
    let out = &mut io::stdout().lock();
    writeln!(out, "{reports} files, {:.1} MB, one thread\n", bytes as f64 / 1e6)?;

    let alone = Reader { audit: None, ..Reader::default() };
    let whole = Reader::default();
    let mut failed = None;
    let [mut parse, mut audited, mut tables] = [Duration::MAX; 3];
    // By turns, so that whatever else the machine does falls on all.
    for _ in 0..ROUNDS {
        parse = parse.min(shortest(1, || {
            black_box(read_all(&corpus, &alone, |_| {}));
        }));
        audited = audited.min(shortest(1, || {
            black_box(read_all(&corpus, &whole, |_| {}));
        }));
        let once = || failed = failed.take().or(tabulate(&corpus, &whole, scratch).err());
        tables = tables.min(shortest(1, once));
    }
    if let Some(error) = failed {
        return Err(io::Error::other(error));
    }
    writeln!(out, "{:44} {:>8} {:>8} {:>14}", "files to", "s", "MB/s", "time : parse's")?;
    for (name, time) in [
        ("reports, parsed", parse),
        ("reports, parsed and audited", audited),
        ("all tables in Parquet, parsed and audited", tables),
    ] {
        row(out, name, time, parse, bytes)?;
    }
    pandas(out, &corpus, scratch)
}

fn row(out: &mut impl Write, name: &str, time: Duration, base: Duration, bytes: usize) -> io::Result<()> {
    let seconds = time.as_secs_f64();
    let ratio = seconds / base.as_secs_f64();
    writeln!(out, "{name:44} {seconds:8.2} {:8.1} {ratio:14.2}", bytes as f64 / 1e6 / seconds)
}

fn read_all(corpus: &Path, reader: &Reader, mut then: impl FnMut(&Read)) -> usize {
    let inputs = Inputs::of(&[corpus.to_owned()], None, "-").map(|inputs| inputs.list).unwrap_or_default();
    inputs.into_iter().filter_map(|input| reader.read(input).outcome.ok()).inspect(|read| then(read)).count()
}

/// The files of all tables, made as the command line and the Python package make them.
fn tabulate(corpus: &Path, reader: &Reader, folder: &Path) -> Result<u64, WriteError> {
    let inputs = Inputs::of(&[corpus.to_owned()], None, "-").map(|inputs| inputs.list).unwrap_or_default();
    let workers = Workers::new(1, inputs.len())?;
    let form = Form { format: TableFormat::Parquet, options: TableOptions::default(), bom: false };
    let mut files = TableFiles::in_folder(folder, Table::ALL, form)?;
    let work = |input| (Record::new(reader.read(input), None).0, ());
    report_corpus::tabulate(inputs, &workers, OffsetEncoding::Utf8, work, &mut files, |()| {})?;
    Ok(files.finish()?.iter().map(|table| table.rows).sum())
}

/// The table of measures from reports that are parsed already: here from memory, in pandas from JSON.
fn pandas(out: &mut impl Write, corpus: &Path, scratch: &Path) -> io::Result<()> {
    let mut reads: Vec<Read> = Vec::new();
    read_all(corpus, &Reader::default(), |read| reads.push(read.clone()));
    let lines: PathBuf = scratch.join("reports.jsonl");
    let mut file = BufWriter::new(File::create(&lines)?);
    for read in &reads {
        serde_json::to_writer(&mut file, &read.report)?;
        file.write_all(b"\n")?;
    }
    file.flush()?;
    let mut rows = 0;
    let ours = shortest(2, || {
        let mut writer = Parquet::new(io::sink(), Table::Measures, TableOptions::default()).ok();
        if let Some(writer) = &mut writer {
            for read in &reads {
                let _ = writer.entry(&Entry::read(&read.report, &read.text));
            }
            rows = writer.finish().unwrap_or(0);
        }
    });
    writeln!(out, "\n{:44} {:>8} {:>8}", "the table of measures, of parsed reports", "s", "rows")?;
    writeln!(out, "{:44} {:8.2} {rows:8}", "report-tables, with sentences, to Parquet", ours.as_secs_f64())?;
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let run = Command::new(python).args(["-c", PANDAS]).arg(&lines).output();
    let said = run
        .ok()
        .filter(|run| run.status.success())
        .map(|run| String::from_utf8_lossy(&run.stdout).into_owned());
    let told = said.as_deref().and_then(|said| said.trim().split_once(' '));
    match told.and_then(|(time, rows)| Some((time.parse::<f64>().ok()?, rows))) {
        Some((time, rows)) => {
            let ratio = time / ours.as_secs_f64();
            writeln!(
                out,
                "{:44} {time:8.2} {rows:>8}   {ratio:.1} times as long",
                "pandas, from JSON lines, in memory"
            )
        }
        None => writeln!(out, "pandas: absent (python3 -m pip install pandas, or PYTHON=…)"),
    }
}
