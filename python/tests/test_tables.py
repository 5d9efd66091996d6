"""Tables in other people's hands: pandas, Polars, DuckDB, pyarrow, Excel."""

import csv
import datetime
import gc
from pathlib import Path

import duckdb
import openpyxl
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest

import report_model as rm

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
NAMES = list(rm.tables())


@pytest.fixture(scope="module")
def corpus() -> rm.Corpus:
    return rm.read_many(GOLDEN / "*/input.txt", progress=False)


def plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value


@pytest.mark.parametrize("name", NAMES)
def test_every_library_gets_the_same_rows(corpus: rm.Corpus, name: str) -> None:
    table = corpus.table(name)  # type: ignore[arg-type]
    rows = table.rows()
    columns = [column.name for column in table.columns]
    assert [list(row) for row in rows] == [columns] * len(rows)
    expected = [tuple(row.values()) for row in rows]

    arrow = table.to_arrow()
    assert arrow.column_names == columns
    assert [tuple(map(plain, row.values())) for row in arrow.to_pylist()] == expected
    assert [tuple(map(plain, row)) for row in polars.DataFrame(table).iter_rows()] == expected
    assert [tuple(map(plain, row)) for row in duckdb.sql("from arrow").fetchall()] == expected
    frame = table.to_pandas()
    assert list(frame.columns) == columns
    back = [tuple(None if pandas.isna(x) else plain(x) for x in row) for row in frame.itertuples(index=False)]
    assert back == expected


def test_measures_are_the_reports_measures(corpus: rm.Corpus) -> None:
    told = [(r.source, i, m.value, m.unit, r.text(m.span)) for r in corpus for i, m in enumerate(r.measures)]
    frame = corpus.table("measures").to_polars()
    assert frame.select("report_id", "measure", "value", "unit", "quote").rows() == told
    # Offsets lead back to the words.
    for row in frame.filter(polars.col("measure") == 0).iter_rows(named=True):
        assert corpus[row["report_id"]].source_text[row["start"] : row["end"]] == row["quote"]


def test_duckdb_takes_a_table_by_its_name(corpus: rm.Corpus) -> None:
    measures = corpus.table("measures")
    counted = duckdb.sql("select count(*), typeof(any_value(value)) from measures").fetchall()
    assert counted == [(len(measures.rows()), "DOUBLE")]


def test_the_stream_may_be_taken_again(corpus: rm.Corpus) -> None:
    table = corpus.table("citations")
    assert pyarrow.table(table) == pyarrow.table(table)
    assert pyarrow.schema(table) == pyarrow.table(table).schema
    # A stream outlives the corpus and the table that it was taken from.
    reader = pyarrow.RecordBatchReader.from_stream(rm.Corpus.from_reports(corpus).table("citations"))
    gc.collect()
    assert reader.read_all() == pyarrow.table(table)


def test_types(corpus: rm.Corpus) -> None:
    schema = pyarrow.schema(corpus.table("reports"))
    kinds = {"text": "string", "integer": "int64", "number": "double", "boolean": "bool", "date": "date32[day]"}
    assert [str(field.type) for field in schema] == [kinds[column.type] for column in corpus.table("reports").columns]
    frame = corpus.table("reports").to_pandas()
    assert str(frame["year"].dtype) == "Int64"
    assert set(frame["period_start"].dropna().dt.month) <= {1, 8, 9}


def test_rows_one_file_at_a_time(corpus: rm.Corpus) -> None:
    for name in NAMES:
        table = corpus.table(name)  # type: ignore[arg-type]
        assert list(table) == table.rows()
    assert corpus.table("measures").rows(3) == corpus.table("measures").rows()[:3]


def test_odd_separators_stay_within_their_row() -> None:
    text = "清远湖学院2021年信息公开年度报告\n一、概述\n公开\u2028\x85\x0b信息12条。\r\x0c\u2029微信发布3条。"
    report = rm.parse(text, source="甲\u2028乙\x1e.txt")
    rows = rm.Corpus.from_reports([report]).table("measures").rows()
    assert [row["value"] for row in rows] == [measure.value for measure in report.measures]
    assert {row["report_id"] for row in rows} == {"甲\u2028乙\x1e.txt"}


def test_evidence_may_be_left_out(corpus: rm.Corpus) -> None:
    wide, narrow = corpus.table("reports"), corpus.table("reports", evidence=False)
    left_out = {column.name for column in wide.columns if column.evidence}
    assert left_out
    assert [c.name for c in narrow.columns] == [c.name for c in wide.columns if c.name not in left_out]
    assert narrow.to_polars().columns == [c.name for c in narrow.columns]


def test_the_table_of_one_report(corpus: rm.Corpus) -> None:
    report = corpus[3]
    rows = [row for row in corpus.table("citations") if row["report_id"] == report.source]
    assert report.table("citations").rows() == rows
    assert report.table().to_polars()["value"].to_list() == [float(m.value) for m in report.measures]


def test_unknown_tables_are_named(corpus: rm.Corpus) -> None:
    with pytest.raises(rm.ReportError, match="measures") as caught:
        corpus.table("numbers")  # type: ignore[arg-type]
    assert caught.value.kind == "no_such_table"


def test_files(corpus: rm.Corpus, tmp_path: Path) -> None:
    table = corpus.table("measures")
    rows = table.rows()
    assert table.to_parquet(tmp_path / "m.parquet") == table.to_csv(tmp_path / "m.csv", bom=True) == len(rows)
    assert table.to_jsonl(tmp_path / "m.jsonl") == table.to_arrow_file(tmp_path / "m.arrow") == len(rows)
    assert (tmp_path / "m.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["quote"] for row in csv.DictReader(file)] == [row["quote"] for row in rows]
    assert polars.read_ipc(tmp_path / "m.arrow").equals(table.to_polars())
    assert polars.read_ndjson(tmp_path / "m.jsonl", infer_schema_length=None).height == len(rows)
    assert not list(tmp_path.glob("*.part"))
    with pytest.raises(rm.ReportError, match="folder") as caught:
        table.to_csv(tmp_path / "no" / "folder" / "m.csv")
    assert caught.value.kind == "io"


def test_duckdb_reads_the_parquet_files_with_the_right_types(corpus: rm.Corpus, tmp_path: Path) -> None:
    counts = corpus.to_parquet(tmp_path)
    assert list(counts) == NAMES
    kinds = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
    for name, count in counts.items():
        path = tmp_path / f"{name}.parquet"
        told = duckdb.sql(f"describe from '{path}'").fetchall()
        assert [(row[0], row[1]) for row in told] == [(c.name, kinds[c.type]) for c in rm.tables()[name].columns]
        rows = duckdb.sql(f"from '{path}'").fetchall()
        assert len(rows) == count
        expected = [tuple(row.values()) for row in corpus.table(name).rows()]  # type: ignore[arg-type]
        assert [tuple(map(plain, row)) for row in rows] == expected


def test_folders_of_csv(corpus: rm.Corpus, tmp_path: Path) -> None:
    assert corpus.to_csv(tmp_path, tables=["parts", "points"]) == {
        "parts": len(corpus.table("parts").rows()),
        "points": len(corpus.table("points").rows()),
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["datapackage.json", "parts.csv", "points.csv"]


def test_excel(corpus: rm.Corpus, tmp_path: Path) -> None:
    corpus.to_excel(tmp_path / "all.xlsx", tables=["reports", "measures"])
    book = openpyxl.load_workbook(tmp_path / "all.xlsx", read_only=True)
    sheets = [sheet.title for sheet in book.worksheets]
    assert len([name for name in sheets if name in ("reports", "measures")]) == 2
    assert book["measures"].max_row >= len(corpus.table("measures").rows()) + 1
    assert corpus.table("points").to_excel(tmp_path / "points.xlsx") == len(corpus.table("points").rows())
    assert "points" in openpyxl.load_workbook(tmp_path / "points.xlsx").sheetnames


def test_columns_say_what_they_mean() -> None:
    for facts in rm.tables().values():
        assert facts.meaning
        assert all(column.meaning and column.meaning_zh for column in facts.columns)
