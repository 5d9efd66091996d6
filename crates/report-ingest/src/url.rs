//! Where a link leads, seen from the page it stands on.

/// The address behind a reference; `None` where it leads nowhere outside (an anchor, a script).
///
/// Without a base, a relative reference stays as it is: better half an address than an invented one.
pub(crate) fn resolve(base: Option<&str>, reference: &str) -> Option<String> {
    let reference: String = reference
        .trim()
        .chars()
        .filter(|c| !matches!(c, '\n' | '\r' | '\t'))
        .map(|c| if c == '\\' { '/' } else { c })
        .collect();
    if reference.is_empty() || reference.starts_with('#') {
        return None;
    }
    if let Some(scheme) = scheme(&reference) {
        let followed = matches!(&*scheme, "http" | "https" | "ftp");
        return followed.then(|| reference.clone());
    }
    let Some((root, path)) = base.and_then(split) else { return Some(reference) };
    if let Some(host) = reference.strip_prefix("//") {
        let scheme = root.split("//").next().unwrap_or("http:");
        return Some(format!("{scheme}//{host}"));
    }
    let (reference_path, tail) = reference.split_at(reference.find(['?', '#']).unwrap_or(reference.len()));
    let joined = if reference_path.starts_with('/') {
        reference_path.to_owned()
    } else if reference_path.is_empty() {
        path.to_owned()
    } else {
        format!("{}{reference_path}", &path[..=path.rfind('/').unwrap_or(0)])
    };
    Some(format!("{root}{}{tail}", without_dots(&joined)))
}

/// The scheme, in lower case, of what has one.
fn scheme(reference: &str) -> Option<String> {
    let (name, _) = reference.split_once(':')?;
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    // www.a.edu.cn:8080/x has a port, not a scheme.
    (named && !name.contains('.')).then(|| name.to_ascii_lowercase())
}

/// Scheme and host, and the path from its first slash.
fn split(base: &str) -> Option<(&str, &str)> {
    let at = base.find("://")? + 3;
    let end = base[at..].find(['/', '?', '#']).map_or(base.len(), |i| at + i);
    let path = &base[end..];
    let path = &path[..path.find(['?', '#']).unwrap_or(path.len())];
    Some((&base[..end], if path.is_empty() { "/" } else { path }))
}

fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    for (i, part) in segments.iter().enumerate() {
        match *part {
            ".." => drop(parts.pop()),
            "." => {}
            _ => {
                parts.push(part);
                continue;
            }
        }
        if i + 1 == segments.len() {
            parts.push("");
        }
    }
    format!("/{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[track_caller]
    fn check(reference: &str, expect: Option<&str>) {
        let base = Some("https://xxgk.qyh.edu.cn/info/1012/3.htm?x=1");
        assert_eq!(resolve(base, reference).as_deref(), expect, "{reference}");
    }

    #[test]
    fn references() {
        check("http://a.edu.cn/b", Some("http://a.edu.cn/b"));
        check("//a.edu.cn/b", Some("https://a.edu.cn/b"));
        check("/c/d.htm#e", Some("https://xxgk.qyh.edu.cn/c/d.htm#e"));
        check("../1013/4.htm", Some("https://xxgk.qyh.edu.cn/info/1013/4.htm"));
        check("5.htm?y=2", Some("https://xxgk.qyh.edu.cn/info/1012/5.htm?y=2"));
        check("../../../..", Some("https://xxgk.qyh.edu.cn/"));
        check("?z", Some("https://xxgk.qyh.edu.cn/info/1012/3.htm?z"));
        for nowhere in ["#top", "javascript:void(0)", "mailto:a@b.cn", " "] {
            check(nowhere, None);
        }
        assert_eq!(resolve(None, "x/y.htm").as_deref(), Some("x/y.htm"));
        assert_eq!(resolve(Some("https://a.cn"), "x").as_deref(), Some("https://a.cn/x"));
    }
}
