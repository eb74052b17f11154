"""How a name is inflected: surnames in every case, given names in the singular. All in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from parsers.language_data import load
from parsers.privacy.words import given_names

_VOWELS = "aeiouyåäö"
# Behind "wu:n" and "virtanen's"
_APART = re.compile(r"[:'](?=[^:']*$)")


@lru_cache(maxsize=8192)
def is_form(word: str, surname: str) -> bool:
    """Tell whether a word is a surname in some form, both in small letters.

    >>> is_form("mäeltäkin", "mäki"), is_form("wu:lle", "wu"), is_form("lindin", "lind"), is_form("linden", "lindh")
    (True, True, True, False)
    """
    plain, ending = _parted(word)
    if plain == surname and (ending in endings() or ending == "s"):
        return True
    return any(word.startswith(stem) and word[len(stem) :] in endings() for stem in stems(surname))


@lru_cache(maxsize=8192)
def is_given_form(word: str, given: str) -> bool:
    """Tell whether a word is a given name in some form; what is a given name itself is none of another.

    >>> is_given_form("matille", "matti"), is_given_form("annan", "anna"), is_given_form("maria", "mari")
    (True, True, False)
    """
    plain, ending = _parted(word)
    if word == given or (plain == given and (ending in endings() or ending == "s")):
        return True
    return word not in given_names() and any(
        word.startswith(stem) and word[len(stem) :] in _given_endings(stem[-1:]) for stem in given_stems(given)
    )


@lru_cache(maxsize=4096)
def beginning(stems: Sequence[str]) -> str:
    """Return what all stems begin with: it is what a text is searched for.

    >>> beginning(("virtanen", "virtase", "virtas"))
    'virta'
    """
    first, last = min(stems), max(stems)
    same = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return first[:same]


@cache
def endings() -> frozenset[str]:
    """Return all that may stand behind a stem: a case, a particle, the Swedish genitive."""
    data = load("fi", "privacy")
    cases = [case.replace("V", vowel) for case in data["case_endings"] for vowel in (_VOWELS if "V" in case else " ")]
    return frozenset(case + clitic for case in ("", "s", *cases) for clitic in ("", *data["clitics"]))


@lru_cache(maxsize=4096)
def stems(surname: str) -> tuple[str, ...]:
    """Return what case endings are put behind: virtanen: virtase, virtas; andersson: anderssoni."""
    data = load("fi", "privacy")
    strong = [stem for written in _spelled(surname) for stem in _changed(written, data["stem_changes"])]
    return tuple(dict.fromkeys([*strong, *_graded(strong, data["gradations"], both_ways=True)]))


@lru_cache(maxsize=4096)
def given_stems(given: str) -> tuple[str, ...]:
    """Return what the endings of a given name are put behind: matti: mati; markus: markukse."""
    data = load("fi", "privacy")
    strong = [stem for written in _spelled(given) for stem in _changed(written, data["given_stem_changes"])]
    return tuple(dict.fromkeys([*strong, *_graded(strong, data["given_gradations"], both_ways=False)]))


def _parted(word: str) -> tuple[str, str]:
    """Return a word parted at its last colon or apostrophe; ("", "") where it has none."""
    match = _APART.search(word)
    return (word[: match.start()], word[match.end() :]) if match else ("", "")


def _spelled(name: str) -> tuple[str, ...]:
    """In capitals "Weiß" is "WEISS"."""
    return (name, name.replace("ß", "ss")) if "ß" in name else (name,)


@cache
def _given_endings(last: str) -> frozenset[str]:
    data = load("fi", "privacy")
    cases = [case.replace("V", last) for case in data["given_endings"]]
    return frozenset(case + clitic for case in ("", "s", *cases) for clitic in ("", *data["clitics"]))


def _changed(name: str, changes: Iterable[tuple[str, list[str]]]) -> list[str]:
    """Return a name and its stems, before the grades of their consonants."""
    changed = [name.removesuffix(end) + new for end, stems in changes if name.endswith(end) for new in stems]
    return [name, *changed, *([f"{name}i"] if name[-1:] not in _VOWELS else [])]


def _graded(stems: Iterable[str], gradations: Iterable[tuple[str, str]], *, both_ways: bool) -> Iterator[str]:
    """Give stems with the consonants before their last vowels in the other grade."""
    for stem in stems:
        body = stem.rstrip(_VOWELS)
        vowels = stem[len(body) :]
        for strong, weak in gradations:
            if vowels and body.endswith(strong):
                yield body.removesuffix(strong) + weak + vowels
            if vowels and both_ways and weak and body.endswith(weak):
                yield body.removesuffix(weak) + strong + vowels
