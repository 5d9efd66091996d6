"""Many files at once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias, overload

from . import progress as _progress
from ._native import NativeCorpus
from .display.lang import Lang
from .errors import ReportError
from .report import Report
from .reuse import Reuse, reuse_of
from .series import Series, all_series, one_of
from .table import Table, TableName, tables

StrPath: TypeAlias = "str | os.PathLike[str]"


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be read."""

    path: str
    """Its name, as given or found."""
    kind: str
    """Stable name of the reason: ``not_found``, ``no_text_layer``, ``broken`` …"""
    message: str
    """What is wrong and what helps."""


class Corpus(Sequence[Report]):
    """Reports read from many files, kept small: some hundred thousand fit into memory.

    A sequence of the reports that could be read, each made when it is asked for; `errors` has the other files. Tables
    have a row for every file.
    """

    __slots__ = ("_labels", "_native", "_readable", "_registry")

    def __init__(self, native: NativeCorpus, registry: bytes | None = None) -> None:
        """Use `read_many` or `from_reports`."""
        failed = {index for index, *_ in native.errors()}
        self._native = native
        self._registry = registry
        self._labels: list[str] = native.labels()
        self._readable = [index for index in range(len(native)) if index not in failed]

    @classmethod
    def from_reports(cls, reports: Iterable[Report], *, registry: StrPath | bytes | None = None) -> Corpus:
        """A corpus of reports at hand. Those without a source are named by their number."""
        given = [
            (report.source if report.source is not None else f"#{i}", report.source_text, report.to_json())
            for i, report in enumerate(reports)
        ]
        held = registry_bytes(registry)
        return cls(NativeCorpus.of_reports(given, registry_list=held), held)

    # The reports.

    def __len__(self) -> int:
        """Number of reports that could be read."""
        return len(self._readable)

    @overload
    def __getitem__(self, index: int | str) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> list[Report]: ...
    def __getitem__(self, index: int | str | slice) -> Report | list[Report]:
        """A report by its place or its path; `KeyError` where no file of that path could be read."""
        if isinstance(index, slice):
            return [self._report(at) for at in self._readable[index]]
        if isinstance(index, str):
            found = next((at for at in self._readable if self._labels[at] == index), None)
            if found is None:
                raise KeyError(index)
            return self._report(found)
        return self._report(self._readable[index])

    def __iter__(self) -> Iterator[Report]:
        """The reports, one at a time."""
        return map(self._report, self._readable)

    def _report(self, index: int) -> Report:
        text, data = self._native.get(index)
        return Report._of(text, data)

    @property
    def paths(self) -> list[str]:
        """Names of all files, in order, also of those that could not be read."""
        return list(self._labels)

    @property
    def errors(self) -> tuple[FileError, ...]:
        """The files that could not be read, and why."""
        return tuple(FileError(*what) for _, *what in self._native.errors())

    # Tables.

    def table(self, name: TableName, *, evidence: bool = True) -> Table:
        """A table of all files: ``corpus.table("measures")``. `tables()` tells which there are.

        Without ``evidence`` the wide tables have only values, not the words and places behind them.
        """
        return Table(self._native, name, evidence)

    def to_folder(
        self,
        folder: StrPath,
        *,
        format: Literal["parquet", "csv", "jsonl", "arrow"] = "parquet",
        tables: Sequence[TableName] | None = None,
        evidence: bool = True,
        bom: bool = False,
        workers: int | None = None,
    ) -> dict[str, int]:
        """Writes tables (all, if none are named) into a folder, in one pass. Gives the number of rows of each.

        CSV files get a description of their columns beside them, ``datapackage.json``.
        """
        rows = self._native.write_tables(
            os.fspath(folder), _names(tables), format, evidence=evidence, bom=bom, workers=workers or 0
        )
        return dict(rows)

    def to_parquet(self, folder: StrPath, *, tables: Sequence[TableName] | None = None) -> dict[str, int]:
        """Writes tables as Parquet files into a folder."""
        return self.to_folder(folder, format="parquet", tables=tables)

    def to_csv(
        self, folder: StrPath, *, tables: Sequence[TableName] | None = None, bom: bool = False
    ) -> dict[str, int]:
        """Writes tables as CSV files into a folder; with ``bom`` also Excel opens them in Chinese."""
        return self.to_folder(folder, format="csv", tables=tables, bom=bom)

    def to_excel(self, path: StrPath, *, tables: Sequence[TableName] | None = None, evidence: bool = False) -> int:
        """Writes one workbook with a sheet a table. Gives the number of rows of all."""
        return self._native.write_workbook(os.fspath(path), _names(tables), evidence)

    # Over the reports.

    def summary(self) -> dict[str, Any]:
        """The corpus in counts: files, institutions, years, provinces, parts, channels, applications, findings."""
        found: dict[str, Any] = json.loads(self._native.summary_json())
        return found

    def institutions(self) -> dict[str, list[str]]:
        """Institutions by the one spelling of their names, each with the paths of its reports."""
        found: dict[str, list[str]] = {}
        for index, name, key, code in self._native.identities():
            found.setdefault(code or key or name, []).append(self._labels[index])
        return found

    @overload
    def series(self) -> tuple[Series, ...]: ...
    @overload
    def series(self, institution: str) -> Series: ...
    def series(self, institution: str | None = None) -> tuple[Series, ...] | Series:
        """The years of an institution side by side, by its name or key, or of all institutions.

        Raises `KeyError` for an institution that has no report here.
        """
        if institution is None:
            return all_series(self._native.series_json(None))
        known = [(i, code or key or name, {name, key, code}) for i, name, key, code in self._native.identities()]
        # Reports of one school print its name in more than one way.
        keys = {key for _, key, names in known if institution in names}
        indices = [i for i, key, _ in known if key in keys]
        if not indices:
            raise KeyError(institution)
        return one_of(all_series(self._native.series_json(indices)), institution)

    def reuse(self, *, likeness: int = 50, common: int = 20) -> Reuse:
        """Passages that reports share, and which of them was likely first.

        ``likeness`` in percent from which two passages count as the same; a passage of at least ``common`` institutions
        is wording that many have, copied from nobody in particular.
        """
        return reuse_of(self._native, self._labels, likeness=likeness, common=common)

    # For people, and for other processes.

    def __repr__(self) -> str:
        """Number of reports and of files that could not be read."""
        failed = len(self._labels) - len(self._readable)
        return f"<Corpus: {len(self)} reports" + (f", {failed} files unreadable>" if failed else ">")

    def html_snippet(self, *, lang: Lang | None = None) -> str:
        """The summary that a notebook shows."""
        from .display.summary import corpus_card

        return corpus_card(self, lang)

    def html(self, *, lang: Lang | None = None) -> str:
        """A whole page with the summary."""
        from .display.page import corpus_page

        return corpus_page(self, lang)

    def write_html(self, path: StrPath, *, lang: Lang | None = None) -> None:
        """Writes the page of `html` to a file."""
        Path(path).write_text(self.html(lang=lang), encoding="utf-8", newline="\n")

    def open(self, *, lang: Lang | None = None) -> None:
        """Shows the page of `html` in the browser."""
        from .display.serve import show_once

        show_once(self.html(lang=lang))

    def _repr_html_(self) -> str:
        return self.html_snippet()

    def __reduce__(self) -> tuple[Callable[..., Corpus], tuple[Any, ...]]:
        """Pickles the readings as they are kept."""
        return _unpickled, (self._native.packed(), self._registry)


def parse_many(
    files: Iterable[tuple[str, bytes]],
    *,
    workers: int | None = None,
    audit: bool = True,
    max_bytes: int | None = None,
    registry: StrPath | bytes | None = None,
) -> Corpus:
    """The same as `read_many` for documents at hand: pairs of name and bytes, from an archive or a cluster."""
    held = registry_bytes(registry)
    native = NativeCorpus.read_bytes(
        list(files), workers=workers or 0, audit=audit, max_bytes=max_bytes, registry_list=held
    )
    return Corpus(native, held)


def _unpickled(packed: list[tuple[str, bytes | None, tuple[str, str] | None]], registry: bytes | None) -> Corpus:
    return Corpus(NativeCorpus.of_packed(packed, registry_list=registry), registry)


def _names(wanted: Sequence[str] | None) -> list[str]:
    return list(tables()) if wanted is None else list(wanted)


def registry_bytes(registry: StrPath | bytes | None) -> bytes | None:
    """A list of institutions: its bytes, or those of the file it is in."""
    return registry if registry is None or isinstance(registry, bytes) else Path(registry).read_bytes()


def read_many(
    paths: StrPath | Iterable[StrPath],
    *,
    workers: int | None = None,
    progress: bool | Callable[..., Any] = True,
    on_error: Literal["record", "raise"] = "record",
    audit: bool = True,
    max_bytes: int | None = None,
    registry: StrPath | bytes | None = None,
    cache: StrPath | None = None,
) -> Corpus:
    """Reads files, folders and patterns (``"reports/**/*.html"``), on all cores.

    A file that can't be read becomes a row with its error (``corpus.errors``), or with ``on_error="raise"`` a
    `ReportError`. ``progress`` is a line on standard error where that is a terminal, or a class like ``tqdm.tqdm``, or
    a function of the numbers done and in all. ``registry`` is the Ministry's list of institutions (xls, xlsx or csv),
    by which the tables get their codes; ``cache`` a folder that keeps readings for the next time.
    """
    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    tell, end = _progress.hook(progress)
    held = registry_bytes(registry)
    try:
        native = NativeCorpus.read(
            [Path(path) for path in given],
            workers=workers or 0,
            progress=tell,
            audit=audit,
            max_bytes=max_bytes,
            registry_list=held,
            cache=None if cache is None else Path(cache),
        )
    finally:
        end()
    corpus = Corpus(native, held)
    if on_error == "raise":
        for failed in corpus.errors:
            error = ReportError(f"{failed.path}: {failed.message}")
            error.kind = failed.kind
            raise error
    return corpus
