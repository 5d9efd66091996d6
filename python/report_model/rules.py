"""The rules of the audit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from ._native import rules_json
from .model.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the audit."""

    code: str
    """``RM`` and three digits; the first tells the family."""
    name: str
    """Its name, in words joined by hyphens."""
    severity: Severity
    """How grave its findings are."""
    title: str
    """What it is about, in Chinese."""
    title_en: str
    """The same in English."""
    help: str
    """How to mend it, in Chinese."""
    help_en: str
    """The same in English."""
    page: str
    """All about it, in Markdown: why, an example, the source."""


@cache
def rules() -> dict[str, Rule]:
    """The rules by code.

    >>> rules()["RM401"].severity
    'error'
    """
    return {rule["code"]: Rule(**rule) for rule in json.loads(rules_json())}
