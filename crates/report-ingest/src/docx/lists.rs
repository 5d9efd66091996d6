//! Automatic numbering, resolved to the labels that Word prints: 一、 (一) 1. ①.
//!
//! A list (`num`) is made after a pattern (`abstractNum`) whose levels say how numbers are written and what stands round
//! them (`%1、`). Lists after the same pattern count on together, unless one says that it begins anew.

use crate::error::IngestError;
use crate::format::Format;
use crate::numbering::{Numerals, print};
use crate::xml::{Token, Xml};
use std::collections::{HashMap, HashSet};

/// Levels of a list.
const LEVELS: usize = 9;

/// How a level is printed.
#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    numerals: Option<Numerals>,
    /// `%1、`
    text: Option<String>,
    /// All numbers in Arabic numerals, whatever their levels say.
    legal: bool,
    /// No numbers begin anew here after this level; 0: never.
    restart: Option<u32>,
}

/// The levels of a pattern, or what a list changes of them.
type Levels = HashMap<u8, Level>;

#[derive(Debug, Default)]
struct List {
    pattern: String,
    changed: Levels,
    /// Levels that begin anew with this list.
    begins: HashMap<u8, u32>,
}

/// All lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    patterns: HashMap<String, Levels>,
    by_id: HashMap<String, List>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    begun: HashSet<String>,
}

impl Lists {
    /// The label of the next paragraph of a list; empty where none is printed.
    pub(super) fn label(&mut self, list: &str, level: u8) -> String {
        let Some(known) = self.by_id.get(list) else { return String::new() };
        let at = usize::from(level).min(LEVELS - 1);
        let pattern = self.patterns.get(&known.pattern);
        let merged = |level: usize| merged(pattern, &known.changed, level as u8);
        let counters = self.counters.entry(known.pattern.clone()).or_default();
        if self.begun.insert(list.to_owned()) {
            for (&level, &start) in &known.begins {
                if let Some(counter) = counters.get_mut(usize::from(level)) {
                    *counter = start.checked_sub(1);
                    // A start of 0 has nothing before it: the first number is taken as it is.
                    if start == 0 {
                        *counter = None;
                    }
                }
            }
        }
        let own = merged(at);
        counters[at] = Some(match counters[at] {
            Some(count) => count.saturating_add(1),
            None => own.start.unwrap_or(1),
        });
        for (deeper, counter) in counters.iter_mut().enumerate().skip(at + 1) {
            // A level counts on only where it says so.
            let restart = merged(deeper).restart;
            if restart != Some(0) && restart.is_none_or(|level| at < level as usize) {
                *counter = None;
            }
        }
        let counters = *counters;
        if own.numerals == Some(Numerals::Nothing) {
            return String::new();
        }
        let Some(text) = &own.text else { return String::new() };
        let mut label = String::new();
        let mut signs = text.chars().peekable();
        while let Some(sign) = signs.next() {
            let digit =
                signs.peek().and_then(|c| c.to_digit(10)).filter(|d| sign == '%' && (1..=9).contains(d));
            let Some(digit) = digit else {
                label.push(sign);
                continue;
            };
            signs.next();
            let at = digit as usize - 1;
            let level = merged(at);
            let number = counters[at].unwrap_or_else(|| level.start.unwrap_or(1));
            let numerals = level.numerals.unwrap_or(Numerals::Decimal);
            label.push_str(&print(number, if own.legal { Numerals::Decimal } else { numerals }));
        }
        // A label that ends in a digit must not run into the words.
        if label.ends_with(|c: char| c.is_ascii_alphanumeric()) {
            label.push(' ');
        }
        label
    }
}

fn merged(pattern: Option<&Levels>, changed: &Levels, level: u8) -> Level {
    let base = pattern.and_then(|levels| levels.get(&level)).cloned().unwrap_or_default();
    let Some(change) = changed.get(&level) else { return base };
    Level {
        start: change.start.or(base.start),
        numerals: change.numerals.or(base.numerals),
        text: change.text.clone().or(base.text),
        legal: change.legal || base.legal,
        restart: change.restart.or(base.restart),
    }
}

/// Where the reader is in `numbering.xml`.
#[derive(Default)]
struct Place {
    pattern: Option<String>,
    list: Option<String>,
    level: Option<u8>,
}

/// Reads `numbering.xml`.
pub(super) fn read(xml: &str, depth: usize) -> Result<Lists, IngestError> {
    let mut xml = Xml::new(xml, Format::Docx, depth);
    let mut lists = Lists::default();
    let mut place = Place::default();
    // Patterns that are kept under the name of a style.
    let mut links: Vec<(String, String)> = Vec::new();
    let mut styles: HashMap<String, String> = HashMap::new();
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(element) => {
                let value = || element.value();
                let number = || element.value().and_then(|value| value.parse::<u32>().ok());
                match element.name.as_str() {
                    "abstractNum" => place.pattern = element.attribute("abstractNumId"),
                    "num" => {
                        place.list = element.attribute("numId");
                        if let Some(id) = &place.list {
                            lists.by_id.entry(id.clone()).or_default();
                        }
                    }
                    "lvl" | "lvlOverride" => {
                        place.level = element.attribute("ilvl").and_then(|level| level.parse().ok());
                    }
                    "abstractNumId" => {
                        if let (Some(id), Some(pattern)) = (&place.list, value()) {
                            lists.by_id.entry(id.clone()).or_default().pattern = pattern;
                        }
                    }
                    "startOverride" => {
                        if let (Some(id), Some(level), Some(start)) = (&place.list, place.level, number()) {
                            lists.by_id.entry(id.clone()).or_default().begins.insert(level, start);
                        }
                    }
                    "numStyleLink" => links.extend(place.pattern.clone().zip(value())),
                    "styleLink" => {
                        if let (Some(style), Some(id)) = (value(), place.pattern.clone()) {
                            styles.insert(style, id);
                        }
                    }
                    name => {
                        if let Some(level) = open_level(&mut lists, &place) {
                            set(level, name, &element);
                        }
                    }
                }
            }
            Token::Close(name) => match name.as_str() {
                "abstractNum" => place.pattern = None,
                "num" => place.list = None,
                "lvlOverride" => place.level = None,
                _ => {}
            },
            Token::Text(_) => {}
        }
    }
    for (pattern, style) in links {
        let levels = styles.get(&style).and_then(|id| lists.patterns.get(id)).cloned();
        if let Some(levels) = levels {
            lists.patterns.insert(pattern, levels);
        }
    }
    Ok(lists)
}

fn open_level<'l>(lists: &'l mut Lists, place: &Place) -> Option<&'l mut Level> {
    let level = place.level?;
    if let Some(id) = &place.list {
        return Some(lists.by_id.entry(id.clone()).or_default().changed.entry(level).or_default());
    }
    let pattern = lists.patterns.entry(place.pattern.clone()?).or_default();
    Some(pattern.entry(level).or_default())
}

fn set(level: &mut Level, name: &str, element: &crate::xml::Element<'_>) {
    let number = || element.value().and_then(|value| value.parse::<u32>().ok());
    match name {
        "start" => level.start = number(),
        "numFmt" => level.numerals = element.value().map(|value| numerals(&value)),
        "lvlText" => level.text = element.value(),
        "isLgl" => level.legal = element.is_on(),
        "lvlRestart" => level.restart = number(),
        _ => {}
    }
}

/// Word's names of numerals.
fn numerals(name: &str) -> Numerals {
    match name {
        "bullet" | "none" => Numerals::Nothing,
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "koreanCounting" => Numerals::Chinese,
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => Numerals::ChineseDigits,
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => Numerals::ChineseLegal,
        "ideographTraditional" => Numerals::Stems,
        "ideographZodiac" => Numerals::Branches,
        "ideographEnclosedCircle" => Numerals::ChineseBracketed,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Numerals::Circled,
        "decimalZero" => Numerals::DecimalZero,
        "decimalFullWidth" | "decimalFullWidth2" => Numerals::DecimalFullWidth,
        "lowerLetter" => Numerals::LowerLetter,
        "upperLetter" => Numerals::UpperLetter,
        "lowerRoman" => Numerals::LowerRoman,
        "upperRoman" => Numerals::UpperRoman,
        _ => Numerals::Decimal,
    }
}
