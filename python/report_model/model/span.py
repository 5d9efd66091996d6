"""A place in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of the report's text, counted in code points, as Python counts.

    >>> "清远湖学院".__getitem__(Span(0, 2).slice)
    '清远'
    """

    start: int
    """Where the words begin."""
    end: int
    """Behind their last character."""

    @property
    def slice(self) -> slice:
        """The same for square brackets: ``text[span.slice]``."""
        return slice(self.start, self.end)

    def __len__(self) -> int:
        """Number of characters."""
        return self.end - self.start

    def __contains__(self, place: Span | int) -> bool:
        """True where the other span, or the position, lies wholly within this one."""
        if isinstance(place, Span):
            return self.start <= place.start and place.end <= self.end
        return self.start <= place < self.end

    def __bool__(self) -> bool:
        """Always true: an empty place is a place, and ``if measure.span`` asks whether there is one."""
        return True
