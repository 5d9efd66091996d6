"""Reads annual information-disclosure reports of Chinese universities (高校信息公开年度报告) into plain data.

>>> import report_model
>>> text = "清远湖学院2021年信息公开年度报告\\n一、概述\\n全年公开信息12条。"
>>> report = report_model.parse(text)
>>> start, end = report["measures"][0]["span"]
>>> text[start:end]
'12条'
"""

import json
from typing import Any

from ._native import ReportError, __version__, parse_json

__all__ = ["ReportError", "__version__", "parse", "parse_json"]


def parse(text: str, *, source: str | None = None) -> dict[str, Any]:
    """Reads a report. Spans count code points: ``text[start:end]`` gives the words.

    ``source`` is a label or path, copied to the report. Raises `ReportError` where the text can't be read at all;
    any other text gives a report, perhaps of kind ``other``, with diagnostics.
    """
    report: dict[str, Any] = json.loads(parse_json(text, source=source))
    return report
