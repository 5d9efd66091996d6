"""What can go wrong. Everything that this package raises by itself is a `ReportError`."""

from __future__ import annotations

from ._native import ReportError

__all__ = ["MissingExtraError", "ReportError"]


class MissingExtraError(ReportError, ImportError):
    """An optional library is not installed; the message says how to get it. Its ``kind`` is ``missing_extra``."""

    kind = "missing_extra"

    def __init__(self, library: str, extra: str) -> None:
        """Names the library that is missing and the extra of this package that brings it."""
        super().__init__(
            f'{library} 未安装：pip install "report-model[{extra}]" / '
            f'{library} is not installed: pip install "report-model[{extra}]"'
        )
        self._of = (library, extra)

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        """Pickles by the names, not by the message."""
        return type(self), self._of
