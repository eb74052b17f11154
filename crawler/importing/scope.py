"""Files that hold the whole web, and the small part of them that is ours.

Common Crawl's files say what they are in their names and in their warcinfo records. Records that were fetched one by
one (by byte range, the usual way) come without either; these are known by what Common Crawl writes into each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from crawler.media import is_html_type, split_content_type
from crawler.warc.addresses import from_target
from crawler.warc.captures import content_type_of
from crawler.warc.walking import RawRecord
from parsers.authorities import AUTHORITIES
from parsers.facts.attachments import MEDIA_TYPES, media_type_of
from parsers.sources import SOURCES, host_of, source_of

# "CC-MAIN-20240220211055-20240221001055-00000.warc.wet.gz", "CC-NEWS-20240301000000-00001.warc.gz",
# "CC-MAIN-2024-10.warc.gz"; not "cc-main.warc.gz", "OWN-CC-MAIN-1.warc.gz"
_COMMON_CRAWL = re.compile(r"CC-[A-Z]+-\d{4}")
# Its crawler keeps headers of the transfer under another name, as this program does, and states the type that it found
# in the payload, as some others do. Both together are its own. So is the language of a text without markup (WET).
_HIDDEN_HEADER = "x-crawler-"
_TYPE_FOUND = "WARC-Identified-Payload-Type"
_LANGUAGE_FOUND = "WARC-Identified-Content-Language"
_DOCUMENTS = frozenset(MEDIA_TYPES.values())


def is_named_for_whole_web(file_name: str) -> bool:
    """Tell by a file's name whether it is one of Common Crawl's, in which captures of all hosts lie.

    >>> is_named_for_whole_web("CC-NEWS-20240301000000-00001.warc.gz"), is_named_for_whole_web("tem-CC-2024.warc.gz")
    (True, False)
    """
    return _COMMON_CRAWL.match(file_name) is not None


def covers_whole_web(information: RawRecord) -> bool:
    """Tell the same by a file's warcinfo record."""
    return is_named_for_whole_web(information.header("WARC-Filename") or "")


def is_of_common_crawl(record: RawRecord) -> bool:
    """Tell by what is written in a record of a page whether Common Crawl made it."""
    if record.header(_LANGUAGE_FOUND):
        return True
    names = (name.lower() for name, _ in record.http.headers) if record.http else ()
    return record.header(_TYPE_FOUND) is not None and any(name.startswith(_HIDDEN_HEADER) for name in names)


def is_of_catalogue(record: RawRecord) -> bool:
    """Tell whether a record is of a host of the catalogue: of a source, or of a body that publishes calls."""
    return host_of(_address(record)) in _hosts()


def may_be_wanted(record: RawRecord) -> bool:
    """Tell whether a record of such a host may be a release or a document that releases attach: by its address, as a
    crawl of the past of its source would.
    """
    url = _address(record)
    media_type, _ = split_content_type(content_type_of(record))
    if media_type in _DOCUMENTS:
        return True
    if media_type_of(url):  # a page in place of a document, or its bare text (WET), is neither
        return not is_html_type(media_type) and media_type != "text/plain"
    return _judge(source_of(url))(url)


def _address(record: RawRecord) -> str:
    return from_target(record.header("WARC-Target-URI") or "")


@cache
def _judge(source: str) -> Callable[[str], bool]:
    """What tells the addresses of a source's releases; those of a body that is no source may be of any kind of page."""
    # Spiders take long to load, and few import such files.
    from crawler.spiders.past import past_of
    from crawler.spiders.places import is_page

    if source not in SOURCES:
        return is_page
    past = past_of(source)
    return past.is_release if past else lambda url: False


@cache
def _hosts() -> frozenset[str]:
    sources = {host for source in SOURCES.values() for host in source.hosts}
    return frozenset(sources.union(*(authority.hosts for authority in AUTHORITIES.values())))
