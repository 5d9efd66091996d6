"""The golden reports through the types of this package: the same JSON but for the unit of positions."""

import json
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

import report_model as rm

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
CASES = sorted(folder.name for folder in GOLDEN.iterdir() if folder.is_dir())

# Members that hold one span, and members that hold a list of them.
SPAN = {"span"}
SPANS = {"spans", "paragraphs", "unclaimed"}


def read(case: str) -> tuple[str, bytes, str]:
    """The text, its bytes, and the JSON expected. Decoded from bytes: line ends and byte order mark stay."""
    data = (GOLDEN / case / "input.txt").read_bytes()
    return data.decode("utf-8"), data, (GOLDEN / case / "expected.json").read_text(encoding="utf-8")


def map_spans(value: Any, turn: Callable[[list[int]], Any]) -> Any:
    """A copy with each span replaced."""
    if isinstance(value, list):
        return [map_spans(item, turn) for item in value]
    if not isinstance(value, dict):
        return value
    copy = {}
    for key, item in value.items():
        if key in SPAN and item is not None:
            copy[key] = turn(item)
        elif key in SPANS:
            copy[key] = [turn(span) for span in item]
        else:
            copy[key] = map_spans(item, turn)
    return copy


def spans(value: Any) -> Iterator[list[int]]:
    """All spans, in the order of the JSON."""
    found: list[list[int]] = []
    map_spans(value, found.append)
    yield from found


def test_cases_are_there() -> None:
    assert CASES, f"no case in {GOLDEN}"


@pytest.mark.parametrize("case", CASES)
def test_same_report(case: str) -> None:
    text, _, expected = read(case)
    report = rm.parse(text, source=case)
    assert report.unit == "utf32"
    # Counted here from Python's own encoder, independent of the code under test.
    bytes_before = list(accumulate((len(c.encode("utf-8")) for c in text), initial=0))
    actual = map_spans(report.to_dict(), lambda span: [bytes_before[at] for at in span])
    actual["unit"] = "utf8"
    assert actual == json.loads(expected)
    # Also the same bytes: order of members, form of numbers.
    assert json.dumps(actual, ensure_ascii=False, indent=2) + "\n" == expected


@pytest.mark.parametrize("case", CASES)
def test_spans_slice_to_the_same_words(case: str) -> None:
    text, data, expected = read(case)
    report = rm.parse(text, source=case)
    words = [report.text(rm.Span(*span)) for span in spans(report.to_dict())]
    assert words == [data[start:end].decode("utf-8") for start, end in spans(json.loads(expected))]
    assert text == report.source_text


@pytest.mark.parametrize("case", CASES)
def test_same_report_from_the_file(case: str) -> None:
    path = GOLDEN / case / "input.txt"
    report = rm.read(path)
    assert report.file is not None
    assert report.file.format == "text"
    # A file loses its byte order mark and its carriage returns; otherwise it is the text.
    text, _, _ = read(case)
    if "\r" not in text and not text.startswith("\ufeff"):
        assert report.with_source(None) == rm.parse(text)
