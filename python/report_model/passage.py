"""Words with what stands round them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .model.span import Span

# Where a sentence ends.
_ENDS = "。！？!?；;\n\r"


@dataclass(frozen=True, slots=True)
class Context:
    """Words with what stands before and behind them. As a string: ``before【words】after``."""

    before: str
    """What stands before."""
    words: str
    """The words themselves."""
    after: str
    """What stands behind."""

    def __str__(self) -> str:
        """In one line, the words in brackets."""
        return f"{self.before}【{self.words}】{self.after}".replace("\r", "").replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with words marked in it; in a notebook, a line of HTML."""

    source_text: str = field(repr=False)
    """The whole text."""
    span: Span
    """The marked words."""
    around: Span
    """The sentence."""

    def __str__(self) -> str:
        """In one line, the words in brackets."""
        before, words, after = self.pieces()
        return f"{before}【{words}】{after}".replace("\r", "").replace("\n", " ")

    def pieces(self) -> tuple[str, str, str]:
        """What stands before the words, the words, and what stands behind."""
        text = self.source_text
        return (
            text[self.around.start : self.span.start],
            text[self.span.slice],
            text[self.span.end : self.around.end],
        )

    def html(self) -> str:
        """A line of HTML, the words in a ``mark``."""
        from .display.text import passage

        return passage(self)

    def _repr_html_(self) -> str:
        return self.html()


def sentence(text: str, span: Span, chars: int) -> Span:
    """The sentence round a place, cut at ``chars`` characters to a side."""
    start = max(0, span.start - chars)
    before = max((text.rfind(end, start, span.start) for end in _ENDS), default=-1)
    stop = min(len(text), span.end + chars)
    # The words may hold the sentence's end themselves.
    found = [at for at in (text.find(end, max(span.start, span.end - 1), stop) for end in _ENDS) if at >= 0]
    after = min(found, default=stop - 1) + 1
    return Span(max(start, before + 1), max(span.end, after))
