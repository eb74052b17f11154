"""Releases built by hand, and a catalogue to put them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from index.catalogue import Catalogue
from index.fulltext import FullText
from parsers.model import Amount, Application, Block, Contact, Evidence, Kind, Pair, PairSide, Release, Role
from parsers.urls import release_id

MakeRelease = Callable[..., Release]


def build_release(slug: str, *paragraphs: str, **changes: Any) -> Release:
    """Return a release of tem.fi: the first paragraph is its title, the second its lead."""
    url = changes.pop("url", f"https://tem.fi/-/{slug}")
    blocks = tuple(Block(type="p" if number else "h1", text=text) for number, text in enumerate(paragraphs))
    plain: dict[str, Any] = {
        "id": release_id(url),
        "url": url,
        "source": "tem",
        "authority": "tem",
        "organisation": "työ- ja elinkeinoministeriö",
        "language": "fi",
        "title": blocks[0].text,
        "form": "press_release",
        "kind": Kind.CALL,
        "published": "2021-03-17T11:14",
        "translated": None,
        "blocks": blocks,
        "captured": "2026-11-01T09:00:00Z",
        "digest": "sha256:" + "0" * 64,
    }
    return Release(**(plain | changes))


def build_evidence(release_text: str, block: int, text: str) -> dict[str, Any]:
    """Return where a text stands in a block, as the fields of an evidence."""
    start = release_text.index(text)
    return {"block": block, "start": start, "end": start + len(text), "text": text}


def build_call(slug: str = "haku-osaamiskeskuksiin", **changes: Any) -> Release:
    """Return a release with a fact of every common kind."""
    text = (
        "Haettavana on 3 miljoonaa euroa ja 12 345,67 euroa 17.3.–20.4.2021. Lisätietoja: Aino Keto, p. 029 504 7000."
    )
    evidence = Evidence(**build_evidence(text, 1, "Aino Keto, p. 029 504 7000"))
    facts: dict[str, Any] = {
        "amounts": (
            Amount(
                **build_evidence(text, 1, "3 miljoonaa euroa"),
                min=Decimal("3E+6"),
                max=Decimal("3000000.0"),
                role=Role.AVAILABLE,
            ),
            Amount(**build_evidence(text, 1, "12 345,67 euroa"), min=Decimal("12345.67"), max=Decimal("12345.670")),
        ),
        "total": Decimal("3000000.00"),
        "application": Application(opens="2021-03-17", closes="2021-04-20T16:15"),
        "contacts": (
            Contact(
                name="Aino Keto", phone="+358295047000", phone_valid=True, email="aino.keto@gov.fi", evidence=evidence
            ),
        ),
    }
    return build_release(slug, "Haku osaamiskeskuksiin avattu", text, **(facts | changes))


def build_pair(fi: Release, sv: Release, **changes: Any) -> Pair:
    plain: dict[str, Any] = {"method": "declared", "score": 0.9}
    sides = {"fi": PairSide(id=fi.id, url=fi.url), "sv": PairSide(id=sv.id, url=sv.url)}
    return Pair(**(sides | plain | changes))


@pytest.fixture
def make_release() -> MakeRelease:
    return build_release


@pytest.fixture
def make_call() -> MakeRelease:
    return build_call


@pytest.fixture
def make_pair() -> Callable[..., Pair]:
    return build_pair


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(tmp_path / "catalogue.sqlite") as opened:
        yield opened


class Shelf:
    """An archive's catalogue and full text, filled by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalogue = Catalogue(folder / "catalogue.sqlite")
        self.fulltext = FullText(folder / "index", self.catalogue)

    def put(self, *releases: Release, pairs: tuple[tuple[Release, Release], ...] = ()) -> None:
        """Add releases and pairs as an ingest does."""
        with self.catalogue.transaction():
            for release in releases:
                self.catalogue.add_release(release)
            for fi, sv in pairs:
                self.catalogue.add_pair(build_pair(fi, sv), inputs=f"{fi.digest}{sv.digest}")
            self.catalogue.settle()

    def found(self, query: str, **options: Any) -> list[str]:
        """Return the titles of the hits for a query, by its own words unless told otherwise."""
        return [hit.title for hit in self.fulltext.search(query, **{"translate": False, **options}).hits]

    def close(self) -> None:
        self.fulltext.close()
        self.catalogue.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    opened = Shelf(tmp_path)
    yield opened
    opened.close()
