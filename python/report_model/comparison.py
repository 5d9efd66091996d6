"""Two reports beside each other. Nothing is judged: what differs is shown, with its places in both texts."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ._native import diff_html, diff_json, diff_markdown
from .codec import decoder, encoder
from .display.lang import Lang, language
from .model.head import Coverage, Text
from .model.span import Span
from .model.vocabulary import Bound, Channel, MeasureKind, OffsetEncoding, RefersTo, Role, Stated
from .report import Report

Change = Literal["changed", "added", "gone"]
"""What became of a value: stated by both differently, by the right report only, by the left one only."""
Direction = Literal["rise", "fall", "open"]
"""Which way a number went: certainly more, certainly less, or not to be told from the printed digits and hedges."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a text was carried over word for word; blanks and headings are not counted."""

    carried: int
    """Characters carried over."""
    of: int
    """Characters in all."""
    ratio: float | None
    """``carried / of``, to four places; nothing where there is no text."""


@dataclass(frozen=True, slots=True)
class Document:
    """One of both reports."""

    source: str | None
    """Label or path as given."""
    title: Text | None
    """The title line."""
    institution: Text | None
    """Who reports."""
    coverage: Coverage | None
    """The year it says it is for."""
    share: Share
    """How much of its text the other report has word for word."""


@dataclass(frozen=True, slots=True)
class SectionSide:
    """A part as one of the reports has it."""

    path: tuple[str, ...]
    """Labels from the top to the part itself, as printed."""
    title: Text
    """The heading's words."""
    span: Span
    """From the label to the end, parts below included."""
    share: Share
    """How much of its text the other report has word for word."""


@dataclass(frozen=True, slots=True)
class SectionPair:
    """A part of one report or of both."""

    state: Literal["kept", "added", "gone"]
    """Who has it: both, the right one only, the left one only."""
    moved: bool
    """True where it stands below another part or in another order than before."""
    renamed: bool
    """True where the words of its heading differ."""
    renumbered: bool
    """True where its number differs; numbers play no part in the matching."""
    role: Role
    """What it is about."""
    parent: int | None
    """Index in the comparison's ``sections`` of the part it stands below."""
    left: SectionSide | None
    """In the left report."""
    right: SectionSide | None
    """In the right report."""


@dataclass(frozen=True, slots=True)
class MeasureKey:
    """What a quantity counts, by which it was matched."""

    kind: MeasureKind
    """What it counts."""
    channel: Channel | None
    """Through which channel."""
    unit: str | None
    """The printed classifier."""
    subject: str | None
    """The words that say what is counted."""
    refers_to: RefersTo
    """What time it speaks of."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value as one report states it."""

    value: str
    """A plain number, an ISO date, two dates with a slash between, or words."""
    number: int | float | None
    """The number, where it is one."""
    bound: Bound | None
    """How exact the number claims to be."""
    stated: Stated | None
    """For counts of applications and the like: as a number or as "none"."""
    words: str
    """The words as printed, line breaks as blanks."""
    span: Span
    """Where they stand."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Right minus left, as far as the printed digits and hedges allow: 3000余 to 3200 is no exact change."""

    direction: Direction
    """Which way."""
    exact: int | float | None
    """The difference, where both numbers are exact."""
    about: int | float | None
    """The difference of the printed numbers, where a hedge keeps it from being exact."""
    least: int | float | None
    """The least difference possible; nothing where open."""
    most: int | float | None
    """The greatest difference possible; nothing where open."""


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that differs between two reports."""

    field: str
    """Where a report keeps it: ``requests.received``, ``period``, ``checklist.12``, ``measures``."""
    change: Change
    """What became of it."""
    measure: MeasureKey | None
    """For ``measures``: what is counted."""
    section: int | None
    """Index in the comparison's ``sections`` of the part it stands in."""
    left: Evidence | None
    """As the left report states it."""
    right: Evidence | None
    """As the right report states it."""
    difference: Difference | None
    """For numbers stated by both."""
    derived: bool
    """True for a sum that changed because one of its summands did, which is listed on its own."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many values came out how."""

    same: int
    """Stated alike by both."""
    changed: int
    """Stated by both, differently."""
    added: int
    """Stated by the right report only."""
    gone: int
    """Stated by the left report only."""


@dataclass(frozen=True, slots=True)
class CarriedSpan:
    """Words that both reports have. Blanks and line breaks between them may differ."""

    left: Span
    """In the left text."""
    right: Span
    """In the right text."""
    left_section: int | None
    """Index in the comparison's ``sections`` of the part on the left that has the words itself."""
    right_section: int | None
    """The same on the right."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two reports; ``left`` is usually the earlier one (``docs/comparison-format.md``)."""

    schema: str
    """``report-model-comparison/1``."""
    unit: OffsetEncoding
    """Unit of all spans: code points."""
    left: Document
    """The left report."""
    right: Document
    """The right report."""
    sections: tuple[SectionPair, ...]
    """All parts: those of the right report in its order, a part gone behind the one that it followed."""
    values: tuple[ValueChange, ...]
    """Values that differ, each by its place in the text."""
    tally: Tally
    """How many values came out how."""
    carried: tuple[CarriedSpan, ...]
    """Text carried over word for word, in the order of the right report."""
    left_report: Report = field(repr=False, metadata={"apart": True})
    """The left report itself."""
    right_report: Report = field(repr=False, metadata={"apart": True})
    """The right report itself."""

    def where(self, *, change: Change | None = None, field: str | None = None) -> tuple[ValueChange, ...]:
        """The values with such a change, or of such a field or group of fields (``"requests"``)."""
        return tuple(
            value
            for value in self.values
            if (change is None or value.change == change)
            and (field is None or value.field == field or value.field.startswith(field + "."))
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain data, as ``report-model diff --format json`` writes it, spans in code points."""
        return encoder(Comparison)(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The JSON of `to_dict`."""
        separators = (",", ":") if indent is None else None
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, separators=separators)

    def markdown(self, *, lang: Lang | None = None) -> str:
        """The comparison for people, in Markdown."""
        return diff_markdown(_given(self.left_report), _given(self.right_report), language(lang) == "zh")

    def html(self, *, lang: Lang | None = None) -> str:
        """A whole page: values, parts, both texts side by side. No script."""
        from .display.page import comparison_page

        fragment = diff_html(_given(self.left_report), _given(self.right_report), language(lang) == "zh")
        return comparison_page(self, fragment, lang)

    def html_snippet(self, *, lang: Lang | None = None) -> str:
        """The card that a notebook shows: what changed, with quotes only."""
        from .display.compared import comparison_card

        return comparison_card(self, lang)

    def write_html(self, path: str | Path, *, lang: Lang | None = None) -> None:
        """Writes the page of `html` to a file."""
        Path(path).write_text(self.html(lang=lang), encoding="utf-8", newline="\n")

    def open(self, *, lang: Lang | None = None) -> None:
        """Shows the page of `html` in the browser."""
        from .display.serve import show_once

        show_once(self.html(lang=lang))

    def __repr__(self) -> str:
        """One line: who with whom, how many values differ."""
        from .display.plain import comparison_line

        return comparison_line(self)

    def _repr_html_(self) -> str:
        return self.html_snippet()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self.html_snippet(), "text/markdown": self.markdown()}


def _given(report: Report) -> tuple[str, str]:
    return report.source_text, report.to_json()


def compare(left: Report, right: Report) -> Comparison:
    r"""What ``right`` says otherwise than ``left``.

    >>> import report_model as rm
    >>> text = "清远湖学院2021年信息公开年度报告\n一、概述\n全年网站公开信息{}条。"
    >>> change = compare(rm.parse(text.format(12)), rm.parse(text.format(15))).values[0]
    >>> change.left.number, change.right.number, change.difference.exact
    (12, 15, 3)
    """
    found = json.loads(diff_json(_given(left), _given(right)))
    return decoder(Comparison)(found, left_report=left, right_report=right)
