"""The card of a corpus: its counts, with small charts that are tables first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .html import Content, Piece, code, cut, num, table, tag
from .lang import Lang, language, number, pick, word
from .style import card_style

if TYPE_CHECKING:
    from ..corpus import Corpus

# How many rows a list has at most.
RULES = 8
ERRORS = 5
PROVINCES = 8

_HUES = {
    "present": "#23905a",
    "merged": "#7db892",
    "missing": "#d98324",
    "not_prescribed": "#9aa3ad",
    "unknown": "#c4c9cf",
    "stated": "#2f78d0",
    "nil": "#8db4e3",
    "not_mentioned": "#c4c9cf",
    "named": "#8db4e3",
    "counted": "#2f78d0",
}


def corpus_card(corpus: Corpus, wanted: str | None) -> str:
    """Counts, and what the reports have in common and what not."""
    lang = language(wanted)
    body = summary_body(corpus, lang)
    return card_style() + tag("section", body, class_="rm", lang="zh-Hans" if lang == "zh" else "en")


def summary_body(corpus: Corpus, lang: Lang) -> list[Piece]:
    """The inside of the card."""
    facts = corpus.summary()
    years = [int(year) for year in facts["years"]]
    span = f"{min(years)}–{max(years)}" if years else ""
    return [
        tag(
            "h3",
            pick(
                lang,
                f"{number(facts['reports'])} 份年度报告 {span}",
                f"{number(facts['reports'])} annual reports {span}",
            ),
        ),
        _tiles(facts, lang),
        tag(
            "div",
            [
                tag("div", [*_years(facts, lang), *_answers(facts, lang), *_provinces(facts, lang)]),
                tag("div", [*_parts(facts, lang), *_channels(facts, lang)]),
            ],
            class_="rm-two",
        ),
        *_findings(facts, lang),
        *_errors(corpus, lang),
        tag(
            "p",
            [
                code('corpus.table("measures")'),
                " ",
                code("corpus[0]"),
                " ",
                code('corpus.to_excel("reports.xlsx")'),
            ],
            class_="rm-foot",
        ),
    ]


def _tiles(facts: dict[str, Any], lang: Lang) -> Piece:
    shown = [
        (facts["files"], pick(lang, "份文件", "files")),
        (facts["institutions"], pick(lang, "所学校", "institutions")),
        (facts["measures"], pick(lang, "个数值", "quantities")),
        (sum(found["count"] for found in facts["findings"].values()), pick(lang, "条发现", "findings")),
        (facts["others"], pick(lang, "份非年度报告", "no annual reports")),
        (sum(facts["unreadable"].values()), pick(lang, "份无法读取", "unreadable")),
    ]
    return tag(
        "ul", [tag("li", [tag("b", number(count)), " ", tag("span", what)]) for count, what in shown], class_="rm-tiles"
    )


def bars(
    title: str, rows: Iterable[tuple[str, list[tuple[str, int]]]], most: int, lang: Lang, names: dict[str, str]
) -> list[Piece]:
    """Rows of stacked bars with their numbers, under a legend of the colours where there are several."""
    drawn: list[list[Content]] = []
    for label, pieces in rows:
        told = " / ".join(number(count) for _, count in pieces)
        drawn.append([label, _bar(pieces, most, names), num(told)])
    if not drawn:
        return []
    keys = [
        tag("li", [tag("span", class_="rm-key", style=f"background:{_HUES[key]}"), name]) for key, name in names.items()
    ]
    legend = [tag("p", _inline(keys), class_="rm-sub")] if len(keys) > 1 else []
    head = [pick(lang, "项", "item"), "", pick(lang, "份数", "reports")]
    return [tag("h4", title), *legend, table(head, drawn, class_="rm-bar")]


def _inline(keys: list[Piece]) -> Piece:
    return Piece(" · ".join(key.replace("<li>", "<span>").replace("</li>", "</span>") for key in keys))


def _bar(pieces: list[tuple[str, int]], most: int, names: dict[str, str]) -> Piece:
    at, shapes = 0.0, []
    for key, count in pieces:
        width = 100 * count / max(most, 1)
        if count:
            tip = tag("title", f"{names.get(key, key)}: {count}")
            shapes.append(
                tag("rect", tip, x=f"{at:.2f}", y=0, width=f"{width:.2f}", height=10, fill=_HUES.get(key, "#2f78d0"))
            )
        at += width
    return tag(
        "svg",
        shapes,
        viewBox="0 0 100 10",
        preserveAspectRatio="none",
        width="100%",
        height=11,
        role="img",
        aria_hidden="true",
    )


def _years(facts: dict[str, Any], lang: Lang) -> list[Piece]:
    rows = [(year, [("stated", count)]) for year, count in sorted(facts["years"].items())]
    if facts["without_year"]:
        rows.append((pick(lang, "无年份", "no year"), [("not_mentioned", facts["without_year"])]))
    most = max((pieces[0][1] for _, pieces in rows), default=1)
    return bars(pick(lang, "年份", "Years"), rows, most, lang, {"stated": pick(lang, "报告", "reports")})


def _answers(facts: dict[str, Any], lang: Lang) -> list[Piece]:
    names = {key: word("answer", key, lang) for key in ("stated", "nil", "not_mentioned")}
    labels = {"requests": pick(lang, "收到申请", "applications"), "complaints": pick(lang, "举报投诉", "complaints")}
    rows = [(label, [(key, facts[field][key]) for key in names]) for field, label in labels.items()]
    return bars(pick(lang, "申请与举报", "Applications, complaints"), rows, facts["reports"], lang, names)


def _provinces(facts: dict[str, Any], lang: Lang) -> list[Piece]:
    found = sorted(facts["provinces"].items(), key=lambda item: (-item[1], item[0]))
    rows = [(name, [("stated", count)]) for name, count in found[:PROVINCES]]
    if facts["without_province"]:
        rows.append((pick(lang, "未能判断", "not told"), [("not_mentioned", facts["without_province"])]))
    most = max((pieces[0][1] for _, pieces in rows), default=1)
    return bars(pick(lang, "省份", "Provinces"), rows, most, lang, {"stated": pick(lang, "报告", "reports")})


def _parts(facts: dict[str, Any], lang: Lang) -> list[Piece]:
    keys = ("present", "merged", "missing", "not_prescribed", "unknown")
    names = {key: word("state", key, lang) for key in keys}
    rows = []
    for role, states in facts["parts"]:
        pieces = [(key, states.get(key, 0)) for key in keys]
        rows.append((word("role", role, lang), pieces))
    return bars(pick(lang, "规定部分", "Prescribed parts"), rows, facts["reports"], lang, names)


def _channels(facts: dict[str, Any], lang: Lang) -> list[Piece]:
    names = {
        "counted": pick(lang, "有数字", "with a number"),
        "named": pick(lang, "只提到", "named only"),
    }
    found = sorted(facts["channels"].items(), key=lambda item: (-item[1]["named"], item[0]))
    rows = [
        # A channel may be counted without being named as one.
        (word("channel", name, lang), [("counted", c["counted"]), ("named", max(0, c["named"] - c["counted"]))])
        for name, c in found
    ]
    return bars(pick(lang, "公开渠道", "Channels"), rows, facts["reports"], lang, names)


def _findings(facts: dict[str, Any], lang: Lang) -> list[Piece]:
    from ..rules import rules

    rank = {"error": 0, "warning": 1, "info": 2}
    known = rules()
    found = sorted(facts["findings"].items(), key=lambda item: (rank[item[1]["severity"]], -item[1]["files"], item[0]))
    rows: list[list[Content]] = []
    for code_, told in found[:RULES]:
        rule = known.get(code_)
        title = "" if rule is None else rule.title if lang == "zh" else rule.title_en
        mark = tag(
            "span", f"{word('severity', told['severity'], lang)} {code_}", class_=f"rm-tag rm-{told['severity']}"
        )
        rows.append([mark, cut(title, 80), num(number(told["count"])), num(number(told["files"]))])
    if not rows:
        return []
    head = [pick(lang, *pair) for pair in (("规则", "rule"), ("内容", "about"), ("条", "findings"), ("份", "reports"))]
    left = len(found) - len(rows)
    more = [pick(lang, f"另有 {left} 条规则：", f"{left} more rules: "), code('corpus.table("diagnostics")')]
    title = tag("h4", pick(lang, "各规则的发现", "Findings by rule"))
    return [title, table(head, rows, class_="rm-wrap"), *([tag("p", more, class_="rm-sub")] if left else [])]


def _errors(corpus: Corpus, lang: Lang) -> list[Piece]:
    errors = corpus.errors
    if not errors:
        return []
    rows: list[list[Content]] = [[cut(e.path), code(e.kind), cut(e.message, 120)] for e in errors[:ERRORS]]
    head = [pick(lang, *pair) for pair in (("无法读取的文件", "file"), ("代码", "kind"), ("原因", "why"))]
    left = len(errors) - len(rows)
    more = [pick(lang, f"另有 {left} 份：", f"{left} more: "), code("corpus.errors")]
    title = tag("h4", pick(lang, "无法读取", "Unreadable"))
    return [title, table(head, rows, class_="rm-wrap"), *([tag("p", more, class_="rm-sub")] if left else [])]
