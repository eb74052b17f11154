"""Floors: how often a field must be stated at least (floors.toml); how many releases there are, the catalogue says."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_DEFAULT = "default"


@cache
def _tables() -> dict[str, dict[str, float]]:
    return tomllib.loads(files(__package__).joinpath("floors.toml").read_text(encoding="utf-8"))


def fill_floor(source: str, field: str) -> float:
    """Return the share of a source's pages that must state a field, 0.0 where nothing is demanded.

    >>> fill_floor("tem", "published"), fill_floor("kotoutuminen", "published"), fill_floor("tem", "amounts")
    (0.6, 0.0, 0.0)
    """
    tables = _tables()
    return tables.get(source, {}).get(field, tables[_DEFAULT].get(field, 0.0))
