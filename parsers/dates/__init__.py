"""Dates as Finnish and Swedish officialese writes them: `find_dates` gives every mention with its offsets.

Extraction (tokens, days, spans, grammar: what is printed) is apart from the calendar (resolve: what can be meant).
The words lie in ``language_data/<language>/dates.toml``.
"""

from __future__ import annotations

from parsers.dates.find import find_dates
from parsers.dates.mention import DateMention

__all__ = ["DateMention", "find_dates"]
