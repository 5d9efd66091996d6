"""Many files: order, errors, progress, pickling, what reports have in common."""

import io
import pickle
import sys
from pathlib import Path
from typing import Any, ClassVar

import pytest

import report_model as rm

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"


@pytest.fixture(scope="module")
def corpus() -> rm.Corpus:
    return rm.read_many(GOLDEN / "*/input.txt", progress=False)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return path


def test_it_is_a_sequence_of_reports(corpus: rm.Corpus) -> None:
    paths = sorted(str(path) for path in GOLDEN.glob("*/input.txt"))
    assert corpus.paths == paths
    assert len(corpus) == len(paths) == len(list(corpus))
    assert corpus[0].source == paths[0]
    assert corpus[-1] == corpus[paths[-1]] == list(corpus)[-1]
    assert [report.source for report in corpus[1:3]] == paths[1:3]
    assert corpus[0].with_source(None) == rm.read(paths[0]).with_source(None)
    with pytest.raises(IndexError):
        corpus[len(paths)]
    with pytest.raises(KeyError):
        corpus["no such path"]


def test_threads_change_nothing(corpus: rm.Corpus) -> None:
    alone = rm.read_many(GOLDEN, workers=1, progress=False)
    files = [path for path in alone.paths if path.endswith("input.txt")]
    assert files == corpus.paths
    assert all(alone[path] == corpus[path] for path in files)


def test_a_bad_file_becomes_a_row(corpus: rm.Corpus, broken: Path) -> None:
    found = rm.read_many([broken, GOLDEN / "nested-counts/input.txt", "no/such/file.txt"], progress=False)
    assert len(found) == 1
    assert [(error.path, error.kind) for error in found.errors][1] == ("no/such/file.txt", "not_found")
    assert all(error.message for error in found.errors)
    rows = found.table("reports").rows()
    assert [row["kind"] for row in rows] == ["unreadable", "annual_report", "unreadable"]
    assert [row["error"] for row in rows] == [found.errors[0].kind, None, "not_found"]
    assert corpus.errors == ()
    with pytest.raises(KeyError):
        found[str(broken)]


def test_errors_may_be_raised(broken: Path) -> None:
    with pytest.raises(rm.ReportError, match=r"old\.doc") as caught:
        rm.read_many([GOLDEN / "nested-counts/input.txt", broken], on_error="raise", progress=False)
    assert caught.value.kind


def test_nothing_found_is_never_silent(tmp_path: Path) -> None:
    assert [e.kind for e in rm.read_many(tmp_path / "*.html", progress=False).errors] == ["no_match"]
    assert [e.kind for e in rm.read_many(tmp_path, progress=False).errors] == ["no_texts"]


def test_reports_at_hand(corpus: rm.Corpus) -> None:
    again = rm.Corpus.from_reports(corpus)
    assert list(again) == list(corpus)
    assert again.table("values").rows() == corpus.table("values").rows()
    unnamed = rm.Corpus.from_reports([corpus[0].with_source(None), corpus[1]])
    assert unnamed.paths == ["#0", corpus[1].source]


def test_pickling(corpus: rm.Corpus, broken: Path) -> None:
    mixed = rm.read_many([broken, GOLDEN / "nested-counts/input.txt"], progress=False)
    for one in (corpus, mixed):
        back = pickle.loads(pickle.dumps(one))
        assert list(back) == list(one)
        assert back.errors == one.errors
        assert back.table("measures").rows() == one.table("measures").rows()


def test_documents_at_hand(corpus: rm.Corpus, broken: Path) -> None:
    files = [(path, Path(path).read_bytes()) for path in [*corpus.paths, str(broken)]]
    made = rm.parse_many(files)
    assert list(made) == list(corpus)
    assert [error.path for error in made.errors] == [str(broken)]


def test_cache(corpus: rm.Corpus, tmp_path: Path) -> None:
    for _ in range(2):
        cached = rm.read_many(GOLDEN / "*/input.txt", cache=tmp_path, progress=False)
        assert list(cached) == list(corpus)
    assert any(tmp_path.rglob("*"))


class Bar:
    """As much of a tqdm bar as is needed."""

    made: ClassVar[list[Any]] = []

    def __init__(self, *, total: int, unit: str) -> None:
        self.total, self.n, self.closed = total, 0, False
        Bar.made.append(self)

    def update(self, by: int) -> None:
        self.n += by

    def close(self) -> None:
        self.closed = True


def test_progress_hooks(corpus: rm.Corpus) -> None:
    told: list[tuple[int, int]] = []
    rm.read_many(GOLDEN / "*/input.txt", progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(corpus), len(corpus))
    Bar.made.clear()
    rm.read_many(GOLDEN / "*/input.txt", progress=Bar)
    assert [(bar.n, bar.total, bar.closed) for bar in Bar.made] == [(len(corpus), len(corpus), True)]


def test_real_tqdm() -> None:
    tqdm = pytest.importorskip("tqdm")
    rm.read_many(GOLDEN / "*/input.txt", progress=tqdm.tqdm)


def test_progress_is_quiet_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    rm.read_many(GOLDEN / "*/input.txt", progress=True)
    assert stream.getvalue() == ""


def test_an_error_in_the_hook_ends_the_reading() -> None:
    def stop(done: int, total: int) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        rm.read_many(GOLDEN / "*/input.txt", progress=stop)


def test_summary(corpus: rm.Corpus) -> None:
    told = corpus.summary()
    assert told["files"] == len(corpus)
    assert told["reports"] == sum(report.kind == "annual_report" for report in corpus)
    annual = [report for report in corpus if report.kind == "annual_report"]
    received = [report.requests.received for report in annual]
    assert told["requests"]["nil"] == sum(count is not None and count.stated == "nil" for count in received)


def school(year: int, number: int) -> rm.Report:
    text = (
        f"清远湖学院{year}年信息公开年度报告\n一、概述\n学校重视信息公开工作，成立由校长任组长的领导小组，全面部署工作任务。\n"
        f"二、主动公开情况\n学校网站公开信息{number}条。\n三、依申请公开情况\n收到信息公开申请{number % 7}件。\n"
    )
    return rm.parse(text, source=f"{year}.txt")


def test_series() -> None:
    other = rm.parse("溪口大学2021年信息公开年度报告\n一、概述\n网站公开信息5条。", source="溪口.txt")
    made = rm.Corpus.from_reports([school(2023, 1300), school(2020, 310), other, school(2021, 1240)])
    series = made.series("清远湖学院")
    assert [year.year for year in series.years] == [2020, 2021, 2023]
    assert series.gaps == (2022,)
    assert [row["disclosed.website"] for row in series.rows()] == [310, 1240, 1300]
    assert series.notes[0].kind == "rise"
    assert (series.notes[0].earlier, series.notes[0].later) == (0, 1)
    assert series.years[1].reused is not None
    # Places count code points, as everywhere in Python.
    figure = series.years[0].figures[0]
    assert made["2020.txt"].text(figure.evidence.span) == figure.evidence.words
    assert len(made.series()) == 2
    assert set(made.institutions()) == {"清远湖学院", "溪口大学"}
    with pytest.raises(KeyError):
        made.series("无此大学")


def test_reuse() -> None:
    words = (
        "我校建立了由分管校领导牵头、职能部门具体负责、师生代表共同参与的信息公开联席会议制度，"
        "每季度专题研究一次公开事项目录的调整"
    )
    names = ("清远湖学院", "溪口大学")
    made = rm.Corpus.from_reports(
        rm.parse(
            f"{name}{2020 + i}年信息公开年度报告\n𠮷一、概述\n{words}。\n{name}\n{2021 + i}年10月{i + 3}日", source=name
        )
        for i, name in enumerate(names)
    )
    found = made.reuse()
    assert len(found.passages) == 1
    passage = found.passages[0]
    assert (passage.reach, passage.institutions, passage.original) == ("between", 2, 0)
    for place in passage.places:
        assert made[place.path].text(place.span) == place.words
        assert "信息公开联席会议制度" in place.words


def test_registry(tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text(
        "学校名称,学校标识码,主管部门,所在地,办学层次\n清远湖学院,4111010999,甲省,某市,本科\n", encoding="utf-8"
    )
    path = tmp_path / "a.txt"
    path.write_text(school(2020, 5).source_text, encoding="utf-8")
    row = rm.read_many(path, registry=listed, progress=False).table("reports").rows()[0]
    assert row["institution_id"] == "4111010999"
    back = pickle.loads(pickle.dumps(rm.read_many(path, registry=listed, progress=False)))
    assert back.table("reports").rows()[0]["institution_id"] == "4111010999"
    with pytest.raises(rm.ReportError):
        rm.read_many(path, registry=b"nothing of the kind", progress=False)
