"""What two releases may have in common, as numbers that an inverted index is looked up with.

A mark is a whole number: a hash of what is marked, and in the last three bits its strength, which says how much it
speaks for a look at two releases that share it. Two releases are candidates where the strengths of the marks they
share add up to `ENOUGH`. Which marks count depends on how many releases have them (`is_rare`), and on nothing else,
so that a new release changes little.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from parsers.pairs.profile import Profile

Mark = int
ENOUGH = 4
# A mark that more pairs of releases share than this is none: looking at them all would make the work quadratic.
MOST_SHARED = 144
_STRENGTH_BITS = 3
# 40 bits and the strength fit into six bytes of the catalogue; two marks that fall together cost a look in vain.
_HASH_BYTES = 5
# A link is always worth a look, however many there are to one page.
_LINK, _SURE, _FACT, _WORD = 7, 4, 2, 1
_ANY_NUMBER = 1 << 40


def strength(mark: Mark) -> int:
    """Return how much a mark speaks for a look at two releases that share it."""
    return mark & ((1 << _STRENGTH_BITS) - 1)


def is_rare(mark: Mark, ours: int, theirs: int) -> bool:
    """Tell whether a mark counts that `ours` releases have in one language and `theirs` in another.

    >>> is_rare(2, 12, 12), is_rare(2, 1, 145), is_rare(7, 1, 145), is_rare(2, 0, 5)
    (True, False, True, False)
    """
    return ours * theirs > 0 and (ours * theirs <= MOST_SHARED or strength(mark) == _LINK)


def most_holders(mark: Mark) -> int:
    """Return how many releases of a language need be counted to tell whether a mark is rare."""
    return _ANY_NUMBER if strength(mark) == _LINK else MOST_SHARED + 1


def marks_of(profile: Profile) -> frozenset[Mark]:
    """Return the marks of a release.

    What is said in the words of one language (the title; without a stamp, all words) is marked by what it may mean.
    """
    return frozenset(_number(strong, *parts) for strong, *parts in _marks(profile))


def _number(strong: int, *parts: str) -> Mark:
    digest = blake2b("\t".join(parts).encode("utf-8", "surrogatepass"), digest_size=_HASH_BYTES).digest()
    return int.from_bytes(digest, "big") << _STRENGTH_BITS | strong


def _marks(profile: Profile) -> Iterator[tuple[int, *tuple[str, ...]]]:
    yield from _links(profile)
    stamp, publisher = profile.published, profile.authority or profile.host
    if stamp:
        yield _SURE, "stamp", stamp
        yield _FACT, "day", stamp[:10], publisher
    if profile.closes:
        yield _SURE, "closes", profile.closes, publisher
    facts = [("sum", sum) for sum in profile.sums] + [("person", person) for person in profile.people]
    for fact in facts:
        yield _FACT, *fact
        if stamp:
            yield _FACT, "month", stamp[:7], *fact
    yield from ((_SURE, "case", case) for case in profile.cases)
    yield from ((_WORD, "anchor", anchor) for anchor in profile.anchors)
    yield from ((_WORD, "name", name) for name in profile.names)
    # A page without a stamp may have no number or name either: its words must do.
    keys = (key for word in (profile.title if stamp else profile.known) if word.weight == 1 for key in word.keys)
    yield from ((_WORD, "word", str(key)) for key in keys)


def _links(profile: Profile) -> Iterator[tuple[int, str, str, str]]:
    """A link is shared by the page that names an address and the page that has it, not by two that name it."""
    yield from ((_LINK, "link", profile.language + other, profile.address) for other in ("fi", "sv", "en"))
    yield from ((_LINK, "link", code + profile.language, url) for code, url in profile.declared.items())
    if profile.slug and profile.host:
        yield _SURE, "slug", profile.host, profile.slug
