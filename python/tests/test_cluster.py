"""The tables over Spark and Dask: the same rows as from one machine."""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import report_model as rm

GIVEN = os.environ.get("REPORT_MODEL_CORPUS")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(GIVEN is None, reason="REPORT_MODEL_CORPUS names no folder of reports: cargo xtask python"),
]

TABLES = ("measures", "reports", "diagnostics")
FILES = 300


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundred made reports, names that need care, and files that can't be read."""
    assert GIVEN is not None
    folder = tmp_path_factory.mktemp("甲 乙")
    for path in sorted(Path(GIVEN).iterdir())[:FILES]:
        shutil.copy(path, folder / path.name)
    shutil.copy(Path(__file__).parents[2] / "tests/documents/report.docx", folder / "年 报#1%20.docx")
    (folder / "坏.pdf").write_bytes(b"%PDF-1.7\nnothing")
    return folder


@pytest.fixture(scope="module")
def corpus(folder: Path) -> rm.Corpus:
    return rm.read_many(folder, progress=False)


def rows(values: list[dict[str, Any]]) -> Counter[tuple[Any, ...]]:
    """Rows without an order. Numbers as they are; days as words."""
    return Counter(tuple(v.isoformat() if hasattr(v, "isoformat") else v for v in row.values()) for row in values)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.parametrize("table", TABLES)
def test_spark_gives_the_rows_of_read_many(spark: Any, folder: Path, corpus: rm.Corpus, table: Any) -> None:
    from report_model.integrations.spark import parse_files

    frame = parse_files(spark, str(folder), table=table)
    expected = corpus.table(table).rows()
    assert frame.columns == [column.name for column in rm.tables()[table].columns]
    found = rows([row.asDict() for row in frame.collect()])
    assert found == rows(expected)
    assert len(expected) >= FILES


def test_spark_picks_files_and_columns(spark: Any, folder: Path) -> None:
    from report_model.integrations.spark import parse_files

    frame = parse_files(spark, str(folder), table="reports", glob="*.docx", evidence=False, audit=False)
    assert frame.count() == 1
    assert not [name for name in frame.columns if name.endswith("_quote")]
    types = {field.name: field.dataType.simpleString() for field in frame.schema}
    assert (types["year"], types["truncated"]) == ("bigint", "boolean")


@pytest.mark.parametrize("table", TABLES)
def test_dask_gives_the_rows_of_read_many(folder: Path, corpus: rm.Corpus, table: Any) -> None:
    pytest.importorskip("dask.dataframe")
    from report_model.integrations.dask import parse_files

    frame = parse_files(corpus.paths, table=table, files_per_partition=64)
    assert frame.npartitions == -(-len(corpus.paths) // 64)
    expected = corpus.table(table).to_pandas()
    found = frame.compute(scheduler="threads").reset_index(drop=True)
    assert list(frame.columns) == list(expected.columns)
    assert len(found) == len(expected) >= FILES
    # In the same order, and nothing is only nearly equal.
    assert found.astype(object).where(found.notna(), None).equals(expected.astype(object).where(expected.notna(), None))
