//! A page, and the same as the body of an article below a report's head.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    common::check(&[b"<p>", bytes].concat());
    let head = "<h1>棠溪大学2021-2022学年信息公开工作年度报告</h1><p>一、概述</p><div id=vsb_content><p>二、主动公开情况</p>";
    common::check(&[head.as_bytes(), bytes].concat());
});
