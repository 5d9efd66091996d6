"""Quantities that the institution states of its activity."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span
from .vocabulary import Bound, Channel, MeasureKind, RefersTo


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity that the institution states of its activity."""

    value: int | float
    """The number, exact: 36.5万 is 365000, 84.31% is 84.31."""
    unit: str | None
    """The printed classifier without 万/亿; ``null`` where none is printed."""
    bound: Bound
    """How exact the number claims to be."""
    kind: MeasureKind
    """What it counts."""
    channel: Channel | None
    """Through which channel; ``null`` where none or several are named."""
    subject: str | None
    """The words that say what is counted."""
    section: tuple[str, ...]
    """Path of labels of the section it stands in, for example ``["二、", "(一)"]``."""
    refers_to: RefersTo
    """What time it speaks of."""
    part_of: int | None
    """Index (in the report's list) of the measure it is stated to be a part of."""
    share_of: int | None
    """For a percentage: index of the count whose share it is."""
    span: Span
    """From the first digit to the end of unit and hedge."""
