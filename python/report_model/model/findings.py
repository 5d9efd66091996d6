"""What is odd in a report, and what was checked."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span
from .vocabulary import Applicability, Severity


@dataclass(frozen=True, slots=True)
class Related:
    """A place that a finding rests on."""

    message: str
    """What it is, in Chinese."""
    message_en: str
    """The same in English."""
    span: Span
    """Where."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement of the finding's words."""

    span: Span
    """The words to replace."""
    replacement: str
    """What to put there."""
    applicability: Applicability
    """Who may apply it."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: of the reading (the text is cut off) or of the audit (parts do not add up)."""

    code: str
    """Stable code, ``RM`` and three digits."""
    severity: Severity
    """How grave."""
    message: str
    """In Chinese, for the office."""
    message_en: str
    """The same in English."""
    span: Span
    """Where."""
    related: tuple[Related, ...]
    """Other places it rests on."""
    fix: Fix | None
    """A way to mend it, where one exists."""
    fingerprint: str
    """Sixteen hexadecimal digits by which the finding can be dismissed; they survive another run and edits elsewhere
    in the text. Made of the code, the words, those round them and the titles of the parts above; nothing can be
    read back. Empty for warnings about the file that the text was taken from.
    """


@dataclass(frozen=True, slots=True)
class Check:
    """How often a rule of the audit was applied, and with what outcome. Only ``fails`` is loud."""

    code: str
    """The rule's code."""
    holds: int
    """The text is in order."""
    fails: int
    """The text is wrong: as many findings in ``diagnostics``, up to fifty a rule."""
    uncertain: int
    """The words allow both readings."""
    not_assessable: int
    """The text does not say what the rule needs to know."""
