"""The facts of a sample text as a careful reader notes them, beside the text in its file.

The conventions are those of the project's gold files: every sum in order and as often as it stands, its `text` from the
first numeral to the currency word; a deadline that was extended in its extended form; a use period only with both ends.
In `text` every space is a plain one, whatever the page prints.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec


class ExpectedAmount(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sum (`sum`) or a range (`min`, `max`) in euros."""

    text: str
    sum: float | int | None = None
    min: int | None = None
    max: int | None = None

    def gold(self) -> dict[str, Any]:
        bounds = {"min": self.min, "max": self.max} if self.sum is None else {"min": self.sum, "max": self.sum}
        return bounds | {"currency": "EUR", "text": self.text}


class ExpectedApplication(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When one may apply."""

    opens: str | None = None
    closes: str | None = None
    continuous: bool = False


class ExpectedUsePeriod(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From when to when a grant may be used."""

    start: str
    end: str


class ExpectedContact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person, or a desk without `name`."""

    name: str | None = None
    title: str | None = None
    organisation: str | None = None
    phone: str | None = None
    phone_valid: bool = True
    email: str | None = None


class PlantedDifference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact on which the versions of a pair were made to differ; noted in the Swedish version's file."""

    field: str
    kind: Literal["contradicts", "only_fi", "only_sv"]
    fi: str | None = None
    sv: str | None = None


class Expected(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What there is to read from one text. `unsure` names fields on which careful readers may differ."""

    kind: Literal["call", "decision", "guide", "other"]
    total: int | None = None
    amounts: tuple[ExpectedAmount, ...] = ()
    application: ExpectedApplication = ExpectedApplication()
    use_period: ExpectedUsePeriod | None = None
    contacts: tuple[ExpectedContact, ...] = ()
    case_numbers: tuple[str, ...] = ()
    eligibility: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()

    def gold(self) -> dict[str, Any]:
        facts: dict[str, Any] = msgspec.to_builtins(self)
        return facts | {"amounts": [amount.gold() for amount in self.amounts]}
