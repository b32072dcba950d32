"""Statements that run while a camera waits: written in SQLAlchemy Core as all others, compiled once, run by the driver itself.

Core's bookkeeping at each call costs more than the database does. What goes in and comes out is converted by the columns' own
types, so a row reads the same either way. Knows no table; refuses a statement whose text depends on its values.
"""

import functools
import json
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnClause,
    ColumnElement,
    Delete,
    Insert,
    Select,
    Text,
    Update,
    bindparam,
    func,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import dialect as sqlite
from sqlalchemy.sql.compiler import SQLCompiler

_DIALECT = sqlite(paramstyle="qmark")
Convert = Callable[[Any], Any]
Fallback = Callable[[], Any]
Statement = Select[Any] | Insert | Update | Delete


class _Mark(NamedTuple):
    """One question mark: whose value it is, what stands in when nobody gives one, and how its type writes it."""

    name: str
    fallback: Fallback | None
    written: Convert | None


class Prepared:
    """One statement. An INSERT needs no value for what has a default or may be empty."""

    def __init__(self, statement: Statement) -> None:
        compiled = statement.compile(dialect=_DIALECT)
        assert isinstance(compiled, SQLCompiler)  # the dialect's own, for all four kinds
        if any(bind.expanding for bind in compiled.binds.values()):
            raise ValueError("the text of this statement depends on its values")
        self.sql = compiled.string
        fallbacks = _fallbacks(statement, compiled)
        self._marks = tuple(_mark(compiled, name, fallbacks) for name in compiled.positiontup or ())
        columns = list(statement.exported_columns) if hasattr(statement, "exported_columns") else []
        self._row = _row_of([str(column.key) for column in columns])
        self._read = tuple(column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None) for column in columns)

    def arguments(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """The values in the order of the question marks. Raises KeyError for one that is missing."""
        found = []
        for (
            name,
            fallback,
            written,
        ) in self._marks:  # some hundred a picture: a call for each costs as much as all the rest
            value = values[name] if fallback is None or name in values else fallback()
            found.append(value if written is None else written(value))
        return tuple(found)

    def rows(self, found: Iterable[tuple[Any, ...]]) -> list[Any]:
        """What the driver found, as rows whose columns have names."""
        return [
            self._row(*[value if read is None else read(value) for read, value in zip(self._read, one, strict=True)])
            for one in found
        ]


def by_keys(query: Select[Any], column: ColumnElement[Any]) -> Prepared:
    """The query for any number of rows by their keys, whose text stays the same: ``unit.run(statement, keys(pks))``."""
    listed = func.json_each(bindparam("keys", type_=Text())).table_valued("value")
    return Prepared(query.where(column.in_(select(listed.c.value))))


def among(column: ColumnElement[Any], pks: Iterable[int | str]) -> ColumnElement[bool]:
    """The column is one of these keys, however many: a part of a statement whose text stays the same."""
    listed = func.json_each(bindparam(None, keys(pks)["keys"], type_=Text())).table_valued("value")
    return column.in_(select(listed.c.value))


def keys(pks: Iterable[int | str]) -> dict[str, str]:
    """The values of such a statement."""
    return {"keys": json.dumps(list(dict.fromkeys(pks)))}


@functools.cache
def amending(column: Column[Any], names: tuple[str, ...]) -> Prepared:
    """Writes these columns of the rows whose ``column`` is the key: ``unit.run(statement, amended(key, values))``."""
    table = column.table
    values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
    return Prepared(update(table).where(column == bindparam("key")).values(**values))


def amended(key: int | str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of such a statement."""
    return {"key": key, **{f"new_{name}": value for name, value in values.items()}}


def _row_of(names: Sequence[str]) -> Callable[..., Any]:
    return namedtuple("Row", names, rename=True)


def _mark(compiled: SQLCompiler, name: str, fallbacks: Mapping[str, Fallback]) -> _Mark:
    kind = compiled.binds[name].type.dialect_impl(_DIALECT)
    return _Mark(name, fallbacks.get(name), kind.bind_processor(_DIALECT))


def _fallbacks(statement: Statement, compiled: SQLCompiler) -> dict[str, Fallback]:
    constants = {name: _constant(bind.value) for name, bind in compiled.binds.items() if not bind.required}
    if not isinstance(statement, Insert):
        return constants
    defaults = {column.key: _default(column) for column in statement.table.columns}
    return constants | {name: default for name, default in defaults.items() if default is not None}


def _default(column: ColumnClause[Any]) -> Fallback | None:
    if not isinstance(column, Column):
        return None
    default: Any = column.default
    if default is not None:
        return (lambda: default.arg(None)) if default.is_callable else _constant(default.arg)
    return _constant(None) if column.primary_key or column.nullable else None


def _constant(value: Any) -> Fallback:
    return lambda: value
