"""The cards of two reports beside each other, and of the years of a school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .html import Content, Piece, code, cut, num, quote, table, tag
from .lang import Lang, language, number, pick, word
from .plain import name_of, years
from .style import card_style

if TYPE_CHECKING:
    from ..comparison import Comparison, Difference, Evidence, SectionPair, ValueChange
    from ..series import Figure, Note, Series

VALUES = 25
_HUE = {"changed": "rm-info", "added": "rm-good", "gone": "rm-warning"}
_SIGN = {"changed": "≠", "added": "+", "gone": "−"}


def comparison_card(comparison: Comparison, wanted: str | None) -> str:
    """What differs, value by value, with quotes; which parts came, went or moved."""
    lang = language(wanted)
    sides = [(comparison.left_report, comparison.left), (comparison.right_report, comparison.right)]
    titles = [f"{cut(name_of(report), 30)} {years(report)}".strip() for report, _ in sides]
    tally = comparison.tally
    kept = comparison.right.share.ratio
    told = [
        (tally.changed, word("change", "changed", lang)),
        (tally.added, word("change", "added", lang)),
        (tally.gone, word("change", "gone", lang)),
        (tally.same, pick(lang, "相同", "the same")),
        ("–" if kept is None else f"{kept:.0%}", pick(lang, "逐字沿用", "carried over word for word")),
    ]
    shown = sorted(comparison.values, key=lambda value: (value.change != "changed",))[:VALUES]
    left = len(comparison.values) - len(shown)
    body = [
        tag("h3", tag("span", " → ".join(titles), lang="zh")),
        tag("ul", [tag("li", [tag("b", str(n)), " ", tag("span", what)]) for n, what in told], class_="rm-tiles"),
        *_values(shown, lang),
        *_sections(comparison, lang),
        tag(
            "p",
            [
                pick(lang, f"另有 {left} 项；" if left else "", f"{left} more values; " if left else ""),
                code("comparison.open()"),
                pick(lang, " 并排看两份全文。", " shows both texts side by side."),
            ],
            class_="rm-foot",
        ),
    ]
    return card_style() + tag("section", body, class_="rm", lang="zh-Hans" if lang == "zh" else "en")


def _values(values: list[ValueChange], lang: Lang) -> list[Piece]:
    if not values:
        return [tag("p", pick(lang, "数值与事实全部相同。", "All values are the same."), class_="rm-dim")]
    rows: list[list[Content]] = [
        [
            tag("span", f"{_SIGN[v.change]} {word('change', v.change, lang)}", class_=f"rm-tag {_HUE[v.change]}"),
            _what(v, lang),
            _evidence(v.left),
            _evidence(v.right),
            num(_difference(v.difference, lang)),
        ]
        for v in values
    ]
    heads = (("", ""), ("内容", "what"), ("左", "left"), ("右", "right"), ("差", "difference"))
    return [table([pick(lang, *pair) for pair in heads], rows)]


def _what(value: ValueChange, lang: Lang) -> Piece:
    key = value.measure
    if key is None:
        named = _figure(value.field, lang)
        return tag("span", named) if named != value.field else code(value.field)
    parts = [word("kind", key.kind, lang), word("channel", key.channel, lang) if key.channel else ""]
    about = " · ".join(part for part in parts if part)
    return tag("span", cut(key.subject or "", 30), lang="zh") + " " + tag("span", about, class_="rm-dim")


def _evidence(evidence: Evidence | None) -> Piece:
    return tag("span", "–", class_="rm-dim") if evidence is None else quote(evidence.words, 40)


def _difference(found: Difference | None, lang: Lang) -> str:
    """What hedges leave open is never shown as an exact figure."""
    if found is None:
        return ""
    if found.exact is not None:
        return _signed(found.exact)
    if found.about is not None:
        return pick(lang, "约 ", "about ") + _signed(found.about)
    said = word("direction", found.direction, lang)
    if found.least is not None and found.most is None:
        return said + pick(lang, f"（至少 {_signed(found.least)}）", f" (at least {_signed(found.least)})")
    if found.most is not None and found.least is None:
        return said + pick(lang, f"（至多 {_signed(found.most)}）", f" (at most {_signed(found.most)})")
    return said


def _signed(value: float) -> str:
    return f"+{number(value)}" if value > 0 else number(value)


def _sections(comparison: Comparison, lang: Lang) -> list[Piece]:
    rows: list[list[Content]] = []
    for pair in comparison.sections:
        said = _changes(pair, lang)
        side = pair.right or pair.left
        if said and side is not None:
            rows.append(
                [tag("span", cut(f"{side.path[-1] if side.path else ''}{side.title.value}", 50), lang="zh"), said]
            )
    if not rows:
        return []
    heads = [pick(lang, "部分", "part"), pick(lang, "变化", "change")]
    return [tag("h4", pick(lang, "各部分", "Parts")), table(heads, rows[:VALUES])]


def _changes(pair: SectionPair, lang: Lang) -> str:
    if pair.state != "kept":
        return word("change", pair.state, lang)
    said = [
        (pair.moved, pick(lang, "位置变动", "moved")),
        (pair.renamed, pick(lang, "标题改动", "worded anew")),
        (pair.renumbered, pick(lang, "序号变动", "numbered anew")),
    ]
    return pick(lang, "，", ", ").join(text for holds, text in said if holds)


def series_card(series: Series, wanted: str | None) -> str:
    """The key figures of a school, a column a year."""
    lang = language(wanted)
    columns = series.years
    names = dict.fromkeys(figure.field for year in columns for figure in year.figures)
    rows: list[list[Content]] = []
    for name in names:
        cells: list[Content] = []
        for year in columns:
            found = next((figure for figure in year.figures if figure.field == name), None)
            cells.append(_cell(found, lang))
        rows.append([_figure(name, lang), *cells])
    reused = [year.reused.ratio if year.reused else None for year in columns]
    rows.append(
        [
            pick(lang, "沿用上年文字", "text of the year before"),
            *("–" if ratio is None else num(f"{ratio:.0%}") for ratio in reused),
        ]
    )
    head: list[Content] = [pick(lang, "内容", "what"), *(str(year.year or "?") for year in columns)]
    notes = [tag("li", _note(series, note, lang)) for note in series.notes[:10]]
    body = [
        tag("h3", tag("span", cut(series.institution or "?", 40), lang="zh")),
        tag("div", table(head, rows), class_="rm-wide"),
        *([tag("h4", pick(lang, "值得一看", "Worth a look")), tag("ul", notes, class_="rm-list")] if notes else []),
    ]
    return card_style() + tag("section", body, class_="rm", lang="zh-Hans" if lang == "zh" else "en")


def _cell(figure: Figure | None, lang: Lang) -> Piece:
    if figure is None:
        return tag("span", "–", class_="rm-dim")
    found = figure.evidence
    if found.stated == "nil" or found.number is None:
        shown = pick(lang, "无", "none") if found.stated == "nil" else cut(found.words, 16)
    else:
        shown = f"{word('bound', found.bound or 'exact', lang)}{number(found.number)} {figure.unit or ''}".rstrip()
    return tag("span", shown, class_="rm-n", title=cut(found.words))


def _figure(name: str, lang: Lang) -> str:
    named = word("field", name, lang)
    if named != name:
        return named
    group, _, last = name.partition(".")
    vocabulary = {"disclosed": "channel", "requests": "requests", "oversight": "requests"}.get(group)
    if vocabulary is None:
        return name
    shown = word(vocabulary, last, lang)
    return pick(lang, f"{shown}公开", f"disclosed: {shown}") if group == "disclosed" else shown


def _note(series: Series, note: Note, lang: Lang) -> str:
    first, second = (series.years[i].year or "?" for i in (note.earlier, note.later))
    about = f"{_figure(note.field, lang)}: " if note.field else ""
    difference = f" {_difference(note.difference, lang)}" if note.difference else ""
    return f"{first}→{second} {about}{word('note', note.kind, lang)}{difference}"
