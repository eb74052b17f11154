"""What the index knows of each document beside its text: for conditions, facets and sorting."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from index.filters import LATEST
from index.fulltext.query.nodes import Condition, Days, Names, Sums
from index.fulltext.results import Facet, FacetValue
from index.fulltext.schema import UNKNOWN
from index.fulltext.snapshot import Snapshot
from index.fulltext.works import day_number

FACETS = ("authority", "year", "kind", "language", "status", "applicant")
_NEVER = day_number(LATEST)
_YEAR = 10_000
_DECISION = b"decision"

Test = Callable[[int], bool]


class Columns:
    """The columns of a snapshot by document, statuses as of a day."""

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self.today = today
        self.identity = (snapshot.identity, today)
        self.numbers: Callable[[str], list[int]] = snapshot.column
        self._snapshot = snapshot
        # Bound to this object and not to the class, so that they end with it.
        self.names = cache(self._names)
        self._having = cache(self._documents_having)
        self._flags = cache(self._flags_of)

    def test(self, condition: Condition) -> Test:
        """Return what tells of a document whether it meets a condition; one that does not say does not."""
        match condition:
            case Names(field, codes):
                passing = [self._having(field, code) for code in codes]
                return passing[0].__contains__ if len(passing) == 1 else frozenset().union(*passing).__contains__
            case Sums():
                return self._sum_test(condition)
            case Days("open", first, last):
                opens, closes = self.numbers("open_from"), self.numbers("open_to")
                low, high = _number(first, 1), _number(last, _NEVER)
                return lambda number: opens[number] <= high and closes[number] >= low and closes[number] != UNKNOWN
            case Days(field, first, last):
                column = self.numbers("published" if field == "published" else "open_to")
                low, high = _number(first, 1), _number(last, _NEVER - 1)
                return lambda number: low <= column[number] <= high

    def facets(self, found: Iterable[int]) -> tuple[Facet, ...]:
        """Count the documents by each facet; the most first, years the newest first."""
        flags = bytearray(len(self.numbers("published")))
        for number in found:
            flags[number] = 1
        wanted = int.from_bytes(flags, "little")
        return tuple(Facet(name, _counted(name, self._flags(name), wanted)) for name in FACETS)

    def _flags_of(self, field: str) -> dict[str, int]:
        """Return by code a number that has a byte for each document: 1 where it has the code.

        To count what is in two such numbers takes one step for all documents.
        """
        column = self.names(field)
        codes = sorted({code for value in set(column) for code in value.decode().split()})
        having = ((code, self._having(field, code)) for code in codes)
        return {
            code: int.from_bytes(bytes(map(numbers.__contains__, range(len(column)))), "little")
            for code, numbers in having
        }

    def _sum_test(self, condition: Sums) -> Test:
        column, least, most = self.numbers("total"), condition.least, condition.most

        def test(number: int) -> bool:
            total = column[number]
            if total == UNKNOWN or (least is not None and total < least) or (most is not None and total > most):
                return False
            return not (condition.over and total == least) and not (condition.under and total == most)

        return test

    def _documents_having(self, field: str, code: str) -> frozenset[int]:
        column, wanted = self.names(field), code.encode()
        # There are few distinct values: each is split once.
        passing = {value for value in set(column) if wanted in value.split()}
        return frozenset(number for number, value in enumerate(column) if value in passing)

    def _names(self, field: str) -> list[bytes]:
        """Return the codes that each document has in a field, joined by spaces."""
        if field == "year":
            return [str(day // _YEAR).encode() if day else b"" for day in self.numbers("published")]
        if field == "status":
            return self._statuses()
        column: list[bytes] = self._snapshot.column(field)
        return column

    def _statuses(self) -> list[bytes]:
        columns = (self.numbers(name) for name in ("open_from", "open_to", "decided"))
        today = day_number(self.today.isoformat())
        rows = zip(*columns, self.names("kind"), strict=True)
        return [_status(today, opens, closes, decided, kind) for opens, closes, decided, kind in rows]


def _status(today: int, opens: int, closes: int, decided: int, kind: bytes) -> bytes:
    """Return how a call stands on a day, as parsers.calls.status does; b"" for what is no call.

    >>> _status(20210401, 20210317, 20210420, 0, b"call"), _status(20210421, 20210317, 20210420, 0, b"call")
    (b'open', b'closed')
    """
    if closes == _NEVER:
        return b"continuous"
    if (decided and decided <= today) or (not closes and kind == _DECISION):
        return b"decided"
    if not closes:
        return b""
    if today < opens:
        return b"upcoming"
    return b"open" if today <= closes else b"closed"


def _number(day: date | None, default: int) -> int:
    return default if day is None else day_number(day.isoformat())


def _counted(name: str, flags: dict[str, int], wanted: int) -> tuple[FacetValue, ...]:
    counts = [(code, (having & wanted).bit_count()) for code, having in flags.items()]
    counts.sort(key=lambda item: item[0] if name == "year" else item[1], reverse=True)
    return tuple(FacetValue(code, count) for code, count in counts if count)
