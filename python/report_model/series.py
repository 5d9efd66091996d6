"""The years of an institution side by side."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .codec import decoder
from .comparison import Difference, Evidence, Share
from .model.head import Coverage
from .model.vocabulary import PartState, Role


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure of a year."""

    field: str
    """Which one, for example ``disclosed.website`` or ``requests.received``."""
    unit: str | None
    """The printed classifier; nothing for counts of applications and the like."""
    evidence: Evidence
    """The number with its words and place."""


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """A prescribed part in a year."""

    role: Role
    """Which one."""
    state: PartState
    """How it is there: ``present``, ``merged``, ``missing``, ``not_prescribed``, ``unknown``."""


@dataclass(frozen=True, slots=True)
class Severities:
    """Findings by gravity."""

    errors: int
    """Wrong as it stands."""
    warnings: int
    """Probably wrong."""
    infos: int
    """Worth knowing."""


@dataclass(frozen=True, slots=True)
class Year:
    """One report in the row."""

    source: str
    """Label or path."""
    institution: str | None
    """Who reports, as printed."""
    year: int | None
    """The year in which the reported year ends."""
    coverage: Coverage | None
    """The year as the report says it."""
    figures: tuple[Figure, ...]
    """The key figures that are stated."""
    parts: tuple[SeriesPart, ...]
    """How the prescribed parts are there."""
    diagnostics: Severities
    """Findings of the audit."""
    reused: Share | None
    """How much of the text stands word for word in the report of the year before; nothing without such a report."""

    def figure(self, name: str) -> int | float | None:
        """The number of a key figure; nothing where the report does not state it."""
        return next((figure.evidence.number for figure in self.figures if figure.field == name), None)


@dataclass(frozen=True, slots=True)
class Note:
    """What is odd between two reports of a series."""

    kind: str
    """``rise`` and ``fall`` (twofold, half), ``repeated``, ``unit_changed``, ``part_gone``, ``same_year``."""
    earlier: int = field(metadata={"key": "from"})
    """Index in ``years`` of the earlier report."""
    later: int = field(metadata={"key": "to"})
    """Index in ``years`` of the later report."""
    field: str | None
    """The figure or part (``part.appraisal``); nothing where the note is about the reports."""
    difference: Difference | None
    """For rises and falls, as far as digits and hedges allow."""


@dataclass(frozen=True, slots=True)
class Series:
    """The reports of one institution, by year."""

    key: str | None
    """One spelling of the institution's name, or its code in the registry given."""
    institution: str | None
    """Its name as the latest report prints it."""
    years: tuple[Year, ...]
    """One row a report, by year; those without a year at the end."""
    gaps: tuple[int, ...]
    """Years between the first and the last that no report is for."""
    notes: tuple[Note, ...]
    """What a reader should look at."""

    def rows(self) -> list[dict[str, Any]]:
        """Plain rows, one a report: ``year``, ``source`` and each key figure that any year states."""
        names = dict.fromkeys(figure.field for year in self.years for figure in year.figures)
        return [
            {"year": year.year, "source": year.source, **{name: year.figure(name) for name in names}}
            for year in self.years
        ]

    def _repr_html_(self) -> str:
        from .display.compared import series_card

        return series_card(self, None)


def all_series(data: str) -> tuple[Series, ...]:
    """The series of such JSON."""
    return tuple(map(decoder(Series), json.loads(data)))


def one_of(found: Sequence[Series], wanted: str) -> Series:
    """The one series of an institution. Raises `KeyError` where there is none."""
    for series in found:
        if wanted in (series.key, series.institution) or any(wanted == year.institution for year in series.years):
            return series
    raise KeyError(wanted)
