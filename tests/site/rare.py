"""An archive with what few archives have: a page that is gone, persons blacked out, an English version, a revision."""

from __future__ import annotations

import msgspec

from parsers.model import Application, Block, EnglishSide, Pair, Release
from parsers.privacy import with_policy
from parsers.urls import release_id
from tests.site.sample import SampleArchive, sample_archive

_ENGLISH = "https://tem.fi/en/-/third"


def rare_archive() -> SampleArchive:
    """Return the sample archive with a version in English of its first pair, and the contact persons of all taken out.

    The Finnish version is gone from its site, and was read once before.
    """
    archive = sample_archive()
    join_english(archive)
    pair = archive.joined[0]
    archive.stored = {key: with_policy(release, "roles") for key, release in archive.stored.items()}
    fi = msgspec.structs.replace(archive.stored[pair.fi.id], gone="2026-11-05")
    archive.stored[fi.id] = fi
    sv = archive.stored[pair.sv.id]
    archive.stored[sv.id] = msgspec.structs.replace(sv, url="https://tem.fi/sv/-/████-███-utlysning")
    blocks = (*fi.blocks[:-2], msgspec.structs.replace(fi.blocks[-1], text="Lisätietoja: kirjaamo"))
    archive.older = {fi.id: [msgspec.structs.replace(fi, blocks=blocks, captured="2026-10-01T09:00:00Z", gone=None)]}
    return archive


def join_english(archive: SampleArchive) -> Pair:
    """Give the first pair a version in English with two passages; return the pair as it is then."""
    pair = archive.joined[0]
    blocks = (Block(type="h1", text="Grants for advice"), Block(type="p", text="The call closes on 19 April 2024."))
    en = msgspec.structs.replace(
        archive.stored[pair.fi.id], id=release_id(_ENGLISH), url=_ENGLISH, language="en", title=blocks[0].text, blocks=blocks
    )  # fmt: skip
    archive.stored[en.id] = _bare(en)
    rows = ((0,), (), (1,), *(() for _ in pair.alignment[3:]))
    side = EnglishSide(id=en.id, url=_ENGLISH, method="content", score=0.9, rows=rows)
    archive.joined[0] = msgspec.structs.replace(pair, english=side, method="reviewed")
    return archive.joined[0]


def _bare(release: Release) -> Release:
    """The facts of the Finnish version stand where the English one has no such words."""
    return msgspec.structs.replace(
        release, amounts=(), contacts=(), eligibility=(), case_numbers=(), attachments=(), links=(), warnings=(),
        application=Application(), use_period=None, kind_evidence=None, dates=(), self_financing=(), decision_date=None, total=None,
    )  # fmt: skip
