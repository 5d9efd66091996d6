//! A comparison as a fragment of HTML: no script, no outside reference, every word of a report escaped.

use super::{Texts, names, phrases};
use crate::lang::Lang;
use crate::model::{Change, Comparison, SectionPair};
use report_model::Span;
use std::fmt::Write as _;

/// The fragment's style sheet, for a page to include once; all rules begin with `.rm-diff`. Change is told by words and
/// signs, colour only helps.
pub const STYLE: &str = "\
.rm-diff{line-height:1.7}.rm-diff p{margin-block:.2em}.rm-diff table{border-collapse:collapse}\
.rm-diff th,.rm-diff td{border:1px solid;border-color:color-mix(in srgb,currentColor 25%,transparent);padding:.2em .6em;text-align:start;vertical-align:top}\
.rm-diff .rm-num{font-variant-numeric:tabular-nums;white-space:nowrap}\
.rm-diff .rm-texts{display:grid;grid-template-columns:1fr 1fr;gap:1em}\
.rm-diff .rm-text{white-space:pre-wrap;overflow-wrap:anywhere;max-inline-size:38em}\
.rm-diff mark{background:color-mix(in srgb,currentColor 12%,transparent);color:inherit;text-decoration:underline;text-decoration-style:dotted}\
@media (max-width:40em){.rm-diff .rm-texts{grid-template-columns:1fr}}";

/// The comparison as an HTML fragment: a `section` with class `rm-diff`. `texts` are those that were compared; where words
/// were carried over they stand in `mark`. Include [`STYLE`] once in the page.
///
/// ```
/// use report_compare::{Lang, Side, compare, render};
/// let text = "清远湖学院2021年信息公开年度报告\n一、概述<script>\n学校重视信息公开工作，成立领导小组。";
/// let report = report_model::parse(text, &Default::default()).report;
/// let side = Side { report: &report, text };
/// let page = render::html(&compare(&side, &side), render::Texts { left: text, right: text }, Lang::Zh);
/// assert!(page.contains("概述&lt;script&gt;") && !page.contains("<script>"));
/// ```
pub fn html(comparison: &Comparison, texts: Texts<'_>, lang: Lang) -> String {
    let [left, right] = names(comparison).map(|name| escape(&name));
    let mut out = format!("<section class=\"rm-diff\" lang=\"{}\">", lang.pick("zh-Hans", "en"));
    let _ = write!(out, "<h2>{}</h2>", lang.pick("两份报告的比较", "Two reports compared"));
    let shares = [&comparison.left, &comparison.right].map(|document| phrases::share(&document.share));
    let carried = lang.pick("逐字沿用", "carried over word for word");
    let _ = write!(
        out,
        "<ul><li>{}<b lang=\"zh\">{left}</b> · {carried} {}</li><li>{}<b lang=\"zh\">{right}</b> · {carried} {}</li></ul>",
        lang.pick("左：", "left: "),
        shares[0],
        lang.pick("右：", "right: "),
        shares[1],
    );
    values(&mut out, comparison, lang);
    sections(&mut out, comparison, texts, lang);
    out.push_str("</section>\n");
    out
}

fn values(out: &mut String, comparison: &Comparison, lang: Lang) {
    let tally = comparison.tally;
    let said = match lang {
        Lang::Zh => format!(
            "变动 {}，新增 {}，不再出现 {}，相同 {}",
            tally.changed, tally.added, tally.gone, tally.same
        ),
        Lang::En => format!(
            "{} changed, {} added, {} gone, {} the same",
            tally.changed, tally.added, tally.gone, tally.same
        ),
    };
    let _ = write!(out, "<h3>{}</h3><p>{said}</p>", lang.pick("数值与事实", "Values"));
    if comparison.values.is_empty() {
        return;
    }
    let head = lang.pick(["", "内容", "左", "右", "差"], ["", "what", "left", "right", "difference"]);
    out.push_str("<table><thead><tr>");
    for name in head {
        let _ = write!(out, "<th scope=\"col\">{name}</th>");
    }
    out.push_str("</tr></thead><tbody>");
    for value in &comparison.values {
        let difference = phrases::value_difference(value, lang);
        let sign = match value.change {
            Change::Changed => "≠",
            Change::Added => "+",
            Change::Gone => "−",
        };
        let _ = write!(
            out,
            "<tr><td>{sign} {}</td><th scope=\"row\">{}</th>{}{}<td class=\"rm-num\">{}</td></tr>",
            phrases::change(value.change, lang),
            escape(&phrases::title(value, lang)),
            cell(value.left.as_ref()),
            cell(value.right.as_ref()),
            escape(&difference),
        );
    }
    out.push_str("</tbody></table>");
}

/// The words with their place, by which a page can lead to them.
fn cell(evidence: Option<&crate::model::Evidence>) -> String {
    let Some(evidence) = evidence else { return "<td>—</td>".to_owned() };
    let Span { start, end } = evidence.span;
    let words = escape(phrases::value(Some(evidence)));
    format!("<td lang=\"zh\" data-start=\"{start}\" data-end=\"{end}\">{words}</td>")
}

fn sections(out: &mut String, comparison: &Comparison, texts: Texts<'_>, lang: Lang) {
    let _ = write!(out, "<h3>{}</h3>", lang.pick("各部分", "Parts"));
    let (lefts, rights): (Vec<Span>, Vec<Span>) = (
        comparison.carried.iter().map(|pair| pair.left).collect(),
        comparison.carried.iter().map(|pair| pair.right).collect(),
    );
    let lefts = sorted(lefts);
    // A part shows its text with the parts below it, so those are named only.
    for pair in &comparison.sections {
        let Some(side) = pair.right.as_ref().or(pair.left.as_ref()) else { continue };
        let name =
            format!("{}{}", side.path.last().map(String::as_str).unwrap_or_default(), side.title.value);
        let note = phrases::section_note(pair, lang);
        let top = pair.parent.is_none();
        let shares = [&pair.left, &pair.right]
            .map(|side| side.as_ref().map_or("—".to_owned(), |side| phrases::share(&side.share)));
        let line = format!(
            "<b lang=\"zh\">{}</b> {} <span class=\"rm-num\">{} {} / {}</span>",
            escape(&name),
            escape(&note),
            lang.pick("沿用", "carried over"),
            shares[0],
            shares[1],
        );
        if top {
            let _ = write!(out, "<details><summary>{line}</summary><div class=\"rm-texts\">");
            text(out, texts.left, pair_span(pair, true), &lefts);
            text(out, texts.right, pair_span(pair, false), &rights);
            out.push_str("</div></details>");
        } else {
            let _ = write!(out, "<p>{}{line}</p>", "　".repeat(side.path.len().saturating_sub(1)));
        }
    }
}

fn pair_span(pair: &SectionPair, left: bool) -> Option<Span> {
    if left { pair.left.as_ref() } else { pair.right.as_ref() }.map(|side| side.span)
}

/// In order and without overlaps.
fn sorted(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}

/// A part's text with what was carried over marked. `marks` are in order and do not overlap.
fn text(out: &mut String, text: &str, span: Option<Span>, marks: &[Span]) {
    out.push_str("<div class=\"rm-text\" lang=\"zh\">");
    if let Some(span) = span {
        let mut at = span.start;
        let first = marks.partition_point(|mark| mark.end <= span.start);
        for mark in marks[first..].iter().take_while(|mark| mark.start < span.end) {
            let (start, end) = (mark.start.max(at), mark.end.min(span.end));
            out.push_str(&escape(Span::new(at, start).slice(text).unwrap_or_default()));
            let _ =
                write!(out, "<mark>{}</mark>", escape(Span::new(start, end).slice(text).unwrap_or_default()));
            at = end;
        }
        out.push_str(&escape(Span::new(at, span.end).slice(text).unwrap_or_default()));
    } else {
        out.push('—');
    }
    out.push_str("</div>");
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Marks that turn the direction of writing could reorder what stands round them.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                out.push('\u{fffd}');
            }
            c if c.is_control() && !matches!(c, '\n' | '\t' | '\r') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
