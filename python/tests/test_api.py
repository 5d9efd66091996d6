"""What the golden reports do not show: errors, odd strings, other formats, the package's own facts."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata, resources
from pathlib import Path

import pytest

import report_model as rm

ROOT = Path(__file__).parents[2]
TEXT = "𠮷林学院2021年信息公开年度报告\r\n一、概述\r\n🎓全年公开信息12条。\r\n二、主动公开情况\r\n网站公开3条。\r\n"


def test_positions_count_code_points() -> None:
    report = rm.parse("\ufeff" + TEXT)
    assert report.source_text[report.measures[0].span.slice] == "12条"


def test_source_is_a_label() -> None:
    assert rm.parse(TEXT).source is None
    assert rm.parse(TEXT, source="甲.txt").source == "甲.txt"
    with pytest.raises(TypeError):
        rm.parse(TEXT, "甲.txt")  # type: ignore[misc]


def test_too_long_is_an_error_with_kind() -> None:
    with pytest.raises(rm.ReportError, match="16777216") as caught:
        rm.parse("a" * (16 * 1024 * 1024 + 1))
    assert caught.value.kind == "too_long"
    assert isinstance(caught.value, ValueError)
    # Errors come back from worker processes whole.
    assert pickle.loads(pickle.dumps(caught.value)).kind == "too_long"
    with pytest.raises(rm.ReportError):
        rm.parse(TEXT, max_bytes=10)


def test_only_text_is_text() -> None:
    with pytest.raises(TypeError):
        rm.parse(TEXT.encode())  # type: ignore[arg-type]


def test_empty_text_is_a_report_with_a_diagnostic() -> None:
    report = rm.parse("")
    assert report.kind == "other"
    assert [found.code for found in report.diagnostics] == ["RM901"]


def test_lone_surrogates_do_not_move_positions() -> None:
    # What errors="surrogateescape" makes of bytes that are no UTF-8.
    text = TEXT.replace("概述", "概\udce6\udc80述")
    report = rm.parse(text)
    assert report.text(report.measures[0].span) == "12条"
    # Nor do they keep a report from being shown.
    assert "12条" in report.html_snippet(show_text=True)


def test_sections() -> None:
    report = rm.parse(TEXT)
    part = report.section("proactive")
    assert part is not None
    assert part.title.value == "主动公开情况"
    assert report.section("appraisal") is None
    assert [section.role for section in report.iter_sections()] == ["overview", "proactive"]
    broken = rm.read(ROOT / "tests/golden/parts-do-not-add-up/input.txt")
    assert {part.role for part in broken.missing_parts} == {"checklist", "other_matters"}


def test_context_and_passage() -> None:
    report = rm.parse(TEXT)
    measure = report.measures[0]
    context = report.context(measure.span, chars=4)
    assert (context.before, context.words, context.after) == ("公开信息", "12条", "。\r\n二")
    assert str(report.show(measure)) == "🎓全年公开信息【12条】。"
    assert report.show(measure).html().count("<mark>12条</mark>") == 1
    with pytest.raises(TypeError):
        report.show("12条")


def test_audit_selects_rules() -> None:
    broken = rm.read(ROOT / "tests/golden/parts-do-not-add-up/input.txt")
    assert broken.audit() == broken.diagnostics
    only = broken.audit(select="RM401")
    assert only == broken.diagnostics.where(code="RM401")
    assert only
    assert broken.audit(ignore=["RM"]) == tuple(f for f in broken.diagnostics if f.code.startswith("RM9"))
    silent = rm.parse(broken.source_text, audit=False)
    assert not silent.checks
    assert silent.audit(select=["RM401"]) == only
    assert rm.rules()["RM401"].severity == "error"


@pytest.mark.parametrize(("name", "kind"), [("report.html", "html"), ("report.docx", "docx"), ("report.pdf", "pdf")])
def test_other_formats(name: str, kind: str) -> None:
    path = ROOT / "tests/documents" / name
    report = rm.read(path)
    assert report.source == str(path)
    assert report.file is not None
    assert report.file.format == kind
    assert report.institution is not None
    assert report.measures
    assert rm.parse_bytes(path.read_bytes(), name=str(path)) == report
    assert rm.parse_bytes(memoryview(path.read_bytes())).measures == report.measures


def test_encodings_are_told() -> None:
    report = rm.parse_bytes(TEXT.replace("𠮷", "吉").replace("🎓", "").encode("gb18030"))
    assert report.file is not None
    assert (report.file.encoding or "").upper() in ("GBK", "GB18030")
    assert report.measures[0].value == 12


def test_what_is_no_document_is_an_error() -> None:
    with pytest.raises(rm.ReportError) as caught:
        rm.parse_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert caught.value.kind
    with pytest.raises(FileNotFoundError):
        rm.read("no/such/file.txt")


def test_missing_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    table = rm.Corpus.from_reports([rm.parse(TEXT)]).table("measures")
    with pytest.raises(rm.MissingExtraError, match=r'pip install "report-model\[polars\]"') as caught:
        table.to_polars()
    assert isinstance(caught.value, ImportError)
    assert isinstance(caught.value, rm.ReportError)
    back = pickle.loads(pickle.dumps(caught.value))
    assert (str(back), back.kind) == (str(caught.value), "missing_extra")


def test_threads_agree() -> None:
    once = rm.parse(TEXT)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(rm.parse, [TEXT] * 32)) == {once}


def test_diff() -> None:
    left, right = rm.parse(TEXT), rm.parse(TEXT.replace("2021", "2022").replace("12条", "20条"))
    comparison = left.diff(right)
    change = next(value for value in comparison.values if value.field == "measures")
    assert change.left is not None
    assert change.right is not None
    assert change.difference is not None
    assert (change.left.number, change.right.number, change.difference.exact) == (12, 20, 8)
    assert right.text(change.right.span) == "20条"
    assert comparison.where(field="coverage", change="changed")
    assert pickle.loads(pickle.dumps(comparison)) == comparison
    assert comparison.to_dict()["schema"] == "report-model-comparison/1"
    assert "20条" in comparison.markdown(lang="zh")
    assert "changed" in comparison.html(lang="en")
    assert left.diff(left).tally.changed == 0


def test_package_facts() -> None:
    assert rm.__version__ == metadata.version("report-model")
    required = metadata.requires("report-model") or []
    assert [line for line in required if "extra ==" not in line] == []
    assert resources.files(rm).joinpath("py.typed").is_file()
    assert resources.files(rm).joinpath("_native.pyi").is_file()


def test_import_is_quick_and_light(tmp_path: Path) -> None:
    code = (
        "import sys, time; before = time.process_time(); import report_model; "
        "print(time.process_time() - before); print(*sorted(sys.modules))"
    )
    heavy = {"numpy", "pandas", "polars", "pyarrow", "altair", "pyspark", "dask", "IPython", "asyncio", "http.server"}
    times = []
    for _ in range(5):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
        took, modules = done.stdout.splitlines()
        assert heavy.isdisjoint(modules.split())
        times.append(float(took))
    assert min(times) < 0.150
