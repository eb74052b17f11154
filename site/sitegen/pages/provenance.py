"""Where a release came from, so that a reader can check it and cite it."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.model import Language, Moment, Release
from parsers.privacy import MASK
from sitegen.addresses import citation_path, release_path, web_link
from sitegen.citations import FORMATS
from sitegen.instants import in_finland
from sitegen.scope import Scope
from sitegen.texts import mark as _


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFile:
    """A reference as a file: what its format is called, and its path on the site."""

    format: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference to a release, in its parts: `title` and `author` are in the release's language."""

    author: str | None
    title: str
    language: Language | None
    published: Moment | None
    address: str
    captured: Moment
    page: str | None
    files: tuple[CitationFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """`original` and `wayback` are None for what did not come from the web, whose `address` is the file's name, and for
    an address of which a part `is_withheld`, since it names a person. `captured` is told by Finland's clocks, as all
    other moments are, and `captured_utc` as the capture states it."""

    id: str
    address: str
    is_withheld: bool
    original: str | None
    wayback: str | None
    captured: Moment
    captured_utc: str
    digest: str
    citation: Citation


def provenance_of(release: Release, scope: Scope, publisher: str | None) -> Provenance:
    """Return where a release came from; `publisher` is the author that a citation names."""
    original = web_link(release.url)
    return Provenance(
        id=release.id,
        address=release.url,
        is_withheld=MASK in release.url,
        original=original,
        wayback=f"https://web.archive.org/web/{_timestamp(release.captured)}/{original}" if original else None,
        captured=in_finland(release.captured),
        captured_utc=release.captured,
        digest=release.digest,
        citation=_citation(release, scope, publisher),
    )


def _citation(release: Release, scope: Scope, publisher: str | None) -> Citation:
    page = f"{scope.base_url}{scope.language}/{release_path(release.id)}" if scope.base_url else None
    return Citation(
        author=publisher or scope.text(_("No author")),
        title=release.title,
        language=release.language,
        published=release.published,
        address=release.url,
        captured=in_finland(release.captured),
        page=page,
        files=tuple(
            CitationFile(format=name, path=citation_path(release.id, ending)) for ending, name in FORMATS.items()
        ),
    )


def _timestamp(captured: str) -> str:
    """Return a capture's time as web archives write it in addresses.

    >>> _timestamp("2026-11-01T09:00:00Z")
    '20261101090000'
    """
    return "".join(character for character in captured if character.isdigit())[:14]
