"""Reports as a Dask DataFrame: each partition reads its own files, on this machine or on a cluster."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..corpus import parse_many, read_many
from ..table import TableName, _library

if TYPE_CHECKING:
    import pandas
    from dask.dataframe import DataFrame


def parse_files(
    paths: Sequence[str | os.PathLike[str]],
    *,
    table: TableName = "measures",
    evidence: bool = True,
    audit: bool = True,
    files_per_partition: int = 100,
    max_bytes: int | None = None,
    registry: str | bytes | None = None,
) -> DataFrame:
    """A table of these files. The rows are those of ``read_many(paths).table(table)``, in the same order.

    Every worker must be able to open the paths.
    """
    from ..corpus import registry_bytes

    frames = _library("dask.dataframe", "dask")
    names = [os.fspath(path) for path in paths]
    parts = [names[start : start + files_per_partition] for start in range(0, len(names), files_per_partition)]
    options = {"audit": audit, "max_bytes": max_bytes, "registry": registry_bytes(registry)}
    empty = parse_many([]).table(table, evidence=evidence).to_pandas()
    found: DataFrame = frames.from_map(
        _part, parts or [[]], table=table, evidence=evidence, options=options, meta=empty
    )
    return found


def _part(names: list[str], *, table: TableName, evidence: bool, options: dict[str, Any]) -> pandas.DataFrame:
    # Dask runs a task on each core already.
    corpus = read_many(names, workers=1, progress=False, **options)
    return corpus.table(table, evidence=evidence).to_pandas()
