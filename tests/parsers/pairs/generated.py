"""Archives of any size for tests and benchmarks: yearly calls, siblings and news of invented programmes.

What is generated is about as common as it is in a real archive: most words are in most releases, officials answer for
several programmes, sums and closing times are round, stamps prefer full hours, and a programme's next call repeats this
year's text. All sizes cover the same years: a larger archive is a denser one.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from parsers.model import Release
from tests.parsers.pairs.invented import release

_FIRST = ("Aino", "Veikko", "Ilona", "Göran", "Marketta", "Sixten", "Oili", "Tauno", "Ritva", "Bengt", "Saimi", "Urho")
_LAST = ("Kallio", "Lindberg", "Niittylä", "Sundell", "Harju", "Wikman", "Suokas", "Rantanen", "Backman", "Toivola")
_SYLLABLES = ("ka", "ro", "vi", "sel", "ta", "mo", "lin", "pe", "du", "nar", "si", "hol", "ber", "ja", "tun")
_AUTHORITIES = ("tem", "okm", "stm", "mmm", "lvm", "ym")
_FIRST_DAY, _DAYS = datetime(2011, 1, 3), 15 * 365
# So many programmes for every hundred releases; each has calls in several years, some of them two of one day.
_PROGRAMMES, _SIBLINGS, _TRANSLATED, _ENGLISH, _LINKED = 12, 0.06, 0.65, 0.1, 0.5
_LATE, _UNSTAMPED = 0.1, 0.03
_SUMS = (50, 80, 100, 150, 200, 250, 300, 400, 500, 600, 750, 800, 1000, 1200, 1500, 2000, 2500, 3000, 5000, 8000)
_ENGLISH_TEXT = "The call is open. Applications are invited from municipalities and organisations across the country."


@dataclass(frozen=True)
class _Programme:
    """What all calls of a programme share: its name, its words, who answers for it and who runs it."""

    name: str
    words: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    authority: str
    thousands: int
    hour: int


@dataclass(frozen=True)
class Archive:
    """Generated releases, which of them are pairs, and the English one of each text by its Finnish one."""

    releases: list[Release]
    pairs: set[tuple[str, str]]
    english: set[tuple[str, str]]


def generated(count: int, source: random.Random) -> tuple[list[Release], set[tuple[str, str]]]:
    """Return about `count` releases in Finnish and Swedish, in no order, and the true pairs among them."""
    archive = generated_archive(count, source)
    return [one for one in archive.releases if one.language != "en"], archive.pairs


def generated_archive(count: int, source: random.Random) -> Archive:
    """Return about `count` releases in three languages, in no order, and what belongs together."""
    programmes = [_programme(source) for _ in range(max(2, count * _PROGRAMMES // 100))]
    officials = [_official(source) for _ in range(max(4, count // 60))]
    programmes = [_with_officials(programme, source.sample(officials, 2)) for programme in programmes]
    archive = Archive([], set(), set())
    while len(archive.releases) < count:
        programme = source.choice(programmes)
        stamp = _stamp(source)
        _add_text(archive, programme, stamp, source)
        if source.random() < _SIBLINGS:
            _add_text(archive, _sibling(programme, source), stamp, source)
    source.shuffle(archive.releases)
    return archive


@cache
def _terms() -> tuple[list[tuple[str, str]], list[float]]:
    """The glossary's terms of one word, and how often each is said: few of them nearly always."""
    text = files("parsers.language_data").joinpath("glossary", "field.tsv").read_text(encoding="utf-8")
    pairs = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    terms = [(fi, sv) for fi, sv in pairs if " " not in fi + sv]
    return terms, [1 / (rank + 3) for rank in range(len(terms))]


def _programme(source: random.Random) -> _Programme:
    terms, weights = _terms()
    return _Programme(
        name="".join(source.choices(_SYLLABLES, k=3)).capitalize(),
        words=tuple(source.choices(terms, weights, k=60) + source.choices(terms, k=12)),
        people=(),
        authority=source.choice(_AUTHORITIES),
        thousands=source.choice(_SUMS),
        hour=source.randrange(8, 16),
    )


def _official(source: random.Random) -> tuple[str, str]:
    name = f"{source.choice(_FIRST)} {source.choice(_LAST)}"
    return name, f"+3582950{source.randrange(10_000, 100_000)}"


def _with_officials(programme: _Programme, people: list[tuple[str, str]]) -> _Programme:
    return _Programme(**{**vars(programme), "people": tuple(people)})


def _sibling(programme: _Programme, source: random.Random) -> _Programme:
    """Another programme of the same people, called for at the same moment: half of its words are its own."""
    other = _programme(source)
    words = programme.words[:30] + other.words[30:]
    return _Programme(**{**vars(other), "words": words, "people": programme.people, "authority": programme.authority})


def _stamp(source: random.Random) -> datetime:
    day = _FIRST_DAY + timedelta(days=source.randrange(_DAYS))
    minute = source.choice((0, 0, 0, 15, 30, 30, 45)) if source.random() < 0.6 else source.randrange(60)
    return day.replace(hour=source.randrange(8, 17), minute=minute)


def _add_text(archive: Archive, programme: _Programme, stamp: datetime, source: random.Random) -> None:
    number = len(archive.releases)
    facts = _facts(programme, stamp, source)
    said = [words for words in programme.words if source.random() < 0.9]
    fi = _version("fi", said, programme, facts, number)
    archive.releases.append(fi)
    if source.random() < _TRANSLATED:
        sv = _version("sv", [words for words in said if source.random() < 0.93], programme, facts, number)
        sv = _appeared(sv, stamp, source)
        if source.random() < _LINKED:
            fi = archive.releases[-1] = msgspec.structs.replace(fi, declared={"sv": sv.url})
        archive.releases.append(sv)
        archive.pairs.add((fi.id, sv.id))
    if source.random() < _ENGLISH:
        en = _version("en", said, programme, facts, number)
        archive.releases.append(en)
        archive.english.add((fi.id, en.id))


def _facts(programme: _Programme, stamp: datetime, source: random.Random) -> dict[str, Any]:
    closes = (stamp + timedelta(days=source.choice((21, 28, 30, 35, 42, 60)))).replace(hour=16, minute=15)
    return {
        "stamp": stamp,
        "closes": closes,
        "thousands": programme.thousands if source.random() < 0.6 else source.choice(_SUMS),
        "share": source.choice((50, 60, 70, 75, 80, 90)),
    }


_LINES = {
    "fi": "{name}: haettavana {sum} vuonna {year}\n{text}\nHaku päättyy {closes:%-d.%-m.%Y} klo 16.15. Tuki on {share} prosenttia.",
    "sv": "{name}: {sum} kan sökas år {year}\n{text}\nAnsökningstiden går ut {closes:%-d.%-m.%Y} kl. 16.15. Stödet är {share} procent.",
    "en": "{name}: {sum} available in {year}\n{text}\nThe call closes on {closes:%-d.%-m.%Y}. The grant is {share} per cent.",
}
_PATHS = {"fi": "", "sv": "sv/", "en": "en/"}


def _version(
    language: str, said: list[tuple[str, str]], programme: _Programme, facts: dict[str, Any], number: int
) -> Release:
    printed = f"{facts['thousands']} 000 {'euroa' if language == 'fi' else 'euro'}"
    text = _ENGLISH_TEXT if language == "en" else _sentences([words[language == "sv"] for words in said])
    lines = _LINES[language].format(name=programme.name, sum=printed, year=facts["stamp"].year, text=text, **facts)
    contacts = "".join(f"\n{name}, {phone}" for name, phone in programme.people)
    return release(
        language,
        lines + contacts,
        url=f"https://{programme.authority}.fi/{_PATHS[language]}-/{language}-{number}",
        published=f"{facts['stamp']:%Y-%m-%dT%H:%M}",
        sums={printed: facts["thousands"] * 1000},
        total=facts["thousands"] * 1000,
        closes=f"{facts['closes']:%Y-%m-%dT%H:%M}",
        people=list(programme.people),
        authority=programme.authority,
        form="press_release",
    )


def _sentences(words: list[str]) -> str:
    return "\n".join(" ".join(words[at : at + 9]).capitalize() + "." for at in range(0, len(words), 9))


def _appeared(sv: Release, stamp: datetime, source: random.Random) -> Release:
    """Some Swedish versions come weeks later, and some without a stamp that could be read."""
    if source.random() < _LATE:
        later = f"{stamp + timedelta(days=source.randrange(1, 40)):%Y-%m-%dT%H:%M}"
        return msgspec.structs.replace(sv, translated=later)
    return msgspec.structs.replace(sv, published=None) if source.random() < _UNSTAMPED else sv
