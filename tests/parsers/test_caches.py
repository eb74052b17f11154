"""What is remembered from page to page has a bound, however many pages are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import _lru_cache_wrapper

from parsers.capture import Capture
from parsers.release import read_release

_WORDS = 3_000
_FEW = 500


def test_no_cache_without_a_bound_grows_with_the_words_of_pages() -> None:
    before = {id(cache): cache.cache_info().currsize for cache in _unbounded()}
    for number in range(3):
        read_release(Capture("https://tem.fi/-/haku", datetime(2026, 1, 1, tzinfo=UTC), _page(number), charset="utf-8"))
    grown = {cache: cache.cache_info().currsize - before.get(id(cache), 0) for cache in _unbounded()}
    assert {cache.__qualname__: growth for cache, growth in grown.items() if growth > _FEW} == {}


def _unbounded() -> Iterator[_lru_cache_wrapper[object]]:
    caches = (thing for thing in gc.get_objects() if isinstance(thing, _lru_cache_wrapper))
    yield from (
        cache for cache in caches if cache.__module__.startswith("parsers.") and cache.cache_info().maxsize is None
    )


def _page(number: int) -> bytes:
    """A page of words that no other has, everywhere that a reader looks: title, sums, dates, contacts."""
    words = [f"Sana{_letters(number * _WORDS + each)}" for each in range(_WORDS)]
    lines = (
        f"{one}n johtaja {two} Aho, {one}virasto, p. 0295 016 {k:03}" for k, (one, two) in enumerate(_pairs(words))
    )
    contacts = "".join(f"<p>{line}</p>" for line in lines)
    text = f"<p>{' '.join(words)} 3 miljoonaa euroa haetaan 20.4.2021 mennessä.</p><h2>Lisätietoja</h2>{contacts}"
    return f"<html><body><h1>{words[0]} haku</h1>{text}</body></html>".encode()


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    return zip(words[::2], words[1::2], strict=True)


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number))
