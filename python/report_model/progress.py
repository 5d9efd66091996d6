"""Progress of long work: a line on standard error, or whatever the caller brings."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any, TypeAlias

Hook: TypeAlias = Callable[[int, int], object]
"""Called with the number of files done and of all files."""

# What is done sooner needs no line.
_DELAY = 0.5
_WIDTH = 32


def hook(wanted: bool | Callable[..., Any]) -> tuple[Hook | None, Callable[[], None]]:
    """What to call as files are done, and what to call at the end.

    ``True`` gives a line on standard error where that is a terminal. A class like ``tqdm.tqdm`` gives a bar of its
    kind; any other function is called with the two numbers itself.
    """
    if wanted is True:
        return _line() if sys.stderr is not None and sys.stderr.isatty() else (None, _nothing)
    if wanted is False or wanted is None:
        return None, _nothing
    if isinstance(wanted, type) or hasattr(wanted, "monitor_interval"):
        return _bar(wanted)
    return wanted, _nothing


def _nothing() -> None:
    pass


def _line() -> tuple[Hook, Callable[[], None]]:
    began, shown = time.monotonic(), False

    def tell(done: int, total: int) -> None:
        nonlocal shown
        if not shown and time.monotonic() - began < _DELAY:
            return
        shown = True
        filled = _WIDTH * done // max(total, 1)
        sys.stderr.write(f"\r{'█' * filled}{'░' * (_WIDTH - filled)} {done}/{total}")
        sys.stderr.flush()

    def end() -> None:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    return tell, end


def _bar(kind: Callable[..., Any]) -> tuple[Hook, Callable[[], None]]:
    """A bar of tqdm's kind is made with ``total`` and moved by ``update``."""
    bars: list[Any] = []
    reached = 0

    def tell(done: int, total: int) -> None:
        nonlocal reached
        if not bars:
            bars.append(kind(total=total, unit="file"))
        bars[0].update(done - reached)
        reached = done

    def end() -> None:
        for bar in bars:
            bar.close()

    return tell, end
