//! Bombs are refused at once and without memory. A process of its own, so that its peak can be looked at.

mod common;

use common::bomb;
use report_ingest::{Options, read};
use std::time::{Duration, Instant};

/// Peak memory of this process, in bytes; nothing where the system does not tell.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes << 10)
}

#[test]
fn ten_megabytes_that_unpack_to_ten_gigabytes() {
    let packed = bomb::deflated_zeros(10 << 10);
    assert!((9 << 20..12 << 20).contains(&packed.len()), "{}", packed.len());
    let before = peak();
    for (name, file) in [
        ("claims all", bomb::office("word/document.xml", &packed, u32::MAX - 1)),
        ("claims little", bomb::office("word/document.xml", &packed, 1000)),
        ("claims the limit", bomb::office("word/document.xml", &packed, 64 << 20)),
        ("PDF", bomb::pdf(&packed)),
    ] {
        let begun = Instant::now();
        let error = read(&file, &Options::default()).unwrap_err();
        let took = begun.elapsed();
        assert_eq!(error.kind(), "bomb", "{name}: {error}");
        assert!(took < Duration::from_secs(1), "{name}: {took:?}");
    }
    if let (Some(before), Some(after)) = (before, peak()) {
        assert!(after - before < 200 << 20, "{} MiB", (after - before) >> 20);
    }
}
