"""The types of fields as the Frictionless standard names them."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import inspect

_SIMPLE: dict[type[inspect.Type], str] = {
    inspect.BoolType: "boolean",
    inspect.IntType: "integer",
    inspect.FloatType: "number",
    inspect.DecimalType: "number",
    inspect.StrType: "string",
    inspect.EnumType: "string",
    inspect.LiteralType: "string",
    inspect.VarTupleType: "array",
    inspect.TupleType: "array",
    inspect.StructType: "object",
    inspect.DictType: "object",
}
# "2021-04-20", "2021-04-20T16:15"
_MOMENT = r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?"
MOMENTS = frozenset({"published", "translated", "opens", "closes", "use_start", "use_end", "decided"})


def field_type(annotation: Any) -> str:
    """Return the type of values of a Python type.

    >>> field_type(tuple[str, ...]), field_type(float | None)
    ('array', 'number')
    """
    return _SIMPLE[type(_only(annotation))]


def constraints(name: str, annotation: Any, *, required: bool) -> dict[str, Any]:
    """Return what can be said of a field's values: that there is one, which ones there are, what they look like."""
    found: dict[str, Any] = {"required": True} if required else {}
    info = _only(annotation)
    if isinstance(info, inspect.EnumType):
        found["enum"] = [member.value for member in info.cls]
    elif isinstance(info, inspect.LiteralType):
        found["enum"] = list(info.values)
    elif name in MOMENTS:
        found["pattern"] = _MOMENT
    return found


@cache
def _only(annotation: Any) -> inspect.Type:
    """Return a type without its None, which every column may have."""
    info = inspect.type_info(annotation)
    if not isinstance(info, inspect.UnionType):
        return info
    (only,) = (one for one in info.types if not isinstance(one, inspect.NoneType))
    return only
