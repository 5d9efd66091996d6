"""The card of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .html import Content, Piece, code, cut, details, joined, num, quote, table, tag
from .lang import Lang, language, number, pick, word
from .plain import name_of, years
from .style import card_style
from .text import annotated, legend

if TYPE_CHECKING:
    from ..model.findings import Diagnostic
    from ..model.measures import Measure
    from ..report import Report

# How many of each the card shows; what is left out is said.
FINDINGS = 5
MEASURES = 10
OUTLINE = 40

_STATES = {"present": "rm-good", "merged": "rm-good", "missing": "rm-warning"}
_SIGNS = {"present": "✓", "merged": "✓", "missing": "✗", "not_prescribed": "–", "unknown": "?"}


def report_card(report: Report, wanted: str | None, *, show_text: bool = False) -> str:
    """The card: who and when, counts, parts, key figures, first findings; the rest on a click."""
    lang = language(wanted)
    body = [
        *head(report, lang),
        tiles(report, lang),
        *_first_findings(report, lang),
        tag(
            "div",
            [tag("div", _counts(report, lang), class_="rm-counts"), tag("div", _parts(report, lang))],
            class_="rm-two",
        ),
        tag("div", _more(report, lang, show_text), class_="rm-more"),
        _foot(report, lang),
    ]
    return card_style(with_text=show_text) + tag("section", body, class_="rm", lang=_lang(lang))


def _lang(lang: Lang) -> str:
    return "zh-Hans" if lang == "zh" else "en"


def head(report: Report, lang: Lang) -> list[Piece]:
    """Name and year, title, period, where it comes from."""
    about: list[Content] = []
    if report.period:
        about.append(num(f"{report.period.start} – {report.period.end}"))
    if report.kind == "other":
        about.append(tag("span", pick(lang, "不是年度报告", "no annual report"), class_="rm-tag rm-warning"))
    if report.truncated:
        about.append(tag("span", pick(lang, "文本不完整", "breaks off"), class_="rm-tag rm-warning"))
    if report.source is not None:
        about.append(cut(report.source))
    if report.file:
        about.append(" ".join(filter(None, (report.file.format.upper(), report.file.encoding))))
    lines = [tag("h3", tag("span", f"{cut(name_of(report), 60)} {years(report)}".rstrip(), lang="zh"))]
    if report.title and report.title.value != name_of(report):
        lines.append(tag("p", cut(report.title.value), class_="rm-sub", lang="zh"))
    lines.append(tag("p", joined([joined(item) for item in about], " · "), class_="rm-sub"))
    return lines


def tiles(report: Report, lang: Lang) -> Piece:
    """The counts that one looks at first."""
    parts = [part for part in report.parts if part.state in ("present", "merged")]
    asked = [part for part in report.parts if part.state != "not_prescribed"]
    shown = [
        (len(report.measures), pick(lang, "数值", "quantities")),
        (len(report.diagnostics), pick(lang, "发现", "findings")),
        (f"{len(parts)}/{len(asked)}" if asked else "–", pick(lang, "规定部分", "prescribed parts")),
        (len(report.channels), pick(lang, "公开渠道", "channels")),
        (len(report.citations), pick(lang, "引用文件", "citations")),
        (f"{len(report.checklist)}/50", pick(lang, "清单事项", "checklist items")),
    ]
    return tag(
        "ul", [tag("li", [tag("b", str(count)), " ", tag("span", what)]) for count, what in shown], class_="rm-tiles"
    )


def _counts(report: Report, lang: Lang) -> list[Piece]:
    """Applications and complaints: a number, stated to be none, or not mentioned."""
    rows: list[list[Content]] = []
    always = ("received", "complaints", "reconsiderations", "lawsuits")
    for path, group in (("requests", report.requests), ("oversight", report.oversight)):
        for name in type(group).__dataclass_fields__:
            count = getattr(group, name)
            if count is None and name not in always:
                continue
            rows.append([word("requests", name, lang), *_count(report, count, lang), code(f".{path}.{name}")])
    heading = tag("h4", pick(lang, "申请与监督", "Applications and oversight"))
    return [
        heading,
        table([pick(lang, "事项", "what"), pick(lang, "数", "count"), pick(lang, "原文", "words"), ""], rows),
    ]


def _count(report: Report, count: object, lang: Lang) -> list[Content]:
    from ..model.requests import StatedCount

    if not isinstance(count, StatedCount):
        return [tag("span", pick(lang, "未提及", "not mentioned"), class_="rm-dim"), ""]
    told = num(number(count.value))
    if count.stated == "nil":
        none = tag("span", pick(lang, "写明没有", "stated none"), class_="rm-tag rm-info")
        told = tag("span", [told, " ", none], class_="rm-n")
    return [told, quote(report.text(count.span), 12)]


def _parts(report: Report, lang: Lang) -> list[Piece]:
    if not report.parts:
        return []
    rows: list[list[Content]] = [
        [
            tag("span", cut(part.title, 40), lang="zh"),
            tag(
                "span",
                f"{_SIGNS.get(part.state, '?')} {word('state', part.state, lang)}",
                class_=f"rm-n {_STATES.get(part.state, 'rm-dim')}",
            ),
        ]
        for part in report.parts
    ]
    heading = tag("h4", pick(lang, "规定部分", "Prescribed parts"))
    return [heading, table([pick(lang, "部分", "part"), pick(lang, "有无", "state")], rows)]


def _first_findings(report: Report, lang: Lang) -> list[Piece]:
    heading = tag("h4", pick(lang, "发现", "Findings"))
    if not report.diagnostics:
        checked = len(report.checks)
        said = pick(lang, f"检查了 {checked} 项，未发现问题。", f"{checked} rules applied, nothing found.")
        return [heading, tag("p", said, class_="rm-dim")]
    rank = {"error": 0, "warning": 1, "info": 2}
    # The gravest first; those of one gravity stay in the order of the text.
    chosen = sorted(report.diagnostics, key=lambda found: rank[found.severity])[:FINDINGS]
    items = [tag("li", finding(report, found, lang)) for found in chosen]
    left = len(report.diagnostics) - len(chosen)
    more = [pick(lang, f"另有 {left} 条：", f"{left} more: "), code("report.findings")]
    return [heading, tag("ul", items, class_="rm-list"), *([tag("p", more, class_="rm-sub")] if left else [])]


def finding(report: Report, found: Diagnostic, lang: Lang) -> list[Content]:
    """What was found, with its words."""
    said = found.message if lang == "zh" else found.message_en
    words = report.text(found.span)
    name = f"{word('severity', found.severity, lang)} {found.code}"
    parts: list[Content] = [tag("span", name, class_=f"rm-tag rm-{found.severity}"), " ", cut(said, 200)]
    if words.strip():
        parts += [" ", tag("span", quote(words, 40), class_="rm-dim")]
    return parts


def measure_rows(report: Report, measures: list[tuple[int, Measure]], lang: Lang) -> list[list[Content]]:
    """Quantities as rows, each with its words and the path by which code gets at it."""
    return [
        [
            num(f"{word('bound', m.bound, lang)}{number(m.value)} {m.unit or ''}"),
            tag("span", cut(m.subject or "", 30), lang="zh"),
            word("kind", m.kind, lang),
            word("channel", m.channel, lang) if m.channel else "",
            "" if m.refers_to == "current" else word("refers_to", m.refers_to, lang),
            quote(str(report.context(m.span, 12)), 60),
            code(f".measures[{i}]"),
        ]
        for i, m in measures
    ]


def measure_head(lang: Lang) -> list[Content]:
    """The heads of `measure_rows`."""
    if lang == "zh":
        return ["数值", "内容", "类别", "渠道", "所指", "原文", "取值"]
    return ["value", "what", "kind", "channel", "time", "words", "path"]


def _more(report: Report, lang: Lang, show_text: bool) -> list[Piece]:
    blocks = []
    if report.measures:
        rows = measure_rows(report, list(enumerate(report.measures))[:MEASURES], lang)
        said = pick(lang, f"数值 {len(report.measures)}", f"Quantities {len(report.measures)}")
        blocks.append(details(said, tag("div", table(measure_head(lang), rows), class_="rm-wide")))
    sections = list(report.iter_sections())
    if sections:
        blocks.append(details(pick(lang, f"大纲 {len(sections)}", f"Outline {len(sections)}"), outline(report, lang)))
    if show_text:
        whole = [legend(lang), annotated(report, lang)]
        blocks.append(details(pick(lang, "全文", "Text"), joined(whole), open_=True))
    return blocks


def outline(report: Report, lang: Lang, most: int = OUTLINE) -> Piece:
    """The headings, indented by level, each with its role."""
    sections = list(report.iter_sections())
    items = [
        tag(
            "li",
            [
                tag("span", cut(f"{section.label or ''}{section.title.value}", 60), lang="zh"),
                " ",
                tag("span", word("role", section.role, lang) if section.role != "other" else "", class_="rm-dim"),
            ],
            style=f"margin-inline-start:{1.4 * (section.level - 1):.1f}em",
        )
        for section in sections[:most]
    ]
    left = len(sections) - most
    if left > 0:
        items.append(tag("li", pick(lang, f"另有 {left} 个标题", f"{left} more"), class_="rm-dim"))
    return tag("ul", items, class_="rm-list")


def _foot(report: Report, lang: Lang) -> Piece:
    shown = min(MEASURES, len(report.measures))
    return tag(
        "p",
        [
            pick(
                lang,
                f"共 {len(report.measures)} 项数值，显示 {shown} 项；",
                f"{shown} of {len(report.measures)} quantities shown; ",
            ),
            pick(
                lang, f"未归属的数字 {len(report.unclaimed)} 个。", f"{len(report.unclaimed)} numbers not understood. "
            ),
            code("report.open()"),
            pick(lang, " 看标注全文。", " shows the annotated text."),
        ],
        class_="rm-foot",
    )
