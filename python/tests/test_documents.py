"""The examples of the documentation run."""

import doctest
import importlib
import pkgutil
import re
import shutil
from pathlib import Path

import pytest

import report_model

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


def test_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All examples of the README, one after another, as a reader would try them, beside a folder of reports."""
    found = examples(ROOT / "python/README.md")
    assert len(found) >= 4
    folder = tmp_path / "reports"
    folder.mkdir()
    for case in ("change-and-plans", "nested-counts", "parts-do-not-add-up", "requests-with-outcomes"):
        shutil.copy(ROOT / "tests/golden" / case / "input.txt", folder / f"{case}.txt")
    shutil.copy(ROOT / "tests/documents/report.docx", tmp_path / "report.docx")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, object] = {"__name__": "readme"}
    for example in found:
        exec(compile(example, "README.md", "exec"), scope)
