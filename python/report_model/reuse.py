"""Passages that reports of a corpus share."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ._native import NativeCorpus
from .model.span import Span


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """One place of a passage."""

    path: str
    """The file."""
    institution: str | None
    """One spelling of the school's name, or its code."""
    year: int | None
    """The year in which the reported year ends."""
    date: date | None
    """The day the report was signed, else published."""
    span: Span
    """Where in its text."""
    words: str
    """The words there."""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Passages that say nearly the same."""

    reach: Literal["within", "between"]
    """Between years of one school, or between schools."""
    institutions: int
    """Number of institutions."""
    characters: int
    """Characters of the longest member, blanks and signs aside."""
    places: tuple[SharedPlace, ...]
    """Where it stands, by report and place."""
    original: int | None
    """Index in ``places`` of the most likely original: the earliest report. Nothing where dates do not tell."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """What the reports of a corpus share."""

    passages: tuple[SharedPassage, ...]
    """Passages that some reports share, those of the most characters first."""
    common: tuple[SharedPassage, ...]
    """Wording that many schools have: shared, but copied from nobody in particular."""
    compared: int
    """Passages compared."""
    prescribed: int
    """Passages of prescribed wording, set apart."""
    figures: int
    """Passages that are little more than figures, set apart."""


def reuse_of(native: NativeCorpus, labels: Sequence[str], *, likeness: int, common: int) -> Reuse:
    """Looks for shared passages and takes their words from the texts."""
    found = json.loads(native.reuse_json(likeness=likeness, common=common))
    # A text is unpacked once, whatever the number of passages in it.
    places: dict[int, set[tuple[int, int]]] = {}
    for cluster in (*found["clusters"], *found["common"]):
        for member in cluster["members"]:
            places.setdefault(member["document"], set()).add((member["span"][0], member["span"][1]))
    words: dict[tuple[int, int, int], str] = {}
    for document, spans in places.items():
        text, _ = native.get(found["files"][document])
        words.update({(document, start, end): text[start:end] for start, end in spans})

    def place(member: dict[str, Any]) -> SharedPlace:
        index: int = member["document"]
        file: int = found["files"][index]
        document, span = found["documents"][index], Span(*member["span"])
        day = document["date"]
        return SharedPlace(
            path=labels[file],
            institution=document["key"],
            year=document["year"],
            date=None if day is None else date.fromisoformat(day),
            span=span,
            words=words[index, span.start, span.end],
        )

    def passage(cluster: dict[str, Any]) -> SharedPassage:
        return SharedPassage(
            reach=cluster["reach"],
            institutions=cluster["institutions"],
            characters=cluster["characters"],
            places=tuple(map(place, cluster["members"])),
            original=cluster["original"],
        )

    looked_at = found["looked_at"]
    return Reuse(
        passages=tuple(map(passage, found["clusters"])),
        common=tuple(map(passage, found["common"])),
        compared=looked_at["passages"],
        prescribed=looked_at["prescribed"],
        figures=looked_at["figures"],
    )
