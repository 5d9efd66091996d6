"""From JSON to the types of the model and back.

The dataclasses are the one description: for each of them a function is written and compiled when it is first needed, so
that reading a report looks nothing up and importing the package costs nothing. Keys stand in the order of the fields,
which is that of the JSON of all other languages.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from datetime import date
from typing import Any, TypeVar

from .model.findings import Diagnostic
from .model.lists import Findings, Measures
from .model.measures import Measure
from .model.span import Span

T = TypeVar("T")

# Lists that are more than tuples, and what they hold.
_LISTS: dict[type, type] = {Measures: Measure, Findings: Diagnostic}

_decoders: dict[type, Callable[..., Any]] = {}
_encoders: dict[type, Callable[[Any], dict[str, Any]]] = {}


def decoder(cls: type[T]) -> Callable[..., T]:
    """The function that makes an object of a dataclass from its JSON. Fields without a key are its other arguments."""
    found = _decoders.get(cls)
    if found is None:
        found = _compile(cls, "d, **rest", "make", _decoding)
        _decoders[cls] = found
    return found


def encoder(cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    """The function that gives the JSON of such an object."""
    found = _encoders.get(cls)
    if found is None:
        found = _compile(cls, "o", "tell", _encoding)
        _encoders[cls] = found
    return found


def _compile(cls: type, arguments: str, name: str, body: Callable[[type, dict[str, Any]], str]) -> Callable[..., Any]:
    # Only names from this package's own source go into the code.
    scope: dict[str, Any] = {"C": cls, "Span": Span, "date": date}
    exec(f"def {name}({arguments}):\n{body(cls, scope)}", scope)  # noqa: S102
    done: Callable[..., Any] = scope[name]
    return done


def _wired(cls: type) -> list[tuple[Field[Any], str, Any]]:
    """Fields that have a key in the JSON, with the key and the type."""
    hints = typing.get_type_hints(cls)
    return [
        (field, field.metadata.get("key", field.name), hints[field.name])
        for field in fields(cls)
        if not field.metadata.get("apart")
    ]


def _decoding(cls: type, scope: dict[str, Any]) -> str:
    given = []
    for field, key, kind in _wired(cls):
        source = f"d.get({key!r})" if field.metadata.get("omit") else f"d[{key!r}]"
        given.append(f"{field.name}={_decode(kind, source, scope)}")
    return f"    return C({', '.join(given)}, **rest)\n"


def _decode(kind: Any, source: str, scope: dict[str, Any], depth: int = 0) -> str:
    """The expression that turns the JSON ``source`` into a value."""
    inner = _optional(kind)
    if inner is not None:
        name = f"x{depth}"
        value = _decode(inner, name, scope, depth + 1)
        return source if value == name else f"(None if ({name} := {source}) is None else {value})"
    if kind is Span:
        return f"Span(*{source})"
    if kind is date:
        return f"date.fromisoformat({source})"
    item = _item(kind)
    if item is not None:
        name = f"i{depth}"
        value = _decode(item, name, scope, depth + 1)
        listed = source if value == name else f"[{value} for {name} in {source}]"
        return f"{_bound(kind if kind in _LISTS else tuple, scope)}({listed})"
    if is_dataclass(kind):
        # Looked up when called, since a section holds sections.
        return f"{_bound(_late(decoder, kind), scope, _name(kind))}({source})"
    return source


def _encoding(cls: type, scope: dict[str, Any]) -> str:
    lines = ["    r = {}\n"]
    for field, key, kind in _wired(cls):
        value = f"o.{field.name}"
        line = f"r[{key!r}] = {_encode(kind, value, scope)}\n"
        lines.append(f"    if {value} is not None: {line}" if field.metadata.get("omit") else f"    {line}")
    return "".join([*lines, "    return r\n"])


def _encode(kind: Any, source: str, scope: dict[str, Any], depth: int = 0) -> str:
    """The expression that turns the value ``source`` into JSON."""
    inner = _optional(kind)
    if inner is not None:
        name = f"x{depth}"
        value = _encode(inner, name, scope, depth + 1)
        return source if value == name else f"(None if ({name} := {source}) is None else {value})"
    if kind is Span:
        return f"[{source}.start, {source}.end]"
    if kind is date:
        return f"{source}.isoformat()"
    item = _item(kind)
    if item is not None:
        name = f"i{depth}"
        value = _encode(item, name, scope, depth + 1)
        return f"list({source})" if value == name else f"[{value} for {name} in {source}]"
    if is_dataclass(kind):
        return f"{_bound(_late(encoder, kind), scope, _name(kind))}({source})"
    return source


def _optional(kind: Any) -> Any:
    """What may be missing; nothing where it may not."""
    if typing.get_origin(kind) not in (types.UnionType, typing.Union):
        return None
    rest = [part for part in typing.get_args(kind) if part is not type(None)]
    # A number is an int or a float, and never missing.
    return None if len(rest) == len(typing.get_args(kind)) else (rest[0] if len(rest) == 1 else rest[0] | rest[1])


def _item(kind: Any) -> Any:
    if kind in _LISTS:
        return _LISTS[kind]
    return typing.get_args(kind)[0] if typing.get_origin(kind) is tuple else None


def _name(kind: Any) -> str:
    name: str = kind.__name__
    return name


def _late(make: Callable[[type], Callable[..., Any]], kind: Any) -> Callable[[Any], Any]:
    done: list[Callable[..., Any]] = []

    def call(value: Any) -> Any:
        if not done:
            done.append(make(kind))
        return done[0](value)

    return call


def _bound(value: Any, scope: dict[str, Any], name: str | None = None) -> str:
    name = f"_{name or value.__name__}"
    scope.setdefault(name, value)
    return name
