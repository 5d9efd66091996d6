"""Whole pages: the annotated text of a report, two texts side by side, a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .card import finding, head, measure_head, measure_rows, outline, tiles
from .html import FONTS, Content, Piece, details, joined, table, tag, text
from .lang import Lang, language, pick
from .plain import name_of, years
from .style import page_style
from .summary import summary_body
from .text import annotated, legend

if TYPE_CHECKING:
    from ..comparison import Comparison
    from ..corpus import Corpus
    from ..report import Report

# Nothing is fetched and nothing runs, whatever a report's words would try.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def _page(title: str, body: Content, lang: Lang, style: str = "") -> str:
    html_lang = "zh-Hans" if lang == "zh" else "en"
    inner = joined(body)
    return (
        f'<!DOCTYPE html>\n<html lang="{html_lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{text(title)}</title>{page_style(FONTS, style)}</head><body>{inner}</body></html>\n"
    )


def report_page(report: Report, wanted: str | None) -> str:
    """The annotated text, findings and quantities beside it."""
    lang = language(wanted)
    title = f"{name_of(report)} {years(report)}".strip()
    aside: list[Piece] = [
        tag("h4", pick(lang, f"发现 {len(report.diagnostics)}", f"Findings {len(report.diagnostics)}"))
    ]
    items = [
        tag("li", [tag("a", f"{i}", href=f"#rm-t{i}"), " ", *finding(report, found, lang)], id=f"rm-f{i}")
        for i, found in enumerate(report.diagnostics, 1)
    ]
    nothing = tag("p", pick(lang, "未发现问题。", "Nothing found."), class_="rm-dim")
    aside.append(tag("ol", items, class_="rm-list") if items else nothing)
    aside.append(details(pick(lang, "大纲", "Outline"), outline(report, lang, 500), open_=True))
    main = [legend(lang), annotated(report, lang)]
    measures = measure_rows(report, list(enumerate(report.measures)), lang)
    body = [
        *head(report, lang),
        tiles(report, lang),
        tag("div", [tag("main", main), tag("aside", aside)], class_="rm-page"),
        details(
            pick(lang, f"数值 {len(measures)}", f"Quantities {len(measures)}"),
            tag("div", table(measure_head(lang), measures), class_="rm-wide"),
            open_=True,
        ),
    ]
    return _page(title, tag("div", body, class_="rm"), lang)


def comparison_page(comparison: Comparison, fragment: str, lang: str | None) -> str:
    """The comparison as the native half writes it, in a page."""
    told = language(lang)
    sides = (name_of(report) for report in (comparison.left_report, comparison.right_report))
    # The fragment is HTML already, escaped where it was made.
    return _page(" → ".join(sides), tag("div", Piece(fragment), class_="rm"), told, _DIFF)


# The classes of the native half's fragment.
_DIFF = (
    ".rm-diff td:first-child{white-space:nowrap}.rm-diff tbody th{white-space:normal}"
    ".rm-diff .rm-texts{display:grid;grid-template-columns:1fr 1fr;gap:1.5em}"
    ".rm-diff .rm-text{max-inline-size:38em;line-height:1.8}"
    ".rm-diff .rm-num{font-variant-numeric:tabular-nums;white-space:nowrap}"
    ".rm-diff mark{background:color-mix(in srgb,currentColor 10%,transparent);color:inherit;border:0;"
    "text-decoration:underline dotted}"
    "@media (max-width:40em){.rm-diff .rm-texts{grid-template-columns:1fr}}"
)


def corpus_page(corpus: Corpus, wanted: str | None) -> str:
    """The summary of a corpus."""
    lang = language(wanted)
    title = pick(lang, "报告汇总", "Summary of reports")
    return _page(title, tag("section", summary_body(corpus, lang), class_="rm"), lang)
