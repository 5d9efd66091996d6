r"""Reads annual information-disclosure reports of Chinese universities (高校信息公开年度报告) into typed data.

>>> import report_model as rm
>>> report = rm.parse("清远湖学院2021年信息公开年度报告\n一、概述\n全年公开信息12条。")
>>> measure = report.measures[0]
>>> measure.value, measure.unit, report.source_text[measure.span.slice]
(12, '条', '12条')

`parse`, `parse_bytes` and `read` give a `Report`; `read_many` a `Corpus`, whose tables pandas, Polars, DuckDB and
pyarrow take. ``report_model.plot`` draws, ``report_model.integrations`` works on a cluster; both need optional
libraries.
"""

from . import model
from ._native import __version__
from .comparison import Comparison
from .corpus import Corpus, FileError, parse_many, read_many
from .errors import MissingExtraError, ReportError
from .model import *  # noqa: F403
from .reading import parse, parse_bytes, read
from .report import FileFacts, Report
from .reuse import Reuse
from .rules import Rule, rules
from .series import Series
from .table import Column, Table, TableFacts, tables

__all__ = [
    "Column",
    "Comparison",
    "Corpus",
    "FileError",
    "FileFacts",
    "MissingExtraError",
    "Report",
    "ReportError",
    "Reuse",
    "Rule",
    "Series",
    "Table",
    "TableFacts",
    "__version__",
    "parse",
    "parse_bytes",
    "parse_many",
    "read",
    "read_many",
    "rules",
    "tables",
]
__all__ += model.__all__
