"""The text of a report with its facts marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model.span import Span
from .html import Piece, tag, text
from .lang import Lang, number, pick, word

if TYPE_CHECKING:
    from ..model.measures import Measure
    from ..passage import Passage
    from ..report import Report


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked."""

    span: Span
    kind: str
    """``measure``, ``count``, ``date``, ``citation``, ``name``, ``contact`` or ``open``."""
    tip: str


KINDS: tuple[tuple[str, str, str], ...] = (
    ("measure", "数值", "quantities"),
    ("count", "申请与举报", "applications, complaints"),
    ("date", "日期", "dates"),
    ("citation", "引用文件", "citations"),
    ("name", "校名", "institution"),
    ("contact", "联系方式与网址", "contacts and links"),
    ("open", "未归属的数字", "numbers not understood"),
)
"""Kinds of facts, with their names for the legend."""


def passage(shown: Passage) -> str:
    """A sentence with its words in a ``mark``; plain, so that it stands in a line of any notebook."""
    before, words, after = (text(piece) for piece in shown.pieces())
    return f'<span class="rm-passage" lang="zh">{before}<mark>{words}</mark>{after}</span>'


def measure_tip(measure: Measure, lang: Lang) -> str:
    """What a quantity says, in one line."""
    said = [f"{word('bound', measure.bound, lang)}{number(measure.value)} {measure.unit or ''}".strip()]
    said.append(word("kind", measure.kind, lang))
    if measure.channel:
        said.append(word("channel", measure.channel, lang))
    if measure.refers_to != "current":
        said.append(word("refers_to", measure.refers_to, lang))
    if measure.subject:
        said.append(measure.subject)
    return " · ".join(said)


def marks(report: Report, lang: Lang) -> list[Mark]:
    """All facts with a place, in the order in which one of two at the same place is preferred."""
    found: list[Mark] = []
    for group in (report.requests, report.oversight):
        for name in type(group).__dataclass_fields__:
            count = getattr(group, name)
            if count is not None:
                found.append(Mark(count.span, "count", f"{word('requests', name, lang)}: {number(count.value)}"))
    found += [Mark(m.span, "measure", measure_tip(m, lang)) for m in report.measures]
    if report.period:
        period = report.period
        found.append(Mark(period.span, "date", f"{pick(lang, '统计期', 'period')}: {period.start} – {period.end}"))
    for day, zh, en in (
        (report.signed.date, "落款日期", "signed"),
        (report.page.published, "发布日期", "published"),
    ):
        if day:
            found.append(Mark(day.span, "date", f"{pick(lang, zh, en)}: {day.value}"))
    for citation in report.citations:
        found.append(Mark(citation.span, "citation", citation.instrument or pick(lang, "引用文件", "citation")))
    if report.institution:
        found.append(Mark(report.institution.span, "name", report.institution.name))
    contact = report.contact
    for value in (contact.address, contact.postcode, *contact.phones, *contact.faxes, *contact.emails):
        if value:
            found.append(Mark(value.span, "contact", pick(lang, "联系方式", "contact")))
    found += [Mark(link.span, "contact", pick(lang, "网址", "link")) for link in report.links]
    found += [Mark(span, "open", pick(lang, "未归属的数字", "number not understood")) for span in report.unclaimed]
    return found


def annotated(report: Report, lang: Lang) -> Piece:
    """The whole text. Facts are marked, findings underlined and numbered as in the list beside."""
    source = report.source_text
    chosen = _apart(marks(report, lang), len(source))
    headings = [section.title.span for section in report.iter_sections()]
    edges = {0, len(source)}
    for span in (*(mark.span for mark in chosen), *(found.span for found in report.diagnostics), *headings):
        edges |= {min(span.start, len(source)), min(span.end, len(source))}
    return tag("div", list(_runs(report, chosen, headings, sorted(edges))), class_="rm-text", lang="zh")


def _apart(found: list[Mark], length: int) -> list[Mark]:
    """Marks that do not overlap: of two, the one named first stays. By place."""
    taken = bytearray(length)
    kept = []
    for mark in found:
        start, end = mark.span.start, mark.span.end
        if start < end <= length and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.span.start)


def _runs(report: Report, chosen: list[Mark], headings: list[Span], edges: list[int]) -> Iterator[Piece]:
    """The text cut where anything begins or ends; each run with what holds for it."""
    source = report.source_text
    starts = {mark.span.start: mark for mark in chosen}
    here: Mark | None = None
    inner: list[Piece] = []
    heads = iter(sorted(headings, key=lambda span: span.start))
    head = next(heads, None)
    numbered = list(enumerate(report.diagnostics, 1))
    # Findings by where they begin, so that the text is gone through once.
    waiting = sorted(numbered, key=lambda pair: pair[1].span.start)
    active: list[tuple[int, int, str]] = []
    at = 0
    for start, end in pairwise(edges):
        while at < len(waiting) and waiting[at][1].span.start <= start:
            index, finding = waiting[at]
            active.append((finding.span.end, index, finding.severity))
            at += 1
        active = [item for item in active if item[0] > start]
        while head is not None and head.end <= start:
            head = next(heads, None)
        here = starts.get(start, here)
        run = text(source[start:end])
        if active:
            run = tag("span", run, class_="rm-f", data_s=min(active, key=lambda item: _RANK[item[2]])[2])
            ending = [index for stop, index, _ in active if stop == end]
            notes = [tag("a", str(index), href=f"#rm-f{index}", id=f"rm-t{index}") for index in ending]
            run = Piece(run + (tag("sup", notes) if notes else Piece("")))
        if head is not None and head.start <= start:
            run = tag("b", run)
        inner.append(run)
        if here is None:
            yield from inner
            inner = []
        elif end >= here.span.end:
            yield tag("mark", inner, data_k=here.kind, title=here.tip)
            inner, here = [], None
    yield from inner


_RANK = {"error": 0, "warning": 1, "info": 2}


def legend(lang: Lang) -> Piece:
    """The kinds of facts with their colours."""
    items = [tag("li", [tag("span", class_="rm-key", data_k=kind), pick(lang, zh, en)]) for kind, zh, en in KINDS]
    return tag("ul", items, class_="rm-legend")
