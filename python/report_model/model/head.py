"""What stands before and behind the body: title, institution, dates, letterhead, contact, citations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .span import Span
from .vocabulary import CoverageBasis, InstitutionCategory, ProvinceEvidence


@dataclass(frozen=True, slots=True)
class Text:
    """Words as printed, inner white space removed."""

    value: str
    """The words."""
    span: Span
    """Where they stand."""


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date and the words it was read from."""

    value: date
    """The day."""
    span: Span
    """Where it is printed."""


@dataclass(frozen=True, slots=True)
class Views:
    """A page's view counter."""

    value: int
    """Number of views."""
    span: Span
    """Where it is printed."""


@dataclass(frozen=True, slots=True)
class Province:
    """The province of an institution, with what told it."""

    short_name: str
    """Derived, so simplified whatever is printed: 浙江, 内蒙古."""
    evidence: ProvinceEvidence
    """What told it."""
    span: Span
    """The telling words."""


@dataclass(frozen=True, slots=True)
class Institution:
    """The reporting institution."""

    name: str
    """Full name as printed."""
    span: Span
    """Where it stands (first reliable place: title, preamble, signature, letterhead)."""
    category: InstitutionCategory | None
    """The kind of school its name tells."""
    province: Province | None
    """The province, where the text tells it."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The year the report says it is for: the title's, else the preamble's."""

    basis: CoverageBasis
    """Academic or calendar year."""
    first: int
    """First year named."""
    last: int
    """Last year named; the same as ``first`` for a calendar year."""
    span: Span
    """The words."""


@dataclass(frozen=True, slots=True)
class Period:
    """The statistical period, both ends included."""

    start: date
    """First day."""
    end: date
    """Last day."""
    span: Span
    """From the first date's words to the last's."""


@dataclass(frozen=True, slots=True)
class Page:
    """Metadata lines of the web page, apart from the body."""

    published: DateValue | None
    """Day of publication."""
    views: Views | None
    """View counter."""
    source: Text | None
    """来源"""
    author: Text | None
    """作者, 发布者, 编辑"""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number (发文字号), split: 教办函〔2014〕23号."""

    text: str
    """As printed, white space removed."""
    agency: str | None
    """Issuing agency's code or name: 教办函, 教育部令."""
    year: int | None
    """Year in the brackets."""
    serial: int | None
    """Serial number."""
    span: Span
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A red-header letter (GB/T 9704) round the report, or an addressee above it."""

    issuer: Text | None
    """发文机关 from the red header (…文件)."""
    document_number: DocumentNumber | None
    """发文字号."""
    addressee: Text | None
    """主送机关."""
    title: Text | None
    """The letter's own title."""
    attachments: tuple[Text, ...]
    """附件."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The signature block."""

    by: Text | None
    """Who signed."""
    date: DateValue | None
    """The day of signing."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the office."""

    address: Text | None
    """Postal address."""
    postcode: Text | None
    """Six digits."""
    phones: tuple[Text, ...]
    """Telephone numbers."""
    faxes: tuple[Text, ...]
    """Fax numbers."""
    emails: tuple[Text, ...]
    """E-mail addresses, also masked ones."""


@dataclass(frozen=True, slots=True)
class Link:
    """A web address as printed."""

    url: str
    """The address, trailing punctuation removed."""
    span: Span
    """Where it stands first."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cited in 《…》, once each."""

    title: str
    """Title without the outer 《》."""
    document_number: DocumentNumber | None
    """The number given for it right after or right before."""
    span: Span
    """The title's words, without the outer 《》."""
    instrument: str | None
    """Id of the known regulation that the title names (see ``data/instruments.csv``)."""


@dataclass(frozen=True, slots=True)
class DeclaredParts:
    """The parts that the preamble announces."""

    count: int | None
    """Their stated number."""
    parts: tuple[Text, ...]
    """Their titles as printed."""
    span: Span
    """The announcing words."""
