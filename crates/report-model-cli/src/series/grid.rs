//! A series as a grid of words: a row a figure, a column a year.

use crate::lang::Lang;
use report_compare::render;
use report_compare::series::{FIELDS, Figure, Note, NoteKind, Series, Year};
use report_model::{Bound, PartState};

/// A named row of cells.
pub(super) struct Row {
    pub(super) name: String,
    /// One a year; empty where nothing is stated.
    pub(super) cells: Vec<String>,
    /// The figures as bars, where there are several numbers.
    pub(super) bars: String,
}

/// The names of the columns: years as the report gives them.
pub(super) fn head(series: &Series) -> Vec<String> {
    series.years.iter().map(year).collect()
}

pub(super) fn year(year: &Year) -> String {
    year.year.map_or_else(|| "?".to_owned(), |year| year.to_string())
}

/// Figures that some year states, then parts, findings and text reused.
pub(super) fn rows(series: &Series, lang: Lang) -> Vec<Row> {
    let mut out: Vec<Row> = FIELDS.iter().filter_map(|field| figure_row(series, field, lang)).collect();
    let years = &series.years;
    let mut push = |name: &str, cell: &dyn Fn(&Year) -> String| {
        out.push(Row { name: name.to_owned(), cells: years.iter().map(cell).collect(), bars: String::new() });
    };
    push(lang.pick("规定部分", "prescribed parts"), &parts);
    push(lang.pick("错误/提醒", "errors/warnings"), &|year| {
        format!("{}/{}", year.diagnostics.errors, year.diagnostics.warnings)
    });
    push(lang.pick("沿用上年文字", "text of last year"), &|year| {
        year.reused.map_or_else(String::new, |share| render::share(&share))
    });
    out
}

/// Parts there of those prescribed for the year.
pub(super) fn parts(year: &Year) -> String {
    let there = |state| matches!(state, PartState::Present | PartState::Merged);
    let present = year.parts.iter().filter(|part| there(part.state)).count();
    let asked =
        year.parts.iter().filter(|part| there(part.state) || part.state == PartState::Missing).count();
    if asked == 0 { String::new() } else { format!("{present}/{asked}") }
}

fn figure_row(series: &Series, field: &str, lang: Lang) -> Option<Row> {
    let figures: Vec<Option<&Figure>> = series.years.iter().map(|year| of(year, field)).collect();
    if figures.iter().all(Option::is_none) {
        return None;
    }
    // A unit that all share belongs to the name, others to their cells.
    let mut units: Vec<Option<&str>> =
        figures.iter().flatten().map(|figure| figure.unit.as_deref()).collect();
    units.dedup();
    let shared = if let [Some(unit)] = units[..] { Some(unit) } else { None };
    let name = shared.map_or_else(|| name(field, lang), |unit| format!("{}({unit})", name(field, lang)));
    let cell = |figure: Option<&Figure>| {
        figure.map_or_else(String::new, |figure| {
            let unit = figure.unit.as_deref().filter(|_| shared.is_none()).unwrap_or_default();
            stated(figure) + unit
        })
    };
    let cells = figures.iter().copied().map(cell).collect();
    let numbers: Vec<Option<f64>> = figures
        .iter()
        .map(|figure| figure.and_then(|figure| figure.evidence.number).map(report_model::Decimal::to_f64))
        .collect();
    // Bars of different units would lie.
    let bars = if units.len() == 1 { bars(&spread(series, &numbers)) } else { String::new() };
    Some(Row { name, cells, bars })
}

pub(super) fn of<'y>(year: &'y Year, field: &str) -> Option<&'y Figure> {
    year.figures.iter().find(|figure| figure.field == field)
}

/// The number with its hedge: 300+, ~200, ≤50.
fn stated(figure: &Figure) -> String {
    let number = figure.evidence.number.map(render::number).unwrap_or_default();
    match figure.evidence.bound {
        Some(Bound::AtLeast) => format!("{number}+"),
        Some(Bound::About) => format!("~{number}"),
        Some(Bound::AtMost) => format!("≤{number}"),
        _ => number,
    }
}

/// The numbers with an empty place for each year that is missing.
fn spread(series: &Series, numbers: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut out = Vec::new();
    let mut last: Option<u16> = None;
    for (year, number) in series.years.iter().zip(numbers) {
        if let (Some(last), Some(this)) = (last, year.year) {
            out.extend((last + 1..this).map(|_| None));
        }
        last = year.year.or(last);
        out.push(*number);
    }
    out
}

/// Small bars from nothing to the greatest; a dot where nothing is stated.
fn bars(numbers: &[Option<f64>]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = numbers.iter().flatten().copied().fold(0.0, f64::max);
    if numbers.iter().flatten().count() < 2 || most <= 0.0 {
        return String::new();
    }
    let bar = |number: f64| BARS.get((number.max(0.0) / most * 7.0).round() as usize).copied().unwrap_or('█');
    numbers.iter().map(|number| number.map_or('·', bar)).collect()
}

const NAMES: [(&str, &str, &str); 5] = [
    ("disclosed.total", "公开信息总数", "disclosed in all"),
    ("disclosed.website", "网站", "website"),
    ("disclosed.wechat", "微信", "WeChat"),
    ("disclosed.weibo", "微博", "Weibo"),
    ("appraisal.satisfaction", "满意率", "satisfaction"),
];

/// The name of a figure or a prescribed part.
fn name(field: &str, lang: Lang) -> String {
    if let Some(role) = field.strip_prefix("part.").and_then(|role| role.parse().ok()) {
        return format!("{}{}", lang.role(role), lang.pick("部分", ""));
    }
    let known = NAMES.iter().find(|(known, ..)| *known == field);
    known.map_or_else(|| render::field(field, lang.into()), |&(_, zh, en)| lang.pick(zh, en).to_owned())
}

/// A note as a sentence.
pub(super) fn note(series: &Series, note: &Note, lang: Lang) -> String {
    let of = |index: u32| series.years.get(index as usize);
    let years = [of(note.from), of(note.to)].map(|found| found.map(year).unwrap_or_default());
    let what = note.field.as_deref().map(|field| name(field, lang)).unwrap_or_default();
    let said = match note.kind {
        NoteKind::Rise => lang.pick("大幅增加", "rose sharply"),
        NoteKind::Fall => lang.pick("大幅减少", "fell sharply"),
        NoteKind::Repeated => lang.pick("与上年一个数不差", "is the same to the digit"),
        NoteKind::UnitChanged => lang.pick("换了单位，不作比较", "is counted in another unit, not compared"),
        NoteKind::PartGone => lang.pick("不再出现", "is missing now"),
        NoteKind::SameYear => {
            return lang.pick(format!("{} 有两份报告", years[0]), format!("{}: two reports", years[0]));
        }
        other => other.as_str(),
    };
    let difference =
        note.difference.map(|difference| format!(" {}", render::difference(&difference, lang.into())));
    format!("{}→{} {what} {said}{}", years[0], years[1], difference.unwrap_or_default())
}

/// The years that are missing, as a sentence.
pub(super) fn gaps(series: &Series, lang: Lang) -> Option<String> {
    if series.gaps.is_empty() {
        return None;
    }
    let list: Vec<String> = series.gaps.iter().map(u16::to_string).collect();
    Some(lang.pick("缺少：", "missing: ").to_owned() + &list.join(lang.pick("、", ", ")))
}

/// The heading of a series.
pub(super) fn title(series: &Series, lang: Lang) -> String {
    let unnamed = || lang.pick("（未识别学校）", "(institution not told)").to_owned();
    series.institution.clone().unwrap_or_else(unnamed)
}
