# What the native half gives: strings of JSON, numbers, streams of Arrow. Held true by mypy's stubtest.
from collections.abc import Callable, Sequence
from os import PathLike
from typing import Any, Final, final

__all__ = [
    "NativeCorpus",
    "NativeTable",
    "ReportError",
    "__version__",
    "audit_json",
    "columns_json",
    "dictionary_markdown",
    "diff_html",
    "diff_json",
    "diff_markdown",
    "parse_bytes_json",
    "parse_json",
    "reencode_json",
    "rules_json",
]

__version__: Final[str]

_Path = str | PathLike[str]
_Given = tuple[str, str]
_Packed = tuple[str, bytes | None, tuple[str, str] | None]

class ReportError(ValueError):
    """Something can't be read or written at all."""

    kind: str
    """Stable name of the reason, the same in all languages: ``too_long``, ``no_text_layer``, ``not_found`` …"""

def parse_json(
    text: str,
    *,
    source: str | None = None,
    audit: bool = True,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    max_bytes: int | None = None,
) -> str: ...
def parse_bytes_json(
    data: bytes,
    *,
    name: str | None = None,
    url: str | None = None,
    audit: bool = True,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    max_bytes: int | None = None,
) -> tuple[str, str, str]: ...
def audit_json(
    text: str,
    report_json: str,
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
) -> str: ...
def reencode_json(text: str, report_json: str) -> str: ...
def diff_json(left: _Given, right: _Given) -> str: ...
def diff_markdown(left: _Given, right: _Given, zh: bool) -> str: ...
def diff_html(left: _Given, right: _Given, zh: bool) -> str: ...
def rules_json() -> str: ...
def columns_json() -> str: ...
def dictionary_markdown() -> str: ...

@final
class NativeCorpus:
    @staticmethod
    def read(
        paths: Sequence[_Path],
        *,
        workers: int = 0,
        progress: Callable[[int, int], object] | None = None,
        audit: bool = True,
        max_bytes: int | None = None,
        registry_list: bytes | None = None,
        cache: _Path | None = None,
    ) -> NativeCorpus: ...
    @staticmethod
    def read_bytes(
        files: Sequence[tuple[str, bytes]],
        *,
        workers: int = 0,
        audit: bool = True,
        max_bytes: int | None = None,
        registry_list: bytes | None = None,
    ) -> NativeCorpus: ...
    @staticmethod
    def of_reports(reports: Sequence[tuple[str, str, str]], *, registry_list: bytes | None = None) -> NativeCorpus: ...
    @staticmethod
    def of_packed(items: Sequence[_Packed], *, registry_list: bytes | None = None) -> NativeCorpus: ...
    def packed(self) -> list[_Packed]: ...
    def __len__(self) -> int: ...
    def labels(self) -> list[str]: ...
    def errors(self) -> list[tuple[int, str, str, str]]: ...
    def get(self, index: int) -> tuple[str, str]: ...
    def table(self, name: str, *, evidence: bool = True) -> NativeTable: ...
    def write_workbook(self, path: _Path, tables: Sequence[str], evidence: bool) -> int: ...
    def write_tables(
        self,
        folder: _Path,
        tables: Sequence[str],
        format: str,
        *,
        evidence: bool = True,
        bom: bool = False,
        workers: int = 0,
    ) -> list[tuple[str, int]]: ...
    def summary_json(self) -> str: ...
    def identities(self) -> list[tuple[int, str, str | None, str | None]]: ...
    def series_json(self, indices: Sequence[int] | None = None) -> str: ...
    def reuse_json(self, *, likeness: int = 50, common: int = 20) -> str: ...

@final
class NativeTable:
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any: ...
    def __arrow_c_schema__(self) -> Any: ...
    def write(self, path: _Path, format: str, *, bom: bool = False) -> int: ...
    def json_lines(self, limit: int | None = None, *, file: int | None = None) -> str: ...
