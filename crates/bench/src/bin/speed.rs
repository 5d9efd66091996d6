//! `speed FILE`: how long a report takes, in milliseconds: the fastest of two seconds of parses, JSON and all. `web/test/speed.mjs` is its
//! counterpart in JavaScript.

use report_model::{OffsetEncoding, Options, parse};
use std::io::Write as _;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a text file")?;
    let text = std::fs::read_to_string(path)?;
    let mut times = Vec::new();
    let end = Instant::now() + Duration::from_secs(2);
    while Instant::now() < end {
        let start = Instant::now();
        let mut report = parse(&text, &Options::default()).report;
        report.reencode(&text, OffsetEncoding::Utf16);
        std::hint::black_box(serde_json::to_string(&report)?);
        times.push(start.elapsed());
    }
    let fastest = times.iter().min().ok_or("too slow")?;
    writeln!(std::io::stdout(), "{:.3}", fastest.as_secs_f64() * 1000.0)?;
    Ok(())
}
