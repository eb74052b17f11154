"""Every sum of money in a page, with its currency, bounds, unit and role."""

from __future__ import annotations

from parsers.facts.amounts.reading import read_amounts

__all__ = ["read_amounts"]
