"""Whether any page can break the reading: ``python -m benchmarks.fuzzing [--pages 20000] [--workers 2]``.

The reviewed pages of tests/parsers/fresh are mutated, each seed to one page and always to the same: cut, repeated,
swapped, filled with hostile runs of digits, brackets, tags and dashes, and written in encodings that lie. Each must be
read or refused, every piece of evidence must be the very characters, and no page may cost more time than its length
explains. The command prints the figures and the seeds of what failed, and exits with 1 where anything did.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from parsers.capture import Capture
from parsers.model import Evidence, Release
from parsers.problems import Problem
from parsers.release import NotARelease, read_release

_FRESH = Path(__file__).resolve().parents[1] / "tests" / "parsers" / "fresh"
_TIME = datetime(2026, 11, 1, 9, tzinfo=UTC)
_ADDRESS = "https://ministeriö.example/-/{seed}"
_PAGES = 20_000
_CHUNK = 50
_MOST_MUTATIONS = 6
_LONGEST_PIECE = 2_000
_MOST_REPEATS = 40
_LONGEST_RUN = 4_000

# What is repeated to a run: what the patterns and grammars begin to match again and again.
HOSTILE = (
    "1",
    "1 ",
    "1.",
    "1 000 ",
    "1.1.–",
    "1.1.2024 ",
    "0295 047 ",
    "+358 ",
    "(",
    ")",
    "((1) ",
    "<p>",
    "</div>",
    "<table><tr><td>1 €",
    "<!--",
    "–",
    "- ",
    "...",
    ", ",
    "| ",
    "\n",
    "\u00a0",
    "\u00ad",
    "a-",
    "A. ",
    "p. ",
    "klo 1",
    "den 1 ",
    "miljoonaa ",
    "kaksisataa",
    "euroa ",
    "5 euroa ja ",
    "mellan 1 och ",
    "haku ",
    "ansökan senast ",
    "Anna Virtanen, ",
    "a@b.",
    "https://a/",
    "VN/1/",
    "&amp;",
    "50 % ",
    "\x00",
    "İ",
    "𝟙",
)


class Outcome(NamedTuple):
    """What became of one mutated page. `fault` tells what must not be, "" where all is well."""

    seed: int
    length: int
    seconds: float
    read: bool
    fault: str


def main() -> None:
    """Read the mutated pages and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0])
    parser.add_argument("--pages", type=int, default=_PAGES)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    seeds = range(options.pages)
    chunks = [seeds[start : start + _CHUNK] for start in range(0, len(seeds), _CHUNK)]
    with ProcessPoolExecutor(options.workers) as pool:
        outcomes = [outcome for found in pool.map(outcomes_of, chunks) for outcome in found]
    sys.exit(_report(outcomes))


def outcomes_of(seeds: Iterable[int]) -> list[Outcome]:
    """Read the page of each seed."""
    return [outcome_of(seed) for seed in seeds]


def outcome_of(seed: int) -> Outcome:
    """Return what becomes of the page of `seed`, whatever goes wrong."""
    body = mutated(seed)
    capture = Capture(_ADDRESS.format(seed=seed), _TIME, body)
    began = time.process_time()
    try:
        release = read_release(capture)
    except (Problem, NotARelease):
        return Outcome(seed, len(body), time.process_time() - began, False, "")
    except Exception as error:  # any other exception is what is looked for
        return Outcome(seed, len(body), time.process_time() - began, False, repr(error)[:200])
    return Outcome(seed, len(body), time.process_time() - began, True, false_evidence(release))


def false_evidence(release: Release) -> str:
    """Return the first piece of evidence that is not the very characters of its block, "" where there is none."""
    for piece in evidence_in(release):
        blocks = release.blocks
        there = 0 <= piece.block < len(blocks) and 0 <= piece.start <= piece.end
        if not there or blocks[piece.block].text[piece.start : piece.end] != piece.text:
            return f"evidence {piece!r}"[:200]
    return ""


def evidence_in(value: object) -> Iterator[Evidence]:
    """Yield every piece of evidence within a release or any part of one."""
    if isinstance(value, Evidence):
        yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from evidence_in(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from evidence_in(each)


def mutated(seed: int) -> bytes:
    """Return the page of `seed`: always the same one."""
    chance = random.Random(seed)
    text = chance.choice(_pages())
    for _ in range(chance.randint(1, _MOST_MUTATIONS)):
        text = chance.choice(_MUTATIONS)(text, chance)
    return chance.choice(_ENCODINGS)(text, chance)


@cache
def _pages() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(_FRESH.glob("*/pages/*")))


def _piece(text: str, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.randint(0, _LONGEST_PIECE))


def _cut(text: str, chance: random.Random) -> str:
    start, end = _piece(text, chance)
    return text[:start] + text[end:]


def _repeat(text: str, chance: random.Random) -> str:
    start, end = _piece(text, chance)
    end = min(end, start + _LONGEST_PIECE // 10)
    return text[:end] + text[start:end] * chance.randint(1, _MOST_REPEATS) + text[end:]


def _swap(text: str, chance: random.Random) -> str:
    (first, first_end), (second, second_end) = sorted((_piece(text, chance), _piece(text, chance)))
    second = max(second, first_end)
    second_end = max(second_end, second)
    return text[:first] + text[second:second_end] + text[first_end:second] + text[first:first_end] + text[second_end:]


def _insert(text: str, chance: random.Random) -> str:
    pieces = chance.choices(HOSTILE, k=chance.randint(1, 3))
    run = "".join(pieces) * (chance.randint(1, _LONGEST_RUN) // len("".join(pieces)) + 1)
    at = chance.randint(0, len(text))
    return text[:at] + run + text[at:]


def _replace(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(chance.randint(1, 40)):
        if letters:
            letters[chance.randrange(len(letters))] = chance.choice("0123456789.,–-()<>&|€ \n\u00a0aä")
    return "".join(letters)


def _without_digits(text: str, chance: random.Random) -> str:
    start, end = _piece(text, chance)
    return text[:start] + text[start:end].translate(str.maketrans("0123456789", "9999999999")) + text[end:]


def _in_capitals(text: str, chance: random.Random) -> str:
    start, end = _piece(text, chance)
    return text[:start] + text[start:end].upper() + text[end:]


_MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    _cut,
    _repeat,
    _swap,
    _insert,
    _insert,
    _replace,
    _without_digits,
    _in_capitals,
)


def _utf8(text: str, chance: random.Random) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _latin(text: str, chance: random.Random) -> bytes:
    return text.encode("cp1252", "replace")


def _utf16(text: str, chance: random.Random) -> bytes:
    return text.encode("utf-16", "surrogatepass")


def _truncated(text: str, chance: random.Random) -> bytes:
    body = _utf8(text, chance)
    return body[: chance.randint(0, len(body))]


def _spoilt(text: str, chance: random.Random) -> bytes:
    body = bytearray(_utf8(text, chance))
    for _ in range(chance.randint(1, 40)):
        if body:
            body[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(body)


_ENCODINGS: tuple[Callable[[str, random.Random], bytes], ...] = (
    _utf8,
    _utf8,
    _utf8,
    _latin,
    _utf16,
    _truncated,
    _spoilt,
)


def _report(outcomes: list[Outcome]) -> int:
    """Print the figures; return the status to exit with."""
    faults = [outcome for outcome in outcomes if outcome.fault]
    read = sum(outcome.read for outcome in outcomes)
    print(
        f"{len(outcomes)} mutated pages: {read} read, {len(outcomes) - read - len(faults)} refused, {len(faults)} wrong"
    )
    for outcome in faults[:20]:
        print(f"  seed {outcome.seed}: {outcome.fault}")
    for shortest, longest in ((0, 8), (8, 16), (16, 32), (32, 64), (64, 1024)):
        costs = [_cost(each) for each in outcomes if each.read and shortest <= each.length / 1024 < longest]
        if costs:
            middle, most = statistics.median(costs), max(costs)
            print(f"  {shortest}–{longest} KiB: {len(costs)} pages, {middle:.2f} ms a KiB, at most {most:.2f}")
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    print(f"  slowest: seed {slowest.seed}, {slowest.seconds:.2f} s for {slowest.length / 1024:.0f} KiB")
    return 1 if faults else 0


def _cost(outcome: Outcome) -> float:
    return 1000 * outcome.seconds / (outcome.length / 1024)


if __name__ == "__main__":
    main()
