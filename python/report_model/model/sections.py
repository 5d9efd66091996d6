"""Parts of the body, tables, channels, the checklist, problems and plans."""

from __future__ import annotations

from dataclasses import dataclass, field

from .head import Link, Text
from .span import Span
from .vocabulary import CellState, Channel, ChecklistStatus, PartState, Role


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table."""

    text: str
    """The words."""
    span: Span
    """Where they stand."""
    row_span: int
    """Rows covered."""
    col_span: int
    """Columns covered."""
    state: CellState
    """Nothing, slash, dash, zero or a value."""
    links: tuple[Link, ...]
    """Links in the cell."""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table."""

    span: Span
    """The whole table."""
    rows: tuple[tuple[TableCell, ...], ...]
    """Rows of cells."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under its heading."""

    label: str | None
    """As printed ("一、", "(三)", "1."); ``null`` for a heading without number."""
    level: int
    """By the form of the numeral: 一、=1, (一)=2, 1.=3, (1) or ①=4, also where a level is skipped."""
    title: Text
    """The heading's words, without label and final 。"""
    role: Role
    """What the part is about."""
    span: Span
    """From the label to the end of the part, children included."""
    paragraphs: tuple[Span, ...]
    """Paragraphs that stand directly in this part."""
    tables: tuple[PrintedTable, ...]
    """Tables that stand directly in this part."""
    children: tuple[Section, ...]
    """Parts below."""


@dataclass(frozen=True, slots=True)
class PrescribedPart:
    """One of the parts that the Ministry's yearly notices prescribe (``data/parts.csv``), in their order."""

    role: Role
    """Which part."""
    title: str
    """Its prescribed title."""
    state: PartState
    """How it is there."""
    required: bool
    """True where the notices ask for a part of its own; many reports put the others into an attachment."""
    span: Span | None
    """The words of the heading that names it."""


@dataclass(frozen=True, slots=True)
class ChannelMention:
    """A channel that the report says it publishes through."""

    channel: Channel
    """The channel."""
    value: str
    """The words of its first mention."""
    span: Span
    """Where it is mentioned first."""
    mentions: int
    """Number of mentions in the body."""


@dataclass(frozen=True, slots=True)
class ChecklistEntry:
    """One of the 50 items of 教办函〔2014〕23号 that the report touches."""

    item: int
    """Item number, 1–50."""
    spans: tuple[Span, ...]
    """Where the item is touched."""
    urls: tuple[str, ...]
    """Addresses given for it."""
    status: ChecklistStatus
    """What is said about it."""
    department: Text | None = field(default=None, metadata={"omit": True})
    """Who is responsible, where a table of the items says so; absent from the JSON otherwise."""


@dataclass(frozen=True, slots=True)
class Point:
    """A stated problem or a planned measure."""

    value: str
    """The words, without 一是 and final punctuation."""
    span: Span
    """Where they stand."""
