//! Speed of the parser: beside other tools on the same text, over sizes, and on texts made to hurt.
//!
//! `cargo bench -p report-model-bench` prints three tables. Ratios matter more than figures: they compare machines.
//! Behind `--`: `tools`, `sizes` or `hostile` for one table; `loop SECONDS` parses the corpus that long, for a profiler.

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use jieba_rs::Jieba;
use report_model::{AuditOptions, DocumentKind, Options, audit, parse};
use report_model_bench::texts::{self, HEAD, TAIL};
use report_model_bench::{corpus, document, shortest};
use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let out = &mut io::stdout().lock();
    let wanted = |table: &str| words.is_empty() || words.iter().any(|word| word == table);
    if let [word, seconds] = &words[..]
        && word == "loop"
    {
        repeat(seconds.parse().unwrap_or(10));
        return Ok(());
    }
    if wanted("tools") {
        tools(out)?;
    }
    if wanted("sizes") {
        sizes(out)?;
    }
    if wanted("hostile") {
        hostile(out)?;
    }
    Ok(())
}

/// Parses the corpus over and over.
fn repeat(seconds: u64) {
    let documents = corpus(2 << 20);
    let options = Options::default();
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(seconds) {
        for document in &documents {
            black_box(parse(document, &options));
        }
    }
}

fn megabytes_per_second(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

fn nanoseconds_per_byte(bytes: usize, time: Duration) -> f64 {
    time.as_nanos() as f64 / bytes as f64
}

/// The same documents through the parser and other tools.
fn tools(out: &mut impl Write) -> io::Result<()> {
    let documents = corpus(2 << 20);
    let bytes: usize = documents.iter().map(String::len).sum();
    let options = Options::default();
    let reading = Options::default().audit(None);
    let reports = documents.iter().filter(|d| parse(d, &options).report.kind == DocumentKind::AnnualReport);
    writeln!(
        out,
        "{} documents, {:.2} MB, {} of them read as reports\n",
        documents.len(),
        bytes as f64 / 1e6,
        reports.count()
    )?;
    let jieba = Jieba::new();
    let opencc = OpenCC::from_config(BuiltinConfig::T2s).map_err(io::Error::other)?;
    let mut rows: Vec<(&str, Duration)> = Vec::new();
    let mut run = |name, work: &dyn Fn(&str)| {
        rows.push((name, shortest(3, || documents.iter().for_each(|document| work(document)))));
    };
    run("report-model parse", &|text| {
        black_box(parse(text, &reading));
    });
    let read: Vec<_> = documents.iter().map(|document| parse(document, &reading).report).collect();
    let every = AuditOptions::default();
    rows.push((
        "report-model audit of what was parsed",
        shortest(3, || {
            for (report, text) in read.iter().zip(&documents) {
                black_box(audit(report, text, &every));
            }
        }),
    ));
    let mut run = |name, work: &dyn Fn(&str)| {
        rows.push((name, shortest(3, || documents.iter().for_each(|document| work(document)))));
    };
    run("report-model parse with audit", &|text| {
        black_box(parse(text, &options));
    });
    run("report-model parse, reencode, JSON", &|text| {
        let mut report = parse(text, &reading).report;
        report.reencode(text, report_model::OffsetEncoding::Utf16);
        black_box(serde_json::to_string(&report).map(|json| json.len()).unwrap_or_default());
    });
    run("jieba cut", &|text| {
        black_box(jieba.cut(text, true));
    });
    run("jieba cut, no HMM", &|text| {
        black_box(jieba.cut(text, false));
    });
    run("OpenCC t2s", &|text| {
        black_box(opencc.convert(text));
    });
    run("UTF-8 check", &|text| {
        black_box(std::str::from_utf8(black_box(text.as_bytes())).is_ok());
    });
    run("char by char", &|text| {
        black_box(text.chars().map(u32::from).fold(0u32, u32::wrapping_add));
    });
    let parse_time = rows[0].1;
    writeln!(out, "{:36} {:>9} {:>8} {:>14}", "the same text", "MB/s", "ns/byte", "time : parse's")?;
    for (name, time) in rows {
        let ratio = time.as_secs_f64() / parse_time.as_secs_f64();
        let (speed, cost) = (megabytes_per_second(bytes, time), nanoseconds_per_byte(bytes, time));
        writeln!(out, "{name:36} {speed:9.1} {cost:8.2} {ratio:14.2}")?;
    }
    writeln!(out)
}

/// One document of each size: time a byte must not grow.
fn sizes(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{:>10} {:>9} {:>8} {:>9} {:>12}", "one text", "MB/s", "ns/byte", "measures", ": 40 KB")?;
    let mut at_40k = 0.0;
    let mut base = 0.0;
    for kilobytes in [40, 4, 400, 4000] {
        let text = document(kilobytes * 1000);
        let options = Options::default();
        let report = parse(&text, &options).report;
        assert_eq!(report.kind, DocumentKind::AnnualReport, "{kilobytes} KB");
        let time = shortest(3, || {
            black_box(parse(&text, &options));
        });
        let cost = nanoseconds_per_byte(text.len(), time);
        if kilobytes == 40 {
            base = cost;
        }
        at_40k = cost / base;
        writeln!(
            out,
            "{:>7} KB {:9.1} {cost:8.2} {:9} {at_40k:12.2}",
            kilobytes,
            megabytes_per_second(text.len(), time),
            report.measures.len()
        )?;
    }
    writeln!(out, "\nper byte 4 MB : 40 KB = {at_40k:.2}\n")
}

/// Texts made to hurt, alone and as the body of a report, beside clean text of the same size.
fn hostile(out: &mut impl Write) -> io::Result<()> {
    let clean = texts::clean(1_000_000);
    let options = Options::default();
    let cost = |text: &str| {
        // Slow ones run once.
        let start = Instant::now();
        black_box(parse(text, &options));
        let once = start.elapsed();
        let time = if once < Duration::from_millis(200) {
            shortest(3, || {
                black_box(parse(text, &options));
            })
        } else {
            once
        };
        nanoseconds_per_byte(text.len(), time)
    };
    let base = cost(&clean);
    writeln!(
        out,
        "{:26} {:>9} {:>8} {:>8} {:>9} {:>8}",
        "texts made to hurt", "bytes", "ns/byte", ": clean", "in report", ": clean"
    )?;
    writeln!(out, "{:26} {:9} {base:8.2}", "clean", clean.len())?;
    let mut worst = (0.0, "");
    for (name, text) in texts::hostile(1.0) {
        let alone = cost(&text);
        let inside = cost(&format!("{HEAD}{text}{TAIL}"));
        let ratio = alone.max(inside) / base;
        if ratio > worst.0 {
            worst = (ratio, name);
        }
        writeln!(
            out,
            "{name:26} {:9} {alone:8.2} {:8.2} {inside:9.2} {:8.2}",
            text.len(),
            alone / base,
            inside / base
        )?;
        out.flush()?;
    }
    writeln!(out, "\nworst hostile : clean = {:.1} ({})", worst.0, worst.1)
}
