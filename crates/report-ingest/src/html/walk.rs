//! From the tree to paragraphs and tables. Walks without recursion, so that no depth can break it.

use super::elements::{heading, is_block, is_furniture, is_silent};
use super::lists::Numbered;
use crate::document::{BlockKind, Origin};
use crate::items::{CellItem, Item, Line, TableItem};
use crate::url::resolve;
use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::Node;
use scraper::node::Element;

/// Tables deeper than this inside one another are read as running text.
const TABLES: usize = 12;
/// Elements of a path that are told.
const PATH: usize = 6;

/// Paragraphs and tables below a node, in order.
pub(super) fn walk(root: NodeRef<'_, Node>, base: Option<&str>, depth: usize) -> Vec<Item> {
    let mut walk = Walk { base, depth, ..Walk::default() };
    let mut silent: Option<NodeId> = None;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) if silent.is_none() => match node.value() {
                Node::Text(text) => walk.line.push(text),
                Node::Element(element) => {
                    // Furniture inside the body is left out, unless it is the body itself.
                    if is_silent(element) || node != root && is_furniture(element) && is_small(node) {
                        silent = Some(node.id());
                    } else {
                        walk.open(node, element);
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                if let Some(id) = silent {
                    if id == node.id() {
                        silent = None;
                    }
                } else if let Node::Element(element) = node.value() {
                    walk.close(node, element);
                }
            }
            Edge::Open(_) => {}
        }
    }
    walk.finish()
}

/// A part with few words of its own: what a furniture class on a large part says is not believed.
fn is_small(node: NodeRef<'_, Node>) -> bool {
    let mut words = 0;
    for (count, inner) in node.descendants().enumerate() {
        if let Node::Text(text) = inner.value() {
            words += text.len();
        }
        if words > 2000 || count > 2000 {
            return false;
        }
    }
    true
}

/// A table under work.
#[derive(Debug, Default)]
struct OpenTable {
    table: TableItem,
    /// The cell under work.
    cell: Option<CellItem>,
}

#[derive(Debug, Default)]
struct Walk<'b> {
    base: Option<&'b str>,
    depth: usize,
    line: Line,
    items: Vec<Item>,
    tables: Vec<OpenTable>,
    /// Tables open beyond [`TABLES`].
    beyond: usize,
    headings: Vec<u8>,
    /// Open lists; `None` for one without numbers.
    lists: Vec<Option<Numbered>>,
    in_item: usize,
}

impl Walk<'_> {
    fn open(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        let name = element.name();
        match name {
            "table" => return self.open_table(node),
            "tr" | "td" | "th" if self.beyond == 0 && !self.tables.is_empty() => {
                return self.open_in_table(node, element);
            }
            "tr" | "tbody" | "thead" => return self.flush(node),
            "td" | "th" => return self.line.push(" "),
            "a" => {
                if let Some(url) = element.attr("href").and_then(|href| resolve(self.base, href)) {
                    self.line.open_link(url);
                }
                return;
            }
            _ => {}
        }
        if !is_block(name) {
            return;
        }
        self.flush(node);
        if let Some(level) = heading(name) {
            self.headings.push(level);
        }
        match name {
            "ul" | "ol" => self.lists.push(Numbered::new(element)),
            "li" => {
                self.in_item += 1;
                if let Some(Some(list)) = self.lists.last_mut() {
                    let label = list.label(element);
                    self.line.push_label(&label);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        let name = element.name();
        match name {
            "table" => return self.close_table(node),
            "td" | "th" if self.beyond == 0 && !self.tables.is_empty() => return self.close_cell(node),
            "tr" | "tbody" | "thead" => return self.flush(node),
            "a" => return self.line.close_link(),
            _ => {}
        }
        if !is_block(name) {
            return;
        }
        self.flush(node);
        if heading(name).is_some() {
            self.headings.pop();
        }
        match name {
            "ul" | "ol" => drop(self.lists.pop()),
            "li" => self.in_item = self.in_item.saturating_sub(1),
            _ => {}
        }
    }

    fn open_table(&mut self, node: NodeRef<'_, Node>) {
        self.flush(node);
        if self.tables.len() >= TABLES {
            self.beyond += 1;
            return;
        }
        let table = TableItem { origin: origin(node, self.depth), ..TableItem::default() };
        self.tables.push(OpenTable { table, cell: None });
    }

    fn close_table(&mut self, node: NodeRef<'_, Node>) {
        self.flush(node);
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if let Some(open) = self.tables.pop() {
            self.put(Item::Table(open.table));
        }
    }

    fn open_in_table(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        self.flush(node);
        let number = |name| element.attr(name).and_then(|value| value.trim().parse::<u32>().ok());
        let Some(open) = self.tables.last_mut() else { return };
        if element.name() == "tr" {
            open.table.rows.push(Vec::new());
            return;
        }
        open.cell = Some(CellItem {
            items: Vec::new(),
            row_span: number("rowspan").unwrap_or(1),
            column_span: number("colspan").unwrap_or(1).max(1),
        });
    }

    fn close_cell(&mut self, node: NodeRef<'_, Node>) {
        self.flush(node);
        let Some(open) = self.tables.last_mut() else { return };
        if let (Some(cell), Some(row)) = (open.cell.take(), open.table.rows.last_mut()) {
            row.push(cell);
        }
    }

    /// Ends the line.
    fn flush(&mut self, node: NodeRef<'_, Node>) {
        if self.line.is_empty() {
            return;
        }
        let kind = match self.headings.last() {
            Some(&level) => BlockKind::Heading { level },
            None if self.in_item > 0 => BlockKind::ListItem,
            None => BlockKind::Paragraph,
        };
        let depth = if self.tables.is_empty() { self.depth } else { 0 };
        if let Some(item) = self.line.take(kind, || origin(node, depth)) {
            self.put(item);
        }
    }

    /// Into the innermost open cell, else into the flow.
    fn put(&mut self, item: Item) {
        match self.tables.iter_mut().rev().find_map(|open| open.cell.as_mut()) {
            Some(cell) => cell.items.push(item),
            None => self.items.push(item),
        }
    }

    fn finish(mut self) -> Vec<Item> {
        if let Some(item) = self.line.take(BlockKind::Paragraph, Origin::default) {
            self.put(item);
        }
        self.items
    }
}

/// The last elements of the path to a node: `div#vsb_content > div.v_news_content > p`.
fn origin(node: NodeRef<'_, Node>, depth: usize) -> Origin {
    if depth == 0 {
        return Origin::default();
    }
    let steps: Vec<String> = std::iter::once(node)
        .chain(node.ancestors().take(depth))
        .filter_map(|step| step.value().as_element().map(told))
        .take(PATH)
        .collect();
    let path = steps.into_iter().rev().collect::<Vec<_>>().join(" > ");
    Origin { path: Some(path), ..Origin::default() }
}

fn told(element: &Element) -> String {
    match (element.id(), element.classes().next()) {
        (Some(id), _) => format!("{}#{id}", element.name()),
        (None, Some(class)) => format!("{}.{class}", element.name()),
        (None, None) => element.name().to_owned(),
    }
}
