"""An archive of our own invention to build sites from: ``material/releases.toml`` as releases and pairs."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from parsers.calls.assembly import make_calls
from parsers.model import (
    AlignedRow,
    Amount,
    Application,
    Attachment,
    Block,
    BothEvidence,
    Call,
    CaseNumber,
    Contact,
    Difference,
    Eligibility,
    Evidence,
    Kind,
    Link,
    Pair,
    PairSide,
    Release,
    Role,
    UsePeriod,
    Warning,
)
from parsers.urls import release_id

BASE_URL = "https://example.org/arkisto/"
MATERIAL = Path(__file__).with_name("material") / "releases.toml"
_TYPES = {"## ": "h2", "- ": "li", "> ": "blockquote", "| ": "tr", "!| ": "tr"}
_TOKEN = re.compile(r"\[\[(?P<what>[^|\]]+)\||\]\]")
_MEDIA_TYPE = "application/pdf"


@dataclass
class SampleArchive:
    """Releases and pairs in memory, read as the site reads an archive."""

    stored: dict[str, Release]
    joined: list[Pair] = field(default_factory=list)
    older: dict[str, list[Release]] = field(default_factory=dict)

    def releases(self) -> Iterable[Release]:
        return iter(self.stored.values())

    def release(self, release_id: str) -> Release:
        return self.stored[release_id]

    def pairs(self) -> Iterable[Pair]:
        return iter(self.joined)

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        return make_calls(self.stored.values(), [(pair.fi.id, pair.sv.id) for pair in self.joined])

    def revisions(self, release_id: str) -> list[Release]:
        return self.older.get(release_id, [])


@dataclass
class _Facts:
    """Evidence found so far, by what it is evidence of."""

    found: list[tuple[str, Evidence]] = field(default_factory=list)

    def of(self, word: str) -> list[Evidence]:
        return [evidence for what, evidence in self.found if what.split(" ")[0] == word]


def sample_archive(file: Path = MATERIAL) -> SampleArchive:
    """Read the material anew."""
    material = tomllib.loads(file.read_text(encoding="utf-8"))
    releases = [_release(entry) for entry in material["release"]]
    stored = {release.id: release for release in releases}
    return SampleArchive(stored, [_pair(entry, stored) for entry in material["pair"]])


def _release(entry: dict[str, Any]) -> Release:
    facts = _Facts()
    blocks = tuple(_block(at, line, facts) for at, line in enumerate(entry["text"].strip().split("\n")))
    return Release(
        id=release_id(entry["url"]),
        url=entry["url"],
        source=entry.get("authority", "file"),
        authority=entry.get("authority"),
        organisation=entry.get("organisation"),
        language=entry["language"],
        title=blocks[0].text,
        form=entry.get("form"),
        kind=Kind(entry["kind"]),
        published=entry.get("published"),
        translated=entry.get("translated"),
        amounts=tuple(_amounts(facts)),
        total=Decimal(entry["total"]) if "total" in entry else None,
        application=Application(
            opens=entry.get("opens"),
            closes=entry.get("closes"),
            continuous=entry.get("continuous", False),
            evidence=tuple(facts.of("window")),
        ),
        use_period=_use_period(entry, facts),
        contacts=tuple(_contact(what, evidence) for what, evidence in facts.found if what.startswith("contact ")),
        eligibility=tuple(_eligibility(facts)),
        case_numbers=tuple(CaseNumber(value=evidence.text, evidence=evidence) for evidence in facts.of("case")),
        attachments=tuple(_attachment(each) for each in entry.get("attachments", [])),
        links=tuple(_link(each, blocks) for each in entry.get("links", [])),
        warnings=tuple(_warning(each, facts) for each in entry.get("warnings", [])),
        blocks=blocks,
        captured="2026-11-01T09:00:00Z",
        digest="sha256:" + hashlib.sha256(entry["text"].encode()).hexdigest(),
    )


def _block(at: int, line: str, facts: _Facts) -> Block:
    prefix = next((prefix for prefix in _TYPES if line.startswith(prefix)), "")
    text = _read_marks(at, line.removeprefix(prefix), facts)
    if _TYPES.get(prefix) == "tr":
        return Block(type="tr", text=text, cells=tuple(_cells(text)), table=0, header=prefix == "!| ")
    return Block(type=_TYPES.get(prefix, "p" if at else "h1"), text=text)  # type: ignore[arg-type]


def _cells(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    for cell in text.split(" | "):
        yield start, start + len(cell)
        start += len(cell) + 3


def _read_marks(block: int, line: str, facts: _Facts) -> str:
    """Take the marks out of a line, noting what they enclose; marks may lie in one another."""
    text, open_marks, position = "", [], 0
    for token in _TOKEN.finditer(line):
        text += line[position : token.start()]
        position = token.end()
        if token["what"]:
            open_marks.append((token["what"], len(text)))
            continue
        what, start = open_marks.pop()
        facts.found.append((what, Evidence(block=block, start=start, end=len(text), text=text[start:])))
    return text + line[position:]


def _amounts(facts: _Facts) -> Iterable[Amount]:
    for what, evidence in facts.found:
        word, _, sums = what.partition(" ")
        if word in set(Role):
            low, _, high = sums.partition("-")
            yield Amount(
                block=evidence.block,
                start=evidence.start,
                end=evidence.end,
                text=evidence.text,
                min=Decimal(low),
                max=Decimal(high or low),
                role=Role(word),
                approximate=evidence.text.startswith(("noin", "cirka")),
                bound="at_most" if evidence.text.startswith(("enintään", "högst")) else None,
            )


def _eligibility(facts: _Facts) -> Iterable[Eligibility]:
    for what, evidence in facts.found:
        word, _, groups = what.partition(" ")
        if word == "who":
            yield Eligibility(groups=tuple(group for group in groups.split(",") if group), evidence=evidence)


def _use_period(entry: dict[str, Any], facts: _Facts) -> UsePeriod | None:
    if "use_period" not in entry:
        return None
    start, end = entry["use_period"]
    return UsePeriod(start=start, end=end, evidence=facts.of("use")[0])


def _contact(what: str, evidence: Evidence) -> Contact:
    name, title, organisation, phone, email = (part or None for part in what.removeprefix("contact ").split(";"))
    valid = phone.startswith("+358") if phone else None
    return Contact(
        name=name,
        title=title,
        organisation=organisation,
        phone=phone,
        phone_valid=valid,
        email=email,
        evidence=evidence,
    )


def _attachment(entry: str) -> Attachment:
    url, text = entry.split("|")
    return Attachment(url=url, text=text, media_type=_MEDIA_TYPE, block=1)


def _link(entry: str, blocks: tuple[Block, ...]) -> Link:
    url, text = entry.split("|")
    return Link(url=url, text=text, block=next(at for at, block in enumerate(blocks) if text in block.text))


def _warning(entry: str, facts: _Facts) -> Warning:
    code, concerned, detail = entry.split(";")
    return Warning(code=code, field=concerned, detail=detail, evidence=facts.of("warning")[0])


def _pair(entry: dict[str, Any], stored: dict[str, Release]) -> Pair:
    fi, sv = stored[release_id(entry["fi"])], stored[release_id(entry["sv"])]
    return Pair(
        fi=PairSide(id=fi.id, url=fi.url),
        sv=PairSide(id=sv.id, url=sv.url),
        method=entry.get("method", "declared"),
        score=0.97,
        lag_hours=entry["lag_hours"],
        alignment=tuple(_row(each) for each in entry["alignment"].split()),
        differences=tuple(_difference(each, fi, sv) for each in entry.get("differences", [])),
    )


def _row(entry: str) -> AlignedRow:
    fi, sv = (tuple(int(number) for number in side.split(",") if number) for side in entry.split("="))
    return AlignedRow(fi=fi, sv=sv, score=0.9 if fi and sv else None)


def _difference(entry: dict[str, str], fi: Release, sv: Release) -> Difference:
    return Difference(
        field=entry["field"],  # type: ignore[arg-type]
        kind=entry["kind"],  # type: ignore[arg-type]
        fi=entry.get("fi"),
        sv=entry.get("sv"),
        evidence=BothEvidence(fi=_place(fi, entry.get("fi_text")), sv=_place(sv, entry.get("sv_text"))),
    )


def _place(release: Release, text: str | None) -> Evidence | None:
    if text is None:
        return None
    at, block = next((at, block) for at, block in enumerate(release.blocks) if text in block.text)
    start = block.text.index(text)
    return Evidence(block=at, start=start, end=start + len(text), text=text)
