"""The one line that a file's faults are told in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from crawler.importing.model import Fault
from parsers.problems import Problem

# "https:/tem.fi/-/haku": what is left of "https://tem.fi/-/haku" once it was taken for a path
_ADDRESS = re.compile(r"(https?):/{1,2}(?=[^/])", re.IGNORECASE)


def unreadable(path: Path, error: OSError) -> Problem:
    """Word why nothing could be read from a path.

    >>> str(unreadable(Path("https://tem.fi/-/haku"), FileNotFoundError()))[:32]
    'https://tem.fi/-/haku: is an add'
    >>> str(unreadable(Path("http/haku.txt"), FileNotFoundError()))
    'http/haku.txt: there is no such file or folder'
    """
    if scheme := _ADDRESS.match(str(path)):
        return Problem(
            "{address}: is an address; crawl its source with haku crawl, or save the page and import the file",
            address=f"{scheme[1]}://{str(path)[scheme.end() :]}",
        )
    if isinstance(error, FileNotFoundError):
        return Problem("{file}: there is no such file or folder", file=path)
    return Problem("{file}: cannot be read ({reason})", file=path, reason=error.strerror or error)


def one_problem(path: Path, faults: Sequence[Fault | Problem]) -> Problem:
    """Word the faults of a file. Damage is told before pages that are whole, but in a form unknown here."""
    first = min(faults, key=lambda fault: isinstance(fault, Fault) and fault.encoding is not None)
    if isinstance(first, Problem):
        return first
    return _undecoded(path, first, len(faults)) if first.encoding else _damaged(path, first, len(faults))


def _undecoded(path: Path, first: Fault, count: int) -> Problem:
    if count == 1:
        return Problem(
            "{file}: the page at {where} uses content encoding {encoding}, which cannot be decoded; the rest was kept",
            file=path,
            where=first.where,
            encoding=first.encoding,
        )
    return Problem(
        "{file}: {count} pages, first that at {where}, use content encoding {encoding} or another which cannot be"
        " decoded; the rest was kept",
        file=path,
        count=count,
        where=first.where,
        encoding=first.encoding,
    )


def _damaged(path: Path, first: Fault, count: int) -> Problem:
    if count == 1:
        return Problem(
            "{file}: damaged at {where} ({reason}); what could be read was kept",
            file=path,
            where=first.where,
            reason=first.reason,
        )
    return Problem(
        "{file}: damaged in {count} places, first at {where} ({reason}); what could be read was kept",
        file=path,
        count=count,
        where=first.where,
        reason=first.reason,
    )
