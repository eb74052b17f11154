"""A web archive's index of captures (CDX): what is asked of it, and what it answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlencode

import msgspec

_FIELDS = ("timestamp", "original", "digest")


class Row(NamedTuple):
    """A line of the index: when an address was captured, and the SHA-1 of what it answered, in base 32."""

    timestamp: str
    original: str
    digest: str


def query(url: str, filters: tuple[str, ...], rows: int, resume: str | None = None) -> str:
    """Return the parameters that ask for the captures of an address, or of all that begin as it does where it ends
    with ``*``: each text of an address once for as long as it stayed, at most so many `rows`, in order of address and
    time. `resume` is the key of the next page.
    """
    parameters = [
        ("url", url),
        ("output", "json"),
        ("fl", ",".join(_FIELDS)),
        ("filter", "statuscode:200"),
        *(("filter", condition) for condition in filters),
        ("collapse", "digest"),
        ("limit", str(rows)),
        ("showResumeKey", "true"),
        *([("resumeKey", resume)] if resume else []),
    ]
    return urlencode(parameters)


def read_index(body: bytes) -> tuple[list[Row], str | None]:
    """Return the lines of a page of the index, and the key of the next page, None on the last.

    Raises msgspec.DecodeError or ValueError for what is no index.

    >>> read_index(b'[["timestamp","original","digest"],["20210317091405","http://tem.fi/-/haku","A"],[],["fi,tem)/x"]]')
    ([Row(timestamp='20210317091405', original='http://tem.fi/-/haku', digest='A')], 'fi,tem)/x')
    >>> read_index(b"[]")
    ([], None)
    """
    lines = msgspec.json.decode(body, type=list[list[str]])
    if not lines:
        return [], None
    header, lines = lines[0], lines[1:]
    resume = lines[-1][0] if len(lines) > 1 and not lines[-2] and len(lines[-1]) == 1 else None
    columns = [header.index(name) for name in _FIELDS]
    return [Row(*(line[n] for n in columns)) for line in lines if len(line) == len(header)], resume


def moment(timestamp: str) -> datetime | None:
    """Return the moment that a line of the index names, None for one that there is not.

    >>> moment("20210317091405"), moment("20211317091405")
    (datetime.datetime(2021, 3, 17, 9, 14, 5, tzinfo=datetime.timezone.utc), None)
    """
    try:
        return datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def as_of(rows: list[Row], time: datetime) -> Row | None:
    """Return which text of one address was there at a time: the last that had been captured, else the first after it.

    >>> rows = [Row("20160201000000", "x", "A"), Row("20170201000000", "x", "B"), Row("20180201000000", "x", "C")]
    >>> [as_of(rows, datetime(year, 6, 1, tzinfo=UTC)).digest for year in (2015, 2016, 2017, 2020)]
    ['A', 'A', 'B', 'C']
    >>> as_of([], datetime(2016, 6, 1, tzinfo=UTC))
    """
    timed = sorted((stated, row) for row in rows if (stated := moment(row.timestamp)))
    before = [row for stated, row in timed if stated <= time]
    return before[-1] if before else timed[0][1] if timed else None
