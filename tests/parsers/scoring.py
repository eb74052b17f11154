"""How well facts were read: a tally per field over many pages, and every disagreement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Record = dict[str, Any]
Values = Callable[[Record], Counter[Any]]


@dataclass
class Tally:
    """What was right, made up and missed, and where."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    disagreements: list[str] = field(default_factory=list)

    def add(self, url: str, gold: Counter[Any], found: Counter[Any]) -> None:
        self.right += (gold & found).total()
        self.wrong += (found - gold).total()
        self.missed += (gold - found).total()
        if gold != found:
            self.disagreements.append(f"{url}: missing {list(gold - found)}, extra {list(found - gold)}")

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def score(gold: Iterable[Record], found: dict[str, Record]) -> dict[str, Tally]:
    """Compare what was found, by address, with the gold; fields that careful readers dispute are left out."""
    tallies = {name: Tally() for name in FIELDS}
    for truth in gold:
        for name, values in FIELDS.items():
            if name not in truth.get("unsure", ()):
                tallies[name].add(truth["url"], values(truth), values(found.get(truth["url"], {})))
    return tallies


def _one(value: object) -> Counter[Any]:
    return Counter([value] if value else [])


def _amounts(record: Record) -> Counter[Any]:
    return Counter((float(one["min"]), float(one["max"]), one["currency"]) for one in record.get("amounts", ()))


def _window(key: str) -> Values:
    return lambda record: _one((record.get("application") or {}).get(key))


def _use_period(record: Record) -> Counter[Any]:
    period = record.get("use_period")
    return _one((period["start"], period["end"]) if period else None)


def _total(record: Record) -> Counter[Any]:
    total = record.get("total")
    return _one(None if total is None else float(total))


def _names(record: Record) -> Counter[Any]:
    return Counter(one["name"].casefold() for one in record.get("contacts", ()) if one["name"])


def _phones(record: Record) -> Counter[Any]:
    digits = (re.sub(r"\D", "", one["phone"]) for one in record.get("contacts", ()) if one["phone"])
    return Counter(re.sub(r"^(?:00358|358)?0*", "", number) for number in digits)


FIELDS: dict[str, Values] = {
    "language": lambda record: _one(record.get("language")),
    "kind": lambda record: _one(record.get("kind")),
    "published": lambda record: _one((record.get("published") or "")[:10]),
    "amounts": _amounts,
    "total": _total,
    "opens": _window("opens"),
    "closes": _window("closes"),
    "use_period": _use_period,
    "contact names": _names,
    "contact phones": _phones,
}
