"""Applications for disclosure, complaints and remedies."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span
from .vocabulary import RefusalGround, Stated


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A count with the way it was stated. "None received" is 0 with ``"nil"``; not mentioned is no value at all."""

    value: int | float
    """The count; for fees, the amount in yuan."""
    stated: Stated
    """As a number or as "none"."""
    span: Span
    """The telling words."""


@dataclass(frozen=True, slots=True)
class Requests:
    """Applications for disclosure in the reporting period (Order 29, articles 17–19)."""

    received: StatedCount | None
    """Received."""
    granted: StatedCount | None
    """予以公开"""
    partly_granted: StatedCount | None
    """部分公开"""
    refused: StatedCount | None
    """不予公开"""
    not_held: StatedCount | None
    """信息不存在, 非本校职责"""
    other: StatedCount | None
    """补正, 重复申请, 撤回 and the like, summed."""
    pending: StatedCount | None
    """正在办理, 结转下年"""
    fees: StatedCount | None
    """Fees charged, in yuan."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal with its ground."""

    ground: RefusalGround
    """Ground, after article 10."""
    count: int | float | None
    """Number of refusals, where the text ties one to the ground."""
    span: Span
    """The telling words."""


@dataclass(frozen=True, slots=True)
class Oversight:
    """Complaints and remedies because of information disclosure."""

    complaints: StatedCount | None
    """举报, 投诉"""
    reconsiderations: StatedCount | None
    """行政复议"""
    lawsuits: StatedCount | None
    """行政诉讼"""
