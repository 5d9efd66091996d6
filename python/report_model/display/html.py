"""Pieces of HTML. Whatever is no piece yet is text, and is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape as _escape
from typing import TypeAlias

# What Chinese readers have installed; nothing is fetched.
FONTS = 'system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif'

# Longest quote of a report, in characters: a notebook that is passed on does not carry the report with it.
QUOTE = 80


class Piece(str):
    """HTML that is safe to be shown."""

    __slots__ = ()

    def __add__(self, other: str) -> Piece:
        """One behind the other; text is escaped."""
        return Piece(str.__add__(self, text(other)))


Content: TypeAlias = "str | Iterable[Content] | None"


# What no reader sees, yet turns words round or ends the file early, is left out; halves of signs, which no file can
# hold, become the sign for what is lost.
_CLEAN = {
    **dict.fromkeys(code for code in range(32) if code not in (9, 10)),
    **dict.fromkeys([0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def clean(value: str) -> str:
    """Text without signs that could do harm where it is shown."""
    return value.translate(_CLEAN)


def text(value: str) -> Piece:
    """Text as HTML; pieces stay what they are."""
    return value if isinstance(value, Piece) else Piece(_escape(clean(value), quote=True))


def joined(parts: Content, between: str = "") -> Piece:
    """Pieces and texts behind one another."""
    if parts is None:
        return Piece("")
    if isinstance(parts, str):
        return text(parts)
    return Piece(text(between).join(joined(part) for part in parts))


def tag(name: str, content: Content = None, **attributes: str | int | bool | None) -> Piece:
    """An element. ``class_`` gives the class; an attribute that is nothing or false is left out."""
    told = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{text(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Piece(f"<{name}{told}>{joined(content)}</{name}>")


def table(
    head: Iterable[Content], rows: Iterable[Iterable[Content]], *, caption: str | None = None, **attributes: str
) -> Piece:
    """A table; the first cell of each row is its heading."""
    above = tag("tr", [tag("th", content, scope="col") for content in head])
    lines = []
    for row in rows:
        cells = list(row)
        first = tag("th", cells[0], scope="row")
        lines.append(tag("tr", [first, *(tag("td", cell) for cell in cells[1:])]))
    inner = [tag("caption", caption)] if caption else []
    return tag("table", [*inner, tag("thead", above), tag("tbody", lines)], **attributes)


def cut(words: str, most: int = QUOTE) -> str:
    """Words in one line, at most so many characters."""
    line = " ".join(clean(words).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def quote(words: str, most: int = QUOTE) -> Piece:
    """Words of a report."""
    return tag("q", cut(words, most), lang="zh")


def num(value: object) -> Piece:
    """A figure, set in columns."""
    return tag("span", str(value), class_="rm-n")


def details(summary: Content, content: Content, *, open_: bool = False) -> Piece:
    """What is shown on a click, without script."""
    return tag("details", [tag("summary", summary), joined(content)], open=open_)


def code(words: str) -> Piece:
    """What can be typed."""
    return tag("code", words)
