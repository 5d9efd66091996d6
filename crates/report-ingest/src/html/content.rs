//! Which part of the page holds the report.
//!
//! The body that a content management system marks goes first; else the deepest element that holds nearly all running
//! text. The title and the line of date, source and views stand before it, in the same column of the page.

use super::elements::{heading, is_article_body, is_article_head, is_furniture, is_silent};
use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node};
use std::collections::HashMap;

/// Share of the page's running text that the chosen element must hold, in percent.
const NEARLY_ALL: usize = 80;
/// Share that a marked body must hold to be believed, in percent.
const BELIEVED: usize = 25;
/// Longest head line, in bytes.
const HEAD_LINE: usize = 600;
/// How far up from the body its title is looked for.
const UP: usize = 8;

/// Running text of an element, in bytes: all, and that inside links.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    all: usize,
    linked: usize,
}

impl Weight {
    const fn running(self) -> usize {
        self.all.saturating_sub(self.linked)
    }

    /// More links than words: a menu, not a text.
    const fn is_menu(self) -> bool {
        self.linked * 10 > self.all * 7
    }
}

/// The parts of the page to read, in order: lines of the head, then the body.
pub(super) fn roots(page: &Html) -> Vec<NodeRef<'_, Node>> {
    let root = page.tree.root();
    let weights = weigh(root);
    let whole = weights.get(&root.id()).copied().unwrap_or_default();
    let body = marked(root, &weights, whole).unwrap_or_else(|| densest(root, &weights, whole));
    let mut roots = heads(body, &weights);
    roots.push(body);
    roots
}

/// Weighs every element, in one walk. Menus, scripts and what is hidden weigh nothing.
fn weigh(root: NodeRef<'_, Node>) -> HashMap<NodeId, Weight> {
    let mut weights = HashMap::new();
    let mut open = vec![Weight::default()];
    let mut links = 0u32;
    let mut silent: Option<NodeId> = None;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if silent.is_none() => {
                    let count = text.split_whitespace().map(str::len).sum::<usize>();
                    if let Some(top) = open.last_mut() {
                        top.all += count;
                        top.linked += if links > 0 { count } else { 0 };
                    }
                }
                Node::Element(element) => {
                    if silent.is_none() && (is_silent(element) || matches!(element.name(), "nav" | "footer"))
                    {
                        silent = Some(node.id());
                    }
                    links += u32::from(element.name() == "a");
                    open.push(Weight::default());
                }
                _ => {}
            },
            Edge::Close(node) => {
                let Node::Element(element) = node.value() else { continue };
                links = links.saturating_sub(u32::from(element.name() == "a"));
                if silent == Some(node.id()) {
                    silent = None;
                }
                let weight = open.pop().unwrap_or_default();
                weights.insert(node.id(), weight);
                if let Some(top) = open.last_mut() {
                    top.all += weight.all;
                    top.linked += weight.linked;
                }
            }
        }
    }
    weights.insert(root.id(), open.first().copied().unwrap_or_default());
    weights
}

/// The heaviest body that a content management system marks; the outermost of equals.
fn marked<'t>(
    root: NodeRef<'t, Node>,
    weights: &HashMap<NodeId, Weight>,
    whole: Weight,
) -> Option<NodeRef<'t, Node>> {
    let mut best: Option<(NodeRef<'t, Node>, usize)> = None;
    for node in root.descendants() {
        let Some(element) = node.value().as_element() else { continue };
        if !is_article_body(element) {
            continue;
        }
        let all = weights.get(&node.id()).map_or(0, |weight| weight.all);
        if best.is_none_or(|(_, most)| all > most) {
            best = Some((node, all));
        }
    }
    best.filter(|(_, all)| *all > 0 && all * 100 >= whole.all * BELIEVED).map(|(node, _)| node)
}

/// The deepest element with nearly all running text.
fn densest<'t>(
    root: NodeRef<'t, Node>,
    weights: &HashMap<NodeId, Weight>,
    whole: Weight,
) -> NodeRef<'t, Node> {
    let mut at = root;
    loop {
        let next = at.children().find(|child| {
            let running = weights.get(&child.id()).map_or(0, |weight| weight.running());
            running > 0 && running * 100 >= whole.running() * NEARLY_ALL
        });
        match next {
            // A table is read as a whole, a paragraph never alone.
            Some(child) if !holds_rows(child) => at = child,
            _ => return at,
        }
    }
}

fn holds_rows(node: NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_some_and(|element| {
        matches!(
            element.name(),
            "tbody" | "tr" | "p" | "span" | "font" | "li" | "strong" | "b" | "h1" | "h2" | "h3" | "h4"
        ) || element.name() == "table" && rows(node) > 1
    })
}

/// Rows of a table itself, as far as two.
fn rows(table: NodeRef<'_, Node>) -> usize {
    let is = |node: &NodeRef<'_, Node>, names: &[&str]| {
        node.value().as_element().is_some_and(|element| names.contains(&element.name()))
    };
    let groups = table.children().filter(|child| is(child, &["tbody", "thead", "tfoot"]));
    groups.flat_map(|group| group.children()).filter(|child| is(child, &["tr"])).take(2).count()
}

/// Lines before the body, in its own column: headings, titles, dates.
fn heads<'t>(body: NodeRef<'t, Node>, weights: &HashMap<NodeId, Weight>) -> Vec<NodeRef<'t, Node>> {
    let mut list: Vec<NodeRef<'t, Node>> = Vec::new();
    for up in std::iter::successors(Some(body), NodeRef::parent).take(UP) {
        let inner = up.value().as_element().is_some_and(|element| matches!(element.name(), "body" | "html"));
        if inner {
            break;
        }
        // Nearest sibling first; the list is turned round at the end.
        let before = list.len();
        list.extend(up.prev_siblings().filter(|sibling| is_head(*sibling, weights)));
        // Further out stands the site's own title, not the article's.
        if list[before..].iter().any(|head| holds_title(*head)) {
            break;
        }
    }
    list.reverse();
    list
}

fn is_head(node: NodeRef<'_, Node>, weights: &HashMap<NodeId, Weight>) -> bool {
    let Some(element) = node.value().as_element() else { return false };
    let weight = weights.get(&node.id()).copied().unwrap_or_default();
    if is_silent(element) || weight.all == 0 || weight.all > HEAD_LINE || weight.is_menu() {
        return false;
    }
    let links = node
        .descendants()
        .filter(|inner| inner.value().as_element().is_some_and(|e| e.name() == "a"))
        .take(2);
    if links.count() > 1 {
        return false;
    }
    if holds_title(node) {
        return !matches!(element.name(), "nav" | "header" | "footer");
    }
    !is_furniture(element) && (dated(node) || element.name() == "tr")
}

/// A heading, or a part named as title or as the line of date and source.
fn holds_title(node: NodeRef<'_, Node>) -> bool {
    node.descendants().take(40).any(|inner| {
        inner
            .value()
            .as_element()
            .is_some_and(|element| heading(element.name()).is_some() || is_article_head(element))
    })
}

/// Says when, by whom or how often read.
fn dated(node: NodeRef<'_, Node>) -> bool {
    const WORDS: [&str; 12] = [
        "发布时间",
        "发布日期",
        "发布者",
        "发布人",
        "来源",
        "作者",
        "浏览",
        "点击",
        "阅读",
        "时间：",
        "日期：",
        "访问",
    ];
    node.descendants()
        .filter_map(|inner| inner.value().as_text().map(|text| &**text))
        .any(|text| WORDS.iter().any(|word| text.contains(word)))
}
