"""Charts of corpora and series, by Altair (the extra ``plot``).

Each function gives an ``altair.Chart``: a notebook shows it, ``.save("chart.html")`` keeps it, ``.properties(…)``
changes it. Labels are Chinese or English, in fonts that have Chinese characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from .corpus import Corpus
from .display.html import FONTS, cut
from .display.lang import Lang, language, pick, word
from .rules import rules
from .series import Series
from .table import _library

if TYPE_CHECKING:
    import altair

_STATES = ("present", "merged", "missing", "not_prescribed", "unknown")
_STATE_HUES = ("#23905a", "#7db892", "#d98324", "#9aa3ad", "#d5d9de")
_GRAVITY_HUES = ("#d33c33", "#c77700", "#2f78d0")

# Readable on white and on black.
_INK = "#7a7f87"

# Rows that a heat map shows: more could not be told apart, and would make the notebook heavy.
HEAT_ROWS = 200


def by_channel(corpus: Corpus, *, lang: Lang | None = None) -> altair.Chart:
    """Pieces of information disclosed in the reporting period, by channel: a point a report, the median as a line.

    A report that states several numbers for a channel counts with their sum, parts of totals left out.
    """
    alt, told = _library("altair", "plot"), language(lang)
    rows = [
        {"report": name, "channel": word("channel", channel, told), "value": value}
        for name, sums in _disclosed(corpus)
        for channel, value in sums.items()
        if value > 0
    ]
    base = alt.Chart(_data(alt, rows, ["report", "channel", "value"])).encode(
        y=alt.Y("channel:N", sort="-x", title=None)
    )
    scale = alt.Scale(type="log")
    points = base.mark_circle(size=28, opacity=0.45, color="#2f78d0").encode(
        x=alt.X("value:Q", scale=scale, title=pick(told, "主动公开信息数（对数）", "pieces disclosed (log scale)")),
        tooltip=["report:N", "channel:N", "value:Q"],
    )
    median = base.mark_tick(thickness=3, size=18, color="#d98324").encode(x=alt.X("median(value):Q", scale=scale))
    return _finished(
        (points + median).properties(width=460), pick(told, "各渠道公开信息数", "Disclosed by channel"), told
    )


def _disclosed(corpus: Corpus) -> Iterator[tuple[str, dict[str, float]]]:
    """For each report its name and the pieces disclosed by channel."""
    for report, group in groupby(corpus.table("measures"), key=itemgetter("report_id")):
        rows = {row["measure"]: row for row in group}
        sums: dict[str, float] = {}
        for row in rows.values():
            if row["kind"] != "disclosed" or row["refers_to"] != "current" or not row["channel"]:
                continue
            total = rows.get(row["part_of"])
            # A part of a total through the same channel is counted with its total.
            if total is None or total["channel"] != row["channel"]:
                sums[row["channel"]] = sums.get(row["channel"], 0) + row["value"]
        yield _name(next(iter(rows.values()), {"report_id": report})), sums


def trend(series: Series, *, lang: Lang | None = None) -> altair.Chart:
    """The key figures of an institution over the years, a panel each. What is not stated leaves a gap, not a zero."""
    alt, told = _library("altair", "plot"), language(lang)
    from .display.compared import _figure

    rows: list[dict[str, Any]] = [
        {
            "year": year.year,
            "figure": _figure(figure.field, told),
            "value": figure.evidence.number,
            "stated": pick(told, "写明没有", "stated none") if figure.evidence.stated == "nil" else "",
            "words": cut(figure.evidence.words),
        }
        for year in series.years
        for figure in year.figures
        if year.year is not None and figure.evidence.number is not None
    ]
    order = list(dict.fromkeys(row["figure"] for row in rows))
    # A year without a report, or without the figure, breaks the line.
    known = {(row["year"], row["figure"]) for row in rows}
    years = [year.year for year in series.years if year.year is not None]
    span = range(min(years), max(years) + 1) if years else range(0)
    rows += [
        {"year": year, "figure": name, "value": None, "stated": "", "words": ""}
        for name in order
        for year in span
        if (year, name) not in known
    ]
    rows.sort(key=lambda row: (order.index(row["figure"]), row["year"]))
    chart = (
        alt.Chart(_data(alt, rows, ["year", "figure", "value", "stated", "words"]))
        .mark_line(point=alt.OverlayMarkDef(size=45), color="#2f78d0", invalid="break-paths-show-domains")
        .encode(
            x=alt.X("year:O", title=None),
            y=alt.Y("value:Q", title=None, scale=alt.Scale(zero=True)),
            tooltip=["year:O", "value:Q", "words:N", "stated:N"],
        )
        .properties(width=190, height=110)
        .facet(facet=alt.Facet("figure:N", title=None, sort=order), columns=3)
        .resolve_scale(y="independent")
    )
    return _finished(chart, cut(series.institution or "?", 40), told)


def parts(corpus: Corpus, *, lang: Lang | None = None) -> altair.Chart:
    """Which report has which prescribed part: a heat map of at most `HEAT_ROWS` reports, first come."""
    alt, told = _library("altair", "plot"), language(lang)
    rows: list[dict[str, Any]] = []
    order: dict[str, str] = {}
    reports: dict[str, str] = {}
    for row in corpus.table("parts"):
        report = reports.setdefault(row["report_id"], f"{_name(row)} #{len(reports) + 1}")
        if len(reports) > HEAT_ROWS:
            break
        part = order.setdefault(row["role"], word("role", row["role"], told))
        rows.append({"report": report, "part": part, "state": word("state", row["state"], told)})
    states = [word("state", state, told) for state in _STATES]
    chart = (
        alt.Chart(_data(alt, rows, ["report", "part", "state"]))
        .mark_rect(stroke="white", strokeWidth=1)
        .encode(
            x=alt.X(
                "part:N", sort=list(order.values()), title=None, axis=alt.Axis(orient="top", labelAngle=-35, grid=False)
            ),
            y=alt.Y("report:N", sort=None, title=None, axis=alt.Axis(labelLimit=240, grid=False)),
            color=alt.Color("state:N", title=None, scale=alt.Scale(domain=states, range=list(_STATE_HUES))),
            tooltip=["report:N", "part:N", "state:N"],
        )
        .properties(width=alt.Step(34))
    )
    return _finished(chart, pick(told, "规定部分", "Prescribed parts"), told)


def findings(corpus: Corpus, *, lang: Lang | None = None) -> altair.Chart:
    """How many reports each rule of the audit found something in, the gravest rules in red."""
    alt, told = _library("altair", "plot"), language(lang)
    known = rules()
    rows = []
    for code, facts in corpus.summary()["findings"].items():
        rule = known.get(code)
        title = "" if rule is None else rule.title if told == "zh" else rule.title_en
        rows.append(
            {
                "rule": f"{code} {cut(title, 30)}".rstrip(),
                "severity": word("severity", facts["severity"], told),
                "reports": facts["files"],
                "findings": facts["count"],
            }
        )
    domain = [word("severity", name, told) for name in ("error", "warning", "info")]
    chart = (
        alt.Chart(_data(alt, rows, ["rule", "severity", "reports", "findings"]))
        .mark_bar()
        .encode(
            x=alt.X("reports:Q", title=pick(told, "报告数", "reports")),
            y=alt.Y("rule:N", sort="-x", title=None, axis=alt.Axis(labelLimit=320)),
            color=alt.Color("severity:N", title=None, scale=alt.Scale(domain=domain, range=list(_GRAVITY_HUES))),
            tooltip=["rule:N", "severity:N", "reports:Q", "findings:Q"],
        )
    )
    return _finished(chart, pick(told, "各规则的发现", "Findings by rule"), told)


def _name(row: dict[str, Any]) -> str:
    """What a report is called in a chart."""
    return f"{cut(row.get('institution') or row['report_id'], 24)} {row.get('year') or ''}".rstrip()


def _data(alt: Any, rows: list[dict[str, Any]], columns: list[str]) -> Any:
    # Without a row Altair could not tell the columns.
    return alt.Data(values=rows or [dict.fromkeys(columns)])


def _finished(chart: Any, title: str, lang: Lang) -> Any:
    """With its title, in fonts that have Chinese characters, on whatever ground it is shown."""
    return (
        chart.properties(title=title)
        .configure(font=FONTS.replace('"', "'"), background="transparent")
        .configure_title(anchor="start", fontSize=15, color=_INK)
        .configure_axis(
            labelFontSize=12, titleFontSize=12, gridOpacity=0.35, labelColor=_INK, titleColor=_INK, domainColor=_INK
        )
        .configure_header(labelColor=_INK)
        .configure_legend(labelColor=_INK, titleColor=_INK)
        .configure_view(stroke=None)
    )
