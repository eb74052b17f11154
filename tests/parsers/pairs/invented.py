"""Invented releases in both languages, with the facts a careful reader would note, for the tests of pairs."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from parsers.model import Amount, Application, Block, BlockType, Contact, Evidence, Kind, Release, UsePeriod

_MARKS: tuple[tuple[str, BlockType], ...] = (("## ", "h2"), ("- ", "li"), ("| ", "tr"))


@dataclass(frozen=True)
class Case:
    """A pair, and the differences a careful reader finds in it as (field, kind)."""

    id: str
    fi: Release
    sv: Release
    differences: frozenset[tuple[str, str]] = frozenset()


def cases() -> list[Case]:
    """Return the pairs of ``pairs.toml``, which may all stand in one archive."""
    data = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))
    return [
        Case(
            id=pair["id"],
            fi=release("fi", **pair["fi"]),
            sv=release("sv", **pair["sv"]),
            differences=frozenset((field, kind) for field, kind in pair.get("differences", ())),
        )
        for pair in data["pair"]
    ]


def release(language: str, text: str, **facts: Any) -> Release:
    """Build a release from lines of text ("## " heading, "- " item, "| " table row) and the facts in it.

    `sums` maps what is printed to its value, or to the two of a range; `people` are (name or "", telephone number).
    """
    blocks = blocks_of(text)
    address = facts.get("url") or f"file:{hashlib.sha256((language + text).encode()).hexdigest()[:10]}.txt"
    used = facts.get("used")
    return Release(
        id=hashlib.sha256(address.encode()).hexdigest()[:16],
        url=address,
        source="tem",
        authority=facts.get("authority"),
        organisation=None,
        language=language,
        title=blocks[0].text,
        form=facts.get("form"),
        kind=Kind(facts.get("kind", "call")),
        published=facts.get("published"),
        translated=facts.get("translated"),
        amounts=tuple(amount for item in facts.get("sums", {}).items() for amount in _amounts(blocks, *item)),
        total=Decimal(facts["total"]) if "total" in facts else None,
        application=Application(opens=facts.get("opens"), closes=facts.get("closes")),
        use_period=UsePeriod(start=used[0], end=used[1], evidence=_evidence(blocks, "")) if used else None,
        contacts=tuple(_contact(blocks, *person) for person in facts.get("people", ())),
        declared=facts.get("declared", {}),
        blocks=blocks,
        captured="2026-01-01T00:00:00Z",
        digest=f"sha256:{address}",
    )


def blocks_of(text: str) -> tuple[Block, ...]:
    """Read the lines of a text as blocks, the first as the title."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    return (Block(type="h1", text=lines[0]), *(_block(line) for line in lines[1:]))


def _block(line: str) -> Block:
    for mark, kind in _MARKS:
        if line.startswith(mark):
            return Block(type=kind, text=line.removeprefix(mark))
    return Block(type="p", text=line)


def _evidence(blocks: tuple[Block, ...], text: str) -> Evidence:
    number = next(number for number, block in enumerate(blocks) if text in block.text)
    start = blocks[number].text.index(text)
    return Evidence(block=number, start=start, end=start + len(text), text=text)


def _amounts(blocks: tuple[Block, ...], printed: str, value: int | list[int]) -> list[Amount]:
    low, high = value if isinstance(value, list) else (value, value)
    places = re.compile(rf"(?<!\d)(?<!\d ){re.escape(printed)}")
    return [
        Amount(min=Decimal(low), max=Decimal(high), block=number, start=found.start(), end=found.end(), text=printed)
        for number, block in enumerate(blocks)
        for found in places.finditer(block.text)
    ]


def _contact(blocks: tuple[Block, ...], name: str, phone: str) -> Contact:
    desk = None if name else "neuvonta"
    return Contact(
        name=name or None, organisation=desk, phone=phone, phone_valid=True, evidence=_evidence(blocks, name)
    )
