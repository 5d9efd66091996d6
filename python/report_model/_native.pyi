from typing import Final

__all__ = ["ReportError", "__version__", "parse_json"]

__version__: Final[str]

class ReportError(ValueError):
    """The text can't be read at all."""

    kind: str
    """Stable name of the reason, the same in all languages: ``too_long``."""

def parse_json(text: str, *, source: str | None = None) -> str:
    """The JSON of a report, spans in code points, so that ``text[start:end]`` gives the words."""
