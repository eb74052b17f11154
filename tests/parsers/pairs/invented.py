"""Small invented releases in both languages, with the facts a careful reader would note, for the tests of pairs.

Persons, numbers, programmes and sums are made up. A text is lines: the title, then paragraphs; "## " begins a heading,
"- " an item, "| " a table row.
"""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal

from parsers.model import (
    Amount,
    Application,
    Block,
    BlockType,
    Contact,
    Evidence,
    Kind,
    Release,
    UsePeriod,
)

_MARKS: tuple[tuple[str, BlockType], ...] = (("## ", "h2"), ("- ", "li"), ("| ", "tr"))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Read the lines of a text as blocks."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    return (Block(type="h1", text=lines[0]), *(_block(line) for line in lines[1:]))


def release(
    language: str,
    text: str,
    *,
    url: str | None = None,
    published: str | None = None,
    translated: str | None = None,
    sums: dict[str, int | tuple[int, int]] | None = None,
    total: int | None = None,
    opens: str | None = None,
    closes: str | None = None,
    used: tuple[str, str] | None = None,
    people: tuple[tuple[str | None, str | None], ...] = (),
    emails: dict[str, str] | None = None,
    authority: str | None = "tem",
    kind: Kind = Kind.CALL,
    form: str | None = "press_release",
    declared: dict[str, str] | None = None,
    approximate: tuple[str, ...] = (),
) -> Release:
    """Build a release from a text and the facts in it; `sums` maps what is printed to its value."""
    blocks = blocks_of(text)
    address = url or f"file:{hashlib.sha256((language + text).encode()).hexdigest()[:10]}.txt"
    period = UsePeriod(start=used[0], end=used[1], evidence=_evidence(blocks, "")) if used else None
    return Release(
        id=hashlib.sha256(address.encode()).hexdigest()[:16],
        url=address,
        source="tem",
        authority=authority,
        organisation=None,
        language=language,
        title=blocks[0].text,
        form=form,
        kind=kind,
        published=published,
        translated=translated,
        amounts=tuple(
            amount
            for printed, value in (sums or {}).items()
            for amount in _amounts(blocks, printed, value, approximate)
        ),
        total=None if total is None else Decimal(total),
        application=Application(opens=opens, closes=closes),
        use_period=period,
        contacts=tuple(_contact(blocks, name, phone, (emails or {}).get(name or "")) for name, phone in people),
        declared=declared or {},
        blocks=blocks,
        captured="2026-01-01T00:00:00Z",
        digest=f"sha256:{address}",
    )


def _block(line: str) -> Block:
    for mark, kind in _MARKS:
        if line.startswith(mark):
            return Block(type=kind, text=line.removeprefix(mark))
    return Block(type="p", text=line)


def _evidence(blocks: tuple[Block, ...], text: str) -> Evidence:
    number = next(number for number, block in enumerate(blocks) if text in block.text)
    start = blocks[number].text.index(text)
    return Evidence(block=number, start=start, end=start + len(text), text=text)


def _amounts(
    blocks: tuple[Block, ...], printed: str, value: int | tuple[int, int], approximate: tuple[str, ...]
) -> list[Amount]:
    low, high = value if isinstance(value, tuple) else (value, value)
    return [
        Amount(
            min=Decimal(low),
            max=Decimal(high),
            approximate=printed in approximate,
            block=number,
            start=found.start(),
            end=found.end(),
            text=printed,
        )
        for number, block in enumerate(blocks)
        for found in re.finditer(rf"(?<!\d)(?<!\d ){re.escape(printed)}", block.text)
    ]


def _contact(blocks: tuple[Block, ...], name: str | None, phone: str | None, email: str | None) -> Contact:
    return Contact(
        name=name,
        organisation=None if name else "neuvonta",
        phone=phone,
        phone_valid=bool(phone),
        email=email,
        evidence=_evidence(blocks, name or ""),
    )
