//! Web addresses.

use super::claims::Claims;
use crate::model::Link;
use crate::reading::View;
use once_cell::sync::Lazy;
use regex::Regex;
use std::collections::HashSet;
use std::ops::Range;

/// With scheme, with www., or a bare host that ends in a usual top-level domain. E-mail addresses are sorted out below.
static ADDRESS: Lazy<Regex> = Lazy::new(|| {
    let path = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'*+=%|]*";
    let host = r"(?:[A-Za-z0-9\-]+\.)+(?:edu\.cn|gov\.cn|com\.cn|org\.cn|net\.cn|ac\.cn|cn|com|net|org|edu|gov|info|top|vip|io)";
    let pattern =
        format!(r"https?://[A-Za-z0-9*]{path}|www\.[A-Za-z0-9\-]{path}|{host}(?::[0-9]+)?(?:/{path})?");
    Regex::new(&pattern).unwrap_or_else(|_| unreachable!("the pattern is a constant; tests compile it"))
});

/// Distinct addresses in order; claims the words of every mention.
pub(crate) fn find(view: &View<'_>, claims: &mut Claims) -> Vec<Link> {
    let text = &*view.text;
    let mut list = Vec::new();
    let mut seen = HashSet::new();
    for run in runs(text) {
        for found in ADDRESS.find_iter(&text[run.clone()]) {
            let found = run.start + found.start()..run.start + found.end();
            address(view, found, claims, &mut seen, &mut list);
        }
    }
    list
}

/// Stretches of ASCII signs that hold a dot: the only places an address can stand.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let part = |b: u8| b.is_ascii_graphic();
    let mut at = 0;
    std::iter::from_fn(move || {
        let dot = at + bytes.get(at..)?.iter().position(|&b| b == b'.')?;
        let start = dot - bytes[at..dot].iter().rev().take_while(|&&b| part(b)).count();
        let end = dot + bytes[dot..].iter().take_while(|&&b| part(b)).count();
        at = end;
        Some(start..end)
    })
}

fn address(
    view: &View<'_>,
    found: Range<usize>,
    claims: &mut Claims,
    seen: &mut HashSet<String>,
    list: &mut Vec<Link>,
) {
    let text = &*view.text;
    let printed = &text[found.clone()];
    let before = text[..found.start].chars().next_back();
    if matches!(before, Some('@' | '.' | '*' | '-')) || printed.contains('@') && !printed.contains("//") {
        return;
    }
    if before.is_some_and(|c| c.is_ascii_alphanumeric()) && !printed.starts_with("http") {
        return;
    }
    let url = printed.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '[', ']', '|', '*']);
    if text[found.start + url.len()..].starts_with('@') {
        return;
    }
    let range = found.start..found.start + url.len();
    claims.add(range.clone());
    if seen.insert(url.trim_end_matches('/').to_owned()) {
        list.push(Link { url: view.printed(range.clone()), span: view.span(range) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let view = View::new(
            "网址:http://xxgk.qzc.edu.cn/。见xxgk.lsetu.edu.cn)或www.cyqhxy.edu.cn/ygxy,邮箱xxgk@qxlnu.edu.cn;http://xxgk.qzc.edu.cn",
        );
        let list: Vec<_> = find(&view, &mut Claims::default()).into_iter().map(|l| l.url).collect();
        assert_eq!(list, ["http://xxgk.qzc.edu.cn/", "xxgk.lsetu.edu.cn", "www.cyqhxy.edu.cn/ygxy"]);
    }
}
