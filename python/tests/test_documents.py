"""The examples of the documentation run."""

import doctest
import importlib
import pkgutil
import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

import report_model
from report_model.table import TableName

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    name
    for _, name, _ in pkgutil.walk_packages(report_model.__path__, "report_model.")
    if not name.startswith("report_model.integrations.")
)


@pytest.mark.parametrize("name", ["report_model", *MODULES])
def test_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def examples(path: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.M | re.S)


@pytest.mark.parametrize(("name", "least"), [("python/README.md", 4), ("README.md", 1), ("README.zh-CN.md", 1)])
def test_readme(name: str, least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All examples of a README, one after another, as a reader would try them, beside a folder of reports."""
    found = examples(ROOT / name)
    assert len(found) >= least
    folder = tmp_path / "reports"
    folder.mkdir()
    for case in ("change-and-plans", "nested-counts", "parts-do-not-add-up", "requests-with-outcomes"):
        shutil.copy(ROOT / "tests/golden" / case / "input.txt", folder / f"{case}.txt")
    shutil.copy(ROOT / "tests/documents/report.html", folder / "report.html")
    shutil.copy(ROOT / "tests/documents/report.docx", tmp_path / "report.docx")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, object] = {"__name__": "readme"}
    for example in found:
        exec(compile(example, name, "exec"), scope)


def test_tables_have_their_names() -> None:
    """What an editor offers are the tables that there are."""
    assert list(get_args(TableName)) == list(report_model.tables())
