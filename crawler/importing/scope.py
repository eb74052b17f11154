"""Files that hold the whole web, and the small part of them that is ours."""

from __future__ import annotations

import re
from functools import cache

from crawler.warc.addresses import from_target
from crawler.warc.walking import RawRecord
from parsers.authorities import AUTHORITIES
from parsers.sources import SOURCES, host_of

# "CC-MAIN-20240220211055-20240221001055-00000.warc.wet.gz", "CC-NEWS-20240301000000-00001.warc.gz"
_COMMON_CRAWL = re.compile(r"CC-[A-Z]+-\d{14}-")


def covers_whole_web(information: RawRecord) -> bool:
    """Tell by a file's warcinfo record whether it is one of Common Crawl's, in which captures of all hosts lie."""
    return _COMMON_CRAWL.match(information.header("WARC-Filename") or "") is not None


def is_of_catalogue(record: RawRecord) -> bool:
    """Tell whether a record is of a host of the catalogue: of a source, or of a body that publishes calls."""
    return host_of(from_target(record.header("WARC-Target-URI") or "")) in _hosts()


@cache
def _hosts() -> frozenset[str]:
    sources = {host for source in SOURCES.values() for host in source.hosts}
    return frozenset(sources.union(*(authority.hosts for authority in AUTHORITIES.values())))
