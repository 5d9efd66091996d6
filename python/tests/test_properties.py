"""Whatever the text: an answer, in which every place is a place of the text."""

import json
import pickle
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import report_model as rm
from report_model._native import parse_json

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
TEXTS = [path.read_bytes().decode() for path in sorted(GOLDEN.glob("*/input.txt"))]

# Sentences, so that most texts are nearly reports.
PIECES = sorted({line for text in TEXTS for line in text.splitlines() if 0 < len(line) < 80})
ODD = [
    "𠮷",
    "🎓",
    "\r\n",
    "\n",
    "\t",
    "\u3000",
    "\ufeff",
    "\u202e",
    "\x00",
    "\ud800",
    "<b>",
    "&amp;",
    "１２条",
    "0.00001%",
    "九九九九万",
]

lines = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(ODD), st.text(max_size=20)), max_size=25)
reports = lines.map("\n".join)
quick = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spans(value: Any) -> list[rm.Span]:
    if isinstance(value, rm.Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in spans(item)]
    if hasattr(type(value), "__dataclass_fields__"):
        return [span for name in type(value).__dataclass_fields__ for span in spans(getattr(value, name))]
    return []


@given(reports)
@quick
def test_every_span_lies_in_the_text(text: str) -> None:
    report = rm.parse(text)
    assert report.source_text == text
    for span in spans(report):
        assert 0 <= span.start <= span.end <= len(text)


@given(reports)
@quick
def test_there_and_back(text: str) -> None:
    report = rm.parse(text)
    assert report.to_dict() == json.loads(parse_json(text))
    assert rm.Report.from_json(report.to_json(), text) == report
    assert pickle.loads(pickle.dumps(report)) == report
    assert hash(rm.parse(text)) == hash(report)


@given(reports)
@quick
def test_everything_can_be_shown(text: str) -> None:
    report = rm.parse(text)
    for shown in (report.html(), report.html_snippet(), report.html_snippet(show_text=True), report.markdown()):
        # A page is written to files, so it must be made of characters that there are.
        shown.encode("utf-8")
    assert "\n" not in repr(report)
    for measure in report.measures:
        assert report.text(measure.span) in str(report.context(measure.span)) or "\n" in report.text(measure.span)
        around = report.show(measure).around
        assert around.start <= measure.span.start <= measure.span.end <= around.end <= len(text)


@given(reports, reports)
@quick
def test_any_two_can_be_compared(left: str, right: str) -> None:
    a, b = rm.parse(left), rm.parse(right)
    comparison = a.diff(b)
    for change in comparison.values:
        if change.left is not None:
            assert 0 <= change.left.span.start <= change.left.span.end <= len(left)
        if change.right is not None:
            assert 0 <= change.right.span.start <= change.right.span.end <= len(right)
    assert comparison.html_snippet()
    if left == right:
        assert comparison.values == ()


@given(st.lists(reports, max_size=3))
@quick
def test_a_corpus_gives_back_what_it_was_made_of(texts: list[str]) -> None:
    made = [rm.parse(text, source=str(i)) for i, text in enumerate(texts)]
    # What no UTF-8 can hold is replaced, sign by sign, so that positions stay.
    corpus = rm.Corpus.from_reports(made)
    for report, back in zip(made, corpus, strict=True):
        assert back.to_dict() == report.to_dict()
        assert len(back.source_text) == len(report.source_text)
    assert len(corpus.table("measures").rows()) == sum(len(report.measures) for report in made)


@given(st.binary(max_size=2000))
@quick
def test_bytes_give_a_report_or_an_error_of_ours(data: bytes) -> None:
    try:
        report = rm.parse_bytes(data)
    except rm.ReportError as error:
        told = error
    else:
        assert report.schema == "report-model/1"
        return
    assert told.kind
    assert str(told)
