"""Cards and pages: nothing runs, nothing is fetched, everything of a report is escaped."""

import urllib.request
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

import report_model as rm
from report_model.display import serve
from report_model.display.text import annotated

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&"
# What an output of a notebook may weigh, in bytes.
MOST = 60 * 1024


class Reader(HTMLParser):
    """Checks as it reads: tags closed in order, no script, no way out of the page."""

    VOID = frozenset({"meta", "br", "link", "img"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.words: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "iframe", "object", "embed", "img", "link", "base", "form"}, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name not in {"src", "action"}
            if name == "href":
                assert (value or "").startswith("#"), value
            if name == "id":
                self.ids.append(value or "")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            assert "url(" not in data
            assert "@import" not in data
        elif "sup" not in self.open:
            self.words.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    assert len(set(reader.ids)) == len(reader.ids)
    return reader


def texts() -> list[str]:
    return [path.read_bytes().decode() for path in sorted(GOLDEN.glob("*/input.txt"))]


def shown(report: rm.Report, lang: str) -> list[Callable[[], str]]:
    return [
        lambda: report.html_snippet(lang=lang),  # type: ignore[arg-type]
        lambda: report.html_snippet(lang=lang, show_text=True),  # type: ignore[arg-type]
        lambda: report.html(lang=lang),  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_cards_of_all_golden_reports(lang: str) -> None:
    for text in texts():
        report = rm.parse(text, source="甲.txt")
        for make in shown(report, lang):
            read(make())
        assert len(report.html_snippet().encode()) <= MOST


def test_the_annotated_text_is_the_text() -> None:
    for text in texts():
        report = rm.parse(text)
        # Apart from the numbers of the findings, and from carriage returns, which HTML does not keep.
        assert "".join(read(str(annotated(report, "zh"))).words) == text.replace("\r", "")
        assert report.html(lang="zh").count("<sup>") <= len(report.diagnostics)


def test_cards_carry_quotes_only() -> None:
    report = rm.parse(texts()[0])
    longest = max(report.source_text.split("\n"), key=len)
    assert longest not in report.html_snippet()
    assert longest[:40] in "".join(read(report.html_snippet(show_text=True)).words) or len(longest) < 40


def evil_report() -> rm.Report:
    text = (
        f"清远湖学院2021年信息公开年度报告\n一、概述{EVIL}\n{EVIL}公开信息12条，其中网站7条、{EVIL}微信4条。\n"
        f"二、主动公开{EVIL}\n见《{EVIL}办法》。\n收到申请3件{EVIL}，举报{EVIL}0件。联系电话：{EVIL}010-12345678。"
    )
    return rm.parse(text, source=f"{EVIL}.txt")


def test_report_text_is_escaped_everywhere() -> None:
    report = evil_report()
    corpus = rm.Corpus.from_reports([report, rm.parse(report.source_text.replace("12条", "15条"), source="b")])
    missing = rm.read_many([f"/{EVIL}/no.txt"], progress=False)
    comparison = corpus[0].diff(corpus[1])
    made = [make() for lang in ("zh", "en") for make in shown(report, lang)]
    made += [corpus.html_snippet(), corpus.html(), missing.html_snippet(), comparison.html_snippet(), comparison.html()]
    made += [corpus.table("measures").html_snippet(), missing.table("reports").html_snippet()]
    made += [series._repr_html_() for series in corpus.series()]
    made += [report.show(report.measures[0]).html()]
    for html in made:
        read(html)
        assert "<script" not in html.lower()
        assert "<img" not in html.lower()
    assert "\\<script\\>" in report.markdown() or "<script" not in report.markdown()


def test_text_cannot_turn_the_direction_round() -> None:
    report = rm.parse("清远湖学院2021年信息公开年度报告\n一、概述\n公开\u202e12条\u202c信息。")
    assert "\u202e" not in report.html(lang="zh")
    assert "\u202e" not in repr(report)


def test_sizes_of_large_inputs() -> None:
    text = "清远湖学院2021年信息公开年度报告\n" + "".join(
        f"{'一二三四五六七八九'[i % 9]}、第{i}部分{'很长的标题' * 20}\n"
        f"公开信息{i}条，其中网站{i + 1}条。《{'长' * 90}办法》。\n"
        for i in range(900)
    )
    report = rm.parse(text, source="长" * 5000)
    corpus = rm.Corpus.from_reports([report.with_source(f"{i}{'长' * 900}") for i in range(30)])
    missing = rm.read_many([f"/{'长' * 60}/{i}.txt" for i in range(300)], progress=False)
    cards = [
        report.html_snippet(),
        corpus.html_snippet(),
        missing.html_snippet(),
        report.diff(rm.parse("")).html_snippet(),
    ]
    cards += [corpus.table(name).html_snippet() for name in rm.tables()]  # type: ignore[arg-type]
    for card in cards:
        read(card)
        assert len(card.encode()) <= MOST


def test_readable_without_style() -> None:
    """The words alone say what colours say."""
    report = rm.parse((GOLDEN / "parts-do-not-add-up/input.txt").read_bytes().decode())
    words = " ".join(read(report.html_snippet(lang="zh")).words)
    for said in ("错误 RM401", "缺", "写明没有", "收到申请", ".requests.received", "report.open()"):
        assert said in words
    assert "未提及" in " ".join(
        read(rm.parse("清远湖学院2021年信息公开年度报告\n一、概述\n公开3条。").html_snippet(lang="zh")).words
    )


def test_mime_bundle() -> None:
    report = rm.parse(texts()[0])
    assert set(report._repr_mimebundle_()) == {"text/plain", "text/html", "text/markdown"}
    assert repr(report).startswith("<Report ")
    assert "\n" not in repr(report)


def test_language_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    report = rm.parse(texts()[0])
    monkeypatch.setenv("REPORT_MODEL_LANG", "en")
    assert "quantities" in report.html_snippet()
    monkeypatch.setenv("REPORT_MODEL_LANG", "zh_CN.UTF-8")
    assert "quantities" not in report.html_snippet()


def test_files(tmp_path: Path) -> None:
    report = rm.parse(texts()[0])
    report.write_html(tmp_path / "r.html", lang="zh")
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == report.html(lang="zh")
    corpus = rm.Corpus.from_reports([report])
    corpus.write_html(tmp_path / "c.html")
    assert (tmp_path / "c.html").stat().st_size > 1000


def test_open_serves_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(serve.webbrowser, "open", seen.append)
    report = rm.parse(texts()[0])
    report.open(lang="zh")
    with urllib.request.urlopen(seen[0], timeout=10) as answer:
        assert answer.read().decode() == report.html(lang="zh")
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    with pytest.raises(OSError, match=r"refused|reset|timed out|closed"):
        urllib.request.urlopen(seen[0], timeout=5).read()
