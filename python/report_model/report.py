"""A report: everything that one document states, and the text it is stated in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ._native import audit_json, reencode_json
from .codec import decoder, encoder
from .display.lang import Lang
from .model.findings import Check, Diagnostic
from .model.head import (
    Citation,
    Contact,
    Coverage,
    DeclaredParts,
    Institution,
    Letter,
    Link,
    Page,
    Period,
    Signed,
    Text,
)
from .model.lists import Findings, Measures
from .model.requests import Oversight, Refusal, Requests
from .model.sections import ChannelMention, ChecklistEntry, Point, PrescribedPart, Section
from .model.span import Span
from .model.vocabulary import DocumentKind, OffsetEncoding, Role, Script
from .passage import Context, Passage, sentence

if TYPE_CHECKING:
    from .comparison import Comparison
    from .table import Table, TableName


@dataclass(frozen=True, slots=True)
class FileFacts:
    """How a file was read: the format that its bytes have, the encoding of its characters, what was noticed."""

    format: str
    """``text``, ``html``, ``docx``, ``pdf``, ``odt``, ``rtf`` …"""
    encoding: str | None
    """Name of the encoding; nothing for formats that fix their own."""
    warnings: tuple[str, ...]
    """What a reader should know, in English."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one annual information-disclosure report of a Chinese university states, each value with its place.

    Made by `parse`, `parse_bytes`, `read` and `read_many`. Spans count code points of `source_text`:
    ``report.source_text[measure.span.slice]`` gives the words. ``None`` is "not mentioned"; a stated nil is a value, 0
    with ``stated == "nil"``.
    """

    schema: str
    """``report-model/1``."""
    unit: OffsetEncoding
    """Unit of all spans."""
    source: str | None
    """Label or path as given."""
    kind: DocumentKind
    """What the document is."""
    script: Script
    """Simplified or traditional characters."""
    title: Text | None
    """The report's own title line."""
    institution: Institution | None
    """Who reports."""
    coverage: Coverage | None
    """The year the report says it is for."""
    period: Period | None
    """Statistical period."""
    page: Page
    """Web-page metadata."""
    letter: Letter | None
    """Red-header letter, document number or addressee."""
    signed: Signed
    """Signature."""
    contact: Contact
    """How to reach the office."""
    links: tuple[Link, ...]
    """Distinct web addresses, in order."""
    citations: tuple[Citation, ...]
    """Documents cited, in order of first appearance."""
    declared_parts: DeclaredParts | None
    """Parts that the preamble announces."""
    parts: tuple[PrescribedPart, ...]
    """The parts that the Ministry prescribes, each present, merged or missing; empty for other documents."""
    sections: tuple[Section, ...]
    """The parts of the body."""
    measures: Measures
    """Quantities, in order."""
    requests: Requests
    """Applications for disclosure."""
    refusals: tuple[Refusal, ...]
    """Grounds of refused applications, where stated."""
    oversight: Oversight
    """Complaints and remedies."""
    channels: tuple[ChannelMention, ...]
    """Channels named, in order of first mention."""
    checklist: tuple[ChecklistEntry, ...]
    """Items of the checklist that the report touches, by number."""
    problems: tuple[Point, ...]
    """Stated problems."""
    improvements: tuple[Point, ...]
    """Planned measures."""
    truncated: bool
    """True where the text breaks off."""
    unclaimed: tuple[Span, ...]
    """Numbers of the body that nothing above explains: the honest recall meter."""
    diagnostics: Findings
    """Findings, by place."""
    checks: tuple[Check, ...]
    """The rules of the audit that had something to look at, by code; empty where no audit was made."""
    source_text: str = field(default="", repr=False, metadata={"apart": True})
    """The text that all spans count in; for files of other formats, the text taken out of them."""
    file: FileFacts | None = field(default=None, compare=False, metadata={"apart": True})
    """How the file was read, where the report was made from bytes."""

    # From and to JSON.

    @classmethod
    def from_json(cls, data: str, source_text: str) -> Report:
        """The report of such JSON, as `to_json`, the command line or JavaScript write it, and its text.

        Spans in any unit are turned into code points. Raises `ReportError` of kind ``not_a_report`` where the JSON is
        something else.
        """
        return cls._of(source_text, reencode_json(source_text, data))

    @classmethod
    def _of(cls, source_text: str, data: str, file: FileFacts | None = None) -> Report:
        return decoder(cls)(json.loads(data), source_text=source_text, file=file)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, the same as ``json.loads(report.to_json())``. The text itself is not in it."""
        return encoder(Report)(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The JSON that all languages share (``docs/json-format.md``), spans in code points."""
        separators = (",", ":") if indent is None else None
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, separators=separators)

    def json(self) -> str:
        """The same as `to_json`, indented for reading."""
        return self.to_json(indent=2)

    # The words.

    def text(self, span: Span) -> str:
        """The words of a place, as they stand in the text."""
        return self.source_text[span.slice]

    def context(self, span: Span, chars: int = 30) -> Context:
        """The words of a place with at most ``chars`` characters before and behind them."""
        text = self.source_text
        return Context(
            before=text[max(0, span.start - chars) : span.start],
            words=text[span.slice],
            after=text[span.end : span.end + chars],
        )

    def show(self, value: Any, *, chars: int = 80) -> Passage:
        """The sentence round a value, its words marked: for anything of the report that has a ``span``, or a span.

        At most ``chars`` characters to a side.
        """
        span = value if isinstance(value, Span) else getattr(value, "span", None)
        if not isinstance(span, Span):
            raise TypeError(f"a value with a span was to be shown, not {type(value).__name__}")
        return Passage(self.source_text, span, sentence(self.source_text, span, chars))

    # Parts and findings.

    def iter_sections(self) -> Iterator[Section]:
        """All parts in the order of the text, each before the parts below it."""

        def walk(sections: Sequence[Section]) -> Iterator[Section]:
            for section in sections:
                yield section
                yield from walk(section.children)

        return walk(self.sections)

    def section(self, role: Role) -> Section | None:
        """The first part of a role, for example ``report.section("proactive")``; nothing where there is none."""
        return next((section for section in self.iter_sections() if section.role == role), None)

    @property
    def findings(self) -> Findings:
        """The same as `diagnostics`: what is odd, in the order of the text."""
        return self.diagnostics

    @property
    def missing_parts(self) -> tuple[PrescribedPart, ...]:
        """The prescribed parts that no heading names."""
        return tuple(part for part in self.parts if part.state == "missing")

    def audit(self, select: Sequence[str] | None = None, ignore: Sequence[str] | None = None) -> Findings:
        """The findings of other rules than those applied in reading: codes or their beginnings (``["RM4"]``)."""
        found = audit_json(self.source_text, self.to_json(), select=_codes(select), ignore=_codes(ignore))
        return Findings(map(decoder(Diagnostic), json.loads(found)))

    def with_source(self, source: str | None) -> Report:
        """The same report under another label."""
        return replace(self, source=source)

    def table(self, name: TableName = "measures", *, evidence: bool = True) -> Table:
        """A table of this report alone, for pandas, Polars, DuckDB or pyarrow; `tables()` tells which there are."""
        from .corpus import Corpus

        return Corpus.from_reports([self]).table(name, evidence=evidence)

    # Beside another report.

    def diff(self, other: Report) -> Comparison:
        """What another report, usually the later one, says otherwise."""
        from .comparison import compare

        return compare(self, other)

    # For people.

    def __repr__(self) -> str:
        """One line: who, which year, how much was read and found."""
        from .display.plain import report_line

        return report_line(self)

    def html(self, *, lang: Lang | None = None) -> str:
        """A whole page: the annotated text with each kind of fact in its colour, and what was found. No script."""
        from .display.page import report_page

        return report_page(self, lang)

    def html_snippet(self, *, show_text: bool = False, lang: Lang | None = None) -> str:
        """The card that a notebook shows. With ``show_text`` the annotated text is part of it, else only quotes."""
        from .display.card import report_card

        return report_card(self, lang, show_text=show_text)

    def markdown(self, *, lang: Lang | None = None) -> str:
        """The card in Markdown."""
        from .display.plain import report_markdown

        return report_markdown(self, lang)

    def write_html(self, path: str | Path, *, lang: Lang | None = None) -> None:
        """Writes the page of `html` to a file."""
        Path(path).write_text(self.html(lang=lang), encoding="utf-8", newline="\n")

    def open(self, *, lang: Lang | None = None) -> None:
        """Shows the page of `html` in the browser; it is served once, from this machine to itself, and kept nowhere."""
        from .display.serve import show_once

        show_once(self.html(lang=lang))

    def _repr_html_(self) -> str:
        return self.html_snippet()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self.html_snippet(), "text/markdown": self.markdown()}


def _codes(given: Sequence[str] | None) -> list[str] | None:
    # A single code is a sequence of letters, too.
    return None if given is None else [given] if isinstance(given, str) else list(given)
