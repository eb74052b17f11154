"""How well the program reads, as measured (accuracy.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec


class ReadingSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pages that the rules had not seen, and the F1 of their first reading by field, 0 to 1."""

    pages: int
    f1: Mapping[str, float]


class Planted(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"wrong": "false"}):
    """Differences that were `planted`, of which some were `found`; `wrong` ones were reported but not there."""

    planted: int
    found: int
    wrong: int


class Alignment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """F1 of links between passages, 0 to 1."""

    f1: float


class Accuracy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All measured figures and the day of the measurement."""

    measured: date
    sets: tuple[ReadingSet, ...]
    differences: Planted
    alignment: Alignment

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that were measured in any set, in their order."""
        return tuple(dict.fromkeys(field for each in self.sets for field in each.f1))


@cache
def accuracy() -> Accuracy:
    """Return the measured figures."""
    text = files("sitegen").joinpath("accuracy.toml").read_bytes()
    return msgspec.toml.decode(text, type=Accuracy)
