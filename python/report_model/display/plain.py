"""Lines of plain text, and Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .html import cut
from .lang import Lang, language, number, pick, word

if TYPE_CHECKING:
    from ..comparison import Comparison
    from ..report import Report


def years(report: Report) -> str:
    """The year a report is for: ``2021`` or ``2021–2022``."""
    coverage = report.coverage
    if coverage is None:
        return ""
    return str(coverage.last) if coverage.first == coverage.last else f"{coverage.first}–{coverage.last}"


def name_of(report: Report) -> str:
    """Who reports, else the title, else the label."""
    if report.institution:
        return report.institution.name
    return report.title.value if report.title else report.source or "?"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" + ("" if count == 1 else "s")


def report_line(report: Report) -> str:
    """``<Report 清远湖学院 2021: 58 measures, 7 findings (2 errors)>``."""
    errors = len(report.diagnostics.errors)
    graver = f" ({_counted(errors, 'error')})" if errors else ""
    said = f"{_counted(len(report.measures), 'measure')}, {_counted(len(report.diagnostics), 'finding')}{graver}"
    # Within a line of a terminal nothing of the report may move the cursor.
    who = cut("".join(sign for sign in f"{name_of(report)} {years(report)}" if sign.isprintable()), 60)
    return f"<Report {who.strip()}: {said}>"


def comparison_line(comparison: Comparison) -> str:
    """``<Comparison 清远湖学院 2020 → 清远湖学院 2021: 3 changed, 1 added, 0 gone>``."""
    tally = comparison.tally
    sides = (f"{name_of(r)} {years(r)}".strip() for r in (comparison.left_report, comparison.right_report))
    return f"<Comparison {' → '.join(sides)}: {tally.changed} changed, {tally.added} added, {tally.gone} gone>"


def _escaped(words: str) -> str:
    return "".join("\\" + sign if sign in "\\`*_{}[]<>#|!~" else sign for sign in cut(words))


def report_markdown(report: Report, wanted: str | None) -> str:
    """The card in Markdown: title, counts, parts, findings, the first quantities."""
    lang = language(wanted)
    lines = [f"### {_escaped(name_of(report))} {years(report)}".rstrip(), ""]
    if report.title:
        lines += [_escaped(report.title.value), ""]
    lines.append(
        pick(lang, "数值 {}，发现 {}，引用 {}", "{} quantities, {} findings, {} citations").format(
            len(report.measures), len(report.diagnostics), len(report.citations)
        )
    )
    lines += _parts(report, lang) + _findings(report, lang) + _measures(report, lang)
    return "\n".join(lines) + "\n"


def _parts(report: Report, lang: Lang) -> list[str]:
    if not report.parts:
        return []
    rows = [f"| {_escaped(part.title)} | {word('state', part.state, lang)} |" for part in report.parts]
    return ["", f"| {pick(lang, '部分', 'part')} | |", "|---|---|", *rows]


def _findings(report: Report, lang: Lang) -> list[str]:
    if not report.diagnostics:
        return []
    lines = [
        f"- **{word('severity', found.severity, lang)}** {found.code} "
        + _escaped(found.message if lang == "zh" else found.message_en)
        for found in report.diagnostics[:5]
    ]
    left = len(report.diagnostics) - 5
    return ["", *lines, *([f"- … {left}"] if left > 0 else [])]


def _measures(report: Report, lang: Lang) -> list[str]:
    if not report.measures:
        return []
    head = [f"| {pick(lang, '数值', 'value')} | {pick(lang, '内容', 'what')} | {pick(lang, '原文', 'words')} |"]
    rows = [
        f"| {word('bound', m.bound, lang)}{number(m.value)} {_escaped(m.unit or '')} | {_escaped(m.subject or '')} "
        f"| {_escaped(report.text(m.span))} |"
        for m in report.measures[:10]
    ]
    return ["", *head, "|--:|---|---|", *rows]
