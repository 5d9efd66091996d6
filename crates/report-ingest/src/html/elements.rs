//! What elements are, for reading.

use scraper::node::Element;

/// Words inside are not words of the page.
pub(super) fn is_silent(element: &Element) -> bool {
    matches!(
        element.name(),
        "script"
            | "style"
            | "noscript"
            | "template"
            | "head"
            | "title"
            | "select"
            | "textarea"
            | "button"
            | "iframe"
            | "object"
            | "svg"
            | "audio"
            | "video"
            | "canvas"
            | "map"
            | "datalist"
            | "math"
    ) || is_hidden(element)
}

/// Hidden by what the element says of itself.
fn is_hidden(element: &Element) -> bool {
    if element.attr("hidden").is_some() || element.name() == "input" {
        return true;
    }
    let Some(style) = element.attr("style") else { return false };
    let plain: String =
        style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    plain.split(';').any(|rule| {
        matches!(
            rule.trim_end_matches("!important"),
            "display:none"
                | "visibility:hidden"
                | "visibility:collapse"
                | "font-size:0"
                | "font-size:0px"
                | "font-size:0pt"
                | "opacity:0"
                | "mso-hide:all"
        )
    })
}

/// Begins and ends a line.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "nav"
            | "aside"
            | "form"
            | "fieldset"
            | "legend"
            | "blockquote"
            | "pre"
            | "hr"
            | "center"
            | "address"
            | "figure"
            | "figcaption"
            | "body"
            | "html"
            | "caption"
            | "details"
            | "summary"
            | "dir"
            | "menu"
            | "br"
    )
}

/// Level of a heading element.
pub(super) fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Furniture of a site by its element or by a word of its class or id.
pub(super) fn is_furniture(element: &Element) -> bool {
    if matches!(element.name(), "nav" | "header" | "footer" | "aside") {
        return true;
    }
    if !matches!(
        element.name(),
        "div" | "ul" | "ol" | "section" | "p" | "form" | "table" | "td" | "span" | "dl"
    ) {
        return false;
    }
    const WORDS: [&str; 26] = [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "mainmenu",
        "submenu",
        "breadcrumb",
        "breadcrumbs",
        "crumbs",
        "foot",
        "footer",
        "head",
        "header",
        "topbar",
        "sidebar",
        "sidenav",
        "copyright",
        "share",
        "bdshare",
        "search",
        "friendlink",
        "friendlinks",
        "pagination",
        "leftnav",
        "banner",
        "toolbar",
    ];
    let named = |value: &str| {
        value
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)))
    };
    element.id().is_some_and(named) || element.attr("class").is_some_and(named)
}

/// A part that university content management systems mark as the body of an article.
pub(super) fn is_article_body(element: &Element) -> bool {
    if !matches!(element.name(), "div" | "td" | "article" | "section" | "span" | "form") {
        return false;
    }
    let id = element.id().unwrap_or_default().to_ascii_lowercase();
    let by_id = id.starts_with("vsb_content")
        || matches!(
            id.as_str(),
            "zoom"
                | "article_content"
                | "articlecontent"
                | "article-content"
                | "news_content"
                | "newscontent"
                | "js_content"
                | "ucap-content"
                | "infocontent"
                | "zoomcon"
        );
    const CLASSES: [&str; 14] = [
        "v_news_content",
        "wp_articlecontent",
        "trs_editor",
        "trs_paper_preserve",
        "view_content",
        "article-content",
        "article_content",
        "articlecontent",
        "news_content",
        "newscontent",
        "content-detail",
        "detail-content",
        "entry-content",
        "rich_media_content",
    ];
    by_id || element.classes().any(|class| CLASSES.iter().any(|known| known.eq_ignore_ascii_case(class)))
}

/// Class or id words of titles and of the lines that say when, by whom and how often read.
pub(super) fn is_article_head(element: &Element) -> bool {
    const PARTS: [&str; 9] = ["title", "tit", "meta", "info", "date", "time", "attr", "source", "property"];
    let named = |value: &str| {
        value
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| PARTS.iter().any(|part| word.to_ascii_lowercase().contains(part)))
    };
    element.id().is_some_and(named) || element.attr("class").is_some_and(named)
}
