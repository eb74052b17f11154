"""Archives of any size for tests and benchmarks: pairs of texts made of glossary terms, with facts at random."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from importlib.resources import files

from parsers.model import Release
from tests.parsers.pairs.invented import release

_FIRST = ("Aino", "Veikko", "Ilona", "Göran", "Marketta", "Sixten")
_LAST = ("Kallio", "Lindberg", "Niittylä", "Sundell", "Harju", "Wikman")


def generated(count: int, source: random.Random) -> tuple[list[Release], set[tuple[str, str]]]:
    """Return `count` releases, two of every three pairs complete and the third in Finnish only, and the true pairs."""
    terms = _terms()
    releases: list[Release] = []
    truth = set()
    while len(releases) < count:
        fi, sv = _pair(terms, source, len(releases))
        releases.append(fi)
        if source.random() < 0.67:
            releases.append(sv)
            truth.add((fi.id, sv.id))
    source.shuffle(releases)
    return releases, truth


def _terms() -> list[tuple[str, str]]:
    text = files("parsers.language_data").joinpath("glossary", "field.tsv").read_text(encoding="utf-8")
    pairs = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [(fi, sv) for fi, sv in pairs if " " not in fi + sv]


def _pair(terms: list[tuple[str, str]], source: random.Random, number: int) -> tuple[Release, Release]:
    topic = source.sample(terms, 40)
    stamp = datetime(2012, 1, 2, 9, 0) + timedelta(minutes=15 * source.randrange(400_000))
    closes = stamp + timedelta(days=source.randrange(14, 60))
    thousands = source.randrange(50, 9000)
    person = (f"{source.choice(_FIRST)} {source.choice(_LAST)}", f"+3582950{source.randrange(10_000, 100_000)}")
    sides: list[Release] = []
    for language, side, euro in (("fi", 0, "euroa"), ("sv", 1, "euro")):
        words = [term[side] for term in topic if source.random() < 0.85]
        lines = [" ".join(words[at : at + 8]).capitalize() + "." for at in range(0, len(words), 8)]
        printed = f"{thousands} 000 {euro}"
        lines += [f"{printed}, {closes:%-d.%-m.%Y} klo 16.15", f"{person[0]}, {person[1]}"]
        sides.append(
            release(
                language,
                "\n".join(lines),
                url=f"https://tem.fi/{'sv/' if side else ''}-/{number}",
                published=f"{stamp:%Y-%m-%dT%H:%M}",
                sums={printed: thousands * 1000},
                total=thousands * 1000,
                closes=f"{closes:%Y-%m-%d}T16:15",
                people=[person],
                authority=source.choice(("tem", "okm")) if side == 0 else sides[0].authority,
            )
        )
    return sides[0], sides[1]
