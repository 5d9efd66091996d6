//! The tables of `data/`: what a domain expert may break when adding a word.

use report_model::{Channel, Role};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A table as its readers see it: comments and blank lines left out.
struct Table {
    name: &'static str,
    header: String,
    /// Line number in the file, fields.
    rows: Vec<(usize, Vec<String>)>,
}

impl Table {
    fn read(name: &'static str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
        let text =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(text.starts_with('#'), "{name}: begins with what it is");
        assert!(text.lines().any(|line| line.starts_with("# source:")), "{name}: names its source");
        assert!(!text.contains('\r') && text.ends_with('\n'), "{name}: plain lines");
        let mut lines =
            text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let header = lines.next().map(|(_, line)| line.to_owned()).unwrap_or_default();
        let fields = header.split(',').count();
        let mut rows = Vec::new();
        for (i, line) in lines {
            assert!(!line.contains('"'), "{name}:{}: fields are never quoted: {line}", i + 1);
            let row: Vec<String> = line.split(',').map(str::to_owned).collect();
            assert_eq!(row.len(), fields, "{name}:{}: {fields} fields: {line}", i + 1);
            for field in &row {
                assert_eq!(field.trim(), field, "{name}:{}: blanks round a field: {line}", i + 1);
            }
            rows.push((i + 1, row));
        }
        assert!(!rows.is_empty(), "{name}: has rows");
        Self { name, header, rows }
    }

    /// All words of a field that holds alternatives: place and word.
    fn words(&self, field: usize) -> impl Iterator<Item = (String, &str)> {
        self.rows.iter().flat_map(move |(line, row)| {
            row[field].split('|').map(move |word| (format!("{}:{line}", self.name), word))
        })
    }

    /// A field of alternatives: none empty, none with blanks round it, none twice.
    ///
    /// `key` tells which rows share one vocabulary: within a row, or all over the table.
    fn distinct(&self, field: usize, key: impl Fn(&[String]) -> String) -> Vec<String> {
        let mut seen: BTreeMap<(String, &str), usize> = BTreeMap::new();
        let mut wrong = Vec::new();
        for (line, row) in &self.rows {
            for word in row[field].split('|') {
                if word.trim().is_empty() || word.trim() != word {
                    wrong.push(format!("{}:{line}: empty word or blanks round {word:?}", self.name));
                }
                if let Some(first) = seen.insert((key(row), word), *line) {
                    wrong.push(format!("{}:{line}: {word} again (line {first})", self.name));
                }
            }
        }
        wrong
    }
}

fn all_over(_: &[String]) -> String {
    String::new()
}

fn within_row(row: &[String]) -> String {
    row[0].clone()
}

#[track_caller]
fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_table_is_checked_here() {
    let known = [
        "both_scripts.csv",
        "channels.csv",
        "checklist.csv",
        "cues.csv",
        "instruments.csv",
        "outcomes.csv",
        "parts.csv",
        "provinces.csv",
        "roles.csv",
        "traditional.csv",
        "units.csv",
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let found: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(found, known.map(str::to_owned).into());
}

#[test]
fn channels() {
    let table = Table::read("channels.csv");
    assert_eq!(table.header, "channel,words");
    none(table.distinct(0, all_over));
    none(table.distinct(1, all_over));
    let named: BTreeSet<Channel> =
        table.rows.iter().map(|(_, row)| row[0].parse().expect("a name of the channel vocabulary")).collect();
    assert_eq!(named.len(), Channel::ALL.len(), "a row for each channel");
}

#[test]
fn roles() {
    let table = Table::read("roles.csv");
    assert_eq!(table.header, "role,strength,words");
    // One automaton holds strong and weak words of all roles.
    none(table.distinct(2, all_over));
    for (line, row) in &table.rows {
        let role: Result<Role, _> = row[0].parse();
        assert!(role.is_ok(), "roles.csv:{line}: {role:?}");
        assert!(["strong", "weak"].contains(&row[1].as_str()), "roles.csv:{line}: {}", row[1]);
    }
}

#[test]
fn outcomes() {
    let table = Table::read("outcomes.csv");
    assert_eq!(table.header, "outcome,words");
    none(table.distinct(0, all_over));
    none(table.distinct(1, all_over));
    let known = ["granted", "partly_granted", "refused", "not_held", "other", "pending"];
    for (line, row) in &table.rows {
        assert!(known.contains(&row[0].as_str()), "outcomes.csv:{line}: {}", row[0]);
    }
    assert_eq!(table.rows.len(), known.len(), "a row for each outcome");
}

#[test]
fn cues() {
    let table = Table::read("cues.csv");
    assert_eq!(table.header, "cue,words");
    none(table.distinct(0, all_over));
    // A word may serve several cues.
    none(table.distinct(1, within_row));
}

#[test]
fn units() {
    let table = Table::read("units.csv");
    assert_eq!(table.header, "unit,family,not_before");
    none(table.distinct(0, all_over));
    let known: BTreeSet<&str> = table.rows.iter().map(|(_, row)| row[1].as_str()).collect();
    let families = ["piece", "person", "money", "area", "score", "rate", "not", "vague", "bare"];
    for family in known {
        assert!(families.contains(&family), "units.csv: family {family}");
    }
}

#[test]
fn checklist_has_its_fifty_items() {
    let table = Table::read("checklist.csv");
    assert_eq!(table.header, "item,category_no,category,text,short_forms,applies_mostly_to");
    let items: Vec<u8> = table.rows.iter().map(|(_, row)| row[0].parse().unwrap()).collect();
    assert_eq!(items, (1..=50).collect::<Vec<u8>>());
    none(table.distinct(4, within_row));
    // 教办函〔2014〕23号: so many items in each of its ten categories.
    let mut sizes = [0; 10];
    let mut names: BTreeMap<usize, &str> = BTreeMap::new();
    for (line, row) in &table.rows {
        let number: usize = row[1].parse().unwrap();
        sizes[number - 1] += 1;
        let name = names.entry(number).or_insert(&row[2]);
        assert_eq!(*name, row[2], "checklist.csv:{line}: one name a category");
        assert!(!row[3].is_empty(), "checklist.csv:{line}: the item's text");
    }
    assert_eq!(sizes, [6, 8, 7, 5, 9, 4, 3, 4, 2, 2]);
}

#[test]
fn instruments() {
    let table = Table::read("instruments.csv");
    assert_eq!(table.header, "id,title,number,issued,in_force,superseded_by,wrong");
    none(table.distinct(0, all_over));
    none(table.distinct(1, within_row));
    let ids: BTreeSet<&str> = table.rows.iter().map(|(_, row)| row[0].as_str()).collect();
    for (line, row) in &table.rows {
        let place = format!("instruments.csv:{line}");
        assert!(
            row[0].chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{place}: {}",
            row[0]
        );
        assert!(row[5].is_empty() || ids.contains(row[5].as_str()), "{place}: no instrument {}", row[5]);
        assert_ne!(row[5], row[0], "{place}: superseded by itself");
        assert!(is_day(&row[3]) && is_day(&row[4]), "{place}: {} {}", row[3], row[4]);
        assert!(row[3] <= row[4], "{place}: in force before it was issued");
        let titles: BTreeSet<&str> = row[1].split('|').collect();
        assert!(
            row[6].split('|').all(|wrong| !titles.contains(wrong)),
            "{place}: a title both right and wrong"
        );
    }
}

/// `2014` or `2014-07-25`.
fn is_day(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    (parts == [4] || parts == [4, 2, 2]) && text.chars().all(|c| c.is_ascii_digit() || c == '-')
}

#[test]
fn provinces() {
    let table = Table::read("provinces.csv");
    assert_eq!(table.header, "name,full,code,postcodes,area_codes");
    for field in [0, 1] {
        none(table.distinct(field, all_over));
    }
    // The mainland's: their schools are under the Ministry's Order.
    assert_eq!(table.rows.len(), 31);
    for (line, row) in &table.rows {
        let place = format!("provinces.csv:{line}");
        assert!(row[1].starts_with(&row[0]), "{place}: {} is no beginning of {}", row[0], row[1]);
        let digits = |field: &str, least: usize, most: usize| {
            field.split('|').filter(|code| !code.is_empty()).all(|code| {
                (least..=most).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        assert!(digits(&row[3], 2, 2), "{place}: postcodes {}", row[3]);
        assert!(digits(&row[4], 3, 5), "{place}: area codes {}", row[4]);
    }
    for (place, code) in table.words(2) {
        assert!(code.chars().count() <= 1 || code == "内蒙古", "{place}: code {code}");
    }
}

#[test]
fn traditional_characters_have_one_reading() {
    let table = Table::read("traditional.csv");
    assert_eq!(table.header, "simplified,traditional");
    let mut readings: BTreeMap<char, char> = BTreeMap::new();
    for (line, row) in &table.rows {
        let place = format!("traditional.csv:{line}");
        let mut simplified = row[0].chars();
        let (Some(one), None) = (simplified.next(), simplified.next()) else { panic!("{place}: {}", row[0]) };
        assert!(!row[1].is_empty(), "{place}: no traditional character");
        for traditional in row[1].chars() {
            assert_ne!(traditional, one, "{place}: folded to itself");
            let before = readings.insert(traditional, one);
            assert_eq!(before, None, "{place}: {traditional} is read in two ways");
            assert_eq!((traditional.len_utf8(), one.len_utf8()), (3, 3), "{place}: outside the basic plane");
        }
    }
    let both = Table::read("both_scripts.csv");
    none(both.distinct(0, all_over));
    for (place, character) in both.words(0) {
        let known = character.chars().all(|c| readings.contains_key(&c));
        assert!(known && character.chars().count() == 1, "{place}: {character} is not in traditional.csv");
    }
    // Folding once is enough; but 苧 is the simplified form of 薴 and the traditional one of 苎.
    let again = readings.iter().filter(|(_, simplified)| readings.contains_key(simplified));
    assert_eq!(again.map(|(traditional, _)| *traditional).collect::<String>(), "薴");
}
