"""Reports on a Spark cluster: a folder becomes a DataFrame with the rows of a table.

The package has to be installed on the workers; nothing else is shipped. Run locally:

    pip install "report-model[spark]"
    python -c "
    from pyspark.sql import SparkSession
    from report_model.integrations.spark import parse_files
    parse_files(SparkSession.builder.getOrCreate(), 'reports').groupBy('channel').count().show()"
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlparse

from ..corpus import Corpus, parse_many
from ..table import TableName, _library

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

# Documents taken at once by a task: enough to hide the cost of a batch, few enough for the memory of a worker.
_AT_ONCE = 64


def schema(table: TableName = "measures", *, evidence: bool = True) -> Any:
    """The table's schema as Spark's ``StructType``."""
    arrow = _library("pyarrow", "spark")
    types = _library("pyspark.sql.pandas.types", "spark")
    return types.from_arrow_schema(arrow.schema(parse_many([]).table(table, evidence=evidence)))


def parse_files(
    spark: SparkSession,
    path: str | list[str],
    *,
    table: TableName = "measures",
    evidence: bool = True,
    audit: bool = True,
    glob: str | None = None,
    max_bytes: int | None = None,
    registry: str | bytes | None = None,
) -> DataFrame:
    """A table of all files below a path that Spark can read, on this machine or in a store.

    The rows are those of ``read_many(path).table(table)``; a file that can't be read is a row of the table ``reports``.
    ``glob`` picks files by name (``"*.html"``); ``registry`` is a list of institutions, sent to the workers.
    """
    from ..corpus import registry_bytes

    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    if glob is not None:
        reader = reader.option("pathGlobFilter", glob)
    read = _reader(table, evidence, audit=audit, max_bytes=max_bytes, registry=registry_bytes(registry))
    return reader.load(path).select("path", "content").mapInArrow(read, schema(table, evidence=evidence))


def _reader(
    table: TableName, evidence: bool, **options: Any
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """What a worker does with its share of the files."""

    def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        arrow = _library("pyarrow", "spark")
        for batch in batches:
            for start in range(0, batch.num_rows, _AT_ONCE):
                part = batch.slice(start, _AT_ONCE)
                names = map(local_name, part.column(0).to_pylist())
                # Spark runs a task on each core already.
                corpus: Corpus = parse_many(zip(names, part.column(1).to_pylist(), strict=True), workers=1, **options)
                yield from arrow.RecordBatchReader.from_stream(corpus.table(table, evidence=evidence))

    return read


def local_name(uri: str) -> str:
    """The name of a file on this machine without its scheme, as `read_many` gives it; others stay as they are.

    >>> local_name("file:/data/甲 乙.txt"), local_name("hdfs://store/甲.txt")
    ('/data/甲 乙.txt', 'hdfs://store/甲.txt')
    """
    parts = urlparse(uri)
    return uri[len("file:") :].replace("//", "", 1) if parts.scheme == "file" else uri
