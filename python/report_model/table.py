"""A table of a corpus, for whatever library takes Arrow."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ._native import NativeCorpus, NativeTable, columns_json
from .display.lang import Lang
from .errors import MissingExtraError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

TableName: TypeAlias = Literal[
    "reports",
    "values",
    "parts",
    "sections",
    "measures",
    "requests",
    "citations",
    "channels",
    "checklist",
    "points",
    "diagnostics",
]
"""The tables; `tables` tells what their rows are."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    """Its name."""
    type: str
    """``text``, ``integer``, ``number``, ``boolean`` or ``date``."""
    unit: str
    """Unit of the values; empty where they have none or another column gives it."""
    meaning: str
    """What it says, in English."""
    meaning_zh: str
    """The same in Chinese."""
    source: str
    """The regulation that asks for the value, or the rule by which it is told; empty where it is as printed."""
    evidence: bool
    """True where it only shows where another column's value stands."""


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What a table is about."""

    name: str
    """Its name."""
    meaning: str
    """What its rows are, in English."""
    meaning_zh: str
    """The same in Chinese."""
    columns: tuple[Column, ...]
    """Its columns."""


@cache
def tables() -> dict[str, TableFacts]:
    """What tables there are, by name."""
    found = {}
    for table in json.loads(columns_json()):
        columns = tuple(Column(**column) for column in table.pop("columns"))
        found[table["name"]] = TableFacts(columns=columns, **table)
    return found


class Table:
    """A table of a corpus. Rows are made when a library asks for them, a batch at a time.

    It speaks the Arrow PyCapsule interface, so that ``polars.DataFrame(table)``, ``pyarrow.table(table)`` and others
    take it as it is, without a copy and without a library that this package would need.
    """

    __slots__ = ("_corpus", "_evidence", "_native", "name")

    name: str
    """Name of the table."""

    def __init__(self, corpus: NativeCorpus, name: str, evidence: bool) -> None:
        """Use ``corpus.table(name)``."""
        self._corpus, self.name, self._evidence = corpus, name, evidence
        self._native: NativeTable = corpus.table(name, evidence=evidence)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, with what they mean."""
        columns = tables()[self.name].columns
        # The long tables always have their evidence.
        return columns if self._evidence else tuple(column for column in columns if not column.evidence)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow stream."""
        return self._native.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        """The types of the columns."""
        return self._native.__arrow_c_schema__()

    def rows(self, limit: int | None = None) -> list[dict[str, Any]]:
        """Rows as plain dicts, dates as ISO words; the first ``limit`` of them, or all."""
        return _rows(self._native.json_lines(limit))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """All rows, as `rows` gives them; those of one file at a time are in memory."""
        for file in range(len(self._corpus)):
            yield from _rows(self._native.json_lines(file=file))

    def to_arrow(self) -> pyarrow.Table:
        """A ``pyarrow.Table``; needs the extra ``arrow``."""
        return _library("pyarrow", "arrow").table(self)

    def to_polars(self) -> polars.DataFrame:
        """A ``polars.DataFrame``; needs the extra ``polars``."""
        return _library("polars", "polars").DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """A ``pandas.DataFrame``; needs the extra ``pandas``.

        Whole numbers that may be missing stay whole (``Int64``), dates are days.
        """
        frames, arrow = _library("pandas", "pandas"), _library("pyarrow", "pandas")
        kinds = {
            arrow.int64(): frames.Int64Dtype(),
            arrow.bool_(): frames.BooleanDtype(),
            arrow.float64(): frames.Float64Dtype(),
            # Days as objects would become words in Dask, and have no ``.dt``.
            arrow.date32(): frames.ArrowDtype(arrow.date32()),
        }
        frame: pandas.DataFrame = arrow.table(self).to_pandas(types_mapper=kinds.get)
        return frame

    def to_csv(self, path: str | os.PathLike[str], *, bom: bool = False) -> int:
        """Writes a CSV file in UTF-8 and gives the number of rows; with ``bom`` also Excel opens it in Chinese."""
        return self._native.write(os.fspath(path), "csv", bom=bom)

    def to_jsonl(self, path: str | os.PathLike[str]) -> int:
        """Writes a row a line, as JSON, and gives their number."""
        return self._native.write(os.fspath(path), "jsonl")

    def to_parquet(self, path: str | os.PathLike[str]) -> int:
        """Writes a Parquet file and gives the number of rows."""
        return self._native.write(os.fspath(path), "parquet")

    def to_arrow_file(self, path: str | os.PathLike[str]) -> int:
        """Writes an Arrow file (Feather) and gives the number of rows."""
        return self._native.write(os.fspath(path), "arrow")

    def to_excel(self, path: str | os.PathLike[str]) -> int:
        """Writes a workbook with this one sheet and gives the number of rows."""
        return self._native.write(os.fspath(path), "xlsx")

    def __repr__(self) -> str:
        """Name, number of columns, what the rows are."""
        return f"<Table {self.name}: {len(self.columns)} columns, {tables()[self.name].meaning}>"

    def html_snippet(self, *, rows: int = 10, lang: Lang | None = None) -> str:
        """The first rows, as a notebook shows them."""
        from .display.tables import table_card

        return table_card(self, rows, lang)

    def _repr_html_(self) -> str:
        return self.html_snippet()


def _rows(lines: str) -> list[dict[str, Any]]:
    # Not splitlines: words may hold separators that JSON does not count as ends of lines.
    return [json.loads(line) for line in lines.split("\n") if line]


def _library(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as why:
        raise MissingExtraError(name, extra) from why
