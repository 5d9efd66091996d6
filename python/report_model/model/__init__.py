"""The types of a report: frozen, comparable, hashable; each value with the place of its words."""

from .findings import Check, Diagnostic, Fix, Related
from .head import (
    Citation,
    Contact,
    Coverage,
    DateValue,
    DeclaredParts,
    DocumentNumber,
    Institution,
    Letter,
    Link,
    Page,
    Period,
    Province,
    Signed,
    Text,
    Views,
)
from .lists import Findings, Measures
from .measures import Measure
from .requests import Oversight, Refusal, Requests, StatedCount
from .sections import ChannelMention, ChecklistEntry, Point, PrescribedPart, PrintedTable, Section, TableCell
from .span import Span

__all__ = [
    "ChannelMention",
    "Check",
    "ChecklistEntry",
    "Citation",
    "Contact",
    "Coverage",
    "DateValue",
    "DeclaredParts",
    "Diagnostic",
    "DocumentNumber",
    "Findings",
    "Fix",
    "Institution",
    "Letter",
    "Link",
    "Measure",
    "Measures",
    "Oversight",
    "Page",
    "Period",
    "Point",
    "PrescribedPart",
    "PrintedTable",
    "Province",
    "Refusal",
    "Related",
    "Requests",
    "Section",
    "Signed",
    "Span",
    "StatedCount",
    "TableCell",
    "Text",
    "Views",
]
