//! The files that people have: texts in several encodings, wrapped ones, pages.

use encoding_rs::GB18030;
use fastrand::Rng;

/// How a report is written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Text in UTF-8.
    Plain,
    /// Text in GB18030.
    Gb18030,
    /// Text with CR LF and a byte order mark.
    Windows,
    /// Text with lines broken at 40 characters, as copied from a PDF.
    Wrapped,
    /// A web page in UTF-8.
    Page,
    /// A web page in GBK.
    OldPage,
}

impl Layout {
    /// Texts more often than pages.
    pub(crate) fn any(rng: &mut Rng) -> Self {
        match rng.u8(..10) {
            0..=4 => Self::Plain,
            5 => Self::Gb18030,
            6 => Self::Windows,
            7 => Self::Wrapped,
            8 => Self::Page,
            _ => Self::OldPage,
        }
    }

    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Page | Self::OldPage => "html",
            _ => "txt",
        }
    }

    pub(crate) fn lay_out(self, text: &str, rng: &mut Rng) -> Vec<u8> {
        match self {
            Self::Plain => text.as_bytes().to_vec(),
            Self::Gb18030 => GB18030.encode(text).0.into_owned(),
            Self::Windows => format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes(),
            Self::Wrapped => wrapped(text).into_bytes(),
            Self::Page => page(text, "utf-8", rng).into_bytes(),
            Self::OldPage => GB18030.encode(&page(text, "gbk", rng)).0.into_owned(),
        }
    }
}

fn wrapped(text: &str) -> String {
    const COLUMNS: usize = 40;
    let mut out = String::with_capacity(text.len() + text.len() / 90);
    for line in text.lines() {
        for (i, c) in line.chars().enumerate() {
            if i > 0 && i % COLUMNS == 0 {
                out.push('\n');
            }
            out.push(c);
        }
        out.push('\n');
    }
    out
}

fn page(text: &str, charset: &str, rng: &mut Rng) -> String {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let title = escape(lines.next().unwrap_or_default().trim_start_matches('\u{feff}'));
    let (class, views) =
        (["v_news_content", "wp_articlecontent", "content"][rng.usize(..3)], rng.u32(50..5000));
    let mut out = format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"{charset}\"><title>{title}</title></head><body>\n\
         <ul class=\"nav\"><li><a href=\"/\">首页</a></li><li><a href=\"/xxgk\">信息公开</a></li></ul>\n\
         <h1>{title}</h1>\n<p class=\"meta\">浏览次数：{views}</p>\n<div class=\"{class}\">\n"
    );
    for line in lines {
        out.push_str("<p>");
        out.push_str(&escape(line));
        out.push_str("</p>\n");
    }
    out.push_str("</div>\n<div class=\"footer\">版权所有</div></body></html>\n");
    out
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
