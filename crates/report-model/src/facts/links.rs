//! Web addresses.

use super::claims::Claims;
use crate::model::Link;
use crate::reading::View;
use once_cell::sync::Lazy;
use regex::Regex;
use std::collections::HashSet;

/// With scheme, with www., or a bare host that ends in a usual top-level domain. E-mail addresses are sorted out below.
static ADDRESS: Lazy<Regex> = Lazy::new(|| {
    let path = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'*+=%|]*";
    let host = r"(?:[A-Za-z0-9\-]+\.)+(?:edu\.cn|gov\.cn|com\.cn|org\.cn|net\.cn|ac\.cn|cn|com|net|org|edu|gov|info|top|vip|io)";
    let pattern = format!(r"https?://[A-Za-z0-9*]{path}|www\.[A-Za-z0-9\-]{path}|{host}(?::[0-9]+)?(?:/{path})?");
    Regex::new(&pattern).unwrap_or_else(|_| unreachable!("the pattern is a constant; tests compile it"))
});

/// Distinct addresses in order; claims the words of every mention.
pub(crate) fn find(view: &View<'_>, claims: &mut Claims) -> Vec<Link> {
    let text = &*view.text;
    let mut list = Vec::new();
    let mut seen = HashSet::new();
    for found in ADDRESS.find_iter(text) {
        let before = text[..found.start()].chars().next_back();
        if matches!(before, Some('@' | '.' | '*' | '-')) || found.as_str().contains('@') && !found.as_str().contains("//") {
            continue;
        }
        if before.is_some_and(|c| c.is_ascii_alphanumeric()) && !found.as_str().starts_with("http") {
            continue;
        }
        let url = found.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '[', ']', '|', '*']);
        if text[found.start() + url.len()..].starts_with('@') {
            continue;
        }
        let range = found.start()..found.start() + url.len();
        claims.add(range.clone());
        if seen.insert(url.trim_end_matches('/').to_owned()) {
            list.push(Link { url: view.printed(range.clone()), span: view.span(range) });
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let view = View::new("网址:http://xxgk.qzc.edu.cn/。见xxgk.lsetu.edu.cn)或www.cyqhxy.edu.cn/ygxy,邮箱xxgk@qxlnu.edu.cn;http://xxgk.qzc.edu.cn");
        let list: Vec<_> = find(&view, &mut Claims::default()).into_iter().map(|l| l.url).collect();
        assert_eq!(list, ["http://xxgk.qzc.edu.cn/", "xxgk.lsetu.edu.cn", "www.cyqhxy.edu.cn/ygxy"]);
    }
}
