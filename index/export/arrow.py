"""The types of structures as Arrow's, so that Parquet has nested columns for nested values."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from msgspec import inspect

_SIMPLE: dict[type[inspect.Type], Any] = {
    inspect.BoolType: pa.bool_(),
    inspect.IntType: pa.int64(),
    inspect.FloatType: pa.float64(),
    # Sums of money: exact up to 15 digits, and numbers to every program that reads the file.
    inspect.DecimalType: pa.float64(),
    inspect.StrType: pa.string(),
    inspect.EnumType: pa.string(),
    inspect.LiteralType: pa.string(),
}


def arrow_type(annotation: Any) -> Any:
    """Return the Arrow type for values of a Python type.

    >>> str(arrow_type(tuple[str, ...] | None))
    'list<item: string>'
    """
    return _of(inspect.type_info(annotation))


def _of(info: inspect.Type) -> Any:
    match info:
        case inspect.UnionType(types):
            (only,) = (one for one in types if not isinstance(one, inspect.NoneType))
            return _of(only)
        case inspect.VarTupleType(item_type):
            return pa.list_(_of(item_type))
        case inspect.TupleType(item_types):
            return pa.list_(_of(item_types[0]))
        case inspect.StructType():
            return pa.struct([(field.encode_name, _of(field.type)) for field in info.fields])
        case _:
            return _SIMPLE[type(info)]
