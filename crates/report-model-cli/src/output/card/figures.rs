//! Key figures: what was made public through which channel, who read it, what the appraisal says; the rest is counted.

use super::super::paint::{DIM, FIGURE, Line, PLAIN};
use super::super::width::{elide, sanitise, width};
use super::Card;
use report_model::{Bound, Decimal, Measure, MeasureKind, RefersTo, Role};
use std::borrow::Cow;

/// Rows shown of each block; the JSON has all.
const DISCLOSED: usize = 10;
const AUDIENCE: usize = 4;
const APPRAISAL: usize = 3;
/// Units that count pieces of information, and so may share a scale.
const PIECES: [&str; 5] = ["条", "篇", "则", "條", "則"];
/// Parts of eight of a bar's last column.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Columns of a table of figures.
struct Columns {
    channel: usize,
    subject: usize,
    number: usize,
    unit: usize,
    bar: usize,
}

impl Card<'_> {
    pub(super) fn figures(&mut self) {
        let shown = self.disclosed();
        let audience: Vec<usize> = self.current(|m| m.kind == MeasureKind::Audience).collect();
        let appraisal = self.appraisal();
        let all = [&shown, &audience, &appraisal].into_iter().flatten().copied();
        let columns = self.columns(&all.clone().map(|i| &self.report.measures[i]).collect::<Vec<_>>());

        let mut lines = self.table(&shown, DISCLOSED, &columns);
        if lines.is_empty() {
            lines.push(self.not_mentioned());
        }
        self.block(true, self.pick("主动公开", "Disclosed"), lines);
        let channels = self.channels();
        self.block(false, self.pick("渠道", "Channels"), channels);
        let lines = self.table(&audience, AUDIENCE, &columns);
        self.block(false, self.pick("读者", "Audience"), lines);
        let lines = self.table(&appraisal, APPRAISAL, &columns);
        self.block(false, self.pick("评议", "Appraisal"), lines);
        let rest = self.rest(&all.collect::<Vec<_>>());
        self.block(false, self.pick("其他数字", "Other figures"), rest);
    }

    /// Indices of the measures of this period that fit.
    fn current(&self, fits: impl Fn(&Measure) -> bool) -> impl Iterator<Item = usize> {
        let measures = self.report.measures.iter().enumerate();
        measures.filter(move |(_, m)| m.refers_to == RefersTo::Current && fits(m)).map(|(i, _)| i)
    }

    /// Totals and figures of channels, in the order of the text. Details within one channel's figure are left out; so
    /// are figures without a channel, unless nothing else is there: then the largest.
    fn disclosed(&self) -> Vec<usize> {
        let measures = &self.report.measures;
        let parent = |m: &Measure| m.part_of.and_then(|i| measures.get(i as usize));
        let is_total = |i: usize| {
            let parts = measures.iter().filter(|m| m.part_of == Some(i as u32));
            parts.filter(|m| m.kind == MeasureKind::Disclosed).count() > 0
        };
        let disclosed: Vec<usize> = self.current(|m| m.kind == MeasureKind::Disclosed).collect();
        let wanted = |&i: &usize| match measures[i].channel {
            Some(channel) => parent(&measures[i]).is_none_or(|p| p.channel != Some(channel)),
            None => is_total(i),
        };
        let shown: Vec<usize> = disclosed.iter().copied().filter(wanted).collect();
        if shown.is_empty() {
            let pieces = disclosed.into_iter().filter(|&i| is_pieces(&measures[i]));
            return pieces.max_by_key(|&i| measures[i].value).into_iter().collect();
        }
        shown
    }

    /// Percentages of the part on appraisal.
    fn appraisal(&self) -> Vec<usize> {
        let Some(section) = self.report.section(Role::Appraisal) else { return Vec::new() };
        self.current(|m| m.kind == MeasureKind::Rate && section.span.contains(m.span)).collect()
    }

    /// Widths that fit all rows, so that the blocks stand in line.
    fn columns(&self, rows: &[&Measure]) -> Columns {
        let channel = self.pick(10, 16);
        let widest = |of: &dyn Fn(&Measure) -> usize| rows.iter().map(|m| of(m)).max().unwrap_or(0);
        let number = widest(&|m| width(&number(m)));
        let unit = widest(&|m| m.unit.as_deref().map_or(0, width)).min(8);
        let room = self.inner().saturating_sub(channel + number + unit + 4);
        let subject = widest(&|m| width(&self.subject(m))).min(24).min(room / 2);
        let bar = room.saturating_sub(subject + 2).min(24);
        Columns { channel, subject, number, unit, bar }
    }

    /// What is counted; where no words were singled out, the clause that the figure stands in.
    fn subject(&self, measure: &Measure) -> Cow<'_, str> {
        match &measure.subject {
            Some(subject) => sanitise(subject).into_owned().into(),
            None => clause(self.text, measure.span.range()).into(),
        }
    }

    fn table(&self, rows: &[usize], limit: usize, columns: &Columns) -> Vec<Line> {
        let measures = &self.report.measures;
        let shown = &rows[..rows.len().min(limit)];
        let pieces = shown.iter().map(|&i| &measures[i]).filter(|m| is_pieces(m)).map(|m| m.value);
        let scale = pieces.max().map_or(0.0, Decimal::to_f64);
        let line = |m: &Measure| {
            let channel = m.channel.map_or(self.pick("合计", "total"), |c| self.look.lang.channel(c));
            let channel = if m.kind == MeasureKind::Disclosed || m.channel.is_some() { channel } else { "" };
            let subject = self.subject(m);
            let unit = m.unit.as_deref().unwrap_or("");
            let bar = if is_pieces(m) { bar(m.value.to_f64(), scale, columns.bar) } else { String::new() };
            Line::new()
                .cell(PLAIN, channel, columns.channel)
                .cell(DIM, &elide(&subject, columns.subject), columns.subject)
                .blank(2)
                .cell_right(FIGURE, &number(m), columns.number)
                .blank(1)
                .cell(DIM, unit, columns.unit)
                .blank(1)
                .with(FIGURE, &bar)
        };
        let mut lines: Vec<Line> = shown.iter().map(|&i| line(&measures[i])).collect();
        lines.extend(self.more(rows.len() - shown.len()));
        lines
    }

    /// Channels named, with the number of mentions.
    fn channels(&self) -> Vec<Line> {
        let named = self.report.channels.iter().map(|mention| {
            let name = Line::new().plain(self.look.lang.channel(mention.channel));
            name.dim(&format!(" {}", mention.mentions))
        });
        Line::flow(named, " · ", self.inner())
    }

    /// How many figures of what kind are not shown.
    fn rest(&self, shown: &[usize]) -> Vec<Line> {
        let counts = MeasureKind::ALL.iter().filter_map(|&kind| {
            let count = self.current(|m| m.kind == kind).filter(|i| !shown.contains(i)).count();
            (count > 0).then(|| Line::new().dim(&format!("{} {count}", self.look.lang.kind(kind))))
        });
        Line::flow(counts, " · ", self.inner())
    }
}

/// The words between the signs of punctuation round a place, without white space; with the clause before where the
/// place is all but alone in its own (满意,占80%).
fn clause(text: &str, place: std::ops::Range<usize>) -> String {
    const SIGNS: &[char] = &['，', '。', '；', '：', '、', ',', ';', ':', '(', ')', '（', '）', '\n', '|'];
    const ALONE: usize = 2;
    let (Some(before), Some(after)) = (text.get(..place.start), text.get(place.end..)) else {
        return String::new();
    };
    let end = place.end + after.find(SIGNS).unwrap_or(after.len());
    let mut parts = before.rsplit(SIGNS);
    let mut start = place.start - parts.next().map_or(0, str::len);
    let others = text[start..place.start].chars().chain(text[place.end..end].chars());
    if others.filter(|c| !c.is_whitespace()).count() <= ALONE {
        let sign = text[..start].chars().next_back().map_or(0, char::len_utf8);
        start -= parts.next().map_or(0, |part| part.len() + sign);
    }
    text[start..end].split_whitespace().collect()
}

fn is_pieces(measure: &Measure) -> bool {
    measure.unit.as_deref().is_some_and(|unit| PIECES.contains(&unit))
}

/// `≥ 1,206`, as exact as printed.
fn number(measure: &Measure) -> String {
    let sign = match measure.bound {
        Bound::AtLeast => "≥ ",
        Bound::About => "≈ ",
        Bound::AtMost => "≤ ",
        _ => "",
    };
    format!("{sign}{}", grouped(measure.value))
}

/// Digits in groups of three.
pub(super) fn grouped(value: Decimal) -> String {
    let text = value.to_string();
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut out = sign.to_owned();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + fraction
}

/// A bar of at most `columns`, to an eighth of a column; what is not nothing is seen.
fn bar(value: f64, scale: f64, columns: usize) -> String {
    if value <= 0.0 || scale <= 0.0 || columns == 0 {
        return String::new();
    }
    #[allow(clippy::cast_sign_loss)] // Both are above zero here.
    let eighths = ((value / scale * columns as f64 * 8.0).round() as usize).clamp(1, columns * 8);
    "█".repeat(eighths / 8) + EIGHTHS[eighths % 8]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups() {
        let of = |text: &str| grouped(text.parse().unwrap());
        assert_eq!(of("0"), "0");
        assert_eq!(of("999"), "999");
        assert_eq!(of("-1206"), "-1,206");
        assert_eq!(of("1365000.25"), "1,365,000.25");
    }

    #[test]
    fn clauses() {
        let text = "共513人，其中 满意的占80%；其他";
        let at = text.find("80%").unwrap();
        assert_eq!(clause(text, at..at + 3), "其中满意的占80%");
        assert_eq!(clause(text, 0..text.len()), "共513人，其中满意的占80%；其他");
        assert_eq!(clause(text, 1..2), "");
        assert_eq!(clause("调查。表示满意，占80%。", 27..30), "表示满意，占80%");
        assert_eq!(clause("80%", 0..3), "80%");
    }

    #[test]
    fn bars() {
        assert_eq!(bar(10.0, 10.0, 4), "████");
        assert_eq!(bar(5.0, 10.0, 3), "█▌");
        assert_eq!(bar(0.001, 10.0, 4), "▏");
        assert_eq!(bar(0.0, 10.0, 4), "");
    }
}
