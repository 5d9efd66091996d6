"""The first rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .html import Content, Piece, code, cut, num, table, tag
from .lang import language, pick
from .style import card_style

if TYPE_CHECKING:
    from ..table import Table

# Columns beyond are named only: a wide table has some hundred.
COLUMNS = 14


def table_card(shown: Table, rows: int, wanted: str | None) -> str:
    """Head and first rows; how many columns are left out is said."""
    from ..table import tables

    lang = language(wanted)
    facts = tables()[shown.name]
    first = shown.rows(rows)
    # Values before the places that only show where they stand.
    told = sorted(shown.columns, key=lambda column: column.evidence)[:COLUMNS]
    head: list[Content] = [
        [
            column.name,
            tag("span", column.type, class_="rm-dim", title=column.meaning_zh if lang == "zh" else column.meaning),
        ]
        for column in told
    ]
    body: list[list[Content]] = [[_cell(row.get(column.name)) for column in told] for row in first]
    left = len(shown.columns) - len(told)
    more = pick(lang, f"另有 {left} 列未显示", f"{left} more columns") if left else ""
    parts = [
        tag("h3", f"{shown.name} "),
        tag("p", pick(lang, facts.meaning_zh, facts.meaning), class_="rm-sub"),
        tag("div", table(head, body), class_="rm-wide"),
        tag(
            "p",
            [
                pick(lang, f"前 {len(first)} 行", f"first {len(first)} rows"),
                f"，{more}；" if more and lang == "zh" else f", {more}; " if more else pick(lang, "；", "; "),
                code(".to_pandas()"),
                " ",
                code(".to_polars()"),
                " ",
                code(".to_parquet(path)"),
            ],
            class_="rm-foot",
        ),
    ]
    return card_style() + tag("section", parts, class_="rm", lang="zh-Hans" if lang == "zh" else "en")


def _cell(value: Any) -> Piece:
    if value is None:
        return tag("span", "–", class_="rm-dim")
    if isinstance(value, bool):
        return tag("span", str(value).lower())
    if isinstance(value, (int, float)):
        return num(f"{value}")
    return tag("span", cut(str(value), 40), lang="zh")
