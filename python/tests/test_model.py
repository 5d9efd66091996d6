"""The types of the model against the schema that Rust writes, and what objects of these types can do."""

import copy
import json
import pickle
from dataclasses import FrozenInstanceError, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

import report_model as rm
from report_model.model import vocabulary

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/report.schema.json").read_text(encoding="utf-8"))
TEXT = (ROOT / "tests/golden/requests-with-outcomes/input.txt").read_bytes().decode()

# Names that mean something else in Python.
RENAMED = {"Table": "PrintedTable"}
OBJECTS = {name: what for name, what in SCHEMA["$defs"].items() if what.get("type") == "object"}
NAMES = {name: what for name, what in SCHEMA["$defs"].items() if "oneOf" in what or "enum" in what}


def keys(cls: type) -> list[str]:
    return [f.metadata.get("key", f.name) for f in fields(cls) if not f.metadata.get("apart")]


@pytest.mark.parametrize("name", OBJECTS)
def test_each_type_has_the_members_of_the_schema(name: str) -> None:
    cls = getattr(rm, RENAMED.get(name, name))
    assert sorted(keys(cls)) == sorted(OBJECTS[name]["properties"])


def test_report_has_the_members_of_the_schema() -> None:
    assert sorted(keys(rm.Report)) == sorted(SCHEMA["properties"])


@pytest.mark.parametrize("name", NAMES)
def test_each_vocabulary_has_the_names_of_the_schema(name: str) -> None:
    what = NAMES[name]
    expected = [one["const"] for one in what.get("oneOf", []) if "const" in one] or what.get("enum")
    if expected is None:
        expected = [one for part in what["oneOf"] for one in part["enum"]]
    assert list(get_args(getattr(vocabulary, name))) == expected


def test_all_types_are_frozen_slotted_and_documented() -> None:
    classes = [getattr(rm, name) for name in rm.__all__ if is_dataclass(getattr(rm, name))]
    assert len(classes) > 35
    for cls in classes:
        assert cls.__dataclass_params__.frozen, cls
        assert not hasattr(cls, "__dict__") or "__slots__" in vars(cls), cls
        assert not cls.__doc__.startswith(f"{cls.__name__}("), f"{cls} has no words of its own"


def test_objects_cannot_be_changed() -> None:
    report = rm.parse(TEXT)
    with pytest.raises(FrozenInstanceError):
        report.measures[0].value = 3  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        report.anything = 1  # type: ignore[attr-defined]


def test_equality_hashing_copying_and_pickling() -> None:
    one, other = rm.parse(TEXT), rm.parse(TEXT)
    assert one == other
    assert hash(one) == hash(other)
    assert one != rm.parse(TEXT.replace("26件", "27件"))
    for back in (pickle.loads(pickle.dumps(one)), copy.copy(one), copy.deepcopy(one)):
        assert back == one
        assert back.source_text == TEXT
        assert isinstance(back.measures, rm.Measures)
    assert len({*one.measures, *other.measures}) == len(set(one.measures))


def test_there_and_back_by_json() -> None:
    report = rm.parse(TEXT)
    assert rm.Report.from_json(report.to_json(), TEXT) == report
    assert json.loads(report.to_json()) == report.to_dict() == json.loads(report.json())


def test_json_in_bytes_becomes_code_points() -> None:
    """The command line counts bytes; a report read from its JSON counts as Python does."""
    expected = (ROOT / "tests/golden/requests-with-outcomes/expected.json").read_text(encoding="utf-8")
    report = rm.Report.from_json(expected, TEXT)
    assert report == rm.parse(TEXT, source=report.source)


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"schema": "report-model/1"}', "nul"])
def test_other_json_is_no_report(data: str) -> None:
    with pytest.raises(rm.ReportError) as caught:
        rm.Report.from_json(data, TEXT)
    assert caught.value.kind == "not_a_report"


def test_match_statements() -> None:
    def told(value: Any) -> str:
        match value:
            case rm.Measure(kind="requests", value=number, span=rm.Span(start=start)):
                return f"{number} at {start}"
            case rm.StatedCount(stated="nil"):
                return "none"
            case _:
                return "other"

    report = rm.parse(TEXT)
    first = report.measures.where(kind="requests")[0]
    assert told(first) == f"{first.value} at {first.span.start}"
    assert told(report.requests.received) == "other"
    assert (
        told(rm.parse("清远湖学院2021年信息公开年度报告\n一、依申请公开\n未收到信息公开申请。").requests.received)
        == "none"
    )


def test_dates_are_dates_and_numbers_are_numbers() -> None:
    from datetime import date

    head = "清远湖学院2021年信息公开年度报告\n统计期限为2020年9月1日至2021年8月31日。\n"
    report = rm.parse(head + "一、概述\n满意率84.31%，公开36.5万条。")
    assert report.period is not None
    assert report.period.end == date(2021, 8, 31)
    assert [(type(m.value), m.value) for m in report.measures] == [(float, 84.31), (int, 365000)]


def test_spans() -> None:
    span = rm.Span(2, 5)
    assert "0123456"[span.slice] == "234"
    assert len(span) == 3
    assert 4 in span
    assert 5 not in span
    assert rm.Span(3, 4) in span
    assert bool(rm.Span(3, 3))


def test_where() -> None:
    report = rm.parse(TEXT)
    assert report.measures.where() == report.measures
    emailed = report.measures.where(channel="email")
    assert emailed
    assert all(m.channel == "email" for m in emailed)
    assert report.measures.where(channel=None) == tuple(m for m in report.measures if m.channel is None)
    assert report.measures.where(lambda m: m.value > 10, kind="requests") == tuple(
        m for m in report.measures if m.kind == "requests" and m.value > 10
    )
    broken = rm.parse((ROOT / "tests/golden/parts-do-not-add-up/input.txt").read_bytes().decode())
    assert broken.findings.errors == broken.diagnostics.where(severity="error")
    assert {found.code for found in broken.findings.where(code="RM4")} == {"RM401"}
