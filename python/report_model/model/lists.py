"""Lists of a report that can be searched. They are tuples in every other respect."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from .findings import Diagnostic
from .measures import Measure
from .vocabulary import Bound, Channel, MeasureKind, RefersTo, Severity

T = TypeVar("T")

_ANY = "*"


class Measures(tuple[Measure, ...]):
    """The quantities of a report, in the order of the text.

    ``part_of`` and ``share_of`` of a measure are indices into the whole list of the report, also for measures that
    `where` picked out.
    """

    __slots__ = ()

    def where(
        self,
        predicate: Callable[[Measure], bool] | None = None,
        *,
        kind: MeasureKind | str = _ANY,
        channel: Channel | str | None = _ANY,
        refers_to: RefersTo | str = _ANY,
        bound: Bound | str = _ANY,
        unit: str | None = _ANY,
    ) -> Measures:
        r"""The measures for which all of it holds. ``channel=None`` asks for those without a channel.

        >>> import report_model as rm
        >>> report = rm.parse("清远湖学院2021年信息公开年度报告\n一、概述\n网站公开信息12条，微信公众号发布3条。")
        >>> [m.value for m in report.measures.where(channel="wechat")]
        [3]
        """
        wanted = (("kind", kind), ("channel", channel), ("refers_to", refers_to), ("bound", bound), ("unit", unit))
        asked = [(name, value) for name, value in wanted if value != _ANY]
        return Measures(
            measure
            for measure in self
            if all(getattr(measure, name) == value for name, value in asked)
            and (predicate is None or predicate(measure))
        )


class Findings(tuple[Diagnostic, ...]):
    """What is odd in a report, in the order of the text."""

    __slots__ = ()

    def where(self, *, severity: Severity | str = _ANY, code: str = _ANY) -> Findings:
        """The findings of a severity, or of a rule: ``code="RM401"``, or of a family: ``code="RM4"``."""
        return Findings(
            found
            for found in self
            if severity in (_ANY, found.severity) and (code == _ANY or found.code.startswith(code))
        )

    @property
    def errors(self) -> Findings:
        """Those that are wrong as they stand."""
        return self.where(severity="error")

    @property
    def warnings(self) -> Findings:
        """Those that are probably wrong."""
        return self.where(severity="warning")
