"""One document: text, bytes or a file in, a report out."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from ._native import parse_bytes_json, parse_json
from .report import FileFacts, Report, _codes


def parse(
    text: str,
    *,
    source: str | None = None,
    audit: bool = True,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    max_bytes: int | None = None,
) -> Report:
    r"""Reads the text of a report.

    ``source`` is a label or path, copied to the report. With ``audit=False`` no rule is applied; ``select`` and
    ``ignore`` name rules, or the beginnings of their codes: ``select=["RM4"]``.

    Raises `ReportError` of kind ``too_long`` for a text of more than ``max_bytes`` bytes of UTF-8 (16 MiB); any other
    text gives a report, perhaps of kind ``other``, with findings that say what is wrong.

    >>> report = parse("清远湖学院2021年信息公开年度报告\n一、概述\n全年公开信息12条。")
    >>> report.institution.name, report.text(report.measures[0].span)
    ('清远湖学院', '12条')
    """
    data = parse_json(
        text, source=source, audit=audit, select=_codes(select), ignore=_codes(ignore), max_bytes=max_bytes
    )
    return Report._of(text, data)


def parse_bytes(
    data: bytes | bytearray | memoryview,
    *,
    name: str | None = None,
    url: str | None = None,
    audit: bool = True,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    max_bytes: int | None = None,
) -> Report:
    """Reads a document: plain text in any encoding, a web page, a Word, OpenDocument or RTF file, a PDF.

    What it is, is told from the bytes. ``name`` is its label; ``url`` the address of a web page, to which its links are
    relative. ``report.source_text`` is the text taken out of it, ``report.file`` says how.

    Raises `ReportError`, whose ``kind`` names the reason, where nothing can be read: a scanned PDF, a damaged file.

    >>> report = parse_bytes("清远湖学院2021年信息公开年度报告".encode("gb18030"), name="2021.txt")
    >>> report.title.value, report.file.encoding
    ('清远湖学院2021年信息公开年度报告', 'gb18030')
    """
    text, report, about = parse_bytes_json(
        bytes(data),
        name=name,
        url=url,
        audit=audit,
        select=_codes(select),
        ignore=_codes(ignore),
        max_bytes=max_bytes,
    )
    facts = json.loads(about)
    warnings = tuple(str(warning["message_en"]) for warning in facts["warnings"])
    return Report._of(text, report, FileFacts(facts["format"], facts["encoding"], warnings))


def read(
    path: str | os.PathLike[str],
    *,
    audit: bool = True,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    max_bytes: int | None = None,
) -> Report:
    """Reads a file of any format that `parse_bytes` knows. Raises `OSError` where it can't be opened."""
    return parse_bytes(
        Path(path).read_bytes(),
        name=os.fspath(path),
        audit=audit,
        select=select,
        ignore=ignore,
        max_bytes=max_bytes,
    )
