use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::tables::Name;

rule! {
    /// ## What it does
    ///
    /// Finds web addresses that cannot lead anywhere by their form: no host, a host of the inner network, a file of one
    /// computer, two schemes in a row, an example. No address is ever opened.
    ///
    /// ## Why it matters
    ///
    /// The links of the checklist are the proof that an item was published.
    ///
    /// ## Example
    ///
    /// > http://192.168.10.5/xxgk/  http://http://www.qyh.edu.cn/  file:///D:/公开/清单.doc
    ///
    /// ## How to mend
    ///
    /// Give the address as the public sees it.
    ///
    /// ## Source
    ///
    /// RFC 3986 (form), RFC 1918 (inner networks).
    "RM702" "link-dead" Warning
    "链接无法访问" "a link that cannot work"
    "改为公众可以访问的地址。"
    "Give the address as the public sees it."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for link in &case.report.links {
        let Some(why) = dead(&link.url) else {
            notes.holds();
            continue;
        };
        let at = case.view.range(link.span);
        notes.fails(Finding::new(
            at,
            format!("链接无法访问：{}", link.url),
            format!("{}: {}", why, link.url),
        ));
    }
    for hit in case.hits.words(0..case.view.text.len(), Name::DeadLink) {
        notes.fails(Finding::new(hit.start..hit.end, "链接无法访问", "the link leads nowhere"));
    }
}

/// Why an address cannot work.
fn dead(url: &str) -> Option<&'static str> {
    let lower = url.to_ascii_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if rest.starts_with("http:") || rest.starts_with("https:") {
        return Some("two schemes in a row");
    }
    let numbers: Vec<u8> = host.split('.').map_while(|n| n.parse().ok()).collect();
    match numbers[..] {
        [10 | 127, _, _, _] | [192, 168, _, _] | [172, 16..=31, _, _] => {
            return Some("an address of an inner network");
        }
        _ => {}
    }
    if host == "localhost" {
        return Some("an address of one computer");
    }
    if host.is_empty() || !host.contains('.') {
        return Some("an address without a host");
    }
    if ["example.com", "example.org", "xxx.com", "xxx.edu.cn"].iter().any(|end| host.ends_with(end)) {
        return Some("an example, not an address");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::dead;

    #[test]
    fn forms() {
        for url in ["http://192.168.1.8/a", "http://http://www.a.edu.cn", "http:///x", "http://localhost:80/", "http://xxgk/"] {
            assert!(dead(url).is_some(), "{url}");
        }
        for url in ["http://xxgk.qyh.edu.cn/", "www.qyh.edu.cn", "https://10.edu.cn/1", "qyh.edu.cn/xxgk"] {
            assert!(dead(url).is_none(), "{url}");
        }
    }
}
