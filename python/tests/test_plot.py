"""Charts: what they show is what the corpus says, and a renderer takes them."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import report_model as rm
from report_model import plot

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
vl_convert = pytest.importorskip("vl_convert")


@pytest.fixture(scope="module")
def corpus() -> rm.Corpus:
    return rm.read_many(GOLDEN / "*/input.txt", progress=False)


def data(chart: Any) -> list[dict[str, Any]]:
    told = json.loads(chart.to_json())
    found = told.get("data", {}).get("values")
    if found is None:
        (found,) = told["datasets"].values()
    rows: list[dict[str, Any]] = found
    # A renderer is the judge of the rest.
    svg = vl_convert.vegalite_to_svg(chart.to_json())
    assert svg.startswith("<svg")
    assert "Noto Sans CJK SC" in svg
    return rows


def test_by_channel() -> None:
    text = (
        "清远湖学院2021年信息公开年度报告\n一、主动公开\n"
        "网站公开信息12条，其中网站新闻5条、网站通知7条；微信公众号发布3条。上年微信发布2条。"
    )
    rows = data(plot.by_channel(rm.Corpus.from_reports([rm.parse(text)]), lang="zh"))
    assert [(row["channel"], row["value"]) for row in rows] == [("网站", 12), ("微信", 3)]
    assert rows[0]["report"] == "清远湖学院 2021"


def test_trend() -> None:
    texts = [
        f"清远湖学院{year}年信息公开年度报告\n一、概述\n网站公开信息{value}条。"
        for year, value in ((2019, 5), (2021, 9))
    ]
    made = rm.Corpus.from_reports(rm.parse(text, source=str(i)) for i, text in enumerate(texts))
    rows = data(plot.trend(made.series("清远湖学院"), lang="zh"))
    # A year without a report is a gap, not a zero.
    assert [(row["year"], row["value"]) for row in rows if row["figure"] == "网站公开"] == [
        (2019, 5),
        (2020, None),
        (2021, 9),
    ]


def test_parts(corpus: rm.Corpus) -> None:
    rows = data(plot.parts(corpus, lang="en"))
    table = corpus.table("parts").rows()
    assert len(rows) == len(table)
    missing = sum(row["state"] == "missing" for row in table)
    assert sum(row["state"] == "missing" for row in rows) == missing > 0


def test_findings(corpus: rm.Corpus) -> None:
    rows = data(plot.findings(corpus, lang="zh"))
    found = Counter(code for report in corpus for code in {d.code for d in report.diagnostics})
    assert {row["rule"].split()[0]: row["reports"] for row in rows} == found


def test_nothing_to_draw() -> None:
    empty = rm.parse_many([])
    for chart in (plot.by_channel(empty), plot.parts(empty), plot.findings(empty)):
        assert chart.to_dict()
