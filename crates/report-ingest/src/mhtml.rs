//! Web pages saved with their parts in one file (MHTML): the first HTML part is the page.

use crate::document::Document;
use crate::error::IngestError;
use crate::format::{Format, find};
use crate::read::Options;

/// Reads the page inside.
pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, IngestError> {
    let part = page(bytes).ok_or_else(|| IngestError::broken(Format::Mhtml, "no HTML part"))?;
    let options = Options {
        content_type: part.content_type.or_else(|| options.content_type.clone()),
        url: part.location.or_else(|| options.url.clone()),
        ..options.clone()
    };
    let mut document = crate::html::read(&part.bytes, &options)?;
    document.format = Format::Mhtml;
    Ok(document)
}

struct Part {
    content_type: Option<String>,
    location: Option<String>,
    bytes: Vec<u8>,
}

/// The first part that is HTML. Parts are tried in the order of the boundary lines; the outer headers come first.
fn page(bytes: &[u8]) -> Option<Part> {
    let (head, _) = headers(bytes);
    let kind = value(&head, "content-type")?;
    let at = kind.to_ascii_lowercase().find("boundary=")? + "boundary=".len();
    let name = kind[at..].trim_start_matches('"');
    let name = &name[..name.find(['"', ';']).unwrap_or(name.len())];
    let mark = format!("--{}", name.trim());
    let mut rest = bytes;
    while let Some(at) = find(rest, mark.as_bytes()) {
        let part = &rest[at + mark.len()..];
        let part = &part[part.iter().position(|&b| b == b'\n')? + 1..];
        let end = find(part, mark.as_bytes()).unwrap_or(part.len());
        let (head, body) = headers(&part[..end]);
        let kind = value(&head, "content-type");
        if kind.as_ref().is_some_and(|kind| kind.to_ascii_lowercase().starts_with("text/html")) {
            let transfer = value(&head, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
            let bytes = match transfer.as_str() {
                "quoted-printable" => quoted_printable(body),
                "base64" => base64(body),
                _ => body.to_vec(),
            };
            return Some(Part { content_type: kind, location: value(&head, "content-location"), bytes });
        }
        rest = &part[end..];
    }
    None
}

/// Header lines, continued ones joined, and what follows the blank line.
fn headers(bytes: &[u8]) -> (Vec<String>, &[u8]) {
    let mut list: Vec<String> = Vec::new();
    let mut rest = bytes;
    while let Some(end) = rest.iter().position(|&b| b == b'\n') {
        let line = String::from_utf8_lossy(&rest[..end]);
        let line = line.trim_end_matches('\r');
        rest = &rest[end + 1..];
        if line.is_empty() {
            break;
        }
        match list.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(line),
            _ => list.push(line.to_owned()),
        }
    }
    (list, rest)
}

fn value(headers: &[String], name: &str) -> Option<String> {
    headers.iter().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let hex = |b: u8| char::from(b).to_digit(16).map(|d| d as u8);
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'=', [b'\r', b'\n', behind @ ..] | [b'\n', behind @ ..]) => rest = behind,
            (b'=', [a, b, behind @ ..]) => match (hex(*a), hex(*b)) {
                (Some(a), Some(b)) => {
                    out.push(a << 4 | b);
                    rest = behind;
                }
                _ => out.push(b'='),
            },
            _ => out.push(*first),
        }
    }
    out
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0);
    for &b in bytes {
        let six = match b {
            b'A'..=b'Z' => b - b'A',
            b'a'..=b'z' => b - b'a' + 26,
            b'0'..=b'9' => b - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saved_pages() {
        for (transfer, body) in [
            ("quoted-printable", "<p>=E4=B8=80=E3=80=\r\n=81<a href=3D'x'>y</a></p>"),
            ("base64", "PHA+5LiA44CBPGEgaHJlZj0neCc+eTwvYT48L3A+"),
            ("8bit", "<p>一、<a href='x'>y</a></p>"),
        ] {
            let file = format!(
                "From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--q\"\r\n\r\n\
                 ----q\r\nContent-Type: image/png\r\n\r\nxx\r\n----q\r\nContent-Type: text/html; charset=utf-8\r\n\
                 Content-Location: http://a.edu.cn/b/c.htm\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n{body}\r\n----q--\r\n"
            );
            let document = crate::read(file.as_bytes(), &Options::default()).unwrap();
            assert_eq!(document.text, "一、y\n", "{transfer}");
            assert_eq!(document.links[0].url, "http://a.edu.cn/b/x");
            assert_eq!(document.format, Format::Mhtml);
        }
    }
}
