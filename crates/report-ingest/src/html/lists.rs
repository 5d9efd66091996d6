//! The labels that browsers print before the items of numbered lists.

use crate::numbering::{Numerals, print};
use scraper::node::Element;

/// A numbered list under work.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbered {
    next: i64,
    numerals: Numerals,
}

impl Numbered {
    /// The list's start and kind of numerals; `None` for a list without.
    pub(super) fn new(list: &Element) -> Option<Self> {
        if list.name() != "ol" {
            return None;
        }
        let next = list.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        Some(Self { next, numerals: style(list).unwrap_or(Numerals::Decimal) })
    }

    /// The label of the next item.
    pub(super) fn label(&mut self, item: &Element) -> String {
        if let Some(value) = item.attr("value").and_then(|value| value.trim().parse().ok()) {
            self.next = value;
        }
        let number = self.next;
        self.next = self.next.saturating_add(1);
        let numerals = style(item).unwrap_or(self.numerals);
        if numerals == Numerals::Nothing {
            return String::new();
        }
        let Ok(number) = u32::try_from(number) else { return String::new() };
        let mark = if matches!(numerals, Numerals::Chinese) { "、" } else { "." };
        format!("{}{mark}", print(number, numerals))
    }
}

/// What the element's own style or type says.
fn style(element: &Element) -> Option<Numerals> {
    let style = element.attr("style").unwrap_or_default().to_ascii_lowercase();
    let named = style.split(';').find_map(|rule| {
        let (key, value) = rule.split_once(':')?;
        matches!(key.trim(), "list-style-type" | "list-style").then(|| value.trim().to_owned())
    });
    let named = named.or_else(|| element.attr("type").map(str::to_owned))?;
    Some(match named.as_str() {
        "none" => Numerals::Nothing,
        "cjk-ideographic" | "simp-chinese-informal" | "trad-chinese-informal" | "cjk-decimal" => {
            Numerals::Chinese
        }
        "a" | "lower-alpha" | "lower-latin" => Numerals::LowerLetter,
        "A" | "upper-alpha" | "upper-latin" => Numerals::UpperLetter,
        "i" | "lower-roman" => Numerals::LowerRoman,
        "I" | "upper-roman" => Numerals::UpperRoman,
        "disc" | "circle" | "square" => Numerals::Nothing,
        _ => Numerals::Decimal,
    })
}
