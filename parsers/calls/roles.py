"""What a release does in its call, by its own words: announce, prolong, mend, explain or tell who was granted money."""

from __future__ import annotations

from functools import cache
from typing import Literal

from parsers.facts.cues import CueList, tokens_of
from parsers.language_data import load
from parsers.model import CallRole, Kind, Release
from parsers.records.haeavustuksia import call_of_page

_TOPIC = "calls"
_LANGUAGES = ("fi", "sv", "en")
# An announcement says what it is about in its first paragraphs.
_LEAD_BLOCKS = 3
_LEAD_CHARACTERS = 600

Part = Literal["extension", "correction", "questions", "notice"]
Zone = Literal["title", "lead", "subject", "act", "against"]


def read_role(release: Release) -> CallRole | None:
    """Return what a release does in a call, None for one that is no part of any.

    Corrections, and questions with their answers, may be releases of any kind; so may an extension, unless it is that
    of granted money. What is neither call nor decision needs its title to say so.
    """
    if call_of_page(release.url):
        return "official"
    if _says(release, "correction", "title"):
        return "correction"
    if _says(release, "questions", "title"):
        return "questions"
    if release.kind is Kind.DECISION:
        return "decision"
    if _says(release, "extension", "title") or _says_both(release):
        return "extension"
    if release.kind is not Kind.CALL:
        return None
    if release.form == "call_notice" or _says(release, "notice", "title"):
        return "notice"
    if _says(release, "extension", "lead") and not _says(release, "extension", "against"):
        return "extension"
    return "opening"


def _says(release: Release, part: Part, zone: Zone) -> bool:
    lead = [block.text for block in release.blocks[1 : 1 + _LEAD_BLOCKS]]
    texts = lead if zone in ("lead", "against") else [release.title]
    cues = _cues(release.language or "", part, zone)
    tokens = tokens_of("\n".join(texts)[:_LEAD_CHARACTERS])
    return next(iter(cues.find(tokens)), None) is not None


def _says_both(release: Release) -> bool:
    """Tell "Ansökningstiden för understöd till hembygdsföreningarnas arkiv förlängs", however much is in between."""
    return _says(release, "extension", "subject") and _says(release, "extension", "act")


@cache
def _cues(language: str, part: Part, zone: Zone) -> CueList:
    if language not in _LANGUAGES:
        return CueList([])
    return CueList(load(language, _TOPIC)[part].get(zone, []))
