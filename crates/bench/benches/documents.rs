//! Speed of taking text out of documents, beside other tools on the same files.
//!
//! `cargo bench -p report-model-bench --bench documents` prints one table. The files are the golden reports as web pages
//! and Word files, each with the table of the 50 items.

#[path = "../../report-ingest/tests/common/mod.rs"]
mod common;

use report_ingest::{Options, parse_document, read};
use report_model_bench::{shortest, texts};
use std::hint::black_box;
use std::io::{self, Write};
use std::time::Duration;

/// Files of one format.
struct Files {
    name: &'static str,
    list: Vec<Vec<u8>>,
}

/// A tool and what it does with a file.
type Tool<'t> = (&'t str, &'t dyn Fn(&[u8]));

fn main() -> io::Result<()> {
    let out = &mut io::stdout().lock();
    writeln!(
        out,
        "{:6} {:34} {:>9} {:>10} {:>12}",
        "files", "the same files", "MB/s", "ms a file", "time : ours"
    )?;
    for files in [pages(), words(), pdfs()] {
        let options = Options::default();
        let ours: [Tool<'_>; 2] = [
            ("report-ingest read", &|file| drop(black_box(read(file, &options)))),
            ("report-ingest read, parse", &|file| drop(black_box(parse_document(file, &options)))),
        ];
        let others: &[Tool<'_>] = match files.name {
            "HTML" => &[("html2text", &|file| drop(black_box(html2text::from_read(file, 100))))],
            "DOCX" => &[
                ("undoc text", &|file| {
                    drop(black_box(undoc::parse_bytes(file).map(|document| document.plain_text())));
                }),
                ("docx-rs read_docx", &|file| drop(black_box(docx_rs::read_docx(file)))),
            ],
            _ => &[],
        };
        table(out, &files, &[&ours[..], others].concat())?;
    }
    Ok(())
}

fn table(out: &mut impl Write, files: &Files, tools: &[Tool<'_>]) -> io::Result<()> {
    let bytes: usize = files.list.iter().map(Vec::len).sum();
    let mut first = Duration::ZERO;
    for (name, work) in tools {
        let time = shortest(3, || files.list.iter().for_each(|file| work(file)));
        if first.is_zero() {
            first = time;
        }
        let speed = bytes as f64 / 1e6 / time.as_secs_f64();
        let each = time.as_secs_f64() * 1e3 / files.list.len() as f64;
        let ratio = time.as_secs_f64() / first.as_secs_f64();
        writeln!(out, "{:6} {name:34} {speed:9.1} {each:10.3} {ratio:12.2}", files.name)?;
    }
    writeln!(out)
}

fn goldens() -> Vec<String> {
    texts::goldens().into_iter().map(|golden| golden.text).filter(|text| text.len() > 600).collect()
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn pages() -> Files {
    let mut list: Vec<Vec<u8>> = Vec::new();
    for text in goldens() {
        for skeleton in common::page::SKELETONS {
            list.push(skeleton(None, &lines(&text)).replace("CHARSET", "utf-8").into_bytes());
        }
    }
    list.push(common::html("三、清单事项公开情况表", &common::by_the_book()).into_bytes());
    Files { name: "HTML", list }
}

fn words() -> Files {
    let mut list: Vec<Vec<u8>> = goldens().iter().map(|text| common::word::report(&lines(text)).0).collect();
    list.push(common::word::with_table("三、清单事项公开情况表", &common::by_the_book()));
    Files { name: "DOCX", list }
}

fn pdfs() -> Files {
    let list =
        goldens().iter().map(|text| common::pdf::report(&lines(text), common::pdf::Font::Embedded)).collect();
    Files { name: "PDF", list }
}
