"""What the golden reports do not show: errors, odd strings, the package's own facts."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata, resources

import pytest

import report_model

TEXT = "𠮷林学院2021年信息公开年度报告\r\n一、概述\r\n🎓全年公开信息12条。\r\n"


def test_positions_count_code_points() -> None:
    report = report_model.parse("\ufeff" + TEXT)
    start, end = report["measures"][0]["span"]
    assert ("\ufeff" + TEXT)[start:end] == "12条"


def test_source_is_a_label() -> None:
    assert report_model.parse(TEXT)["source"] is None
    assert report_model.parse(TEXT, source="甲.txt")["source"] == "甲.txt"
    with pytest.raises(TypeError):
        report_model.parse(TEXT, "甲.txt")  # type: ignore[call-arg]


def test_too_long_is_an_error_with_kind() -> None:
    with pytest.raises(report_model.ReportError, match="16777216") as caught:
        report_model.parse("a" * (16 * 1024 * 1024 + 1))
    assert caught.value.kind == "too_long"
    assert isinstance(caught.value, ValueError)
    # Errors come back from worker processes whole.
    assert pickle.loads(pickle.dumps(caught.value)).kind == "too_long"


def test_only_text_is_text() -> None:
    with pytest.raises(TypeError):
        report_model.parse(TEXT.encode())  # type: ignore[arg-type]


def test_empty_text_is_a_report_with_a_diagnostic() -> None:
    report = report_model.parse("")
    assert report["kind"] == "other"
    assert [found["code"] for found in report["diagnostics"]] == ["RM901"]


def test_lone_surrogates_do_not_move_positions() -> None:
    # What errors="surrogateescape" makes of bytes that are no UTF-8.
    text = TEXT.replace("概述", "概\udce6\udc80述")
    report = report_model.parse(text)
    start, end = report["measures"][0]["span"]
    assert text[start:end] == "12条"


def test_threads_agree() -> None:
    once = report_model.parse_json(TEXT)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(report_model.parse_json, [TEXT] * 32)) == {once}


def test_package_facts() -> None:
    assert report_model.__version__ == metadata.version("report-model")
    assert metadata.requires("report-model") is None
    assert resources.files(report_model).joinpath("py.typed").is_file()
    assert resources.files(report_model).joinpath("_native.pyi").is_file()
